use dioxus::prelude::*;
use handrail_engine::api::{Command, EngineError};

use crate::{
    components::{Button, ButtonLook, Dialog, FieldKind, IconName, Notice, NoticeTone, TextField},
    engine_link::use_link,
    session::use_shared,
    toast::Toast,
    words::{errors, use_words},
};

/// What is typed to change the passphrase.
#[derive(Debug, Clone, PartialEq, Default)]
struct Typed {
    current: String,
    new: String,
    again: String,
}

/// Another passphrase for this device: the one in use is asked first.
#[component]
pub fn ChangePassphrase(passkey: bool, on_changed: EventHandler<()>) -> Element {
    let words = use_words();
    let mut asking = use_signal(|| false);
    rsx! {
        div { class: "stack-tight",
            p { class: "soft", {words.say("passphrase-change-words")} }
            Button { label: words.say("passphrase-change"), icon: IconName::Lock, look: ButtonLook::Plain, testid: "passphrase-change", on_press: move |()| asking.set(true) }
        }
        if asking() {
            ChangeDialog {
                passkey,
                on_close: move |()| asking.set(false),
                on_changed: move |()| {
                    asking.set(false);
                    on_changed.call(());
                },
            }
        }
    }
}

#[component]
fn ChangeDialog(
    passkey: bool,
    on_close: EventHandler<()>,
    on_changed: EventHandler<()>,
) -> Element {
    let words = use_words();
    let link = use_link();
    let mut shared = use_shared();
    let mut typed = use_signal(Typed::default);
    let mut attempts = use_signal(|| 0_u32);
    let mut busy = use_signal(|| false);
    let mut error = use_signal(|| None::<String>);
    let said = words.clone();
    let mut submit = move || {
        if busy() {
            return;
        }
        let Typed {
            current,
            new,
            again,
        } = typed.peek().clone();
        if new != again {
            error.set(Some(said.say("error-passphrases-differ")));
            return;
        }
        busy.set(true);
        error.set(None);
        let order = link.order(Command::ChangePassphrase { current, new });
        let words = said.clone();
        spawn(async move {
            let result = order.await;
            busy.set(false);
            match result {
                Ok(_) => {
                    shared.toast.set(Some(Toast {
                        words: words.say("passphrase-changed"),
                        undo: None,
                    }));
                    on_changed.call(());
                }
                Err(problem) => {
                    if matches!(problem, EngineError::WrongPassphrase { .. }) {
                        typed.write().current = String::new();
                        attempts += 1;
                    }
                    error.set(Some(errors::error_text(&words, &problem)));
                }
            }
        });
    };
    rsx! {
        Dialog { title: words.say("passphrase-change"), testid: "passphrase-dialog", on_close,
            form {
                class: "stack",
                onsubmit: move |event| {
                    event.prevent_default();
                    submit();
                },
                // The field empties with each wrong try.
                for attempt in [attempts()] {
                    TextField {
                        key: "{attempt}",
                        id: "passphrase-current",
                        label: words.say("passphrase-current"),
                        kind: FieldKind::Passphrase,
                        required: true,
                        testid: "passphrase-current",
                        on_input: move |text| typed.write().current = text,
                    }
                }
                TextField { id: "passphrase-new", label: words.say("passphrase-new"), hint: words.say("new-passphrase-hint"), kind: FieldKind::NewPassphrase, required: true, testid: "passphrase-new", on_input: move |text| typed.write().new = text }
                TextField { id: "passphrase-again", label: words.say("again-passphrase"), kind: FieldKind::NewPassphrase, required: true, testid: "passphrase-again", on_input: move |text| typed.write().again = text }
                if passkey {
                    p { class: "small", {words.say("passphrase-drops-passkey")} }
                }
                if let Some(error) = error() {
                    Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { "{error}" } }
                }
                div { class: "dialog-actions",
                    Button { label: words.say(if busy() { "passphrase-busy" } else { "passphrase-change" }), look: ButtonLook::Main, submit: true, busy: busy(), testid: "passphrase-go" }
                    Button { label: words.say("cancel"), look: ButtonLook::Plain, testid: "passphrase-cancel", on_press: move |()| on_close.call(()) }
                }
            }
        }
    }
}
