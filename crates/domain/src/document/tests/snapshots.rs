//! Whole documents of others: what a newcomer begins with.

use super::shared::*;
use super::*;
use crate::document::agency::AgencyKind;
use crate::document::layout::map_object;
use crate::document::participant::ParticipantKind;
use automerge::transaction::Transactable;

fn logged(seed: u64, notes: u8) -> ParticipantDocument {
    let mut document = document(seed);
    for n in 0..notes {
        log(&mut document, record(n + 1), "words");
    }
    document
}

#[test]
fn a_snapshot_brings_everything_and_keeps_what_it_does_not_cover() {
    let source = logged(1, 4);
    let mut target = document::<ParticipantKind>(2);
    log(&mut target, record(90), "mine, not in the snapshot");
    let applied = target.apply_snapshot(&source.save()).unwrap();
    assert_eq!(applied.applied.len(), 4);
    assert_eq!(target.encounters().len(), 5);
    assert_eq!(
        target.apply_snapshot(&source.save()).unwrap(),
        Applied::default()
    );
    let agency = document::<AgencyKind>(1).save();
    assert_eq!(
        target.apply_snapshot(&agency),
        Err(DocumentError::OtherKind)
    );
}

/// I1: whether somebody took in each change or the whole makes no difference.
#[test]
fn an_empty_document_becomes_what_the_snapshot_says_and_goes_on_from_there() {
    let mut source = logged(1, 4);
    let mut target = document::<ParticipantKind>(2);
    assert!(target.is_empty());
    let applied = target.apply_snapshot(&source.save()).unwrap();
    assert_eq!((applied.applied.len(), applied.missing.len()), (4, 0));
    assert!(!target.is_empty());
    assert_eq!(target.heads(), source.heads());
    assert_eq!(target.read(), source.read());
    let mine = log(&mut target, record(80), "after it");
    source
        .apply_changes_from(writer(3), &[mine.change])
        .unwrap();
    exchange(&mut source, &mut target);
    assert_eq!(target.read(), source.read());
}

#[test]
fn a_snapshot_with_anything_beside_the_document_is_refused() {
    let source = logged(1, 2).save();
    let (_, change) = logged(1, 3).changes_since(&[]).pop().unwrap();
    let mut target = document::<ParticipantKind>(2);
    for damaged in [
        [source.clone(), change.clone()].concat(),
        [source.clone(), vec![0]].concat(),
        source[..source.len() - 1].to_vec(),
        change,
        Vec::new(),
    ] {
        let refused = target.apply_snapshot(&damaged);
        assert_eq!(refused, Err(DocumentError::Damaged));
    }
    assert!(target.is_empty());
    target.apply_snapshot(&source).unwrap();
}

/// I3: nothing that this app never says comes in, whichever way.
#[test]
fn a_snapshot_that_says_what_this_app_never_says_is_refused_by_an_empty_document_too() {
    let honest = logged(1, 1);
    let mut hostile = Automerge::load(&honest.save()).unwrap();
    hostile.set_actor(session(6).actor());
    let map = hostile.import_obj(&map_object(2)).unwrap();
    let mut transaction = hostile.transaction();
    transaction.delete(&map, record(1).to_string()).unwrap();
    transaction.commit();
    for mut target in [document::<ParticipantKind>(2), logged(3, 1)] {
        let before = target.heads();
        let refused = target.apply_snapshot(&hostile.save());
        assert_eq!(refused, Err(DocumentError::Refused));
        assert_eq!(target.heads(), before);
    }
}

#[test]
fn a_snapshot_in_the_name_of_the_open_session_is_refused() {
    let same = logged(2, 1);
    let mut target = document::<ParticipantKind>(2);
    let refused = target.apply_snapshot(&same.save());
    assert_eq!(refused, Err(DocumentError::NotTheWriter(0)));
    assert!(target.is_empty());
}
