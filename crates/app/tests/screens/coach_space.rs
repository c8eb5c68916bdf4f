//! What coaches say among themselves, made up.

use handrail_engine::api::{
    CoachSpaceCommand, CoachSpaceView, CoachingCommand, Command, GoneView, MessageView, Query,
    Reply, SetAsideView, ThreadView,
};

use crate::stage::NOW;

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

fn message(id: &str, by: &str, at: i64, words: &str) -> MessageView {
    MessageView {
        id: id.to_owned(),
        by: by.to_owned(),
        at,
        words: words.to_owned(),
        gone: None,
        is_new: false,
        may_take_back: by == "Marisol Reyes",
        may_put_away: false,
    }
}

fn gone(id: &str, by: &str, at: i64, gone: GoneView) -> MessageView {
    MessageView {
        gone: Some(gone),
        may_take_back: false,
        ..message(id, by, at, "")
    }
}

/// Two days of talk, as a coach reads it.
pub fn view() -> CoachSpaceView {
    let long_call = ThreadView {
        first: message(
            "m1",
            "Theo Lindqvist",
            NOW - 2 * DAY,
            "How do you end a call that has gone on for an hour?\nI never know how.",
        ),
        answers: vec![
            message(
                "m2",
                "Marisol Reyes",
                NOW - DAY,
                "I say when I will call again, and then I do.",
            ),
            gone("m3", "Devon Blake", NOW - DAY + HOUR, GoneView::TakenBack),
            MessageView {
                is_new: true,
                ..message(
                    "m4",
                    "Ana Whitfield",
                    NOW - HOUR,
                    "Bring it to supervision, too: we look at it together.",
                )
            },
        ],
        last_at: NOW - HOUR,
    };
    let put_away = ThreadView {
        first: gone(
            "m5",
            "Devon Blake",
            NOW - DAY,
            GoneView::PutAway {
                by: "Ana Whitfield".to_owned(),
                reason: "It says where somebody lives.".to_owned(),
            },
        ),
        answers: Vec::new(),
        last_at: NOW - DAY,
    };
    CoachSpaceView {
        is_open: true,
        waits: false,
        may_begin: false,
        threads: vec![long_call, put_away],
        aside: Vec::new(),
        mark: vec![("d1".repeat(16), 7)],
    }
}

/// The same as a supervisor reads it.
pub fn for_supervisor() -> CoachSpaceView {
    let mut view = view();
    for thread in &mut view.threads {
        for one in std::iter::once(&mut thread.first).chain(&mut thread.answers) {
            one.may_take_back = false;
            one.may_put_away = one.gone.is_none();
        }
    }
    view.aside = vec![SetAsideView {
        name: String::new(),
        deed: "among_coaches".to_owned(),
        by: "Devon Blake".to_owned(),
        at: NOW - HOUR,
    }];
    view
}

/// Nobody has begun it.
pub fn not_begun() -> CoachSpaceView {
    CoachSpaceView {
        is_open: false,
        threads: Vec::new(),
        ..view()
    }
}

/// Answers of an agency whose coaches have not begun to talk.
pub fn nothing_begun(query: &Query) -> Option<Reply> {
    match query {
        Query::CoachSpace => Some(Reply::CoachSpace(Box::new(not_begun()))),
        other => super::answer(other),
    }
}

/// Answers to a supervisor.
pub fn answer_supervisor(query: &Query) -> Option<Reply> {
    match query {
        Query::CoachSpace => Some(Reply::CoachSpace(Box::new(for_supervisor()))),
        other => super::answer(other),
    }
}

/// What comes back to something that is said: whom it names, where it names Ray.
pub fn said(command: &Command) -> Option<Reply> {
    match command {
        Command::Coaching(CoachingCommand::CoachSpace(CoachSpaceCommand::Say {
            words,
            anyway,
            ..
        })) => Some(Reply::NamesFound(if words.contains("Ray") && !anyway {
            vec!["Ray Nguyen".to_owned()]
        } else {
            Vec::new()
        })),
        _ => None,
    }
}
