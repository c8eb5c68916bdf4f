//! Time zones of the United States by rule, so that a group keeps to the clock of its place without
//! a table of the world's zones.

use crate::coded::coded;
use crate::time::{LocalDate, Now, TimeOfDay, Timestamp};
use chrono::Datelike;

coded! {
    /// The clock that a group keeps to.
    Zone {
        /// New York, Detroit.
        Eastern = "us_eastern",
        /// Chicago, Milwaukee, St. Louis.
        Central = "us_central",
        /// Denver.
        Mountain = "us_mountain",
        /// Los Angeles.
        Pacific = "us_pacific",
        /// Anchorage.
        Alaska = "us_alaska",
        /// Honolulu; no summer time.
        Hawaii = "us_hawaii",
        /// Phoenix; no summer time.
        Arizona = "us_arizona",
        /// San Juan; no summer time.
        Atlantic = "us_atlantic",
    }
}

/// Summer time begins and ends at this minute of the wall clock.
const CHANGES_AT: i64 = 120;
const NOON: i64 = 720;
const DAY_MS: i64 = 86_400_000;
const MINUTE_MS: i64 = 60_000;

impl Zone {
    /// Minutes ahead of UTC in winter.
    const fn standard(self) -> i32 {
        match self {
            Self::Atlantic => -240,
            Self::Eastern => -300,
            Self::Central => -360,
            Self::Mountain | Self::Arizona => -420,
            Self::Pacific => -480,
            Self::Alaska => -540,
            Self::Hawaii => -600,
        }
    }

    const fn has_summer_time(self) -> bool {
        !matches!(self, Self::Hawaii | Self::Arizona | Self::Atlantic)
    }

    /// Minutes that the wall clock is ahead of UTC there at a moment.
    pub fn offset_at(self, at: Timestamp) -> i32 {
        let standard = self.standard();
        if !self.has_summer_time() {
            return standard;
        }
        let year = crate::time::local_date(at, standard).year();
        let begins = wall_ms(second_sunday_of_march(year), CHANGES_AT, standard);
        let ends = wall_ms(first_sunday_of_november(year), CHANGES_AT, standard + 60);
        if (begins..ends).contains(&at.millis()) {
            standard + 60
        } else {
            standard
        }
    }

    /// The moment at which the wall clock there says this. A time that is left out in spring is
    /// counted on from before, so that a meeting is not lost; of a time that comes twice in autumn
    /// it is the first.
    pub fn moment(self, on: LocalDate, at: TimeOfDay) -> Timestamp {
        let minute = i64::from(at.minutes());
        let standard = self.standard();
        let summer = wall_ms(on, minute, standard + 60);
        let winter = wall_ms(on, minute, standard);
        let is_summer = self.offset_at(Timestamp::from_millis(summer)) == standard + 60;
        Timestamp::from_millis(if is_summer { summer } else { winter })
    }

    /// The zone that a device is in whose clock is `offset_at` minutes ahead of UTC at a moment; `None`
    /// where no zone fits in winter and in summer. Today's offset alone would take Phoenix for Los
    /// Angeles during half of the year.
    pub fn likely(at: Timestamp, offset_at: impl Fn(Timestamp) -> i32) -> Option<Self> {
        let year = crate::time::local_date(at, 0).year();
        let noon = |month| {
            let on = LocalDate::new(year, month, 15).unwrap_or(LocalDate::FIRST);
            Timestamp::from_millis(wall_ms(on, NOON, 0))
        };
        let seasons = [noon(1), noon(7)];
        let fits = |zone: &&Self| {
            seasons
                .iter()
                .all(|at| zone.offset_at(*at) == offset_at(*at))
        };
        Self::ALL.iter().find(fits).copied()
    }
}

/// When a day ends on the wall where a device is: by the rule of its zone on that night, also where a
/// clock is changed until then. Of several zones in which its clock may be it is the earliest end, so that
/// nothing lasts beyond its day; where it fits none, the clock is taken to stay as it is.
pub fn day_ends(day: LocalDate, now: Now) -> Timestamp {
    let next = day.plus_days(1);
    let fits = |zone: &&Zone| zone.offset_at(now.at) == now.offset_minutes;
    let zones = Zone::ALL.iter().filter(fits);
    let ends = zones.map(|zone| zone.moment(next, TimeOfDay::MIDNIGHT));
    let as_it_is = || Timestamp::from_millis(wall_ms(next, 0, now.offset_minutes));
    ends.min().unwrap_or_else(as_it_is)
}

/// Unix ms of a wall clock that is so many minutes ahead of UTC.
pub(super) fn wall_ms(on: LocalDate, minute: i64, offset_minutes: i32) -> i64 {
    let epoch = LocalDate::new(1970, 1, 1).unwrap_or(LocalDate::FIRST);
    let midnight = on.days_since(epoch).saturating_mul(DAY_MS);
    midnight.saturating_add((minute - i64::from(offset_minutes)) * MINUTE_MS)
}

fn second_sunday_of_march(year: i32) -> LocalDate {
    sunday_from(year, 3, 8)
}

fn first_sunday_of_november(year: i32) -> LocalDate {
    sunday_from(year, 11, 1)
}

/// The first Sunday on that day or later.
fn sunday_from(year: i32, month: u32, day: u32) -> LocalDate {
    let first = LocalDate::new(year, month, day).unwrap_or(LocalDate::FIRST);
    let weekday = first.as_naive().weekday().num_days_from_sunday();
    first.plus_days(i64::from((7 - weekday) % 7))
}
