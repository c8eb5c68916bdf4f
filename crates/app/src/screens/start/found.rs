use dioxus::prelude::*;
use handrail_engine::api::Command;

use super::{GatePage, SideDoor};
use crate::{
    components::{Button, ButtonLook, FieldKind, Notice, NoticeTone, TextField},
    engine_link::use_link,
    words::{errors, use_words},
};

/// What is typed to start an agency.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FoundForm {
    /// Agency.
    pub agency: String,
    /// Own name.
    pub name: String,
    /// Passphrase.
    pub passphrase: String,
    /// The same again.
    pub again: String,
    /// Origin of the relay; empty keeps everything here.
    pub relay: String,
}

/// Starts an agency on this device. The recovery kit follows by itself,
/// because the session then says that it is unconfirmed.
#[component]
pub fn Found(on_back: EventHandler<()>) -> Element {
    let link = use_link();
    let words = use_words();
    let origin = use_hook(|| (link.device.origin)());
    let ask_relay = origin.is_none();
    let mut form = use_signal(|| FoundForm {
        relay: origin.unwrap_or_default(),
        ..FoundForm::default()
    });
    let mut busy = use_signal(|| false);
    let mut error = use_signal(|| None::<String>);
    let submit = move |()| {
        if busy() {
            return;
        }
        let typed = form.peek().clone();
        if typed.passphrase != typed.again {
            error.set(Some(words.say("error-passphrases-differ")));
            return;
        }
        busy.set(true);
        error.set(None);
        let relay = typed.relay.trim().to_owned();
        let order = link.order(Command::FoundAgency {
            agency_name: typed.agency,
            own_name: typed.name,
            passphrase: typed.passphrase,
            relay: (!relay.is_empty()).then_some(relay),
        });
        let words = words.clone();
        spawn(async move {
            let result = order.await;
            busy.set(false);
            if let Err(problem) = result {
                error.set(Some(errors::error_text(&words, &problem)));
            }
        });
    };
    rsx! {
        FoundContent {
            form: form.peek().clone(),
            ask_relay,
            busy: busy(),
            error: error(),
            on_change: move |change| form.set(change),
            on_submit: submit,
            on_back,
        }
    }
}

/// The form. `ask_relay` opens the fold about the relay: a window of its own
/// was loaded from none, and it cannot be named later.
#[component]
pub fn FoundContent(
    form: FoundForm,
    #[props(default)] ask_relay: bool,
    busy: bool,
    error: Option<String>,
    on_change: EventHandler<FoundForm>,
    on_submit: EventHandler<()>,
    on_back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let mut typed = use_signal(|| form.clone());
    let mut set = move |change: &dyn Fn(&mut FoundForm)| {
        change(&mut typed.write());
        on_change.call(typed.peek().clone());
    };
    rsx! {
        GatePage { testid: "found", brand: words.say("found-title"),
            form {
                class: "stack",
                onsubmit: move |event| {
                    event.prevent_default();
                    on_submit.call(());
                },
                TextField { id: "found-agency", label: words.say("found-agency"), hint: words.say("found-agency-hint"), kind: FieldKind::Organisation, required: true, focus: true, testid: "found-agency", initial: form.agency.clone(), on_input: move |text: String| set(&|form| form.agency.clone_from(&text)) }
                TextField { id: "found-name", label: words.say("own-name"), hint: words.say("own-name-hint"), kind: FieldKind::OwnName, required: true, testid: "found-name", initial: form.name.clone(), on_input: move |text: String| set(&|form| form.name.clone_from(&text)) }
                TextField { id: "found-passphrase", label: words.say("new-passphrase"), hint: words.say("new-passphrase-hint"), kind: FieldKind::NewPassphrase, required: true, testid: "found-passphrase", on_input: move |text: String| set(&|form| form.passphrase.clone_from(&text)) }
                TextField { id: "found-again", label: words.say("again-passphrase"), kind: FieldKind::NewPassphrase, required: true, testid: "found-again", on_input: move |text: String| set(&|form| form.again.clone_from(&text)) }
                details { class: "fold", open: ask_relay,
                    summary { "data-testid": "found-more",
                        crate::components::Icon { name: crate::components::IconName::Right }
                        {words.say("found-relay-fold")}
                    }
                    TextField { id: "found-relay", label: words.say("found-relay"), hint: words.say("found-relay-hint"), kind: FieldKind::Address, testid: "found-relay", initial: form.relay.clone(), on_input: move |text: String| set(&|form| form.relay.clone_from(&text)) }
                }
                if let Some(error) = error {
                    Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { "{error}" } }
                }
                Button { label: words.say(if busy { "found-busy" } else { "found-submit" }), look: ButtonLook::Main, wide: true, large: true, submit: true, busy, testid: "found-submit" }
                SideDoor { label: words.say("back"), testid: "gate-back", on_press: on_back }
            }
        }
    }
}
