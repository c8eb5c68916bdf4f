use handrail_domain::LocalDate;
use handrail_domain::around::{AroundField, Link, Relation};
use serde::{Deserialize, Serialize};

use super::{ConflictView, TieView, VoidView};

/// Writes down who is around a participant. Taken back by [`super::Command::VoidMilestone`] with
/// the record of the reply.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum AroundCommand {
    /// Adds somebody.
    Add {
        /// Participant, hex.
        participant: String,
        /// What is known of them.
        fields: Vec<AroundField>,
    },
    /// Changes what is known of somebody.
    Change {
        /// Participant, hex.
        participant: String,
        /// ULID.
        person: String,
        /// Only the fields that change.
        changes: Vec<AroundField>,
    },
}

/// Everybody around a participant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AroundView {
    /// Participant, hex.
    pub participant: String,
    /// As shown.
    pub name: String,
    /// This member may look and not write.
    pub read_only: bool,
    /// Their circle of support, then professionals by system; within each who is in touch first,
    /// and last what was taken back.
    pub people: Vec<AroundPersonView>,
    /// Participants with a record of their own who belong to this one, the first tied first.
    pub ties: Vec<TieView>,
    /// Two versions of one field, until one is chosen.
    pub conflicts: Vec<ConflictView>,
}

/// Somebody around a participant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AroundPersonView {
    /// ULID.
    pub id: String,
    /// Name.
    pub name: String,
    /// What they are to the participant.
    pub relation: Relation,
    /// As dialled; may be empty.
    pub phone: String,
    /// What is good to know; may be empty.
    pub words: String,
    /// How the two are in touch.
    pub link: Link,
    /// Since when.
    pub since: LocalDate,
    /// Not valid any more.
    pub voided: Option<VoidView>,
}
