//! Meta, settings, drafts, import keys, quarantine, roster.

use handrail_protocol::RosterHash;

use super::{
    StoreCase,
    check::{Outcome, is_so, same, there},
    samples::{document, item_id},
};
use crate::{Store, StoreError};

pub(super) const CASES: &[StoreCase] = &[
    ("meta_keeps_the_last_value", meta),
    ("settings_keep_the_last_value", settings),
    ("drafts_come_newest_first", drafts),
    ("import_keys_find_their_participant", imports),
    ("quarantine_keeps_the_first_reason", quarantine),
    ("an_open_database_tells_its_cipher", cipher),
    ("the_roster_has_no_holes_and_is_never_rewritten", roster),
];

fn meta(store: &mut Store) -> Outcome {
    store.transaction(|tx| {
        tx.set_meta("cursor", &[1])?;
        tx.set_meta("cursor", &[2, 0, 255])?;
        tx.set_meta("empty", &[])
    })?;
    let held = there("cursor", store.read().meta("cursor")?)?;
    same("cursor", &held.as_slice(), &[2, 0, 255].as_slice())?;
    is_so(
        "an empty value is a value",
        store.read().meta("empty")?.is_some(),
    )?;
    store.transaction(|tx| tx.remove_meta("cursor"))?;
    is_so(
        "a removed value is gone",
        store.read().meta("cursor")?.is_none(),
    )
}

fn settings(store: &mut Store) -> Outcome {
    store.transaction(|tx| {
        tx.set_setting("theme", "dark")?;
        tx.set_setting("language", "es")?;
        tx.set_setting("theme", "light")
    })?;
    same(
        "theme",
        &store.read().setting("theme")?.as_deref(),
        &Some("light"),
    )?;
    let all = store.read().settings()?;
    let wanted = [("language", "es"), ("theme", "light")];
    let wanted: Vec<(String, String)> = wanted
        .map(|(key, value)| (key.to_owned(), value.to_owned()))
        .to_vec();
    same("settings", &all, &wanted)?;
    store.transaction(|tx| tx.remove_setting("theme"))?;
    same("theme", &store.read().setting("theme")?, &None)
}

fn drafts(store: &mut Store) -> Outcome {
    store.transaction(|tx| {
        tx.put_draft("log:1", "{}", 1)?;
        tx.put_draft("log:2", "{}", 2)?;
        tx.put_draft("log:1", r#"{"note":"ñ"}"#, 3)
    })?;
    let keys: Vec<String> = store
        .read()
        .drafts()?
        .into_iter()
        .map(|draft| draft.key)
        .collect();
    same(
        "order",
        &keys,
        &vec!["log:1".to_owned(), "log:2".to_owned()],
    )?;
    let draft = there("draft", store.read().draft("log:1")?)?;
    same("json", &draft.json.as_str(), &r#"{"note":"ñ"}"#)?;
    store.transaction(|tx| tx.remove_draft("log:1"))?;
    same("draft", &store.read().draft("log:1")?, &None)
}

fn imports(store: &mut Store) -> Outcome {
    same("unknown", &store.read().import_key("row 1")?, &None)?;
    store.transaction(|tx| tx.set_import_key("row 1", &document(4)))?;
    same(
        "known",
        &store.read().import_key("row 1")?,
        &Some(document(4)),
    )
}

fn cipher(store: &mut Store) -> Outcome {
    same("cipher", &store.cipher()?, &"chacha20".to_owned())
}

fn quarantine(store: &mut Store) -> Outcome {
    let (first, again) = store.transaction(|tx| {
        Ok::<_, StoreError>((
            tx.quarantine(&item_id(1), b"bytes", "revoked", 5)?,
            tx.quarantine(&item_id(1), b"bytes", "other", 6)?,
        ))
    })?;
    same("new, then known", &(first, again), &(true, false))?;
    same("count", &store.read().quarantine_count()?, &1)?;
    let released = there("item", store.transaction(|tx| tx.release(&item_id(1)))?)?;
    same("reason", &released.reason.as_str(), &"revoked")?;
    same("left", &store.read().quarantined()?.len(), &0)
}

fn roster(store: &mut Store) -> Outcome {
    let hash = |n: u8| RosterHash::from_bytes([n; 32]);
    same("head", &store.read().roster_head()?, &None)?;
    store.transaction(|tx| {
        tx.append_roster(0, &hash(10), b"found")?;
        tx.append_roster(1, &hash(11), b"add")?;
        tx.append_roster(1, &hash(11), b"add")
    })?;
    same("head", &store.read().roster_head()?, &Some((1, hash(11))))?;
    let rewritten = store.transaction(|tx| tx.append_roster(1, &hash(99), b"forged"));
    is_so("an entry is never rewritten", rewritten.is_err())?;
    let hole = store.transaction(|tx| tx.append_roster(3, &hash(13), b"far"));
    is_so("there are no holes", hole.is_err())?;
    same("all", &store.read().roster_entries(None)?.len(), &2)?;
    let after: Vec<u64> = store
        .read()
        .roster_entries(Some(0))?
        .into_iter()
        .map(|entry| entry.n)
        .collect();
    same("after the first", &after, &vec![1])
}
