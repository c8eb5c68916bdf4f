//! What the form of a group holds, and what it comes to.

use handrail_engine::api::{
    Every, GroupCommand, GroupInput, GroupView, Known, LocalDate, Part, Rhythm, RhythmView,
    Schedule, TimeOfDay, Timestamp, Zone,
};
use serde::{Deserialize, Serialize};

use crate::screens::groups::group_words;
use crate::words::dates::Moment;

/// So many of the next days are shown before anything is written.
const SHOWN: usize = 6;
/// They are looked for so many days ahead.
const AHEAD_DAYS: i64 = 800;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum How {
    Weeks,
    Weekday,
    Day,
}

/// What is typed and chosen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Typed {
    pub name: String,
    pub place: String,
    pub whom: String,
    pub how: How,
    pub weeks: u8,
    pub days: u8,
    pub nth: u8,
    pub weekday: u8,
    pub day: u8,
    pub at: String,
    pub minutes: u16,
    pub zone: Option<Zone>,
    pub from: String,
    pub ends: String,
    pub rests: bool,
    pub member: String,
    pub part: Part,
}

impl Typed {
    pub fn new(moment: &Moment) -> Self {
        Self {
            name: String::new(),
            place: String::new(),
            whom: String::new(),
            how: How::Weeks,
            weeks: 1,
            days: 1,
            nth: 1,
            weekday: 0,
            day: 1,
            at: "18:00".to_owned(),
            minutes: 90,
            zone: Zone::likely(Timestamp::from_millis(moment.at), |at| {
                (moment.offset_at)(at.millis())
            }),
            from: moment.today().to_string(),
            ends: String::new(),
            rests: false,
            member: String::new(),
            part: Part::Leads,
        }
    }

    /// As it is known; a new rhythm holds from today on, or from the next meeting on where weeks are
    /// counted: from a week in between, the count would begin anew.
    pub fn of(view: &GroupView, moment: &Moment) -> Self {
        let today = group_words::today(moment);
        let mut typed = Self::new(moment);
        let now = view.rhythms.iter().rev().find(|one| one.from <= today);
        if let Some(one) = now.or(view.rhythms.first()) {
            match &one.known {
                Known::Meets(rhythm) => typed.fill(*rhythm),
                Known::Rests => typed.rests = true,
                Known::Newer(_) => {}
            }
            typed.from = counted_from(one, today).to_string();
        }
        typed.name.clone_from(&view.name);
        typed.place.clone_from(&view.place);
        typed.whom.clone_from(&view.whom);
        typed.ends = view.ends.map(|day| day.to_string()).unwrap_or_default();
        typed
    }

    fn fill(&mut self, rhythm: Rhythm) {
        match rhythm.every {
            Every::Weeks { weeks, days } => {
                (self.how, self.weeks, self.days) = (How::Weeks, weeks, days);
            }
            Every::MonthWeekday { nth, weekday } => {
                (self.how, self.nth, self.weekday) = (How::Weekday, nth, weekday);
            }
            Every::MonthDay { day } => (self.how, self.day) = (How::Day, day),
        }
        self.at = rhythm.at.to_string();
        self.minutes = rhythm.minutes;
        self.zone = rhythm.zone;
    }

    /// The rhythm, or the key of what is missing.
    pub fn rhythm(&self) -> Result<Rhythm, &'static str> {
        let every = match self.how {
            How::Weeks if self.days == 0 => return Err("group-days-missing"),
            How::Weeks => Every::Weeks {
                weeks: self.weeks.max(1),
                days: self.days,
            },
            How::Weekday => Every::MonthWeekday {
                nth: self.nth,
                weekday: self.weekday,
            },
            How::Day => Every::MonthDay {
                day: self.day.max(1),
            },
        };
        let rhythm = Rhythm {
            every,
            at: TimeOfDay::parse(&self.at).map_err(|_| "group-at-wrong")?,
            minutes: self.minutes,
            zone: self.zone,
        };
        if rhythm.is_whole() {
            Ok(rhythm)
        } else {
            Err("group-minutes-missing")
        }
    }

    fn first(&self) -> Result<LocalDate, &'static str> {
        LocalDate::parse(&self.from).map_err(|_| "invalid-date")
    }

    fn last(&self) -> Result<Option<LocalDate>, &'static str> {
        let typed = self.ends.trim();
        (!typed.is_empty())
            .then(|| LocalDate::parse(typed).map_err(|_| "invalid-date"))
            .transpose()
    }

    /// The next days on which it meets by what is typed.
    pub fn preview(&self) -> Vec<LocalDate> {
        let (Ok(rhythm), Ok(from), Ok(ends)) = (self.rhythm(), self.first(), self.last()) else {
            return Vec::new();
        };
        let mut schedule = Schedule {
            ends,
            ..Schedule::default()
        };
        schedule.from.insert(from, Known::Meets(rhythm));
        let days = schedule.days(from, from.plus_days(AHEAD_DAYS));
        days.take(SHOWN).collect()
    }

    pub fn made(&self) -> Result<GroupCommand, &'static str> {
        if self.name.trim().is_empty() {
            return Err("around-name-missing");
        }
        if self.member.is_empty() {
            return Err("group-member-missing");
        }
        Ok(GroupCommand::Make {
            name: self.name.clone(),
            place: self.place.clone(),
            whom: self.whom.clone(),
            from: self.first()?,
            rhythm: self.rhythm()?,
            member: self.member.clone(),
            part: self.part,
        })
    }

    /// Only what differs from before.
    pub fn changes(&self, before: &Self) -> Result<Vec<GroupInput>, &'static str> {
        if self.name.trim().is_empty() {
            return Err("around-name-missing");
        }
        let mut changes = Vec::new();
        if self.name != before.name {
            changes.push(GroupInput::Name(self.name.clone()));
        }
        if self.place != before.place {
            changes.push(GroupInput::Place(self.place.clone()));
        }
        if self.whom != before.whom {
            changes.push(GroupInput::Whom(self.whom.clone()));
        }
        if self.ends != before.ends {
            changes.push(GroupInput::Ends(self.last()?));
        }
        let to = |typed: &Self| {
            if typed.rests {
                Ok(None)
            } else {
                typed.rhythm().map(Some)
            }
        };
        let now = to(self)?;
        if to(before) != Ok(now) || self.from != before.from {
            let from = self.first()?;
            changes.push(GroupInput::Rhythm { from, to: now });
        }
        Ok(changes)
    }
}

/// From which day on a changed rhythm keeps the weeks in which the group meets.
fn counted_from(one: &RhythmView, today: LocalDate) -> LocalDate {
    let first = one.from.max(today);
    let counts = |known: &Known| match known {
        Known::Meets(rhythm) => matches!(rhythm.every, Every::Weeks { weeks: 2.., .. }),
        Known::Rests | Known::Newer(_) => false,
    };
    if !counts(&one.known) {
        return first;
    }
    let mut schedule = Schedule::default();
    schedule.from.insert(one.from, one.known.clone());
    let mut days = schedule.days(first, first.plus_days(AHEAD_DAYS));
    days.next().unwrap_or(first)
}

/// What one field of the form says.
pub enum Change {
    Name(String),
    Place(String),
    Whom(String),
    Member(String),
    Part(Part),
    Rests(bool),
    How(How),
    Day(u8),
    Weeks(u8),
    Nth(u8),
    Weekday(u8),
    MonthDay(u8),
    At(String),
    Minutes(u16),
    Zone(Option<Zone>),
    From(String),
    Ends(String),
}

impl Change {
    pub fn apply(self, typed: &mut Typed) {
        match self {
            Self::Name(text) => typed.name = text,
            Self::Place(text) => typed.place = text,
            Self::Whom(text) => typed.whom = text,
            Self::Member(member) => typed.member = member,
            Self::Part(part) => typed.part = part,
            Self::Rests(rests) => typed.rests = rests,
            Self::How(how) => typed.how = how,
            Self::Day(day) => typed.days ^= 1 << day,
            Self::Weeks(weeks) => typed.weeks = weeks,
            Self::Nth(nth) => typed.nth = nth,
            Self::Weekday(weekday) => typed.weekday = weekday,
            Self::MonthDay(day) => typed.day = day,
            Self::At(text) => typed.at = text,
            Self::Minutes(minutes) => typed.minutes = minutes,
            Self::Zone(zone) => typed.zone = zone,
            Self::From(text) => typed.from = text,
            Self::Ends(text) => typed.ends = text,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> LocalDate {
        LocalDate::parse(text).unwrap_or(LocalDate::FIRST)
    }

    fn mondays(weeks: u8) -> RhythmView {
        RhythmView {
            from: day("2026-05-04"),
            known: Known::Meets(Rhythm {
                every: Every::Weeks { weeks, days: 1 },
                at: TimeOfDay::NOON,
                minutes: 60,
                zone: None,
            }),
        }
    }

    #[test]
    fn s0_20_another_time_leaves_every_second_week_where_it_is() {
        // The week of the 12th is one in which the group does not meet.
        let from = counted_from(&mondays(2), day("2026-05-12"));
        assert_eq!(from, day("2026-05-18"));
        assert_eq!(counted_from(&mondays(2), day("2026-05-18")), from);
        assert_eq!(
            counted_from(&mondays(1), day("2026-05-12")),
            day("2026-05-12")
        );
        assert_eq!(
            counted_from(&mondays(2), day("2026-04-01")),
            day("2026-05-04")
        );
    }
}
