use super::shared::*;
use super::*;
use crate::document::participant::ParticipantKind;
use crate::encounter::{EncounterChange, EncounterFacts, Outcome};
use crate::quantity::{Minutes, NOTE_LIMIT, Note};
use ParticipantCommand as C;

fn do_it(document: &mut ParticipantDocument, command: &C, minute: i64) -> Option<Written> {
    document.command(command, now(minute)).unwrap()
}

#[test]
fn s0_5_a_contact_reads_back_as_logged_and_the_same_id_is_noticed() {
    let mut document = document::<ParticipantKind>(1);
    let written = log(
        &mut document,
        record(1),
        "Sat with them until the nurse came.",
    );
    assert_eq!(
        written.touched,
        Touched::one(RecordRef::Encounter(record(1)))
    );
    let encounter = document.encounter(record(1)).unwrap();
    assert_eq!(
        encounter.facts,
        facts("Sat with them until the nurse came.")
    );
    assert_eq!(
        (encounter.logged_at, encounter.edited, &encounter.void),
        (now(1).at, false, &None)
    );
    let again = C::LogEncounter {
        id: record(1),
        facts: facts("again"),
    };
    assert_eq!(
        document.command(&again, now(2)),
        Err(CommandError::AlreadyRecorded)
    );
    assert_eq!(document.encounter(record(2)), None);
}

#[test]
fn the_longest_note_survives_saving_and_sending() {
    let mut document = document::<ParticipantKind>(1);
    let note = "ñ".repeat(NOTE_LIMIT / 2);
    let written = log(&mut document, record(1), &note);
    let mut other = shared::document::<ParticipantKind>(2);
    other
        .apply_changes_from(writer(2), &[written.change])
        .unwrap();
    assert_eq!(
        other.encounter(record(1)).unwrap().facts.note.as_str(),
        note
    );
}

#[test]
fn corrections_keep_what_was_said_before_with_author_and_time() {
    let mut document = document::<ParticipantKind>(1);
    log(&mut document, record(1), "first words");
    let changes = vec![
        EncounterChange::Note(Note::new("better words").unwrap()),
        EncounterChange::Minutes(Minutes::new(45).unwrap()),
        EncounterChange::Outcome(Outcome::Reached),
    ];
    do_it(
        &mut document,
        &C::EditEncounter {
            id: record(1),
            changes,
        },
        5,
    )
    .unwrap();
    let encounter = document.encounter(record(1)).unwrap();
    assert!(encounter.edited);
    assert_eq!(encounter.facts.note.as_str(), "better words");
    let history = document.history(&RecordRef::Encounter(record(1))).unwrap();
    let of = |field: &str| -> Vec<_> {
        let entries = history.iter().filter(|entry| entry.field == field);
        entries
            .map(|entry| (entry.value.clone(), entry.author, entry.at))
            .collect()
    };
    let text = |text: &str| FieldValue::Text(text.into());
    let author = Some(writer(2));
    assert_eq!(
        of("note"),
        [
            (text("first words"), author, now(1).at),
            (text("better words"), author, now(5).at)
        ]
    );
    assert_eq!(
        of("minutes"),
        [
            (FieldValue::Number(20), author, now(1).at),
            (FieldValue::Number(45), author, now(5).at)
        ]
    );
    assert_eq!(
        of("outcome").len(),
        1,
        "an unchanged field is not written again"
    );
}

#[test]
fn a_contact_taken_back_stays_readable_and_can_be_restored() {
    let mut document = document::<ParticipantKind>(1);
    log(&mut document, record(1), "wrong person");
    let id = record(1);
    let void = |reason: &str| C::VoidEncounter {
        id,
        by: member(4),
        reason: reason.into(),
    };
    assert_eq!(
        document.command(&void("  "), now(2)),
        Err(CommandError::ReasonMissing)
    );
    do_it(&mut document, &void("logged for the wrong person"), 2).unwrap();
    assert_eq!(
        do_it(&mut document, &void("another reason"), 3),
        None,
        "the first reason stands"
    );
    let encounter = document.encounter(id).unwrap();
    let taken_back = encounter.void.unwrap();
    assert_eq!((taken_back.at, taken_back.by), (now(2).at, Some(member(4))));
    assert_eq!(taken_back.reason, "logged for the wrong person");
    assert_eq!(encounter.facts.note.as_str(), "wrong person");
    let edit = C::EditEncounter {
        id,
        changes: vec![EncounterChange::MadeBy(member(2))],
    };
    assert_eq!(document.command(&edit, now(4)), Err(CommandError::Voided));
    do_it(&mut document, &C::RestoreEncounter { id }, 5).unwrap();
    assert_eq!(document.encounter(id).unwrap().void, None);
    do_it(&mut document, &edit, 6).unwrap();
    let history = document.history(&RecordRef::Encounter(id)).unwrap();
    let voids: Vec<_> = history
        .iter()
        .filter(|entry| entry.field == "voided_at")
        .map(|e| &e.value)
        .collect();
    assert_eq!(
        voids,
        [
            &FieldValue::Number(now(2).at.millis()),
            &FieldValue::Nothing
        ]
    );
}

#[test]
fn any_clock_can_log_a_contact() {
    let mut document = document::<ParticipantKind>(1);
    for (number, millis) in [(1, i64::MIN), (2, 0), (3, i64::MAX)] {
        let now = Now {
            at: Timestamp::from_millis(millis),
            offset_minutes: 840,
        };
        let facts = EncounterFacts {
            at: now.at,
            offset_minutes: 840,
            ..facts("")
        };
        let command = C::LogEncounter {
            id: record(number),
            facts,
        };
        document.command(&command, now).unwrap().unwrap();
    }
    assert_eq!(document.encounters().len(), 3);
    let saved = document.save_verified().unwrap();
    let again = ParticipantDocument::load(&saved, session(5)).unwrap();
    assert_eq!(again.read(), document.read());
}

fn late(entry: u8) -> crate::encounter::Late {
    crate::encounter::Late {
        device: writer(9).device,
        item: [5; 32],
        entry: record(entry),
        written_at: now(1).at,
    }
}

/// Issue 3.4
#[test]
fn what_is_taken_in_says_where_it_comes_from_and_who_took_it_in() {
    let mut document = document::<ParticipantKind>(1);
    let take = |id, note: &str, late| C::TakeIn {
        id: record(id),
        facts: facts(note),
        late,
    };
    do_it(&mut document, &take(2, "late", late(1)), 5).unwrap();
    let contact = document.encounter(record(2)).unwrap();
    let taken = contact.late.unwrap();
    assert_eq!(taken.from, late(1));
    assert_eq!((taken.by, taken.at), (writer(2).device, now(5).at));
    assert_eq!((contact.logged_at, contact.edited), (now(5).at, false));
    assert_eq!(document.encounters(), std::slice::from_ref(&contact));
    assert_eq!(do_it(&mut document, &take(2, "late", late(1)), 6), None);

    // Of a contact that is known, only what differs is written.
    log(&mut document, record(3), "before");
    do_it(&mut document, &take(3, "after", late(3)), 7).unwrap();
    let corrected = document.encounter(record(3)).unwrap();
    assert!(corrected.edited && corrected.late.is_some());
    assert_eq!(corrected.facts.note.as_str(), "after");
    // An edit by a version that does not know of it leaves the mark where it is.
    let changes = vec![EncounterChange::Note(Note::new("again").unwrap())];
    let id = record(2);
    do_it(&mut document, &C::EditEncounter { id, changes }, 8).unwrap();
    assert_eq!(document.encounter(id).unwrap().late, contact.late);
}

#[test]
fn a_contact_of_before_there_were_late_ones_is_not_late() {
    let mut document = document::<ParticipantKind>(1);
    log(&mut document, record(1), "on time");
    assert_eq!(document.encounter(record(1)).unwrap().late, None);
}

#[test]
fn a_change_names_the_contacts_that_it_says_something_of() {
    let mut document = document::<ParticipantKind>(1);
    let first = log(&mut document, record(1), "one");
    let second = log(&mut document, record(2), "two");
    let changes = vec![EncounterChange::Note(Note::new("more").unwrap())];
    let id = record(1);
    let edit = do_it(&mut document, &C::EditEncounter { id, changes }, 3).unwrap();
    let tag = do_it(&mut document, &C::AddTag("court".into()), 4).unwrap();
    let of = |written: &[&Written]| {
        let changes: Vec<Vec<u8>> = written.iter().map(|one| one.change.clone()).collect();
        document.encounters_in(&changes)
    };
    assert_eq!(of(&[&first]), [record(1)].into());
    assert_eq!(of(&[&edit, &second]), [record(1), record(2)].into());
    assert_eq!(of(&[&tag]), [].into());
}
