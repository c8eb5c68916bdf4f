use dioxus::prelude::*;
use handrail_engine::api::{Command, InvitationFoundView, Reply};

use super::{GatePage, SideDoor};
use crate::{
    components::{Button, ButtonLook, FieldKind, Notice, NoticeTone, TextField},
    engine_link::use_link,
    session::use_shared,
    words::{errors, use_words},
};

/// What is typed to join.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct JoinForm {
    /// Whole link.
    pub link: String,
    /// Own name.
    pub name: String,
    /// Passphrase.
    pub passphrase: String,
    /// The same again.
    pub again: String,
}

/// How far the joining is.
#[derive(Debug, Clone, PartialEq)]
pub enum JoinStep {
    /// The link is still to be pasted, or was not whole.
    Link,
    /// The link is whole; name and passphrase are next.
    Found(InvitationFoundView),
}

/// Joins an agency by its invitation link.
#[component]
pub fn Join(link: String, on_back: EventHandler<()>) -> Element {
    let engine = use_link();
    let words = use_words();
    let shared = use_shared();
    let given = link.clone();
    let mut form = use_signal(|| JoinForm {
        link,
        ..JoinForm::default()
    });
    let mut step = use_signal(|| JoinStep::Link);
    let mut busy = use_signal(|| false);
    let mut error = use_signal(|| None::<String>);
    let reading = engine.clone();
    let reading_words = words.clone();
    let read = use_callback(move |(): ()| {
        busy.set(true);
        error.set(None);
        let order = reading.order(Command::ReadInvitation {
            link: form.peek().link.trim().to_owned(),
        });
        let words = reading_words.clone();
        spawn(async move {
            let result = order.await;
            busy.set(false);
            match result {
                Ok(Reply::InvitationFound(view)) => step.set(JoinStep::Found(view)),
                Ok(_) => {}
                Err(problem) => error.set(Some(errors::error_text(&words, &problem))),
            }
        });
    });
    use_hook(|| {
        if !given.is_empty() {
            read.call(());
        }
    });
    let mut accept = move || {
        let typed = form.peek().clone();
        if typed.passphrase != typed.again {
            error.set(Some(words.say("error-passphrases-differ")));
            return;
        }
        busy.set(true);
        error.set(None);
        let order = engine.order(Command::AcceptInvitation {
            link: typed.link.trim().to_owned(),
            own_name: typed.name,
            passphrase: typed.passphrase,
        });
        let (words, engine) = (words.clone(), engine.clone());
        spawn(async move {
            let result = order.await;
            busy.set(false);
            match result {
                Ok(reply) => shared.arrived(&engine, reply),
                Err(problem) => error.set(Some(errors::error_text(&words, &problem))),
            }
        });
    };
    rsx! {
        JoinContent {
            form: form.peek().clone(),
            step: step(),
            busy: busy(),
            error: error(),
            on_change: move |change| form.set(change),
            on_submit: move |()| {
                if busy() {
                    return;
                }
                if step() == JoinStep::Link { read.call(()) } else { accept() }
            },
            on_back,
        }
    }
}

/// The form: first the link, then name and passphrase.
#[component]
pub fn JoinContent(
    form: JoinForm,
    step: JoinStep,
    busy: bool,
    error: Option<String>,
    on_change: EventHandler<JoinForm>,
    on_submit: EventHandler<()>,
    on_back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let mut typed = use_signal(|| form.clone());
    let mut set = move |change: &dyn Fn(&mut JoinForm)| {
        change(&mut typed.write());
        on_change.call(typed.peek().clone());
    };
    let label = match (&step, busy) {
        (JoinStep::Link, _) => words.say("join-read"),
        (JoinStep::Found(_), true) => words.say("join-busy"),
        (JoinStep::Found(_), false) => words.say("join-submit"),
    };
    rsx! {
        GatePage { testid: "join", brand: words.say("join-title"),
            form {
                class: "stack",
                onsubmit: move |event| {
                    event.prevent_default();
                    on_submit.call(());
                },
                match &step {
                    JoinStep::Link => rsx! {
                        TextField { id: "join-link", label: words.say("join-link"), hint: words.say("join-link-hint"), kind: FieldKind::Address, required: true, focus: true, testid: "join-link", initial: form.link.clone(), on_input: move |text: String| set(&|form| form.link.clone_from(&text)) }
                    },
                    JoinStep::Found(found) => rsx! {
                        Notice { tone: NoticeTone::Good, testid: "invitation-found",
                            p { {words.say("join-found")} }
                            p { class: "small", {words.say_with("join-relay", [("relay", found.relay.clone().into())])} }
                            p { class: "small", {words.say("join-fingerprint")} " " span { class: "mono", "{found.fingerprint}" } }
                        }
                        TextField { id: "join-name", label: words.say("own-name"), hint: words.say("join-name-hint"), kind: FieldKind::OwnName, focus: true, testid: "join-name", on_input: move |text: String| set(&|form| form.name.clone_from(&text)) }
                        TextField { id: "join-passphrase", label: words.say("new-passphrase"), hint: words.say("new-passphrase-hint"), kind: FieldKind::NewPassphrase, required: true, testid: "join-passphrase", on_input: move |text: String| set(&|form| form.passphrase.clone_from(&text)) }
                        TextField { id: "join-again", label: words.say("again-passphrase"), kind: FieldKind::NewPassphrase, required: true, testid: "join-again", on_input: move |text: String| set(&|form| form.again.clone_from(&text)) }
                    },
                }
                if let Some(error) = error {
                    Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { "{error}" } }
                }
                Button { label, look: ButtonLook::Main, wide: true, large: true, submit: true, busy, testid: "join-submit" }
                SideDoor { label: words.say("back"), testid: "gate-back", on_press: on_back }
            }
        }
    }
}
