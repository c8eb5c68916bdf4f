//! The order of Today: what is owed longest comes first.

use super::Duty;
use serde::{Deserialize, Serialize};

/// How pressing an owed contact is; the greatest comes first on Today.
///
/// Those nobody tried today come before those that were tried; then more missed days, then a
/// longer duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Urgency {
    not_tried: bool,
    days_missed: u32,
    day_number: u32,
}

impl Duty {
    /// How pressing it is; `None` when nothing is owed now.
    pub fn urgency(&self) -> Option<Urgency> {
        match self {
            Self::Owed(owed) => Some(Urgency {
                not_tried: !owed.tried_today,
                days_missed: owed.days_missed,
                day_number: owed.day_number,
            }),
            Self::NotStarted | Self::SettledToday { .. } | Self::Ended(_) => None,
        }
    }
}
