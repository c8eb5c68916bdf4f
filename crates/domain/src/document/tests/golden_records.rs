//! What is only ever added: events of the access log, and records of who opened, shared, handed
//! over, held and took in. Saved by the version that wrote them first, they must always open and say
//! the same, whatever the program that reads them has become.

use super::shared::*;
use super::*;
use crate::document::agency::AgencyKind;
use crate::document::participant::ParticipantKind;
use crate::encounter::{EncounterChange, Late};
use crate::quantity::Note;
use crate::{Access, Guest};
use AgencyCommand as A;
use ParticipantCommand as P;

const LOG: &[u8] = include_bytes!("golden/agency-log-1.bin");
const LOG_HEAD: &str = "f06471c5f73ad990e0bab8e9c1305a8dd913903a4d2a52781282b4eafcbd446a";
const RECORDS: &[u8] = include_bytes!("golden/records-1.bin");
const RECORDS_HEAD: &str = "590ea3923ff0dd6351e0cefcd773efa728cb6f1ad51ee4ca4a2b1ef05d92cf6c";

/// Every event, in the order of its id.
fn events() -> Vec<Event> {
    vec![
        Event::RosterEntry(7),
        Event::HelpGiven(writer(9).device),
        Event::LogCopied(40),
        Event::KitPrinted,
        Event::RequirementsPrinted,
        Event::RetentionRules(Some("{\n  \"format\": 1\n}".into())),
        Event::RetentionRules(None),
    ]
}

fn agency() -> AgencyDocument {
    let mut document = document::<AgencyKind>(1);
    for (event, number) in events().into_iter().zip(1..) {
        let id = record(number);
        let note = A::Note { id, event };
        document.command(&note, now(i64::from(number))).unwrap();
    }
    document
}

fn guest() -> Guest {
    Guest {
        member: member(4),
        until: now(900).at,
        emergency: true,
        reason: "In the ER, asked for who comes.".into(),
    }
}

fn late() -> Late {
    Late {
        device: writer(9).device,
        item: [5; 32],
        entry: record(77),
        written_at: now(1).at,
    }
}

fn participant() -> ParticipantDocument {
    let mut document = document::<ParticipantKind>(1);
    let reason = |text: &str| text.to_owned();
    let commands = [
        P::NoteAccess { id: record(1) },
        P::LetIn {
            id: record(2),
            guest: guest(),
        },
        P::HandOver {
            id: record(3),
            to: member(2),
            by: member(9),
            reason: reason("Moved to Madison."),
        },
        P::SetHold {
            id: record(4),
            by: member(9),
            reason: reason("Subpoena of May 4."),
        },
        P::LiftHold {
            id: record(5),
            hold: record(4),
            by: member(8),
            reason: reason("The case is closed."),
        },
        P::TakeIn {
            id: record(6),
            facts: facts("Sat with them."),
            late: late(),
        },
    ];
    for (command, minute) in commands.iter().zip(1..) {
        document.command(command, now(minute)).unwrap().unwrap();
    }
    document
}

fn heads<K: Kind>(document: &Document<K>) -> Vec<String> {
    document.heads().iter().map(ToString::to_string).collect()
}

/// Issue 3.9
#[test]
fn the_log_of_the_version_that_wrote_it_first_says_the_same() {
    let opened = AgencyDocument::load(LOG, session(9)).unwrap();
    assert_eq!(heads(&opened), [LOG_HEAD]);
    let log = opened.log();
    let told: Vec<Event> = log.iter().map(|one| one.event.clone()).collect();
    assert_eq!(told, events());
    for (logged, number) in log.iter().zip(1_u8..) {
        assert_eq!(
            (logged.id, logged.device),
            (record(number), writer(2).device)
        );
        assert_eq!(logged.at, now(i64::from(number)).at);
    }
    assert_eq!(heads(&agency()), [LOG_HEAD], "the same is written today");
}

/// The very words that stand in the document: another reading of them is another format.
#[test]
fn events_are_these_words() {
    let document = AgencyDocument::load(LOG, session(9)).unwrap();
    let map = document.root_map(3).unwrap();
    let fields = value::Fields::read(&document.automerge, &map);
    let words: Vec<_> = (1..=7)
        .map(|number| fields.text(&record(number).to_string()).unwrap())
        .collect();
    let device = "09".repeat(16);
    assert_eq!(
        words,
        [
            "roster 7",
            &format!("help {device}"),
            "log-copied 40",
            "kit-printed",
            "requirements-printed",
            "retention-rules {\n  \"format\": 1\n}",
            "retention-rules",
        ]
    );
}

/// Issue 3.9
#[test]
fn records_of_the_version_that_wrote_them_first_say_the_same() {
    let opened = ParticipantDocument::load(RECORDS, session(9)).unwrap();
    assert_eq!(heads(&opened), [RECORDS_HEAD]);
    assert_eq!(heads(&participant()), [RECORDS_HEAD]);
    assert_records(&opened);
}

fn assert_records(document: &ParticipantDocument) {
    let device = writer(2).device;
    let access = |number: u8, guest| Access {
        id: record(number),
        device,
        at: now(i64::from(number)).at,
        guest,
    };
    assert_eq!(
        document.accesses(),
        [access(1, None), access(2, Some(guest()))]
    );
    let hand_overs = document.hand_overs();
    assert_eq!(hand_overs.len(), 1);
    assert_eq!(
        (hand_overs[0].to, hand_overs[0].by),
        (member(2), Some(member(9)))
    );
    assert_eq!(hand_overs[0].reason, "Moved to Madison.");
    let holds = document.holds();
    assert_eq!((holds.len(), holds[0].lifted.len()), (1, 1));
    assert_eq!(holds[0].reason, "Subpoena of May 4.");
    assert_eq!(holds[0].lifted[0].device, device);
    let taken = document.encounter(record(6)).unwrap().late.unwrap();
    assert_eq!(
        (taken.from, taken.by, taken.at),
        (late(), device, now(6).at)
    );
    assert!(document.milestones().is_empty());
}

/// Somebody goes on in an old record with today's program, and somebody with a program of tomorrow:
/// neither changes what the old records say, and what is not known yet stays where it is.
#[test]
fn whoever_goes_on_in_an_old_record_leaves_what_it_says() {
    let mut mine = ParticipantDocument::load(RECORDS, session(5)).unwrap();
    let mut theirs = ParticipantDocument::load(RECORDS, session(6)).unwrap();
    log(&mut mine, record(20), "today");
    let changes = vec![EncounterChange::Note(Note::new("Corrected.").unwrap())];
    let edit = P::EditEncounter {
        id: record(6),
        changes,
    };
    mine.command(&edit, now(30)).unwrap().unwrap();
    // A field and a kind that this program does not know.
    let object = theirs.object(&RecordRef::Encounter(record(6))).unwrap();
    let known = theirs.object(&RecordRef::Milestone(record(2))).unwrap();
    let mut writes = theirs.puts(&object, [("late_seen_by", FieldValue::Number(3))]);
    writes.extend(theirs.puts(&known, [("consent", FieldValue::Text("form 9".into()))]));
    let touched = Touched::one(RecordRef::Encounter(record(6)));
    theirs.commit(&writes, touched, now(31)).unwrap().unwrap();
    exchange(&mut mine, &mut theirs);
    for document in [&mine, &theirs] {
        assert_records(document);
        let object = document.object(&RecordRef::Encounter(record(6))).unwrap();
        let fields = value::Fields::read(&document.automerge, &object);
        assert_eq!(fields.get("late_seen_by").number(), Some(3));
        let object = document.object(&RecordRef::Milestone(record(2))).unwrap();
        let fields = value::Fields::read(&document.automerge, &object);
        assert_eq!(fields.text("consent").as_deref(), Some("form 9"));
    }
}
