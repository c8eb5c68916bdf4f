//! One suite for every implementation of storage.

use std::sync::{Arc, Mutex};

use handrail_protocol::id::{
    AgencyId, DeviceId, DocumentId, DocumentKeyId, GroupId, Incarnation, ItemId, RelayIncarnation,
    RosterHash,
};
use handrail_protocol::item::Assignment;
use handrail_protocol::message::feed_head;
use handrail_relay::storage::sqlite::OpenOptions;
use handrail_relay::storage::{
    Assigned, Confirmed, Covers, HoldWord, MemoryStorage, NewItem, Place, ReadStorage,
    SqliteStorage, Storage, StorageError, Stream, Usage, Wrapped,
};

const NAME: RelayIncarnation = RelayIncarnation::from_bytes([8; 16]);
const AGENCY: AgencyId = AgencyId::from_bytes([1; 16]);
const KEY: DocumentKeyId = DocumentKeyId::from_bytes([4; 16]);

fn sqlite(data: &tempfile::TempDir) -> SqliteStorage {
    let options = OpenOptions {
        new_incarnation: NAME,
        max_bytes: 0,
    };
    SqliteStorage::open(data.path(), options).unwrap()
}

/// Runs one check on each implementation, fresh, with one agency founded.
macro_rules! on_every_storage {
    ($($name:ident)*) => {
        mod memory {$(
            #[test]
            fn $name() {
                let mut storage = super::MemoryStorage::new(super::NAME);
                super::found(&mut storage);
                super::$name(storage);
            }
        )*}
        mod sqlite {$(
            #[test]
            fn $name() {
                let data = tempfile::tempdir().unwrap();
                let mut storage = super::sqlite(&data);
                super::found(&mut storage);
                super::$name(storage);
            }
        )*}
    };
}

on_every_storage! {
    items_come_back_in_order_with_a_chained_head
    an_id_or_a_counter_is_taken_once
    a_rolled_back_transaction_did_not_happen
    the_roster_takes_only_the_next_entry
    agencies_do_not_see_each_other
    an_unbroken_run_ends_at_the_first_gap
    wraps_and_snapshots_are_found_again
    hand_overs_are_found_again_in_order
    a_forgotten_document_keeps_its_order_and_loses_its_bytes
    destroyed_items_keep_their_place_and_are_destroyed_once
    words_on_snapshots_and_holds_are_found_again
    usage_is_counted_per_device_and_in_all
    many_pushers_make_one_gapless_order
    pages_of_the_roster_keep_to_their_size
}

fn found(storage: &mut impl Storage) {
    storage
        .append_roster(AGENCY, 0, RosterHash::from_bytes([0; 32]), b"entry 0")
        .unwrap();
}

fn item(document: u8, device: u8, n: u64) -> NewItem {
    let bytes = format!("{document} {device} {n}").into_bytes();
    NewItem {
        id: ItemId::of(&bytes),
        stream: Stream {
            document: DocumentId::from_bytes([document; 16]),
            device: DeviceId::from_bytes([device; 16]),
            incarnation: Incarnation::from_bytes([0; 16]),
        },
        n,
        key: KEY,
        snapshot: false,
        tombstone: false,
        receipt: false,
        wraps: Vec::new(),
        covers: Vec::new(),
        assignment: None,
        confirms: None,
        holds: Vec::new(),
        bytes,
    }
}

fn items_come_back_in_order_with_a_chained_head(mut storage: impl Storage) {
    assert_eq!(storage.last_place(AGENCY).unwrap(), Place::START);
    let mut head = Place::START.head;
    for n in 1..=5 {
        let new = item(u8::try_from(n % 2).unwrap(), 1, n);
        head = feed_head(&head, &new.id);
        assert_eq!(
            storage.append_item(AGENCY, &new).unwrap(),
            Place { sequence: n, head }
        );
        assert_eq!(storage.head_at(AGENCY, n).unwrap(), Some(head));
        assert_eq!(storage.content(AGENCY, n).unwrap(), Some(new.bytes));
        assert_eq!(storage.find_item(AGENCY, new.id).unwrap(), Some(n));
    }
    assert_eq!(
        storage.last_place(AGENCY).unwrap(),
        Place { sequence: 5, head }
    );
    assert_eq!(storage.head_at(AGENCY, 6).unwrap(), None);
    assert_eq!(storage.head_at(AGENCY, 0).unwrap(), None);
    let sequences = |rows: Vec<handrail_relay::storage::ItemRow>| {
        rows.iter().map(|row| row.sequence).collect::<Vec<_>>()
    };
    assert_eq!(sequences(storage.rows(AGENCY, 1, 3).unwrap()), [2, 3, 4]);
    assert_eq!(sequences(storage.rows(AGENCY, 5, 3).unwrap()), [0; 0]);
    let odd = DocumentId::from_bytes([1; 16]);
    assert_eq!(
        sequences(storage.document_rows(AGENCY, odd, 0, 9).unwrap()),
        [1, 3, 5]
    );
    assert_eq!(
        sequences(storage.document_rows(AGENCY, odd, 1, 1).unwrap()),
        [3]
    );
    let row = &storage.rows(AGENCY, 4, 1).unwrap()[0];
    assert_eq!((row.n, row.key, row.length, row.head), (5, KEY, 5, head));
    assert_eq!(row.stream, item(1, 1, 5).stream);
    assert_eq!(storage.incarnation().unwrap(), NAME);
}

fn an_id_or_a_counter_is_taken_once(mut storage: impl Storage) {
    storage.append_item(AGENCY, &item(1, 1, 1)).unwrap();
    assert_eq!(
        storage.append_item(AGENCY, &item(1, 1, 1)),
        Err(StorageError::Order)
    );
    let mut other = item(1, 1, 1);
    other.id = ItemId::of(b"another item with the same counter");
    assert_eq!(
        storage.append_item(AGENCY, &other),
        Err(StorageError::Order)
    );
    let holder = storage.holder(AGENCY, other.stream, 1).unwrap();
    assert_eq!(holder, Some(item(1, 1, 1).id));
    assert_eq!(storage.holder(AGENCY, other.stream, 2).unwrap(), None);
    assert_eq!(storage.last_place(AGENCY).unwrap().sequence, 1);
    assert_eq!(storage.usage(AGENCY, None).unwrap().items, 1);
}

fn a_rolled_back_transaction_did_not_happen(mut storage: impl Storage) {
    storage.append_item(AGENCY, &item(1, 1, 1)).unwrap();
    let before = storage.last_place(AGENCY).unwrap();
    storage.begin().unwrap();
    storage.append_item(AGENCY, &item(1, 1, 2)).unwrap();
    storage
        .append_roster(AGENCY, 1, RosterHash::from_bytes([1; 32]), b"entry 1")
        .unwrap();
    storage.roll_back().unwrap();
    assert_eq!(storage.last_place(AGENCY).unwrap(), before);
    assert_eq!(storage.find_item(AGENCY, item(1, 1, 2).id).unwrap(), None);
    assert_eq!(storage.contiguous(AGENCY, item(1, 1, 1).stream).unwrap(), 1);
    assert_eq!(storage.roster_head(AGENCY).unwrap().unwrap().n, 0);
    storage.begin().unwrap();
    storage.append_item(AGENCY, &item(1, 1, 2)).unwrap();
    storage.append_item(AGENCY, &item(1, 1, 2)).unwrap_err();
    storage.commit().unwrap();
    assert_eq!(
        storage.last_place(AGENCY).unwrap().sequence,
        2,
        "one failed call undoes itself only"
    );
}

fn the_roster_takes_only_the_next_entry(mut storage: impl Storage) {
    let hash = |n: u8| RosterHash::from_bytes([n; 32]);
    for wrong in [0, 2, u64::MAX] {
        assert_eq!(
            storage.append_roster(AGENCY, wrong, hash(9), b"x"),
            Err(StorageError::Order)
        );
    }
    let elsewhere = AgencyId::from_bytes([2; 16]);
    assert_eq!(
        storage.append_roster(elsewhere, 1, hash(9), b"x"),
        Err(StorageError::Order)
    );
    assert_eq!(storage.agency_count().unwrap(), 1);
    storage
        .append_roster(AGENCY, 1, hash(1), b"entry 1")
        .unwrap();
    let head = storage.roster_head(AGENCY).unwrap().unwrap();
    assert_eq!((head.n, head.hash), (1, hash(1)));
    assert_eq!(storage.roster_hash(AGENCY, 0).unwrap(), Some(hash(0)));
    assert_eq!(storage.roster_hash(AGENCY, 2).unwrap(), None);
}

fn agencies_do_not_see_each_other(mut storage: impl Storage) {
    let other = AgencyId::from_bytes([2; 16]);
    assert_eq!(
        storage.append_item(other, &item(1, 1, 1)),
        Err(StorageError::Order)
    );
    storage
        .append_roster(other, 0, RosterHash::from_bytes([5; 32]), b"other")
        .unwrap();
    storage.append_item(AGENCY, &item(1, 1, 1)).unwrap();
    let there = storage.append_item(other, &item(1, 1, 1)).unwrap();
    assert_eq!(there.sequence, 1, "each agency has its own order");
    storage.append_item(other, &item(1, 1, 2)).unwrap();
    assert_eq!(storage.rows(AGENCY, 0, 9).unwrap().len(), 1);
    assert_eq!(storage.find_item(AGENCY, item(1, 1, 2).id).unwrap(), None);
    assert_eq!(storage.usage(AGENCY, None).unwrap().items, 1);
    assert_eq!(storage.agency_count().unwrap(), 2);
}

fn an_unbroken_run_ends_at_the_first_gap(mut storage: impl Storage) {
    let stream = item(1, 1, 1).stream;
    let mut runs = Vec::new();
    for n in [2, 1, 5, 4, 3] {
        storage.append_item(AGENCY, &item(1, 1, n)).unwrap();
        runs.push(storage.contiguous(AGENCY, stream).unwrap());
    }
    assert_eq!(runs, [0, 2, 2, 2, 5]);
    assert_eq!(storage.contiguous(AGENCY, item(1, 2, 1).stream).unwrap(), 0);
}

fn hand_overs_are_found_again_in_order(mut storage: impl Storage) {
    let group = |number| GroupId::from_bytes([number; 16]);
    let wrap = |number| Wrapped {
        group: group(number),
        key: KEY,
    };
    let mut first = item(3, 1, 1);
    first.wraps = vec![wrap(1)];
    storage.append_item(AGENCY, &first).unwrap();
    let mut said = Vec::new();
    for n in 2..5_u8 {
        let mut next = item(3, 1, u64::from(n));
        next.wraps = vec![wrap(n)];
        next.assignment = (n != 3).then_some(Assignment {
            generation: 9 - u32::from(n),
            group: group(n),
        });
        let place = storage.append_item(AGENCY, &next).unwrap();
        said.extend(next.assignment.map(|assignment| Assigned {
            sequence: place.sequence,
            assignment,
        }));
    }
    let document = first.stream.document;
    assert_eq!(storage.assignments(AGENCY, document).unwrap(), said);
    let other = DocumentId::from_bytes([4; 16]);
    assert!(storage.assignments(AGENCY, other).unwrap().is_empty());
}

fn destroyed_items_keep_their_place_and_are_destroyed_once(mut storage: impl Storage) {
    for n in 1..=3 {
        let mut one = item(3, 1, n);
        one.snapshot = n == 2;
        storage.append_item(AGENCY, &one).unwrap();
    }
    let before = storage.rows(AGENCY, 0, 9).unwrap();
    let kept = storage.content(AGENCY, 3).unwrap().unwrap();
    for _ in 0..2 {
        storage.destroy(AGENCY, &[1, 2]).unwrap();
        let rows = storage.rows(AGENCY, 0, 9).unwrap();
        let places = |rows: &[handrail_relay::storage::ItemRow]| -> Vec<_> {
            rows.iter()
                .map(|row| (row.sequence, row.head, row.n))
                .collect()
        };
        assert_eq!(places(&rows), places(&before));
        assert_eq!(
            rows.iter().map(|row| row.length).collect::<Vec<_>>(),
            [0, 0, kept.len()]
        );
        assert_eq!(
            storage.find_item(AGENCY, item(3, 1, 1).id).unwrap(),
            Some(1)
        );
        assert_eq!(storage.contiguous(AGENCY, item(3, 1, 1).stream).unwrap(), 3);
        assert_eq!(storage.content(AGENCY, 1).unwrap().unwrap_or_default(), b"");
        assert_eq!(storage.content(AGENCY, 3).unwrap().as_ref(), Some(&kept));
        let document = item(3, 1, 1).stream.document;
        assert!(storage.snapshots(AGENCY, document, 9).unwrap().is_empty());
        let left = Usage {
            items: 3,
            bytes: kept.len() as u64,
        };
        assert_eq!(storage.usage(AGENCY, None).unwrap(), left);
        let device = item(3, 1, 1).stream.device;
        assert_eq!(storage.usage(AGENCY, Some(device)).unwrap(), left);
    }
}

fn words_on_snapshots_and_holds_are_found_again(mut storage: impl Storage) {
    let snapshot = ItemId::from_bytes([9; 32]);
    let by = DeviceId::from_bytes([1; 16]);
    let mut word = |document, n, confirms, holds: &[(u8, bool)]| {
        let mut one = item(document, 1, n);
        one.confirms = confirms;
        let words = holds.iter().map(|(hold, ended)| HoldWord {
            hold: [*hold; 16],
            ended: *ended,
        });
        one.holds = words.collect();
        storage.pass(7).unwrap();
        storage.append_item(AGENCY, &one).unwrap();
    };
    word(3, 1, Some(snapshot), &[(1, false), (2, false)]);
    word(3, 2, Some(snapshot), &[(1, true)]);
    word(3, 3, None, &[(1, false)]);
    word(4, 1, None, &[(2, true)]);
    word(5, 1, Some(snapshot), &[]);
    let [three, four, five] = [3, 4, 5].map(|number| DocumentId::from_bytes([number; 16]));
    let word = Confirmed {
        snapshot,
        by,
        at_ms: 7,
    };
    assert_eq!(storage.confirmed(AGENCY, three).unwrap(), [word]);
    assert!(storage.confirmed(AGENCY, four).unwrap().is_empty());
    assert_eq!(storage.running_ms().unwrap(), 35);
    assert!(
        storage.is_held(AGENCY, three).unwrap(),
        "2 was never said to have ended"
    );
    assert!(!storage.is_held(AGENCY, four).unwrap());
    assert!(!storage.is_held(AGENCY, five).unwrap());
    let mut more = item(3, 1, 4);
    more.holds = vec![HoldWord {
        hold: [2; 16],
        ended: true,
    }];
    storage.append_item(AGENCY, &more).unwrap();
    assert!(
        !storage.is_held(AGENCY, three).unwrap(),
        "1 was said to stand after its end"
    );
    let next = |after| storage.next_confirmed(after).unwrap();
    assert_eq!(next(None), Some((AGENCY, three)));
    assert_eq!(next(Some((AGENCY, three))), Some((AGENCY, five)));
    assert_eq!(next(Some((AGENCY, five))), None);
}

/// What a relay of format 3 held, which counted no time and knew of no words.
#[test]
fn a_database_of_format_3_is_taken_over_with_all_that_is_in_it() {
    let data = tempfile::tempdir().unwrap();
    let mut storage = sqlite(&data);
    found(&mut storage);
    let mut snapshot = item(3, 1, 1);
    snapshot.snapshot = true;
    storage.append_item(AGENCY, &snapshot).unwrap();
    storage.append_item(AGENCY, &item(3, 1, 2)).unwrap();
    let before = storage.rows(AGENCY, 0, 9).unwrap();
    drop(storage);
    let file = rusqlite::Connection::open(data.path().join("relay.db")).unwrap();
    file.execute_batch(
        "DROP TABLE confirmations; DROP TABLE holds;
            ALTER TABLE relay DROP COLUMN running_ms; ALTER TABLE items DROP COLUMN at_ms;
            ALTER TABLE items DROP COLUMN receipt;
            PRAGMA user_version = 3",
    )
    .unwrap();
    drop(file);
    for passed in [0, 60] {
        let mut storage = sqlite(&data);
        assert_eq!(storage.incarnation().unwrap(), NAME);
        assert_eq!(storage.rows(AGENCY, 0, 9).unwrap(), before);
        let rows = storage
            .snapshots(AGENCY, snapshot.stream.document, 9)
            .unwrap();
        assert_eq!(
            rows.iter()
                .map(|row| (row.id, row.at_ms))
                .collect::<Vec<_>>(),
            [(snapshot.id, 0)]
        );
        assert_eq!(storage.running_ms().unwrap(), passed);
        storage.pass(60).unwrap();
    }
    let file = rusqlite::Connection::open(data.path().join("relay.db")).unwrap();
    let version: i64 = file
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap();
    assert_eq!(version, 4);
}

/// What a relay of format 1 took, which kept a hand-over nowhere but in the item's header.
#[test]
fn a_database_of_format_1_is_read_for_its_hand_overs_once() {
    let data = tempfile::tempdir().unwrap();
    let agency = crate::agency::Agency::found("old");
    let supervisor = agency.supervisor.clone();
    let assignment = Assignment {
        generation: 1,
        group: supervisor.group,
    };
    let mut pen = crate::pen::Pen::new(&agency, &supervisor.key, "maria");
    pen.assignment = Some(assignment);
    let bytes = pen.item_for(&[supervisor.group]);
    let mut new = item(3, 1, 1);
    new.stream.document = pen.document;
    new.wraps = vec![Wrapped {
        group: supervisor.group,
        key: pen.document_key,
    }];
    new.bytes = bytes;
    let mut storage = sqlite(&data);
    found(&mut storage);
    storage.append_item(AGENCY, &new).unwrap();
    drop(storage);
    let file = rusqlite::Connection::open(data.path().join("relay.db")).unwrap();
    file.execute_batch(
        "DROP TABLE confirmations; DROP TABLE holds;
            ALTER TABLE relay DROP COLUMN running_ms; ALTER TABLE items DROP COLUMN at_ms;
            ALTER TABLE items DROP COLUMN receipt;
            DROP TABLE assignments; DROP INDEX tombstones_of_document;
            ALTER TABLE items DROP COLUMN tombstone; PRAGMA user_version = 1",
    )
    .unwrap();
    drop(file);
    for _ in 0..2 {
        let storage = sqlite(&data);
        let said = storage.assignments(AGENCY, pen.document).unwrap();
        let wanted = Assigned {
            sequence: 1,
            assignment,
        };
        assert_eq!(said, [wanted]);
    }
}

/// Issue 3.8.
fn a_forgotten_document_keeps_its_order_and_loses_its_bytes(mut storage: impl Storage) {
    for (document, n) in [(1, 1), (2, 1), (1, 2)] {
        storage.append_item(AGENCY, &item(document, 1, n)).unwrap();
    }
    let other = item(2, 1, 1);
    let document = item(1, 1, 1).stream.document;
    let before = storage.usage(AGENCY, None).unwrap();
    assert!(!storage.is_forgotten(AGENCY, document).unwrap());
    let mut order = item(1, 2, 1);
    order.tombstone = true;
    let end = storage.append_item(AGENCY, &order).unwrap();
    storage.forget_document(AGENCY, document).unwrap();

    assert!(storage.is_forgotten(AGENCY, document).unwrap());
    assert!(!storage.is_forgotten(AGENCY, other.stream.document).unwrap());
    let rows = storage.rows(AGENCY, 0, 10).unwrap();
    let seen: Vec<_> = rows.iter().map(|r| (r.length, r.tombstone)).collect();
    assert_eq!(seen, [(0, false), (5, false), (0, false), (5, true)]);
    assert_eq!(rows.last().map(|row| row.head), Some(end.head));
    for (sequence, bytes) in [(2, &other.bytes), (4, &order.bytes)] {
        let found = storage.content(AGENCY, sequence).unwrap();
        assert_eq!(found.as_ref(), Some(bytes));
    }
    for sequence in [1, 3] {
        let found = storage.content(AGENCY, sequence).unwrap();
        assert!(found.unwrap_or_default().is_empty());
    }
    // The numbers stay taken, and a second time changes nothing.
    let again = storage.append_item(AGENCY, &item(1, 1, 2));
    assert_eq!(again, Err(StorageError::Order));
    assert_eq!(storage.contiguous(AGENCY, order.stream).unwrap(), 1);
    storage.forget_document(AGENCY, document).unwrap();
    let after = storage.usage(AGENCY, None).unwrap();
    assert_eq!(
        (after.items, after.bytes),
        (before.items + 1, before.bytes - 5)
    );
}

/// Issue 3.8: no page of the files holds the bytes any more, nor does the log.
#[test]
fn forgotten_bytes_are_overwritten_on_the_disk() {
    let data = tempfile::tempdir().unwrap();
    let holds = |word: &[u8]| {
        std::fs::read_dir(data.path()).unwrap().any(|file| {
            let bytes = std::fs::read(file.unwrap().path()).unwrap();
            bytes.windows(word.len()).any(|window| window == word)
        })
    };
    let word = b"canary-of-maria";
    let mut storage = sqlite(&data);
    found(&mut storage);
    let mut new = item(1, 1, 1);
    new.bytes = word.repeat(900);
    storage.append_item(AGENCY, &new).unwrap();
    let mut short = item(1, 1, 2);
    short.bytes = word.to_vec();
    storage.append_item(AGENCY, &short).unwrap();
    assert!(holds(word));
    storage.begin().unwrap();
    let mut order = item(1, 2, 1);
    order.tombstone = true;
    storage.append_item(AGENCY, &order).unwrap();
    storage
        .forget_document(AGENCY, new.stream.document)
        .unwrap();
    storage.commit().unwrap();
    assert!(!holds(word), "while it runs");
    drop(storage);
    assert!(!holds(word), "after it ended");
    assert!(
        sqlite(&data)
            .is_forgotten(AGENCY, new.stream.document)
            .unwrap()
    );
}

fn wraps_and_snapshots_are_found_again(mut storage: impl Storage) {
    let group = |name: u8| GroupId::from_bytes([name; 16]);
    let document = item(1, 1, 1).stream.document;
    let other_key = DocumentKeyId::from_bytes([5; 16]);
    let mut first = item(1, 1, 1);
    first.wraps = vec![
        Wrapped {
            group: group(2),
            key: KEY,
        },
        Wrapped {
            group: group(1),
            key: KEY,
        },
    ];
    storage.append_item(AGENCY, &first).unwrap();
    let mut again = item(1, 2, 1);
    again.wraps = vec![Wrapped {
        group: group(1),
        key: KEY,
    }];
    storage.append_item(AGENCY, &again).unwrap();
    assert_eq!(
        storage.key_groups(AGENCY, document, KEY).unwrap(),
        [group(1), group(2)]
    );
    assert_eq!(storage.key_groups(AGENCY, document, other_key).unwrap(), []);
    assert_eq!(storage.wraps_of(AGENCY, 2).unwrap(), again.wraps);
    let cover = |device: u8, n| Covers {
        device: DeviceId::from_bytes([device; 16]),
        incarnation: Incarnation::from_bytes([0; 16]),
        n,
    };
    for (n, covers) in [(2, vec![cover(2, 1), cover(1, 1)]), (3, vec![cover(1, 2)])] {
        let mut snapshot = item(1, 1, n);
        snapshot.snapshot = true;
        snapshot.key = other_key;
        snapshot.covers = covers;
        snapshot.wraps = vec![Wrapped {
            group: group(3),
            key: other_key,
        }];
        storage.append_item(AGENCY, &snapshot).unwrap();
    }
    let found = storage.snapshots(AGENCY, document, 9).unwrap();
    assert_eq!(
        found.iter().map(|one| one.sequence).collect::<Vec<_>>(),
        [4, 3]
    );
    assert_eq!(found[1].covers, [cover(1, 1), cover(2, 1)]);
    assert_eq!(found[1].key, other_key);
    assert_eq!(
        found[0].wraps,
        [Wrapped {
            group: group(3),
            key: other_key
        }]
    );
    assert_eq!(storage.snapshots(AGENCY, document, 1).unwrap().len(), 1);
    let groups = storage.document_groups(AGENCY, document).unwrap();
    assert_eq!(groups, [group(1), group(2), group(3)]);
}

fn usage_is_counted_per_device_and_in_all(mut storage: impl Storage) {
    for (device, n) in [(1, 1), (1, 2), (2, 1)] {
        storage.append_item(AGENCY, &item(1, device, n)).unwrap();
    }
    let of = |device: u8| {
        storage
            .usage(AGENCY, Some(DeviceId::from_bytes([device; 16])))
            .unwrap()
    };
    assert_eq!(
        of(1),
        Usage {
            items: 2,
            bytes: 10
        }
    );
    assert_eq!(of(2), Usage { items: 1, bytes: 5 });
    assert_eq!(of(3), Usage::default());
    assert_eq!(
        storage.usage(AGENCY, None).unwrap(),
        Usage {
            items: 3,
            bytes: 15
        }
    );
}

fn many_pushers_make_one_gapless_order(storage: impl Storage + Send + 'static) {
    let storage = Arc::new(Mutex::new(storage));
    let pushers: Vec<_> = (1..=16_u8)
        .map(|device| {
            let storage = storage.clone();
            std::thread::spawn(move || {
                let put = |n| {
                    storage
                        .lock()
                        .unwrap()
                        .append_item(AGENCY, &item(device % 3, device, n))
                        .unwrap()
                };
                (1..=20).map(put).collect::<Vec<_>>()
            })
        })
        .collect();
    let mut places: Vec<Place> = pushers
        .into_iter()
        .flat_map(|pusher| pusher.join().unwrap())
        .collect();
    places.sort_by_key(|place| place.sequence);
    let sequences: Vec<u64> = places.iter().map(|place| place.sequence).collect();
    assert_eq!(sequences, (1..=320).collect::<Vec<_>>());
    let storage = storage.lock().unwrap();
    let mut head = Place::START.head;
    for place in places {
        let bytes = storage.content(AGENCY, place.sequence).unwrap().unwrap();
        head = feed_head(&head, &ItemId::of(&bytes));
        assert_eq!(place.head, head);
    }
    assert_eq!(
        storage.last_place(AGENCY).unwrap(),
        Place {
            sequence: 320,
            head
        }
    );
}

fn pages_of_the_roster_keep_to_their_size(mut storage: impl Storage) {
    for n in 1..=4_u8 {
        let hash = RosterHash::from_bytes([n; 32]);
        storage
            .append_roster(AGENCY, u64::from(n), hash, &[n; 100])
            .unwrap();
    }
    let lengths = |from, count, bytes| {
        let entries = storage.roster_entries(AGENCY, from, count, bytes).unwrap();
        entries.iter().map(Vec::len).collect::<Vec<_>>()
    };
    assert_eq!(lengths(0, 9, 1000), [7, 100, 100, 100, 100]);
    assert_eq!(lengths(1, 2, 1000), [100, 100]);
    assert_eq!(lengths(1, 9, 250), [100, 100]);
    assert_eq!(lengths(1, 9, 1), [100], "one entry always comes");
    assert_eq!(lengths(5, 9, 1000), [0; 0]);
}

#[test]
fn what_was_committed_is_there_after_opening_again() {
    let data = tempfile::tempdir().unwrap();
    let mut storage = sqlite(&data);
    found(&mut storage);
    storage.append_item(AGENCY, &item(1, 1, 1)).unwrap();
    let place = storage.last_place(AGENCY).unwrap();
    drop(storage);
    let options = OpenOptions {
        new_incarnation: RelayIncarnation::from_bytes([9; 16]),
        max_bytes: 0,
    };
    let storage = SqliteStorage::open(data.path(), options).unwrap();
    assert_eq!(
        storage.incarnation().unwrap(),
        NAME,
        "the history keeps its name"
    );
    assert_eq!(storage.last_place(AGENCY).unwrap(), place);
    assert_eq!(
        storage.content(AGENCY, 1).unwrap(),
        Some(item(1, 1, 1).bytes)
    );
}

#[test]
fn a_reader_sees_one_moment_while_the_writer_goes_on() {
    let data = tempfile::tempdir().unwrap();
    let mut storage = sqlite(&data);
    found(&mut storage);
    storage.append_item(AGENCY, &item(1, 1, 1)).unwrap();
    let reader = storage.readers().open().unwrap();
    reader.begin().unwrap();
    assert_eq!(reader.last_place(AGENCY).unwrap().sequence, 1);
    storage.append_item(AGENCY, &item(1, 1, 2)).unwrap();
    assert_eq!(reader.last_place(AGENCY).unwrap().sequence, 1);
    assert_eq!(reader.rows(AGENCY, 0, 9).unwrap().len(), 1);
    reader.end().unwrap();
    assert_eq!(reader.last_place(AGENCY).unwrap().sequence, 2);
}

#[test]
fn a_full_database_says_so_and_keeps_what_it_had() {
    let data = tempfile::tempdir().unwrap();
    let options = OpenOptions {
        new_incarnation: NAME,
        max_bytes: 400 * 1024,
    };
    let mut storage = SqliteStorage::open(data.path(), options).unwrap();
    found(&mut storage);
    let mut stored = 0;
    let error = loop {
        let mut big = item(1, 1, stored + 1);
        big.bytes = vec![7; 20_000];
        storage.begin().unwrap();
        match storage.append_item(AGENCY, &big) {
            Ok(_) => storage.commit().unwrap(),
            Err(error) => {
                storage.roll_back().unwrap();
                break error;
            }
        }
        stored += 1;
    };
    assert_eq!(error, StorageError::Full);
    assert!(stored > 5);
    assert_eq!(storage.last_place(AGENCY).unwrap().sequence, stored);
    assert_eq!(
        storage
            .content(AGENCY, stored)
            .unwrap()
            .map(|bytes| bytes.len()),
        Some(20_000)
    );
}
