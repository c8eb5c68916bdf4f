use super::*;
use crate::id::DeviceId;
use crate::role::Role;
use crate::statement::{Statement, in_order};

/// Somebody of a role: member and device have this number.
#[derive(Clone, Copy)]
struct Author(u8, Role);

const CORY: Author = Author(1, Role::Coach);
const DANA: Author = Author(2, Role::VolunteerCoach);
const LEE: Author = Author(3, Role::Lead);
const SAM: Author = Author(4, Role::Supervisor);
const CLINIC: Author = Author(5, Role::ClinicalProvider);

fn id(number: u8) -> RecordId {
    RecordId::from_bytes([number; 16])
}

fn member(author: Author) -> MemberId {
    MemberId::from_bytes([author.0; 16])
}

/// A statement with this number; it was written at that minute.
fn line(
    number: u8,
    author: Author,
    code: &str,
    about: Option<u8>,
    body: &impl Serialize,
) -> (Statement, Author) {
    let statement = Statement {
        id: id(number),
        code: code.to_owned(),
        about: about.map(id),
        device: DeviceId::from_bytes([author.0; 16]),
        at: Timestamp::from_millis(i64::from(number) * 60_000),
        step: u64::from(number),
        body: serde_json::to_string(body).unwrap_or_default(),
    };
    (statement, author)
}

fn said(number: u8, author: Author, words: &str) -> (Statement, Author) {
    let words = words.to_owned();
    line(number, author, SAID, None, &SaidBody { words })
}

fn answer(number: u8, author: Author, to: u8, words: &str) -> (Statement, Author) {
    let words = words.to_owned();
    line(number, author, SAID, Some(to), &SaidBody { words })
}

fn back(number: u8, author: Author, of: u8) -> (Statement, Author) {
    line(number, author, BACK, Some(of), &())
}

fn away(number: u8, author: Author, of: u8, reason: &str) -> (Statement, Author) {
    let reason = reason.to_owned();
    line(number, author, PUT_AWAY, Some(of), &PutAwayBody { reason })
}

/// What stands there, in the order that all devices agree on, whatever came first.
fn stands(lines: &[(Statement, Author)]) -> (Vec<Thread>, Vec<SetAside>) {
    let mut statements: Vec<Statement> = lines.iter().map(|(one, _)| one.clone()).collect();
    in_order(&mut statements);
    let author = |statement: &Statement| {
        let mut all = lines.iter().filter(|(one, _)| one.id == statement.id);
        all.next().map(|(_, author)| *author)
    };
    let all: Vec<Said<'_>> = statements
        .iter()
        .map(|statement| Said {
            statement,
            by: author(statement).map(member),
            role: author(statement).map(|author| author.1),
        })
        .collect();
    threads(&all)
}

fn words(thread: &Thread) -> Vec<&str> {
    thread.messages().map(|one| one.words.as_str()).collect()
}

#[test]
fn s3_16_the_thread_with_the_newest_word_is_first_and_its_answers_are_in_order() {
    let mut lines = vec![
        said(1, CORY, "How do you end a long call?"),
        said(2, SAM, "Training on Friday."),
        answer(3, DANA, 1, "I say when I will call again."),
        answer(4, LEE, 3, "  So do I. "),
    ];
    let (found, aside) = stands(&lines);
    assert!(aside.is_empty());
    assert_eq!(found.len(), 2);
    assert_eq!(
        words(&found[0]),
        [
            "How do you end a long call?",
            "I say when I will call again.",
            "So do I."
        ]
    );
    assert_eq!(found[0].answers[1].by, member(LEE));
    lines.reverse();
    assert_eq!(
        stands(&lines).0,
        found,
        "whatever came first, it is the same"
    );
}

#[test]
fn s3_16_an_own_word_is_taken_back_and_its_answers_stay() {
    let lines = [
        said(1, CORY, "Written in anger."),
        said(2, SAM, "Training on Friday."),
        answer(3, DANA, 1, "It is all right."),
        back(4, CORY, 1),
        back(5, DANA, 3),
    ];
    let (found, aside) = stands(&lines);
    assert!(aside.is_empty());
    // With nothing of it shown any more, it is as old as it began.
    assert_eq!(words(&found[1])[0], "Written in anger.");
    assert_eq!(found[1].first.gone, Some(Gone::TakenBack));
    assert_eq!(found[1].answers[0].gone, Some(Gone::TakenBack));
}

/// As [`stands`], of what several documents hold, in their order.
fn read_as_one(lines: &[(Statement, Author)]) -> (Vec<Thread>, Vec<SetAside>) {
    let said = lines.iter().map(|(statement, author)| Said {
        statement,
        by: Some(member(*author)),
        role: Some(author.1),
    });
    threads(&said.collect::<Vec<_>>())
}

#[test]
fn s3_16_what_somebody_says_under_the_id_of_anothers_word_hides_nothing_and_is_put_away_with_it() {
    let sams = said(1, SAM, "Training on Friday.");
    let danas = said(1, DANA, "It says where somebody lives.");
    for lines in [[danas.clone(), sams.clone()], [sams, danas]] {
        let (found, aside) = read_as_one(&lines);
        assert_eq!((found.len(), aside.len()), (2, 0));
        let (found, aside) = read_as_one(&[&lines[..], &[back(2, SAM, 1)]].concat());
        assert!(aside.is_empty());
        for thread in &found {
            let own = (thread.first.by == member(SAM)).then_some(Gone::TakenBack);
            assert_eq!(thread.first.gone, own);
        }
        let put_away = away(2, LEE, 1, "Not here, please.");
        let (found, _) = read_as_one(&[&lines[..], &[put_away]].concat());
        assert!(found.iter().all(|thread| thread.first.gone.is_some()));
    }
    // Else one of the two would stay, whatever is put away.
    let twice = [said(1, DANA, "One."), said(1, DANA, "Another.")];
    let (found, aside) = read_as_one(&twice);
    assert_eq!((found.len(), aside.len()), (1, 1));
    let nothing = read_as_one(&[away(2, LEE, 1, "Not here, please.")]);
    assert_eq!((nothing.0.len(), nothing.1.len()), (0, 1));
}

#[test]
fn s3_16_nobody_takes_back_what_another_said() {
    for other in [DANA, LEE, SAM, CLINIC] {
        let lines = [said(1, CORY, "Mine."), back(2, other, 1)];
        let (found, aside) = stands(&lines);
        assert_eq!(found[0].first.gone, None, "{:?}", other.1);
        assert_eq!(aside.len(), 1);
        assert_eq!(aside[0].by, Some(member(other)));
    }
}

#[test]
fn s3_16_a_lead_or_supervisor_puts_away_with_a_reason_and_nobody_else() {
    for (author, counts) in [
        (CORY, false),
        (DANA, false),
        (CLINIC, false),
        (LEE, true),
        (SAM, true),
    ] {
        let lines = [
            said(1, CORY, "Mine."),
            away(2, author, 1, " It names somebody. "),
        ];
        let (found, aside) = stands(&lines);
        let gone = counts.then(|| Gone::PutAway {
            by: member(author),
            reason: "It names somebody.".to_owned(),
        });
        assert_eq!(found[0].first.gone, gone, "{:?}", author.1);
        assert_eq!(aside.len(), usize::from(!counts));
    }
    let without = [said(1, CORY, "Mine."), away(2, SAM, 1, "  ")];
    assert_eq!(stands(&without).0[0].first.gone, None);
}

#[test]
fn s3_16_what_became_of_a_message_first_counts() {
    let lines = [
        said(1, CORY, "Mine."),
        away(2, SAM, 1, "It names somebody."),
        back(3, CORY, 1),
    ];
    let (found, aside) = stands(&lines);
    assert!(aside.is_empty());
    assert!(matches!(found[0].first.gone, Some(Gone::PutAway { .. })));
}

#[test]
fn s3_16_what_nobody_may_say_or_nothing_says_or_is_about_nothing_is_set_aside() {
    let long = "x".repeat(WORDS_LIMIT + 1);
    let lines = [
        said(1, CLINIC, "Not mine to say."),
        said(2, CORY, "   "),
        said(3, CORY, &long),
        answer(4, CORY, 9, "To nothing."),
        back(5, CORY, 9),
        line(6, CORY, SAID, None, &7),
    ];
    let (found, aside) = stands(&lines);
    assert!(found.is_empty());
    assert_eq!(aside.len(), lines.len());
}

#[test]
fn s3_16_a_message_is_counted_in_characters_without_the_blanks_around_it() {
    assert!(fits(
        &format!("  {}  ", "ñ".repeat(WORDS_LIMIT)),
        WORDS_LIMIT
    ));
    assert!(!fits(&"ñ".repeat(WORDS_LIMIT + 1), WORDS_LIMIT));
    assert!(fits("a", WORDS_LIMIT) && !fits(" \n ", WORDS_LIMIT));
}
