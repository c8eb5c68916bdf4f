use serde::{Deserialize, Serialize};

use super::{AgendaRow, IntakeStatus, Obligation, ResourceLinkView};

/// Today.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TodayView {
    /// Local day.
    pub date: String,
    /// Owed a contact, most urgent first.
    pub owed: Vec<OwedRow>,
    /// Owed, and settled today.
    pub settled: Vec<OwedRow>,
    /// This member's appointments of today, of tomorrow once it is evening, and of the last days
    /// those of which nobody said what became of them; the first first.
    pub appointments: Vec<AgendaRow>,
    /// Links to resources of which this member is asked what came of them, the first first.
    pub links: Vec<ResourceLinkView>,
    /// Days that lie ahead, the nearest first.
    pub ahead: Vec<ObligationRow>,
    /// What was put off, and participants who were muted.
    pub hushed: Vec<ObligationRow>,
    /// Unfinished log sheets.
    pub drafts: Vec<DraftRow>,
    /// Participants that this device reads.
    pub caseload: u32,
}

/// A participant owed a contact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OwedRow {
    /// Participant, hex.
    pub participant: String,
    /// Preferred name.
    pub name: String,
    /// To dial; empty when unknown.
    pub phone: String,
    /// Whole safe-contact rule.
    pub safe_contact: SafeContactView,
    /// Why; the most pressing of the reasons (S0-6).
    pub reason: OwedReason,
    /// What else is owed today, and days of high risk.
    pub also: Vec<Obligation>,
    /// Days of the duty without contact, today not counted.
    pub days_missed: u32,
    /// Tried today without reaching.
    pub tried_today: bool,
    /// Unix ms of the last time reached.
    pub last_reached_at: Option<i64>,
    /// Whose caseload.
    pub coach: String,
    /// Own caseload.
    pub own: bool,
    /// The coach for whom this member covers; empty when for nobody.
    pub covering_for: String,
}

/// One thing about a participant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ObligationRow {
    /// Participant, hex.
    pub participant: String,
    /// Preferred name.
    pub name: String,
    /// Whose caseload.
    pub coach: String,
    /// Own caseload.
    pub own: bool,
    /// What.
    pub obligation: Obligation,
}

/// The rule that guards a call.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SafeContactView {
    /// Plain words.
    pub words: String,
    /// No voicemail.
    pub no_voicemail: bool,
    /// `HH:MM`.
    pub not_after: Option<String>,
}

/// Why a contact is owed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum OwedReason {
    /// Discharged and no confirmed intake date.
    DailyUntilIntake {
        /// 1 on the day of discharge.
        day: u32,
        /// Day of discharge.
        discharged_on: String,
        /// What is known of an intake; `Confirmed` while devices disagree about it.
        intake: Option<(IntakeStatus, Option<String>)>,
    },
    /// A confirmed intake date did not hold: owed each day again.
    DailyAgain {
        /// 1 on the day that was found out.
        day: u32,
        /// That day.
        since: String,
    },
    /// Anything else.
    Obligation(Box<Obligation>),
}

/// Which form is half-written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DraftKind {
    /// A contact.
    Contact,
    /// Details.
    Details,
    /// How they came to the program.
    Referral,
    /// Something of their plan.
    Plan,
    /// Somebody around them.
    Around,
    /// Ten statements about recovery.
    Barc10,
    /// An appointment.
    Appointment,
    /// Another one, of this version or a newer one.
    Other,
    /// Somebody new.
    New,
}

/// A half-written form about a participant, or about somebody new. Each of the former keeps an order to forget them waiting.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DraftRow {
    /// Key.
    pub key: String,
    /// Which form.
    pub kind: DraftKind,
    /// Participant, hex; empty for somebody new.
    pub participant: String,
    /// Preferred name; empty for somebody new.
    pub name: String,
    /// Unix ms.
    pub updated_at: i64,
}
