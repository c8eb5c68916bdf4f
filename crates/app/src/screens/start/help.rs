use dioxus::prelude::*;
use handrail_engine::api::Command;

use super::{GatePage, SideDoor};
use crate::{
    components::{Button, ButtonLook, FieldKind, Notice, NoticeTone, TextField},
    engine_link::use_link,
    forms::use_trying,
    session::use_shared,
    words::use_words,
};

/// A forgotten passphrase: somebody else reads a code over the phone, which
/// opens this lock once, and a new passphrase is chosen.
#[component]
pub fn Help(request: String, on_back: EventHandler<()>) -> Element {
    let link = use_link();
    let words = use_words();
    let shared = use_shared();
    let mut trying = use_trying();
    let mut passphrase = use_signal(String::new);
    let mut again = use_signal(String::new);
    let submit = move |()| {
        if (trying.busy)() {
            return;
        }
        if *passphrase.peek() != *again.peek() {
            let differ = words.say("error-passphrases-differ");
            return trying.error.set(Some(differ));
        }
        let command = Command::UnlockWithHelp {
            code: trying.secret.peek().clone(),
            passphrase: passphrase.peek().clone(),
        };
        trying.open(command, &link, &words, shared);
    };
    rsx! {
        HelpContent {
            request,
            busy: (trying.busy)(),
            error: (trying.error)(),
            attempts: (trying.wrong)(),
            on_code: move |text| trying.secret.set(text),
            on_passphrase: move |text| passphrase.set(text),
            on_again: move |text| again.set(text),
            on_submit: submit,
            on_back,
        }
    }
}

/// What to read out, and where the answer is typed.
#[component]
pub fn HelpContent(
    request: String,
    busy: bool,
    error: Option<String>,
    attempts: u32,
    on_code: EventHandler<String>,
    on_passphrase: EventHandler<String>,
    on_again: EventHandler<String>,
    on_submit: EventHandler<()>,
    on_back: EventHandler<()>,
) -> Element {
    let words = use_words();
    rsx! {
        GatePage { testid: "help", brand: words.say("help-title"),
            p { {words.say("help-words")} }
            div { class: "card card-stack",
                p { class: "strong", {words.say("help-request")} }
                p { class: "mono code-line", translate: "no", "data-testid": "help-request", "{request}" }
            }
            form {
                class: "stack",
                onsubmit: move |event| {
                    event.prevent_default();
                    on_submit.call(());
                },
                for attempt in [attempts] {
                    TextField { key: "{attempt}", id: "help-code", label: words.say("help-code"), hint: words.say("help-code-hint"), kind: FieldKind::Code, required: true, testid: "help-code", on_input: on_code }
                }
                TextField { id: "help-passphrase", label: words.say("new-passphrase"), hint: words.say("new-passphrase-hint"), kind: FieldKind::NewPassphrase, required: true, testid: "help-passphrase", on_input: on_passphrase }
                TextField { id: "help-again", label: words.say("again-passphrase"), kind: FieldKind::NewPassphrase, required: true, testid: "help-again", on_input: on_again }
                if let Some(error) = error {
                    Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { "{error}" } }
                }
                Button { label: words.say(if busy { "lock-busy" } else { "lock-submit" }), look: ButtonLook::Main, wide: true, large: true, submit: true, busy, testid: "help-submit" }
                SideDoor { label: words.say("back"), testid: "gate-back", on_press: on_back }
            }
        }
    }
}
