use dioxus::prelude::*;
use handrail_engine::api::Command;

use crate::{
    components::{Button, ButtonLook, Dialog, FieldKind, IconName, Notice, NoticeTone, TextField},
    engine_link::use_link,
    forms::use_trying,
    session::use_shared,
    toast::Toast,
    words::use_words,
};

/// The new passphrase, as it is typed.
#[derive(Debug, Clone, PartialEq, Default)]
struct Typed {
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
    let mut trying = use_trying();
    let mut typed = use_signal(Typed::default);
    let said = words.clone();
    let mut submit = move || {
        if (trying.busy)() {
            return;
        }
        let Typed { new, again } = typed.peek().clone();
        if new != again {
            let differ = said.say("error-passphrases-differ");
            return trying.error.set(Some(differ));
        }
        trying.begin();
        let current = trying.secret.peek().clone();
        let order = link.order(Command::ChangePassphrase { current, new });
        let words = said.clone();
        spawn(async move {
            let result = order.await;
            trying.busy.set(false);
            match result {
                Ok(_) => {
                    shared.toast.set(Some(Toast {
                        words: words.say("passphrase-changed"),
                        undo: None,
                    }));
                    on_changed.call(());
                }
                Err(problem) => trying.refuse(&words, &problem),
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
                for attempt in [(trying.wrong)()] {
                    TextField {
                        key: "{attempt}",
                        id: "passphrase-current",
                        label: words.say("passphrase-current"),
                        kind: FieldKind::Passphrase,
                        required: true,
                        testid: "passphrase-current",
                        on_input: move |text| trying.secret.set(text),
                    }
                }
                TextField { id: "passphrase-new", label: words.say("passphrase-new"), hint: words.say("new-passphrase-hint"), kind: FieldKind::NewPassphrase, required: true, testid: "passphrase-new", on_input: move |text| typed.write().new = text }
                TextField { id: "passphrase-again", label: words.say("again-passphrase"), kind: FieldKind::NewPassphrase, required: true, testid: "passphrase-again", on_input: move |text| typed.write().again = text }
                if passkey {
                    p { class: "small", {words.say("passphrase-drops-passkey")} }
                }
                if let Some(error) = (trying.error)() {
                    Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { "{error}" } }
                }
                div { class: "dialog-actions",
                    Button { label: words.say(if (trying.busy)() { "passphrase-busy" } else { "passphrase-change" }), look: ButtonLook::Main, submit: true, busy: (trying.busy)(), testid: "passphrase-go" }
                    Button { label: words.say("cancel"), look: ButtonLook::Plain, testid: "passphrase-cancel", on_press: move |()| on_close.call(()) }
                }
            }
        }
    }
}
