use dioxus::prelude::*;
use handrail_engine::api::{
    CoachingCommand, Command, ConsentCommand, ConsentsView, LocalDate, Timestamp,
};

use super::{Asking, OnOrder};
use crate::{
    components::{Dialog, FieldKind, FormEnd, TextField},
    forms::{Open, use_sending},
    session::use_moment,
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
    // What is said now is said at this hour; of an earlier day somebody has to know it.
    let moment = use_moment();
    let opened = use_hook(|| moment.clock_now());
    let hour_now = opened.clone();
    let mut time = use_signal(|| None::<String>);
    let mut how = use_signal(String::new);
    let sending = use_sending(open, on_order);
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
        let Some(on) = on else {
            return sending.send(Err("invalid-date"));
        };
        let hour = match time.peek().clone() {
            Some(hour) => hour,
            None if on == today => opened.clone(),
            None => String::new(),
        };
        let at = moment.instant_of(&day.peek(), &hour);
        let may_lack = on < today && hour.trim().is_empty();
        if at.is_none() && !may_lack {
            return sending.send(Err("invalid-time"));
        }
        let at = at.map(Timestamp::from_millis);
        let (participant, consent) = (view.participant.clone(), consent.clone());
        let words = how.peek().clone();
        let command = match ending {
            Ending::Revoked => ConsentCommand::Revoke {
                participant,
                consent,
                on,
                at,
                words,
            },
            Ending::Came => ConsentCommand::Ended {
                participant,
                consent,
                on,
                at,
                words,
            },
        };
        let order = Command::Coaching(CoachingCommand::Consent(command));
        sending.send(Ok(order.into()));
    };
    let problem = sending.shown(&words);
    let is_today = move |text: &str| LocalDate::parse(text).ok() == Some(today);
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
                TextField { id: "consent-end-day", label: words.say("consent-end-day"), kind: FieldKind::Date, initial: today.to_string(), testid: "consent-end-day", on_input: move |text: String| {
                    if is_today(&text) != is_today(&day.peek()) {
                        time.set(None);
                    }
                    day.set(text);
                } }
                if is_today(&day.read()) {
                    TextField { id: "consent-end-time", label: words.say("consent-end-time"), kind: FieldKind::Time, initial: hour_now, testid: "consent-end-time", on_input: move |text| time.set(Some(text)) }
                } else {
                    TextField { id: "consent-end-time", label: words.say("consent-end-time"), hint: words.say("consent-end-time-hint"), kind: FieldKind::Time, testid: "consent-end-time", on_input: move |text| time.set(Some(text)) }
                }
                TextField { id: "consent-end-words", label: words.say("consent-end-how"), testid: "consent-end-words", on_input: move |text| how.set(text) }
                FormEnd { problem, testid: "consent-end", on_close: move |()| open.ask(None) }
            }
        }
    }
}
