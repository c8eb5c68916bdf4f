use dioxus::prelude::*;
use handrail_engine::api::{Command, Obligation, ObligationKind, ObligationState, QuietCommand};

use super::PersonOrder;
use crate::{
    components::{
        Button, ButtonLook, ChipRadio, Chips, Dialog, Icon, IconName, Mark, MarkTone, Section,
        TextField,
    },
    session::use_shared,
    words::{dates::Moment, obligations as say, use_words},
};

/// Days for which something may be put off.
const DAYS: [u64; 4] = [1, 3, 7, 14];

/// What the dialog is open for.
#[derive(Debug, Clone, PartialEq)]
enum Open {
    /// Nothing.
    No,
    /// Putting one thing off, by kind and anchor.
    PutOff(ObligationKind, String),
    /// Muting the participant.
    Mute,
    /// Showing again, by the record that keeps it quiet.
    Show(String),
}

/// Everything that is due to a participant, each with its reasons: "why is this here?"
#[component]
pub fn Obligations(
    participant: String,
    obligations: Vec<Obligation>,
    moment: Moment,
    on_order: EventHandler<PersonOrder>,
) -> Element {
    let words = use_words();
    let mut open = use_signal(|| Open::No);
    let shown: Vec<Obligation> = obligations
        .into_iter()
        .filter(|one| !one.is_over())
        .collect();
    if shown.is_empty() {
        return rsx! {};
    }
    let can_mute = shown.iter().any(Obligation::is_owed);
    rsx! {
        Section { title: words.say("obligations-title"), testid: "obligations",
            ul { class: "rows",
                for one in shown {
                    Item { key: "{one.kind:?}{one.anchor}{one.rule}", one, moment, on_open: move |next| open.set(next) }
                }
            }
            if can_mute {
                div { class: "wrap",
                    Button { label: words.say("mute"), look: ButtonLook::Quiet, testid: "mute", on_press: move |()| open.set(Open::Mute) }
                }
            }
        }
        if open() != Open::No {
            QuietDialog {
                kind: open(),
                on_close: move |()| open.set(Open::No),
                on_done: move |(reason, days): (String, u64)| {
                    let participant = participant.clone();
                    let until = moment.today().checked_add_days(chrono::Days::new(days));
                    let command = match open() {
                        Open::No => return,
                        Open::PutOff(kind, anchor) => Command::Quiet(QuietCommand::PutOff {
                            participant,
                            kind,
                            anchor,
                            until: until.unwrap_or(moment.today()).to_string(),
                            reason,
                        }),
                        Open::Mute => Command::Quiet(QuietCommand::Mute { participant, until: None, reason }),
                        Open::Show(milestone) => Command::VoidMilestone { participant, milestone, reason },
                    };
                    on_order.call(command.into());
                },
            }
        }
    }
}

#[component]
fn Item(one: Obligation, moment: Moment, on_open: EventHandler<Open>) -> Element {
    let words = use_words();
    let title = say::title(&words, &moment, &one);
    // The reasons for daily contact stand above, on a card of their own.
    let reasons = if say::is_daily(&one) {
        Vec::new()
    } else {
        say::reasons(&words, &moment, &one)
    };
    let late = match one.state {
        ObligationState::Owed { days_late, .. } if !say::is_daily(&one) => days_late,
        _ => 0,
    };
    let is_flag = matches!(one.state, ObligationState::Watch { .. });
    let change = match &one.hushed {
        Some(hushed) => Some((Open::Show(hushed.record.to_string()), "show-again")),
        None if !one.is_owed() => None,
        None => Some((Open::PutOff(one.kind, one.anchor.to_string()), "put-off")),
    };
    rsx! {
        li { class: "row", "data-testid": "obligation",
            Icon { name: if is_flag { IconName::Attention } else { IconName::Calendar } }
            div { class: "row-body",
                span { class: "row-title", "{title}" }
                for reason in reasons {
                    span { class: "row-line", "{reason}" }
                }
                if let Some(hushed) = &one.hushed {
                    span { class: "row-line", {say::hushed(&words, &moment, hushed)} }
                }
                if late > 0 {
                    div { class: "wrap",
                        Mark { tone: MarkTone::Attention, icon: IconName::Attention, words: words.say_with("days-late", [("count", late.into())]) }
                    }
                }
                if let Some((next, label)) = change {
                    span { class: "entry-tools",
                        Button { label: words.say(label), spoken: format!("{}: {title}", words.say(label)), look: ButtonLook::Quiet, testid: label, on_press: move |()| on_open.call(next.clone()) }
                    }
                }
            }
        }
    }
}

/// Asks why, and for how many days where it is put off.
#[component]
fn QuietDialog(
    kind: Open,
    on_close: EventHandler<()>,
    on_done: EventHandler<(String, u64)>,
) -> Element {
    let words = use_words();
    let asked = use_shared().asked;
    let mut reason = use_signal(String::new);
    let mut days = use_signal(|| 1_u64);
    let mut missing = use_signal(|| false);
    let (title, about) = match kind {
        Open::No | Open::PutOff(..) => ("put-off", "put-off-words"),
        Open::Mute => ("mute", "mute-words"),
        Open::Show(_) => ("show-again", "show-again-words"),
    };
    rsx! {
        Dialog { title: words.say(title), testid: "quiet-dialog", on_close,
            p { {words.say(about)} }
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
                        on_done.call((typed, days()));
                    }
                },
                if let Open::PutOff(..) = kind {
                    Chips { label: words.say("put-off-for"),
                        for choice in DAYS {
                            ChipRadio { key: "{choice}", group: "put-off-for", label: words.say_with("put-off-days", [("count", choice.into())]), chosen: days() == choice, testid: "put-off-{choice}", on_choose: move |()| days.set(choice) }
                        }
                    }
                }
                TextField { id: "quiet-reason", label: words.say("reason-label"), required: true, error: missing().then(|| words.say("invalid-reason")), testid: "quiet-reason", on_input: move |text| reason.set(text) }
                {asked.refusal(None)}
                div { class: "dialog-actions",
                    Button { label: words.say(title), look: ButtonLook::Main, submit: true, busy: asked.waits(), testid: "quiet-save" }
                    Button { label: words.say("cancel"), on_press: on_close }
                }
            }
        }
    }
}
