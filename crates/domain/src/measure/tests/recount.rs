//! Every figure is worked out a second time, from the raw records and by the words of its definition.

use super::*;
use crate::duty::{ContactFact, IntakeFact};
use crate::milestone::{Event, IntakeStatus};
use proptest::prelude::*;
use std::collections::BTreeSet;

const START: &str = "2024-01-01";

fn on(days: i64) -> LocalDate {
    day(START).plus_days(days)
}

#[derive(Debug, Clone)]
struct Raw {
    discharges: Vec<i64>,
    confirmed: Vec<i64>,
    events: Vec<(Event, i64)>,
    contacts: Vec<(i64, bool)>,
}

fn raw() -> impl Strategy<Value = Raw> {
    let days = 0_i64..150;
    let few = |most| prop::collection::vec(0_i64..150, 0..most);
    (
        few(3),
        few(3),
        prop::collection::vec((prop::sample::select(Event::ALL), days.clone()), 0..8),
        prop::collection::vec((days, any::<bool>()), 0..12),
    )
        .prop_map(|(discharges, confirmed, events, contacts)| Raw {
            discharges,
            confirmed,
            events,
            contacts,
        })
}

fn facts(all: &[Raw]) -> Facts {
    let people = all.iter().zip(0_u8..).map(|(raw, number)| {
        let mut one = person(number, if number % 2 == 0 { "A" } else { "B" });
        one.duty.discharges = raw.discharges.iter().map(|days| on(*days)).collect();
        one.duty.intakes = raw
            .confirmed
            .iter()
            .map(|days| IntakeFact {
                statuses: vec![IntakeStatus::Confirmed],
                on: Some(on(*days)),
                status_day: on(*days),
                reopened_day: None,
            })
            .collect();
        one.duty.contacts = raw
            .contacts
            .iter()
            .map(|(days, reached)| ContactFact {
                day: on(*days),
                reached: *reached,
            })
            .collect();
        one.events = raw
            .events
            .iter()
            .map(|(event, days)| (*event, on(*days)))
            .collect();
        one.contacts = raw
            .contacts
            .iter()
            .map(|(days, reached)| ContactDay {
                on: on(*days),
                reached: *reached,
            })
            .collect();
        one
    });
    of_people(people.collect())
}

fn first_day(raw: &Raw, is: &[Event], from: i64, to: i64) -> Option<i64> {
    let fitting = raw.events.iter().filter(|(event, _)| is.contains(event));
    fitting
        .map(|(_, days)| *days)
        .filter(|days| (from..=to).contains(days))
        .min()
}

/// Whether they said no until that day, and nothing began since.
fn said_no(raw: &Raw, day: i64) -> bool {
    let of = |event: Event| {
        let all = raw.events.iter().filter(move |(known, _)| *known == event);
        all.map(|(_, on)| *on).filter(move |on| *on <= day)
    };
    let Some(said) = of(Event::SaidNo).max() else {
        return false;
    };
    let again = of(Event::Overdose).any(|on| on > said)
        || raw.discharges.iter().any(|on| *on > said && *on <= day);
    !again && of(Event::Enrolled).count() == 0
}

/// Yes, no, not said, by the words of the definition.
fn again(measure: Builtin, raw: &Raw, (first, last): (i64, i64), today: i64) -> (u32, u32, u32) {
    const WENT: [Event; 2] = [Event::FirstAppointment, Event::BackInTreatment];
    let (mut yes, mut no, mut not_said) = (0, 0, 0);
    let until = last.min(today);
    match measure {
        Builtin::Connected => {
            let ways = raw
                .events
                .iter()
                .filter(|(event, _)| matches!(event, Event::Enrolled | Event::Released));
            let ways = ways
                .map(|(_, days)| *days)
                .chain(raw.discharges.iter().copied());
            if let Some(came) = ways.filter(|days| (first..=until).contains(days)).min() {
                match first_day(raw, &WENT, came, today) {
                    Some(_) => yes += 1,
                    None => no += 1,
                }
            }
        }
        Builtin::FirstAppointment => {
            for days in &raw.confirmed.iter().copied().collect::<BTreeSet<_>>() {
                if (first..=last).contains(days) && *days < today {
                    match first_day(raw, &WENT, *days, (days + 30).min(today)) {
                        Some(_) => yes += 1,
                        None => not_said += 1,
                    }
                }
            }
        }
        Builtin::OverdoseAttempt => {
            for (event, days) in &raw.events.iter().copied().collect::<BTreeSet<_>>() {
                if *event == Event::Overdose && (first..=until).contains(days) {
                    let tried = raw
                        .contacts
                        .iter()
                        .any(|(on, _)| (*days..=days + 3).contains(on) && *on <= today);
                    if tried {
                        yes += 1;
                    } else if days + 3 < today {
                        no += 1;
                    }
                }
            }
        }
        Builtin::DischargeToContact => {
            let mut discharges = raw.discharges.clone();
            discharges.sort_unstable();
            discharges.dedup();
            for (index, days) in discharges.iter().enumerate() {
                if !(first..=until).contains(days) {
                    continue;
                }
                let next = discharges.get(index + 1).copied().unwrap_or(i64::MAX);
                let reached = raw
                    .contacts
                    .iter()
                    .filter(|(_, reached)| *reached)
                    .map(|(on, _)| *on);
                match reached.filter(|on| days <= on && *on <= today).min() {
                    Some(on) if on < next => yes += 1,
                    _ => no += 1,
                }
            }
        }
        Builtin::ContactsKept => {
            for days in first..=last.min(today - 1) {
                // Owed from the last discharge on until an intake is confirmed.
                let Some(discharge) = raw.discharges.iter().filter(|d| **d <= days).max() else {
                    continue;
                };
                if said_no(raw, days) {
                    continue;
                }
                // Here each intake is confirmed on its own day.
                if raw
                    .confirmed
                    .iter()
                    .any(|on| discharge <= on && *on <= days)
                {
                    continue;
                }
                if raw.contacts.contains(&(days, true)) {
                    yes += 1;
                } else {
                    no += 1;
                }
            }
        }
        _ => unreachable!("not looked at here"),
    }
    (yes, no, not_said)
}

/// Yes, no, not said of a place to live, or of work, half a year after each time that somebody came in.
fn lived_again(
    raw: &Raw,
    (is, is_not): (Event, Event),
    (first, last): (i64, i64),
    today: i64,
) -> (u32, u32, u32) {
    let six_months_after = |days: i64| on(days).plus_months(6).days_since(on(0));
    let has = |event: Event, days: i64| raw.events.contains(&(event, days)) && days <= today;
    let (mut yes, mut no, mut not_said) = (0, 0, 0);
    let mut free_from = i64::MIN;
    for days in 0..=today {
        let came = [Event::Enrolled, Event::Released]
            .iter()
            .any(|event| has(*event, days))
            || raw.discharges.contains(&days);
        if !came || days < free_from {
            continue;
        }
        let look = six_months_after(days);
        free_from = look;
        if look > today || !(first..=last).contains(&look) || said_no(raw, look) {
            continue;
        }
        // Away from that day, one day after the other, the later one first.
        let mut around = (0..=30).flat_map(|away| [look + away, look - away]);
        let nearest = around.find(|days| has(is, *days) || has(is_not, *days));
        match nearest.map(|days| (has(is, days), has(is_not, days))) {
            Some((true, false)) => yes += 1,
            Some((false, true)) => no += 1,
            _ => not_said += 1,
        }
    }
    (yes, no, not_said)
}

/// Two years of what says something of how somebody lives.
fn two_years() -> impl Strategy<Value = Raw> {
    let events = vec![
        Event::Enrolled,
        Event::Released,
        Event::SaidNo,
        Event::Housed,
        Event::Housed,
        Event::NotHoused,
        Event::InWork,
        Event::NotInWork,
    ];
    let days = 0_i64..720;
    (
        prop::collection::vec(days.clone(), 0..3),
        prop::collection::vec((prop::sample::select(events), days), 0..14),
    )
        .prop_map(|(discharges, events)| Raw {
            discharges,
            confirmed: Vec::new(),
            events,
            contacts: Vec::new(),
        })
}

proptest! {
    #[test]
    fn s0_8_s0_6_s3_11_every_figure_is_the_one_that_its_definition_gives_from_the_raw_records(
        all in prop::collection::vec(raw(), 0..6),
        first in 0_i64..120,
        length in 0_i64..60,
        today in 0_i64..170,
    ) {
        let facts = facts(&all);
        let period = Period::new(on(first), on(first + length)).unwrap();
        for measure in [Builtin::Connected, Builtin::FirstAppointment, Builtin::OverdoseAttempt, Builtin::DischargeToContact] {
            let found = cases(measure, &facts, period, on(today)).unwrap();
            let tally = Tally::of(&found);
            let mut sum = (0, 0, 0);
            for raw in &all {
                let one = again(measure, raw, (first, first + length), today);
                sum = (sum.0 + one.0, sum.1 + one.1, sum.2 + one.2);
            }
            prop_assert_eq!((tally.yes, tally.no, tally.not_said), sum, "{:?}", measure);
            // Parts by program add up to the whole, and every case opens to somebody.
            let parts = slices(&found, Dimension::Program);
            let of = |slice: &Slice| Tally::of(found.iter().filter(|case| slice.holds(&case.tags))).all();
            prop_assert_eq!(parts.iter().map(of).sum::<u32>(), tally.all());
        }
    }

    #[test]
    fn s0_27_s2_17_how_they_live_after_six_months_is_what_its_definition_gives_from_the_raw_records(
        all in prop::collection::vec(two_years(), 0..5),
        first in 0_i64..600,
        length in 0_i64..400,
        today in 0_i64..900,
    ) {
        let facts = facts(&all);
        let period = Period::new(on(first), on(first + length)).unwrap();
        for (measure, events) in [
            (Builtin::Housed6, (Event::Housed, Event::NotHoused)),
            (Builtin::Working6, (Event::InWork, Event::NotInWork)),
        ] {
            let tally = Tally::of(&cases(measure, &facts, period, on(today)).unwrap());
            let mut sum = (0, 0, 0);
            for raw in &all {
                let one = lived_again(raw, events, (first, first + length), today);
                sum = (sum.0 + one.0, sum.1 + one.1, sum.2 + one.2);
            }
            prop_assert_eq!((tally.yes, tally.no, tally.not_said), sum, "{:?}", measure);
        }
    }

    #[test]
    fn s0_6_days_kept_and_owed_add_up_over_any_cut_of_the_time(
        all in prop::collection::vec(raw(), 0..4),
        cut in 1_i64..149,
        today in 0_i64..170,
    ) {
        let facts = facts(&all);
        let of = |first: i64, last: i64| {
            let period = Period::new(on(first), on(last)).unwrap();
            Tally::of(&cases(Builtin::ContactsKept, &facts, period, on(today)).unwrap())
        };
        let (before, after, whole) = (of(0, cut - 1), of(cut, 150), of(0, 150));
        prop_assert_eq!(before.yes + after.yes, whole.yes);
        prop_assert_eq!(before.no + after.no, whole.no);
    }

    #[test]
    fn s0_6_kept_days_are_those_counted_again_and_a_later_intake_changes_none_of_them(
        all in prop::collection::vec(raw(), 0..4),
        first in 0_i64..120,
        length in 0_i64..40,
        today in 0_i64..170,
    ) {
        let period = Period::new(on(first), on(first + length)).unwrap();
        let found = Tally::of(&cases(Builtin::ContactsKept, &facts(&all), period, on(today)).unwrap());
        let mut sum = (0, 0);
        for raw in &all {
            let one = again(Builtin::ContactsKept, raw, (first, first + length), today);
            sum = (sum.0 + one.0, sum.1 + one.1);
        }
        prop_assert_eq!((found.yes, found.no), sum);
    }
}
