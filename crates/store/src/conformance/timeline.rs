use super::{
    StoreCase,
    check::{Outcome, same},
    samples::{document, encounter, member},
};
use crate::{ContactDay, EncounterRow, Store};

pub(super) const CASES: &[StoreCase] = &[
    ("a_timeline_is_read_in_pages_newest_first", pages),
    ("a_day_has_its_encounters_without_voided_ones", days),
    ("authors_are_counted_over_days", authors),
    ("the_newest_writing_comes_first_in_the_team", recent),
];

fn ids(rows: &[EncounterRow]) -> Vec<&str> {
    rows.iter().map(|row| row.id.as_str()).collect()
}

fn pages(store: &mut Store) -> Outcome {
    store.transaction(|tx| {
        // Two at the same time: the id tells them apart.
        for (id, at) in [("A", 1), ("C", 2), ("B", 2), ("D", 3)] {
            tx.upsert_encounter(&encounter(id, 1, at))?;
        }
        tx.upsert_encounter(&encounter("X", 2, 9))
    })?;
    let first = store.read().timeline(&document(1), None, 2)?;
    same("first page", &ids(&first), &vec!["D", "C"])?;
    let before = first.last().map(|row| (row.at, row.id.as_str()));
    let second = store.read().timeline(&document(1), before, 2)?;
    same("second page", &ids(&second), &vec!["B", "A"])?;
    same("count", &store.read().timeline_count(&document(1))?, &4)
}

fn days(store: &mut Store) -> Outcome {
    let void = EncounterRow {
        voided_at: Some(9),
        ..encounter("V", 1, 5)
    };
    let missed = EncounterRow {
        outcome: "no-answer".to_owned(),
        ..encounter("M", 1, 1)
    };
    let earlier = EncounterRow {
        local_date: "2026-05-01".to_owned(),
        ..encounter("E", 2, 0)
    };
    store.transaction(|tx| {
        tx.upsert_encounter(&void)?;
        tx.upsert_encounter(&encounter("B", 1, 3))?;
        tx.upsert_encounter(&encounter("C", 1, 4))?;
        tx.upsert_encounter(&earlier)?;
        tx.upsert_encounter(&missed)
    })?;
    same(
        "the day",
        &ids(&store.read().encounters_on("2026-05-02")?),
        &vec!["M", "B", "C"],
    )?;
    let day = |outcome: &str| ContactDay {
        participant: document(1),
        local_date: "2026-05-02".to_owned(),
        outcome: outcome.to_owned(),
        kind: "phone".to_owned(),
    };
    let wanted = vec![day("no-answer"), day("reached")];
    same(
        "from that day",
        &store.read().contact_days("2026-05-02")?,
        &wanted,
    )?;
    same(
        "of one",
        &store.read().contact_days_of(&document(1), "2026-05-02")?,
        &wanted,
    )?;
    same("all", &store.read().contact_days("2026-05-01")?.len(), &3)
}

fn authors(store: &mut Store) -> Outcome {
    let by = |id: &str, who: u8, date: &str, at: i64| EncounterRow {
        author_member: member(who),
        local_date: date.to_owned(),
        ..encounter(id, 1, at)
    };
    store.transaction(|tx| {
        tx.upsert_encounter(&by("A", 1, "2026-05-01", 10))?;
        tx.upsert_encounter(&by("B", 1, "2026-05-02", 20))?;
        tx.upsert_encounter(&by("C", 2, "2026-05-02", 30))?;
        tx.upsert_encounter(&by("D", 2, "2026-05-03", 40))
    })?;
    let counts = store
        .read()
        .encounters_by_author("2026-05-01", "2026-05-02")?;
    let counts: Vec<_> = counts
        .into_iter()
        .map(|row| (row.author_member, row.count, row.last_created_at))
        .collect();
    same(
        "counts",
        &counts,
        &vec![(member(1), 2, 25), (member(2), 1, 35)],
    )
}

fn recent(store: &mut Store) -> Outcome {
    let late = EncounterRow {
        created_at: 1_000,
        ..encounter("A", 1, 1)
    };
    let void = EncounterRow {
        voided_at: Some(1),
        ..encounter("V", 1, 5_000)
    };
    store.transaction(|tx| {
        tx.upsert_encounter(&late)?;
        tx.upsert_encounter(&void)?;
        tx.upsert_encounter(&encounter("B", 1, 500))
    })?;
    same(
        "newest",
        &ids(&store.read().recent_encounters(1)?),
        &vec!["A"],
    )?;
    same(
        "all",
        &ids(&store.read().recent_encounters(9)?),
        &vec!["A", "B"],
    )
}
