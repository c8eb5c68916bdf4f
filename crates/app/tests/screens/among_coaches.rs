//! Coaches talk among themselves (S3-16).

use handrail_engine::api::{
    CoachSpaceCommand, CoachingCommand, Command, EngineError, Language, MESSAGE_LIMIT, Query,
    Reply, Role,
};

use crate::live::{Live, orders, refuse};
use crate::sample::{self, coach_space};
use crate::shown;
use crate::stage::{Canned, app, open};

const PATH: &str = "/more/coaches";

fn canned(role: Role, answer: fn(&Query) -> Option<Reply>) -> Canned {
    Canned {
        session: sample::as_role(role),
        answer,
    }
}

fn as_coach() -> Canned {
    canned(Role::Coach, sample::answer)
}

fn as_supervisor() -> Canned {
    canned(Role::Supervisor, coach_space::answer_supervisor)
}

/// What was ordered here, but that it was looked at.
fn talk_orders() -> Vec<CoachSpaceCommand> {
    let all = orders().into_iter().filter_map(|command| match command {
        Command::Coaching(CoachingCommand::CoachSpace(command)) => Some(command),
        _ => None,
    });
    all.filter(|command| !matches!(command, CoachSpaceCommand::Looked { .. }))
        .collect()
}

fn saying(words: &str, answers: Option<&str>, anyway: bool) -> CoachSpaceCommand {
    CoachSpaceCommand::Say {
        words: words.to_owned(),
        answers: answers.map(str::to_owned),
        anyway,
    }
}

#[test]
fn s3_16_the_newest_word_is_first_under_its_day_and_answers_stand_under_their_message() {
    let html = open(PATH, Language::English);
    for text in [
        "Coaches and supervisors of this agency read this.",
        "People read this who may not read their record.",
        "Theo Lindqvist",
        "Thu, Nov 19, 5:38 pm",
        "I say when I will call again, and then I do.",
        "Taken back",
        "Put away by Ana Whitfield: It says where somebody lives.",
        "Answers to Theo Lindqvist",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    let place = |text: &str| html.find(text).unwrap_or_default();
    let order = [
        place("<h2>Today"),
        place("How do you end a call"),
        place("I say when"),
        place("Bring it to supervision"),
        place("<h2>Yesterday"),
        place("Put away by"),
    ];
    assert!(0 < order[0] && order.is_sorted(), "{order:?}");
    assert_eq!(html.matches(">New<").count(), 1);
    // One's own is taken back, another's is not, and a coach puts nothing away.
    assert_eq!(html.matches("data-testid=\"coaches-back\"").count(), 1);
    assert!(!html.contains("coaches-away"));
    let more = open("/more", Language::English);
    assert!(more.contains("more-coaches") && more.contains("href=\"/more/coaches\""));
    assert!(more.contains("coaches-news") && more.contains(">New<"));
    let spanish = open(PATH, Language::Spanish);
    assert!(shown(
        &spanish,
        "Lo leen los coaches y supervisores de esta agencia."
    ));
}

#[test]
fn s3_16_the_menu_marks_what_came_since_one_looked_and_nothing_else() {
    let looked = canned(Role::Coach, |query| match query {
        Query::CoachSpace => {
            let mut view = coach_space::view();
            for thread in &mut view.threads {
                thread.first.is_new = false;
                for answer in &mut thread.answers {
                    answer.is_new = false;
                }
            }
            Some(Reply::CoachSpace(Box::new(view)))
        }
        other => sample::answer(other),
    });
    let more = app("/more", Language::English, true, looked);
    assert!(more.contains("more-coaches") && !more.contains("coaches-news"));
    let more = app("/more", Language::Spanish, true, as_coach());
    assert!(more.contains("coaches-news") && shown(&more, "Nuevo"));
}

#[test]
fn s3_16_it_is_begun_by_an_administrator_with_one_tap_and_others_read_who_can() {
    let coach = canned(Role::Coach, coach_space::nothing_begun);
    let html = app(PATH, Language::English, true, coach);
    assert!(shown(&html, "An administrator of your agency can begin it"));
    assert!(!html.contains("coaches-begin\"") && !html.contains("coaches-words"));
    let mut page = Live::open(
        PATH,
        canned(Role::Supervisor, |query| match query {
            Query::CoachSpace => {
                let mut view = coach_space::not_begun();
                view.may_begin = true;
                Some(Reply::CoachSpace(Box::new(view)))
            }
            other => sample::answer(other),
        }),
    );
    page.tap("coaches-begin");
    assert_eq!(talk_orders(), [CoachSpaceCommand::Open]);
    let waiting = canned(Role::Coach, |query| match query {
        Query::CoachSpace => {
            let mut view = coach_space::not_begun();
            view.waits = true;
            Some(Reply::CoachSpace(Box::new(view)))
        }
        other => sample::answer(other),
    });
    let html = app(PATH, Language::English, true, waiting);
    assert!(html.contains("coaches-wait") && !html.contains("coaches-words"));
    let manager = canned(Role::ProgramManager, sample::answer);
    let more = app("/more", Language::English, true, manager);
    assert!(!more.contains("more-coaches"), "it is not theirs");
}

#[test]
fn s3_16_what_names_somebody_is_asked_about_once_and_said_only_when_told_to() {
    let mut page = Live::open(PATH, as_coach());
    assert!(talk_orders().is_empty());
    page.put("coaches-words", "input", "  I drove Ray to the clinic. ");
    page.submit("coaches-save");
    let words = "I drove Ray to the clinic.";
    assert_eq!(talk_orders(), [saying(words, None, false)]);
    let html = page.html();
    for text in [
        "It seems to name: Ray Nguyen.",
        "Who reads this does not read their record",
    ] {
        assert!(shown(&html, text), "{text}");
    }
    page.tap("coaches-named-change");
    assert!(!page.html().contains("coaches-named"));
    assert!(talk_orders().is_empty(), "nothing was said");
    page.submit("coaches-save");
    page.tap("coaches-named-anyway");
    assert_eq!(
        talk_orders(),
        [saying(words, None, false), saying(words, None, true)]
    );
    assert!(!page.html().contains("coaches-named"));
    page.put("coaches-words", "input", "Somebody, and no name.");
    page.submit("coaches-save");
    assert_eq!(
        talk_orders(),
        [saying("Somebody, and no name.", None, false)]
    );
}

#[test]
fn s3_16_what_cannot_be_said_is_told_and_nothing_is_lost() {
    let mut page = Live::open(PATH, as_coach());
    page.submit("coaches-save");
    assert!(shown(&page.html(), "Write something first."));
    let long = "ñ".repeat(MESSAGE_LIMIT + 3);
    page.put("coaches-words", "input", &long);
    page.submit("coaches-save");
    assert!(shown(
        &page.html(),
        "At most 2000 characters: this has 3 too many. Nothing is lost."
    ));
    assert!(talk_orders().is_empty());
    page.put("coaches-words", "input", "Short.");
    refuse(Some(EngineError::StorageFull));
    page.submit("coaches-save");
    assert!(page.html().contains("field-error"));
    assert_eq!(talk_orders(), [saying("Short.", None, false)]);
    refuse(None);
    page.submit("coaches-save");
    assert_eq!(
        talk_orders(),
        [saying("Short.", None, false)],
        "it was still there"
    );
    page.submit("coaches-save");
    assert!(talk_orders().is_empty(), "said once, the field is empty");
}

#[test]
fn s3_16_an_answer_is_written_under_its_message_and_an_own_word_is_taken_back_when_asked() {
    let mut page = Live::open(PATH, as_coach());
    let places = page.html().matches("coaches-answer-open").count();
    assert_eq!(places, 1, "what is gone is not answered");
    page.tap("coaches-answer-open");
    page.put("coaches-answer-words", "input", "I see.");
    page.submit("coaches-answer-save");
    assert_eq!(talk_orders(), [saying("I see.", Some("m1"), false)]);
    assert!(
        !page.html().contains("coaches-answer-words"),
        "it is closed"
    );
    page.tap("coaches-back");
    assert!(talk_orders().is_empty(), "it is asked first");
    page.tap("coaches-back-save");
    let message = "m2".to_owned();
    assert_eq!(talk_orders(), [CoachSpaceCommand::TakeBack { message }]);
}

#[test]
fn s3_16_a_supervisor_puts_away_with_a_reason_and_reads_what_was_set_aside() {
    let mut page = Live::open(PATH, as_supervisor());
    let html = page.html();
    assert_eq!(html.matches("data-testid=\"coaches-away\"").count(), 3);
    assert!(html.contains("coaches-aside"));
    page.tap("coaches-away");
    page.submit("reason-submit");
    assert!(talk_orders().is_empty(), "it needs a reason");
    page.put("reason", "input", "It names somebody.");
    page.submit("reason-submit");
    let ordered = talk_orders();
    let [CoachSpaceCommand::PutAway { reason, .. }] = ordered.as_slice() else {
        panic!("nothing was put away");
    };
    assert_eq!(reason, "It names somebody.");
}

#[test]
fn s3_16_what_is_shown_counts_as_looked_at_once() {
    let page = Live::open(PATH, as_coach());
    let looked: Vec<Command> = orders();
    let mark = coach_space::view().mark;
    let expected = CoachSpaceCommand::Looked { mark };
    assert_eq!(
        looked,
        [Command::Coaching(CoachingCommand::CoachSpace(expected))]
    );
    assert!(page.html().contains(">New<"), "as long as the page is open");
}
