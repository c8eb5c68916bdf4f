#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test ends where it fails"
)]

use super::*;
use crate::time::{Now, TimeOfDay};
use chrono::Datelike;
use proptest::prelude::*;

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap()
}

fn six_pm() -> TimeOfDay {
    TimeOfDay::parse("18:00").unwrap()
}

fn rhythm(every: Every) -> Rhythm {
    Rhythm {
        every,
        at: six_pm(),
        minutes: 90,
        zone: Some(Zone::Central),
    }
}

fn mondays(weeks: u8) -> Rhythm {
    rhythm(Every::Weeks { weeks, days: 1 })
}

fn from(first: &str, known: Rhythm) -> Group {
    let mut group = Group::default();
    let first = day(first);
    group.schedule.from.insert(first, Known::Meets(known));
    group
}

fn days(group: &Group, first: &str, last: &str) -> Vec<String> {
    let meetings = group.meetings(day(first), day(last));
    meetings.iter().map(|one| one.slot.on.to_string()).collect()
}

#[test]
fn s0_20_mondays_from_six_to_half_past_seven_go_on_through_both_changes_of_the_clock() {
    let group = from("2026-03-02", mondays(1));
    let meetings = group.meetings(day("2026-03-02"), day("2026-03-16"));
    let hours: Vec<(i64, i64, i32)> = meetings
        .iter()
        .map(|one| {
            // A phone that has gone to Los Angeles meanwhile changes nothing.
            let (begins, ends) = (one.begins(-480), one.ends(-480));
            let hour = begins.millis().div_euclid(3_600_000).rem_euclid(24);
            (hour, ends.millis() - begins.millis(), one.offset(-480))
        })
        .collect();
    let long = 90 * 60_000;
    // 18:00 in Chicago is midnight in London in winter, and 23:00 of the day before in summer.
    assert_eq!(hours, [(0, long, -360), (23, long, -300), (23, long, -300)]);
    let autumn = group.meetings(day("2026-10-26"), day("2026-11-02"));
    let offsets: Vec<i32> = autumn.iter().map(|one| one.offset(0)).collect();
    assert_eq!(offsets, [-300, -360]);
}

#[test]
fn a_day_ends_at_midnight_on_the_wall_also_after_a_change_of_the_clock() {
    let hour = 3_600_000;
    // Noon of a day on the wall, and hours after 00:00 UTC of the next day at which another one ends.
    let ends = |today: &str, offset_minutes: i32, last: &str| {
        let at = |on: &str, minutes: i64| {
            let epoch = day(on).days_since(day("1970-01-01"));
            Timestamp::from_millis((epoch * 1440 + minutes) * 60_000)
        };
        let now = Now {
            at: at(today, 720 - i64::from(offset_minutes)),
            offset_minutes,
        };
        let next = day(last).plus_days(1).to_string();
        (day_ends(day(last), now).millis() - at(&next, 0).millis()) / hour
    };
    assert_eq!(ends("2026-05-04", -300, "2026-05-20"), 5, "Chicago");
    assert_eq!(ends("2026-05-04", -300, "2026-05-04"), 5, "today");
    assert_eq!(ends("2026-02-10", -360, "2026-03-20"), 5, "then in summer");
    assert_eq!(ends("2026-03-07", -360, "2026-03-08"), 5, "the very night");
    assert_eq!(ends("2026-10-20", -300, "2026-11-10"), 6, "then in winter");
    // Denver's clock goes forward and that of Phoenix does not: the earlier end.
    assert_eq!(ends("2026-02-10", -420, "2026-03-20"), 6);
    assert_eq!(ends("2026-02-10", 0, "2026-03-20"), 0, "no zone is known");
}

#[test]
fn s0_20_every_second_week_and_each_month_are_counted_from_the_first_day() {
    let group = from(
        "2026-05-06",
        rhythm(Every::Weeks {
            weeks: 2,
            days: 0b101,
        }),
    );
    // The first day is a Wednesday: the Monday of its week is before it.
    assert_eq!(
        days(&group, "2026-05-01", "2026-06-05"),
        [
            "2026-05-06",
            "2026-05-18",
            "2026-05-20",
            "2026-06-01",
            "2026-06-03"
        ]
    );
    let last_friday = rhythm(Every::MonthWeekday { nth: 5, weekday: 4 });
    let group = from("2026-01-01", last_friday);
    assert_eq!(
        days(&group, "2026-01-01", "2026-03-31"),
        ["2026-01-30", "2026-02-27", "2026-03-27"]
    );
    let second_tuesday = rhythm(Every::MonthWeekday { nth: 2, weekday: 1 });
    let group = from("2026-09-01", second_tuesday);
    assert_eq!(
        days(&group, "2026-09-01", "2026-10-31"),
        ["2026-09-08", "2026-10-13"]
    );
    let group = from("2028-01-31", rhythm(Every::MonthDay { day: 31 }));
    assert_eq!(
        days(&group, "2028-01-01", "2028-04-30"),
        ["2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30"]
    );
}

#[test]
fn s0_20_one_is_called_off_one_moved_one_more_comes_and_the_rhythm_changes_from_a_day_on() {
    let mut group = from("2026-12-07", mondays(1));
    let slot = |on: &str| Slot {
        on: day(on),
        at: TimeOfDay::NOON,
        minutes: 60,
    };
    let session = |moved: Option<&str>, off| Session {
        moved: moved.map(slot),
        off,
        ..Session::default()
    };
    let sessions = [
        ("2026-12-21", session(None, Some(Off::Holiday))),
        ("2026-12-28", session(Some("2026-12-30"), None)),
        ("2026-12-10", session(Some("2026-12-10"), None)),
    ];
    for (key, session) in sessions {
        group.sessions.insert(day(key), session);
    }
    let tuesdays = rhythm(Every::Weeks { weeks: 1, days: 2 });
    group.schedule.from.insert(day("2027-01-04"), Known::Rests);
    let after = Known::Meets(tuesdays);
    group.schedule.from.insert(day("2027-02-01"), after);
    group.schedule.ends = Some(day("2027-02-09"));
    assert_eq!(
        days(&group, "2026-12-01", "2027-03-31"),
        [
            "2026-12-07",
            "2026-12-10",
            "2026-12-14",
            "2026-12-21",
            "2026-12-30",
            "2027-02-02",
            "2027-02-09"
        ]
    );
    let off: Vec<_> = group
        .meetings(day("2026-12-21"), day("2026-12-30"))
        .iter()
        .map(|one| (one.key.to_string(), one.off))
        .collect();
    assert_eq!(
        off,
        [
            ("2026-12-21".to_owned(), Some(Off::Holiday)),
            ("2026-12-28".to_owned(), None)
        ]
    );
}

#[test]
fn s0_20_what_was_written_down_stays_when_the_rhythm_is_changed_behind_it() {
    let mut group = from("2026-05-04", mondays(1));
    let more = Session {
        more: [7].into(),
        ..Session::default()
    };
    group.sessions.insert(day("2026-05-11"), more);
    let tuesdays = rhythm(Every::Weeks { weeks: 1, days: 2 });
    let first = day("2026-05-04");
    group.schedule.from.insert(first, Known::Meets(tuesdays));
    assert_eq!(
        days(&group, "2026-05-04", "2026-05-17"),
        ["2026-05-05", "2026-05-11", "2026-05-12"]
    );
}

#[test]
fn s0_20_what_a_newer_version_says_is_kept_and_meets_on_no_day() {
    let text = "moon 1 full 18:00 90 us_central";
    let known = Known::parse(text);
    assert_eq!(known, Known::Newer(text.to_owned()));
    assert_eq!(known.text(), text);
    let mut group = Group::default();
    group.schedule.from.insert(day("2026-05-04"), known);
    assert!(days(&group, "2026-05-01", "2026-06-30").is_empty());
    for wrong in [
        "",
        "weeks",
        "weeks 0 mon 18:00 90 here",
        "weeks 1 mon 18:00 0 here",
        "weeks 1 mon 18:00 90 mars",
        "month_weekday 6 mon 18:00 90 here",
        "month_day 32 18:00 90 here",
        "weeks 1 mon 18:00 90 here more",
    ] {
        assert_eq!(Rhythm::parse(wrong), None, "{wrong}");
    }
}

#[test]
fn the_hour_that_is_left_out_and_the_one_that_comes_twice_have_one_moment_each() {
    let hour = |on: &str, at: &str| {
        let at = TimeOfDay::parse(at).unwrap();
        let moment = Zone::Central.moment(day(on), at).millis();
        (moment - wall(on)) / 60_000
    };
    // 2:30 does not exist on that night: counted on from before it is 3:30 in summer time.
    assert_eq!(hour("2026-03-08", "01:59"), 119 + 360);
    assert_eq!(hour("2026-03-08", "02:30"), 150 + 360);
    assert_eq!(hour("2026-03-08", "03:00"), 180 + 300);
    // 1:30 comes twice: the first.
    assert_eq!(hour("2026-11-01", "01:30"), 90 + 300);
    assert_eq!(hour("2026-11-01", "02:00"), 120 + 360);
    let summer = Zone::Arizona.moment(day("2026-07-01"), six_pm()).millis();
    assert_eq!((summer - wall("2026-07-01")) / 60_000, 1080 + 420);
}

#[test]
fn s0_20_a_device_in_phoenix_or_san_juan_keeps_its_own_clock_in_summer_and_in_winter() {
    for on in ["2026-01-20", "2026-07-20"] {
        let at = Timestamp::from_millis(wall(on));
        for zone in Zone::ALL {
            let found = Zone::likely(at, |at| zone.offset_at(at));
            assert_eq!(found, Some(*zone), "{on}");
        }
        assert_eq!(Zone::likely(at, |_| -360), None, "Regina is none of them");
        assert_eq!(Zone::likely(at, |_| 60), None);
    }
}

fn wall(on: &str) -> i64 {
    zone::wall_ms(day(on), 0, 0)
}

#[test]
fn public_holidays_are_shown_on_their_own_day() {
    let of_2026 = (0..365)
        .map(|more| day("2026-01-01").plus_days(more))
        .filter(|day| is_public_holiday(*day));
    let found: Vec<String> = of_2026.map(|day| day.to_string()).collect();
    assert_eq!(
        found,
        [
            "2026-01-01",
            "2026-01-19",
            "2026-02-16",
            "2026-05-25",
            "2026-06-19",
            "2026-07-04",
            "2026-09-07",
            "2026-10-12",
            "2026-11-11",
            "2026-11-26",
            "2026-12-25"
        ]
    );
}

#[test]
fn s0_21_heads_are_people_with_a_record_first_names_and_those_only_counted() {
    let person = |number| ParticipantId::from_bytes([number; 16]);
    let record = |number| RecordId::from_bytes([number; 16]);
    let came = |mark, contact| Came {
        mark,
        contact: record(contact),
    };
    let session = Session {
        came: [
            // Two wrote at once; one saw them.
            (person(1), vec![came(Mark::Missed, 1), came(Mark::Here, 2)]),
            (person(2), vec![came(Mark::Missed, 3)]),
            (person(3), vec![came(Mark::Nothing, 4)]),
        ]
        .into(),
        names: [(record(5), "Jo".to_owned())].into(),
        more: [4, 6].into(),
        ..Session::default()
    };
    assert_eq!(session.heads(), 1 + 1 + 6);
    assert_eq!(session.mark(person(1)), Some(came(Mark::Here, 2)));
    assert_eq!(session.twice(person(1)), [record(1)]);
    assert_eq!(session.mark(person(3)), None);
    assert!(session.twice(person(3)).is_empty());
}

fn any_rhythm() -> impl Strategy<Value = Rhythm> {
    let every = prop_oneof![
        (1_u8..=26, 1_u8..128).prop_map(|(weeks, days)| Every::Weeks { weeks, days }),
        (1_u8..=5, 0_u8..7).prop_map(|(nth, weekday)| Every::MonthWeekday { nth, weekday }),
        (1_u8..=31).prop_map(|day| Every::MonthDay { day }),
    ];
    let zone = proptest::option::of(proptest::sample::select(Zone::ALL));
    (every, 0_u16..1440, 1..=LONGEST_MINUTES, zone).prop_map(|(every, at, minutes, zone)| Rhythm {
        every,
        at: TimeOfDay::from_minutes(at).unwrap(),
        minutes,
        zone,
    })
}

fn any_day() -> impl Strategy<Value = LocalDate> {
    (0_i64..20_000).prop_map(|more| day("2008-01-01").plus_days(more))
}

proptest! {
    #[test]
    fn every_rhythm_is_read_back(rhythm in any_rhythm()) {
        prop_assert!(rhythm.is_whole());
        prop_assert_eq!(Rhythm::parse(&rhythm.to_string()), Some(rhythm));
    }

    #[test]
    fn reading_a_rhythm_never_panics(text in "[a-z0-9:, _]{0,40}") {
        let known = Known::parse(&text);
        prop_assert_eq!(known.text(), text);
    }

    /// Whatever the clocks do, a meeting begins when the wall clock of its place says so; and it
    /// moves by an hour only where that wall clock leaves the hour out.
    #[test]
    fn a_meeting_begins_by_the_clock_of_its_place(
        on in any_day(), at in 0_u16..1440, zone in proptest::sample::select(Zone::ALL)
    ) {
        let time = TimeOfDay::from_minutes(at).unwrap();
        let moment = zone.moment(on, time);
        let now = Now { at: moment, offset_minutes: zone.offset_at(moment) };
        let shown = (now.local_date(), now.minute_of_day());
        if shown != (on, at) {
            prop_assert_eq!(shown, (on, at + 60));
            prop_assert!(on.month() == 3 && on.as_naive().weekday() == chrono::Weekday::Sun);
            prop_assert!((120..180).contains(&at));
        }
    }

    /// Weeks apart are weeks apart, in any year and over leap days.
    #[test]
    fn meetings_of_one_weekday_are_as_many_weeks_apart_as_was_said(
        first in any_day(), weeks in 1_u8..=26
    ) {
        let weekday = u8::try_from(first.as_naive().weekday().num_days_from_monday()).unwrap();
        let known = rhythm(Every::Weeks { weeks, days: 1 << weekday });
        let mut schedule = Schedule::default();
        schedule.from.insert(first, Known::Meets(known));
        let found: Vec<LocalDate> = schedule.days(first, first.plus_days(800)).collect();
        prop_assert_eq!(found[0], first);
        for pair in found.windows(2) {
            prop_assert_eq!(pair[1].days_since(pair[0]), i64::from(weeks) * 7);
        }
    }

    #[test]
    fn a_month_has_exactly_one_meeting(first in any_day(), nth in 1_u8..=5, weekday in 0_u8..7, on in 1_u8..=31) {
        let start = LocalDate::new(first.year(), first.month(), 1).unwrap();
        let end = start.plus_months(1).plus_days(-1);
        for every in [Every::MonthWeekday { nth, weekday }, Every::MonthDay { day: on }] {
            let mut schedule = Schedule::default();
            schedule.from.insert(start, Known::Meets(rhythm(every)));
            prop_assert_eq!(schedule.days(start, end).count(), 1);
        }
    }
}
