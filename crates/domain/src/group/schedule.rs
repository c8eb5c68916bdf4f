//! What was said over time of when a group meets.

use super::Off;
use super::rhythm::Rhythm;
use super::zone::{Zone, wall_ms};
use crate::time::{LocalDate, TimeOfDay, Timestamp};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A day and a time by the clock of the group's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Slot {
    /// The day.
    pub on: LocalDate,
    /// When it begins.
    pub at: TimeOfDay,
    /// How long it takes.
    pub minutes: u16,
}

/// What holds from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Known {
    /// It meets.
    Meets(Rhythm),
    /// It does not.
    Rests,
    /// Something that only a newer version understands.
    Newer(String),
}

/// When a group meets: what holds from each day on, and the last day.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Schedule {
    /// By the first day on which it holds.
    pub from: BTreeMap<LocalDate, Known>,
    /// The last day.
    pub ends: Option<LocalDate>,
}

/// A meeting that was planned, moved, or is known to have taken place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// The day on which it was planned; the meeting keeps it wherever it is moved.
    pub key: LocalDate,
    /// When it takes place.
    pub slot: Slot,
    /// By whose clock.
    pub zone: Option<Zone>,
    /// The schedule has it.
    pub planned: bool,
    /// Why it does not take place.
    pub off: Option<Off>,
}

impl Known {
    /// As documents hold it.
    pub fn text(&self) -> String {
        match self {
            Self::Meets(rhythm) => rhythm.to_string(),
            Self::Rests => REST.to_owned(),
            Self::Newer(text) => text.clone(),
        }
    }

    /// Reads it.
    pub fn parse(text: &str) -> Self {
        match Rhythm::parse(text) {
            _ if text == REST => Self::Rests,
            Some(rhythm) => Self::Meets(rhythm),
            None => Self::Newer(text.to_owned()),
        }
    }
}

const REST: &str = "rest";
const AN_HOUR: u16 = 60;

impl Schedule {
    /// What holds on a day, and since when.
    pub fn on(&self, day: LocalDate) -> Option<(LocalDate, &Known)> {
        let known = self.from.range(..=day).next_back();
        known.map(|(from, known)| (*from, known))
    }

    /// When the group meets on a day by the schedule.
    pub fn slot(&self, day: LocalDate) -> Option<Slot> {
        if self.ends.is_some_and(|ends| day > ends) {
            return None;
        }
        match self.on(day)? {
            (from, Known::Meets(rhythm)) if rhythm.every.falls_on(from, day) => Some(Slot {
                on: day,
                at: rhythm.at,
                minutes: rhythm.minutes,
            }),
            _ => None,
        }
    }

    /// The days on which it meets by the schedule.
    pub fn days(&self, from: LocalDate, until: LocalDate) -> impl Iterator<Item = LocalDate> {
        let days = until.days_since(from).max(-1);
        (0..=days)
            .map(move |more| from.plus_days(more))
            .filter(|day| self.slot(*day).is_some())
    }

    /// By whose clock it meets on a day.
    pub fn zone(&self, day: LocalDate) -> Option<Zone> {
        self.rhythm_near(day).and_then(|rhythm| rhythm.zone)
    }

    /// When a meeting of which only the day is known probably was.
    pub(super) fn likely(&self, day: LocalDate) -> Slot {
        let rhythm = self.rhythm_near(day);
        Slot {
            on: day,
            at: rhythm.map_or(TimeOfDay::NOON, |rhythm| rhythm.at),
            minutes: rhythm.map_or(AN_HOUR, |rhythm| rhythm.minutes),
        }
    }

    /// The rhythm of a day, or of the nearest before, or after it.
    fn rhythm_near(&self, day: LocalDate) -> Option<&Rhythm> {
        let meets = |known: (&LocalDate, &'_ Known)| match known.1 {
            Known::Meets(_) => Some(*known.0),
            _ => None,
        };
        let before = self.from.range(..=day).rev().find_map(meets);
        let near = before.or_else(|| self.from.iter().find_map(meets))?;
        match self.from.get(&near) {
            Some(Known::Meets(rhythm)) => Some(rhythm),
            _ => None,
        }
    }
}

impl Meeting {
    /// The moment at which it begins, where a device without the group's zone is `offset_minutes`
    /// ahead of UTC.
    pub fn begins(&self, offset_minutes: i32) -> Timestamp {
        let Slot { on, at, .. } = self.slot;
        match self.zone {
            Some(zone) => zone.moment(on, at),
            None => Timestamp::from_millis(wall_ms(on, i64::from(at.minutes()), offset_minutes)),
        }
    }

    /// The moment at which it is over.
    pub fn ends(&self, offset_minutes: i32) -> Timestamp {
        let minutes = i64::from(self.slot.minutes);
        self.begins(offset_minutes).plus_minutes(minutes)
    }

    /// Minutes that the wall clock of its place is ahead of UTC when it begins.
    pub fn offset(&self, offset_minutes: i32) -> i32 {
        let begins = self.begins(offset_minutes);
        self.zone
            .map_or(offset_minutes, |zone| zone.offset_at(begins))
    }
}
