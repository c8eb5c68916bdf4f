//! Refusal before loss: a full device.

use super::{
    StoreCase,
    check::{Outcome, is_so, same},
    samples::{document, item, item_id},
};
use crate::{Store, StoreError};

pub(super) const CASES: &[StoreCase] = &[("a_full_device_refuses_and_loses_nothing", refuses)];

fn refuses(store: &mut Store) -> Outcome {
    store.transaction(|tx| tx.insert_item(&item(1)))?;
    let room = store.database_size()? + 50_000;
    store.limit_size(Some(room))?;
    let big = vec![9; 200_000];
    let outcome = store.transaction(|tx| {
        tx.set_setting("theme", "dark")?;
        tx.insert_item(&item(2))?;
        tx.add_pending(&document(1), &[1; 32], &big, 1)
    });
    same("told", &outcome, &Err(StoreError::Full))?;
    is_so("not retryable by itself", !StoreError::Full.is_retryable())?;
    is_so("reading works", store.read().has_item(&item_id(1))?)?;
    is_so("nothing half written", !store.read().has_item(&item_id(2))?)?;
    same("no setting", &store.read().setting("theme")?, &None)?;
    store.transaction(|tx| tx.set_setting("theme", "light"))?;
    store.limit_size(None)?;
    store.transaction(|tx| tx.add_pending(&document(1), &[1; 32], &big, 1))?;
    same(
        "with room again",
        &store.read().pending(&document(1))?.len(),
        &1,
    )
}
