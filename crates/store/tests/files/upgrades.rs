use std::path::PathBuf;

use handrail_protocol::{DocumentId, ItemId};
use handrail_store::{LockStore, PeopleSearch, Store};

use crate::place::{KEY, Place};

/// One file for each version, oldest first.
fn fixtures(name: &str) -> Vec<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    (1..1_000)
        .map(|version| folder.join(format!("{name}-v{version}.db")))
        .take_while(|path| path.exists())
        .collect()
}

fn upgraded(fixture: &PathBuf) -> (Place, Store) {
    let place = Place::new();
    std::fs::copy(fixture, place.path()).unwrap();
    let store = place.open().unwrap();
    (place, store)
}

#[test]
fn every_version_has_its_fixture() {
    for (name, folder) in [("caseload", "migrations"), ("lock", "lock_migrations")] {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder);
        let versions = std::fs::read_dir(folder).unwrap().count();
        assert_eq!(
            fixtures(name).len(),
            versions,
            "see tests/fixtures/README.md"
        );
    }
}

#[test]
fn what_an_older_version_kept_is_there_after_the_upgrade() {
    for (fixture, version) in fixtures("caseload").iter().zip(1..) {
        let (_place, store) = upgraded(fixture);
        store.check().unwrap();
        let read = store.read();
        let document = DocumentId::from_bytes([0; 16]);
        let cursor = read.meta("cursor").unwrap().unwrap();
        assert_eq!(cursor.as_slice(), [1, 2]);
        let item = read.item(&ItemId::from_bytes([0; 32])).unwrap().unwrap();
        assert_eq!((item.n, item.bytes), (1, vec![0xaa, 0xbb]));
        assert_eq!(read.pending(&document).unwrap().len(), 1);
        let found = |text: &str| {
            let search = PeopleSearch {
                text: text.to_owned(),
                limit: 5,
                ..PeopleSearch::default()
            };
            read.people(&search).unwrap().total
        };
        let people = u64::from(version >= 2);
        assert_eq!((found("jose"), found("apartment")), (people, people));
        assert_eq!(read.timeline_count(&document).unwrap(), people);
    }
}

#[test]
fn an_upgraded_database_has_the_schema_of_a_new_one() {
    let fresh = Place::new();
    Store::create(&fresh.location(), &KEY)
        .unwrap()
        .close()
        .unwrap();
    let wanted = schema(&fresh);
    for fixture in fixtures("caseload") {
        let (place, store) = upgraded(&fixture);
        store.close().unwrap();
        assert_eq!(schema(&place), wanted, "{fixture:?}");
    }
}

#[test]
fn an_older_lock_still_counts_its_tries() {
    for (fixture, version) in fixtures("lock").iter().zip(1..) {
        let place = Place::new();
        std::fs::copy(fixture, place.path()).unwrap();
        let mut lock = LockStore::open_or_create(&place.location()).unwrap();
        let row = lock.profile(1).unwrap().unwrap();
        assert_eq!((row.failed_tries, row.last_failed_at), (3, Some(1234)));
        assert_eq!((row.record.len(), row.sample), (72, true));
        let shown = (row.language.as_deref(), row.theme.as_deref());
        assert_eq!(shown, (Some("es"), Some("dark")));
        assert_eq!(row.nickname, if version >= 2 { "Night shift" } else { "" });
        assert_eq!(row.pin_failures, if version >= 3 { 2 } else { 0 });
        assert_eq!(row.help.is_some(), version >= 4);
        assert_eq!(row.passkey.is_some(), version >= 5);
        let removed = lock.removed().unwrap();
        assert_eq!(removed.len(), usize::from(version >= 6));
        let carried = if version >= 8 { 5 } else { 0 };
        assert!(removed.iter().all(|row| row.carried == carried));
        let card = lock.crisis_card(1).unwrap();
        assert_eq!(card.is_some(), version >= 7);
        lock.set_crisis_card(1, Some("card")).unwrap();
        assert_eq!(lock.crisis_card(1).unwrap().as_deref(), Some("card"));
        assert_eq!(lock.crisis_card(2).unwrap(), None);
        assert_eq!(lock.record_failure(1, 5).unwrap(), 4);
        assert_eq!(lock.record_pin_failure(1).unwrap(), row.pin_failures + 1);
        lock.remove(1).unwrap();
        assert_eq!(lock.crisis_card(1).unwrap(), None, "it goes with the lock");
    }
}

#[test]
fn an_upgrade_is_done_once() {
    let (place, store) = upgraded(&fixtures("caseload")[0]);
    store.close().unwrap();
    let after = place.bytes();
    place.open().unwrap().close().unwrap();
    assert!(place.bytes() == after);
}

fn schema(place: &Place) -> Vec<(String, Option<String>)> {
    let connection = rusqlite::Connection::open(place.path()).unwrap();
    connection
        .execute_batch(&format!(
            "PRAGMA cipher='chacha20'; PRAGMA key='raw:{}'",
            "07".repeat(32)
        ))
        .unwrap();
    let sql = "SELECT name, sql FROM sqlite_schema ORDER BY name";
    let mut statement = connection.prepare(sql).unwrap();
    let rows = statement.query_map((), |row| Ok((row.get(0)?, row.get(1)?)));
    rows.unwrap().map(Result::unwrap).collect()
}
