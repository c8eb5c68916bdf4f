use dioxus::prelude::*;
use handrail_engine::api::{
    CallOutCommand, CallOutInput, CallOutStep, CallOutStepView, CallOutView,
};

use super::call_out_words;
use crate::{
    components::{Button, ButtonLook, Dialog, FieldKind, Icon, IconName, Mark, Section, TextField},
    session::use_shared,
    words::{
        dates::{self, Moment},
        use_words,
    },
};

/// Every step with its time; each can be filled in, corrected and taken back.
#[component]
pub fn Steps(
    call_out: CallOutView,
    moment: Moment,
    on_order: EventHandler<CallOutCommand>,
) -> Element {
    let words = use_words();
    let mut open = use_signal(|| None::<CallOutStep>);
    let taken = |step| {
        call_out
            .steps
            .iter()
            .find(|taken| taken.step == step)
            .copied()
    };
    let id = call_out.id.clone();
    let order = use_callback(move |change: CallOutInput| {
        on_order.call(CallOutCommand::Change {
            call_out: id.clone(),
            change,
        });
    });
    rsx! {
        Section { title: words.say("call-out-times"), testid: "call-out-steps",
            ul { class: "rows",
                for step in CallOutStep::ALL.iter().copied() {
                    StepLine { key: "{step:?}", step, taken: taken(step), own: call_out.own && !call_out.taken_back, moment, on_open: move |()| open.set(Some(step)) }
                }
            }
        }
        if let Some(step) = open() {
            StepDialog { step, taken: taken(step), moment, on_close: move |()| open.set(None), on_change: order }
        }
    }
}

#[component]
fn StepLine(
    step: CallOutStep,
    taken: Option<CallOutStepView>,
    own: bool,
    moment: Moment,
    on_open: EventHandler<()>,
) -> Element {
    let words = use_words();
    let name = words.say(call_out_words::step(step));
    let (icon, label, spoken) = if taken.is_some() {
        (IconName::Check, "call-out-correct", "call-out-correct-of")
    } else {
        (IconName::Clock, "call-out-fill-in", "call-out-fill-in-of")
    };
    rsx! {
        li { class: "row", "data-testid": "call-out-step-{code(step)}",
            Icon { name: icon }
            div { class: "row-body",
                span { class: "row-title", "{name}" }
                if let Some(taken) = taken {
                    span { class: "row-line tabular", {dates::alone(dates::day_and_time(&words, &moment, taken.at))} }
                    if let Some(written) = taken.written_later {
                        span { class: "wrap",
                            Mark { icon: IconName::Edit, words: words.say_with("call-out-written-later", [("when", dates::day_and_time(&words, &moment, written).into())]) }
                        }
                    }
                } else {
                    span { class: "row-line", {words.say("call-out-not-yet")} }
                }
            }
            if own {
                div { class: "row-end",
                    Button { label: words.say(label), spoken: words.say_with(spoken, [("step", name.clone().into())]), look: ButtonLook::Quiet, testid: "call-out-time-{code(step)}", on_press: on_open }
                }
            }
        }
    }
}

#[component]
fn StepDialog(
    step: CallOutStep,
    taken: Option<CallOutStepView>,
    moment: Moment,
    on_close: EventHandler<()>,
    on_change: EventHandler<CallOutInput>,
) -> Element {
    let words = use_words();
    let asked = use_shared().asked;
    // To the minute, as the fields have it.
    let (day, time) = use_hook(|| {
        let (day, time) = moment.local(taken.map_or(moment.at, |taken| taken.at));
        (day.to_string(), time.format("%H:%M").to_string())
    });
    let (first_day, first_time) = (day.clone(), time.clone());
    let mut typed = use_signal(|| (day, time));
    let mut wrong = use_signal(|| false);
    rsx! {
        Dialog { title: words.say(call_out_words::step(step)), testid: "call-out-time-dialog", on_close,
            p { {words.say("call-out-time-words")} }
            form {
                class: "stack",
                onsubmit: move |event| {
                    event.prevent_default();
                    let (day, time) = typed.peek().clone();
                    match moment.instant_of(&day, &time) {
                        Some(at) => on_change.call(CallOutInput::At(step, at)),
                        None => wrong.set(true),
                    }
                },
                TextField { id: "call-out-day", label: words.say("field-day"), kind: FieldKind::Date, initial: first_day, testid: "call-out-day", on_input: move |text| typed.write().0 = text }
                TextField { id: "call-out-time", label: words.say("field-time"), kind: FieldKind::Time, initial: first_time, error: wrong().then(|| words.say("invalid-time")), testid: "call-out-time", on_input: move |text| typed.write().1 = text }
                {asked.refusal(None)}
                div { class: "dialog-actions",
                    Button { label: words.say("save"), look: ButtonLook::Main, submit: true, busy: asked.waits(), testid: "call-out-time-save" }
                    Button { label: words.say("cancel"), testid: "call-out-time-cancel", on_press: on_close }
                    if taken.is_some() && step != CallOutStep::Called {
                        Button { label: words.say("call-out-undo-step"), look: ButtonLook::Quiet, busy: asked.waits(), testid: "call-out-undo-step", on_press: move |()| on_change.call(CallOutInput::Undo(step)) }
                    }
                }
            }
        }
    }
}

/// Stable name of a step in ids: letters, digits, `-`.
fn code(step: CallOutStep) -> String {
    step.code().replace('_', "-")
}
