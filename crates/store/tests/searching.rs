//! Whatever is typed, search answers.
#![allow(clippy::unwrap_used, reason = "helpers of tests fail by panicking")]

use handrail_protocol::{DeviceId, DocumentId, MemberId};
use handrail_store::{EncounterRow, ParticipantRow, PeopleSearch, Store, StoreLocation};
use proptest::prelude::*;

fn participant(name: &str) -> ParticipantRow {
    ParticipantRow {
        participant: DocumentId::from_bytes([1; 16]),
        caseload_group: None,
        display_name: name.to_owned(),
        sort_name: String::new(),
        preferred_name: String::new(),
        pronouns: String::new(),
        phone: "608 555 0123".to_owned(),
        birth_date: None,
        program: String::new(),
        phase: String::new(),
        safe_contact: String::new(),
        no_voicemail: false,
        not_after: None,
        tags: vec![],
        language: String::new(),
        voided: false,
        created_at: 0,
        updated_at: 0,
        last_reached_at: None,
        last_contact_at: None,
        discharge_date: None,
        intake_status: None,
        intake_date: None,
    }
}

fn encounter(note: &str) -> EncounterRow {
    EncounterRow {
        id: "01".to_owned(),
        participant: DocumentId::from_bytes([1; 16]),
        kind: String::new(),
        outcome: String::new(),
        activities: vec![],
        circumstances: vec![],
        at: 0,
        offset_minutes: 0,
        local_date: String::new(),
        minutes: 0,
        note: note.to_owned(),
        naloxone: 0,
        miles: 0,
        author_device: DeviceId::from_bytes([1; 16]),
        author_member: MemberId::from_bytes([1; 16]),
        created_at: 0,
        edited_at: None,
        voided_at: None,
        voided_by: None,
        void_reason: String::new(),
        item: None,
    }
}

fn found(store: &Store, text: &str) -> u64 {
    let search = PeopleSearch {
        text: text.to_owned(),
        limit: 10,
        ..PeopleSearch::default()
    };
    let page = store.read().people(&search).unwrap();
    assert_eq!(page.rows.len() as u64, page.total);
    page.total
}

fn store_of(name: &str, note: &str) -> Store {
    let mut store = Store::create(&StoreLocation::memory(), &[1; 32]).unwrap();
    store
        .transaction(|tx| {
            tx.put_participant(&participant(name))?;
            tx.upsert_encounter(&encounter(note))
        })
        .unwrap();
    store
}

#[test]
fn no_text_makes_search_fail() {
    let store = store_of("José", "came along to court");
    proptest!(ProptestConfig::with_cases(2_000), |(text in "\\PC{0,40}|[\"*()^:{}+\\-\\\\' ANDORNT]{0,20}|.{0,20}")| {
        found(&store, &text);
    });
}

#[test]
fn every_beginning_of_a_name_finds_it() {
    proptest!(ProptestConfig::with_cases(60), |(name in "[a-zA-Z\u{c0}-\u{ff}ñÑ]{2,12}( [a-z]{1,8}){0,2}")| {
        // Upper case of one letter is one letter, but for this one.
        prop_assume!(name.chars().all(|c| c == ' ' || c.is_alphabetic()) && !name.contains('ß'));
        let store = store_of(&name, "");
        for end in 1..=name.chars().count() {
            let typed: String = name.chars().take(end).collect();
            prop_assert_eq!(found(&store, &typed), 1, "typed {}", typed);
            prop_assert_eq!(found(&store, &typed.to_uppercase()), 1, "typed {}", typed);
        }
    });
}

#[test]
fn a_long_text_is_cut_and_not_refused() {
    let store = store_of("José", "note");
    assert_eq!(found(&store, &"jose ".repeat(5_000)), 1);
    assert_eq!(found(&store, &"j".repeat(100_000)), 0);
}
