use super::{
    StoreCase,
    check::{Outcome, is_so, same},
    samples::{document, item, item_id},
};
use crate::{Store, StoreError};

pub(super) const CASES: &[StoreCase] = &[
    ("a_failed_transaction_leaves_nothing", failed),
    ("a_transaction_sees_its_own_writing", own_writing),
    ("the_file_can_be_folded_and_made_smaller", kept_small),
];

fn failed(store: &mut Store) -> Outcome {
    store.transaction(|tx| tx.set_setting("theme", "dark"))?;
    let outcome: Result<(), StoreError> = store.transaction(|tx| {
        tx.set_setting("theme", "light")?;
        tx.insert_item(&item(1))?;
        tx.add_pending(&document(1), &[1; 32], b"change", 1)?;
        Err(StoreError::Busy)
    });
    same("its error", &outcome, &Err(StoreError::Busy))?;
    same(
        "setting",
        &store.read().setting("theme")?.as_deref(),
        &Some("dark"),
    )?;
    is_so("item", !store.read().has_item(&item_id(1))?)?;
    same("changes", &store.read().pending_documents()?, &vec![])?;
    store.transaction(|tx| tx.set_setting("theme", "light"))?;
    same(
        "next",
        &store.read().setting("theme")?.as_deref(),
        &Some("light"),
    )
}

fn own_writing(store: &mut Store) -> Outcome {
    let seen = store.transaction(|tx| {
        tx.set_setting("theme", "dark")?;
        tx.setting("theme")
    })?;
    same("seen", &seen.as_deref(), &Some("dark"))
}

fn kept_small(store: &mut Store) -> Outcome {
    let big = vec![7; 400_000];
    store.transaction(|tx| tx.set_meta("big", &big))?;
    let full = store.database_size()?;
    store.transaction(|tx| tx.remove_meta("big"))?;
    store.vacuum()?;
    store.checkpoint()?;
    let small = store.database_size()?;
    is_so("smaller", small + 300_000 < full)
}
