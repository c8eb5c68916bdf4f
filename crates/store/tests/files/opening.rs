use handrail_store::{KeyCheck, LockStore, OpenError, Store, StoreLocation};

use crate::place::{KEY, Place};

#[test]
fn a_wrong_key_touches_nothing() {
    let place = Place::filled();
    let before = place.bytes();
    let opened = Store::open(&place.location(), &[8; 32], &KeyCheck::of(&KEY));
    assert_eq!(opened.unwrap_err(), OpenError::WrongKey);
    assert!(place.bytes() == before);
    place.open().unwrap();
}

#[test]
fn a_missing_file_stays_missing() {
    let place = Place::new();
    place.fails_untouched(&OpenError::NotThere);
    assert!(!place.path().exists());
}

#[test]
fn an_empty_file_is_no_database_and_can_become_one() {
    let place = Place::new();
    std::fs::write(place.path(), b"").unwrap();
    place.fails_untouched(&OpenError::NotThere);
    let created = Store::create(&place.location(), &KEY).unwrap();
    created.close().unwrap();
    place.open().unwrap();
}

#[test]
fn bytes_that_are_no_database_are_damage_and_stay() {
    for content in [
        b"xy".as_slice(),
        b"a letter, by chance",
        &[0x41; 16_000],
        &[0; 8192],
    ] {
        let place = Place::new();
        std::fs::write(place.path(), content).unwrap();
        place.fails_untouched(&OpenError::Damaged);
        let created = Store::create(&place.location(), &KEY);
        assert_eq!(created.unwrap_err(), OpenError::AlreadyThere);
        assert_eq!(std::fs::read(place.path()).unwrap(), content);
    }
}

#[test]
fn a_folder_is_neither_opened_nor_created_over() {
    let place = Place::new();
    std::fs::create_dir(place.path()).unwrap();
    assert!(matches!(place.open().unwrap_err(), OpenError::Io { .. }));
    let created = Store::create(&place.location(), &KEY).unwrap_err();
    assert!(matches!(created, OpenError::Io { .. }), "{created:?}");
}

#[test]
fn a_plain_database_of_another_program_is_foreign() {
    let place = Place::new();
    let other = rusqlite::Connection::open(place.path()).unwrap();
    other
        .execute_batch("PRAGMA journal_mode=WAL; PRAGMA application_id=77; CREATE TABLE t (a)")
        .unwrap();
    drop(other);
    place.fails_untouched(&OpenError::Foreign { application_id: 77 });
}

#[test]
fn another_application_under_our_key_is_foreign() {
    let place = Place::filled();
    let raw = place.raw();
    raw.execute_batch("PRAGMA application_id = 99").unwrap();
    drop(raw);
    place.fails_untouched(&OpenError::Foreign { application_id: 99 });
}

#[test]
fn the_lock_file_is_not_taken_for_a_database() {
    let place = Place::new();
    let lock = LockStore::open_or_create(&place.location()).unwrap();
    lock.close().unwrap();
    let application_id = 0x4852_4B31;
    place.fails_untouched(&OpenError::Foreign { application_id });
}

#[test]
fn an_encrypted_database_is_not_taken_for_a_lock_file() {
    let place = Place::filled();
    let before = place.bytes();
    let opened = LockStore::open_or_create(&place.location());
    assert_eq!(opened.unwrap_err(), OpenError::Damaged);
    assert!(place.bytes() == before);
}

#[test]
fn a_lock_file_of_a_newer_version_is_left_alone() {
    let place = Place::new();
    let lock = LockStore::open_or_create(&place.location()).unwrap();
    lock.close().unwrap();
    let raw = rusqlite::Connection::open(place.path()).unwrap();
    raw.execute_batch("PRAGMA user_version = 9").unwrap();
    drop(raw);
    let before = place.bytes();
    let opened = LockStore::open_or_create(&place.location());
    assert_eq!(opened.unwrap_err(), OpenError::Newer { found: 9, known: 8 });
    assert!(place.bytes() == before);
}

#[test]
fn a_newer_version_is_left_alone() {
    let place = Place::filled();
    let raw = place.raw();
    raw.execute_batch("PRAGMA user_version = 4242").unwrap();
    drop(raw);
    let wanted = place.open().unwrap_err();
    assert!(matches!(wanted, OpenError::Newer { found: 4242, known } if known < 4242));
    place.fails_untouched(&wanted);
}

#[test]
fn the_log_of_a_newer_version_is_not_folded_in() {
    let place = Place::filled();
    // Kept open: the version stands in the log only.
    let raw = place.raw();
    raw.execute_batch("PRAGMA user_version = 4242").unwrap();
    let copy = place.killed();
    let files = |place: &Place| -> Vec<_> {
        let kept = place.bytes().into_iter();
        kept.map(|(path, bytes)| (path.file_name().unwrap().to_owned(), bytes))
            .filter(|(name, _)| !name.to_string_lossy().ends_with("-shm"))
            .collect()
    };
    let before = files(&copy);
    assert_eq!(before.len(), 2, "a database and its log");
    let opened = copy.open().unwrap_err();
    assert!(
        matches!(opened, OpenError::Newer { found: 4242, .. }),
        "{opened:?}"
    );
    assert!(files(&copy) == before, "the log was folded in");
}

#[test]
fn a_second_opening_is_busy_until_the_first_is_closed() {
    let place = Place::filled();
    let first = place.open().unwrap();
    assert_eq!(place.open().unwrap_err(), OpenError::Busy);
    let over = Store::create(&place.location(), &KEY).unwrap_err();
    assert_eq!(over, OpenError::Busy);
    first.close().unwrap();
    place.open().unwrap();
}

#[test]
fn a_storage_that_cannot_encrypt_is_refused() {
    let place = StoreLocation::on_vfs("caseload.db", "memdb");
    let created = Store::create(&place, &KEY).unwrap_err();
    assert!(
        matches!(created, OpenError::Unsupported { setting: "key", .. }),
        "{created:?}"
    );
    let able = StoreLocation::on_vfs("caseload.db", "multipleciphers-memdb");
    Store::create(&able, &KEY).unwrap();
}
