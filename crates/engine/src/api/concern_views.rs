use handrail_domain::concern::{Action, ConcernKind, ReportLines, Stage, Teller};
use serde::{Deserialize, Serialize};

use super::SafeContactView;

/// An order about something that is off (S4-10, S4-20, S4-21).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ConcernCommand {
    /// Something is off.
    Raise {
        /// Participant, hex; `None` for what is about the coach and the work.
        participant: Option<String>,
        /// What is off; [`ConcernKind::Work`] and nothing else without a participant.
        kind: ConcernKind,
        /// May be empty.
        words: String,
    },
    /// More words about it, by who raised it.
    Add {
        /// ULID.
        concern: String,
        /// Not empty.
        words: String,
    },
    /// It was raised by mistake; by who raised it, and before a decision.
    TakeBack {
        /// ULID.
        concern: String,
        /// Why; not empty.
        reason: String,
    },
    /// A supervisor sees it, or an own report.
    Seen {
        /// ULID.
        concern: String,
    },
    /// A supervisor decides, in place of what was decided before.
    Decide {
        /// ULID.
        concern: String,
        /// What is done.
        action: Action,
        /// Who tells the participant.
        teller: Teller,
        /// For the coach; may be empty.
        words: String,
    },
    /// The participant was told, now or just before.
    Told {
        /// ULID of the decision.
        decision: String,
        /// Who told them, by name.
        by: String,
    },
    /// This member reports it to the authorities themselves. It is about to be dialled.
    OwnReport {
        /// Participant, hex.
        participant: String,
        /// The concern that it goes with.
        concern: Option<String>,
        /// The line that is called; may be empty.
        line: String,
    },
    /// Says who is asked, and after how many minutes the next; for supervisors.
    SetChain {
        /// Minutes.
        minutes: u16,
        /// Members, hex.
        order: Vec<String>,
    },
    /// Says which lines take reports; for supervisors.
    SetLines(ReportLines),
}

/// Concerns that this member may read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ConcernsView {
    /// The participant whose page it is for, as shown; empty for all.
    pub name: String,
    /// This member may raise one.
    pub may_raise: bool,
    /// This member sees to them and decides.
    pub decides: bool,
    /// Those that are open first, the one that waits longest first; then the newest first.
    pub concerns: Vec<ConcernView>,
    /// Reports that members made themselves, the newest first.
    pub reports: Vec<OwnReportView>,
    /// What somebody wrote who may not; for supervisors.
    pub aside: Vec<SetAsideView>,
    /// Minutes after which the next supervisor is asked.
    pub minutes: u16,
    /// Supervisors in the order in which they are asked: member in hex, and name.
    pub chain: Vec<(String, String)>,
    /// The lines that take reports.
    pub lines: ReportLines,
    /// This member may say who is asked and which lines there are.
    pub may_set: bool,
}

/// What is known here of the way of a concern that this device wrote down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ConcernKnown {
    /// It is on this device; more is not known.
    HereOnly,
    /// Everything that this device wrote beside it was sent.
    Sent,
    /// A supervisor's device has everything that this device wrote beside it.
    Reached,
    /// Another device wrote it down.
    Arrived,
}

/// Somebody's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordsView {
    /// The words.
    pub words: String,
    /// Name.
    pub by: String,
    /// Unix ms.
    pub at: i64,
}

/// One concern.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ConcernView {
    /// ULID.
    pub id: String,
    /// Participant, hex; `None` where it is about the coach and the work.
    pub participant: Option<String>,
    /// The participant as shown, or the coach.
    pub name: String,
    /// How the participant may be reached.
    pub safe_contact: SafeContactView,
    /// What is off; `None` for a kind of a later version.
    pub kind: Option<ConcernKind>,
    /// What was said, the first first.
    pub words: Vec<WordsView>,
    /// Who raised it.
    pub by: String,
    /// This member raised it.
    pub own: bool,
    /// Unix ms.
    pub at: i64,
    /// How far it is.
    pub stage: Stage,
    /// Who saw it, and when, unix ms.
    pub seen: Vec<(String, i64)>,
    /// This member saw it.
    pub seen_by_me: bool,
    /// What was decided; two while supervisors disagree.
    pub decisions: Vec<DecisionView>,
    /// Why it was taken back.
    pub back: Option<String>,
    /// How far this device's own words got.
    pub known: ConcernKnown,
    /// Which supervisors are asked by now, by name; empty once somebody saw it, or where nobody reads it.
    pub asked: Vec<String>,
    /// This member is one of them.
    pub my_turn: bool,
    /// Who is asked next, and when, unix ms.
    pub next: Option<(String, i64)>,
}

/// One decision that stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DecisionView {
    /// ULID.
    pub id: String,
    /// What is done.
    pub action: Action,
    /// Who tells the participant.
    pub teller: Teller,
    /// For the coach; may be empty.
    pub words: String,
    /// Name.
    pub by: String,
    /// Unix ms.
    pub at: i64,
    /// Who told the participant, and when, unix ms.
    pub told: Option<(String, i64)>,
}

/// Somebody reported it themselves.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OwnReportView {
    /// ULID.
    pub id: String,
    /// Participant, hex.
    pub participant: String,
    /// As shown.
    pub name: String,
    /// Who.
    pub by: String,
    /// Unix ms.
    pub at: i64,
    /// The line that was called; may be empty.
    pub line: String,
    /// Which supervisors saw that, and when, unix ms.
    pub seen: Vec<(String, i64)>,
    /// As [`ConcernView::known`].
    pub known: ConcernKnown,
}

/// A statement whose author may not make it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetAsideView {
    /// Whose record it is in, as shown, or whose caseload.
    pub name: String,
    /// What it would have said, by the code of [`handrail_domain::rights::Deed`].
    pub deed: String,
    /// Who wrote it; empty for a device that the roster does not know.
    pub by: String,
    /// Unix ms.
    pub at: i64,
}
