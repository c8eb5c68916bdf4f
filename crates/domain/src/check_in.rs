//! A coach who goes in alone says by when they will be heard from (S4-8).

use crate::id::{MemberId, RecordId};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// Longest time, in milliseconds, until a coach is to be heard from.
pub const LONGEST_MS: i64 = 24 * 60 * 60 * 1_000;

/// Somebody who went in alone. It says nothing about whom they see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckIn {
    /// Its id.
    pub id: RecordId,
    /// Where; may be empty.
    pub place: String,
    /// When it began.
    pub began_at: Timestamp,
    /// By when they are to be heard from.
    pub due_at: Timestamp,
    /// When they were heard from, and who wrote that down; `None` while they are out.
    pub ended: Option<(Timestamp, MemberId)>,
}

/// Something about a check-in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum CheckInChange {
    /// It begins now.
    Begin {
        /// Where; may be empty.
        place: String,
        /// By when they are to be heard from; after now, and [`LONGEST_MS`] from now at most.
        due_at: Timestamp,
    },
    /// It takes until then; the same bounds.
    Longer(Timestamp),
    /// They were heard from.
    End(MemberId),
}
