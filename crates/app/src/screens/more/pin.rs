use dioxus::prelude::*;
use handrail_engine::api::Command;

use crate::{
    components::{Button, ButtonLook, Dialog, FieldKind, IconName, Notice, NoticeTone, TextField},
    engine_link::use_link,
    forms::use_trying,
    session::use_shared,
    toast::Toast,
    words::{errors, use_words},
};

/// A PIN for coming back after the device locked itself.
#[component]
pub fn PinSetting(chosen: bool, on_changed: EventHandler<()>) -> Element {
    let words = use_words();
    let link = use_link();
    let mut shared = use_shared();
    let mut asking = use_signal(|| false);
    let said = words.clone();
    let remove = move |()| {
        let order = link.order(Command::RemovePin);
        let words = said.clone();
        spawn(async move {
            let said = match order.await {
                Ok(_) => words.say("pin-removed"),
                Err(error) => errors::error_text(&words, &error),
            };
            shared.toast.set(Some(Toast {
                words: said,
                undo: None,
            }));
            on_changed.call(());
        });
    };
    rsx! {
        div { class: "stack-tight",
            p { class: "soft", {words.say("pin-words")} }
            Button { label: words.say(if chosen { "pin-change" } else { "pin-choose" }), icon: IconName::Lock, look: ButtonLook::Plain, testid: "pin-choose", on_press: move |()| asking.set(true) }
            if chosen {
                Button { label: words.say("pin-remove"), look: ButtonLook::Quiet, testid: "pin-remove", on_press: remove }
            }
        }
        if asking() {
            PinDialog {
                on_close: move |()| asking.set(false),
                on_chosen: move |()| {
                    asking.set(false);
                    on_changed.call(());
                },
            }
        }
    }
}

#[component]
fn PinDialog(on_close: EventHandler<()>, on_chosen: EventHandler<()>) -> Element {
    let words = use_words();
    let link = use_link();
    let mut shared = use_shared();
    let mut trying = use_trying();
    let mut pin = use_signal(String::new);
    let said = words.clone();
    let submit = move || {
        if (trying.busy)() {
            return;
        }
        trying.begin();
        let order = link.order(Command::SetPin {
            passphrase: trying.secret.peek().clone(),
            pin: pin.peek().clone(),
        });
        let words = said.clone();
        spawn(async move {
            let result = order.await;
            trying.busy.set(false);
            match result {
                Ok(_) => {
                    shared.toast.set(Some(Toast {
                        words: words.say("pin-chosen"),
                        undo: None,
                    }));
                    on_chosen.call(());
                }
                Err(problem) => trying.refuse(&words, &problem),
            }
        });
    };
    rsx! {
        Dialog { title: words.say("pin-choose"), testid: "pin-dialog", on_close,
            form {
                class: "stack",
                onsubmit: move |event| {
                    event.prevent_default();
                    submit();
                },
                for attempt in [(trying.wrong)()] {
                    TextField { key: "{attempt}", id: "pin-passphrase", label: words.say("passphrase-current"), kind: FieldKind::Passphrase, required: true, testid: "pin-passphrase", on_input: move |text| trying.secret.set(text) }
                }
                TextField { id: "pin-new", label: words.say("pin"), hint: words.say("pin-hint"), kind: FieldKind::Pin, required: true, testid: "pin-new", on_input: move |text| pin.set(text) }
                if let Some(error) = (trying.error)() {
                    Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { "{error}" } }
                }
                div { class: "dialog-actions",
                    Button { label: words.say("save"), look: ButtonLook::Main, submit: true, busy: (trying.busy)(), testid: "pin-go" }
                    Button { label: words.say("cancel"), look: ButtonLook::Plain, testid: "pin-cancel", on_press: move |()| on_close.call(()) }
                }
            }
        }
    }
}
