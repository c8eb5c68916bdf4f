//! Why a row cannot be brought in, and what to look at in one that was.

use crate::record::TEXT_LIMIT;
use crate::time::LocalDate;
use serde::{Deserialize, Serialize};

/// A row that cannot be brought in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct RowError {
    /// The line of the file on which the row begins.
    pub line: u32,
    /// Why.
    pub reason: RowReason,
}

/// Why a row cannot be brought in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum RowReason {
    /// There is no name.
    #[error("the name is missing")]
    NameMissing,
    /// There are more cells than columns.
    #[error(
        "this row has {found} cells, the header has {expected}: a comma in a text may need quotes around the text"
    )]
    TooManyCells {
        /// The columns of the header.
        expected: usize,
        /// The cells of the row.
        found: usize,
    },
    /// A quote was opened and probably never closed.
    #[error(
        "a quote in \u{201c}{column}\u{201d} may never be closed: rows after this one may be missing"
    )]
    QuoteNotClosed {
        /// The column.
        column: String,
    },
    /// A cell has more text than fits.
    #[error("the text in \u{201c}{column}\u{201d} is too long (at most {TEXT_LIMIT} bytes)")]
    TooLong {
        /// The column.
        column: String,
    },
    /// A date cannot be read.
    #[error(
        "the date \u{201c}{value}\u{201d} in \u{201c}{column}\u{201d} cannot be read: write it as 1990-05-31"
    )]
    DateUnclear {
        /// The column.
        column: String,
        /// What is there.
        value: String,
    },
    /// A date of birth is still to come.
    #[error("the date of birth {0} is in the future")]
    BirthInFuture(LocalDate),
    /// A time cannot be read.
    #[error(
        "the time \u{201c}{value}\u{201d} in \u{201c}{column}\u{201d} cannot be read: write it as 18:00 or 6 pm"
    )]
    TimeUnclear {
        /// The column.
        column: String,
        /// What is there.
        value: String,
    },
    /// A cell should say yes or no.
    #[error("\u{201c}{value}\u{201d} in \u{201c}{column}\u{201d} should be yes or no")]
    YesOrNo {
        /// The column.
        column: String,
        /// What is there.
        value: String,
    },
    /// An intake status is none of the three.
    #[error(
        "\u{201c}{value}\u{201d} in \u{201c}{column}\u{201d} should be asked, tentative or confirmed"
    )]
    StatusUnclear {
        /// The column.
        column: String,
        /// What is there.
        value: String,
    },
    /// A confirmed intake has no date.
    #[error("a confirmed intake needs its date")]
    ConfirmedNeedsDate,
    /// The file has the same person twice.
    #[error("this is the same person as on line {0}")]
    SameAsLine(u32),
}

/// Something to look at in a row that was brought in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum RowWarning {
    /// The row has fewer cells than the header; the rest was taken as empty.
    ShortRow,
    /// The phone number cannot be dialed as it stands; it was kept as written.
    PhoneUnclear,
    /// A spreadsheet rounded the phone number; it was left out.
    PhoneDigitsLost,
}
