//! What belongs to a coach's day: ties between participants, what somebody wants to say, links to
//! resources, and the question who fits.

use super::shared::*;
use super::*;
use crate::document::caseload::CaseloadKind;
use crate::document::participant::ParticipantKind;
use crate::lived::{QuestionChange as Q, Wishes};
use crate::program::{Experience, ExperienceOf};
use crate::resource_link::{LinkOutcome, ResourceLinkField as L};
use crate::saying::{SayingField as S, SayingState};
use crate::tie::TieKind;
use crate::time::LocalDate;
use CaseloadCommand as C;
use ParticipantCommand as P;

const RECORDS: &[u8] = include_bytes!("golden/records-2.bin");
const RECORDS_HEAD: &str = "568002766b8bfc8bb1a71c42fb63be98b3e82cbce0337f5178799033bb916b04";
const QUESTIONS: &[u8] = include_bytes!("golden/questions-1.bin");
const QUESTIONS_HEAD: &str = "bc6ce2c03e7ea35acbb94f8acc4a4956394ceed363ed83e7d872b3439b8f96de";

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap()
}

fn put(document: &mut ParticipantDocument, command: &P, minute: i64) {
    document.command(command, now(minute)).unwrap().unwrap();
}

fn tie(id: u8, mark: u8, kind: TieKind) -> P {
    P::AddTie {
        id: record(id),
        mark: record(mark),
        kind,
        by: member(1),
    }
}

fn saying(fields: Vec<S>) -> P {
    P::AddSaying {
        id: record(2),
        fields,
        by: member(1),
    }
}

fn to_the_clinic() -> Vec<S> {
    vec![
        S::To(" Dr. Example ".into()),
        S::Words("The dose makes me sick in the morning.".into()),
        S::Afraid("That they stop it.".into()),
        S::Ask("Another time of day.".into()),
    ]
}

fn link(fields: Vec<L>) -> P {
    P::AddResourceLink {
        id: record(3),
        fields,
        by: member(1),
    }
}

fn outcome(outcome: Option<LinkOutcome>) -> P {
    P::ChangeResourceLink {
        id: record(3),
        changes: vec![L::Outcome(outcome)],
    }
}

fn participant() -> ParticipantDocument {
    let mut document = document::<ParticipantKind>(1);
    put(&mut document, &tie(1, 9, TieKind::Child), 1);
    put(&mut document, &saying(to_the_clinic()), 2);
    let house = vec![
        L::Resource(Some(record(40))),
        L::Name("Sober house Example".into()),
        L::On(day("2026-02-20")),
    ];
    put(&mut document, &link(house), 3);
    put(&mut document, &outcome(Some(LinkOutcome::TurnedAway)), 4);
    document
}

fn wishes() -> Wishes {
    Wishes {
        experience: vec![Experience::CriminalJustice, Experience::MotherInRecovery],
        of: ExperienceOf::Own,
    }
}

fn question(change: Q) -> C {
    C::ChangeQuestion {
        id: record(5),
        change,
    }
}

fn ask() -> C {
    question(Q::Ask {
        by: member(9),
        wishes: wishes(),
    })
}

fn caseload() -> CaseloadDocument {
    let mut document = document::<CaseloadKind>(1);
    document.command(&ask(), now(1)).unwrap().unwrap();
    let yes = question(Q::Yes(true));
    document.command(&yes, now(2)).unwrap().unwrap();
    document
}

fn heads<K: Kind>(document: &Document<K>) -> Vec<String> {
    document.heads().iter().map(ToString::to_string).collect()
}

#[test]
fn coaching_records_of_the_version_that_wrote_them_first_say_the_same() {
    let opened = ParticipantDocument::load(RECORDS, session(9)).unwrap();
    assert_eq!(heads(&opened), [RECORDS_HEAD]);
    assert_eq!(heads(&participant()), [RECORDS_HEAD]);
    assert_eq!(opened.read(), participant().read());
    let [tie] = opened.ties().try_into().unwrap();
    assert_eq!((tie.mark, tie.kind), (record(9), TieKind::Child));
    let [saying] = opened.sayings().try_into().unwrap();
    assert_eq!(saying.to, "Dr. Example");
    let [link] = opened.resource_links().try_into().unwrap();
    assert_eq!(link.outcome, Some(LinkOutcome::TurnedAway));
    let opened = CaseloadDocument::load(QUESTIONS, session(9)).unwrap();
    assert_eq!(heads(&opened), [QUESTIONS_HEAD]);
    assert_eq!(heads(&caseload()), [QUESTIONS_HEAD]);
    assert_eq!(opened.questions(), caseload().questions());
}

#[test]
fn s2_10_a_tie_says_what_the_other_is_and_not_who_and_is_taken_away_with_a_reason() {
    let mut document = participant();
    assert!(
        document
            .command(&tie(4, 9, TieKind::Parent), now(9))
            .is_err(),
        "a mark stands in a record once"
    );
    let away = P::VoidMilestone {
        id: record(1),
        by: member(2),
        reason: "Another family.".into(),
    };
    put(&mut document, &away, 10);
    let [gone] = document.ties().try_into().unwrap();
    assert_eq!(gone.void.unwrap().reason, "Another family.");
    // No other list takes any of it for its own.
    let read = document.read();
    assert!(read.milestones.is_empty() && read.plan.is_empty() && read.around.is_empty());
    for kind in TieKind::ALL {
        let back = kind.seen_from_the_other().seen_from_the_other();
        assert_eq!(*kind, back);
    }
    assert_eq!(TieKind::Parent.seen_from_the_other(), TieKind::Child);
}

#[test]
fn s4_9_what_somebody_wants_to_say_keeps_their_words_and_their_fear_to_themselves() {
    let mut document = document::<ParticipantKind>(1);
    let nobody = saying(vec![S::Words("Hello.".into())]);
    assert_eq!(
        document.command(&nobody, now(1)),
        Err(CommandError::NameMissing)
    );
    let nothing = saying(vec![S::To("Dr. Example".into()), S::Ask("Help.".into())]);
    assert_eq!(
        document.command(&nothing, now(1)),
        Err(CommandError::WordsMissing)
    );
    put(&mut document, &saying(to_the_clinic()), 2);
    assert!(!document.sayings()[0].shows_afraid, "unless they say so");
    let change = |changes: Vec<S>| P::ChangeSaying {
        id: record(2),
        changes,
    };
    let mut other = ParticipantDocument::load(&document.save(), session(5)).unwrap();
    put(&mut document, &change(vec![S::ShowsAfraid(true)]), 3);
    assert!(document.sayings()[0].shows_afraid);
    // Of two who say it at once, the one who keeps it back counts.
    put(&mut other, &change(vec![S::ShowsAfraid(false)]), 3);
    exchange(&mut document, &mut other);
    assert!(!document.sayings()[0].shows_afraid && !other.sayings()[0].shows_afraid);
    let said = change(vec![S::State(SayingState::Said)]);
    put(&mut document, &said, 60 * 24);
    let said = document.saying(record(2)).unwrap();
    assert_eq!(
        (said.state, said.since),
        (SayingState::Said, day("2026-03-02"))
    );
}

#[test]
fn s2_3_a_link_says_what_came_of_it_and_of_two_who_disagree_nobody_knows() {
    let mut document = document::<ParticipantKind>(1);
    let name = L::Name("Sober house Example".into());
    let ahead = link(vec![name.clone(), L::On(day("2026-03-02"))]);
    assert_eq!(document.command(&ahead, now(0)), Err(CommandError::NotYet));
    put(&mut document, &link(vec![name]), 0);
    assert_eq!(document.resource_links()[0].on, day("2026-03-01"));
    let mut other = ParticipantDocument::load(&document.save(), session(5)).unwrap();
    put(&mut document, &outcome(Some(LinkOutcome::Went)), 5);
    put(&mut other, &outcome(Some(LinkOutcome::DidNotGo)), 5);
    let first = document.resource_link(record(3)).unwrap();
    assert_eq!(
        (first.outcome, first.outcome_day),
        (Some(LinkOutcome::Went), Some(day("2026-03-01")))
    );
    exchange(&mut document, &mut other);
    for document in [&document, &other] {
        let [link] = document.resource_links().try_into().unwrap();
        assert_eq!(link.outcome, Some(LinkOutcome::NoWord));
        assert_eq!(document.conflicts().len(), 1, "and both are shown");
    }
}

#[test]
fn s0_4_a_question_says_what_is_asked_and_a_yes_and_a_yes_is_taken_back() {
    let mut document = caseload();
    let [asked] = document.questions().try_into().unwrap();
    assert_eq!((asked.wishes, asked.by), (wishes(), member(9)));
    assert!(asked.yes && !asked.over);
    assert_eq!(
        document.command(&ask(), now(3)),
        Err(CommandError::AlreadyRecorded)
    );
    let mut other = CaseloadDocument::load(&document.save(), session(5)).unwrap();
    let later = now(60 * 24 * 15);
    let no = question(Q::Yes(false));
    other.command(&no, later).unwrap().unwrap();
    let again = question(Q::Yes(true));
    assert_eq!(
        other.command(&again, later),
        Err(CommandError::Voided),
        "nobody is asked any more"
    );
    exchange(&mut document, &mut other);
    assert!(!document.questions()[0].yes);
    let over = question(Q::Over);
    document.command(&over, now(9)).unwrap().unwrap();
    assert!(!document.questions()[0].is_open(now(10)));
}

/// A coach whose devices say different things at once has not said yes.
#[test]
fn s0_4_a_yes_that_another_device_takes_back_at_once_is_none() {
    let mut document = caseload();
    let mut other = CaseloadDocument::load(&document.save(), session(5)).unwrap();
    let (no, yes) = (question(Q::Yes(false)), question(Q::Yes(true)));
    document.command(&no, now(3)).unwrap().unwrap();
    other.command(&no, now(3)).unwrap().unwrap();
    other.command(&yes, now(4)).unwrap().unwrap();
    exchange(&mut document, &mut other);
    assert!(!document.questions()[0].yes && !other.questions()[0].yes);
}

/// What a newer version wishes is not understood, and so not put to anybody here.
#[test]
fn s2_7_a_wish_of_a_newer_version_is_not_answered() {
    let mut document = document::<CaseloadKind>(1);
    let object = document.root_map(0).unwrap();
    let asked = |experience: &str| {
        let text = format!("1\n5\n{}\nown\n{experience}", member(9));
        [(format!("fits:{}:asked", record(5)), FieldValue::Text(text))]
    };
    for (experience, count) in [("trauma levitation", 0), ("trauma", 1)] {
        let writes = document.puts(&object, asked(experience));
        let touched = Touched::one(RecordRef::Caseload);
        document.commit(&writes, touched, now(1)).unwrap();
        assert_eq!(document.questions().len(), count, "{experience}");
    }
}
