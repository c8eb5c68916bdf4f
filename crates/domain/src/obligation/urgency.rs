//! The order of Today.

use super::{Obligation, State};
use crate::time::LocalDate;
use serde::{Deserialize, Serialize};

/// How pressing an obligation is; the greatest comes first on Today.
///
/// Those that nobody tried today come before those that were tried; then the later ones, then those
/// in days of high risk, then the older ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Urgency {
    not_tried: bool,
    days_late: u32,
    watched: bool,
    days: i64,
}

impl Obligation {
    /// How pressing it is; `None` when nothing is to be done today. `watched`: the participant is
    /// in days of high risk.
    pub fn urgency(&self, watched: bool, today: LocalDate) -> Option<Urgency> {
        match self.state {
            State::Owed {
                days_late,
                tried_today,
                ..
            } if self.hushed.is_none() => Some(Urgency {
                not_tried: !tried_today,
                days_late,
                watched,
                days: today.days_since(self.since),
            }),
            _ => None,
        }
    }
}
