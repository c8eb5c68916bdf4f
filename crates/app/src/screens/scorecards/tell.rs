use dioxus::prelude::*;
use handrail_engine::api::{Command, ScorecardCommand};

use super::define::Asking;
use crate::{
    components::{Button, ButtonLook, Dialog},
    forms::{Open, PageOrder},
    session::use_shared,
    words::use_words,
};

/// Says what everybody in the agency reads then, before figures are told.
#[component]
pub fn Tell(
    measure: String,
    hides_small: bool,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let asked = use_shared().asked;
    let on_tell = move |()| {
        let measure = measure.clone();
        on_order.call(PageOrder {
            said: "numbers-done",
            ..Command::Scorecard(ScorecardCommand::Tell { measure }).into()
        });
    };
    rsx! {
        Dialog { title: words.say("measure-tell"), testid: "measure-tell-dialog", on_close: move |()| open.ask(None),
            p { {words.say("measure-tell-words")} }
            if hides_small {
                p { class: "soft", {words.say("measure-tell-small")} }
            }
            {asked.refusal(None)}
            div { class: "dialog-actions",
                Button { label: words.say("measure-tell"), look: ButtonLook::Main, busy: asked.waits(), testid: "measure-tell-go", on_press: on_tell }
                Button { label: words.say("cancel"), testid: "measure-tell-cancel", on_press: move |()| open.ask(None) }
            }
        }
    }
}
