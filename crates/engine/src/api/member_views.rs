use serde::{Deserialize, Serialize};

use super::Role;

/// One member, their devices, and what these hold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "independent facts, not a state"
)]
pub struct MemberPageView {
    /// Member, hex.
    pub member: String,
    /// Name.
    pub name: String,
    /// Role.
    pub role: Role,
    /// May change the roster.
    pub administrator: bool,
    /// This member.
    pub own: bool,
    /// Devices: those in use first, then those taken out.
    pub devices: Vec<DeviceView>,
    /// Caseloads whose keys the devices hold. What a breach decision asks for.
    pub reads: Vec<CaseloadRead>,
    /// Names of the groups that meet which it can open, too, as known here.
    pub groups: Vec<String>,
    /// It can open what coaches say among themselves.
    pub coach_space: bool,
    /// Who looks may invite and take out devices.
    pub may_change: bool,
    /// Belongs to the agency now.
    pub active: bool,
    /// A change of them waits for the relay.
    pub change_waits: bool,
    /// Participants of their caseload whom who looks may hand over, by name.
    pub people: Vec<MemberPerson>,
    /// To whom those may go, by name.
    pub hand_over_to: Vec<super::MemberChoice>,
    /// Who covers their caseload.
    pub covers: Vec<CoverView>,
    /// Who could cover it, by name; empty when who looks may not say.
    pub cover_by: Vec<super::MemberChoice>,
}

/// A participant of a member's caseload.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MemberPerson {
    /// Participant, hex.
    pub participant: String,
    /// Preferred name, or the name.
    pub name: String,
}

/// That somebody covers a caseload.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CoverView {
    /// Who covers, hex.
    pub member: String,
    /// Their name.
    pub name: String,
    /// Unix ms at which it ends.
    pub until: i64,
}

/// A device of a member.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DeviceView {
    /// Device, hex.
    pub device: String,
    /// As its owner calls it; empty when it never said.
    pub name: String,
    /// This device.
    pub own: bool,
    /// Whether it is in the agency.
    pub state: DeviceState,
    /// Unix ms at which its newest record came here, or was made here.
    pub last_heard_at: Option<i64>,
}

/// One device of somebody.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DevicePageView {
    /// The device.
    pub device: DeviceView,
    /// Whose, hex.
    pub member: String,
    /// Their name.
    pub member_name: String,
    /// Their role.
    pub role: Role,
    /// Who looks may take it out.
    pub may_take_out: bool,
    /// How it last said that it keeps what it has; `None` when it never did.
    pub state: Option<KeepingView>,
    /// Caseloads whose keys its owner's devices hold now.
    pub reads: Vec<CaseloadRead>,
    /// Names of the groups that meet which it can open, too, as known here.
    pub groups: Vec<String>,
    /// It can open what coaches say among themselves.
    pub coach_space: bool,
    /// Days without contact after which it locks by itself; 0 for never.
    pub lease_days: u32,
    /// What its loss means, once it was taken out.
    pub sheet: Option<SheetView>,
    /// Contacts that it handed over afterwards. They count for nothing until they are taken in.
    pub late: Vec<super::LateView>,
    /// Other records that it handed over afterwards and that can be taken in, too.
    pub late_records: Vec<super::LateRecordView>,
    /// Records of other kinds that it handed over afterwards, by participant and kind.
    pub late_rest: Vec<super::LateRestView>,
    /// Items that it handed over afterwards and that cannot be read here.
    pub late_others: u32,
}

/// How a device keeps what it has, by its own signed word. That its database is encrypted, each
/// page with ChaCha20 and Poly1305, is part of that word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeepingView {
    /// When it said so by its clock, unix ms.
    pub at: i64,
    /// Of Argon2id.
    pub memory_mib: u32,
    /// Of Argon2id.
    pub passes: u32,
    /// A PIN was chosen.
    pub pin: bool,
    /// A passkey opens it too; `None` where an earlier version of the app did not say.
    pub passkey: Option<bool>,
    /// Days without contact after which it locks by itself, as far as it knew, 0 for never; `None`
    /// as above.
    pub lease_days: Option<u32>,
    /// Minutes without touch until it locks.
    pub auto_lock_minutes: u32,
    /// Of the app.
    pub version: String,
}

/// What was known of a device when it was taken out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetView {
    /// Who took it out; empty when their name is not known.
    pub by: String,
    /// Number of the roster entry.
    pub entry: u64,
    /// When the sheet was made, unix ms; `None` while it is not here, or is not signed by who
    /// took the device out.
    pub at: Option<i64>,
    /// When something of it had last come to who took it out, unix ms.
    pub heard_at: Option<i64>,
    /// Entries of it that others had and who took it out had not.
    pub missing: u32,
    /// Participants whose records were on it, by name.
    pub people: Vec<String>,
    /// Further ones, whose names are not for who looks.
    pub unnamed: u32,
    /// Coaches whose caseload's keys were changed.
    pub rotated: Vec<String>,
    /// The key that everybody in the agency shares was changed.
    pub agency_key: bool,
    /// The key of what coaches say among themselves was changed.
    pub coaches_key: bool,
    /// What it said itself before it wiped itself, once that was heard.
    pub wiped: Option<WipedView>,
}

/// The last word of a device that was taken out, signed by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WipedView {
    /// When it wiped itself by its clock, unix ms.
    pub at: i64,
    /// Entries and drafts that it could not hand over.
    pub left: u32,
    /// When its word came here, unix ms.
    pub heard_at: i64,
}

/// Whether a device is in the agency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DeviceState {
    /// It is.
    Active,
    /// It will be taken out when the relay can be told.
    Leaving,
    /// It was taken out; keys were changed.
    Removed,
}

/// A caseload that a member's devices can read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseloadRead {
    /// Whose caseload.
    pub coach: String,
    /// Participants in it, as known here.
    pub people: u32,
}
