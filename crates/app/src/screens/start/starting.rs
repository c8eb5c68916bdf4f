use dioxus::prelude::*;

use crate::{components::Skeleton, words::use_words};

/// The engine is opening its files. Nothing shows before 300 ms are over.
#[component]
pub fn Starting() -> Element {
    let words = use_words();
    rsx! {
        main { class: "gate", "data-testid": "starting",
            h1 { class: "only-read", {words.say("app-name")} }
            div { class: "gate-box", Skeleton { words: words.say("starting") } }
        }
    }
}
