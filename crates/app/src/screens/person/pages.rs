//! What pages of a participant's record have in common: the way back to it, and what can be done with an
//! entry on them.

use dioxus::prelude::*;
use handrail_engine::api::Command;

use super::reason_dialog::ReasonDialog;
use crate::{
    components::{Button, ButtonLook, IconName},
    forms::PageOrder,
    routes::Route,
    words::use_words,
};

/// Leads back to a participant's record.
pub fn use_back_to(participant: &str) -> Callback<()> {
    let participant = participant.to_owned();
    use_callback(move |()| {
        navigator().push(Route::Person {
            participant: participant.clone(),
        });
    })
}

/// Under the form of an entry: what it said before, and that it does not belong there.
#[component]
pub fn EntryTools(
    testid: &'static str,
    on_history: EventHandler<()>,
    on_void: EventHandler<()>,
) -> Element {
    let words = use_words();
    rsx! {
        div { class: "wrap",
            Button { label: words.say("plan-history"), icon: IconName::Clock, look: ButtonLook::Quiet, testid: "{testid}-history", on_press: on_history }
            Button { label: words.say("entry-void"), look: ButtonLook::Quiet, testid: "{testid}-void", on_press: on_void }
        }
    }
}

/// Asks why an entry does not belong there, for good.
#[component]
pub fn VoidEntry(
    participant: String,
    entry: String,
    on_order: EventHandler<PageOrder>,
    on_close: EventHandler<()>,
) -> Element {
    let words = use_words();
    rsx! {
        ReasonDialog {
            title: words.say("void-title"),
            words: words.say("void-words-for-good"),
            on_close,
            on_reason: move |reason| {
                let (participant, milestone) = (participant.clone(), entry.clone());
                on_order.call(Command::VoidMilestone { participant, milestone, reason }.into());
            },
        }
    }
}
