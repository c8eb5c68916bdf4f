#![allow(
    clippy::unwrap_used,
    reason = "a test stops at what it does not expect"
)]

use super::*;
use crate::id::MemberId;
use crate::workforce::Person;
use proptest::prelude::*;

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap()
}

fn training(kind: &str, on: &str, minutes: u32, topics: &[&str]) -> Training {
    Training {
        person: Person::Member(MemberId::from_bytes([1; 16])),
        kind: kind.to_owned(),
        name: "x".to_owned(),
        on: day(on),
        minutes,
        topics: topics.iter().map(|topic| (*topic).to_owned()).collect(),
        until: None,
        number: String::new(),
        cents: 0,
        funder: String::new(),
        cohort: String::new(),
        program: String::new(),
    }
}

const CPS: &str = "certified_peer_specialist";

fn held(trainings: &[Training], today: &str) -> Vec<Credential> {
    credentials(&WorkforcePack::shipped().unwrap(), trainings, day(today))
}

#[test]
fn s2_5_a_certificate_holds_two_years_and_twenty_hours_are_needed_by_then() {
    let mut all = vec![training(CPS, "2024-05-01", 0, &[])];
    let one = held(&all, "2024-05-01").remove(0);
    assert_eq!(one.until, Some(day("2026-05-01")));
    let learning = one.learning.unwrap();
    assert_eq!(
        (learning.needed, learning.done, learning.missing()),
        (1200, 0, 1200)
    );
    assert_eq!(learning.by, day("2026-05-01"));

    // What came before it, has no topic, or comes after its end does not count.
    all.push(training(
        "continuing_education",
        "2024-05-01",
        600,
        &["ethics"],
    ));
    all.push(training("continuing_education", "2024-06-01", 600, &[]));
    all.push(training(
        "continuing_education",
        "2026-05-02",
        600,
        &["ethics"],
    ));
    assert_eq!(held(&all, "2026-05-01")[0].learning.unwrap().done, 0);
    all.push(training("ethics", "2024-05-02", 700, &["ethics"]));
    all.push(training(
        "continuing_education",
        "2026-05-01",
        500,
        &["ethics"],
    ));
    let learning = held(&all, "2026-05-01")[0].learning.unwrap();
    assert_eq!((learning.done, learning.missing()), (1200, 0));
}

#[test]
fn s2_5_it_is_warned_ahead_and_ends_the_day_after_its_last() {
    let all = [training(CPS, "2024-05-01", 0, &[])];
    let state = |today| held(&all, today)[0].state;
    assert_eq!(state("2026-01-30"), CredentialState::Holds);
    assert_eq!(state("2026-01-31"), CredentialState::EndsSoon { days: 91 });
    assert_eq!(state("2026-05-01"), CredentialState::EndsSoon { days: 1 });
    assert_eq!(state("2026-05-02"), CredentialState::Ended { days: 1 });
    // A year that has 29 February.
    let leap = [training(CPS, "2024-02-29", 0, &[])];
    assert_eq!(held(&leap, "2025-01-01")[0].until, Some(day("2026-02-28")));
}

#[test]
fn s4_17_being_certified_again_begins_the_ledger_anew_and_the_paper_goes_before_the_rule() {
    let mut again = training(CPS, "2026-04-20", 0, &[]);
    again.until = Some(day("2028-05-01"));
    let all = [
        training(CPS, "2024-05-01", 0, &[]),
        training("continuing_education", "2025-01-01", 1200, &["ethics"]),
        again,
    ];
    let one = held(&all, "2026-06-01").remove(0);
    assert_eq!(one.until, Some(day("2028-05-01")));
    assert_eq!(one.learning.unwrap().done, 0);
    // A certificate of the future is none yet.
    assert_eq!(held(&all, "2026-04-19")[0].on, day("2024-05-01"));
}

#[test]
fn s2_12_two_credentials_are_two_and_one_that_ended_proves_nothing() {
    let pack = WorkforcePack::shipped().unwrap();
    let proven = |trainings: &[Training], today: &str| fields(&pack, &held(trainings, today));
    let academy = training("recovery_coach_academy", "2020-01-01", 1800, &[]);
    let certified = training(CPS, "2024-05-01", 0, &[]);
    assert_eq!(
        proven(std::slice::from_ref(&academy), "2026-01-01"),
        [Field::RecoveryCoaching]
    );
    let both = [academy, certified];
    assert_eq!(proven(&both, "2026-01-01"), Field::ALL);
    assert_eq!(proven(&both, "2026-06-01"), [Field::RecoveryCoaching]);
}

proptest! {
    /// The ledger never counts more than was learnt, and never goes back when more is learnt.
    #[test]
    fn s2_5_more_learning_never_means_less(
        hours in prop::collection::vec((0..900_i64, 0..300_u32), 0..20),
    ) {
        let first = day("2024-05-01");
        let mut all = vec![training(CPS, "2024-05-01", 0, &[])];
        let (mut before, mut sum) = (0, 0_u32);
        for (after, minutes) in hours {
            let mut one = training("continuing_education", "2024-05-01", minutes, &["ethics"]);
            one.on = first.plus_days(after);
            all.push(one);
            sum += minutes;
            let learning = held(&all, "2030-01-01")[0].learning.unwrap();
            prop_assert!(learning.done >= before && learning.done <= sum);
            before = learning.done;
        }
    }
}
