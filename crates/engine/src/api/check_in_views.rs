use serde::{Deserialize, Serialize};

/// An order about going in alone; replies `Done`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum CheckInCommand {
    /// The coach goes in now.
    Begin {
        /// Until they are to be heard from, 1..=1440.
        minutes: u32,
        /// Where, and nothing about whom they see; may be empty.
        place: String,
    },
    /// It takes longer.
    Longer {
        /// ULID.
        check_in: String,
        /// From now, 1..=1440.
        minutes: u32,
    },
    /// They are back, or somebody heard from them.
    End {
        /// ULID.
        check_in: String,
    },
}

/// Who went in alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckInsView {
    /// Whether whoever asks has a caseload to keep one in, and none under way.
    pub may_begin: bool,
    /// One's own that is under way.
    pub own: Option<CheckInView>,
    /// Those under way of coaches whose caseloads one reads, the first to be heard from first.
    pub others: Vec<CheckInView>,
}

/// A check-in that is under way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckInView {
    /// ULID.
    pub id: String,
    /// The coach.
    pub coach: String,
    /// Where; may be empty.
    pub place: String,
    /// Unix ms it began.
    pub began_at: i64,
    /// Unix ms by which they are to be heard from.
    pub due_at: i64,
    /// Who can know of it; only of one's own.
    pub known: CheckInKnown,
}

/// Who can know of a check-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum CheckInKnown {
    /// Nobody: it waits on this device.
    HereOnly,
    /// The relay has it.
    Sent,
    /// A supervisor's device has it.
    Reached,
}
