use super::shared::*;
use super::*;
use crate::document::participant::ParticipantKind;
use ParticipantCommand as C;

fn hold(number: u8, reason: &str) -> C {
    C::SetHold {
        id: record(number),
        by: member(9),
        reason: reason.into(),
    }
}

fn lift(number: u8, of: u8, reason: &str) -> C {
    C::LiftHold {
        id: record(number),
        hold: record(of),
        by: member(8),
        reason: reason.into(),
    }
}

/// Issue 3.8
#[test]
fn a_hold_and_its_end_keep_who_when_and_why_and_are_no_milestones() {
    let mut document = document::<ParticipantKind>(1);
    document
        .command(&hold(1, " Subpoena of May 4. "), now(5))
        .unwrap()
        .unwrap();
    let found = document.holds();
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].by, found[0].at), (Some(member(9)), now(5).at));
    assert_eq!(found[0].reason, "Subpoena of May 4.");
    assert!(found[0].lifted.is_empty() && document.milestones().is_empty());
    document
        .command(&lift(2, 1, "The case is closed."), now(6))
        .unwrap()
        .unwrap();
    let found = document.holds();
    assert_eq!(found[0].lifted.len(), 1);
    assert_eq!(found[0].lifted[0].by, Some(member(8)));
    assert_eq!(found[0].lifted[0].reason, "The case is closed.");
    assert_eq!(document.read().holds, found);
    for (refused, why) in [
        (hold(3, " "), CommandError::ReasonMissing),
        (lift(3, 1, ""), CommandError::ReasonMissing),
        (lift(3, 7, "No such hold."), CommandError::NoSuchRecord),
        (hold(1, "Again."), CommandError::AlreadyRecorded),
    ] {
        assert_eq!(document.command(&refused, now(7)), Err(why));
    }
}

/// Issue 3.8
#[test]
fn ending_one_hold_does_not_end_another_that_was_set_at_the_same_time() {
    let mut one = document::<ParticipantKind>(1);
    let mut other = document::<ParticipantKind>(2);
    let first = one.command(&hold(1, "One case."), now(5)).unwrap().unwrap();
    other.apply_changes(&[first.change]).unwrap();
    let end = one.command(&lift(2, 1, "Over."), now(6)).unwrap().unwrap();
    let second = other
        .command(&hold(3, "Another."), now(6))
        .unwrap()
        .unwrap();
    one.apply_changes(&[second.change]).unwrap();
    other.apply_changes(&[end.change]).unwrap();
    assert_eq!(one.holds(), other.holds());
    let open: Vec<_> = one
        .holds()
        .into_iter()
        .filter(|hold| hold.lifted.is_empty())
        .map(|hold| hold.id)
        .collect();
    assert_eq!(open, [record(3)]);
    assert!(one.conflicts().is_empty());
}
