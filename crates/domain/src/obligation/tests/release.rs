//! Before and after release.

use super::*;
use ObligationKind as K;

#[test]
fn s0_23_visits_begin_before_the_expected_release_and_end_with_it() {
    let rules = rules("re-entry");
    let expected = day("2026-06-01");
    let mut facts = facts(&[said(Event::ReleaseExpected, expected, march(1))]);
    let at = |facts: &Facts, today| state(facts, &rules, K::BeforeRelease, today);
    // From 60 days before, every 14 days.
    let first = day("2026-04-02");
    assert_eq!(at(&facts, march(20)), ahead(first));
    assert_eq!(at(&facts, first), owed(first, 0));
    reached(&mut facts, first);
    assert_eq!(at(&facts, first), kept(day("2026-04-16")));
    assert_eq!(at(&facts, day("2026-04-20")), owed(day("2026-04-16"), 4));
    facts.events.push(event(Event::Released, day("2026-05-20")));
    let ended = over(day("2026-05-20"), Event::Released);
    assert_eq!(at(&facts, day("2026-05-20")), ended);
}

#[test]
fn s0_23_a_release_day_that_passed_unnoticed_is_said() {
    let rules = rules("re-entry");
    let facts = facts(&[said(Event::ReleaseExpected, march(10), march(1))]);
    let late = one(&facts, &rules, K::BeforeRelease, march(12)).unwrap();
    assert!(late.is_owed());
    assert_eq!(late.because[0], Because::ReleaseDayPassed(march(10)));
    assert_eq!(late.ends, EndsBy::Release);
}

#[test]
fn s0_23_the_day_that_was_said_last_counts_and_an_earlier_stay_is_over() {
    let rules = rules("re-entry");
    let mut facts = facts(&[
        said(Event::ReleaseExpected, day("2026-06-01"), march(1)),
        said(Event::ReleaseExpected, march(20), march(5)),
    ]);
    let shown = one(&facts, &rules, K::BeforeRelease, march(6)).unwrap();
    assert_eq!(shown.anchor, march(20), "brought forward");
    facts.events.push(event(Event::Released, march(20)));
    let again = said(Event::ReleaseExpected, day("2026-05-01"), march(25));
    facts.events.push(again);
    let shown = one(&facts, &rules, K::BeforeRelease, march(26)).unwrap();
    assert_eq!(
        (shown.anchor, shown.is_owed()),
        (day("2026-05-01"), true),
        "back inside"
    );
}

#[test]
fn s0_26_the_first_two_weeks_after_release_begin_anew_and_end_by_themselves() {
    let rules = rules("re-entry");
    let mut facts = facts(&[event(Event::Released, march(10))]);
    reached(&mut facts, march(9));
    let at = |facts: &Facts, today| state(facts, &rules, K::AfterRelease, today);
    assert_eq!(
        at(&facts, march(10)),
        owed(march(10), 0),
        "a visit inside does not count"
    );
    reached(&mut facts, march(11));
    assert_eq!(at(&facts, march(11)), kept(march(12)));
    assert_eq!(at(&facts, march(14)), owed(march(12), 2));
    let last = march(23);
    assert!(
        matches!(at(&facts, last), Some(State::Owed { .. })),
        "the fourteenth day"
    );
    let passed = State::Over {
        on: last,
        by: Proof::Day,
    };
    assert_eq!(at(&facts, march(24)), Some(passed));
}

/// Field facts 2.3.
#[test]
fn days_of_high_risk_are_flagged_after_release_hospital_and_treatment() {
    let rules = general();
    let flag = |facts: &Facts, today| state(facts, &rules, K::Watch, today);
    let through = |day| Some(State::Watch { through: day });
    let released = facts(&[event(Event::Released, march(1))]);
    assert_eq!(flag(&released, march(14)), through(march(14)), "two weeks");
    assert_eq!(flag(&released, march(15)), None);
    let hospital = discharged(march(1));
    assert_eq!(flag(&hospital, march(28)), through(march(28)), "28 days");
    assert_eq!(flag(&hospital, march(29)), None);
    let treatment = facts(&[event(Event::LeftTreatment, march(1))]);
    assert_eq!(flag(&treatment, march(30)), through(march(30)), "a month");
    assert_eq!(flag(&treatment, march(31)), None);
    let shown = one(&released, &rules, K::Watch, march(2)).unwrap();
    assert_eq!(
        shown.because[0],
        Because::HighRisk(Begins::Event(Event::Released))
    );
    assert!(!shown.is_owed(), "a flag is nothing to do");
}

#[test]
fn s0_25_an_injection_is_flagged_before_it_is_late_until_the_next_or_the_end() {
    let rules = rules("re-entry");
    let mut facts = facts(&[event(Event::Injection, march(1))]);
    let at = |facts: &Facts, today| state(facts, &rules, K::Injection, today);
    let next = march(29);
    assert_eq!(at(&facts, march(23)), kept(next));
    assert_eq!(at(&facts, march(24)), ahead(next), "five days before");
    assert_eq!(at(&facts, next), owed(next, 0));
    assert_eq!(at(&facts, march(31)), owed(next, 2));
    let late = one(&facts, &rules, K::Injection, march(31)).unwrap();
    assert_eq!(
        (late.ends, &late.because[0]),
        (EndsBy::NextInjection, &Because::InjectionDue(next))
    );
    facts.events.push(event(Event::Injection, march(31)));
    assert_eq!(at(&facts, march(31)), kept(march(31).plus_days(28)));
    facts.events.push(event(Event::InjectionsEnded, march(31)));
    assert_eq!(
        at(&facts, day("2026-06-01")),
        over(march(31), Event::InjectionsEnded)
    );
}
