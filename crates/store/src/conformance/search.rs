use super::{
    StoreCase,
    check::{Outcome, is_so, same},
    samples::{document, encounter, group, participant},
};
use crate::{ConflictRow, EncounterRow, ParticipantRow, PeoplePage, PeopleSearch, Store, WordsRow};

pub(super) const CASES: &[StoreCase] = &[
    ("search_finds_beginnings_without_accents", beginnings),
    ("search_finds_phones_and_tags", phones_and_tags),
    ("search_finds_notes_and_shows_the_words", notes),
    (
        "search_finds_words_of_records_until_they_are_taken_back",
        words,
    ),
    ("a_changed_name_is_found_and_the_old_one_is_not", changed),
    ("names_come_before_notes_and_voided_people_never", ranked),
    ("lists_are_filtered_and_paged", filtered),
    ("no_text_is_a_syntax_error", any_text),
];

fn find(store: &Store, text: &str) -> Result<PeoplePage, crate::StoreError> {
    store.read().people(&PeopleSearch {
        text: text.to_owned(),
        limit: 50,
        ..PeopleSearch::default()
    })
}

fn names(store: &Store, text: &str) -> Result<Vec<String>, crate::StoreError> {
    let page = find(store, text)?;
    Ok(page
        .rows
        .into_iter()
        .map(|hit| hit.row.display_name)
        .collect())
}

fn three(store: &mut Store) -> Outcome {
    let jose = ParticipantRow {
        preferred_name: "Pepe".to_owned(),
        phone: "+1 (608) 555-0123".to_owned(),
        ..participant(1, "José Núñez")
    };
    let ann = ParticipantRow {
        tags: vec!["Veteran".to_owned()],
        caseload_group: Some(group(2)),
        phase: "Weekly".to_owned(),
        ..participant(2, "Ann O'Brien")
    };
    let anna = ParticipantRow {
        program: "Jail".to_owned(),
        ..participant(3, "Anna Zed")
    };
    store.transaction(|tx| {
        tx.put_participant(&jose)?;
        tx.put_participant(&ann)?;
        tx.put_participant(&anna)
    })?;
    Ok(())
}

fn beginnings(store: &mut Store) -> Outcome {
    three(store)?;
    let jose = vec!["José Núñez".to_owned()];
    for text in ["jos", "JOSE", "José", "nunez jo", "Jose\u{301}", "pep", "n"] {
        same(text, &names(store, text)?, &jose)?;
    }
    same("both", &names(store, "ann")?.len(), &2)?;
    same(
        "quote",
        &names(store, "o'br")?,
        &vec!["Ann O'Brien".to_owned()],
    )?;
    same(
        "all words",
        &names(store, "ann zed")?,
        &vec!["Anna Zed".to_owned()],
    )?;
    same("not inside", &names(store, "ose")?, &vec![])?;
    same("everybody", &names(store, " ")?.len(), &3)
}

fn phones_and_tags(store: &mut Store) -> Outcome {
    three(store)?;
    let jose = vec!["José Núñez".to_owned()];
    for text in ["608555", "(608) 555-01", "555-0123", "0123", "+1 608"] {
        same(text, &names(store, text)?, &jose)?;
    }
    same(
        "tag",
        &names(store, "vet")?,
        &vec!["Ann O'Brien".to_owned()],
    )?;
    same("no phone", &names(store, "999")?, &vec![])
}

fn notes(store: &mut Store) -> Outcome {
    three(store)?;
    let note = EncounterRow {
        note: "Talked about the apartment on Elm Street".to_owned(),
        ..encounter("N", 2, 1)
    };
    store.transaction(|tx| {
        tx.upsert_encounter(&note)?;
        tx.upsert_encounter(&EncounterRow {
            note: "Ann came".to_owned(),
            ..encounter("O", 1, 2)
        })
    })?;
    let page = find(store, "apart")?;
    same("total", &page.total, &1)?;
    let snippet = page.rows.first().map_or("", |hit| hit.snippet.as_str());
    is_so("the words are shown", snippet.contains("apartment"))?;
    is_so(
        "two letters look into no note",
        find(store, "ap")?.total == 0,
    )?;
    let by_name = find(store, "ann")?;
    let ids: Vec<_> = by_name.rows.iter().map(|hit| hit.row.participant).collect();
    same("names before notes", &ids.last(), &Some(&document(1)))?;
    same("each once", &ids.len(), &3)?;
    store.transaction(|tx| {
        tx.upsert_encounter(&EncounterRow {
            voided_at: Some(5),
            ..note.clone()
        })
    })?;
    same("void", &find(store, "apart")?.total, &0)?;
    store.transaction(|tx| tx.upsert_encounter(&note))?;
    same("restored", &find(store, "apart")?.total, &1)
}

fn ranked(store: &mut Store) -> Outcome {
    let with_note = |id: &str, which: u8| EncounterRow {
        note: "Met Rosa".to_owned(),
        ..encounter(id, which, 1)
    };
    let void = ParticipantRow {
        voided: true,
        ..participant(3, "Carla")
    };
    let liked = ParticipantRow {
        preferred_name: "Rosa".to_owned(),
        ..participant(4, "Zelda")
    };
    store.transaction(|tx| {
        tx.put_participant(&participant(1, "Alba"))?;
        tx.upsert_encounter(&with_note("A", 1))?;
        tx.put_participant(&participant(2, "Rosa M"))?;
        tx.put_participant(&void)?;
        tx.upsert_encounter(&with_note("C", 3))?;
        tx.put_participant(&liked)
    })?;
    let shown = names(store, "rosa")?;
    is_so("three are found", shown.len() == 3)?;
    same(
        "the note comes last",
        &shown.last().map(String::as_str),
        &Some("Alba"),
    )?;
    let everybody = ["Alba", "Rosa M", "Zelda"].map(str::to_owned).to_vec();
    same("no voided one", &names(store, "")?, &everybody)
}

fn words(store: &mut Store) -> Outcome {
    three(store)?;
    let row = |record: &str, which: u8, words: &str| WordsRow {
        record: record.to_owned(),
        participant: document(which),
        words: words.to_owned(),
    };
    store.transaction(|tx| {
        tx.put_words(&row("G1", 1, "wants to learn to weld"))?;
        tx.put_words(&row("A2", 2, "Dentist, second floor"))?;
        tx.upsert_encounter(&EncounterRow {
            note: "the dentist called".to_owned(),
            ..encounter("N3", 3, 1)
        })
    })?;
    same(
        "plan",
        &names(store, "learn weld")?,
        &vec!["José Núñez".to_owned()],
    )?;
    let found = find(store, "dentist")?;
    same("record and note", &found.total, &2)?;
    let snippets: Vec<&str> = found.rows.iter().map(|hit| hit.snippet.as_str()).collect();
    is_so(
        "each in its words",
        snippets.contains(&"Dentist, second floor"),
    )?;
    is_so("the note too", snippets.contains(&"the dentist called"))?;
    same("short", &names(store, "we")?, &vec![])?;
    store.transaction(|tx| {
        tx.put_words(&row("G1", 1, "wants to paint"))?;
        tx.put_words(&row("A2", 2, ""))
    })?;
    same("changed", &names(store, "weld")?, &vec![])?;
    same(
        "as it is",
        &names(store, "paint")?,
        &vec!["José Núñez".to_owned()],
    )?;
    same(
        "taken back",
        &names(store, "dentist")?,
        &vec!["Anna Zed".to_owned()],
    )?;
    store.transaction(|tx| tx.remove_participant(&document(1)))?;
    same("gone", &names(store, "paint")?, &vec![])
}

fn changed(store: &mut Store) -> Outcome {
    three(store)?;
    store.transaction(|tx| tx.put_participant(&participant(1, "Maria")))?;
    same("old", &names(store, "nunez")?, &vec![])?;
    same("new", &names(store, "mar")?, &vec!["Maria".to_owned()])?;
    let void = ParticipantRow {
        voided: true,
        ..participant(1, "Maria")
    };
    store.transaction(|tx| tx.put_participant(&void))?;
    same("void", &names(store, "mar")?, &vec![])?;
    store.transaction(|tx| tx.remove_participant(&document(2)))?;
    same("removed", &names(store, "brien")?, &vec![])
}

fn filtered(store: &mut Store) -> Outcome {
    three(store)?;
    store.transaction(|tx| {
        tx.set_conflicts(
            &document(3),
            &[ConflictRow {
                participant: document(3),
                record: "details".to_owned(),
                field: "phone".to_owned(),
                versions: "[]".to_owned(),
            }],
        )
    })?;
    for text in ["", "ann"] {
        let asked = PeopleSearch {
            text: text.to_owned(),
            limit: 50,
            ..PeopleSearch::default()
        };
        let ask = |search: PeopleSearch| {
            let page = store.read().people(&search)?;
            let ids: Vec<_> = page.rows.iter().map(|hit| hit.row.participant).collect();
            Ok::<_, crate::StoreError>((ids, page.total))
        };
        let group_two = PeopleSearch {
            groups: Some(vec![group(2), group(7)]),
            ..asked.clone()
        };
        same("group", &ask(group_two)?, &(vec![document(2)], 1))?;
        let nobody = PeopleSearch {
            groups: Some(vec![]),
            ..asked.clone()
        };
        same("no group", &ask(nobody)?, &(vec![], 0))?;
        let jail = PeopleSearch {
            program: Some("Jail".to_owned()),
            ..asked.clone()
        };
        same("program", &ask(jail)?, &(vec![document(3)], 1))?;
        let weekly = PeopleSearch {
            phase: Some("Weekly".to_owned()),
            ..asked.clone()
        };
        same("phase", &ask(weekly)?, &(vec![document(2)], 1))?;
        let total = ask(asked.clone())?.1;
        let second = PeopleSearch {
            offset: 1,
            limit: 1,
            ..asked.clone()
        };
        let (ids, second_total) = ask(second)?;
        same("page", &(ids.len(), second_total), &(1, total))?;
        let past = PeopleSearch {
            offset: 10,
            ..asked
        };
        same("past the end", &ask(past)?, &(vec![], total))?;
    }
    let anna = find(store, "zed")?;
    same(
        "conflicts",
        &anna.rows.first().map(|hit| hit.conflicts),
        &Some(1),
    )
}

fn any_text(store: &mut Store) -> Outcome {
    three(store)?;
    let texts = [
        "\"",
        "\"\"",
        "*",
        "a*",
        "(",
        ")",
        "a OR",
        "NOT",
        "NOT a",
        "NEAR(a b, 5)",
        "name:ann",
        "-a",
        "^a",
        "a + b",
        "{name}: a",
        "\0",
        "a\0b",
        "'",
        "a'; DROP TABLE participants; --",
        "%_",
        "Ⓐ",
        "\u{301}",
        "日本",
        "\u{1F600}",
        "½",
        "ª",
        "\\",
        "a\"b",
    ];
    for text in texts {
        find(store, text)?;
    }
    Ok(())
}
