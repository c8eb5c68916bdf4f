//! Pregnancy and the months after the birth.

use super::*;
use ObligationKind as K;

fn ends(facts: &Facts, today: LocalDate) -> Option<(LocalDate, bool)> {
    match one(facts, &rules("pregnancy"), K::Perinatal, today)?.ends {
        EndsBy::Day { on, provisional } => Some((on, provisional)),
        other => panic!("{other:?}"),
    }
}

fn born(on: &str) -> LocalDate {
    let facts = facts(&[event(Event::Birth, day(on))]);
    ends(&facts, day(on)).unwrap().0
}

/// Golden case G-2.
#[test]
fn s0_18_three_calendar_months_after_a_birth_keep_to_the_length_of_months() {
    for (birth, last) in [
        ("2025-11-28", "2026-02-28"),
        ("2025-11-29", "2026-02-28"),
        ("2025-11-30", "2026-02-28"),
        ("2027-11-29", "2028-02-29"),
        ("2027-11-30", "2028-02-29"),
        ("2026-01-31", "2026-04-30"),
        ("2028-02-29", "2028-05-29"),
        ("2026-12-15", "2027-03-15"),
    ] {
        assert_eq!(born(birth), day(last), "{birth}");
    }
}

#[test]
fn s0_18_the_last_day_is_one_of_them_and_the_next_is_not() {
    let rules = rules("pregnancy");
    let facts = facts(&[event(Event::Birth, march(1))]);
    let last = day("2026-06-01");
    assert!(one(&facts, &rules, K::Perinatal, last).unwrap().is_owed());
    let passed = State::Over {
        on: last,
        by: Proof::Day,
    };
    assert_eq!(
        state(&facts, &rules, K::Perinatal, last.plus_days(1)),
        Some(passed)
    );
}

#[test]
fn s0_18_the_end_is_provisional_from_the_due_date_and_reckoned_anew_at_the_birth() {
    let mut facts = facts(&[said(Event::DueDate, day("2026-07-20"), march(1))]);
    assert_eq!(ends(&facts, march(8)), Some((day("2026-10-20"), true)));
    facts.events.push(event(Event::Birth, day("2026-07-03")));
    assert_eq!(
        ends(&facts, march(8)),
        Some((day("2026-10-20"), true)),
        "not before it is so"
    );
    assert_eq!(
        ends(&facts, day("2026-07-03")),
        Some((day("2026-10-03"), false)),
        "early"
    );
    facts.events[1] = event(Event::Birth, day("2026-08-02"));
    assert_eq!(
        ends(&facts, day("2026-08-02")),
        Some((day("2026-11-02"), false)),
        "late"
    );
    let shown = one(&facts, &rules("pregnancy"), K::Perinatal, day("2026-08-02")).unwrap();
    assert_eq!(shown.since, march(1), "it is one story");
}

#[test]
fn s0_18_contact_goes_on_at_its_pace_over_the_birth() {
    let rules = rules("pregnancy");
    let mut facts = facts(&[
        said(Event::DueDate, march(10), march(1)),
        event(Event::Birth, march(9)),
    ]);
    reached(&mut facts, march(8));
    assert_eq!(
        state(&facts, &rules, K::Perinatal, march(12)),
        kept(march(15))
    );
    assert_eq!(
        state(&facts, &rules, K::Perinatal, march(16)),
        owed(march(15), 1)
    );
}

#[test]
fn s0_18_a_second_pregnancy_is_a_story_of_its_own() {
    let mut facts = facts(&[event(Event::Birth, day("2025-01-10"))]);
    assert_eq!(
        ends(&facts, day("2025-05-01")),
        Some((day("2025-04-10"), false))
    );
    facts
        .events
        .push(said(Event::DueDate, day("2026-07-20"), march(1)));
    assert_eq!(ends(&facts, march(8)), Some((day("2026-10-20"), true)));
    // And a birth long after an old due date is not the one that was expected then.
    let facts = super::facts(&[
        said(Event::DueDate, day("2024-02-01"), day("2023-09-01")),
        event(Event::Birth, march(1)),
    ]);
    let shown = one(&facts, &rules("pregnancy"), K::Perinatal, march(8)).unwrap();
    assert_eq!(shown.since, march(1));
}

#[test]
fn s0_18_a_due_date_without_a_birth_ends_and_asks_nobody() {
    let facts = facts(&[said(Event::DueDate, day("2025-07-20"), day("2025-03-01"))]);
    assert!(
        one(&facts, &rules("pregnancy"), K::Perinatal, day("2025-10-20"))
            .unwrap()
            .is_owed()
    );
    let after = day("2025-10-21");
    assert!(
        one(&facts, &rules("pregnancy"), K::Perinatal, after)
            .unwrap()
            .is_over()
    );
    assert_eq!(one(&facts, &rules("pregnancy"), K::HandOff, after), None);
}

#[test]
fn s0_19_the_hand_off_shows_before_the_end_and_stays_until_it_is_done() {
    let rules = rules("pregnancy");
    let mut facts = facts(&[event(Event::Birth, march(1))]);
    let last = day("2026-06-01");
    let at = |facts: &Facts, today| state(facts, &rules, K::HandOff, today);
    assert_eq!(at(&facts, last.plus_days(-31)), None);
    assert_eq!(at(&facts, last.plus_days(-30)), ahead(last), "the warning");
    assert_eq!(at(&facts, last), owed(last, 0));
    assert_eq!(at(&facts, last.plus_days(5)), owed(last, 5));
    facts
        .events
        .push(event(Event::HandedOff, last.plus_days(6)));
    let done = over(last.plus_days(6), Event::HandedOff);
    assert_eq!(at(&facts, last.plus_days(9)), done);
    let early = super::facts(&[
        event(Event::Birth, march(1)),
        event(Event::HandedOff, day("2026-05-20")),
    ]);
    assert_eq!(
        at(&early, day("2026-05-25")),
        over(day("2026-05-20"), Event::HandedOff)
    );
}

#[test]
fn s0_19_the_hand_off_says_what_should_be_there_before_it() {
    let rules = rules("pregnancy");
    let last = day("2026-06-01");
    let mut facts = facts(&[event(Event::Birth, march(1))]);
    let because = |facts: &Facts, today| one(facts, &rules, K::HandOff, today).unwrap().because;
    let missing = because(&facts, last);
    for event in [Event::SolidFoundation, Event::CommunitySupport] {
        assert!(missing.contains(&Because::NotYet(event)), "{missing:?}");
    }
    assert!(!missing.contains(&Because::NotYet(Event::HandedOff)));
    facts.events.push(event(Event::CommunitySupport, march(9)));
    let missing = because(&facts, last);
    assert!(!missing.contains(&Because::NotYet(Event::CommunitySupport)));
    // It is a goal, and no lock: the hand-off ends the duty without it.
    facts.events.push(event(Event::HandedOff, last));
    assert_eq!(
        state(&facts, &rules, K::HandOff, last),
        over(last, Event::HandedOff)
    );
}

#[test]
fn s0_19_the_way_out_is_told_from_the_first_day_and_for_each_pregnancy_anew() {
    let rules = rules("pregnancy");
    let at = |facts: &Facts, today| exit(facts, &rules, today);
    let mut facts = facts(&[said(Event::DueDate, day("2026-03-20"), march(1))]);
    assert_eq!(at(&super::facts(&[]), march(8)), None);
    let begun = at(&facts, march(2)).unwrap();
    assert_eq!((begun.last, begun.provisional), (day("2026-06-20"), true));
    assert!(begun.done.iter().all(|(_, fact)| fact.is_none()));
    facts.events.push(event(Event::Birth, march(10)));
    facts
        .events
        .push(event(Event::SolidFoundation, day("2025-12-01")));
    facts.events.push(event(Event::SolidFoundation, march(12)));
    let known = at(&facts, march(20)).unwrap();
    assert_eq!((known.last, known.provisional), (day("2026-06-10"), false));
    let days: Vec<_> = known
        .done
        .iter()
        .map(|(_, fact)| fact.map(|fact| fact.on))
        .collect();
    assert_eq!(
        days,
        [Some(march(12)), None, None],
        "not of the years before"
    );
    // What was written down stays to be read after the end; without anything it is gone.
    assert!(at(&facts, day("2026-07-01")).is_some());
    facts
        .events
        .retain(|fact| fact.event != Event::SolidFoundation);
    assert_eq!(at(&facts, day("2026-07-01")), None);
    // Elsewhere nothing ends by a birth.
    let elsewhere = super::rules("ed-overdose");
    assert_eq!(exit(&facts, &elsewhere, march(20)), None);
}
