//! Rhythms, meetings and parts in words.

use handrail_engine::api::{
    Every, Known, LocalDate, MeetingSlot, MeetingView, Off, Part, Rhythm, Stays, TimeOfDay, Zone,
};

use crate::words::{
    Words,
    dates::{self, Moment},
    fields,
};

/// As what somebody is there.
pub fn part(part: Part) -> &'static str {
    match part {
        Part::Leads => "part-leads",
        Part::Peer => "part-peer",
        Part::Away => "part-away",
    }
}

/// Why somebody reads a group whatever part they have in it.
pub fn stays(stays: Stays) -> &'static str {
    match stays {
        Stays::BeganIt => "group-stays-began",
        Stays::ReadsAll => "group-stays-reads-all",
    }
}

/// Why it does not take place.
pub fn off(off: Off) -> &'static str {
    match off {
        Off::Holiday => "off-holiday",
        Off::Weather => "off-weather",
        Off::NobodyLeads => "off-nobody-leads",
        Off::Place => "off-place",
        Off::Other => "off-other",
    }
}

/// By whose clock.
pub fn zone(zone: Zone) -> &'static str {
    match zone {
        Zone::Eastern => "zone-eastern",
        Zone::Central => "zone-central",
        Zone::Mountain => "zone-mountain",
        Zone::Pacific => "zone-pacific",
        Zone::Alaska => "zone-alaska",
        Zone::Hawaii => "zone-hawaii",
        Zone::Arizona => "zone-arizona",
        Zone::Atlantic => "zone-atlantic",
    }
}

/// The words of each of a month, and of the last one.
pub fn nth(nth: u8) -> &'static str {
    match nth {
        1 => "nth-first",
        2 => "nth-second",
        3 => "nth-third",
        4 => "nth-fourth",
        _ => "nth-last",
    }
}

/// "6:00 pm to 7:30 pm".
pub fn span(words: &Words, at: TimeOfDay, minutes: u16) -> String {
    let end = (at.minutes() + minutes) % 1440;
    let end = TimeOfDay::from_minutes(end).unwrap_or(at);
    words.say_with(
        "group-span",
        [
            ("from", dates::time_of_rule(words, &at.to_string()).into()),
            ("to", dates::time_of_rule(words, &end.to_string()).into()),
        ],
    )
}

/// "Every Monday, 6:00 pm to 7:30 pm".
pub fn rhythm(words: &Words, rhythm: Rhythm) -> String {
    let every = match rhythm.every {
        Every::Weeks { weeks, days } => {
            let named: Vec<String> = (0..7)
                .filter(|day| days >> day & 1 == 1)
                .map(|day| dates::weekday(words, day))
                .collect();
            let key = if weeks == 1 {
                "rhythm-weekly"
            } else {
                "rhythm-weeks"
            };
            let days = named.join(", ");
            words.say_with(
                key,
                [("weeks", u32::from(weeks).into()), ("days", days.into())],
            )
        }
        Every::MonthWeekday {
            nth: which,
            weekday,
        } => words.say_with(
            "rhythm-month-weekday",
            [
                ("nth", words.say(nth(which)).into()),
                ("weekday", dates::weekday(words, u32::from(weekday)).into()),
            ],
        ),
        Every::MonthDay { day } => {
            words.say_with("rhythm-month-day", [("day", u32::from(day).into())])
        }
    };
    let span = span(words, rhythm.at, rhythm.minutes);
    words.say_with(
        "day-and-time",
        [("day", every.into()), ("time", span.into())],
    )
}

/// What holds from a day on.
pub fn known(words: &Words, known: &Known) -> String {
    match known {
        Known::Meets(meets) => rhythm(words, *meets),
        Known::Rests => words.say("rhythm-rests"),
        Known::Newer(_) => words.say("rhythm-newer"),
    }
}

/// "today, 6:00 pm to 7:30 pm", as it stands within a sentence.
pub fn slot(words: &Words, moment: &Moment, slot: MeetingSlot) -> String {
    words.say_with(
        "day-and-time",
        [
            (
                "day",
                dates::day(words, moment, &slot.on.to_string()).into(),
            ),
            ("time", span(words, slot.at, slot.minutes).into()),
        ],
    )
}

/// When a meeting begins by the clock of this device, where that is another one.
pub fn elsewhere(words: &Words, moment: &Moment, meeting: &MeetingView) -> Option<String> {
    let here = (moment.offset_at)(meeting.begins_at);
    (here != meeting.offset_minutes).then(|| {
        let when = dates::day_and_time(words, moment, meeting.begins_at);
        words.say_with("group-your-clock", [("when", when.into())])
    })
}

/// What a field is about on which two disagree.
pub fn field(words: &Words, moment: &Moment, field: &str) -> String {
    let rest = field.split_once(':').map_or("", |(_, rest)| rest);
    let about = rest.split_once(':').map_or(rest, |(_, about)| about);
    let about = about.split(':').next().unwrap_or_default();
    match (field.split(':').next().unwrap_or_default(), about) {
        ("group_rhythm", _) => words.say_with(
            "group-meets-from",
            [("day", dates::day(words, moment, rest).into())],
        ),
        ("group_staff", _) | (_, "with") => words.say("group-staff"),
        (_, "ends") => words.say("group-ends"),
        (_, "whom") => words.say("group-whom"),
        (_, "off") => words.say("group-off-or-not"),
        (_, "moved") => words.say("group-when"),
        (_, "more") => words.say("group-more"),
        (_, other) => fields::field_name(words, other),
    }
}

/// One of the things that were said of a field.
pub fn version(words: &Words, moment: &Moment, field: &str, value: &str) -> String {
    let about = field.rsplit(':').next().unwrap_or_default();
    if field.starts_with("group_rhythm:") {
        return known(words, &Known::parse(value));
    }
    if let Some(said) = Part::from_code(value) {
        return words.say(part(said));
    }
    match about {
        "off" => match value {
            "" => words.say("group-takes-place"),
            code => words.say(off(Off::from_code(code).unwrap_or(Off::Other))),
        },
        "moved" | "ends" if !value.is_empty() => {
            let (day, time) = value.split_once(' ').unwrap_or((value, ""));
            let day = dates::alone(dates::day(words, moment, day));
            match time.split(' ').next().filter(|time| !time.is_empty()) {
                Some(time) => words.say_with(
                    "day-and-time",
                    [
                        ("day", day.into()),
                        ("time", dates::time_of_rule(words, time).into()),
                    ],
                ),
                None => day,
            }
        }
        _ => fields::field_value(words, moment, about, value),
    }
}

/// Today where the device is.
pub fn today(moment: &Moment) -> LocalDate {
    LocalDate::from_naive(moment.today()).unwrap_or(LocalDate::FIRST)
}
