//! Participants who belong together, each with a record of their own (S2-10), and two records of
//! one person.
//!
//! Neither record names the other. Both hold the same mark, which is made for the two and says
//! nothing by itself: a device that reads both records finds them by it. So a record never says to a
//! reader of the other that it exists under some id, and of whoever is forgotten no id stays behind.

use crate::coded::coded;
use crate::id::{MemberId, RecordId};
use crate::record::Void;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

coded! {
    /// What the other is to the participant in whose record it stands.
    TieKind {
        /// Their mother or father.
        Parent = "parent",
        /// Their child.
        Child = "child",
        /// Their sister or brother.
        Sibling = "sibling",
        /// Their partner.
        Partner = "partner",
        /// They belong together in another way.
        Other = "other",
        /// They are one person who was written down twice.
        Same = "same_person",
    }
}

impl TieKind {
    /// What the participant is to the other.
    #[must_use]
    pub const fn seen_from_the_other(self) -> Self {
        match self {
            Self::Parent => Self::Child,
            Self::Child => Self::Parent,
            same => same,
        }
    }
}

/// One end of a tie, as one of the two records shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tie {
    /// Id of the record.
    pub id: RecordId,
    /// The mark that the other record holds too, and no third one.
    pub mark: RecordId,
    /// What the other is to this participant.
    pub kind: TieKind,
    /// When it was written down.
    pub recorded_at: Timestamp,
    /// Who wrote it down; `None` only when the document does not say.
    pub recorded_by: Option<MemberId>,
    /// Set when it was taken away.
    pub void: Option<Void>,
}
