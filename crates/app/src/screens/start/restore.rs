use dioxus::prelude::*;
use handrail_engine::api::{
    AdministratorView, Command, EngineError, RecoveryWordsProblem, Reply, RestoreFoundView,
};

use super::{GatePage, SideDoor};
use crate::{
    components::{
        Button, ButtonLook, Check, ChipRadio, Chips, FieldKind, Notice, NoticeTone, TextArea,
        TextField,
    },
    engine_link::use_link,
    session::use_shared,
    words::{Words, errors, labels, use_words},
};

/// What is typed to come back with a recovery kit.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RestoreForm {
    /// Origin of the relay.
    pub relay: String,
    /// The words, with anything between them.
    pub words: String,
    /// Passphrase.
    pub passphrase: String,
    /// The same again.
    pub again: String,
}

/// Brings an administrator back with the recovery kit; `scanned` are words that its code gave.
#[component]
pub fn Restore(scanned: String, on_back: EventHandler<()>) -> Element {
    let link = use_link();
    let words = use_words();
    let shared = use_shared();
    let origin = use_hook(|| (link.device.origin)());
    let mut form = use_signal(|| RestoreForm {
        relay: origin.unwrap_or_default(),
        words: scanned,
        ..RestoreForm::default()
    });
    let mut found = use_signal(|| None::<RestoreFoundView>);
    let mut member = use_signal(String::new);
    let mut others_lost = use_signal(|| false);
    let mut busy = use_signal(|| false);
    let mut error = use_signal(|| None::<String>);
    let (asking, said) = (link.clone(), words.clone());
    let mut submit = move || {
        if busy() {
            return;
        }
        let typed = form.peek().clone();
        let choosing = found.peek().is_some();
        if choosing && typed.passphrase != typed.again {
            error.set(Some(said.say("error-passphrases-differ")));
            return;
        }
        busy.set(true);
        error.set(None);
        let order = asking.order(if choosing {
            Command::RestoreAdministrator {
                member: member.peek().clone(),
                others_lost: *others_lost.peek(),
                passphrase: typed.passphrase.clone(),
            }
        } else {
            Command::OpenRecoveryKit {
                relay: typed.relay.trim().to_owned(),
                words: typed.words.clone(),
            }
        });
        let (link, words) = (asking.clone(), said.clone());
        spawn(async move {
            let result = order.await;
            busy.set(false);
            match result {
                Ok(Reply::RestoreFound(view)) => {
                    // The first of the list is chosen until another is.
                    if let Some(first) = view.administrators.first() {
                        member.set(first.member.clone());
                    }
                    form.set(RestoreForm::default());
                    found.set(Some(view));
                }
                Ok(reply) => shared.arrived(&link, reply),
                Err(problem) => error.set(Some(problem_text(&words, &typed.words, &problem))),
            }
        });
    };
    let back = move |()| {
        let order = link.order(Command::AbandonJoining);
        spawn(async move {
            // Nothing was kept: there is nothing to be told.
            let _forgotten = order.await;
        });
        on_back.call(());
    };
    rsx! {
        RestoreContent {
            form: form.peek().clone(),
            found: found(),
            chosen: member(),
            others_lost: others_lost(),
            busy: busy(),
            error: error(),
            on_change: move |change| form.set(change),
            on_who: move |who| member.set(who),
            on_lost: move |lost| others_lost.set(lost),
            on_submit: move |()| submit(),
            on_back: back,
        }
    }
}

/// As for every error, with the word itself where one is not known.
fn problem_text(words: &Words, typed: &str, problem: &EngineError) -> String {
    let unknown = match problem {
        EngineError::RecoveryWords(RecoveryWordsProblem::Unknown(position)) => *position,
        other => return errors::error_text(words, other),
    };
    let word = usize::try_from(unknown)
        .ok()
        .and_then(|position| typed.split_whitespace().nth(position.checked_sub(1)?))
        .unwrap_or_default();
    words.say_with(
        "restore-unknown-word",
        [("position", unknown.into()), ("word", word.into())],
    )
}

/// The form: first address and words, then who it is and a passphrase.
#[component]
pub fn RestoreContent(
    form: RestoreForm,
    found: Option<RestoreFoundView>,
    chosen: String,
    others_lost: bool,
    busy: bool,
    error: Option<String>,
    on_change: EventHandler<RestoreForm>,
    on_who: EventHandler<String>,
    on_lost: EventHandler<bool>,
    on_submit: EventHandler<()>,
    on_back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let mut typed = use_signal(|| form.clone());
    let mut set = move |change: &dyn Fn(&mut RestoreForm)| {
        change(&mut typed.write());
        on_change.call(typed.peek().clone());
    };
    let label = match (&found, busy) {
        (_, true) => words.say("restore-busy"),
        (None, false) => words.say("restore-read"),
        (Some(_), false) => words.say("restore-submit"),
    };
    if found.is_some() && !typed.peek().words.is_empty() {
        // They have done their work here.
        typed.set(RestoreForm::default());
    }
    rsx! {
        GatePage { testid: "restore", brand: words.say("restore-title"),
            form {
                class: "stack",
                onsubmit: move |event| {
                    event.prevent_default();
                    on_submit.call(());
                },
                match found {
                    None => rsx! {
                        p { class: "soft", {words.say("restore-words")} }
                        TextField { id: "restore-relay", label: words.say("found-relay"), hint: words.say("restore-relay-hint"), kind: FieldKind::Address, required: true, testid: "restore-relay", initial: form.relay.clone(), on_input: move |text: String| set(&|form| form.relay.clone_from(&text)) }
                        TextArea { id: "restore-kit", label: words.say("restore-kit"), hint: words.say(if form.words.is_empty() { "restore-kit-hint" } else { "restore-scanned-hint" }), code: true, initial: form.words.clone(), testid: "restore-kit", on_input: move |text: String| set(&|form| form.words.clone_from(&text)) }
                    },
                    Some(found) => rsx! {
                        Notice { tone: NoticeTone::Good, testid: "restore-found",
                            p { {words.say("restore-found")} }
                            p { class: "small", {words.say("restore-fingerprint")} " " span { class: "mono", "{found.fingerprint}" } }
                        }
                        Chips { label: words.say("restore-who"),
                            for (index , administrator) in found.administrators.iter().enumerate() {
                                ChipRadio {
                                    key: "{administrator.member}",
                                    group: "restore-who",
                                    label: who(&words, index, administrator),
                                    chosen: chosen == administrator.member,
                                    testid: "restore-who",
                                    on_choose: {
                                        let member = administrator.member.clone();
                                        move |()| on_who.call(member.clone())
                                    },
                                }
                            }
                        }
                        p { class: "small soft", {words.say("restore-who-hint")} }
                        Check { label: words.say("restore-lost"), checked: others_lost, testid: "restore-lost", on_toggle: on_lost }
                        TextField { id: "restore-passphrase", label: words.say("new-passphrase"), hint: words.say("new-passphrase-hint"), kind: FieldKind::NewPassphrase, required: true, focus: true, testid: "restore-passphrase", on_input: move |text: String| set(&|form| form.passphrase.clone_from(&text)) }
                        TextField { id: "restore-again", label: words.say("again-passphrase"), kind: FieldKind::NewPassphrase, required: true, testid: "restore-again", on_input: move |text: String| set(&|form| form.again.clone_from(&text)) }
                    },
                }
                if let Some(error) = error {
                    Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { "{error}" } }
                }
                Button { label, look: ButtonLook::Main, wide: true, large: true, submit: true, busy, testid: "restore-submit" }
                SideDoor { label: words.say("back"), testid: "gate-back", on_press: on_back }
            }
        }
    }
}

/// Names are sealed: number, role and devices must do.
fn who(words: &Words, index: usize, administrator: &AdministratorView) -> String {
    let number = u32::try_from(index).unwrap_or(u32::MAX).saturating_add(1);
    words.say_with(
        if administrator.founder {
            "restore-founder"
        } else {
            "restore-administrator"
        },
        [
            ("number", number.into()),
            ("role", words.say(labels::role(administrator.role)).into()),
            ("devices", administrator.devices.into()),
        ],
    )
}
