//! A member's device may send anything that carries a right signature and a right checksum.

use super::shared::*;
use super::*;
use crate::document::participant::ParticipantKind;
use proptest::prelude::*;
use sha2::{Digest, Sha256};

/// Where the checksum of a change stands.
const CHECKSUM: std::ops::Range<usize> = 4..8;

/// Puts the right checksum on altered bytes, so that they get past the first door.
fn sealed(mut change: Vec<u8>) -> Vec<u8> {
    let hash = Sha256::digest(&change[CHECKSUM.end..]);
    change[CHECKSUM].copy_from_slice(&hash[..CHECKSUM.len()]);
    change
}

#[test]
fn the_checksum_of_an_honest_change_is_the_one_that_these_tests_make() {
    let change = log(&mut document(1), record(1), "words").change;
    assert_eq!(sealed(change.clone()), change);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn altered_changes_are_taken_in_whole_or_change_nothing(
        alterations in prop::collection::vec((9..400usize, any::<u8>()), 1..4),
        note in "[a-z ]{0,40}",
    ) {
        let mut source = document(1);
        let first = log(&mut source, record(1), &note).change;
        let mut second = log(&mut source, record(2), &note).change;
        let length = second.len();
        for (place, byte) in alterations {
            second[9 + place % (length - 9)] ^= byte;
        }
        let mut target = document::<ParticipantKind>(2);
        target.apply_changes(&[first]).unwrap();
        let before = (target.heads(), target.read(), target.missing());
        if target.apply_changes(&[sealed(second)]).is_err() {
            prop_assert_eq!((target.heads(), target.read(), target.missing()), before);
        } else {
            target.read();
            target.conflicts();
        }
        prop_assert!(target.read().encounters.iter().any(|encounter| encounter.id == record(1)));
        log(&mut target, record(3), "and it still works");
        let saved = target.save();
        prop_assert!(ParticipantDocument::load(&saved, session(3)).is_ok());
    }
}

/// An empty change whose operations would begin before those that it builds on: the document
/// engine took it in, and then could not open what it had saved.
#[test]
fn a_change_that_does_not_count_on_from_what_it_builds_on_is_refused() {
    let mut source = document(1);
    let first = log(&mut source, record(1), "").change;
    let mut second = log(&mut source, record(2), "").change;
    second[44] ^= 0x19;
    let altered = automerge::Change::from_bytes(sealed(second.clone())).unwrap();
    assert_eq!((altered.len(), altered.start_op().get()), (0, 16));
    let mut target = document::<ParticipantKind>(2);
    target.apply_changes(&[first]).unwrap();
    let before = (target.heads(), target.read());
    assert!(target.apply_changes(&[sealed(second)]).is_err());
    assert_eq!((target.heads(), target.read()), before);
    assert!(ParticipantDocument::load(&target.save(), session(3)).is_ok());
}
