//! Every column of a projection comes back as it went in.

use super::{
    StoreCase,
    check::{Outcome, same},
    samples::{document, encounter, group, item_id, member, milestone, participant},
};
use crate::{
    ConflictRow, DocumentHead, DocumentRow, EncounterRow, MilestoneRow, ParticipantRow, Store,
};

pub(super) const CASES: &[StoreCase] = &[
    ("a_participant_comes_back_as_written", participants),
    ("an_encounter_comes_back_as_written", encounters),
    ("a_milestone_comes_back_as_written", milestones),
    ("conflicts_are_replaced_as_a_whole", conflicts),
    ("a_cached_document_comes_back_as_written", documents),
];

fn participants(store: &mut Store) -> Outcome {
    let full = participant(1, "Ana");
    let bare = ParticipantRow {
        caseload_group: None,
        birth_date: None,
        not_after: None,
        tags: vec![],
        last_reached_at: None,
        discharge_date: None,
        intake_status: None,
        ..participant(2, "Bo")
    };
    let void = ParticipantRow {
        voided: true,
        ..participant(3, "Cy")
    };
    store.transaction(|tx| {
        tx.put_participant(&void)?;
        tx.put_participant(&bare)?;
        tx.put_participant(&participant(1, "Old name"))?;
        tx.put_participant(&full)
    })?;
    same(
        "full",
        &store.read().participant(&document(1))?,
        &Some(full.clone()),
    )?;
    same(
        "bare",
        &store.read().participant(&document(2))?,
        &Some(bare.clone()),
    )?;
    same(
        "void",
        &store.read().participant(&document(3))?,
        &Some(void),
    )?;
    same(
        "active",
        &store.read().active_participants()?,
        &vec![full, bare],
    )?;
    same(
        "programs",
        &store.read().programs()?,
        &vec!["ED2Recovery".to_owned()],
    )?;
    same("phases", &store.read().phases()?, &vec!["Daily".to_owned()])
}

fn encounters(store: &mut Store) -> Outcome {
    let full = EncounterRow {
        note: "said \u{1F600} 'quoted'; -- \"ñ\"".to_owned(),
        edited_at: Some(9),
        voided_at: Some(10),
        voided_by: Some(member(2)),
        void_reason: "wrong person".to_owned(),
        item: Some(item_id(5)),
        ..encounter("01A", 1, 100)
    };
    let bare = EncounterRow {
        activities: vec![],
        circumstances: vec![],
        ..encounter("01B", 1, 200)
    };
    store.transaction(|tx| {
        tx.upsert_encounter(&encounter("01A", 1, 1))?;
        tx.upsert_encounter(&full)?;
        tx.upsert_encounter(&bare)
    })?;
    same("full", &store.read().encounter("01A")?, &Some(full))?;
    same("bare", &store.read().encounter("01B")?, &Some(bare.clone()))?;
    store.transaction(|tx| tx.attach_item(&document(1), &["01B", "none"], &item_id(6)))?;
    let carried = EncounterRow {
        item: Some(item_id(6)),
        ..bare
    };
    same("carried", &store.read().encounter("01B")?, &Some(carried))
}

fn milestones(store: &mut Store) -> Outcome {
    let intake = milestone("01M", 1, 5);
    let void = MilestoneRow {
        on_date: None,
        status: None,
        status_day: None,
        voided_at: Some(8),
        voided_by: Some(member(3)),
        void_reason: "twice".to_owned(),
        ..milestone("01N", 1, 6)
    };
    store.transaction(|tx| {
        tx.upsert_milestone(&milestone("01M", 1, 1))?;
        tx.upsert_milestone(&intake)?;
        tx.upsert_milestone(&void)
    })?;
    same(
        "newest first",
        &store.read().milestones(&document(1))?,
        &vec![void.clone(), intake.clone()],
    )?;
    let kind = |kind: &str| store.read().milestones_of_kind(kind);
    same(
        "of its kind",
        &kind(&intake.kind)?,
        &vec![void, intake.clone()],
    )?;
    same("of another", &kind("tie")?, &Vec::new())?;
    same(
        "valid",
        &store.read().all_milestones()?,
        &vec![intake.clone()],
    )?;
    let day = intake.on_date.clone().unwrap_or_default();
    let from = |day: &str| store.read().milestones_from(day);
    same("from its day on", &from(&day)?, &vec![intake])?;
    same(
        "from the day after",
        &from(&format!("{day}x"))?,
        &Vec::new(),
    )
}

fn conflicts(store: &mut Store) -> Outcome {
    let row = |field: &str| ConflictRow {
        participant: document(1),
        record: "details".to_owned(),
        field: field.to_owned(),
        versions: "[]".to_owned(),
    };
    store.transaction(|tx| tx.set_conflicts(&document(1), &[row("phone"), row("name")]))?;
    let both = vec![row("name"), row("phone")];
    same("both", &store.read().conflicts(&document(1))?, &both)?;
    store.transaction(|tx| tx.set_conflicts(&document(1), &[row("name")]))?;
    same(
        "one",
        &store.read().conflicts(&document(1))?,
        &vec![row("name")],
    )?;
    same("count", &store.read().conflict_count()?, &1)
}

fn documents(store: &mut Store) -> Outcome {
    let row = DocumentRow {
        document: document(1),
        kind: 3,
        group: Some(group(2)),
        items_through: 12,
        heads: vec![[1; 32], [2; 32]],
        saved: vec![0, 1, 2],
    };
    let fresh = DocumentRow {
        group: None,
        heads: vec![],
        saved: vec![],
        ..row.clone()
    };
    store.transaction(|tx| tx.put_document(&fresh))?;
    same("fresh", &store.read().document(&document(1))?, &Some(fresh))?;
    store.transaction(|tx| tx.put_document(&row))?;
    same(
        "saved",
        &store.read().document(&document(1))?,
        &Some(row.clone()),
    )?;
    let head = DocumentHead {
        document: row.document,
        kind: row.kind,
        group: row.group,
        items_through: row.items_through,
        heads: row.heads,
    };
    same("heads", &store.read().documents()?, &vec![head])?;
    store.transaction(|tx| tx.remove_document(&document(1)))?;
    same("gone", &store.read().document(&document(1))?, &None)
}
