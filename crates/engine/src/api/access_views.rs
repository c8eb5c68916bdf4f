use serde::{Deserialize, Serialize};

use super::MemberChoice;

/// Somebody opened the record of a participant of another's caseload, or was let into it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessView {
    /// ULID.
    pub access: String,
    /// Participant, hex.
    pub participant: String,
    /// Preferred name; empty when nothing of them is here any more.
    pub name: String,
    /// Who; empty when the agency's document does not say.
    pub by: String,
    /// It was this member.
    pub own: bool,
    /// On which device; empty when it has no name.
    pub device: String,
    /// Unix ms.
    pub at: i64,
    /// Whom they let in; `None` when they opened it themselves.
    pub let_in: Option<LetInView>,
}

/// Who was let into a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetInView {
    /// Who; empty when the agency's document does not say.
    pub name: String,
    /// Unix ms; `None` when their reading was ended.
    pub until: Option<i64>,
    /// They asked in an emergency, and this device answered by itself.
    pub emergency: bool,
    /// Why.
    pub reason: String,
}

/// Who reads a record besides those who read its coach's caseload.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuestView {
    /// Member, hex.
    pub member: String,
    /// Their name.
    pub name: String,
    /// It is this member.
    pub own: bool,
    /// Unix ms.
    pub until: i64,
    /// They asked in an emergency.
    pub emergency: bool,
    /// Why; empty as long as the record does not say.
    pub reason: String,
    /// This member may end it.
    pub may_end: bool,
}

/// What supervisors on call asked for in emergencies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmergenciesView {
    /// Coaches whose participants this member may ask for; empty when for nobody's.
    pub coaches: Vec<MemberChoice>,
    /// Own requests, or those that this member's device may answer; newest first.
    pub requests: Vec<EmergencyView>,
}

/// One request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmergencyView {
    /// ULID.
    pub id: String,
    /// Who asked.
    pub by: String,
    /// This member did.
    pub own: bool,
    /// Whose participant.
    pub coach: String,
    /// The participant's name, as they typed it.
    pub name: String,
    /// Why.
    pub reason: String,
    /// Unix ms, by the clock of who asked.
    pub at: i64,
    /// What became of it.
    pub state: EmergencyState,
}

/// What became of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum EmergencyState {
    /// No device of a supervisor has answered yet.
    Waiting,
    /// That coach has nobody of that name, or more than one.
    NotFound,
    /// The record is open to who asked.
    Open {
        /// Participant, hex.
        participant: String,
        /// Unix ms.
        until: i64,
    },
    /// The record was open.
    Over,
    /// Nobody answered in time.
    Unanswered,
}
