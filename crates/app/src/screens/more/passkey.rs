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

/// A passkey to open the lock with, where the browser has them.
#[component]
pub fn PasskeySetting(chosen: Option<Vec<u8>>, on_changed: EventHandler<()>) -> Element {
    let words = use_words();
    let link = use_link();
    let mut shared = use_shared();
    let mut offered = use_signal(|| false);
    let mut asking = use_signal(|| false);
    let passkeys = link.device.passkeys;
    use_hook(|| {
        if let Some(passkeys) = passkeys {
            spawn(async move { offered.set((passkeys.may)().await) });
        }
    });
    let Some(passkeys) = passkeys.filter(|_| offered()) else {
        return rsx! {};
    };
    let said = words.clone();
    let is_chosen = chosen.is_some();
    let old = chosen.clone();
    let remove = move |()| {
        let order = link.order(Command::RemovePasskey);
        let (words, old) = (said.clone(), chosen.clone());
        spawn(async move {
            let said = match order.await {
                Ok(_) => {
                    (passkeys.forget)(&old.unwrap_or_default());
                    words.say("passkey-removed")
                }
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
            p { class: "soft", {words.say("passkey-words")} }
            Button { label: words.say(if is_chosen { "passkey-another" } else { "passkey-choose" }), icon: IconName::Lock, look: ButtonLook::Plain, testid: "passkey-choose", on_press: move |()| asking.set(true) }
            if is_chosen {
                Button { label: words.say("passkey-remove"), look: ButtonLook::Quiet, testid: "passkey-remove", on_press: remove }
            }
        }
        if asking() {
            PasskeyDialog {
                on_close: move |()| asking.set(false),
                on_chosen: move |()| {
                    asking.set(false);
                    if let Some(old) = &old {
                        (passkeys.forget)(old);
                    }
                    on_changed.call(());
                },
            }
        }
    }
}

/// First the passphrase; only then is a passkey made, with a press of its own, as browsers want it.
#[component]
fn PasskeyDialog(on_close: EventHandler<()>, on_chosen: EventHandler<()>) -> Element {
    let words = use_words();
    let link = use_link();
    let mut shared = use_shared();
    let mut trying = use_trying();
    let mut checked = use_signal(|| false);
    let Some(passkeys) = link.device.passkeys else {
        return rsx! {};
    };
    let said = words.clone();
    let submit = move || {
        if (trying.busy)() {
            return;
        }
        trying.begin();
        let typed = trying.secret.peek().clone();
        let (link, words) = (link.clone(), said.clone());
        // Asked at once: the browser wants to see the press.
        let making = checked().then(|| (passkeys.make)(words.say("app-name")));
        spawn(async move {
            let result = match making {
                None => {
                    link.order(Command::CheckPassphrase { passphrase: typed })
                        .await
                }
                Some(making) => match given(making.await) {
                    Err(key) => {
                        trying.busy.set(false);
                        return trying.error.set(Some(words.say(key)));
                    }
                    Ok((output, credential)) => {
                        let set = Command::SetPasskey {
                            passphrase: typed,
                            credential: credential.clone(),
                            output,
                        };
                        let set = link.order(set).await;
                        if set.is_err() {
                            (passkeys.forget)(&credential);
                        }
                        set
                    }
                },
            };
            trying.busy.set(false);
            match result {
                Ok(_) if checked() => {
                    shared.toast.set(Some(Toast {
                        words: words.say("passkey-chosen"),
                        undo: None,
                    }));
                    on_chosen.call(());
                }
                Ok(_) => checked.set(true),
                Err(problem) => trying.refuse(&words, &problem),
            }
        });
    };
    rsx! {
        Dialog { title: words.say("passkey-choose"), testid: "passkey-dialog", on_close,
            form {
                class: "stack",
                onsubmit: move |event| {
                    event.prevent_default();
                    submit();
                },
                if checked() {
                    p { "data-testid": "passkey-next", {words.say("passkey-next")} }
                } else {
                    for attempt in [(trying.wrong)()] {
                        TextField { key: "{attempt}", id: "passkey-passphrase", label: words.say("passphrase-current"), kind: FieldKind::Passphrase, required: true, testid: "passkey-passphrase", on_input: move |text| trying.secret.set(text) }
                    }
                }
                if let Some(error) = (trying.error)() {
                    Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { "{error}" } }
                }
                div { class: "dialog-actions",
                    Button { label: words.say(if checked() { "passkey-make" } else { "passkey-go" }), look: ButtonLook::Main, submit: true, busy: (trying.busy)(), testid: if checked() { "passkey-make" } else { "passkey-go" } }
                    Button { label: words.say("cancel"), look: ButtonLook::Plain, testid: "passkey-cancel", on_press: move |()| on_close.call(()) }
                }
            }
        }
    }
}

/// Bytes in a passkey's output.
const OUTPUT: usize = 32;

/// What a passkey gives to open with, and what follows it; else the words that say why not.
pub fn given(answer: Option<Vec<u8>>) -> Result<(Vec<u8>, Vec<u8>), &'static str> {
    let mut output = answer.ok_or("passkey-refused")?;
    if output.len() < OUTPUT {
        return Err("passkey-unable");
    }
    let rest = output.split_off(OUTPUT);
    Ok((output, rest))
}
