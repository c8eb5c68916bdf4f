use dioxus::prelude::*;

use super::{Button, ButtonLook, Dialog};
use crate::{session::use_shared, words::use_words};

/// A form in a dialog. `save` stands on its button in place of "Save"; its names for tests begin with
/// `testid`.
#[component]
pub fn FormDialog(
    title: String,
    testid: &'static str,
    #[props(default)] problem: Option<String>,
    #[props(default)] save: Option<String>,
    on_submit: EventHandler<()>,
    on_close: EventHandler<()>,
    children: Element,
) -> Element {
    let submit = move |event: FormEvent| {
        event.prevent_default();
        on_submit.call(());
    };
    rsx! {
        Dialog { title, testid: "{testid}-form", on_close,
            form { class: "stack", onsubmit: submit,
                {children}
                FormEnd { problem, save, testid, on_close }
            }
        }
    }
}

/// The end of a form in a dialog: what is wrong with it or why it was refused, and its two buttons. The
/// first of them waits while the answer does.
/// `save` stands on the first of them in place of "Save"; their names for tests begin with `testid`.
#[component]
pub fn FormEnd(
    #[props(default)] problem: Option<String>,
    #[props(default)] save: Option<String>,
    testid: &'static str,
    on_close: EventHandler<()>,
) -> Element {
    let words = use_words();
    let asked = use_shared().asked;
    rsx! {
        {asked.refusal(problem)}
        div { class: "dialog-actions",
            Button { label: save.unwrap_or_else(|| words.say("save")), look: ButtonLook::Main, submit: true, busy: asked.waits(), testid: "{testid}-save" }
            Button { label: words.say("cancel"), testid: "{testid}-cancel", on_press: on_close }
        }
    }
}
