use serde::{Deserialize, Serialize};

use super::MemberChoice;

/// An order about what clinical providers and supervisors say among themselves (S4-22, S4-23).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum DeskCommand {
    /// Begins the desk: a document whose keys supervisors hold, and the clinical providers whom they
    /// name. For administrators; takes effect when the relay has taken it.
    Open,
    /// Lets a clinical provider read and write there until the end of a day. For administrators.
    Name {
        /// Member, hex; one of [`DeskView::choices`].
        member: String,
        /// Last day, `YYYY-MM-DD`.
        through: String,
    },
    /// Ends that before its time.
    End {
        /// Member, hex.
        member: String,
    },
    /// A level of care as the clinic gives it.
    CareLevel {
        /// Participant, hex.
        participant: String,
        /// Edition of the criteria.
        edition: String,
        /// The level, in the clinic's words.
        level: String,
        /// Who of the clinic gives it.
        given_by: String,
        /// May be empty.
        words: String,
    },
    /// A report to child protection.
    LegalReport {
        /// Participant, hex.
        participant: String,
        /// To whom.
        to: String,
        /// Who made it.
        made_by: String,
        /// May be empty.
        reference: String,
        /// May be empty.
        words: String,
    },
    /// The participant was told what an entry says.
    Told {
        /// ULID.
        entry: String,
        /// Who told them, by name.
        by: String,
    },
}

/// The desk.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DeskView {
    /// It is there, and this member reads it and writes there.
    pub is_open: bool,
    /// It was begun, and waits for the relay.
    pub waits: bool,
    /// This member may begin it, name clinical providers and end that.
    pub may_arrange: bool,
    /// Clinical providers who read it: member in hex, name, and until when, unix ms.
    pub named: Vec<(String, String, i64)>,
    /// Clinical providers who could be named.
    pub choices: Vec<MemberChoice>,
    /// Whom an entry can be about, by name, on devices that read records.
    pub people: Vec<(String, String)>,
    /// The newest first.
    pub entries: Vec<DeskEntryView>,
    /// What somebody wrote who may not.
    pub aside: Vec<super::SetAsideView>,
}

/// What an entry is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum DeskFactsView {
    /// A level of care.
    CareLevel {
        /// Edition of the criteria.
        edition: String,
        /// The level, in the clinic's words.
        level: String,
        /// Who of the clinic gives it.
        given_by: String,
    },
    /// A report to child protection.
    LegalReport {
        /// To whom.
        to: String,
        /// Who made it.
        made_by: String,
        /// May be empty.
        reference: String,
    },
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskEntryView {
    /// ULID.
    pub id: String,
    /// Participant, hex.
    pub participant: String,
    /// As shown, where their record is here; else empty.
    pub name: String,
    /// What it is.
    pub facts: DeskFactsView,
    /// May be empty.
    pub words: String,
    /// Who wrote it.
    pub by: String,
    /// Unix ms.
    pub at: i64,
    /// Who told the participant, and when, unix ms.
    pub told: Option<(String, i64)>,
}
