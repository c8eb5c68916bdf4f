use serde::{Deserialize, Serialize};

use super::Role;

/// One member, their devices, and what these hold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
