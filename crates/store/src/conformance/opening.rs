use super::{
    Case, KEY,
    check::{Outcome, is_so, same},
    create,
    samples::{item, item_id},
};
use crate::{KeyCheck, OpenError, Store, StoreError, StoreLocation};

pub(super) const CASES: &[Case] = &[
    ("what_was_committed_is_there_after_reopening", reopened),
    ("a_wrong_key_is_told_from_damage", wrong_key),
    ("opening_makes_nothing_where_nothing_is", not_there),
    ("creating_over_a_database_is_refused", not_over),
    ("a_newer_database_is_left_alone", newer),
    ("a_foreign_database_is_left_alone", foreign),
];

fn open(location: &StoreLocation) -> Result<Store, OpenError> {
    Store::open(location, &KEY, &KeyCheck::of(&KEY))
}

fn fails(location: &StoreLocation, wanted: &OpenError) -> Outcome {
    same("opening", &open(location).map(|_| ()), &Err(wanted.clone()))
}

fn filled(location: &StoreLocation) -> Result<Store, super::check::Failure> {
    let mut store = create(location)?;
    store.transaction(|tx| tx.insert_item(&item(1)))?;
    Ok(store)
}

fn reopened(location: &StoreLocation) -> Outcome {
    filled(location)?.close()?;
    let mut store = open(location)?;
    is_so("the item", store.read().has_item(&item_id(1))?)?;
    store.check()?;
    store.transaction(|tx| tx.set_setting("theme", "dark"))?;
    // Dropped without being closed, as an error on the way does.
    drop(store);
    let store = open(location)?;
    same(
        "theme",
        &store.read().setting("theme")?.as_deref(),
        &Some("dark"),
    )?;
    Ok(store.close()?)
}

fn wrong_key(location: &StoreLocation) -> Outcome {
    filled(location)?.close()?;
    let other = [1; 32];
    let wrong = Store::open(location, &other, &KeyCheck::of(&KEY)).map(|_| ());
    same("wrong key", &wrong, &Err(OpenError::WrongKey))?;
    // The key is the one that was kept, and still the bytes do not open.
    let damaged = Store::open(location, &other, &KeyCheck::of(&other)).map(|_| ());
    same("damage", &damaged, &Err(OpenError::Damaged))?;
    let store = open(location)?;
    is_so("unharmed", store.read().has_item(&item_id(1))?)?;
    Ok(store.close()?)
}

fn not_there(location: &StoreLocation) -> Outcome {
    fails(location, &OpenError::NotThere)?;
    fails(location, &OpenError::NotThere)?;
    Ok(filled(location)?.close()?)
}

fn not_over(location: &StoreLocation) -> Outcome {
    filled(location)?.close()?;
    let again = create(location).map(|_| ());
    same("same key", &again, &Err(OpenError::AlreadyThere))?;
    let other = Store::create(location, &[2; 32]).map(|_| ());
    same("other key", &other, &Err(OpenError::AlreadyThere))?;
    let store = open(location)?;
    is_so("unharmed", store.read().has_item(&item_id(1))?)?;
    Ok(store.close()?)
}

fn newer(location: &StoreLocation) -> Outcome {
    with_header(location, "PRAGMA user_version = 999")?;
    let known = crate::store::FORMAT.newest();
    fails(location, &OpenError::Newer { found: 999, known })
}

fn foreign(location: &StoreLocation) -> Outcome {
    with_header(location, "PRAGMA application_id = 1234")?;
    fails(
        location,
        &OpenError::Foreign {
            application_id: 1234,
        },
    )
}

fn with_header(location: &StoreLocation, sql: &str) -> Outcome {
    let store = filled(location)?;
    store
        .read()
        .connection
        .execute_batch(sql)
        .map_err(StoreError::from)?;
    Ok(store.close()?)
}
