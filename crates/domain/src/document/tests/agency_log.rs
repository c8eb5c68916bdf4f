use super::shared::*;
use super::*;
use crate::document::agency::AgencyKind;
use AgencyCommand as C;

fn note(document: &mut AgencyDocument, number: u8, event: Event, minute: i64) -> Written {
    let command = C::Note {
        id: record(number),
        event,
    };
    document.command(&command, now(minute)).unwrap().unwrap()
}

/// Issue 3.9
#[test]
fn every_event_says_which_device_wrote_it_and_when() {
    let mut document = document::<AgencyKind>(1);
    let events = [
        Event::RosterEntry(7),
        Event::HelpGiven(writer(9).device),
        Event::LogCopied(40),
        Event::KitPrinted,
        Event::RequirementsPrinted,
        Event::CalendarSaved(3),
        Event::FiguresSaved(24),
        Event::BillSaved(5),
        Event::PayrollSaved(7),
        Event::SayingPrinted,
        Event::CardMade,
        Event::RetentionRules(Some("{\n  \"format\": 1\n}".into())),
        Event::RetentionRules(None),
    ];
    for (event, number) in events.clone().into_iter().zip(1..) {
        note(&mut document, number, event, i64::from(number));
    }
    let log = document.log();
    let told: Vec<_> = log
        .iter()
        .map(|one| (one.id, one.event.clone(), one.at))
        .collect();
    let wanted: Vec<_> = events
        .into_iter()
        .zip(1..)
        .map(|(event, number)| (record(number), event, now(i64::from(number)).at))
        .collect();
    assert_eq!(told, wanted);
    assert!(log.iter().all(|one| one.device == writer(2).device));
    // An event is no program, and disagrees with nothing.
    let read = document.read();
    assert!(read.programs.is_empty() && read.conflicts.is_empty());
}

#[test]
fn an_event_is_written_once_and_its_id_is_no_programs() {
    let mut document = document::<AgencyKind>(1);
    note(&mut document, 1, Event::KitPrinted, 1);
    let id = record(1);
    let event = Event::LogCopied(1);
    let again = C::Note {
        id,
        event: event.clone(),
    };
    let again = document.command(&again, now(2));
    assert_eq!(again, Err(CommandError::AlreadyRecorded));
    let rename = C::RenameProgram {
        id,
        name: "Nothing happened".into(),
    };
    let renamed = document.command(&rename, now(2));
    assert_eq!(renamed, Err(CommandError::NoSuchRecord));
    let id = record(2);
    let name = "Coming home".into();
    document
        .command(&C::AddProgram { id, name }, now(3))
        .unwrap();
    let over = document.command(&C::Note { id, event }, now(4));
    assert_eq!(over, Err(CommandError::AlreadyRecorded));
    assert_eq!(document.log().len(), 1);
}

/// Whatever a changed program writes over it later, it stays what it was and whose it was.
#[test]
fn writing_over_an_event_takes_nothing_back() {
    let mut mine = document::<AgencyKind>(1);
    note(&mut mine, 1, Event::LogCopied(400), 1);
    let before = mine.log();
    let mut theirs = AgencyDocument::load(&mine.save(), session(5)).unwrap();
    let object = theirs.root_map(3).unwrap();
    for value in [
        FieldValue::Text("log-copied 1".into()),
        FieldValue::Nothing,
        FieldValue::Flag(true),
    ] {
        let writes = theirs.puts(&object, [(record(1).to_string(), value)]);
        let touched = Touched::one(RecordRef::Program(record(1)));
        theirs.commit(&writes, touched, now(7)).unwrap().unwrap();
    }
    exchange(&mut mine, &mut theirs);
    assert_eq!(mine.log(), before);
    assert_eq!(theirs.log(), before);
}

#[test]
fn events_of_two_devices_meet_and_those_of_later_versions_are_passed_over() {
    let mut one = document::<AgencyKind>(1);
    let mut two = document::<AgencyKind>(2);
    note(&mut one, 1, Event::RosterEntry(1), 1);
    note(&mut two, 2, Event::RosterEntry(2), 2);
    for text in ["moon 3", "roster x", "kit-printed 2", "", "help 00"] {
        let object = two.root_map(3).unwrap();
        let key = RecordId::new(now(9).at, &mut ChaCha8Rng::seed_from_u64(text.len() as u64));
        let writes = two.puts(&object, [(key.to_string(), FieldValue::Text(text.into()))]);
        let touched = Touched::one(RecordRef::Program(key));
        two.commit(&writes, touched, now(7)).unwrap().unwrap();
    }
    exchange(&mut one, &mut two);
    for document in [&one, &two] {
        let mut devices: Vec<_> = document.log().iter().map(|one| one.device).collect();
        devices.sort();
        assert_eq!(devices, [writer(2).device, writer(3).device]);
    }
}

/// Issue 3.8: the rules that hold are the same on every device, whatever its clock says.
#[test]
fn of_rules_that_were_set_the_newest_is_the_same_on_every_device() {
    let mut one = document::<AgencyKind>(1);
    let rules = |text: &str| Event::RetentionRules(Some(text.to_owned()));
    let first = note(&mut one, 9, rules("first"), 50);
    let mut two = document::<AgencyKind>(2);
    two.apply_changes(&[first.change]).unwrap();
    // Its clock is behind, and it had seen the first.
    let second = note(&mut two, 3, Event::RetentionRules(None), 2);
    one.apply_changes(&[second.change]).unwrap();
    let newest = |document: &AgencyDocument| {
        let all = document.retention_rules().into_iter();
        all.map(|logged| logged.event).collect::<Vec<_>>()
    };
    assert_eq!(newest(&one), [Event::RetentionRules(None), rules("first")]);
    // At once, without having seen each other.
    let mine = note(&mut one, 5, rules("mine"), 60);
    let theirs = note(&mut two, 6, rules("theirs"), 10);
    one.apply_changes(&[theirs.change]).unwrap();
    two.apply_changes(&[mine.change]).unwrap();
    assert_eq!(newest(&one), newest(&two));
    assert_eq!(newest(&one)[0], rules("theirs"));
}
