use handrail_domain::resource::{Resource, ResourceField};
use serde::{Deserialize, Serialize};

/// Writes in the agency's directory; replies `Done`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ResourceCommand {
    /// Adds an entry.
    Add {
        /// What it says; a name and what it helps with are needed.
        fields: Vec<ResourceField>,
    },
    /// Changes an entry.
    Change {
        /// ULID.
        resource: String,
        /// Only the fields that change.
        changes: Vec<ResourceField>,
    },
    /// Puts the agency's own crisis card in force, the text of a crisis pack, or goes back to the
    /// app's; for supervisors and administrators.
    CrisisCard(Option<String>),
}

/// The agency's own crisis card, as the lock screen has it, too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CrisisCardView {
    /// The text of a crisis pack; `None`: the app's own holds.
    pub own: Option<String>,
    /// Who put it in force; empty while locked.
    pub by: String,
    /// This member may put another in force.
    pub may_change: bool,
}

/// The agency's directory.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ResourcesView {
    /// This member may look and not write.
    pub read_only: bool,
    /// By name; what is there no more last.
    pub resources: Vec<ResourceView>,
}

/// An entry of the directory.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ResourceView {
    /// ULID.
    pub id: String,
    /// What it says.
    pub entry: Resource,
    /// It was not made sure of for half a year.
    pub look_again: bool,
}
