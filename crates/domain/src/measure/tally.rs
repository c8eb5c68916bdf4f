//! Counting: cases, of which each opens to what it comes from.

use super::facts::Tags;
use super::{Period, Unit};
use crate::coded::coded;
use crate::id::{ParticipantId, RecordId};
use crate::time::LocalDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What is known of one case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Found {
    /// It was so.
    Yes,
    /// It was not so.
    No,
    /// Nobody wrote it down; it counts among all, and is told apart.
    NotSaid,
}

/// To what a case opens.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Subject {
    /// The record of a participant.
    Participant(ParticipantId),
    /// A call-out.
    CallOut(RecordId),
    /// A member or a person without a device, by the id in the agency's document.
    Person(String),
    /// A site, by its name.
    Site(String),
    /// Something that opens to nothing, by its name.
    Named(String),
}

/// One case of a measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// The day by which it belongs to a period.
    pub on: LocalDate,
    /// To what it opens.
    pub subject: Subject,
    /// What is known.
    pub found: Found,
    /// Minutes or days, where the measure is one of time and it is known.
    pub amount: Option<u32>,
    /// By what it can be told apart.
    pub tags: Tags,
}

coded! {
    /// By what figures can be told apart (S0-9, S0-11, S0-24, S1-13).
    Dimension {
        /// The program.
        Program = "program",
        /// The site.
        Site = "site",
        /// The intercept.
        Intercept = "intercept",
        /// A partner of the program.
        Partner = "partner",
        /// Who pays.
        Funder = "funder",
        /// The coach of the caseload.
        Coach = "coach",
    }
}

/// Only cases of which this holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slice {
    /// By what.
    pub by: Dimension,
    /// Which; empty for those of which it is not known.
    pub name: String,
}

impl Slice {
    /// Whether a case belongs to it.
    pub fn holds(&self, tags: &Tags) -> bool {
        let names = tags.of(self.by);
        if self.name.is_empty() {
            names.is_empty()
        } else {
            names.contains(&self.name)
        }
    }
}

/// Every name that cases have in a dimension, in order; an empty one where some have none.
pub fn slices(cases: &[Case], by: Dimension) -> Vec<Slice> {
    let mut names = BTreeSet::new();
    for case in cases {
        let of = case.tags.of(by);
        if of.is_empty() {
            names.insert(String::new());
        }
        names.extend(of);
    }
    let slice = |name| Slice { by, name };
    names.into_iter().map(slice).collect()
}

/// How many cases there are, and of how many it is so.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// It was so.
    pub yes: u32,
    /// It was not.
    pub no: u32,
    /// Nobody wrote it down.
    pub not_said: u32,
    /// The middle of the known amounts; of two in the middle the mean, rounded up.
    pub middle: Option<u32>,
    /// How many amounts are known.
    pub amounts: u32,
}

impl Tally {
    /// Of these cases.
    pub fn of<'a>(cases: impl IntoIterator<Item = &'a Case>) -> Self {
        let mut tally = Self::default();
        let mut amounts = Vec::new();
        for case in cases {
            let count = match case.found {
                Found::Yes => &mut tally.yes,
                Found::No => &mut tally.no,
                Found::NotSaid => &mut tally.not_said,
            };
            *count = count.saturating_add(1);
            amounts.extend(case.amount);
        }
        amounts.sort_unstable();
        tally.amounts = u32::try_from(amounts.len()).unwrap_or(u32::MAX);
        tally.middle = middle(&amounts);
        tally
    }

    /// All cases.
    pub const fn all(&self) -> u32 {
        self.yes
            .saturating_add(self.no)
            .saturating_add(self.not_said)
    }
}

fn middle(sorted: &[u32]) -> Option<u32> {
    let upper = *sorted.get(sorted.len() / 2)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = *sorted.get(sorted.len() / 2 - 1)?;
    Some(lower + (upper - lower).div_ceil(2))
}

/// The value of a measure for a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Value {
    /// So many; none is `0` and a value.
    Number(u32),
    /// So many of so many; nobody wrote down how it was with `not_said` of them. Of none there is no
    /// share.
    Share {
        /// Of so many it is so.
        yes: u32,
        /// Of all these.
        of: u32,
        /// Of these nobody wrote it down.
        not_said: u32,
    },
    /// The middle of so many known amounts out of all cases; in minutes or days as the unit says.
    Middle {
        /// The middle; `None` where none is known.
        amount: Option<u32>,
        /// So many are known.
        known: u32,
        /// All cases; `None` where that would tell of a few.
        of: Option<u32>,
    },
    /// It is small, or would give away a small one, and is not told (S3-20).
    Hidden {
        /// All cases, where that may be told.
        of: Option<u32>,
    },
    /// There is no value: it was not yet counted then, or nobody wrote one down.
    Missing,
}

impl Value {
    /// Of the cases of a period; missing for one that ends before anything was counted, or that has
    /// not begun.
    pub fn of(
        cases: &[Case],
        unit: Unit,
        period: Period,
        slice: Option<&Slice>,
        since: Option<LocalDate>,
        today: LocalDate,
    ) -> Self {
        let before = since.is_none_or(|since| period.last() < since);
        if before || today < period.first() {
            return Self::Missing;
        }
        let within = cases
            .iter()
            .filter(|case| period.contains(case.on) && slice.is_none_or(|s| s.holds(&case.tags)));
        Self::from_tally(&Tally::of(within), unit)
    }

    /// As a unit shows it.
    pub const fn from_tally(tally: &Tally, unit: Unit) -> Self {
        match unit {
            Unit::Number => Self::Number(tally.yes),
            Unit::Share => Self::Share {
                yes: tally.yes,
                of: tally.all(),
                not_said: tally.not_said,
            },
            Unit::Minutes | Unit::Days => Self::Middle {
                amount: tally.middle,
                known: tally.amounts,
                of: Some(tally.all()),
            },
        }
    }

    /// The height of its point in a curve: a number, a share in hundredths of a percent, minutes or
    /// days. `None`: there is no point.
    pub fn height(&self) -> Option<u32> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Share { yes, of, .. } => {
                let share = u64::from(*yes) * 10_000;
                let rounded = (share + u64::from(*of) / 2).checked_div(u64::from(*of))?;
                u32::try_from(rounded).ok()
            }
            Self::Middle { amount, .. } => *amount,
            Self::Hidden { .. } | Self::Missing => None,
        }
    }
}
