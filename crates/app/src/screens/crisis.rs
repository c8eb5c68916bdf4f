//! Crisis numbers: without unlocking, without a network, on every build
//! (S0-29, S0-30, S0-32).

use dioxus::prelude::*;

use crate::{
    components::{Button, ButtonLook, IconName, LinkButton, Notice, Page},
    crisis_pack::{CrisisCard, CrisisEntryView, built_in},
    routes::Route,
    words::{dates, use_words},
};

/// The crisis numbers inside of the open app.
#[component]
pub fn Crisis() -> Element {
    rsx! {
        CrisisPage { on_back: move |()| { navigator().push(Route::More {}); } }
    }
}

/// The crisis numbers of the built-in data pack.
#[component]
pub fn CrisisPage(on_back: EventHandler<()>) -> Element {
    let words = use_words();
    let language = words.language();
    let card = use_memo(use_reactive!(|language| built_in(language)));
    match card() {
        Some(card) => rsx! { CrisisContent { card, on_back } },
        None => rsx! {
            Page { title: words.say("crisis-title"), testid: "crisis", back: on_back,
                p { {words.say("crisis-call-911")} }
                LinkButton { label: "911", href: "tel:911", icon: IconName::Phone, look: ButtonLook::Danger, large: true }
            }
        },
    }
}

/// All numbers; tap to dial or text.
#[component]
pub fn CrisisContent(card: CrisisCard, on_back: EventHandler<()>) -> Element {
    let words = use_words();
    rsx! {
        Page { title: words.say("crisis-title"), testid: "crisis", back: on_back,
            Notice { p { "{card.scope}" } }
            ul { class: "crisis",
                for entry in card.entries {
                    CrisisRow { key: "{entry.id}", entry }
                }
            }
            p { class: "small soft", {words.say_with("crisis-version", [("version", card.version.into()), ("day", dates::full_date(&words, card.valid_from).into())])} }
        }
    }
}

#[component]
fn CrisisRow(entry: CrisisEntryView) -> Element {
    let words = use_words();
    let urgent = entry.call.as_deref() == Some("911");
    let look = if urgent {
        ButtonLook::Danger
    } else {
        ButtonLook::Main
    };
    let mut saved_source = use_signal(|| false);
    rsx! {
        li { class: "card crisis-card", "data-testid": "crisis-{entry.id}",
            div {
                h2 { "{entry.name}" }
                p { class: "soft", "{entry.about}" }
            }
            if let Some(shown) = &entry.call_shown {
                p { class: "crisis-number", "{shown}" }
            }
            if !entry.prompts.is_empty() {
                ul { class: "stack-tight",
                    for prompt in &entry.prompts {
                        li { "{prompt}" }
                    }
                }
            }
            div { class: "crisis-actions",
                if let Some(call) = &entry.call {
                    LinkButton {
                        label: words.say("call"),
                        spoken: words.say_with("crisis-call", [("name", entry.name.clone().into()), ("number", entry.call_shown.clone().unwrap_or_default().into())]),
                        href: "tel:{call}",
                        icon: IconName::Phone,
                        look,
                        large: true,
                        testid: "crisis-call-{entry.id}",
                    }
                }
                if let Some(text) = &entry.text {
                    LinkButton {
                        label: text.words(&words),
                        href: text.href(),
                        icon: IconName::Message,
                        look: ButtonLook::Plain,
                        large: true,
                        testid: "crisis-text-{entry.id}",
                    }
                }
                if let Some(chat) = &entry.chat {
                    LinkButton {
                        label: words.say("crisis-chat"),
                        spoken: words.say_with("crisis-chat-with", [("name", entry.name.clone().into())]),
                        href: chat.clone(),
                        outside: true,
                        look: ButtonLook::Plain,
                        large: true,
                    }
                }
            }
            p { class: "small soft",
                if let Some(day) = entry.checked_on {
                    {words.say_with("crisis-checked", [("day", dates::full_date(&words, day).into())])}
                } else {
                    {words.say("crisis-unchecked")}
                }
            }
            Button {
                label: words.say("crisis-source"),
                look: ButtonLook::Quiet,
                spoken: words.say_with("crisis-source-of", [("name", entry.name.clone().into())]),
                on_press: move |()| saved_source.toggle(),
            }
            if saved_source() {
                p { class: "small soft mono", "{entry.source}" }
            }
        }
    }
}
