use handrail_domain::billing::{DayLine, Payer};
use handrail_domain::client_report::{Report, ReportDue};
use serde::{Deserialize, Serialize};

use super::LocalDate;

/// A question about payers and funders.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum BillingQuery {
    /// Units for a payer; for supervisors; replies `Bill`.
    Bill {
        /// Id of a payer; empty for the first.
        payer: String,
        /// The first day.
        first: LocalDate,
        /// The last day.
        last: LocalDate,
        /// Only of this program; `None` for all.
        program: Option<String>,
    },
    /// Client reports that are due; replies `Reports`.
    Reports,
}

/// An order about payers and funders.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum BillingCommand {
    /// These payers are the agency's from now on, the text of a pack; `None`: those of the app.
    UsePayers {
        /// The text.
        pack: Option<String>,
    },
    /// Of these programs client reports are due, by their names.
    SetReporting {
        /// The programs.
        programs: Vec<String>,
    },
    /// A client report was handed in on a day.
    ReportDone {
        /// Participant, hex.
        participant: String,
        /// Which.
        report: Report,
        /// The day.
        on: LocalDate,
    },
    /// It was not, after all.
    TakeBackReport {
        /// Participant, hex.
        participant: String,
        /// ULID of what was said.
        said: String,
    },
}

/// The answer to a [`BillingQuery`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum BillingReply {
    /// To `Bill`.
    Bill(Box<BillView>),
    /// To `Reports`.
    Reports(ReportsView),
}

/// Units for a payer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BillView {
    /// Payers by id, as they are on the last day.
    pub payers: Vec<Payer>,
    /// The one that is shown; empty where there is none.
    pub payer: String,
    /// They are the agency's own.
    pub own: bool,
    /// The text of the pack.
    pub pack: String,
    /// Somebody is to look whether payers changed their rules.
    pub stale: bool,
    /// Programs that the agency uses.
    pub programs: Vec<String>,
    /// Each day and person, by day.
    pub lines: Vec<BillLine>,
    /// By who pays for the program, for grants: minutes and units. A program that several pay for is
    /// with each.
    pub by_funder: Vec<(String, u32, u32)>,
    /// All minutes, exact.
    pub minutes: u32,
    /// All units.
    pub units: u32,
    /// Of these, units that need an authorization.
    pub to_authorize: u32,
}

/// One line of a bill.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BillLine {
    /// Participant, hex.
    pub participant: String,
    /// Their name, as it is on papers.
    pub name: String,
    /// Their birthday; empty where it is not known.
    pub born: String,
    /// The program.
    pub program: String,
    /// Who pays for it.
    pub funders: Vec<String>,
    /// Minutes, units, and why there are none.
    pub line: DayLine,
}

/// Client reports.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReportsView {
    /// Programs of the agency, and whether reports are due of them.
    pub programs: Vec<(String, bool)>,
    /// This member may change which.
    pub may_choose: bool,
    /// Where the days come from, and whether somebody compared them with it.
    pub source: String,
    /// They were compared with their source.
    pub verified: bool,
    /// Late ones first, then by their last day; done ones of the last year last.
    pub rows: Vec<ReportRow>,
    /// People in these programs of whom nobody wrote down the day on which they came in: hex and name.
    pub without_start: Vec<(String, String)>,
    /// Follow-ups whose window is over, and those of them that were done in it.
    pub follow_ups: (u32, u32),
}

/// A client report of a person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ReportRow {
    /// Participant, hex.
    pub participant: String,
    /// Their name.
    pub name: String,
    /// The coach of the caseload.
    pub coach: String,
    /// The program.
    pub program: String,
    /// Which report, its window and how it stands.
    pub due: ReportDue,
    /// ULID of what was said, where it is done.
    pub said: Option<String>,
}
