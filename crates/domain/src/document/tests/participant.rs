use super::shared::*;
use super::*;
use crate::details::{Detail, ParticipantDetails, SafeContact};
use crate::document::participant::ParticipantKind;
use crate::quantity::TooLong;
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
