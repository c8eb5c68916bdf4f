//! Crisis numbers: without unlocking, without a network, on every build
//! (S0-29, S0-30, S0-32).

mod edit;
mod line_form;

use dioxus::prelude::*;
use handrail_engine::api::{CrisisCardView, Query, Reply, Topic};

pub use edit::CrisisEdit;

use crate::{
    ask::{Load, use_view},
    components::{Button, ButtonLook, Go, Icon, IconName, LinkButton, Notice, Page},
    crisis_pack::{self, CrisisCard, CrisisEntryView},
    routes::{LaterRoute, Route},
    screens::on_call::Reach,
    words::{dates, use_words},
};

/// The crisis numbers inside of the open app.
#[component]
pub fn Crisis() -> Element {
    rsx! {
        CrisisPage { inside: true, on_back: move |()| { navigator().push(Route::More {}); },
            Reach {}
        }
    }
}

/// The agency's own card, as it is on this device, open or locked.
fn use_own() -> Signal<Load<CrisisCardView>> {
    use_view(
        &[Topic::Team, Topic::Settings],
        || Query::CrisisCard,
        |reply| match reply {
            Reply::CrisisCard(view) => Some(*view),
            _ => None,
        },
    )
}

/// The crisis numbers: those of the app at once, and the agency's own as soon as the device says that
/// it has some.
#[component]
pub fn CrisisPage(
    /// The app is open.
    #[props(default)]
    inside: bool,
    on_back: EventHandler<()>,
    /// What stands above the numbers.
    #[props(default)]
    children: Element,
) -> Element {
    let words = use_words();
    let language = words.language();
    let known = match use_own()() {
        Load::Ready(view) => Some(view),
        Load::Waiting | Load::Failed(_) => None,
    };
    let may_change = inside && known.as_ref().is_some_and(|view| view.may_change);
    let own = known.and_then(|view| view.own);
    let card = use_memo(use_reactive!(|language, own| crisis_pack::card(
        language,
        own.as_deref()
    )));
    rsx! {
        Page { title: words.say("crisis-title"), testid: "crisis", back: on_back,
            {children}
            match card() {
                Some(card) => rsx! { CrisisList { card } },
                None => rsx! {
                    p { {words.say("crisis-call-911")} }
                    LinkButton { label: "911", href: "tel:911", icon: IconName::Phone, look: ButtonLook::Danger, large: true }
                },
            }
            if may_change {
                Go { to: LaterRoute::CrisisEdit {}, class: "button button-quiet", testid: "crisis-change",
                    Icon { name: IconName::Edit }
                    span { {words.say("crisis-change")} }
                }
            }
        }
    }
}

/// All numbers; tap to dial or text.
#[component]
fn CrisisList(card: CrisisCard) -> Element {
    let words = use_words();
    let day = dates::full_date(&words, card.valid_from);
    let said = if card.own {
        words.say_with("crisis-own", [("day", day.into())])
    } else {
        let version = card.version.into();
        words.say_with(
            "crisis-version",
            [("version", version), ("day", day.into())],
        )
    };
    rsx! {
        Notice { p { class: "keep-lines", "{card.scope}" } }
        ul { class: "crisis",
            for (place , entry) in card.entries.into_iter().enumerate() {
                CrisisRow { key: "{place}-{entry.id}", entry }
            }
        }
        p { class: "small soft", "{said}" }
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
