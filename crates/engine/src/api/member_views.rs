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
