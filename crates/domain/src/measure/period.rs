//! Spans of days for which something is counted.

use crate::coded::coded;
use crate::time::LocalDate;
use serde::{Deserialize, Serialize};
use std::fmt;

coded! {
    /// How long the periods of a curve are.
    Grain {
        /// From Monday to Sunday.
        Week = "week",
        /// A calendar month.
        Month = "month",
        /// Three calendar months.
        Quarter = "quarter",
        /// A calendar year.
        Year = "year",
    }
}

/// Days from a first to a last one, both included. Written `2024`, `2024-Q2`, `2024-05`, or
/// `2024-05-06/2024-05-12`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Period {
    first: LocalDate,
    last: LocalDate,
}

impl Period {
    /// `None` where the last day comes before the first.
    pub fn new(first: LocalDate, last: LocalDate) -> Option<Self> {
        (first <= last).then_some(Self { first, last })
    }

    /// The period of that length which holds a day.
    pub fn holding(grain: Grain, day: LocalDate) -> Self {
        use chrono::Datelike;
        let months = |first: LocalDate, months: u32| Self {
            first,
            last: first.plus_months(months).plus_days(-1),
        };
        let first_of = |month: u32| LocalDate::new(day.year(), month, 1).unwrap_or(day);
        match grain {
            Grain::Week => {
                let gone = day.as_naive().weekday().num_days_from_monday();
                let first = day.plus_days(-i64::from(gone));
                let last = first.plus_days(6);
                Self { first, last }
            }
            Grain::Month => months(first_of(day.month()), 1),
            Grain::Quarter => months(first_of((day.month() - 1) / 3 * 3 + 1), 3),
            Grain::Year => months(first_of(1), 12),
        }
    }

    /// So many periods that end with the one which holds `day`, the first first.
    pub fn series(grain: Grain, day: LocalDate, count: usize) -> Vec<Self> {
        let mut periods = Vec::new();
        let mut period = Self::holding(grain, day);
        while periods.len() < count {
            periods.push(period);
            if period.first == LocalDate::FIRST {
                break;
            }
            period = Self::holding(grain, period.first.plus_days(-1));
        }
        periods.reverse();
        periods
    }

    /// The first day.
    pub const fn first(self) -> LocalDate {
        self.first
    }

    /// The last day.
    pub const fn last(self) -> LocalDate {
        self.last
    }

    /// Whether a day lies in it.
    pub fn contains(self, day: LocalDate) -> bool {
        self.first <= day && day <= self.last
    }

    /// Reads what [`fmt::Display`] wrote.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some((first, last)) = text.split_once('/') {
            let day = |text| LocalDate::parse(text).ok();
            return Self::new(day(first)?, day(last)?);
        }
        let (year, part) = text.split_once('-').unwrap_or((text, ""));
        let year: i32 = (year.len() == 4).then(|| year.parse().ok())??;
        let of = |grain, month| Some(Self::holding(grain, LocalDate::new(year, month, 1)?));
        match part {
            "" => of(Grain::Year, 1),
            "Q1" => of(Grain::Quarter, 1),
            "Q2" => of(Grain::Quarter, 4),
            "Q3" => of(Grain::Quarter, 7),
            "Q4" => of(Grain::Quarter, 10),
            month if month.len() == 2 => of(Grain::Month, month.parse().ok()?),
            _ => None,
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = (self.first.year(), self.first.month());
        let is = |grain| *self == Self::holding(grain, self.first);
        if is(Grain::Year) {
            write!(formatter, "{year:04}")
        } else if is(Grain::Quarter) {
            write!(formatter, "{year:04}-Q{}", (month - 1) / 3 + 1)
        } else if is(Grain::Month) {
            write!(formatter, "{year:04}-{month:02}")
        } else {
            write!(formatter, "{}/{}", self.first, self.last)
        }
    }
}

impl TryFrom<String> for Period {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or("write a period as 2024, 2024-Q2, 2024-05 or first/last day")
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.to_string()
    }
}
