use serde::{Deserialize, Serialize};

use super::DetailField;

/// A file that was read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportPreviewView {
    /// File name.
    pub name: String,
    /// Column heads.
    pub headers: Vec<String>,
    /// First rows, as text.
    pub sample: Vec<Vec<String>>,
    /// Rows in all, heads not counted.
    pub rows: u32,
    /// Suggested or remembered mapping.
    pub mapping: ColumnMapping,
}

/// Field for each column, in order; `None` leaves a column out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ColumnMapping {
    /// One for each column.
    pub columns: Vec<Option<ImportColumn>>,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ImportColumn {
    /// A detail.
    Detail(DetailField),
    /// First name, joined with the last name.
    FirstName,
    /// Last name.
    LastName,
    /// Id in the other system: makes a second import find the same person.
    ExternalId,
    /// Day of discharge.
    DischargedOn,
    /// Day of intake.
    IntakeOn,
    /// Status of the intake.
    IntakeStatus,
}

/// Rows done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportProgressView {
    /// Rows worked through.
    pub done: u32,
    /// Rows in all.
    pub total: u32,
}

/// How an import ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportReportView {
    /// New participants.
    pub added: u32,
    /// Rows whose participant was here already; nothing was changed.
    pub already_here: u32,
    /// Rows left out.
    pub problems: Vec<ImportProblem>,
    /// Rows that came in, and what to look at there.
    pub warnings: Vec<ImportWarning>,
    /// Stopped by the person.
    pub cancelled: bool,
}

/// A row that was left out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportProblem {
    /// Line in the file, from 1.
    pub line: u32,
    /// Why.
    pub reason: ImportReason,
    /// The offending text, shortened.
    pub text: String,
}

/// Something to look at in a row that came in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ImportWarning {
    /// Line in the file, from 1.
    pub line: u32,
    /// What.
    pub reason: ImportWarningReason,
    /// Who came in.
    pub name: String,
}

/// What to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ImportWarningReason {
    /// Fewer cells than heads; the rest was taken as empty.
    ShortRow,
    /// The phone number cannot be dialed as it stands; it was kept as written.
    PhoneUnclear,
    /// A spreadsheet rounded the phone number; it was left out.
    PhoneDigitsLost,
}

/// Why a row was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ImportReason {
    /// No name.
    NameMissing,
    /// Not a date.
    BadDate,
    /// A date of birth that is still to come.
    BirthInFuture,
    /// Not a time.
    BadTime,
    /// Neither yes nor no.
    YesOrNo,
    /// Not a status of an intake.
    BadStatus,
    /// A confirmed intake without its date.
    ConfirmedWithoutDate,
    /// More cells than heads.
    WrongCellCount,
    /// A quote that is never closed: rows after it may be missing.
    QuoteNotClosed,
    /// A cell is too long.
    TooLong,
    /// The same person stands in an earlier row.
    RepeatedInFile,
}
