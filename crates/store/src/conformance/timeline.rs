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
    ("who_drove_is_read_by_author_newest_first", driven),
    ("figures_read_days_of_work_intercepts_and_spans", figures),
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
        times: if outcome == "reached" { 2 } else { 1 },
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
    )?;
    let days = store.read().work_days("2026-05-02", "group")?;
    let each = encounter("A", 1, 10).minutes;
    let days: Vec<_> = days
        .into_iter()
        .map(|row| (row.author_member, row.local_date, row.minutes))
        .collect();
    let day = |who, date: &str| (member(who), date.to_owned(), each);
    same(
        "days of work",
        &days,
        &vec![
            day(1, "2026-05-02"),
            day(2, "2026-05-02"),
            day(2, "2026-05-03"),
        ],
    )?;
    // Two people in one meeting, and one of them in another on the same day.
    let met = |id: &str, at| EncounterRow {
        kind: "group".to_owned(),
        minutes: 90,
        ..by(id, 3, "2026-05-04", at)
    };
    store.transaction(|tx| {
        tx.upsert_encounter(&met("E", 50))?;
        tx.upsert_encounter(&met("F", 50))?;
        tx.upsert_encounter(&met("G", 60))
    })?;
    let days = store.read().work_days("2026-05-04", "group")?;
    let minutes: Vec<u32> = days.into_iter().map(|row| row.minutes).collect();
    same("minutes of meetings", &minutes, &vec![180])
}

fn driven(store: &mut Store) -> Outcome {
    let drove = |id: &str, day: &str, miles, by| EncounterRow {
        local_date: day.to_owned(),
        miles,
        author_member: member(by),
        ..encounter(id, 1, 1)
    };
    let void = EncounterRow {
        voided_at: Some(9),
        ..drove("V", "2026-05-04", 50, 7)
    };
    store.transaction(|tx| {
        tx.upsert_encounter(&drove("A", "2026-05-02", 124, 7))?;
        tx.upsert_encounter(&drove("B", "2026-05-03", 10, 7))?;
        tx.upsert_encounter(&drove("N", "2026-05-03", 0, 7))?;
        tx.upsert_encounter(&drove("O", "2026-05-03", 80, 8))?;
        tx.upsert_encounter(&drove("E", "2026-04-30", 60, 7))?;
        tx.upsert_encounter(&void)
    })?;
    let found = store.read().driven_by(&member(7), "2026-05-01")?;
    let trip = |id: &str, day: &str, miles| (id.to_owned(), day.to_owned(), miles);
    let expected = vec![trip("B", "2026-05-03", 10), trip("A", "2026-05-02", 124)];
    same("trips", &found, &expected)
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

fn figures(store: &mut Store) -> Outcome {
    let said = |id: &str, participant: u8, at: i64, codes: &[&str]| EncounterRow {
        circumstances: codes.iter().map(|&code| code.to_owned()).collect(),
        ..encounter(id, participant, at)
    };
    let later = EncounterRow {
        local_date: "2026-05-03".to_owned(),
        author_member: member(2),
        ..said("D", 2, 9, &["intercept_5"])
    };
    let void = EncounterRow {
        voided_at: Some(9),
        author_member: member(3),
        ..said("V", 1, 8, &["intercept_1"])
    };
    store.transaction(|tx| {
        tx.upsert_encounter(&said("A", 1, 1, &["along_court", "intercept_3"]))?;
        tx.upsert_encounter(&said("B", 1, 2, &["intercept_4"]))?;
        tx.upsert_encounter(&said("C", 1, 3, &[]))?;
        tx.upsert_encounter(&later)?;
        tx.upsert_encounter(&void)
    })?;
    let read = store.read();
    same(
        "each day once",
        &read.days_at_work()?,
        &vec![
            (member(1), "2026-05-02".to_owned()),
            (member(2), "2026-05-03".to_owned()),
        ],
    )?;
    same(
        "the newest of which one was said",
        &read.newest_intercepts()?,
        &vec![(document(1), 4), (document(2), 5)],
    )?;
    let span = |first: &str, last: &str| read.encounters_between(first, last);
    same(
        "one day",
        &ids(&span("2026-05-03", "2026-05-03")?),
        &vec!["D"],
    )?;
    same(
        "both",
        &ids(&span("2026-05-02", "2026-05-03")?),
        &vec!["A", "B", "C", "D"],
    )?;
    same("none", &ids(&span("2026-05-04", "2026-06-01")?), &vec![])
}
