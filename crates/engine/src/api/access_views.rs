use serde::{Deserialize, Serialize};

use super::{ForgetReason, MemberChoice};

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

/// One line of the access log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogView {
    /// Unlike that of every other line.
    pub id: String,
    /// What happened.
    pub kind: LogKind,
    /// Unix ms by the clock of the device that did it; `None` where it did not say.
    pub at: Option<i64>,
    /// Who; empty when the agency's document does not say.
    pub by: String,
    /// It was this member.
    pub own: bool,
    /// On which device; empty when it has no name.
    pub device: String,
    /// Name of the member whom it is about; empty where there is none or it is not known.
    pub about: String,
    /// Name of the coach whose caseload it is about.
    pub coach: String,
    /// The role that was given.
    pub role: Option<super::Role>,
    /// Participant, hex; empty where it is about none.
    pub participant: String,
    /// Preferred name; empty when nothing of them is here any more.
    pub name: String,
    /// Rows that were copied.
    pub rows: u32,
    /// Unix ms until which a record is shared.
    pub until: Option<i64>,
    /// Why it is.
    pub reason: String,
    /// Of an order to forget a record: why, and how far it got.
    pub forgotten: Option<ForgottenView>,
}

/// How far an order to forget a record got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForgottenView {
    /// Why.
    pub reason: ForgetReason,
    /// So many devices have not confirmed.
    pub waiting: usize,
    /// The certificate is complete.
    pub complete: bool,
}

/// What a line of the access log says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LogKind {
    /// The record of a participant of another's caseload was opened.
    Opened,
    /// A participant was handed over.
    HandedOver,
    /// A record was shared with somebody until an end.
    Shared,
    /// A record was opened to a supervisor on call who asked in an emergency.
    Emergency,
    /// A record is shared with somebody no longer.
    ShareEnded,
    /// It was ordered that a record is forgotten; `participant` is its number, and there is no name.
    Forgotten,
    /// The caseloads of who was forgotten got new keys.
    KeysRenewed,
    /// A device took new keys of its own.
    DeviceKeysRenewed,
    /// Own rules of retention were put in force; `reason` says which.
    RulesSet,
    /// The rules of retention of the app were put in force again.
    RulesUnset,
    /// The access log was copied out of the app.
    LogCopied,
    /// The recovery kit was printed.
    KitPrinted,
    /// A page of what is required of a participant was printed.
    RequirementsPrinted,
    /// A page of what a participant wants to say was printed; not whose.
    SayingPrinted,
    /// A card that a participant carries was made; not whose.
    CardMade,
    /// Appointments were put into a file for a calendar outside the app.
    CalendarSaved,
    /// Figures of a measure were put into a file or on paper.
    FiguresSaved,
    /// Lines were put into a file for a payer; not whose.
    BillSaved,
    /// So many trips were put into a table for the payroll.
    PayrollSaved,
    /// A code was given to somebody who forgot their passphrase.
    HelpGiven,
    /// The agency was started.
    Founded,
    /// Somebody new was invited.
    Invited,
    /// A link for another device was made.
    DeviceInvited,
    /// An invitation was taken back, or its time was over.
    Withdrawn,
    /// Somebody new came in.
    Joined,
    /// Another device of a member came in.
    DeviceAdded,
    /// The recovery kit brought an administrator back.
    Restored,
    /// A device was taken out.
    DeviceRemoved,
    /// A device that was taken out said that it wiped itself; `rows` says how much it could not hand
    /// over.
    Wiped,
    /// Devices lock after another number of days without contact.
    LeaseSet,
    /// A member has another role.
    RoleChanged,
    /// A membership was ended.
    Left,
    /// Somebody covers a caseload.
    CoverBegun,
    /// A cover ended.
    CoverEnded,
}

/// Something that leaves the app by the person's own hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Export {
    /// So many rows of the access log, as a table.
    AccessLog(u32),
    /// The recovery kit, on paper.
    RecoveryKit,
    /// What is required of a participant, on paper.
    Requirements,
    /// What a participant wants to say, on paper.
    Saying,
    /// So many appointments, as a file for a calendar outside the app.
    Calendar(u32),
    /// So many figures of a measure, in a file or on paper.
    Figures(u32),
    /// So many lines for a payer, as a table.
    Bill(u32),
    /// So many trips, as a table for the payroll.
    Payroll(u32),
}
