use serde::{Deserialize, Serialize};

/// Somebody opened the record of a participant of another's caseload.
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
}
