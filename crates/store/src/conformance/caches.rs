use handrail_protocol::{DeviceId, DocumentId, MemberId};

use super::{
    StoreCase,
    check::{Failure, Outcome, is_so, same},
    samples::{document, encounter, item, item_id, milestone, participant},
};
use crate::{
    AccessRow, ConflictRow, DocumentRow, EncounterRow, GuestRow, ParticipantRecord, PeoplePage,
    PeopleSearch, StatementRow, Store, StoreError, WordsRow,
};

pub(super) const CASES: &[StoreCase] = &[
    ("replacing_a_participant_leaves_nothing_of_before", replaced),
    (
        "a_hand_over_stands_among_the_newest_accesses_only",
        handed_over,
    ),
    ("dropped_caches_leave_the_truth_and_are_made_again", rebuilt),
    (
        "what_is_written_in_one_record_takes_nothing_out_of_another",
        another,
    ),
];

fn record(which: u8, name: &str, encounters: &[&str]) -> ParticipantRecord {
    ParticipantRecord {
        accesses: vec![AccessRow {
            id: format!("O{which}"),
            participant: document(which),
            device: DeviceId::from_bytes([which; 16]),
            at: 5,
            guest: (which == 1).then(|| GuestRow {
                member: MemberId::from_bytes([9; 16]),
                until: 70,
                emergency: true,
                reason: format!("{name} was found"),
            }),
            handed_to: None,
        }],
        participant: participant(which, name),
        encounters: encounters
            .iter()
            .map(|id| EncounterRow {
                note: format!("about {name}"),
                ..encounter(id, which, 7)
            })
            .collect(),
        milestones: vec![milestone(&format!("M{which}"), which, 3)],
        statements: vec![StatementRow {
            id: format!("S{which}"),
            participant: document(which),
            device: DeviceId::from_bytes([which; 16]),
            code: "consent".to_owned(),
            about: String::new(),
            at: 4,
            step: i64::from(which),
            body: format!("{{\"name\":\"{name}\"}}"),
        }],
        conflicts: vec![ConflictRow {
            participant: document(which),
            record: "details".to_owned(),
            field: "phone".to_owned(),
            versions: "[1,2]".to_owned(),
        }],
        words: vec![WordsRow {
            record: format!("G{which}"),
            participant: document(which),
            words: format!("{name} wants to paint"),
        }],
    }
}

fn handed_over(store: &mut Store) -> Outcome {
    let access = record(1, "Ana", &[]).accesses;
    let hand_over = AccessRow {
        id: "P1".to_owned(),
        at: 6,
        handed_to: Some(MemberId::from_bytes([8; 16])),
        ..record(1, "Ana", &[]).accesses.remove(0)
    };
    let mut whole = record(1, "Ana", &[]);
    whole.accesses.push(hand_over.clone());
    store.transaction(|tx| tx.replace_participant(&whole))?;
    let read = store.read();
    same("of the person", &read.accesses(&document(1), 9)?, &access)?;
    let newest = read.newest_accesses(1)?;
    same("newest", &newest, &vec![hand_over])?;
    same("both", &read.newest_accesses(9)?.len(), &2)
}

fn replaced(store: &mut Store) -> Outcome {
    let other = record(2, "Bo", &["X"]);
    store.transaction(|tx| {
        tx.replace_participant(&record(1, "Ana", &["A", "B"]))?;
        tx.replace_participant(&other)?;
        tx.replace_participant(&record(1, "Eva", &["B", "C"]))
    })?;
    let ids: Vec<String> = store
        .read()
        .timeline(&document(1), None, 9)?
        .into_iter()
        .map(|row| row.id)
        .collect();
    same("encounters", &ids, &vec!["C".to_owned(), "B".to_owned()])?;
    same(
        "milestones",
        &store.read().milestones(&document(1))?.len(),
        &1,
    )?;
    same(
        "conflicts",
        &store.read().conflicts(&document(1))?.len(),
        &1,
    )?;
    same(
        "accesses",
        &store.read().accesses(&document(1), 9)?,
        &record(1, "Eva", &[]).accesses,
    )?;
    let stated = record(1, "Eva", &[]).statements;
    same("stated", &store.read().statements(&document(1))?, &stated)?;
    let both = [stated, record(2, "Bo", &[]).statements].concat();
    same(
        "of a code",
        &store.read().statements_of_code("consent")?,
        &both,
    )?;
    same(
        "of another",
        &store.read().statements_of_code("concern")?,
        &vec![],
    )?;
    let let_in = &record(1, "Eva", &[]).accesses;
    same("guests", &store.read().guests(&document(1))?, let_in)?;
    same("no guests", &store.read().guests(&document(2))?.len(), &0)?;
    same(
        "access",
        &store.read().access("O1")?.as_ref(),
        &let_in.first(),
    )?;
    same("old name", &found(store, "ana")?.total, &0)?;
    same(
        "other",
        &store.read().timeline(&document(2), None, 9)?,
        &other.encounters,
    )
}

/// Somebody with a changed program writes in one record under the ids of another.
fn another(store: &mut Store) -> Outcome {
    let (here, there) = (document(1), document(2));
    let own = record(1, "Ana", &["A"]);
    let mut taking = ParticipantRecord {
        participant: participant(2, "Bo"),
        ..record(1, "Bo", &["A"])
    };
    taking
        .encounters
        .iter_mut()
        .for_each(|row| row.participant = there);
    taking
        .milestones
        .iter_mut()
        .for_each(|row| row.participant = there);
    taking
        .accesses
        .iter_mut()
        .for_each(|row| row.participant = there);
    taking
        .statements
        .iter_mut()
        .for_each(|row| row.participant = there);
    taking
        .conflicts
        .iter_mut()
        .for_each(|row| row.participant = there);
    taking
        .words
        .iter_mut()
        .for_each(|row| row.participant = there);
    store.transaction(|tx| {
        tx.replace_participant(&own)?;
        tx.replace_participant(&taking)
    })?;
    let read = store.read();
    same("contacts", &read.timeline(&here, None, 9)?, &own.encounters)?;
    same("milestones", &read.milestones(&here)?, &own.milestones)?;
    same("accesses", &read.accesses(&here, 9)?, &own.accesses)?;
    same("stated", &read.statements(&here)?, &own.statements)?;
    same("none there", &read.timeline_count(&there)?, &0)?;
    for words in ["about", "paint"] {
        let found = found(store, words)?.rows;
        let people: Vec<DocumentId> = found.iter().map(|hit| hit.row.participant).collect();
        same(words, &people, &vec![here])?;
    }
    store.transaction(|tx| tx.remove_participant(&there))?;
    let left = store.read().timeline(&here, None, 9)?;
    same("stays", &left, &own.encounters)
}

fn rebuilt(store: &mut Store) -> Outcome {
    let records = [record(1, "Ana", &["A", "B"]), record(2, "Bo", &["C"])];
    let cached = DocumentRow {
        document: document(1),
        kind: 3,
        group: None,
        items_through: 1,
        heads: vec![[1; 32]],
        saved: vec![1, 2, 3],
    };
    let fill = |store: &mut Store| {
        store.transaction(|tx| {
            tx.put_document(&cached)?;
            records
                .iter()
                .try_for_each(|record| tx.replace_participant(record))
        })
    };
    store.transaction(|tx| {
        tx.insert_item(&item(1))?;
        tx.add_pending(&document(1), &[5; 32], b"change", 1)?;
        tx.set_setting("theme", "dark")
    })?;
    fill(store)?;
    let before = seen(store)?;
    store.transaction(|tx| {
        tx.clear_caches()?;
        tx.clear_caches()
    })?;
    same("documents", &store.read().documents()?, &vec![])?;
    same(
        "participants",
        &store.read().active_participants()?,
        &vec![],
    )?;
    same("accesses", &store.read().newest_accesses(9)?, &vec![])?;
    same(
        "stated",
        &store.read().statements_of_code("consent")?,
        &vec![],
    )?;
    same("search", &found(store, "a")?.total, &0)?;
    is_so("items stay", store.read().has_item(&item_id(1))?)?;
    same(
        "changes stay",
        &store.read().pending(&document(1))?.len(),
        &1,
    )?;
    same(
        "settings stay",
        &store.read().setting("theme")?.as_deref(),
        &Some("dark"),
    )?;
    fill(store)?;
    is_so("made again to the same", seen(store)? == before)
}

type Seen = (
    Vec<EncounterRow>,
    PeoplePage,
    PeoplePage,
    Option<DocumentRow>,
);

fn seen(store: &Store) -> Result<Seen, Failure> {
    Ok((
        store.read().encounters_on("2026-05-02")?,
        found(store, "about")?,
        found(store, "")?,
        store.read().document(&document(1))?,
    ))
}

fn found(store: &Store, text: &str) -> Result<PeoplePage, StoreError> {
    store.read().people(&PeopleSearch {
        text: text.to_owned(),
        limit: 50,
        ..PeopleSearch::default()
    })
}
