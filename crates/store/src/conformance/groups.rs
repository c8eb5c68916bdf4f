use super::{
    StoreCase,
    check::{Outcome, same},
    samples::{document, encounter, group, item_id, key_name},
};
use crate::{GroupedDocument, KeyEpoch, Store};

pub(super) const CASES: &[StoreCase] = &[
    ("a_document_knows_its_groups_home_first", home),
    ("wrapped_keys_are_told_oldest_first", epochs),
    ("backfills_wait_until_taken_off", backfills),
    ("encounters_wait_for_an_item_and_follow_it", attached),
];

fn home(store: &mut Store) -> Outcome {
    store.transaction(|tx| {
        tx.add_document_group(&document(1), 3, &group(9))?;
        tx.add_document_group(&document(1), 3, &group(2))?;
        tx.add_document_group(&document(1), 3, &group(9))
    })?;
    same(
        "groups",
        &store.read().document_groups(&document(1))?,
        &vec![group(9), group(2)],
    )?;
    same("kind", &store.read().document_kind(&document(1))?, &Some(3))?;
    same("unknown", &store.read().document_kind(&document(2))?, &None)?;
    let wanted = GroupedDocument {
        document: document(1),
        kind: 3,
        group: group(9),
    };
    same("all", &store.read().grouped_documents()?, &vec![wanted])
}

fn epochs(store: &mut Store) -> Outcome {
    let of = |key: u8, epoch: u32| KeyEpoch {
        key_id: key_name(key),
        group: group(1),
        epoch,
    };
    store.transaction(|tx| {
        tx.add_document_key(&document(1), &key_name(8), &[8; 32], 1)?;
        tx.add_document_key(&document(1), &key_name(3), &[3; 32], 1)?;
        tx.note_key_epoch(&document(1), &of(3, 2))?;
        tx.note_key_epoch(&document(1), &of(8, 1))?;
        tx.note_key_epoch(&document(1), &of(8, 1))
    })?;
    same(
        "epochs",
        &store.read().key_epochs(&document(1))?,
        &vec![of(8, 1), of(3, 2)],
    )
}

fn backfills(store: &mut Store) -> Outcome {
    store.transaction(|tx| {
        tx.set_backfill(&document(1), true)?;
        tx.set_backfill(&document(1), true)?;
        tx.set_backfill(&document(2), true)?;
        tx.set_backfill(&document(1), false)
    })?;
    same("left", &store.read().backfills()?, &vec![document(2)])
}

fn attached(store: &mut Store) -> Outcome {
    store.transaction(|tx| {
        tx.upsert_encounter(&encounter("A", 1, 1))?;
        tx.upsert_encounter(&encounter("B", 1, 2))?;
        tx.attach_item(&document(1), &["A"], &item_id(1))
    })?;
    let waiting = store.read().unattached_encounters(&document(1))?;
    same("waiting", &waiting, &vec!["B".to_owned()])?;
    store.transaction(|tx| tx.reattach_item(&item_id(1), &item_id(2)))?;
    let carried = store.read().encounter("A")?.and_then(|row| row.item);
    same("carried", &carried, &Some(item_id(2)))
}
