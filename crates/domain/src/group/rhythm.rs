//! How often a group meets, as one short text that a document holds.

use super::zone::Zone;
use crate::time::{LocalDate, TimeOfDay};
use chrono::Datelike;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Longest meeting, in minutes.
pub const LONGEST_MINUTES: u16 = 600;
/// Most weeks between two meetings.
const MOST_WEEKS: u8 = 26;
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/// Stands for the last one of a month.
const LAST: u8 = 5;

/// On which days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Every {
    /// Every so many weeks, counted from the week of the first day.
    Weeks {
        /// 1 for every week.
        weeks: u8,
        /// One bit for each day of the week, Monday the lowest.
        days: u8,
    },
    /// On the first to fourth, or last (5), such day of each month.
    MonthWeekday {
        /// 1 to 5.
        nth: u8,
        /// 0 for Monday to 6 for Sunday.
        weekday: u8,
    },
    /// On this day of each month, or the last one of shorter months.
    MonthDay {
        /// 1 to 31.
        day: u8,
    },
}

/// When a group meets, by the clock of its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Rhythm {
    /// On which days.
    pub every: Every,
    /// When it begins.
    pub at: TimeOfDay,
    /// How long it takes.
    pub minutes: u16,
    /// By whose clock; `None`: of whatever device shows it.
    pub zone: Option<Zone>,
}

impl Every {
    fn is_whole(self) -> bool {
        match self {
            Self::Weeks { weeks, days } => {
                (1..=MOST_WEEKS).contains(&weeks) && days > 0 && days >> DAYS.len() == 0
            }
            Self::MonthWeekday { nth, weekday } => {
                (1..=LAST).contains(&nth) && usize::from(weekday) < DAYS.len()
            }
            Self::MonthDay { day } => (1..=31).contains(&day),
        }
    }

    /// Whether it falls on a day, counted from its first day.
    pub fn falls_on(self, from: LocalDate, day: LocalDate) -> bool {
        if day < from {
            return false;
        }
        let weekday = weekday(day);
        match self {
            Self::Weeks { weeks, days } => {
                let monday = |of: LocalDate| of.plus_days(-i64::from(self::weekday(of)));
                let apart = monday(day).days_since(monday(from)).div_euclid(7);
                days >> weekday & 1 == 1 && apart % i64::from(weeks.max(1)) == 0
            }
            Self::MonthWeekday { nth, weekday: on } => {
                let is_last = day.plus_days(7).month() != day.month();
                on == weekday && (u32::from(nth) == day.day().div_ceil(7) || nth == LAST && is_last)
            }
            Self::MonthDay { day: on } => {
                let is_last = day.plus_days(1).month() != day.month();
                day.day() == u32::from(on) || is_last && day.day() < u32::from(on)
            }
        }
    }
}

/// 0 for Monday to 6 for Sunday.
fn weekday(day: LocalDate) -> u8 {
    u8::try_from(day.as_naive().weekday().num_days_from_monday()).unwrap_or(0)
}

impl Rhythm {
    /// Whether it can be written down.
    pub fn is_whole(&self) -> bool {
        self.every.is_whole() && (1..=LONGEST_MINUTES).contains(&self.minutes)
    }

    /// Reads what [`Rhythm`] prints; `None` for what only a newer version understands.
    pub fn parse(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        let every = match words.next()? {
            "weeks" => Every::Weeks {
                weeks: words.next()?.parse().ok()?,
                days: days(words.next()?)?,
            },
            "month_weekday" => Every::MonthWeekday {
                nth: words.next()?.parse().ok()?,
                weekday: day_number(words.next()?)?,
            },
            "month_day" => Every::MonthDay {
                day: words.next()?.parse().ok()?,
            },
            _ => return None,
        };
        let rhythm = Self {
            every,
            at: TimeOfDay::parse(words.next()?).ok()?,
            minutes: words.next()?.parse().ok()?,
            zone: match words.next()? {
                "here" => None,
                code => Some(Zone::from_code(code)?),
            },
        };
        (words.next().is_none() && rhythm.is_whole()).then_some(rhythm)
    }
}

fn day_number(word: &str) -> Option<u8> {
    let place = DAYS.iter().position(|day| *day == word)?;
    u8::try_from(place).ok()
}

fn days(text: &str) -> Option<u8> {
    text.split(',')
        .try_fold(0, |all, word| Some(all | 1 << day_number(word)?))
}

impl fmt::Display for Rhythm {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = |day: u8| DAYS.get(usize::from(day)).copied().unwrap_or_default();
        match self.every {
            Every::Weeks { weeks, days } => {
                let named = (0..7).filter(|day| days >> day & 1 == 1).map(name);
                let named: Vec<&str> = named.collect();
                write!(formatter, "weeks {weeks} {}", named.join(","))?;
            }
            Every::MonthWeekday { nth, weekday } => {
                write!(formatter, "month_weekday {nth} {}", name(weekday))?;
            }
            Every::MonthDay { day } => write!(formatter, "month_day {day}")?,
        }
        let zone = self.zone.map_or("here", Zone::code);
        write!(formatter, " {} {} {zone}", self.at, self.minutes)
    }
}

/// Whether a day is a public holiday in the whole of the United States (5 U.S.C. 6103), on its own
/// day. It calls nothing off: it is shown, so that somebody decides.
pub fn is_public_holiday(day: LocalDate) -> bool {
    let nth = |month: u32, nth: u8, weekday: u8| {
        let every = Every::MonthWeekday { nth, weekday };
        day.month() == month && every.falls_on(LocalDate::FIRST, day)
    };
    let fixed = [(1, 1), (6, 19), (7, 4), (11, 11), (12, 25)];
    fixed.contains(&(day.month(), day.day()))
        || nth(1, 3, 0)
        || nth(2, 3, 0)
        || nth(5, LAST, 0)
        || nth(9, 1, 0)
        || nth(10, 2, 0)
        || nth(11, 4, 3)
}
