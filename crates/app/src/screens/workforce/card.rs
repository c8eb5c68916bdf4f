//! A card about a coach for participants, in words that the coach approved (S2-25).

use dioxus::prelude::*;
use handrail_engine::api::{
    Card, CoachCardView, Language, WorkforceCommand, WorkforceQuery, WorkforceReply,
};

use super::{PersonPage, leave, order, use_workforce};
use crate::{
    ask::Load,
    components::{
        Absent, Button, ButtonLook, ChipRadio, Chips, FormDialog, IconName, TextArea, TextField,
    },
    engine_link::use_link,
    forms::{Open, PageOrder, use_dialogs, use_form, use_put_aside, use_sending},
    session::use_moment,
    words::{
        Words,
        dates::{self, Moment},
        labels, language_tag, use_words,
    },
};

/// The page asks for other words.
#[derive(Debug, Clone, PartialEq)]
struct Asking;

/// The card of a coach; `me` for one's own.
#[component]
pub fn CoachCard(person: String) -> Element {
    let words = use_words();
    let moment = use_moment();
    let (asked, whom) = (person.clone(), person.clone());
    let answer = use_workforce(move || WorkforceQuery::Card {
        person: asked.clone(),
    });
    let (open, on_order) = use_dialogs::<Asking>();
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(WorkforceReply::Card(view)) => rsx! {
                    Content { person: person.clone(), view: (*view).clone(), moment, open, on_order }
                    if (open.asking)().is_some() {
                        CardForm { view: *view, open, on_order }
                    }
                },
                other => rsx! {
                    Absent { title: words.say("coach-card-title"), page: "card", why: other.why(), back: move |()| leave(&whom) }
                },
            }
        }
    }
}

/// The page as rendered from the engine's view.
#[component]
fn Content(
    person: String,
    view: CoachCardView,
    moment: Moment,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let link = use_link();
    let print = link.device.print;
    let mut chosen = use_signal(|| words.language());
    let label = match (view.own, view.card.is_some()) {
        (true, true) => "coach-card-change",
        (true, false) => "coach-card-write",
        (false, _) => "coach-card-suggest",
    };
    let approving = view.waits.clone();
    rsx! {
        PersonPage { person, name: view.name.clone(), own_title: "coach-card-own", title: "coach-card-of", here: "coach-card-title", testid: "card",
            p { class: "soft not-printed", {words.say(if view.own { "coach-card-words-own" } else { "coach-card-words" })} }
            if let Some(waits) = &view.waits {
                div { class: "card card-stack not-printed", "data-testid": "coach-card-waits",
                    p { class: "strong", {words.say(if view.own { "coach-card-waits-own" } else { "coach-card-waits" })} }
                    {face(&words, waits, words.language())}
                    if view.own {
                        Button {
                            label: words.say("coach-card-approve"),
                            icon: IconName::Check,
                            look: ButtonLook::Main,
                            testid: "coach-card-approve",
                            on_press: move |()| {
                                if let Some(card) = approving.clone() {
                                    on_order.call(order(WorkforceCommand::Card(card)));
                                }
                            },
                        }
                    }
                }
            }
            if view.own || view.may_suggest {
                Button { label: words.say(label), look: ButtonLook::Plain, testid: "coach-card-write", on_press: move |()| open.ask(Some(Asking)) }
            }
            if let Some(card) = &view.card {
                div { class: "card card-stack not-printed",
                    Chips { label: words.say("required-language"),
                        for language in [Language::English, Language::Spanish] {
                            ChipRadio { key: "{language:?}", group: "coach-card-language", label: words.say(labels::language(language)), chosen: chosen() == language, testid: "coach-card-{language_tag(language)}", on_choose: move |()| chosen.set(language) }
                        }
                    }
                    if let Some(print) = print {
                        Button { label: words.say("required-print"), icon: IconName::Print, look: ButtonLook::Plain, testid: "coach-card-print", on_press: move |()| print() }
                    }
                }
                div { class: "card card-stack paper", lang: language_tag(chosen()), "data-testid": "coach-card-page",
                    {face(&Words::of(chosen()), card, chosen())}
                }
                if let Some(at) = view.approved_at {
                    p { class: "small soft not-printed", {words.say_with("coach-card-approved", [("name", view.name.clone().into()), ("when", dates::day_and_time(&words, &moment, at).into())])} }
                }
            } else {
                p { "data-testid": "coach-card-none", {words.say("coach-card-none")} }
            }
        }
    }
}

/// What a participant reads: in the language that was chosen, or else in the other.
fn face(words: &Words, card: &Card, language: Language) -> Element {
    let said = match language {
        Language::Spanish if !card.spanish.trim().is_empty() => &card.spanish,
        Language::English if card.english.trim().is_empty() => &card.spanish,
        _ => &card.english,
    };
    rsx! {
        h2 { "{card.name}" }
        p { class: "paper-words keep-lines", "{said}" }
        if !card.languages.trim().is_empty() {
            p { {words.say_with("coach-card-speaks", [("languages", card.languages.clone().into())])} }
        }
    }
}

/// Words for a card: the coach's own, or a suggestion to them.
#[component]
fn CardForm(view: CoachCardView, open: Open<Asking>, on_order: EventHandler<PageOrder>) -> Element {
    let words = use_words();
    let known = view.card.clone().or(view.waits.clone());
    let form = use_form(format!("card:{}", view.member), || {
        known.unwrap_or(view.blank)
    });
    let mut typed = form.typed;
    let sending = use_sending(open, on_order);
    let put_aside = use_put_aside(&form, open);
    let draft = form.draft.clone();
    let submit = move |()| {
        let card = typed.peek().clone();
        let has_words = [&card.english, &card.spanish]
            .iter()
            .any(|text| !text.trim().is_empty());
        let is_whole = has_words && !card.name.trim().is_empty();
        let said = is_whole.then(|| PageOrder {
            draft: Some(draft.clone()),
            ..order(WorkforceCommand::Card(card))
        });
        sending.send(said.ok_or("coach-card-missing"));
    };
    let problem = sending.shown(&words);
    if !(form.ready)() {
        return rsx! {};
    }
    let initial = typed.peek().clone();
    rsx! {
        FormDialog { title: words.say(if view.own { "coach-card-write" } else { "coach-card-suggest" }), testid: "coach-card", problem, on_submit: submit, on_close: put_aside,
            p { {words.say("coach-card-form-words")} }
            TextField { id: "coach-card-name", label: words.say("coach-card-name"), initial: initial.name.clone(), testid: "coach-card-name", on_input: move |text| typed.write().name = text }
            TextArea { id: "coach-card-english", label: words.say("coach-card-english"), initial: initial.english.clone(), testid: "coach-card-english", on_input: move |text| typed.write().english = text }
            TextArea { id: "coach-card-spanish", label: words.say("coach-card-spanish"), initial: initial.spanish.clone(), testid: "coach-card-spanish", on_input: move |text| typed.write().spanish = text }
            TextField { id: "coach-card-languages", label: words.say("coach-card-languages"), initial: initial.languages.clone(), testid: "coach-card-languages", on_input: move |text| typed.write().languages = text }
        }
    }
}
