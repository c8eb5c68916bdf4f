use dioxus::prelude::*;
use handrail_engine::api::{Export, Language, SayingView, SayingsView, consent::Information};

use super::{
    super::{
        consents::{DisclosureNotice, Handed, covers},
        plan::spoken,
    },
    use_sayings,
};
use crate::{
    ask::Load,
    components::{Absent, Back, Check, ChipRadio, Chips},
    engine_link::use_link,
    routes::LaterRoute,
    session::use_moment,
    words::{Words, dates, labels, language_tag, use_words},
};

/// What a participant wants to say, on a page that they take along. It names no agency and no coach,
/// and what they are afraid of only where they chose so.
#[component]
pub fn SayingPaper(participant: String, saying: String) -> Element {
    let words = use_words();
    let answer = use_sayings(&participant);
    let back = move |()| {
        navigator().push(LaterRoute::Sayings {
            participant: participant.clone(),
        });
    };
    let found = |view: &SayingsView| {
        let mut all = view.sayings.iter();
        all.find(|one| one.id == saying && one.voided.is_none())
            .cloned()
    };
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => match found(&view) {
                    Some(one) => rsx! { Paper { participant: view.participant, name: view.name, language: view.language, one, back } },
                    None => rsx! { Absent { title: words.say("say-title"), page: "saying", why: handrail_engine::api::EngineError::NotFound, back } },
                },
                other => rsx! { Absent { title: words.say("say-title"), page: "saying", why: other.why(), back } },
            }
        }
    }
}

#[component]
fn Paper(
    participant: String,
    name: String,
    language: String,
    one: SayingView,
    back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let print = use_link().device.print;
    let today = use_moment().today();
    let (handed, covered) = (use_signal(|| false), use_signal(|| None));
    let mut chosen = use_signal(|| spoken(&language).unwrap_or(words.language()));
    let mut named = use_signal(|| false);
    let theirs = use_memo(move || Words::of(chosen()))();
    let first = name.split_whitespace().next().unwrap_or_default();
    let afraid = if one.shows_afraid {
        one.afraid.as_str()
    } else {
        ""
    };
    let parts = [
        ("say-words", one.words.as_str()),
        ("say-afraid", afraid),
        ("say-ask", one.ask.as_str()),
    ];
    rsx! {
        div { class: "page", "data-testid": "saying-paper",
            Back { on_press: back }
            div { class: "card stack not-printed",
                Chips { label: words.say("required-language"),
                    for choice in [Language::English, Language::Spanish] {
                        ChipRadio { key: "{choice:?}", group: "saying-language", label: words.say(labels::language(choice)), chosen: chosen() == choice, testid: "saying-{language_tag(choice)}", on_choose: move |()| chosen.set(choice) }
                    }
                }
                Check { label: words.say_with("required-name", [("name", first.to_owned().into())]), checked: named(), testid: "saying-name", on_toggle: move |on| named.set(on) }
                if let Some(print) = print {
                    Handed { participant, information: Information::OwnWords, export: Export::Saying, to: one.to.clone(), on_print: move |()| print(), handed, covered, testid: "saying-print" }
                }
            }
            div { class: "card card-stack paper", lang: language_tag(chosen()), "data-testid": "saying-page",
                h1 { tabindex: "-1", {theirs.say_with("say-paper-to", [("name", one.to.clone().into())])} }
                if named() {
                    p { class: "strong", {theirs.say_with("required-for", [("name", first.to_owned().into())])} }
                }
                for (label , text) in parts.into_iter().filter(|(_, text)| !text.is_empty()) {
                    div { key: "{label}", class: "stack-tight",
                        h2 { class: "small soft", {theirs.say(label)} }
                        p { class: "paper-words keep-lines", "{text}" }
                    }
                }
                if handed() {
                    DisclosureNotice { language: chosen() }
                    {covers(&theirs, covered().as_ref())}
                }
                p { class: "small soft", {theirs.say("say-paper-foot")} }
                p { class: "small soft", {theirs.say_with("required-as-of", [("day", dates::full_date(&theirs, today).into())])} }
            }
        }
    }
}
