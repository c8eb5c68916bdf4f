//! Documents and changes written by the first version must always open and read the same.

use super::shared::*;
use super::*;
use crate::document::participant::ParticipantKind;
use crate::encounter::EncounterChange;
use crate::milestone::{IntakeStatus, MilestoneFacts, Step};
use crate::quantity::Note;
use crate::time::LocalDate;
use ParticipantCommand as C;

const SAVED: &[u8] = include_bytes!("golden/participant-1.bin");
const HEAD: &str = "470ff1d91eafb7d800fae04eb16553ade613b98e34bc176e520ee4bc9c7ecd6d";

fn first_version() -> ParticipantDocument {
    let mut document = document::<ParticipantKind>(1);
    log(
        &mut document,
        record(1),
        "Sat with them until the nurse came.",
    );
    let changes = vec![EncounterChange::Note(
        Note::new("Sat with them. Señal débil.").unwrap(),
    )];
    let step = Step::Intake {
        status: IntakeStatus::Tentative,
        on: LocalDate::new(2026, 3, 20),
    };
    for command in [
        C::EditEncounter {
            id: record(1),
            changes,
        },
        C::RecordMilestone {
            id: record(2),
            facts: MilestoneFacts {
                step,
                place: "Clinic".into(),
            },
            by: member(2),
        },
        C::VoidEncounter {
            id: record(1),
            by: member(3),
            reason: "wrong person".into(),
        },
        C::AddTag("court".into()),
    ] {
        document.command(&command, now(5)).unwrap().unwrap();
    }
    document
}

#[test]
fn a_document_of_the_first_version_opens_and_reads_the_same() {
    let opened = ParticipantDocument::load(SAVED, session(9)).unwrap();
    assert_eq!(
        opened
            .heads()
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>(),
        [HEAD]
    );
    assert_eq!(opened.read(), first_version().read());
    assert_eq!(
        opened.encounter(record(1)).unwrap().void.unwrap().reason,
        "wrong person"
    );
    let history = opened.history(&RecordRef::Encounter(record(1))).unwrap();
    assert_eq!(
        history.iter().filter(|entry| entry.field == "note").count(),
        2
    );
}

#[test]
fn commands_write_the_same_changes_as_in_the_first_version() {
    let heads: Vec<String> = first_version()
        .heads()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(heads, [HEAD]);
}
