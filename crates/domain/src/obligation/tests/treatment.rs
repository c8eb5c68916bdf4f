//! From the hospital to a solid foundation.

use super::*;
use ObligationKind as K;

#[test]
fn s0_6_daily_contact_says_what_the_duty_says() {
    let mut facts = discharged(march(5));
    reached(&mut facts, march(6));
    let rules = rules("ed-overdose");
    let daily = one(&facts, &rules, K::Daily, march(9)).unwrap();
    assert_eq!(
        Some(daily.state),
        owed(march(7), 3),
        "three of four days were missed"
    );
    assert_eq!(
        (daily.since, daily.ends),
        (march(5), EndsBy::IntakeConfirmed)
    );
    assert_eq!(
        daily.because,
        [
            Because::Discharged(march(5)),
            Because::Intake(OwedReason::NoIntake),
            Because::LastReached(Some(march(6))),
        ]
    );
    reached(&mut facts, march(9));
    assert_eq!(state(&facts, &rules, K::Daily, march(9)), kept(march(10)));
    confirmed(&mut facts, march(10));
    let state = state(&facts, &rules, K::Daily, march(11));
    let by = Proof::IntakeConfirmed(Some(march(20)));
    assert_eq!(state, Some(State::Over { on: march(10), by }));
}

/// Golden case G-11.
#[test]
fn s0_6_a_tentative_date_ends_no_daily_contact_and_begins_no_step_down() {
    let mut facts = discharged(march(5));
    confirmed(&mut facts, march(8));
    facts.duty.intakes[0].statuses = vec![IntakeStatus::Tentative];
    let rules = rules("ed-overdose");
    assert!(one(&facts, &rules, K::Daily, march(9)).unwrap().is_owed());
    assert_eq!(one(&facts, &rules, K::StepDown, march(9)), None);
}

#[test]
fn s0_7_after_the_connection_contact_becomes_rarer_step_by_step() {
    let rules = rules("ed-overdose");
    let mut facts = discharged(march(1));
    confirmed(&mut facts, march(5));
    reached(&mut facts, march(5));
    let at = |facts: &Facts, today| state(facts, &rules, K::StepDown, today);
    // Every 3 days for 28 days; the contact of the last day of daily contact counts.
    assert_eq!(at(&facts, march(7)), kept(march(8)));
    assert_eq!(at(&facts, march(8)), owed(march(8), 0));
    assert_eq!(at(&facts, march(10)), owed(march(8), 2));
    // Then every 7 days for 56, then every 14.
    let april = day("2026-04-02");
    reached(&mut facts, april.plus_days(-1));
    assert_eq!(
        at(&facts, april),
        kept(day("2026-04-08")),
        "day 28 begins the second step"
    );
    let later = march(5).plus_days(28 + 56);
    reached(&mut facts, later);
    assert_eq!(at(&facts, later), kept(later.plus_days(14)));
    let shown = one(&facts, &rules, K::StepDown, later).unwrap();
    assert_eq!(shown.ends, EndsBy::Judgement);
    assert_eq!(
        shown.because[..2],
        [
            Because::IntakeConfirmed {
                confirmed_on: march(5),
                intake_on: Some(march(15))
            },
            Because::Every(14),
        ]
    );
}

#[test]
fn s0_7_it_ends_by_a_judgement_and_never_by_a_date() {
    let rules = rules("ed-overdose");
    let mut facts = discharged(march(1));
    confirmed(&mut facts, march(5));
    let long_after = march(5).plus_days(700);
    assert!(
        one(&facts, &rules, K::StepDown, long_after)
            .unwrap()
            .is_owed()
    );
    let judge = one(&facts, &rules, K::Judge, march(5).plus_days(90)).unwrap();
    assert_eq!(judge.because[0], Because::NotJudged);
    assert!(judge.is_owed());
    assert_eq!(one(&facts, &rules, K::Judge, march(5).plus_days(89)), None);
    let judged = march(5).plus_days(100);
    facts.events.push(event(Event::SolidFoundation, judged));
    let ended = over(judged, Event::SolidFoundation);
    assert_eq!(state(&facts, &rules, K::StepDown, long_after), ended);
    assert_eq!(one(&facts, &rules, K::Judge, long_after), None);
}

#[test]
fn s0_7_a_return_to_the_hospital_begins_it_all_again() {
    let rules = rules("ed-overdose");
    let mut facts = discharged(march(1));
    confirmed(&mut facts, march(3));
    facts.events.push(event(Event::SolidFoundation, march(4)));
    facts.duty.discharges.push(march(20));
    assert!(one(&facts, &rules, K::Daily, march(21)).unwrap().is_owed());
    assert_eq!(one(&facts, &rules, K::StepDown, march(21)), None);
    confirmed(&mut facts, march(22));
    let again = one(&facts, &rules, K::StepDown, march(30)).unwrap();
    assert_eq!(
        (again.since, again.is_owed()),
        (march(22), true),
        "the earlier judgement is of then"
    );
}

#[test]
fn s0_7_a_confirmed_date_that_falls_through_brings_daily_contact_back() {
    let rules = rules("ed-overdose");
    let mut facts = discharged(march(1));
    confirmed(&mut facts, march(3));
    facts.duty.intakes[0].statuses = vec![IntakeStatus::Asked];
    facts.duty.intakes[0].reopened_day = Some(march(10));
    let daily = one(&facts, &rules, K::Daily, march(12)).unwrap();
    assert_eq!((daily.since, daily.is_owed()), (march(10), true));
    assert_eq!(one(&facts, &rules, K::StepDown, march(12)), None);
}

#[test]
fn an_intake_that_was_confirmed_without_a_hospital_begins_the_step_down() {
    let rules = rules("ed-overdose");
    let mut facts = Facts::default();
    confirmed(&mut facts, march(3));
    assert_eq!(
        state(&facts, &rules, K::StepDown, march(4)),
        owed(march(3), 1)
    );
}

#[test]
fn whoever_left_the_program_is_owed_nothing_from_it() {
    for (id, kind, begins) in [
        ("ed-overdose", K::Daily, None),
        ("overdose-response", K::Regular, Some(Event::Enrolled)),
        ("overdose-response", K::FirstContact, Some(Event::Overdose)),
        ("re-entry", K::AfterRelease, Some(Event::Released)),
        ("pregnancy", K::Perinatal, Some(Event::Birth)),
    ] {
        let mut facts = match begins {
            None => discharged(march(1)),
            Some(begins) => facts(&[event(begins, march(1))]),
        };
        let rules = rules(id);
        assert!(
            one(&facts, &rules, kind, march(4)).unwrap().is_owed(),
            "{id}"
        );
        facts.events.push(event(Event::LeftProgram, march(3)));
        assert_eq!(
            state(&facts, &rules, kind, march(4)),
            over(march(3), Event::LeftProgram)
        );
        // Unless it begins again.
        let Some(begins) = begins else { continue };
        facts.events.push(event(begins, march(5)));
        assert!(
            one(&facts, &rules, kind, march(6)).unwrap().is_owed(),
            "{id}"
        );
    }
}

#[test]
fn s3_11_a_survivor_is_looked_for_within_three_days_and_until_reached() {
    let rules = rules("overdose-response");
    let mut facts = facts(&[event(Event::Overdose, march(1))]);
    facts.begun = Some(march(1));
    tried(&mut facts, march(2));
    tried(&mut facts, march(3));
    let first = one(&facts, &rules, K::FirstContact, march(6)).unwrap();
    assert_eq!(Some(first.state), owed(march(4), 2));
    assert_eq!(first.because[1], Because::Tried(2));
    assert_eq!(
        one(&facts, &rules, K::Regular, march(6)),
        None,
        "no pace before the first contact"
    );
    reached(&mut facts, march(7));
    let found = State::Over {
        on: march(7),
        by: Proof::Contact,
    };
    assert_eq!(
        state(&facts, &rules, K::FirstContact, march(8)),
        Some(found)
    );
    assert_eq!(state(&facts, &rules, K::Regular, march(8)), kept(march(14)));
    facts.events.push(event(Event::Overdose, march(9)));
    assert!(
        one(&facts, &rules, K::FirstContact, march(9))
            .unwrap()
            .is_owed(),
        "each by itself"
    );
}

#[test]
fn s2_1_a_family_is_met_at_a_steady_pace_from_the_first_day() {
    let rules = rules("family");
    let mut facts = Facts {
        begun: Some(march(2)),
        ..Facts::default()
    };
    assert_eq!(
        state(&facts, &rules, K::Regular, march(2)),
        owed(march(2), 0)
    );
    reached(&mut facts, march(3));
    assert_eq!(state(&facts, &rules, K::Regular, march(9)), kept(march(10)));
    assert_eq!(
        state(&facts, &rules, K::Regular, march(11)),
        owed(march(10), 1)
    );
    facts.events.push(event(Event::SolidFoundation, march(12)));
    let ended = over(march(12), Event::SolidFoundation);
    assert_eq!(state(&facts, &rules, K::Regular, march(30)), ended);
}
