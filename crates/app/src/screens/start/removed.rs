use dioxus::prelude::*;
use handrail_engine::api::{Command, RemovedView, SessionView};

use super::GatePage;
use crate::{
    components::{Button, ButtonLook, Notice, NoticeTone},
    engine_link::use_link,
    session::use_shared,
    words::use_words,
};

/// Somebody's records on this device were wiped, for it was taken out.
#[component]
pub fn Removed() -> Element {
    let link = use_link();
    let shared = use_shared();
    let view = match &*shared.session.read() {
        SessionView::Removed(view) => view.clone(),
        _ => return rsx! {},
    };
    let profile = view.profile;
    rsx! {
        RemovedContent {
            view,
            on_read: move |()| {
                let order = link.order(Command::AcknowledgeRemoval { profile });
                let link = link.clone();
                dioxus::core::spawn_forever(async move {
                    if let Ok(reply) = order.await {
                        shared.arrived(&link, reply);
                    }
                });
            },
        }
    }
}

/// Says what happened, what became of what was written, and whom to ask.
#[component]
pub fn RemovedContent(view: RemovedView, on_read: EventHandler<()>) -> Element {
    let words = use_words();
    let who = if view.nickname.is_empty() {
        words.say_with("lock-person", [("number", view.profile.into())])
    } else {
        view.nickname
    };
    rsx! {
        GatePage { testid: "removed", brand: words.say("removed-title"),
            p { {words.say("removed-words")} }
            if view.others {
                p { class: "strong", {words.say_with("removed-whose", [("name", who.into())])} }
            }
            p { {words.say("removed-kept")} }
            if view.left_behind > 0 {
                Notice { tone: NoticeTone::Attention, testid: "removed-left", p { {words.say_with("removed-left", [("count", view.left_behind.into())])} } }
            }
            if view.carried > 0 {
                Notice { tone: NoticeTone::Info, testid: "removed-carried", p { {words.say_with("removed-carried", [("count", view.carried.into())])} } }
            }
            p { class: "strong", {words.say("removed-ask")} }
            Button { label: words.say("removed-read"), look: ButtonLook::Main, wide: true, large: true, testid: "removed-read", on_press: on_read }
        }
    }
}
