use dioxus::prelude::*;
use handrail_engine::api::{CoachingCommand, Command, ConsentCommand, ConsentsView, LocalDate};

use super::{Asking, OnOrder};
use crate::{
    components::{Dialog, FieldKind, FormEnd, TextField},
    forms::Open,
    words::{dates, use_words},
};

/// Why a consent ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// It is taken back.
    Revoked,
    /// Its event or condition has come.
    Came,
}

/// Says what follows, and asks when it was said or came.
#[component]
pub fn EndDialog(
    view: ConsentsView,
    consent: String,
    ending: Ending,
    open: Open<Asking>,
    on_order: OnOrder,
) -> Element {
    let words = use_words();
    let today = view.today;
    let mut day = use_signal(|| today.to_string());
    let mut how = use_signal(String::new);
    let mut wrong_day = use_signal(|| false);
    let relied = view
        .consents
        .iter()
        .find(|one| one.consent.id.to_string() == consent);
    let relied = relied.map(|one| one.relied.clone()).unwrap_or_default();
    let all = view.told.iter().chain(&view.told_earlier);
    let told = all.map(|one| &one.disclosure);
    let told = told.filter(|one| relied.contains(&one.id)).map(|one| {
        let day = dates::full_date(&words, one.on.as_naive());
        format!("{day}: {}", one.recipient)
    });
    let told: Vec<String> = told.collect();
    let (title, follows) = match ending {
        Ending::Revoked => ("consent-revoke", "consent-revoke-words"),
        Ending::Came => ("consent-ended", "consent-ended-words"),
    };
    let submit = move |event: FormEvent| {
        event.prevent_default();
        let on = LocalDate::parse(&day.peek()).ok().filter(|on| *on <= today);
        wrong_day.set(on.is_none());
        let Some(on) = on else { return };
        let (participant, consent) = (view.participant.clone(), consent.clone());
        let words = how.peek().clone();
        let command = match ending {
            Ending::Revoked => ConsentCommand::Revoke {
                participant,
                consent,
                on,
                words,
            },
            Ending::Came => ConsentCommand::Ended {
                participant,
                consent,
                on,
                words,
            },
        };
        on_order.call(Command::Coaching(CoachingCommand::Consent(command)).into());
    };
    let problem = wrong_day()
        .then(|| words.say("invalid-date"))
        .or_else(|| (open.problem)());
    rsx! {
        Dialog { title: words.say(title), testid: "consent-end", on_close: move |()| open.ask(None),
            p { {words.say(follows)} }
            if !told.is_empty() {
                p { class: "strong", {words.say_with("consent-relied", [("count", relied.len().into())])} }
                ul { class: "stack-tight", "data-testid": "consent-end-told",
                    for (index , line) in told.into_iter().enumerate() {
                        li { key: "{index}", "{line}" }
                    }
                }
            }
            form { class: "stack", onsubmit: submit,
                TextField { id: "consent-end-day", label: words.say("consent-end-day"), kind: FieldKind::Date, initial: today.to_string(), testid: "consent-end-day", on_input: move |text| day.set(text) }
                TextField { id: "consent-end-words", label: words.say("consent-end-how"), testid: "consent-end-words", on_input: move |text| how.set(text) }
                FormEnd { problem, testid: "consent-end", on_close: move |()| open.ask(None) }
            }
        }
    }
}
