use super::shared::*;
use super::*;
use crate::document::agency::AgencyKind;
use crate::document::participant::ParticipantKind;

fn logged(seed: u64, notes: u8) -> (ParticipantDocument, Vec<Vec<u8>>) {
    let mut document = document(seed);
    let changes = (0..notes)
        .map(|n| log(&mut document, record(n + 1), "words").change)
        .collect();
    (document, changes)
}

#[test]
fn changes_are_taken_in_once_whatever_the_order() {
    let (source, changes) = logged(1, 5);
    let mut target = document::<ParticipantKind>(2);
    let reversed: Vec<_> = changes.iter().rev().cloned().collect();
    let applied = target.apply_changes_from(writer(2), &reversed).unwrap();
    assert_eq!(
        (
            applied.applied.len(),
            applied.waiting.len(),
            applied.missing.len()
        ),
        (5, 0, 0)
    );
    assert_eq!(applied.touched.records.len(), 5);
    let again = target.apply_changes_from(writer(2), &changes).unwrap();
    assert_eq!(again, Applied::default());
    assert_eq!(
        (target.heads(), target.read()),
        (source.heads(), source.read())
    );
}

#[test]
fn a_change_whose_forerunner_is_missing_waits_and_says_for_what() {
    let (source, changes) = logged(1, 3);
    let hashes: Vec<_> = source
        .changes_since(&[])
        .into_iter()
        .map(|(hash, _)| hash)
        .collect();
    let mut target = document::<ParticipantKind>(2);
    target.apply_changes(&changes[..1]).unwrap();
    let applied = target.apply_changes(&changes[2..]).unwrap();
    assert_eq!(applied.applied, []);
    assert_eq!(applied.waiting, [hashes[2]]);
    assert_eq!(applied.missing, [hashes[1]]);
    assert_eq!(applied.touched, Touched::default());
    assert!(!target.has(&hashes[2]));

    // The wait survives saving.
    let mut target = ParticipantDocument::load(&target.save(), session(9)).unwrap();
    assert_eq!(target.missing(), [hashes[1]]);
    let applied = target.apply_changes(&changes[1..2]).unwrap();
    assert_eq!(applied.applied.len(), 2, "also the one that waited");
    assert_eq!(applied.touched.records.len(), 2);
    assert_eq!(target.missing(), []);
    assert_eq!(target.heads(), source.heads());
}

#[test]
fn a_change_must_name_the_writer_of_the_item_that_brought_it() {
    let (_, changes) = logged(1, 2);
    let mut target = document::<ParticipantKind>(2);
    let heads = target.heads();
    let other = Writer {
        incarnation: Incarnation::from_bytes([8; 16]),
        ..writer(2)
    };
    assert_eq!(
        target.apply_changes_from(writer(3), &changes),
        Err(DocumentError::NotTheWriter(0))
    );
    assert_eq!(
        target.apply_changes_from(other, &changes),
        Err(DocumentError::NotTheWriter(0))
    );
    let genesis = ParticipantDocument::genesis_change().to_vec();
    assert_eq!(
        target.apply_changes_from(writer(2), &[genesis]),
        Err(DocumentError::NotTheWriter(0))
    );
    assert_eq!(target.heads(), heads);
}

#[test]
fn what_a_restored_device_sends_under_its_new_life_counts_and_a_strangers_does_not() {
    let (_, changes) = logged(1, 2);
    let mut target = document::<ParticipantKind>(2);
    let owner = writer(2).device;
    assert_eq!(
        target.apply_changes_from_device(writer(3).device, &changes),
        Err(DocumentError::NotTheWriter(0))
    );
    let applied = target.apply_changes_from_device(owner, &changes).unwrap();
    assert_eq!(applied.applied.len(), changes.len());
}

#[test]
fn a_session_used_twice_is_refused_whole_and_nothing_is_lost() {
    let (_, first) = logged(1, 2);
    let mut twin = document::<ParticipantKind>(1);
    let second = log(&mut twin, record(77), "same session, other words").change;
    let mut target = document::<ParticipantKind>(2);
    target.apply_changes(&first).unwrap();
    let before = target.read();
    assert_eq!(target.apply_changes(&[second]), Err(DocumentError::Forked));
    assert_eq!(target.read(), before);
}

#[test]
fn nobody_writes_in_the_name_of_the_open_session() {
    let (_, changes) = logged(1, 1);
    let mut target = document::<ParticipantKind>(1);
    assert_eq!(
        target.apply_changes(&changes),
        Err(DocumentError::NotTheWriter(0))
    );
    log(&mut target, record(50), "still works");
}

#[test]
fn broken_changes_are_named_by_their_place_and_change_nothing() {
    let (_, changes) = logged(1, 3);
    let mut target = document::<ParticipantKind>(2);
    let heads = target.heads();
    let cut = changes[1][..changes[1].len() - 3].to_vec();
    for broken in [
        cut,
        vec![],
        b"no change at all".to_vec(),
        vec![0; 2 * 1024 * 1024],
    ] {
        let batch = [changes[0].clone(), broken, changes[2].clone()];
        assert_eq!(
            target.apply_changes(&batch),
            Err(DocumentError::Malformed(1))
        );
    }
    let mut compressed =
        Change::from_bytes(log(&mut document(4), record(3), &"long ".repeat(400)).change).unwrap();
    let compressed = compressed.bytes().into_owned();
    assert_eq!(compressed[8], 2, "this change is compressed");
    assert_eq!(
        target.apply_changes(&[compressed]),
        Err(DocumentError::Malformed(0))
    );
    assert_eq!(target.heads(), heads);
}

#[test]
fn a_change_with_an_impossible_time_or_place_is_refused() {
    let (mut target, changes) = logged(1, 1);
    let honest = Change::from_bytes(changes[0].clone()).unwrap();
    let with = |alter: &dyn Fn(&mut automerge::ExpandedChange)| {
        let mut change = honest.decode();
        change.actor_id = session(6).actor();
        alter(&mut change);
        Change::from(change).raw_bytes().to_vec()
    };
    for hostile in [
        with(&|change| change.time = i64::MIN),
        with(&|change| change.time = i64::MAX),
        with(&|change| change.seq = u64::MAX),
        with(&|change| change.start_op = std::num::NonZeroU64::new(1 << 50).unwrap()),
    ] {
        assert_eq!(
            target.apply_changes(&[hostile]),
            Err(DocumentError::Malformed(0))
        );
    }
}

#[test]
fn damaged_and_foreign_saved_bytes_are_told_apart() {
    let (document, _) = logged(1, 3);
    let saved = document.save_verified().unwrap();
    assert_eq!(
        ParticipantDocument::load(&saved, session(3))
            .unwrap()
            .read(),
        document.read()
    );
    let load = |bytes: &[u8]| ParticipantDocument::load(bytes, session(3)).err();
    assert_eq!(
        load(&saved[..saved.len() - 1]),
        Some(DocumentError::Damaged)
    );
    assert_eq!(
        load(&[]),
        Some(DocumentError::OtherKind),
        "an empty file holds no genesis"
    );
    assert_eq!(load(b"SQLite format 3"), Some(DocumentError::Damaged));
    for place in (0..saved.len()).step_by(7) {
        let mut flipped = saved.clone();
        flipped[place] ^= 0x40;
        assert!(load(&flipped).is_some(), "byte {place}");
    }
    let agency = shared::document::<AgencyKind>(1).save();
    assert_eq!(load(&agency), Some(DocumentError::OtherKind));
}

#[test]
fn writing_over_a_root_map_hides_no_record() {
    let (mut target, _) = logged(1, 2);
    let mut hostile = Automerge::load(&target.save()).unwrap();
    hostile.set_actor(session(6).actor());
    let mut transaction = hostile.transaction();
    transaction
        .put_object(ROOT, "encounters", ObjType::Map)
        .unwrap();
    transaction.commit();
    let change = hostile
        .get_last_local_change()
        .unwrap()
        .raw_bytes()
        .to_vec();
    target.apply_changes_from(writer(7), &[change]).unwrap();
    assert_eq!(target.encounters().len(), 2);
    log(
        &mut target,
        record(40),
        "and new ones still go where they belong",
    );
    assert_eq!(
        ParticipantDocument::load(&target.save(), session(8))
            .unwrap()
            .encounters()
            .len(),
        3
    );
}

#[test]
fn values_of_another_type_or_a_newer_version_read_as_the_plainest() {
    let (mut target, _) = logged(1, 1);
    let mut newer = Automerge::load(&target.save()).unwrap();
    newer.set_actor(session(6).actor());
    let map = newer.import_obj(&map_object(2)).unwrap();
    let (_, object) = newer.get(&map, record(1).to_string()).unwrap().unwrap();
    let mut transaction = newer.transaction();
    transaction.put(&object, "kind", "hologram").unwrap();
    transaction.put(&object, "minutes", -5).unwrap();
    transaction.put(&object, "kits", "many").unwrap();
    transaction.put(&object, "mood", 3).unwrap();
    transaction.put(&object, "note", 7.5).unwrap();
    transaction
        .put_object(&map, "not a record id", ObjType::Map)
        .unwrap();
    transaction
        .put(&map, record(9).to_string(), "not a record")
        .unwrap();
    transaction.commit();
    let change = newer.get_last_local_change().unwrap().raw_bytes().to_vec();
    target.apply_changes_from(writer(7), &[change]).unwrap();
    let [encounter] = target.encounters().try_into().unwrap();
    assert_eq!(encounter.facts.kind, crate::encounter::EncounterKind::Other);
    assert_eq!(
        (encounter.facts.minutes.get(), encounter.facts.kits.get()),
        (0, 0)
    );
    assert_eq!(encounter.facts.note.as_str(), "");
}

#[test]
fn what_this_app_never_says_is_refused() {
    let (mut target, _) = logged(1, 1);
    let saved = target.save();
    let by_stranger = |write: &dyn Fn(&mut automerge::transaction::Transaction<'_>, &ObjId)| {
        let mut stranger = Automerge::load(&saved).unwrap();
        stranger.set_actor(session(6).actor());
        let map = stranger.import_obj(&map_object(2)).unwrap();
        let mut transaction = stranger.transaction();
        write(&mut transaction, &map);
        transaction.commit();
        stranger
            .get_last_local_change()
            .unwrap()
            .raw_bytes()
            .to_vec()
    };
    let key = record(1).to_string();
    for refused in [
        by_stranger(&|transaction, map| transaction.delete(map, key.as_str()).unwrap()),
        by_stranger(&|transaction, _| transaction.delete(ROOT, "encounters").unwrap()),
        by_stranger(&|transaction, map| {
            drop(transaction.put_object(map, "list", ObjType::List).unwrap());
        }),
        by_stranger(&|transaction, map| {
            drop(transaction.put_object(map, "text", ObjType::Text).unwrap());
        }),
        by_stranger(&|transaction, map| {
            transaction
                .put(map, "count", automerge::ScalarValue::counter(1))
                .unwrap();
        }),
    ] {
        assert_eq!(
            target.apply_changes(&[refused]),
            Err(DocumentError::Malformed(0))
        );
    }
    assert_eq!(target.encounters().len(), 1);
}
