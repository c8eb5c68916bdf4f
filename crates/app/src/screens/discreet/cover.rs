use dioxus::prelude::*;
use handrail_engine::api::Command;

use crate::{
    components::{Icon, IconName},
    drafts::use_drafts,
    engine_link::use_link,
    session::{use_moment, use_shared},
    words::{dates, use_words},
};

/// How often it looks whether every draft is kept.
const LOOK_AGAIN_MS: u64 = 50;

/// Covers the screen at once, then locks the device when every half-written form is kept.
pub fn use_hide() -> EventHandler<()> {
    let link = use_link();
    let drafts = use_drafts();
    let mut shared = use_shared();
    use_callback(move |()| {
        shared.covered.set(true);
        let (link, drafts) = (link.clone(), drafts.clone());
        dioxus::core::spawn_forever(async move {
            while !drafts.is_idle() {
                (link.device.sleep)(LOOK_AGAIN_MS).await;
            }
            if let Ok(reply) = link.order(Command::Lock).await {
                shared.arrived(&link, reply);
            }
        });
    })
}

/// One tap from everywhere.
#[component]
pub fn HideButton(on_press: EventHandler<()>) -> Element {
    let words = use_words();
    rsx! {
        button {
            class: "hide-button",
            r#type: "button",
            title: words.say("hide-now"),
            "aria-label": words.say("hide-now"),
            "data-testid": "hide-now",
            onclick: move |_| on_press.call(()),
            Icon { name: IconName::Hide }
        }
    }
}

/// A clock and nothing else. A touch leads back to where the device stands: to the lock.
#[component]
pub fn Cover() -> Element {
    let words = use_words();
    let moment = use_moment();
    let mut shared = use_shared();
    rsx! {
        main { class: "cover", "data-testid": "cover",
            h1 { class: "cover-time", {dates::time(&words, &moment, moment.at)} }
            button {
                class: "cover-back",
                r#type: "button",
                "data-testid": "cover-back",
                onclick: move |_| shared.covered.set(false),
                {words.say("cover-back")}
            }
        }
    }
}
