use dioxus::prelude::*;

use crate::{
    components::{Button, ButtonLook, Dialog, TextField},
    session::use_shared,
    words::use_words,
};

/// Asks why something is not valid any more; it stays readable.
#[component]
pub fn ReasonDialog(
    title: String,
    words: String,
    /// On the button; that it is not valid, where nothing else is said.
    #[props(default)]
    submit: Option<String>,
    on_close: EventHandler<()>,
    on_reason: EventHandler<String>,
) -> Element {
    let say = use_words();
    let asked = use_shared().asked;
    let mut reason = use_signal(String::new);
    let mut missing = use_signal(|| false);
    rsx! {
        Dialog { title, testid: "reason-dialog", on_close,
            p { "{words}" }
            form {
                class: "stack",
                // The app's own words say what is missing, in its language.
                novalidate: true,
                onsubmit: move |event| {
                    event.prevent_default();
                    let typed = reason.peek().trim().to_owned();
                    if typed.is_empty() {
                        missing.set(true);
                    } else {
                        on_reason.call(typed);
                    }
                },
                TextField { id: "reason", label: say.say("reason-label"), required: true, error: missing().then(|| say.say("invalid-reason")), testid: "reason", on_input: move |text| reason.set(text) }
                {asked.refusal(None)}
                div { class: "dialog-actions",
                    Button { label: submit.unwrap_or_else(|| say.say("reason-submit")), look: ButtonLook::Main, submit: true, busy: asked.waits(), testid: "reason-submit" }
                    Button { label: say.say("cancel"), testid: "reason-cancel", on_press: on_close }
                }
            }
        }
    }
}
