use super::shared::*;
use super::*;
use crate::Guest;
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

fn guest(until: i64, reason: &str) -> Guest {
    Guest {
        member: member(7),
        until: now(until).at,
        emergency: true,
        reason: reason.to_owned(),
    }
}

/// Issue 3.3.
#[test]
fn who_was_let_in_stands_in_the_record_with_the_reason_and_cannot_be_taken_back() {
    let mut document = document::<ParticipantKind>(1);
    let let_in = |number: u8, guest: Guest| C::LetIn {
        id: record(number),
        guest,
    };
    let first = guest(60, "  Overdose, no answer from the coach. ");
    document
        .command(&let_in(1, first), now(5))
        .unwrap()
        .unwrap();
    let found = document.access(record(1)).unwrap();
    let told = found.guest.clone().unwrap();
    assert_eq!(told, guest(60, "Overdose, no answer from the coach."));
    assert_eq!(found.device, writer(2).device);
    let void = document.command(
        &C::VoidMilestone {
            id: record(1),
            by: member(1),
            reason: "no".to_owned(),
        },
        now(6),
    );
    assert_eq!(void, Err(CommandError::NoSuchRecord));
    let again = document.command(&let_in(1, guest(90, "again")), now(6));
    assert_eq!(again, Err(CommandError::AlreadyRecorded));
    let without = document.command(&let_in(2, guest(90, " ")), now(6));
    assert_eq!(without, Err(CommandError::ReasonMissing));
    // The end needs none.
    let end = document.command(&let_in(2, guest(7, "")), now(7));
    end.unwrap().unwrap();
    assert_eq!(document.accesses().len(), 2);
}

/// Issue 3.1: a clinical provider notes that they looked, and nothing else.
#[test]
fn who_may_only_look_adds_openings_and_nothing_else() {
    let mut mine = document::<ParticipantKind>(1);
    note(&mut mine, 1, 0);
    let theirs = || ParticipantDocument::load(&mine.save(), session(5)).unwrap();
    let device = writer(6).device;
    let taken = |change: Written| {
        let mut reader = ParticipantDocument::load(&mine.save(), session(9)).unwrap();
        let before = reader.save();
        let taken = reader.apply_openings_from_device(device, &[change.change]);
        let refused = matches!(taken, Err(DocumentError::NotAllowed(0)));
        assert_eq!(refused, reader.save() == before);
        !refused
    };
    assert!(taken(note(&mut theirs(), 2, 1)));

    let id = record(3);
    let forbidden = [
        C::SetDetail(crate::details::Detail::PreferredName(Some("Al".into()))),
        C::AddTag("mine".to_owned()),
        C::LetIn {
            id,
            guest: guest(60, "I let myself in"),
        },
        C::HandOver {
            id,
            to: member(7),
            by: member(7),
            reason: String::new(),
        },
    ];
    for command in forbidden {
        let written = theirs().command(&command, now(1)).unwrap().unwrap();
        assert!(!taken(written), "{command:?}");
    }
    // Over somebody's opening, and one more field beside one of their own.
    let mut over = theirs();
    let object = over.object(&RecordRef::Milestone(record(1))).unwrap();
    for field in ["kind", "by"] {
        let writes = over.puts(&object, [(field, FieldValue::Text("opened".into()))]);
        if writes.is_empty() {
            continue;
        }
        let touched = Touched::one(RecordRef::Milestone(record(1)));
        let written = over.commit(&writes, touched, now(2)).unwrap().unwrap();
        assert!(!taken(written), "{field}");
    }
    let mut more = theirs();
    let map = more.root_map(3).unwrap();
    let fields = vec![
        ("kind", FieldValue::Text("opened".into())),
        ("step", FieldValue::Text("discharge".into())),
    ];
    let key = record(4).to_string();
    let write = crate::document::write::Write::Record { map, key, fields };
    let touched = Touched::one(RecordRef::Milestone(record(4)));
    let written = more.commit(&[write], touched, now(2)).unwrap().unwrap();
    assert!(!taken(written));
    // A record of another kind.
    let mut other = theirs();
    let map = other.root_map(3).unwrap();
    let fields = vec![("kind", FieldValue::Text("discharge".into()))];
    let key = record(5).to_string();
    let write = crate::document::write::Write::Record { map, key, fields };
    let touched = Touched::one(RecordRef::Milestone(record(5)));
    let written = other.commit(&[write], touched, now(2)).unwrap().unwrap();
    assert!(!taken(written));
}
