use super::{
    StoreCase,
    check::{Outcome, is_so, same, there},
    samples::{document, group, key_name},
};
use crate::{Added, Store, StoreError};

pub(super) const CASES: &[StoreCase] = &[
    ("group_keys_are_only_added", group_keys),
    (
        "document_keys_are_only_added_and_the_newest_is_known",
        document_keys,
    ),
];

fn group_keys(store: &mut Store) -> Outcome {
    let added = store.transaction(|tx| {
        Ok::<_, StoreError>([
            tx.add_group_key(&group(1), 1, &[1; 32])?,
            tx.add_group_key(&group(1), 1, &[1; 32])?,
            tx.add_group_key(&group(1), 1, &[9; 32])?,
            tx.add_group_key(&group(1), 2, &[2; 32])?,
        ])
    })?;
    same(
        "added",
        &added,
        &[Added::New, Added::Known, Added::Differs, Added::New],
    )?;
    let first = there("epoch 1", store.read().group_key(&group(1), 1)?)?;
    is_so("the first key stays", *first == [1; 32])?;
    let epochs: Vec<u32> = store
        .read()
        .group_keys()?
        .iter()
        .map(|row| row.epoch)
        .collect();
    same("epochs", &epochs, &vec![1, 2])
}

fn document_keys(store: &mut Store) -> Outcome {
    let one = document(1);
    is_so(
        "no key yet",
        store.read().newest_document_key(&one)?.is_none(),
    )?;
    let added = store.transaction(|tx| {
        Ok::<_, StoreError>([
            tx.add_document_key(&one, &key_name(8), &[8; 32], 1)?,
            tx.add_document_key(&one, &key_name(3), &[3; 32], 1)?,
            tx.add_document_key(&one, &key_name(8), &[8; 32], 2)?,
            tx.add_document_key(&one, &key_name(8), &[7; 32], 2)?,
        ])
    })?;
    same(
        "added",
        &added,
        &[Added::New, Added::New, Added::Known, Added::Differs],
    )?;
    let newest = there("newest", store.read().newest_document_key(&one)?)?;
    same("newest", &newest.key_id, &key_name(3))?;
    is_so("its bytes", *newest.key == [3; 32])?;
    let old = there(
        "the old one",
        store.read().document_key(&one, &key_name(8))?,
    )?;
    is_so("the old key stays", *old == [8; 32])?;
    same("count", &store.read().document_keys(&one)?.len(), &2)
}
