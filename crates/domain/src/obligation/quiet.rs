//! Putting an obligation off, and muting a participant: nothing is closed by it, everything is
//! still counted, and who did it and why stays to be read.

use super::{Obligation, ObligationKind, State};
use crate::id::{MemberId, RecordId};
use crate::record::Void;
use crate::time::{LocalDate, Timestamp};
use serde::{Deserialize, Serialize};

/// An obligation is put off for so many days at the most.
pub const SNOOZE_MOST_DAYS: i64 = 14;

/// That an obligation was put off, or a participant muted, as the record shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quiet {
    /// Its id.
    pub id: RecordId,
    /// The obligation, by kind and anchor; `None`: the participant.
    pub of: Option<(ObligationKind, LocalDate)>,
    /// Shown again from this day on; `None`, for a participant only: until it is taken back.
    pub until: Option<LocalDate>,
    /// Why.
    pub reason: String,
    /// The local day on which it was said.
    pub said: LocalDate,
    /// When it was written down.
    pub recorded_at: Timestamp,
    /// By whom; `None` only when the document does not say.
    pub by: Option<MemberId>,
    /// Set when it was taken back.
    pub void: Option<Void>,
}

/// What was put off and not taken back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuietFacts(Vec<Quiet>);

/// Why an obligation is not shown among what is owed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hushed {
    /// The record that says so.
    pub record: RecordId,
    /// The whole participant was muted, not this one thing put off.
    pub muted: bool,
    /// Shown again from this day on; `None`: until it is taken back.
    pub until: Option<LocalDate>,
    /// Why.
    pub reason: String,
    /// By whom.
    pub by: Option<MemberId>,
}

impl QuietFacts {
    /// Those that were not taken back.
    pub fn new(all: &[Quiet]) -> Self {
        let standing = all.iter().filter(|quiet| quiet.void.is_none());
        Self(standing.cloned().collect())
    }

    /// What keeps an obligation quiet today; the one that lasts longest.
    pub(super) fn hushed(&self, obligation: &Obligation, today: LocalDate) -> Option<Hushed> {
        if matches!(obligation.state, State::Watch { .. } | State::Over { .. }) {
            return None;
        }
        let holds = self.0.iter().filter(|quiet| quiet.holds(obligation, today));
        let longest = holds.max_by_key(|quiet| {
            (
                quiet.until.unwrap_or(LocalDate::LAST),
                quiet.of.is_none(),
                quiet.id,
            )
        })?;
        Some(Hushed {
            record: longest.id,
            muted: longest.of.is_none(),
            until: longest.until,
            reason: longest.reason.clone(),
            by: longest.by,
        })
    }
}

impl Quiet {
    /// What was said by a clock that runs ahead does not hold yet, so that it shows rather than not.
    fn holds(&self, obligation: &Obligation, today: LocalDate) -> bool {
        if self.said > today || self.until.is_some_and(|until| until <= today) {
            return false;
        }
        match self.of {
            Some((kind, anchor)) => {
                let days = self.until.map(|until| until.days_since(self.said));
                kind == obligation.kind
                    && anchor == obligation.anchor
                    && days.is_some_and(|days| days <= SNOOZE_MOST_DAYS)
            }
            // What began later breaks through: whoever muted the participant did not know of it.
            None => obligation.anchor <= self.said,
        }
    }
}
