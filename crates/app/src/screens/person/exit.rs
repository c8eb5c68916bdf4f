//! What should be there before contact in pregnancy and after a birth ends (S0-19).

use dioxus::prelude::*;
use handrail_engine::api::{CoachingCommand, Command, ExitLine, ExitView, MilestoneEvent};

use super::{PersonOrder, reason_dialog::ReasonDialog};
use crate::{
    components::{Button, ButtonLook, Dialog, FormEnd, Icon, IconName, Section, TextField, plain},
    words::{
        dates::{self, Moment},
        labels, use_words,
    },
};

/// What the dialog is open for.
#[derive(Debug, Clone, PartialEq)]
enum Open {
    /// Nothing.
    No,
    /// Who goes on from here.
    HandOff,
    /// Why it is not there after all, with the milestone's id.
    Void(String),
}

/// The way out: each goal with its day, and one tap that says it is reached.
#[component]
pub fn ExitCard(
    participant: String,
    exit: ExitView,
    moment: Moment,
    read_only: bool,
    on_order: EventHandler<PersonOrder>,
) -> Element {
    let words = use_words();
    let mut open = use_signal(|| Open::No);
    let last = dates::day(&words, &moment, &exit.last.to_string());
    let key = if exit.provisional {
        "ends-day-provisional"
    } else {
        "ends-day"
    };
    let said = {
        let participant = participant.clone();
        use_callback(move |(event, to): (MilestoneEvent, String)| {
            let participant = participant.clone();
            let command = CoachingCommand::Exit {
                participant,
                event,
                to,
            };
            on_order.call(Command::Coaching(command).into());
        })
    };
    rsx! {
        Section { title: words.say("exit-title"), testid: "exit",
            p { class: "soft",
                {words.say_with(key, [("day", last.into())])}
                " "
                {words.say("exit-words")}
            }
            ul { class: "rows",
                for line in exit.lines {
                    Line {
                        key: "{line.event:?}",
                        line: line.clone(),
                        moment,
                        read_only,
                        on_reached: move |event| {
                            if event == MilestoneEvent::HandedOff {
                                open.set(Open::HandOff);
                            } else {
                                said.call((event, String::new()));
                            }
                        },
                        on_back: move |record| open.set(Open::Void(record)),
                    }
                }
            }
        }
        match open() {
            Open::No => rsx! {},
            Open::HandOff => rsx! {
                HandOffDialog { on_close: move |()| open.set(Open::No), on_name: move |to| said.call((MilestoneEvent::HandedOff, to)) }
            },
            Open::Void(milestone) => rsx! {
                ReasonDialog {
                    title: words.say("void-title"),
                    words: words.say("void-words"),
                    on_close: move |()| open.set(Open::No),
                    on_reason: move |reason| {
                        on_order.call(Command::VoidMilestone { participant: participant.clone(), milestone: milestone.clone(), reason }.into());
                    },
                }
            },
        }
    }
}

#[component]
fn Line(
    line: ExitLine,
    moment: Moment,
    read_only: bool,
    on_reached: EventHandler<MilestoneEvent>,
    on_back: EventHandler<String>,
) -> Element {
    let words = use_words();
    let what = words.say(labels::milestone(line.event));
    let state = match line.done {
        None => words.say("exit-not-yet"),
        Some(on) => {
            let day = dates::day(&words, &moment, &on.to_string());
            if line.to.is_empty() {
                words.say_with("exit-done", [("day", day.into())])
            } else {
                let with = [("day", day.into()), ("to", line.to.clone().into())];
                words.say_with("exit-done-to", with)
            }
        }
    };
    let event = line.event;
    let icon = if line.done.is_some() {
        IconName::Check
    } else {
        IconName::Seedling
    };
    rsx! {
        li { class: "row", "data-testid": "exit-line",
            Icon { name: icon }
            div { class: "row-body",
                span { class: "row-title", "{what}" }
                span { class: "row-line", "{state}" }
                if !read_only {
                    span { class: "entry-tools",
                        match line.record {
                            None => rsx! {
                                Button { label: words.say("exit-reached"), spoken: words.say_with("exit-reached-of", [("what", what.clone().into())]), look: ButtonLook::Quiet, testid: "exit-{plain(event.code())}", on_press: move |()| on_reached.call(event) }
                            },
                            Some(record) => rsx! {
                                Button { label: words.say("entry-void"), spoken: words.say_with("milestone-void-of", [("what", what.clone().into())]), look: ButtonLook::Quiet, testid: "exit-void", on_press: move |()| on_back.call(record.clone()) }
                            },
                        }
                    }
                }
            }
        }
    }
}

/// Asks who goes on from here.
#[component]
fn HandOffDialog(on_close: EventHandler<()>, on_name: EventHandler<String>) -> Element {
    let words = use_words();
    let mut name = use_signal(String::new);
    let mut missing = use_signal(|| false);
    rsx! {
        Dialog { title: words.say("milestone-handed-off"), testid: "exit-dialog", on_close,
            p { {words.say("exit-hand-off-words")} }
            form {
                class: "stack",
                // The app's own words say what is missing, in its language.
                novalidate: true,
                onsubmit: move |event| {
                    event.prevent_default();
                    let typed = name.peek().trim().to_owned();
                    if typed.is_empty() {
                        missing.set(true);
                    } else {
                        on_name.call(typed);
                    }
                },
                TextField { id: "exit-to", label: words.say("exit-to"), required: true, error: missing().then(|| words.say("invalid-name")), testid: "exit-to", on_input: move |text| name.set(text) }
                FormEnd { testid: "exit", on_close }
            }
        }
    }
}
