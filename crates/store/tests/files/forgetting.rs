//! What is forgotten is gone from the file, not only from its tables (issue 3.8).

use handrail_protocol::{DeviceId, DocumentId, DocumentKeyId, Incarnation, ItemId};
use handrail_store::{
    EncounterRow, NewItem, ParticipantRow, PeopleSearch, ReceiptRow, Store, StoreError, Tx,
};

use crate::place::{KEY, Place};

const WORD: &str = "zebrafinch";
const OWN: DeviceId = DeviceId::from_bytes([7; 16]);

fn fill(tx: &Tx<'_>, number: u8, word: &str) {
    let document = DocumentId::from_bytes([number; 16]);
    let member = handrail_protocol::MemberId::from_bytes([1; 16]);
    tx.put_participant(&ParticipantRow {
        participant: document,
        caseload_group: None,
        display_name: word.to_owned(),
        sort_name: word.to_owned(),
        preferred_name: String::new(),
        pronouns: String::new(),
        phone: String::new(),
        birth_date: None,
        program: String::new(),
        phase: String::new(),
        safe_contact: String::new(),
        no_voicemail: false,
        not_after: None,
        tags: Vec::new(),
        language: String::new(),
        voided: false,
        created_at: 1,
        updated_at: 1,
        last_reached_at: None,
        last_contact_at: None,
        discharge_date: None,
        intake_status: None,
        intake_date: None,
    })
    .unwrap();
    for n in 1..=40_u8 {
        tx.upsert_encounter(&EncounterRow {
            id: format!("{number}-{n}"),
            participant: document,
            kind: "phone".into(),
            outcome: "reached".into(),
            activities: Vec::new(),
            circumstances: Vec::new(),
            at: i64::from(n),
            offset_minutes: 0,
            local_date: "2026-05-04".into(),
            minutes: 5,
            note: format!("{word} {}", "word ".repeat(usize::from(n) * 20)),
            naloxone: 0,
            miles: 0,
            author_device: OWN,
            author_member: member,
            created_at: 1,
            edited_at: None,
            voided_at: None,
            voided_by: None,
            void_reason: String::new(),
            item: None,
        })
        .unwrap();
        tx.insert_item(&item(document, OWN, n, word.repeat(300).as_bytes(), 0))
            .unwrap();
    }
    let key = DocumentKeyId::from_bytes([number; 16]);
    tx.add_document_key(
        &document,
        &key,
        &std::array::from_fn(|at| word.as_bytes()[at % word.len()]),
        1,
    )
    .unwrap();
    tx.add_pending(&document, &[number; 32], word.as_bytes(), 1)
        .unwrap();
    tx.put_draft(&format!("log:{document}"), word, 1).unwrap();
    tx.set_import_key(word, &document).unwrap();
}

fn item(document: DocumentId, device: DeviceId, n: u8, bytes: &[u8], kind: u8) -> NewItem<'_> {
    let mut id = [n; 32];
    id[0] = document.as_bytes()[0];
    id[1] = device.as_bytes()[0];
    NewItem {
        id: ItemId::from_bytes(id),
        document,
        kind,
        device,
        incarnation: Incarnation::from_bytes([1; 16]),
        n: n.into(),
        prev: None,
        seq: Some(n.into()),
        bytes,
        received_at: 1,
    }
}

/// How often a word stands anywhere in the pages of a database, free ones too.
fn pages_hold(place: &Place, word: &str) -> bool {
    let plain = place.decrypted();
    plain
        .windows(word.len())
        .any(|window| window.eq_ignore_ascii_case(word.as_bytes()))
}

/// Issue 3.8.
#[test]
fn what_is_forgotten_stands_in_no_page_any_more_and_the_others_are_whole() {
    let place = Place::new();
    let mut store = Store::create(&place.location(), &KEY).unwrap();
    let gone = DocumentId::from_bytes([1; 16]);
    let stays = DocumentId::from_bytes([2; 16]);
    store
        .transaction(|tx| -> Result<(), StoreError> {
            fill(tx, 1, WORD);
            fill(tx, 2, "bluethroat");
            tx.quarantine(
                &ItemId::from_bytes([9; 32]),
                WORD.as_bytes(),
                "needs-key",
                1,
            )
            .map(|_| ())
        })
        .unwrap();
    store.checkpoint().unwrap();
    assert!(pages_hold(&place, WORD));
    let boss = DeviceId::from_bytes([8; 16]);
    store
        .transaction(|tx| -> Result<(), StoreError> {
            tx.put_order(&item(gone, boss, 1, b"order", 3))?;
            assert_eq!(tx.forgetting(&gone)?, Some(false));
            let incarnation = Incarnation::from_bytes([1; 16]);
            let is_order = |document, n| tx.is_order(document, &boss, &incarnation, n);
            assert!(is_order(&gone, 1)? && !is_order(&gone, 2)? && !is_order(&stays, 1)?);
            assert!(!is_order(&gone, u64::MAX)?);
            assert!(tx.has_unsent(&gone)?);
            for (device, n) in [(OWN, 40), (boss, 1)] {
                tx.put_receipt(&ReceiptRow {
                    by: DeviceId::from_bytes([6; 16]),
                    document: gone,
                    device,
                    incarnation,
                    n,
                    at: 49,
                })?;
            }
            tx.carry_out(&gone, &OWN, &[ItemId::from_bytes([9; 32])], 3, 50)
        })
        .unwrap();
    store.checkpoint().unwrap();

    assert!(!pages_hold(&place, WORD));
    store.check().unwrap();
    let read = store.read();
    assert_eq!(read.forgetting(&gone).unwrap(), Some(true));
    assert_eq!(read.forgetting(&stays).unwrap(), None);
    assert!(!read.has_unsent(&gone).unwrap());
    let items = read.items_of(&gone, 0, 100).unwrap();
    assert_eq!((items.len(), items[0].bytes.as_slice()), (1, &b"order"[..]));
    // Who confirmed the order stays; who held what is gone does not.
    let incarnation = Incarnation::from_bytes([1; 16]);
    let held_by = |device| read.receipts_for(&gone, device, &incarnation, 1).unwrap();
    assert!(held_by(&OWN).is_empty());
    assert_eq!(held_by(&boss).len(), 1);
    let order = &read.orders().unwrap()[0];
    assert_eq!((order.done_at, order.late), (Some(50), 0));
    assert_eq!(read.timeline_count(&stays).unwrap(), 40);
    let found = |text: &str| {
        let search = PeopleSearch {
            text: text.to_owned(),
            limit: 5,
            ..PeopleSearch::default()
        };
        read.people(&search).unwrap().total
    };
    assert_eq!((found(WORD), found("bluethroat")), (0, 1));
    assert!(pages_hold(&place, "bluethroat"));
}
