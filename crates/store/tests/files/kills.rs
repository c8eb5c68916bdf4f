use std::path::PathBuf;

use handrail_protocol::DocumentId;
use handrail_store::{KeyCheck, LockRow, LockStore, Store, StoreError};

use crate::place::{CANARY, KEY, Place, fill};

#[test]
fn a_committed_transaction_outlives_a_kill_and_an_uncommitted_one_does_not() {
    let place = Place::new();
    let mut store = Store::create(&place.location(), &KEY).unwrap();
    fill(&mut store, 3);
    let mut uncommitted = None;
    let outcome: Result<(), StoreError> = store.transaction(|tx| {
        tx.set_setting("half", "written")?;
        uncommitted = Some(place.killed());
        Err(StoreError::Full)
    });
    assert_eq!(outcome, Err(StoreError::Full));
    for copy in [uncommitted.unwrap(), place.killed()] {
        let store = copy.open().unwrap();
        store.check().unwrap();
        let document = DocumentId::from_bytes([1; 16]);
        assert_eq!(store.read().pending(&document).unwrap().len(), 3);
        assert_eq!(store.read().setting("half").unwrap(), None);
    }
}

/// Every length that the log can have when the power goes: what opens is some commit, whole.
#[test]
fn a_log_cut_anywhere_opens_at_a_commit() {
    let place = Place::new();
    let mut store = Store::create(&place.location(), &KEY).unwrap();
    store.checkpoint().unwrap();
    for n in 1..=3 {
        let text = n.to_string();
        store
            .transaction(|tx| {
                tx.set_setting("first", &text)?;
                tx.add_pending(&DocumentId::from_bytes([1; 16]), &[n; 32], &[n; 9_000], 5)?;
                tx.set_setting("last", &text)
            })
            .unwrap();
    }
    let killed = place.killed();
    let log = killed.path().with_extension("db-wal");
    let whole = std::fs::read(&log).unwrap();
    let mut seen = std::collections::BTreeSet::new();
    for length in (0..=whole.len()).step_by(4_001).chain([whole.len()]) {
        let copy = killed.killed();
        let log = copy.path().with_extension("db-wal");
        std::fs::write(log, &whole[..length]).unwrap();
        let store = copy.open().unwrap();
        store.check().unwrap();
        let read = store.read();
        let first = read.setting("first").unwrap();
        assert_eq!(first, read.setting("last").unwrap());
        let pending = read.pending(&DocumentId::from_bytes([1; 16])).unwrap();
        let commits = first.map_or(0, |text| text.parse().unwrap());
        assert_eq!(pending.len(), commits);
        seen.insert(commits);
    }
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), [0, 1, 2, 3]);
}

#[test]
fn a_panic_inside_a_transaction_leaves_nothing_of_it() {
    let place = Place::filled();
    let mut store = place.open().unwrap();
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        store.transaction(|tx| -> Result<(), StoreError> {
            tx.set_setting("half", "written")?;
            panic!("as a fault in the code above would");
        })
    }));
    assert!(panicked.is_err());
    assert_eq!(store.read().setting("half").unwrap(), None);
    store
        .transaction(|tx| tx.set_setting("whole", "written"))
        .unwrap();
}

#[test]
fn no_word_of_a_record_stands_on_the_disk() {
    let place = Place::new();
    let mut store = Store::create(&place.location(), &KEY).unwrap();
    fill(&mut store, 40);
    let found = |files: &[(PathBuf, Vec<u8>)]| {
        files
            .iter()
            .any(|(_, bytes)| bytes.windows(CANARY.len()).any(|window| window == CANARY))
    };
    let open = place.bytes();
    assert!(open.len() > 1, "the log should be there too");
    assert!(!found(&open));
    store.close().unwrap();
    assert!(!found(&place.bytes()));
    // The same search does find it where nothing is sealed.
    let plain = rusqlite::Connection::open(place.folder.path().join("plain.db")).unwrap();
    plain.execute_batch("CREATE TABLE t (a)").unwrap();
    plain
        .execute("INSERT INTO t VALUES (?1)", [CANARY])
        .unwrap();
    assert!(found(&place.bytes()));
}

/// Issue 3.5: whoever copies the files later finds no lock that an earlier passphrase opens.
#[test]
fn a_lock_that_was_changed_or_removed_leaves_nothing_of_itself() {
    let place = Place::new();
    let mut lock = LockStore::open_or_create(&place.location()).unwrap();
    let row = LockRow {
        profile: 1,
        record: CANARY.repeat(8),
        key_check: KeyCheck::of(&KEY),
        failed_tries: 0,
        last_failed_at: None,
        language: None,
        theme: None,
        sample: false,
        nickname: String::new(),
        pin_failures: 0,
        help: None,
        help_number: 0,
        passkey: None,
    };
    let canary = || {
        let holds = |bytes: &[u8]| bytes.windows(CANARY.len()).any(|window| window == CANARY);
        place.bytes().iter().any(|(_, bytes)| holds(bytes))
    };
    lock.put(&row).unwrap();
    assert!(canary());
    lock.change_record(1, &[3; 160]).unwrap();
    assert!(!canary(), "the earlier record");
    lock.change_record(1, &row.record).unwrap();
    assert!(canary());
    lock.remove(1).unwrap();
    assert!(!canary(), "the removed record");
}

/// Issue 3.5: old or new, never neither. What a kill in the middle of the change leaves, with the
/// journal as it then lies there, opens with the earlier record.
#[test]
fn a_change_of_the_lock_that_was_cut_off_leaves_the_earlier_one() {
    let place = Place::new();
    let mut lock = LockStore::open_or_create(&place.location()).unwrap();
    let row = LockRow {
        profile: 1,
        record: vec![1; 150],
        key_check: KeyCheck::of(&KEY),
        failed_tries: 0,
        last_failed_at: None,
        language: None,
        theme: None,
        sample: false,
        nickname: String::new(),
        pin_failures: 0,
        help: None,
        help_number: 0,
        passkey: None,
    };
    lock.put(&row).unwrap();
    lock.close().unwrap();
    let raw = rusqlite::Connection::open(place.path()).unwrap();
    // With so little room in memory the page goes to the file before the commit.
    raw.execute_batch(
        "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN IMMEDIATE;
         UPDATE profiles SET record = zeroblob(150);
         CREATE TABLE more (a); INSERT INTO more VALUES (zeroblob(900000));",
    )
    .unwrap();
    let killed = place.killed();
    assert!(killed.bytes().len() > 1, "the journal should be there");
    raw.execute_batch("ROLLBACK").unwrap();
    let lock = LockStore::open_or_create(&killed.location()).unwrap();
    assert_eq!(lock.profile(1).unwrap(), Some(row));
}
