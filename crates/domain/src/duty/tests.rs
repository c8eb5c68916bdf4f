use super::*;
use proptest::prelude::*;

mod laws;

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap()
}

fn march(number: u32) -> LocalDate {
    LocalDate::new(2026, 3, number).unwrap()
}

fn intake(status: IntakeStatus, on: Option<LocalDate>, status_day: LocalDate) -> IntakeFact {
    IntakeFact {
        statuses: vec![status],
        on,
        status_day,
        reopened_day: None,
    }
}

fn confirmed(on: u32, status_day: u32) -> IntakeFact {
    intake(IntakeStatus::Confirmed, Some(march(on)), march(status_day))
}

fn discharged(on: u32) -> DutyFacts {
    DutyFacts {
        discharges: vec![march(on)],
        ..DutyFacts::default()
    }
}

fn reached(on: u32) -> ContactFact {
    ContactFact {
        day: march(on),
        reached: true,
    }
}

fn tried(on: u32) -> ContactFact {
    ContactFact {
        day: march(on),
        reached: false,
    }
}

fn owed(facts: &DutyFacts, today: LocalDate) -> Owed {
    match duty(facts, today) {
        Duty::Owed(owed) => owed,
        other => panic!("{other:?}"),
    }
}

fn ended(intake_on: u32, confirmed_on: u32) -> Duty {
    Duty::Ended(EndedReason::IntakeConfirmed {
        intake_on: Some(march(intake_on)),
        confirmed_on: march(confirmed_on),
    })
}

#[test]
fn s0_6_nothing_is_owed_before_the_discharge() {
    assert_eq!(duty(&DutyFacts::default(), march(1)), Duty::NotStarted);
    assert_eq!(duty(&discharged(5), march(4)), Duty::NotStarted);
}

#[test]
fn s0_6_daily_contact_is_owed_from_the_day_of_discharge() {
    let expected = Owed {
        since: march(5),
        day_number: 1,
        days_missed: 0,
        last_contact: None,
        tried_today: false,
        reason: OwedReason::NoIntake,
    };
    assert_eq!(duty(&discharged(5), march(5)), Duty::Owed(expected));
    let fourth = owed(&discharged(5), march(8));
    assert_eq!((fourth.day_number, fourth.days_missed), (4, 3));
}

#[test]
fn s0_6_reaching_the_person_settles_today_and_only_today() {
    let facts = DutyFacts {
        contacts: vec![reached(6)],
        ..discharged(5)
    };
    let settled = Duty::SettledToday {
        since: march(5),
        day_number: 2,
        reason: OwedReason::NoIntake,
    };
    assert_eq!(duty(&facts, march(6)), settled);
    let next = owed(&facts, march(7));
    assert_eq!(
        (next.day_number, next.days_missed, next.last_contact),
        (3, 1, Some(march(6)))
    );
}

#[test]
fn s0_6_an_attempt_leaves_the_day_owed_but_less_pressing() {
    let facts = DutyFacts {
        contacts: vec![tried(6)],
        ..discharged(5)
    };
    let today = owed(&facts, march(6));
    assert!(today.tried_today);
    assert_eq!(today.last_contact, None);
    assert!(duty(&facts, march(6)).urgency() < duty(&discharged(5), march(6)).urgency());
    assert!(!owed(&facts, march(7)).tried_today);
}

#[test]
fn s0_6_a_tentative_date_does_not_end_it_and_a_confirmed_date_does() {
    let mut facts = discharged(5);
    facts.intakes = vec![intake(IntakeStatus::Asked, None, march(5))];
    assert_eq!(owed(&facts, march(6)).reason, OwedReason::IntakeAsked);
    facts.intakes = vec![intake(IntakeStatus::Tentative, Some(march(20)), march(6))];
    assert_eq!(owed(&facts, march(6)).reason, OwedReason::IntakeTentative);
    assert_eq!(
        owed(&facts, march(25)).reason,
        OwedReason::IntakeTentative,
        "even after its day"
    );
    facts.intakes = vec![confirmed(20, 7)];
    for today in [7, 8, 19, 20, 25] {
        assert_eq!(
            duty(&facts, march(today)),
            ended(20, 7),
            "also while the intake is ahead"
        );
    }
}

#[test]
fn s0_6_a_confirmed_intake_ends_it_beside_a_tentative_one() {
    let mut facts = discharged(5);
    facts.intakes = vec![
        intake(IntakeStatus::Tentative, Some(march(9)), march(6)),
        confirmed(20, 7),
    ];
    assert_eq!(duty(&facts, march(8)), ended(20, 7));
}

#[test]
fn s0_6_while_devices_disagree_the_duty_stands() {
    let mut facts = discharged(5);
    let statuses = vec![IntakeStatus::Confirmed, IntakeStatus::Tentative];
    facts.intakes = vec![IntakeFact {
        statuses,
        ..confirmed(20, 7)
    }];
    assert_eq!(owed(&facts, march(8)).reason, OwedReason::StatusesDisagree);
    facts.intakes = vec![IntakeFact {
        statuses: vec![],
        ..confirmed(20, 7)
    }];
    assert!(duty(&facts, march(8)).urgency().is_some());
}

#[test]
fn s0_6_a_second_discharge_after_a_confirmed_intake_starts_it_again() {
    let mut facts = discharged(5);
    facts.intakes = vec![confirmed(20, 7)];
    facts.discharges.push(march(12));
    let again = owed(&facts, march(13));
    assert_eq!((again.since, again.day_number), (march(12), 2));
    facts.intakes.push(confirmed(25, 14));
    assert_eq!(duty(&facts, march(14)), ended(25, 14));
}

#[test]
fn s0_6_an_intake_confirmed_at_the_bedside_counts_for_the_discharge_that_follows() {
    let mut facts = discharged(5);
    facts.intakes = vec![confirmed(10, 3)];
    assert_eq!(duty(&facts, march(5)), ended(10, 3));
    // An intake that lies before the discharge is another story's.
    facts.intakes = vec![confirmed(4, 3)];
    assert_eq!(owed(&facts, march(5)).reason, OwedReason::NoIntake);
    // Confirmed in the second stay, before the second discharge, but after the first.
    facts.discharges = vec![march(1), march(5)];
    facts.intakes = vec![confirmed(10, 3)];
    assert_eq!(owed(&facts, march(6)).since, march(5));
}

#[test]
fn s0_6_a_confirmed_date_that_falls_through_starts_it_again_that_day() {
    let mut facts = discharged(5);
    let reopened_day = Some(march(11));
    facts.intakes = vec![IntakeFact {
        reopened_day,
        ..intake(IntakeStatus::Tentative, None, march(11))
    }];
    let today = owed(&facts, march(12));
    assert_eq!(
        (today.since, today.day_number, today.days_missed),
        (march(11), 2, 1)
    );
    assert_eq!(today.reason, OwedReason::IntakeFellThrough);
    facts.intakes[0] = IntakeFact {
        reopened_day,
        ..confirmed(20, 13)
    };
    assert_eq!(duty(&facts, march(13)), ended(20, 13));
}

#[test]
fn s0_6_days_are_counted_across_month_ends_and_leap_days() {
    let facts = |text| DutyFacts {
        discharges: vec![day(text)],
        ..DutyFacts::default()
    };
    assert_eq!(owed(&facts("2026-01-31"), day("2026-02-01")).day_number, 2);
    assert_eq!(owed(&facts("2024-02-28"), day("2024-03-01")).day_number, 3);
    assert_eq!(owed(&facts("2026-02-28"), day("2026-03-01")).day_number, 2);
    assert_eq!(owed(&facts("2025-12-31"), day("2026-01-01")).day_number, 2);
}

#[test]
fn s0_6_a_contact_counts_for_the_day_on_the_wall_also_when_clocks_change() {
    use crate::time::{Timestamp, local_date};
    // Clocks go forward in Wisconsin on 8 March 2026 at 02:00.
    let before = Timestamp::from_millis(1_772_951_400_000); // 00:30, UTC-6
    let after = before.plus_minutes(22 * 60); // 23:30, UTC-5
    for (at, offset) in [(before, -360), (after, -300)] {
        let day = local_date(at, offset);
        let facts = DutyFacts {
            contacts: vec![ContactFact { day, reached: true }],
            ..discharged(7)
        };
        assert!(matches!(
            duty(&facts, march(8)),
            Duty::SettledToday { day_number: 2, .. }
        ));
    }
}

#[test]
fn s0_6_a_contact_from_a_clock_that_runs_ahead_settles_no_other_day() {
    let facts = DutyFacts {
        contacts: vec![reached(20)],
        ..discharged(5)
    };
    let today = owed(&facts, march(8));
    assert_eq!((today.days_missed, today.last_contact), (3, None));
}

#[test]
fn s0_6_a_confirmation_from_a_clock_that_runs_ahead_is_known_today() {
    let facts = DutyFacts {
        intakes: vec![confirmed(20, 30)],
        ..discharged(5)
    };
    assert_eq!(duty(&facts, march(8)), ended(20, 8));
}

#[test]
fn s0_6_the_longest_missed_comes_first_on_today() {
    let waiting = duty(&discharged(1), march(9)).urgency();
    let kept = DutyFacts {
        contacts: (1..9).map(reached).collect(),
        ..discharged(1)
    };
    let kept = duty(&kept, march(9)).urgency();
    let fresh = duty(&discharged(9), march(9)).urgency();
    assert!(waiting > kept && kept > fresh && fresh.is_some());
    assert_eq!(duty(&DutyFacts::default(), march(9)).urgency(), None);
}

#[test]
fn s0_6_what_was_owed_on_a_past_day_is_not_undone_by_a_later_intake() {
    let day = |text| LocalDate::parse(text).unwrap();
    let facts = DutyFacts {
        discharges: vec![day("2026-06-01")],
        intakes: vec![IntakeFact {
            statuses: vec![IntakeStatus::Confirmed],
            on: Some(day("2026-06-20")),
            status_day: day("2026-06-10"),
            reopened_day: None,
        }],
        contacts: Vec::new(),
    };
    let is_owed = |on| matches!(duty_at(&facts, day(on)), Duty::Owed(_));
    assert!(is_owed("2026-06-09") && !is_owed("2026-06-10") && !is_owed("2026-06-14"));
    assert_eq!(
        duty_at(&facts, day("2026-06-30")),
        duty(&facts, day("2026-06-30"))
    );
}
