//! Putting off and muting.

use super::*;
use crate::id::RecordId;
use crate::record::Void;
use crate::time::Timestamp;
use ObligationKind as K;

fn quiet(of: Option<(K, LocalDate)>, said: LocalDate, until: Option<LocalDate>) -> Quiet {
    Quiet {
        id: RecordId::from_bytes([7; 16]),
        of,
        until,
        reason: "On the ward until Friday".into(),
        said,
        recorded_at: Timestamp::from_millis(0),
        by: None,
        void: None,
    }
}

fn with(mut facts: Facts, quiet: Quiet) -> Facts {
    facts.quiet = QuietFacts::new(&[quiet]);
    facts
}

fn daily(facts: &Facts, today: LocalDate) -> Obligation {
    one(facts, &general(), K::Daily, today).unwrap()
}

/// Issue 4.3.
#[test]
fn what_was_put_off_is_not_owed_until_its_day_and_still_counted() {
    let put_off = quiet(Some((K::Daily, march(5))), march(8), Some(march(11)));
    let facts = with(discharged(march(5)), put_off);
    let today = daily(&facts, march(9));
    assert!(!today.is_owed());
    assert_eq!(
        today.hushed.as_ref().unwrap().reason,
        "On the ward until Friday"
    );
    assert_eq!(
        (
            today.hushed.as_ref().unwrap().muted,
            today.hushed.unwrap().until
        ),
        (false, Some(march(11)))
    );
    assert_eq!(
        Some(today.state),
        owed(march(5), 4),
        "the days missed are still counted"
    );
    assert!(daily(&facts, march(11)).is_owed());
    assert!(daily(&facts, march(7)).is_owed(), "not before it was said");
}

/// Issue 4.3.
#[test]
fn only_the_one_obligation_is_put_off_and_not_the_one_that_begins_later() {
    let put_off = quiet(Some((K::Daily, march(5))), march(8), Some(march(20)));
    let mut facts = with(discharged(march(5)), put_off);
    facts.events.push(event(Event::CourtDate, march(9)));
    assert!(
        one(&facts, &general(), K::Court, march(9))
            .unwrap()
            .is_owed()
    );
    facts.duty.discharges.push(march(10));
    assert!(
        daily(&facts, march(10)).is_owed(),
        "a new discharge is a new duty"
    );
}

/// Issue 4.3.
#[test]
fn nothing_is_put_off_for_longer_than_two_weeks_whatever_a_document_says() {
    for until in [None, Some(march(23)), Some(LocalDate::LAST)] {
        let facts = with(
            discharged(march(5)),
            quiet(Some((K::Daily, march(5))), march(8), until),
        );
        assert!(daily(&facts, march(9)).is_owed(), "{until:?}");
    }
    let ahead = quiet(Some((K::Daily, march(5))), march(20), Some(march(30)));
    let facts = with(discharged(march(5)), ahead);
    assert!(
        daily(&facts, march(9)).is_owed(),
        "a clock that runs ahead puts nothing off"
    );
}

/// Issue 4.3.
#[test]
fn muting_a_participant_closes_nothing_and_what_begins_later_breaks_through() {
    let mut facts = with(discharged(march(5)), quiet(None, march(8), None));
    let muted = daily(&facts, march(30));
    assert!(!muted.is_owed() && !muted.is_over());
    assert!(muted.hushed.unwrap().muted);
    facts.events.push(event(Event::CourtDate, march(20)));
    assert!(
        one(&facts, &general(), K::Court, march(20))
            .unwrap()
            .is_owed()
    );
    let flag = one(&facts, &general(), K::Watch, march(9)).unwrap();
    assert_eq!(flag.hushed, None, "days of risk stay to be seen");
    facts.duty.discharges.push(march(25));
    assert!(daily(&facts, march(26)).is_owed());
}

/// Issue 4.3.
#[test]
fn what_is_taken_back_was_never_quiet() {
    let mut taken_back = quiet(None, march(8), None);
    taken_back.void = Some(Void {
        at: Timestamp::from_millis(0),
        by: None,
        reason: "she called".into(),
    });
    let facts = with(discharged(march(5)), taken_back);
    assert_eq!(daily(&facts, march(9)).hushed, None);
}

/// Issue 4.3.
#[test]
fn what_is_quiet_is_not_pressing() {
    let facts = with(discharged(march(5)), quiet(None, march(8), None));
    assert_eq!(daily(&facts, march(9)).urgency(true, march(9)), None);
}
