use dioxus::prelude::*;

use crate::{
    components::{Button, ButtonLook, Dialog},
    words::use_words,
};

/// The keys and what they do.
#[component]
pub fn KeyHelp(on_close: EventHandler<()>) -> Element {
    let words = use_words();
    let keys = [
        ("/", words.say("keys-search")),
        ("n", words.say("keys-new")),
        ("j", words.say("keys-down")),
        ("k", words.say("keys-up")),
        ("h", words.say("keys-hide")),
        ("?", words.say("keys-help")),
    ];
    rsx! {
        Dialog { title: words.say("keys-title"), testid: "key-help", on_close,
            dl { class: "facts",
                for (key , what) in keys {
                    dt { class: "mono strong", "{key}" }
                    dd { "{what}" }
                }
            }
            div { class: "dialog-actions",
                Button { label: words.say("close"), look: ButtonLook::Main, testid: "key-help-close", on_press: on_close }
            }
        }
    }
}
