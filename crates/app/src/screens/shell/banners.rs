use dioxus::prelude::*;

use crate::{
    components::{Button, ButtonLook, Notice, NoticeTone},
    drafts::use_drafts,
    engine_link::use_link,
    session::use_shared,
    words::use_words,
};

/// How often the update looks whether every draft is kept.
const LOOK_AGAIN_MS: u64 = 50;

/// A new version waits. It starts only when asked, and only when every
/// half-written form is kept.
#[component]
pub fn Banners() -> Element {
    let words = use_words();
    let link = use_link();
    let drafts = use_drafts();
    let mut shared = use_shared();
    let mut busy = use_signal(|| false);
    let apply = move |()| {
        busy.set(true);
        let (device, drafts) = (link.device.clone(), drafts.clone());
        spawn(async move {
            while !drafts.is_idle() {
                (device.sleep)(LOOK_AGAIN_MS).await;
            }
            (device.apply_update)();
        });
    };
    if !(shared.update_ready)() {
        return rsx! {};
    }
    rsx! {
        div { class: "banners",
            div { class: "banner",
                Notice { tone: NoticeTone::Info, testid: "update-ready",
                    p { role: "status", {words.say("update-ready")} }
                    div { class: "wrap",
                        Button { label: words.say("update-apply"), look: ButtonLook::Main, busy: busy(), testid: "update-apply", on_press: apply }
                        Button { label: words.say("update-later"), look: ButtonLook::Quiet, testid: "update-later", on_press: move |()| shared.update_ready.set(false) }
                    }
                }
            }
        }
    }
}
