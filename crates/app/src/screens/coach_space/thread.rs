use std::collections::BTreeSet;

use chrono::NaiveDate;
use dioxus::prelude::*;
use handrail_engine::api::{GoneView, MessageView, ThreadView};

use super::{Asking, Write};
use crate::{
    components::{Button, ButtonLook, Mark, MarkTone},
    forms::Open,
    session::use_moment,
    words::{
        Words,
        dates::{self, Moment},
        use_words,
    },
};

/// A message, its answers indented under it, and a field to answer.
#[component]
pub fn Thread(
    thread: ThreadView,
    /// Under whose heading it stands.
    day: NaiveDate,
    fresh: Signal<BTreeSet<String>>,
    answering: Signal<Option<String>>,
    open: Open<Asking>,
) -> Element {
    let words = use_words();
    let moment = use_moment();
    let mut answering = answering;
    let id = thread.first.id.clone();
    let is_answered = answering.read().as_deref() == Some(id.as_str());
    let to = id.clone();
    let mut all = std::iter::once(&thread.first).chain(&thread.answers);
    let is_shown = all.any(|message| message.gone.is_none());
    let is_new = |message: &MessageView| fresh.read().contains(&message.id);
    rsx! {
        article { class: "card card-stack", "data-testid": "coaches-thread",
            {message(&words, &moment, &thread.first, (day, is_new(&thread.first)), open)}
            if !thread.answers.is_empty() {
                ul { class: "talk-answers", "aria-label": words.say_with("coaches-answers-to", [("name", thread.first.by.clone().into())]),
                    for answer in &thread.answers {
                        li { key: "{answer.id}", class: "stack-tight", "data-testid": "coaches-answer",
                            {message(&words, &moment, answer, (day, is_new(answer)), open)}
                        }
                    }
                }
            }
            if is_answered {
                Write { key: "{id}", answers: Some(id.clone()), on_close: move |()| answering.set(None) }
            } else if is_shown {
                Button {
                    label: words.say("coaches-answer"),
                    spoken: words.say_with("coaches-answer-to", [("name", thread.first.by.clone().into())]),
                    look: ButtonLook::Quiet,
                    testid: "coaches-answer-open",
                    on_press: move |()| answering.set(Some(to.clone())),
                }
            }
        }
    }
}

/// Who said it and when, what, or why it is not shown any more, and what this member may do about it.
fn message(
    words: &Words,
    moment: &Moment,
    message: &MessageView,
    (day, is_new): (NaiveDate, bool),
    open: Open<Asking>,
) -> Element {
    let when = if moment.local(message.at).0 == day {
        dates::time(words, moment, message.at)
    } else {
        dates::day_and_time(words, moment, message.at)
    };
    let gone = message.gone.as_ref().map(|gone| match gone {
        GoneView::TakenBack => words.say("coaches-taken-back"),
        GoneView::PutAway { by, reason } => {
            let with = [("by", by.clone().into()), ("reason", reason.clone().into())];
            words.say_with("coaches-put-away", with)
        }
    });
    let (back, away) = (message.id.clone(), message.id.clone());
    rsx! {
        div { class: "stack-tight", "data-testid": "coaches-message",
            div { class: "talk-head",
                span { class: "strong", "{message.by}" }
                span { class: "small soft", {dates::alone(when.clone())} }
                if is_new {
                    Mark { words: words.say("coaches-new"), tone: MarkTone::Primary }
                }
            }
            match gone {
                Some(gone) => rsx! { p { class: "soft talk-words", "{gone}" } },
                None => rsx! { p { class: "talk-words", "{message.words}" } },
            }
            if message.may_take_back {
                Button {
                    label: words.say("coaches-back"),
                    spoken: words.say_with("coaches-back-of", [("when", when.clone().into())]),
                    look: ButtonLook::Quiet,
                    testid: "coaches-back",
                    on_press: move |()| open.ask(Some(Asking::TakeBack(back.clone()))),
                }
            }
            if message.may_put_away {
                Button {
                    label: words.say("coaches-away"),
                    spoken: words.say_with("coaches-away-of", [("name", message.by.clone().into()), ("when", when.clone().into())]),
                    look: ButtonLook::Quiet,
                    testid: "coaches-away",
                    on_press: move |()| open.ask(Some(Asking::PutAway(away.clone()))),
                }
            }
        }
    }
}
