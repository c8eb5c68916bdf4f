use super::shared::*;
use super::*;
use crate::document::participant::ParticipantKind;
use ParticipantCommand as C;

fn note(document: &mut ParticipantDocument, number: u8, minute: i64) -> Written {
    let id = record(number);
    document
        .command(&C::NoteAccess { id }, now(minute))
        .unwrap()
        .unwrap()
}

/// Issue 3.9
#[test]
fn an_access_names_the_device_that_wrote_it_and_when() {
    let mut document = document::<ParticipantKind>(1);
    note(&mut document, 2, 9);
    let first = note(&mut document, 1, 3);
    let found = document.accesses();
    let told: Vec<_> = found.iter().map(|access| (access.id, access.at)).collect();
    assert_eq!(told, [(record(1), now(3).at), (record(2), now(9).at)]);
    assert!(found.iter().all(|access| access.device == writer(2).device));
    assert_eq!(document.access(record(1)), found.first().cloned());
    assert_eq!(first.touched, Touched::one(RecordRef::Milestone(record(1))));
    assert!(document.milestones().is_empty());
    assert_eq!(document.read().accesses, found);
}

#[test]
fn an_access_is_written_once_and_cannot_be_taken_back() {
    let mut document = document::<ParticipantKind>(1);
    let id = record(1);
    note(&mut document, 1, 0);
    let again = document.command(&C::NoteAccess { id }, now(5));
    assert_eq!(again, Err(CommandError::AlreadyRecorded));
    let by = member(1);
    let reason = "nobody should know".to_owned();
    let void = document.command(&C::VoidMilestone { id, by, reason }, now(5));
    assert_eq!(void, Err(CommandError::NoSuchRecord));
    assert_eq!(document.accesses().len(), 1);
}

/// Whatever another device writes into it later, it stays the first device's.
#[test]
fn writing_over_an_access_leaves_it_with_whom_it_was() {
    let mut mine = document::<ParticipantKind>(1);
    note(&mut mine, 1, 0);
    let mut theirs = ParticipantDocument::load(&mine.save(), session(5)).unwrap();
    let object = theirs.object(&RecordRef::Milestone(record(1))).unwrap();
    let writes = theirs.puts(&object, [("by", FieldValue::Text("somebody else".into()))]);
    let touched = Touched::one(RecordRef::Milestone(record(1)));
    theirs.commit(&writes, touched, now(7)).unwrap().unwrap();
    exchange(&mut mine, &mut theirs);
    assert_eq!(mine.accesses()[0].device, writer(2).device);
}
