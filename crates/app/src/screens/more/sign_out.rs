use dioxus::prelude::*;
use handrail_engine::api::UnlockedView;

use crate::{
    components::{Button, ButtonLook, Dialog, IconName, Notice, NoticeTone, Section, TextField},
    session::use_shared,
    words::{Words, use_words},
};

/// Signing out: this person's copy goes from this device, and nobody else's.
/// Where something would be lost with it, the agency's name is typed.
#[component]
pub fn SignOut(
    unlocked: UnlockedView,
    last_administrator: bool,
    on_erase: EventHandler<String>,
) -> Element {
    let words = use_words();
    let shared = use_shared();
    let asked = shared.asked;
    let mut asking = use_signal(|| false);
    let mut typed = use_signal(String::new);
    let sample = unlocked.sample;
    let waiting = shared.sync.read().as_ref().map_or(0, |sync| sync.waiting);
    let loss = loss(&words, &unlocked, waiting, last_administrator);
    let (label, line) = if sample {
        ("erase-sample", "erase-sample-words")
    } else {
        ("erase-device", "erase-device-words")
    };
    let by_name = loss.is_some();
    rsx! {
        Section { title: words.say(if sample { "settings-erase" } else { "settings-sign-out" }),
            p { class: "soft", {words.say(line)} }
            Button { label: words.say(label), icon: IconName::Erase, look: ButtonLook::Plain, testid: "erase", on_press: move |()| asking.set(true) }
        }
        if asking() {
            Dialog { title: words.say(label), testid: "erase-dialog", on_close: move |()| asking.set(false),
                p { {words.say(line)} }
                form {
                    class: "stack",
                    onsubmit: move |event| {
                        event.prevent_default();
                        on_erase.call(if by_name { typed.peek().trim().to_owned() } else { String::new() });
                    },
                    if let Some(loss) = &loss {
                        Notice { tone: NoticeTone::Attention, testid: "erase-loss", p { "{loss}" } }
                        TextField { id: "erase-name", label: words.say_with("erase-type-name", [("agency", unlocked.agency_name.clone().into())]), required: true, testid: "erase-name", on_input: move |text| typed.set(text) }
                    } else if !sample {
                        p { {words.say("erase-all-sent")} }
                    }
                    {asked.refusal(None)}
                    div { class: "dialog-actions",
                        Button { label: words.say("erase-go"), look: ButtonLook::Plain, submit: true, busy: asked.waits(), testid: "erase-go" }
                        Button { label: words.say("cancel"), look: ButtonLook::Main, testid: "erase-cancel", on_press: move |()| asking.set(false) }
                    }
                }
            }
        }
    }
}

/// What would be lost; the engine decides by the same.
fn loss(
    words: &Words,
    unlocked: &UnlockedView,
    waiting: u32,
    last_administrator: bool,
) -> Option<String> {
    if unlocked.sample {
        None
    } else if unlocked.local_only {
        Some(words.say("erase-local-only"))
    } else if waiting > 0 {
        Some(words.say_with("erase-unsent", [("count", waiting.into())]))
    } else {
        last_administrator.then(|| words.say("erase-last"))
    }
}
