//! Who is asked when nobody has seen a concern, and which line takes reports.

use crate::id::MemberId;
use crate::time::{LocalDate, Timestamp};
use serde::{Deserialize, Serialize};

/// Minutes after which the next supervisor is asked, where the agency said nothing else.
pub const USUAL_MINUTES: u16 = 15;
/// The fewest minutes that an agency can choose.
pub const LEAST_MINUTES: u16 = 5;
/// The most.
pub const MOST_MINUTES: u16 = 240;

/// Who is asked in which order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chain {
    /// Minutes after which the next one is asked, [`LEAST_MINUTES`] to [`MOST_MINUTES`].
    pub minutes: u16,
    /// Members, hex; whoever is not in it comes after those who are.
    #[serde(default)]
    pub order: Vec<String>,
}

impl Default for Chain {
    fn default() -> Self {
        Self {
            minutes: USUAL_MINUTES,
            order: Vec::new(),
        }
    }
}

impl Chain {
    /// Whether it can be worked with.
    pub fn is_whole(&self) -> bool {
        (LEAST_MINUTES..=MOST_MINUTES).contains(&self.minutes)
    }

    /// These supervisors in the order in which they are asked. Whoever raised a concern is not asked
    /// about it.
    pub fn of(&self, mut supervisors: Vec<MemberId>, raised_by: MemberId) -> Vec<MemberId> {
        supervisors.retain(|one| *one != raised_by);
        let place = |member: &MemberId| {
            let hex = member.to_string();
            let known = self.order.iter().position(|one| *one == hex);
            (known.unwrap_or(usize::MAX), *member)
        };
        supervisors.sort_by_key(place);
        supervisors.dedup();
        supervisors
    }
}

/// Whose turn it is as long as nobody has seen a concern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// So many of the chain have been asked; 0 where there is nobody.
    pub asked: usize,
    /// When the next one is asked; `None` once all have been.
    pub next_at: Option<Timestamp>,
}

/// Whose turn it is of `length` supervisors. A clock that was set back asks nobody fewer than the first.
pub fn turn(length: usize, minutes: u16, raised_at: Timestamp, now: Timestamp) -> Turn {
    let step = i64::from(minutes.max(1)) * 60_000;
    let passed = now.millis().saturating_sub(raised_at.millis()).max(0) / step;
    let passed = usize::try_from(passed).unwrap_or(usize::MAX);
    let asked = passed.saturating_add(1).min(length);
    let next = i64::try_from(asked)
        .ok()
        .filter(|_| 0 < asked && asked < length);
    Turn {
        asked,
        next_at: next.map(|next| raised_at.plus_minutes(next * i64::from(minutes.max(1)))),
    }
}

/// A line that takes reports of harm to children.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportLine {
    /// Whose it is.
    pub name: String,
    /// As it is written.
    pub number: String,
    /// When it answers, in words; may be empty.
    #[serde(default)]
    pub when: String,
}

/// The lines of the place where the agency is. Numbers change, so they are dated and have a source.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReportLines {
    /// In the order in which they are shown.
    pub lines: Vec<ReportLine>,
    /// Where that was read.
    #[serde(default)]
    pub source: String,
    /// When somebody last made sure.
    #[serde(default)]
    pub checked_on: Option<LocalDate>,
}

impl ReportLines {
    /// Most lines.
    pub const MOST: usize = 4;

    /// Whether every line has a name and a number that can be dialled, and somebody made sure of it.
    pub fn is_whole(&self) -> bool {
        let dials = |number: &str| {
            let digits = number.chars().filter(char::is_ascii_digit).count();
            let others = number
                .chars()
                .all(|one| one.is_ascii_digit() || " +-().".contains(one));
            (3..=15).contains(&digits) && others
        };
        let whole = |line: &ReportLine| !line.name.trim().is_empty() && dials(&line.number);
        self.lines.len() <= Self::MOST
            && self.lines.iter().all(whole)
            && (self.lines.is_empty() || self.checked_on.is_some())
    }
}
