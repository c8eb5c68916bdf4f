//! Court and groups.

use super::*;
use ObligationKind as K;

#[test]
fn s2_16_a_day_at_court_shows_ahead_and_is_owed_until_somebody_was_there_or_asked() {
    let rules = general();
    let mut facts = facts(&[event(Event::CourtDate, march(20))]);
    let at = |facts: &Facts, today| state(facts, &rules, K::Court, today);
    assert_eq!(at(&facts, march(12)), None);
    assert_eq!(at(&facts, march(13)), ahead(march(20)));
    reached(&mut facts, march(19));
    assert_eq!(
        at(&facts, march(20)),
        owed(march(20), 0),
        "a call on the eve is not it"
    );
    assert_eq!(at(&facts, march(22)), owed(march(20), 2));
    facts.add_contact_day(march(20), true, EncounterKind::Court);
    let there = State::Over {
        on: march(20),
        by: Proof::Contact,
    };
    assert_eq!(at(&facts, march(22)), Some(there));
    assert_eq!(at(&facts, day("2026-04-17")), Some(there));
    assert_eq!(at(&facts, day("2026-04-18")), None, "long done");
}

#[test]
fn s2_16_each_day_at_court_stands_by_itself() {
    let mut facts = facts(&[
        event(Event::CourtDate, march(10)),
        event(Event::CourtDate, march(12)),
    ]);
    facts.add_contact_day(march(10), true, EncounterKind::Court);
    let found = all(&facts, &general(), K::Court, march(11));
    let states: Vec<_> = found
        .iter()
        .map(|one| (one.anchor, one.is_over()))
        .collect();
    assert_eq!(states, [(march(12), false), (march(10), true)]);
}

#[test]
fn s0_20_a_missed_group_asks_for_a_contact_and_one_that_was_attended_does_not() {
    let rules = general();
    let mut facts = Facts::default();
    facts.add_contact_day(march(2), true, EncounterKind::Group);
    assert_eq!(one(&facts, &rules, K::GroupFollowUp, march(3)), None);
    facts.add_contact_day(march(9), false, EncounterKind::Group);
    let asked = one(&facts, &rules, K::GroupFollowUp, march(12)).unwrap();
    assert_eq!(Some(asked.state), owed(march(11), 1));
    assert_eq!(asked.because[0], Because::MissedGroup(march(9)));
    reached(&mut facts, march(12));
    assert!(
        one(&facts, &rules, K::GroupFollowUp, march(12))
            .unwrap()
            .is_over()
    );
}

#[test]
fn s0_3_who_said_no_before_enrolling_is_owed_nothing_until_something_begins_anew() {
    let rules = rules("overdose-response");
    let mut facts = facts(&[event(Event::Overdose, march(1))]);
    assert!(
        obligations(&facts, &rules, march(2))
            .iter()
            .any(Obligation::is_owed)
    );
    facts.events.push(event(Event::SaidNo, march(2)));
    assert_eq!(facts.said_no(march(1)), None, "it lies ahead");
    assert_eq!(facts.said_no(march(3)), Some(march(2)));
    assert!(obligations(&facts, &rules, march(3)).is_empty());
    let mut again = facts.clone();
    again.events.push(event(Event::Overdose, march(9)));
    assert!(
        obligations(&again, &rules, march(9))
            .iter()
            .any(Obligation::is_owed)
    );
    let mut in_a_hospital = facts.clone();
    in_a_hospital.duty.discharges.push(march(9));
    assert_eq!(in_a_hospital.said_no(march(9)), None);
    // Who came into a program leaves it; that is no saying no before.
    facts.events.push(event(Event::Enrolled, march(1)));
    assert_eq!(facts.said_no(march(3)), None);
}
