use super::shared::*;
use super::*;
use crate::details::{Detail, ParticipantDetails, SafeContact};
use crate::document::participant::ParticipantKind;
use crate::encounter::{EncounterChange, EncounterFacts, Outcome};
use crate::milestone::{IntakeStatus, MilestoneFacts, Step};
use crate::quantity::{Minutes, NOTE_LIMIT, Note, TooLong};
use crate::record::ImportKey;
use crate::time::{LocalDate, TimeOfDay};
use ParticipantCommand as C;

fn details() -> ParticipantDetails {
    ParticipantDetails {
        name: "Peña Sample".into(),
        preferred_name: Some("Pen".into()),
        pronouns: Some("they/them".into()),
        phone: Some("(608) 555-0142".into()),
        birth_date: LocalDate::new(1990, 2, 28),
        program: Some("ED overdose".into()),
        phase: Some("daily contact".into()),
        safe_contact: SafeContact {
            rule: Some("Say it is about the car".into()),
            no_voicemail: true,
            not_after: TimeOfDay::from_minutes(18 * 60),
        },
        language: Some("es".into()),
        tags: ["court".to_owned(), "night".to_owned()].into(),
    }
}

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap()
}

fn do_it(document: &mut ParticipantDocument, command: &C, minute: i64) -> Option<Written> {
    document.command(command, now(minute)).unwrap()
}

#[test]
fn a_created_participant_reads_back_whole_and_is_created_once() {
    let mut document = document::<ParticipantKind>(1);
    let key = ImportKey::from_text("id:7");
    let create = C::Create {
        details: details(),
        by: member(3),
        import_key: Some(key.clone()),
    };
    let written = do_it(&mut document, &create, 0).unwrap();
    assert_eq!(written.touched, Touched::one(RecordRef::Details));
    assert_eq!(document.details(), details());
    let created = document.created().unwrap();
    assert_eq!(
        (created.at, created.by, created.import_key),
        (now(0).at, Some(member(3)), Some(key))
    );
    assert_eq!(
        document.command(&create, now(1)),
        Err(CommandError::AlreadyCreated)
    );
}

#[test]
fn each_detail_is_set_and_cleared_on_its_own() {
    let mut document = document::<ParticipantKind>(1);
    do_it(
        &mut document,
        &C::Create {
            details: details(),
            by: member(1),
            import_key: None,
        },
        0,
    );
    do_it(
        &mut document,
        &C::SetDetail(Detail::Phone(Some(" 608-555-0143 ".into()))),
        1,
    );
    do_it(&mut document, &C::SetDetail(Detail::Pronouns(None)), 2);
    do_it(&mut document, &C::RemoveTag("court".into()), 3);
    do_it(&mut document, &C::AddTag("ride".into()), 4);
    let expected = ParticipantDetails {
        phone: Some("608-555-0143".into()),
        pronouns: None,
        tags: ["night".to_owned(), "ride".to_owned()].into(),
        ..details()
    };
    assert_eq!(document.details(), expected);
    let blank = C::SetDetail(Detail::Name("  ".into()));
    assert_eq!(
        document.command(&blank, now(5)),
        Err(CommandError::NameMissing)
    );
    let long = C::SetDetail(Detail::ContactRule(Some("x".repeat(1001))));
    let too_long = CommandError::TooLong(TooLong {
        limit: 1000,
        found: 1001,
    });
    assert_eq!(document.command(&long, now(5)), Err(too_long));
    assert_eq!(document.details(), expected);
}

#[test]
fn saying_what_is_already_so_writes_nothing() {
    let mut document = document::<ParticipantKind>(1);
    do_it(
        &mut document,
        &C::Create {
            details: details(),
            by: member(1),
            import_key: None,
        },
        0,
    );
    let heads = document.heads();
    for command in [
        C::SetDetail(Detail::Name(details().name)),
        C::SetDetail(Detail::NoVoicemail(true)),
        C::AddTag("court".into()),
        C::RemoveTag("never there".into()),
    ] {
        assert_eq!(do_it(&mut document, &command, 1), None, "{command:?}");
    }
    assert_eq!(document.heads(), heads);
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
fn s0_6_an_intake_becomes_confirmed_only_with_its_date() {
    let mut document = document::<ParticipantKind>(1);
    let intake = |status, on| MilestoneFacts {
        step: Step::Intake { status, on },
        place: "Clinic (sample)".into(),
    };
    let id = record(1);
    let refused = C::RecordMilestone {
        id,
        facts: intake(IntakeStatus::Confirmed, None),
        by: member(1),
    };
    assert_eq!(
        document.command(&refused, now(0)),
        Err(CommandError::ConfirmedNeedsDate)
    );
    let asked = C::RecordMilestone {
        id,
        facts: intake(IntakeStatus::Asked, None),
        by: member(1),
    };
    do_it(&mut document, &asked, 0).unwrap();
    let to = |status, on| C::SetMilestoneStatus { id, status, on };
    let refused = to(IntakeStatus::Confirmed, None);
    assert_eq!(
        document.command(&refused, now(1)),
        Err(CommandError::ConfirmedNeedsDate)
    );
    do_it(
        &mut document,
        &to(IntakeStatus::Confirmed, Some(day("2026-03-20"))),
        60 * 24,
    )
    .unwrap();
    let milestone = document.milestone(id).unwrap();
    assert_eq!(
        milestone.facts,
        intake(IntakeStatus::Confirmed, Some(day("2026-03-20")))
    );
    assert_eq!(
        (milestone.status_day, milestone.reopened_day),
        (day("2026-03-02"), None)
    );
    do_it(&mut document, &to(IntakeStatus::Tentative, None), 60 * 48).unwrap();
    let milestone = document.milestone(id).unwrap();
    assert_eq!(
        (milestone.status_day, milestone.reopened_day),
        (day("2026-03-03"), Some(day("2026-03-03")))
    );
    assert_eq!(milestone.facts, intake(IntakeStatus::Tentative, None));
}

#[test]
fn a_discharge_has_a_day_that_can_move_and_no_status() {
    let mut document = document::<ParticipantKind>(1);
    let id = record(9);
    let facts = MilestoneFacts {
        step: Step::Discharge {
            on: day("2026-02-28"),
        },
        place: " Hospital (sample) ".into(),
    };
    do_it(
        &mut document,
        &C::RecordMilestone {
            id,
            facts,
            by: member(1),
        },
        0,
    )
    .unwrap();
    do_it(
        &mut document,
        &C::SetMilestoneDate {
            id,
            on: day("2026-03-01"),
        },
        1,
    )
    .unwrap();
    let status = C::SetMilestoneStatus {
        id,
        status: IntakeStatus::Asked,
        on: None,
    };
    assert_eq!(
        document.command(&status, now(2)),
        Err(CommandError::NotAnIntake)
    );
    let milestone = document.milestone(id).unwrap();
    assert_eq!(
        milestone.facts.step,
        Step::Discharge {
            on: day("2026-03-01")
        }
    );
    assert_eq!(milestone.facts.place, "Hospital (sample)");
    assert_eq!(document.duty_facts().discharges, [day("2026-03-01")]);
    do_it(
        &mut document,
        &C::VoidMilestone {
            id,
            by: member(1),
            reason: "not discharged".into(),
        },
        3,
    )
    .unwrap();
    assert_eq!(document.duty_facts().discharges, []);
    do_it(&mut document, &C::RestoreMilestone { id }, 4).unwrap();
    assert_eq!(document.duty_facts().discharges.len(), 1);
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
