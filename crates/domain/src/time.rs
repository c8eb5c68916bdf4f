//! Moments, calendar days and times of day, and the one way from a moment to a local day.

use chrono::{DateTime, Datelike, Days, FixedOffset, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A moment: milliseconds since 1970-01-01 00:00 UTC, by the clock of the device that wrote it.
/// Clocks are wrong at times, so any value is allowed, also before 1970 and far ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Timestamp(i64);

impl Timestamp {
    /// From milliseconds since 1970-01-01 00:00 UTC.
    pub const fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// The nearest moment in the years 1 to 9998, the range that documents hold.
    #[must_use]
    pub fn within_years(self) -> Self {
        const FIRST: i64 = -62_135_510_400_000; // 0001-01-02T00:00Z
        const LAST: i64 = 253_370_678_400_000; // 9998-12-31T00:00Z
        Self(self.0.clamp(FIRST, LAST))
    }

    /// Milliseconds since 1970-01-01 00:00 UTC.
    pub const fn millis(self) -> i64 {
        self.0
    }

    /// The moment `minutes` later (earlier when negative); stops at the ends of the range.
    #[must_use]
    pub const fn plus_minutes(self, minutes: i64) -> Self {
        Self(self.0.saturating_add(minutes.saturating_mul(60_000)))
    }
}

/// What the device says about this moment: the time, and how many minutes local time is ahead of UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Now {
    /// The moment.
    pub at: Timestamp,
    /// Minutes that local time is ahead of UTC; negative west of Greenwich (Wisconsin: -360, -300 in summer).
    pub offset_minutes: i32,
}

impl Now {
    /// The calendar day on the wall where the device is.
    pub fn local_date(self) -> LocalDate {
        local_date(self.at, self.offset_minutes)
    }

    /// Minutes since local midnight, 0 to 1439.
    pub fn minute_of_day(self) -> u16 {
        let minutes = local_millis(self.at, self.offset_minutes).div_euclid(60_000);
        u16::try_from(minutes.rem_euclid(1440)).unwrap_or(0)
    }
}

/// The calendar day of `at` where local time is `offset_minutes` ahead of UTC.
///
/// Any clock is accepted: days before year 1 or after 9999 become the first or last day of that range.
pub fn local_date(at: Timestamp, offset_minutes: i32) -> LocalDate {
    let millis = local_millis(at, offset_minutes);
    let day = DateTime::from_timestamp_millis(millis).map(|moment| moment.date_naive());
    match day.and_then(LocalDate::from_naive) {
        Some(date) => date,
        None if millis < 0 => LocalDate::FIRST,
        None => LocalDate::LAST,
    }
}

fn local_millis(at: Timestamp, offset_minutes: i32) -> i64 {
    at.plus_minutes(i64::from(offset_minutes)).millis()
}

/// A moment with the offset of local time, as documents hold it: RFC 3339 with milliseconds, such
/// as `2026-03-08T05:30:00.000-06:00`. Years before 1 or after 9998 become the nearest of that
/// range, and offsets are kept within a day.
pub(crate) fn moment_text(at: Timestamp, offset_minutes: i32) -> String {
    let offset = offset_minutes.clamp(-1439, 1439);
    let utc = DateTime::from_timestamp_millis(at.within_years().millis()).unwrap_or_default();
    let form = "%Y-%m-%dT%H:%M:%S%.3f%:z";
    match FixedOffset::east_opt(offset * 60) {
        Some(zone) => utc.with_timezone(&zone).format(form).to_string(),
        None => utc.format(form).to_string(),
    }
}

/// Reads what [`moment_text`] wrote.
pub(crate) fn parse_moment(text: &str) -> Option<(Timestamp, i32)> {
    let moment = DateTime::parse_from_rfc3339(text).ok()?;
    let offset_minutes = moment.offset().local_minus_utc() / 60;
    Some((
        Timestamp::from_millis(moment.timestamp_millis()),
        offset_minutes,
    ))
}

/// A calendar day without a time, from 0001-01-01 to 9999-12-31. Written as `2026-05-01`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "NaiveDate", into = "NaiveDate")]
pub struct LocalDate(NaiveDate);

impl LocalDate {
    /// The first day that can be written.
    pub const FIRST: Self = Self(match NaiveDate::from_ymd_opt(1, 1, 1) {
        Some(date) => date,
        None => NaiveDate::MIN,
    });
    /// The last day that can be written.
    pub const LAST: Self = Self(match NaiveDate::from_ymd_opt(9999, 12, 31) {
        Some(date) => date,
        None => NaiveDate::MAX,
    });

    /// A day by year, month (1 to 12) and day of the month; `None` when there is no such day.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        Self::from_naive(NaiveDate::from_ymd_opt(year, month, day)?)
    }

    /// From a `chrono` date; `None` outside the years 1 to 9999.
    pub fn from_naive(date: NaiveDate) -> Option<Self> {
        (1..=9999).contains(&date.year()).then_some(Self(date))
    }

    /// The same day as a `chrono` date.
    pub const fn as_naive(self) -> NaiveDate {
        self.0
    }

    /// Reads `2026-05-01`.
    ///
    /// # Errors
    /// [`DateError`] when the text is not a day in that form.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d")
            .ok()
            .and_then(Self::from_naive)
            .ok_or(DateError)
    }

    /// Whole days from `other` to this day; negative when this day is earlier.
    pub fn days_since(self, other: Self) -> i64 {
        self.0.signed_duration_since(other.0).num_days()
    }

    /// The day `days` later (earlier when negative); stops at the first and last day.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        let moved = if days < 0 {
            self.0.checked_sub_days(Days::new(days.unsigned_abs()))
        } else {
            self.0.checked_add_days(Days::new(days.unsigned_abs()))
        };
        let end = if days < 0 { Self::FIRST } else { Self::LAST };
        moved.and_then(Self::from_naive).unwrap_or(end)
    }

    /// The same day of the month `months` later, or the last day of that month where it is shorter
    /// (30 November and three months: 28 or 29 February); stops at the last day.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Self {
        let moved = self.0.checked_add_months(Months::new(months));
        moved.and_then(Self::from_naive).unwrap_or(Self::LAST)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        self.0.day()
    }
}

impl TryFrom<NaiveDate> for LocalDate {
    type Error = DateError;

    fn try_from(date: NaiveDate) -> Result<Self, DateError> {
        Self::from_naive(date).ok_or(DateError)
    }
}

impl From<LocalDate> for NaiveDate {
    fn from(date: LocalDate) -> Self {
        date.0
    }
}

impl fmt::Display for LocalDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.0.format("%Y-%m-%d"))
    }
}

/// The text is not a calendar day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("write the date as year-month-day, for example 2026-05-01")]
pub struct DateError;

/// A time on the wall clock, to the minute.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct TimeOfDay(u16);

impl TimeOfDay {
    /// The beginning of a day.
    pub const MIDNIGHT: Self = Self(0);
    /// Twelve.
    pub const NOON: Self = Self(720);

    /// From minutes after midnight, 0 to 1439.
    pub fn from_minutes(minutes: u16) -> Option<Self> {
        (minutes < 1440).then_some(Self(minutes))
    }

    /// Minutes after midnight.
    pub const fn minutes(self) -> u16 {
        self.0
    }

    /// Reads `18:00`, `6 pm`, `6:30pm` or `18`.
    ///
    /// # Errors
    /// [`TimeOfDayError`] when the text is none of these.
    pub fn parse(text: &str) -> Result<Self, TimeOfDayError> {
        let lower = text.trim().to_lowercase().replace('.', "");
        let (digits, half) = if let Some(rest) = lower.strip_suffix("pm") {
            (rest.trim(), Some(12))
        } else if let Some(rest) = lower.strip_suffix("am") {
            (rest.trim(), Some(0))
        } else {
            (lower.as_str(), None)
        };
        let (hour, minute) = digits.split_once(':').unwrap_or((digits, "0"));
        let hour: u16 = hour.trim().parse().map_err(|_| TimeOfDayError)?;
        let minute: u16 = minute.trim().parse().map_err(|_| TimeOfDayError)?;
        let hour = match half {
            Some(add) if (1..=12).contains(&hour) => hour % 12 + add,
            None if hour < 24 => hour,
            _ => return Err(TimeOfDayError),
        };
        if minute > 59 {
            return Err(TimeOfDayError);
        }
        Self::from_minutes(hour * 60 + minute).ok_or(TimeOfDayError)
    }
}

impl TryFrom<u16> for TimeOfDay {
    type Error = TimeOfDayError;

    fn try_from(minutes: u16) -> Result<Self, TimeOfDayError> {
        Self::from_minutes(minutes).ok_or(TimeOfDayError)
    }
}

impl From<TimeOfDay> for u16 {
    fn from(time: TimeOfDay) -> Self {
        time.0
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

/// The text is not a time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("write the time as 18:00 or 6 pm")]
pub struct TimeOfDayError;

#[cfg(test)]
mod tests;
