use serde::{Deserialize, Serialize};

/// A member to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberChoice {
    /// Member, hex.
    pub member: String,
    /// Name.
    pub name: String,
}

/// That a participant went to another coach.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HandOverView {
    /// ULID.
    pub id: String,
    /// Name of the coach.
    pub to: String,
    /// Name of who handed over.
    pub by: String,
    /// Unix ms.
    pub at: i64,
    /// Why; may be empty.
    pub reason: String,
}

/// A participant who went to another coach, and of whom nothing is on this device.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DepartureView {
    /// Participant, hex.
    pub participant: String,
    /// Name of the coach.
    pub coach: String,
    /// Unix ms at which this device let go of them.
    pub at: i64,
}
