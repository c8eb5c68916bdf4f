//! Dates, times and amounts as people say them.
//!
//! Instants are unix milliseconds; days are `YYYY-MM-DD`. Nothing here reads
//! a clock: [`Moment`] carries the time.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, Timelike};
use fluent_bundle::FluentValue;

use super::Words;

/// The time now, and how far east of UTC the device is at any instant.
#[derive(Debug, Clone, Copy)]
pub struct Moment {
    /// Unix milliseconds.
    pub at: i64,
    /// Minutes east of UTC at an instant in unix milliseconds.
    pub offset_at: fn(i64) -> i32,
}

impl PartialEq for Moment {
    fn eq(&self, other: &Self) -> bool {
        self.at == other.at
    }
}

impl Moment {
    /// Local date and minute of the day at an instant.
    pub fn local(&self, at: i64) -> (NaiveDate, NaiveTime) {
        let shifted = at.saturating_add(i64::from((self.offset_at)(at)) * 60_000);
        let instant = DateTime::from_timestamp_millis(shifted).unwrap_or_default();
        (instant.date_naive(), instant.time())
    }

    /// Today where the device is.
    pub fn today(&self) -> NaiveDate {
        self.local(self.at).0
    }

    /// `HH:MM` now, 24 hours, for comparing with rules.
    pub fn clock_now(&self) -> String {
        let (_, time) = self.local(self.at);
        format!("{:02}:{:02}", time.hour(), time.minute())
    }

    /// Unix milliseconds of a local day and `HH:MM`; `None` when either does
    /// not parse.
    pub fn instant_of(&self, day: &str, time: &str) -> Option<i64> {
        let day: NaiveDate = day.parse().ok()?;
        let time = NaiveTime::parse_from_str(time, "%H:%M").ok()?;
        let naive = day.and_time(time).and_utc().timestamp_millis();
        let first = naive - i64::from((self.offset_at)(naive)) * 60_000;
        Some(naive - i64::from((self.offset_at)(first)) * 60_000)
    }
}

/// "2:02 pm" or "2:02 p. m.".
pub fn time(words: &Words, moment: &Moment, at: i64) -> String {
    clock_time(words, moment.local(at).1)
}

/// "6:00 pm" for `18:00`; the text itself when it is not a time.
pub fn time_of_rule(words: &Words, text: &str) -> String {
    NaiveTime::parse_from_str(text, "%H:%M")
        .map_or_else(|_| text.to_owned(), |time| clock_time(words, time))
}

fn clock_time(words: &Words, time: NaiveTime) -> String {
    let (afternoon, hour) = time.hour12();
    let key = if afternoon {
        "time-afternoon"
    } else {
        "time-morning"
    };
    words.say_with(
        key,
        [
            ("hour", hour.into()),
            ("minute", format!("{:02}", time.minute()).into()),
        ],
    )
}

/// "today", "yesterday", "Mon, Nov 16", "Nov 16, 2025" for a local day, as it
/// stands within a sentence; the text itself when it is not a day.
pub fn day(words: &Words, moment: &Moment, day: &str) -> String {
    day.parse().map_or_else(
        |_| day.to_owned(),
        |day| named_day(words, moment.today(), day),
    )
}

/// A day or time that stands by itself or begins a line: "Today", "Lun, 16 nov".
pub fn alone(mut said: String) -> String {
    if let Some(first) = said.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    said
}

/// The local day of an instant, as [`day`] says it.
pub fn day_of(words: &Words, moment: &Moment, at: i64) -> String {
    named_day(words, moment.today(), moment.local(at).0)
}

fn named_day(words: &Words, today: NaiveDate, day: NaiveDate) -> String {
    if day == today {
        return words.say("day-today");
    }
    if today.checked_sub_days(Days::new(1)) == Some(day) {
        return words.say("day-yesterday");
    }
    if today.checked_add_days(Days::new(1)) == Some(day) {
        return words.say("day-tomorrow");
    }
    let key = if (today - day).num_days().abs() < 180 {
        "day-short"
    } else {
        "day-with-year"
    };
    words.say_with(
        key,
        [
            (
                "weekday",
                words
                    .say(pick(&WEEKDAYS_SHORT, day.weekday().num_days_from_monday()))
                    .into(),
            ),
            ("day", day.day().into()),
            ("month", words.say(pick(&MONTHS_SHORT, day.month0())).into()),
            ("year", day.year().to_string().into()),
        ],
    )
}

/// "Saturday, November 21".
pub fn long_day(words: &Words, day: NaiveDate) -> String {
    words.say_with(
        "day-long",
        [
            (
                "weekday",
                words
                    .say(pick(&WEEKDAYS_LONG, day.weekday().num_days_from_monday()))
                    .into(),
            ),
            ("day", day.day().into()),
            ("month", words.say(pick(&MONTHS_LONG, day.month0())).into()),
        ],
    )
}

/// "Monday" for 0 to "Sunday" for 6.
pub fn weekday(words: &Words, day: u32) -> String {
    words.say(pick(&WEEKDAYS_LONG, day))
}

/// "November 21, 2026".
pub fn full_date(words: &Words, day: NaiveDate) -> String {
    words.say_with(
        "day-full",
        [
            ("day", day.day().into()),
            ("month", words.say(pick(&MONTHS_LONG, day.month0())).into()),
            ("year", day.year().to_string().into()),
        ],
    )
}

/// "November 2026" for `2026-11`, as a heading; the text itself when it is not a month.
pub fn month(words: &Words, month: &str) -> String {
    let Ok(first) = format!("{month}-01").parse::<NaiveDate>() else {
        return month.to_owned();
    };
    let name = words.say(pick(&MONTHS_LONG, first.month0()));
    let said = words.say_with(
        "month-of-year",
        [
            ("month", name.into()),
            ("year", first.year().to_string().into()),
        ],
    );
    alone(said)
}

/// "today, 2:02 pm", "Mon, Nov 16, 2:02 pm", as it stands within a sentence.
pub fn day_and_time(words: &Words, moment: &Moment, at: i64) -> String {
    words.say_with(
        "day-and-time",
        [
            ("day", day_of(words, moment, at).into()),
            ("time", time(words, moment, at).into()),
        ],
    )
}

/// "November 21, 2026, 2:02 pm", for what is kept on paper.
pub fn stamp(words: &Words, moment: &Moment, at: i64) -> String {
    words.say_with(
        "day-and-time",
        [
            ("day", full_date(words, moment.local(at).0).into()),
            ("time", time(words, moment, at).into()),
        ],
    )
}

/// When somebody was last reached: "Never reached yet", "Reached today",
/// "Reached 3 days ago", "Reached Nov 16, 2025".
pub fn last_reached(words: &Words, moment: &Moment, at: Option<i64>) -> String {
    let Some(at) = at else {
        return words.say("reached-never");
    };
    let days = (moment.today() - moment.local(at).0).num_days();
    match days {
        ..=0 => words.say_with("reached-today", [("time", time(words, moment, at).into())]),
        1..=30 => words.say_with("reached-days-ago", [("count", days.into())]),
        _ => words.say_with("reached-on", [("day", day_of(words, moment, at).into())]),
    }
}

/// "1:05" for a wait in milliseconds, rounded up to the second.
pub fn countdown(milliseconds: u64) -> String {
    let seconds = milliseconds.div_ceil(1000);
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// "840 KB", "12 MB", "3.4 GB".
pub fn bytes(words: &Words, bytes: u64) -> String {
    let (key, amount) = match bytes {
        0..1_000_000 => ("bytes-kilo", format!("{}", bytes.div_ceil(1000))),
        1_000_000..1_000_000_000 => ("bytes-mega", format!("{}", bytes / 1_000_000)),
        _ => (
            "bytes-giga",
            format!("{}.{}", bytes / 1_000_000_000, bytes / 100_000_000 % 10),
        ),
    };
    words.say_with(key, [("amount", amount.into())])
}

/// "12.5" miles from tenths.
pub fn tenths(value: u32) -> String {
    if value.is_multiple_of(10) {
        (value / 10).to_string()
    } else {
        format!("{}.{}", value / 10, value % 10)
    }
}

/// "12.5" miles from tenths, as a value that also chooses between "mile" and "miles".
pub fn miles(tenths: u32) -> FluentValue<'static> {
    (f64::from(tenths) / 10.0).into()
}

fn pick(keys: &[&'static str], index: u32) -> &'static str {
    usize::try_from(index)
        .ok()
        .and_then(|index| keys.get(index))
        .copied()
        .unwrap_or("")
}

const WEEKDAYS_SHORT: [&str; 7] = [
    "weekday-short-mon",
    "weekday-short-tue",
    "weekday-short-wed",
    "weekday-short-thu",
    "weekday-short-fri",
    "weekday-short-sat",
    "weekday-short-sun",
];
const WEEKDAYS_LONG: [&str; 7] = [
    "weekday-long-mon",
    "weekday-long-tue",
    "weekday-long-wed",
    "weekday-long-thu",
    "weekday-long-fri",
    "weekday-long-sat",
    "weekday-long-sun",
];
const MONTHS_SHORT: [&str; 12] = [
    "month-short-jan",
    "month-short-feb",
    "month-short-mar",
    "month-short-apr",
    "month-short-may",
    "month-short-jun",
    "month-short-jul",
    "month-short-aug",
    "month-short-sep",
    "month-short-oct",
    "month-short-nov",
    "month-short-dec",
];
const MONTHS_LONG: [&str; 12] = [
    "month-long-jan",
    "month-long-feb",
    "month-long-mar",
    "month-long-apr",
    "month-long-may",
    "month-long-jun",
    "month-long-jul",
    "month-long-aug",
    "month-long-sep",
    "month-long-oct",
    "month-long-nov",
    "month-long-dec",
];

#[cfg(test)]
mod tests;
