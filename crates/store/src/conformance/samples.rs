//! Rows that mean nothing, each telling by its bytes which it is.

use handrail_protocol::{
    DeviceId, DocumentId, DocumentKeyId, GroupId, Incarnation, ItemId, MemberId,
};

use crate::{EncounterRow, MilestoneRow, NewItem, ParticipantRow};

pub(super) fn document(which: u8) -> DocumentId {
    DocumentId::from_bytes([which; 16])
}

pub(super) fn device(which: u8) -> DeviceId {
    DeviceId::from_bytes([which; 16])
}

pub(super) fn incarnation(which: u8) -> Incarnation {
    Incarnation::from_bytes([which; 16])
}

pub(super) fn member(which: u8) -> MemberId {
    MemberId::from_bytes([which; 16])
}

pub(super) fn group(which: u8) -> GroupId {
    GroupId::from_bytes([which; 16])
}

pub(super) fn key_name(which: u8) -> DocumentKeyId {
    DocumentKeyId::from_bytes([which; 16])
}

pub(super) fn item_id(which: u8) -> ItemId {
    ItemId::from_bytes([which; 32])
}

/// Item `n` of device 1 in document 1; its id tells `n`.
pub(super) fn item(n: u8) -> NewItem<'static> {
    NewItem {
        id: item_id(n),
        document: document(1),
        kind: 0,
        device: device(1),
        incarnation: incarnation(1),
        n: u64::from(n),
        prev: (n > 1).then(|| item_id(n - 1)),
        seq: None,
        bytes: b"sealed bytes",
        received_at: 1_000 + i64::from(n),
    }
}

pub(super) fn participant(which: u8, name: &str) -> ParticipantRow {
    ParticipantRow {
        participant: document(which),
        caseload_group: Some(group(1)),
        display_name: name.to_owned(),
        sort_name: name.to_lowercase(),
        preferred_name: String::new(),
        pronouns: "they/them".to_owned(),
        phone: String::new(),
        birth_date: Some("1990-02-28".to_owned()),
        program: "ED2Recovery".to_owned(),
        phase: "Daily".to_owned(),
        safe_contact: "Text first.".to_owned(),
        no_voicemail: true,
        not_after: Some("18:00".to_owned()),
        tags: vec!["housing".to_owned(), "court".to_owned()],
        language: "es".to_owned(),
        voided: false,
        created_at: 10,
        updated_at: 20,
        last_reached_at: Some(30),
        last_contact_at: None,
        discharge_date: Some("2026-05-01".to_owned()),
        intake_status: Some("tentative".to_owned()),
        intake_date: None,
    }
}

pub(super) fn encounter(id: &str, participant: u8, at: i64) -> EncounterRow {
    EncounterRow {
        id: id.to_owned(),
        participant: document(participant),
        kind: "phone".to_owned(),
        outcome: "reached".to_owned(),
        activities: vec!["support".to_owned(), "housing".to_owned()],
        circumstances: vec!["along_court".to_owned()],
        at,
        offset_minutes: -300,
        local_date: "2026-05-02".to_owned(),
        minutes: 15,
        note: String::new(),
        naloxone: 1,
        miles: 123,
        author_device: device(1),
        author_member: member(1),
        created_at: at + 5,
        edited_at: None,
        voided_at: None,
        voided_by: None,
        void_reason: String::new(),
        item: None,
    }
}

pub(super) fn milestone(id: &str, participant: u8, recorded_at: i64) -> MilestoneRow {
    MilestoneRow {
        id: id.to_owned(),
        participant: document(participant),
        kind: "intake".to_owned(),
        on_date: Some("2026-05-09".to_owned()),
        status: Some("confirmed".to_owned()),
        status_day: Some("2026-05-03".to_owned()),
        reopened_day: None,
        statuses_disagree: true,
        place: "Clinic".to_owned(),
        author_member: member(1),
        recorded_at,
        voided_at: None,
        voided_by: None,
        void_reason: String::new(),
    }
}
