use dioxus::prelude::*;
use handrail_engine::api::{Command, IntakeStatus, MilestoneEvent, MilestoneInput, MilestoneView};

use super::{PersonOrder, reason_dialog::ReasonDialog};
use crate::{
    components::{
        Button, ButtonLook, ChipRadio, Chips, Dialog, FieldKind, Icon, IconName, Section, TextField,
    },
    session::use_shared,
    words::{
        Words,
        dates::{self, Moment},
        fields::all,
        labels, obligations, use_words,
    },
};

/// What the milestone dialog is open for.
#[derive(Debug, Clone, PartialEq)]
enum Open {
    /// Nothing.
    No,
    /// A discharge.
    Discharge,
    /// A new intake.
    NewIntake,
    /// Any other day.
    Other,
    /// An intake's status or day.
    Intake(String, IntakeStatus, Option<String>),
    /// A void, with the milestone's id.
    Void(String),
}

/// Discharges and intakes: they start and end daily contact (S0-6).
#[component]
pub fn Milestones(
    participant: String,
    milestones: Vec<MilestoneView>,
    moment: Moment,
    read_only: bool,
    on_order: EventHandler<PersonOrder>,
) -> Element {
    let words = use_words();
    let mut open = use_signal(|| Open::No);
    let order = {
        let participant = participant.clone();
        use_callback(move |(done, on): (Open, MilestoneForm)| {
            let participant = participant.clone();
            let command = match done {
                Open::No | Open::Void(_) => return,
                Open::Discharge => Command::RecordMilestone {
                    participant,
                    milestone: MilestoneInput::Discharged { on: on.day },
                },
                Open::Other => Command::RecordMilestone {
                    participant,
                    milestone: MilestoneInput::Dated {
                        event: on.event,
                        on: on.day,
                    },
                },
                Open::NewIntake => Command::RecordMilestone {
                    participant,
                    milestone: MilestoneInput::Intake {
                        status: on.status,
                        on: day_of(&on.day),
                    },
                },
                Open::Intake(milestone, ..) => Command::SetIntake {
                    participant,
                    milestone,
                    status: on.status,
                    on: day_of(&on.day),
                },
            };
            on_order.call(command.into());
        })
    };
    rsx! {
        Section { title: words.say("milestones-title"), testid: "milestones",
            if !milestones.is_empty() {
                ul { class: "rows",
                    for milestone in milestones {
                        MilestoneLine { key: "{milestone.id}", milestone, moment, read_only, on_open: move |next| open.set(next) }
                    }
                }
            }
            if !read_only {
                div { class: "wrap",
                    Button { label: words.say("milestone-add-discharge"), icon: IconName::Door, testid: "add-discharge", on_press: move |()| open.set(Open::Discharge) }
                    Button { label: words.say("milestone-add-intake"), icon: IconName::Calendar, testid: "add-intake", on_press: move |()| open.set(Open::NewIntake) }
                    Button { label: words.say("milestone-add-other"), icon: IconName::Calendar, testid: "add-other-date", on_press: move |()| open.set(Open::Other) }
                }
            }
        }
        match open() {
            Open::No => rsx! {},
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
            kind => rsx! {
                MilestoneDialog { kind: kind.clone(), today: moment.today().to_string(), on_close: move |()| open.set(Open::No), on_done: move |form| order.call((kind.clone(), form)) }
            },
        }
    }
}

fn day_of(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

#[component]
fn MilestoneLine(
    milestone: MilestoneView,
    moment: Moment,
    read_only: bool,
    on_open: EventHandler<Open>,
) -> Element {
    let words = use_words();
    let valid = milestone.voided.is_none();
    let id = milestone.id.clone();
    let change = match &milestone.milestone {
        MilestoneInput::Intake { status, on } => {
            Some(Open::Intake(id.clone(), *status, on.clone()))
        }
        MilestoneInput::Discharged { .. } | MilestoneInput::Dated { .. } => None,
    };
    let is_discharge = matches!(milestone.milestone, MilestoneInput::Discharged { .. });
    let title = say(&words, &moment, &milestone.milestone);
    rsx! {
        li { class: "row", "data-testid": "milestone",
            Icon { name: if is_discharge { IconName::Door } else { IconName::Calendar } }
            div { class: "row-body",
                span { class: "row-title", "{title}" }
                span { class: "row-line",
                    {words.say_with("conflict-by", [("author", milestone.author.clone().into()), ("when", dates::day_and_time(&words, &moment, milestone.recorded_at).into())])}
                }
                if let Some(void) = &milestone.voided {
                    span { class: "row-line",
                        {words.say_with("entry-voided", [("by", void.by.clone().into()), ("when", dates::day_and_time(&words, &moment, void.at).into()), ("reason", void.reason.clone().into())])}
                    }
                } else if !read_only {
                    span { class: "entry-tools",
                        if let Some(change) = change {
                            Button { label: words.say("milestone-change"), spoken: words.say_with("milestone-change-of", [("what", title.clone().into())]), look: ButtonLook::Quiet, testid: "milestone-change", on_press: move |()| on_open.call(change.clone()) }
                        }
                        if valid {
                            Button { label: words.say("entry-void"), spoken: words.say_with("milestone-void-of", [("what", title.clone().into())]), look: ButtonLook::Quiet, testid: "milestone-void", on_press: move |()| on_open.call(Open::Void(id.clone())) }
                        }
                    }
                }
            }
        }
    }
}

fn say(words: &Words, moment: &Moment, milestone: &MilestoneInput) -> String {
    match milestone {
        MilestoneInput::Discharged { on } => words.say_with(
            "milestone-discharged",
            [("day", dates::day(words, moment, on).into())],
        ),
        MilestoneInput::Dated { event, on } => obligations::milestone(words, moment, *event, on),
        MilestoneInput::Intake {
            status,
            on: Some(on),
        } => words.say_with(
            "milestone-intake-on",
            [
                ("status", words.say(labels::intake(*status)).into()),
                ("day", dates::day(words, moment, on).into()),
            ],
        ),
        MilestoneInput::Intake { status, on: None } => words.say_with(
            "milestone-intake",
            [("status", words.say(labels::intake(*status)).into())],
        ),
    }
}

/// Status and day as typed.
#[derive(Debug, Clone, PartialEq)]
struct MilestoneForm {
    event: MilestoneEvent,
    status: IntakeStatus,
    day: String,
}

#[component]
fn MilestoneDialog(
    kind: Open,
    today: String,
    on_close: EventHandler<()>,
    on_done: EventHandler<MilestoneForm>,
) -> Element {
    let words = use_words();
    let asked = use_shared().asked;
    let discharge = kind == Open::Discharge;
    let other = kind == Open::Other;
    let (status, day) = match &kind {
        Open::Intake(_, status, on) => (*status, on.clone().unwrap_or_default()),
        Open::Discharge => (IntakeStatus::Asked, today),
        _ => (IntakeStatus::Asked, String::new()),
    };
    let event = MilestoneEvent::CourtDate;
    let start = MilestoneForm { event, status, day };
    let initial_day = start.day.clone();
    let mut form = use_signal(|| start);
    let mut missing = use_signal(|| false);
    let (title, about, day_label) = match kind {
        Open::Discharge => (
            "milestone-add-discharge",
            "milestone-discharge-words",
            "milestone-discharge-day",
        ),
        Open::Other => (
            "milestone-add-other",
            "milestone-other-words",
            "milestone-other-day",
        ),
        _ => (
            "milestone-add-intake",
            "milestone-intake-words",
            "milestone-intake-day",
        ),
    };
    rsx! {
        Dialog { title: words.say(title), testid: "milestone-dialog", on_close,
            p { {words.say(about)} }
            form {
                class: "stack",
                onsubmit: move |event| {
                    event.prevent_default();
                    let typed = form.peek().clone();
                    let needs_day = discharge || other || typed.status == IntakeStatus::Confirmed;
                    if needs_day && typed.day.trim().is_empty() {
                        missing.set(true);
                    } else {
                        on_done.call(typed);
                    }
                },
                if other {
                    Chips { label: words.say("milestone-other-what"),
                        for event in MilestoneEvent::ALL {
                            ChipRadio { key: "{event:?}", group: "milestone-event", label: words.say(labels::milestone(*event)), chosen: form.read().event == *event, testid: "milestone-{event.code()}", on_choose: move |()| form.write().event = *event }
                        }
                    }
                } else if !discharge {
                    Chips { label: words.say("field-intake-status"),
                        for status in all::INTAKES {
                            ChipRadio { key: "{status:?}", group: "intake-status", label: words.say(labels::intake(status)), chosen: form.read().status == status, testid: intake_testid(status), on_choose: move |()| form.write().status = status }
                        }
                    }
                }
                TextField { id: "milestone-day", label: words.say(day_label), kind: FieldKind::Date, initial: initial_day, error: missing().then(|| words.say("invalid-date")), testid: "milestone-day", on_input: move |text| form.write().day = text }
                {asked.refusal(None)}
                div { class: "dialog-actions",
                    Button { label: words.say("save"), look: ButtonLook::Main, submit: true, busy: asked.waits(), testid: "milestone-save" }
                    Button { label: words.say("cancel"), on_press: on_close }
                }
            }
        }
    }
}

fn intake_testid(status: IntakeStatus) -> &'static str {
    match status {
        IntakeStatus::Asked => "intake-status-asked",
        IntakeStatus::Tentative => "intake-status-tentative",
        IntakeStatus::Confirmed => "intake-status-confirmed",
    }
}
