use super::shared::*;
use super::*;
use crate::document::participant::ParticipantKind;
use ParticipantCommand as C;

fn hand_over(number: u8, to: u8, reason: &str) -> C {
    C::HandOver {
        id: record(number),
        to: member(to),
        by: member(9),
        reason: reason.into(),
    }
}

/// Issue 3.3
#[test]
fn a_hand_over_says_to_whom_by_whom_when_and_why() {
    let mut document = document::<ParticipantKind>(1);
    assert!(document.hand_overs().is_empty());
    document
        .command(&hand_over(1, 2, "  Moved to Madison. "), now(5))
        .unwrap()
        .unwrap();
    let found = document.hand_overs();
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].to, found[0].by), (member(2), Some(member(9))));
    assert_eq!(found[0].at, now(5).at);
    assert_eq!(found[0].device, writer(2).device);
    assert_eq!(document.hand_over_record(record(1)), found.first().cloned());
    assert_eq!(found[0].reason, "Moved to Madison.");
    assert_eq!(document.read().hand_overs, found);
    assert!(document.milestones().is_empty(), "it is no milestone");
    assert_eq!(
        document.command(&hand_over(1, 3, ""), now(6)),
        Err(CommandError::AlreadyRecorded)
    );
}

/// Issue 3.3
#[test]
fn two_hand_overs_at_once_are_both_told_in_the_order_of_their_time() {
    let mut one = document::<ParticipantKind>(1);
    let mut other = document::<ParticipantKind>(2);
    let second = one.command(&hand_over(1, 2, ""), now(8)).unwrap().unwrap();
    let first = other
        .command(&hand_over(2, 3, ""), now(7))
        .unwrap()
        .unwrap();
    one.apply_changes(&[first.change]).unwrap();
    other.apply_changes(&[second.change]).unwrap();
    let to: Vec<_> = one.hand_overs().iter().map(|h| h.to).collect();
    assert_eq!(to, [member(3), member(2)]);
    assert_eq!(one.hand_overs(), other.hand_overs());
    assert!(one.conflicts().is_empty());
}
