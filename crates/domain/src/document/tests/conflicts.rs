use super::shared::*;
use super::*;
use crate::details::Detail;
use crate::encounter::EncounterChange;
use crate::milestone::{IntakeStatus, MilestoneFacts, Step};
use crate::quantity::{Minutes, Note};
use crate::time::LocalDate;
use ParticipantCommand as C;

/// Two devices with the same contact and intake, out of reach of each other.
fn pair() -> (ParticipantDocument, ParticipantDocument) {
    let mut one = document(1);
    log(&mut one, record(1), "as logged");
    let step = Step::Intake {
        status: IntakeStatus::Asked,
        on: None,
    };
    let facts = MilestoneFacts {
        step,
        place: String::new(),
    };
    one.command(
        &C::RecordMilestone {
            id: record(2),
            facts,
            by: member(1),
        },
        now(1),
    )
    .unwrap();
    one.command(&C::SetDetail(Detail::Name("Sam Sample".into())), now(1))
        .unwrap();
    let mut two = document(2);
    exchange(&mut one, &mut two);
    (one, two)
}

fn note(text: &str) -> C {
    let changes = vec![EncounterChange::Note(Note::new(text).unwrap())];
    C::EditEncounter {
        id: record(1),
        changes,
    }
}

#[test]
fn two_people_correct_one_note_and_both_texts_stand_until_one_is_chosen() {
    let (mut one, mut two) = pair();
    one.command(&note("by one"), now(10)).unwrap();
    two.command(&note("by two"), now(20)).unwrap();
    let applied = two.apply_changes(&changes(&one, &two)).unwrap();
    assert_eq!(
        applied.touched,
        Touched::one(RecordRef::Encounter(record(1)))
    );
    let applied = one.apply_changes(&changes(&two, &one)).unwrap();
    assert_eq!(
        applied.touched,
        Touched::one(RecordRef::Encounter(record(1))),
        "also where the shown text stays"
    );
    let conflicts = one.conflicts();
    assert_eq!(conflicts, two.conflicts());
    let [conflict] = conflicts.as_slice() else {
        panic!("{conflicts:?}")
    };
    assert_eq!(
        (conflict.record, conflict.field.as_str()),
        (RecordRef::Encounter(record(1)), "note")
    );
    assert_eq!(one.conflicts_of(conflict.record), conflicts);
    let shown = one.encounter(record(1)).unwrap().facts.note;
    assert_eq!(
        conflict.versions[0].value.as_text(),
        Some(shown.as_str()),
        "the shown value comes first"
    );
    let mut versions = conflict.versions.clone();
    versions.sort_by_key(|version| version.at);
    let text = |text: &str| FieldValue::Text(text.into());
    let expected = [
        Version {
            value: text("by one"),
            author: Some(writer(2)),
            at: now(10).at,
        },
        Version {
            value: text("by two"),
            author: Some(writer(3)),
            at: now(20).at,
        },
    ];
    assert_eq!(versions, expected);

    for chosen in expected {
        let (mut chooser, mut other) = (document(5), document(6));
        chooser.apply_changes(&changes(&one, &chooser)).unwrap();
        let command = |value: FieldValue| C::ResolveConflict {
            record: conflict.record,
            field: "note".into(),
            chosen: value,
        };
        let neither = chooser.command(&command(text("neither")), now(30));
        assert_eq!(neither, Err(CommandError::NotAVersion));
        chooser
            .command(&command(chosen.value.clone()), now(30))
            .unwrap()
            .unwrap();
        exchange(&mut chooser, &mut other);
        for document in [&chooser, &other] {
            assert_eq!(document.conflicts(), []);
            assert_eq!(
                document.encounter(record(1)).unwrap().facts.note.as_str(),
                chosen.value.as_text().unwrap()
            );
        }
        let again = chooser.command(&command(chosen.value), now(31));
        assert_eq!(again, Err(CommandError::NotAConflict));
    }
}

#[test]
fn two_people_who_choose_differently_at_the_same_time_lose_neither_choice() {
    let (mut one, mut two) = pair();
    one.command(&note("by one"), now(10)).unwrap();
    two.command(&note("by two"), now(20)).unwrap();
    exchange(&mut one, &mut two);
    let choose = |text: &str| C::ResolveConflict {
        record: RecordRef::Encounter(record(1)),
        field: "note".into(),
        chosen: FieldValue::Text(text.into()),
    };
    one.command(&choose("by one"), now(30)).unwrap().unwrap();
    two.command(&choose("by two"), now(30)).unwrap().unwrap();
    exchange(&mut one, &mut two);
    let [conflict] = one.conflicts().try_into().unwrap();
    let mut values: Vec<_> = conflict
        .versions
        .iter()
        .filter_map(|version| version.value.as_text())
        .collect();
    values.sort_unstable();
    assert_eq!(values, ["by one", "by two"]);
    let history = one.history(&conflict.record).unwrap();
    let notes: Vec<_> = history
        .iter()
        .filter(|entry| entry.field == "note")
        .map(|entry| entry.value.as_text())
        .collect();
    assert_eq!(
        notes.len(),
        5,
        "what was written in between is not told: {notes:?}"
    );
    assert!(notes.iter().all(Option::is_some));
}

#[test]
fn clearing_and_filling_a_detail_apart_can_be_settled_either_way() {
    for chosen in [FieldValue::Nothing, FieldValue::Text("Sam".into())] {
        let (mut one, mut two) = pair();
        one.command(
            &C::SetDetail(Detail::PreferredName(Some("S".into()))),
            now(5),
        )
        .unwrap();
        exchange(&mut one, &mut two);
        one.command(&C::SetDetail(Detail::PreferredName(None)), now(10))
            .unwrap();
        two.command(
            &C::SetDetail(Detail::PreferredName(Some("Sam".into()))),
            now(10),
        )
        .unwrap();
        exchange(&mut one, &mut two);
        let resolve = |chosen: FieldValue| C::ResolveConflict {
            record: RecordRef::Details,
            field: "preferred_name".into(),
            chosen,
        };
        one.command(&resolve(chosen.clone()), now(20))
            .unwrap()
            .unwrap();
        two.command(&resolve(chosen.clone()), now(20))
            .unwrap()
            .unwrap();
        exchange(&mut one, &mut two);
        assert_eq!(one.conflicts(), []);
        assert_eq!(one.details().preferred_name.as_deref(), chosen.as_text());
    }
}

#[test]
fn correcting_the_note_again_also_ends_the_disagreement() {
    let (mut one, mut two) = pair();
    one.command(&note("by one"), now(10)).unwrap();
    two.command(&note("by two"), now(20)).unwrap();
    exchange(&mut one, &mut two);
    let shown = one.encounter(record(1)).unwrap().facts.note;
    one.command(&note(shown.as_str()), now(30))
        .unwrap()
        .unwrap();
    assert_eq!(one.conflicts(), []);
}

#[test]
fn different_fields_changed_apart_are_no_disagreement() {
    let (mut one, mut two) = pair();
    one.command(&note("by one"), now(10)).unwrap();
    let changes = vec![EncounterChange::Minutes(Minutes::new(50).unwrap())];
    two.command(
        &C::EditEncounter {
            id: record(1),
            changes,
        },
        now(20),
    )
    .unwrap();
    exchange(&mut one, &mut two);
    assert_eq!(one.conflicts(), []);
    let facts = one.encounter(record(1)).unwrap().facts;
    assert_eq!((facts.note.as_str(), facts.minutes.get()), ("by one", 50));
}

#[test]
fn the_same_value_written_twice_is_no_disagreement() {
    let (mut one, mut two) = pair();
    one.command(&note("same words"), now(10)).unwrap();
    two.command(&note("same words"), now(20)).unwrap();
    exchange(&mut one, &mut two);
    assert_eq!(one.conflicts(), []);
}

#[test]
fn every_detail_shows_its_disagreement() {
    let date = |text| LocalDate::parse(text).ok();
    let text = |text: &str| Some(text.to_owned());
    let pairs = [
        (Detail::Name("A".into()), Detail::Name("B".into())),
        (
            Detail::PreferredName(text("A")),
            Detail::PreferredName(text("B")),
        ),
        (Detail::Pronouns(text("A")), Detail::Pronouns(text("B"))),
        (Detail::Phone(text("1")), Detail::Phone(text("2"))),
        (
            Detail::BirthDate(date("1990-01-01")),
            Detail::BirthDate(date("1990-10-01")),
        ),
        (Detail::Program(text("A")), Detail::Program(text("B"))),
        (Detail::Phase(text("A")), Detail::Phase(text("B"))),
        (
            Detail::ContactRule(text("A")),
            Detail::ContactRule(text("B")),
        ),
        (Detail::NoVoicemail(true), Detail::NoVoicemail(false)),
        (
            Detail::NotAfter(crate::time::TimeOfDay::from_minutes(1)),
            Detail::NotAfter(crate::time::TimeOfDay::from_minutes(2)),
        ),
        (Detail::Language(text("en")), Detail::Language(text("es"))),
    ];
    let (mut one, mut two) = pair();
    for (first, second) in &pairs {
        one.command(&C::SetDetail(first.clone()), now(10)).unwrap();
        two.command(&C::SetDetail(second.clone()), now(20)).unwrap();
    }
    exchange(&mut one, &mut two);
    assert_eq!(one.conflicts().len(), pairs.len());
    assert!(
        one.conflicts()
            .iter()
            .all(|conflict| conflict.record == RecordRef::Details)
    );
}

#[test]
fn taking_back_beats_no_edit_and_an_edit_hides_no_taking_back() {
    let (mut one, mut two) = pair();
    let void = |reason: &str| C::VoidEncounter {
        id: record(1),
        by: member(1),
        reason: reason.into(),
    };
    one.command(&void("wrong person"), now(10)).unwrap();
    two.command(&note("corrected meanwhile"), now(20)).unwrap();
    exchange(&mut one, &mut two);
    let encounter = two.encounter(record(1)).unwrap();
    assert_eq!(encounter.facts.note.as_str(), "corrected meanwhile");
    assert_eq!(encounter.void.unwrap().reason, "wrong person");
    assert_eq!(two.conflicts(), []);
}

#[test]
fn taking_back_twice_is_agreement_and_restoring_meanwhile_is_not() {
    let (mut one, mut two) = pair();
    let void = |reason: &str| C::VoidEncounter {
        id: record(1),
        by: member(1),
        reason: reason.into(),
    };
    one.command(&void("one's reason"), now(10)).unwrap();
    two.command(&void("two's reason"), now(20)).unwrap();
    exchange(&mut one, &mut two);
    assert_eq!(one.conflicts(), []);
    assert!(one.encounter(record(1)).unwrap().void.is_some());

    one.command(&C::RestoreEncounter { id: record(1) }, now(30))
        .unwrap();
    exchange(&mut one, &mut two);
    one.command(&void("again"), now(40)).unwrap();
    exchange(&mut one, &mut two);
    one.command(&C::RestoreEncounter { id: record(1) }, now(50))
        .unwrap();
    two.command(&C::RestoreEncounter { id: record(1) }, now(50))
        .unwrap();
    two.command(&void("third"), now(51)).unwrap();
    exchange(&mut one, &mut two);
    let conflicts = one.conflicts();
    assert_eq!(conflicts.len(), 1, "{conflicts:?}");
    assert_eq!(conflicts[0].field, "voided_at");
}

#[test]
fn s0_6_disagreeing_intake_statuses_are_all_read() {
    let (mut one, mut two) = pair();
    let on = LocalDate::new(2026, 3, 20);
    let to = |status| C::SetMilestoneStatus {
        id: record(2),
        status,
        on,
    };
    one.command(&to(IntakeStatus::Confirmed), now(10)).unwrap();
    two.command(&to(IntakeStatus::Tentative), now(20)).unwrap();
    exchange(&mut one, &mut two);
    let mut statuses = one.milestone(record(2)).unwrap().statuses;
    statuses.sort_unstable();
    assert_eq!(statuses, [IntakeStatus::Tentative, IntakeStatus::Confirmed]);
    assert_eq!(
        one.conflicts()
            .iter()
            .map(|conflict| conflict.field.as_str())
            .collect::<Vec<_>>(),
        ["status"]
    );
    let status = one.milestone(record(2)).unwrap().statuses[0];
    one.command(&to(status), now(30)).unwrap().unwrap();
    assert_eq!(one.milestone(record(2)).unwrap().statuses, [status]);
    assert_eq!(one.conflicts(), []);
}

#[test]
fn a_tag_added_here_and_removed_there_stays() {
    let (mut one, mut two) = pair();
    one.command(&C::AddTag("court".into()), now(1)).unwrap();
    exchange(&mut one, &mut two);
    one.command(&C::RemoveTag("court".into()), now(2)).unwrap();
    two.command(&C::RemoveTag("court".into()), now(2)).unwrap();
    two.command(&C::AddTag("court".into()), now(3)).unwrap();
    exchange(&mut one, &mut two);
    for document in [&one, &two] {
        assert!(document.details().tags.contains("court"));
        assert_eq!(document.conflicts(), []);
    }
}
