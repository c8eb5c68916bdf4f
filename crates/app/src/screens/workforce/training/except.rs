//! What is required of a coach and not on file, and exceptions from that (S2-2).

use dioxus::prelude::*;
use handrail_engine::api::{ExceptionView, LocalDate, TrainingPageView, WorkforceCommand};

use super::{super::order, Asking, notice};
use crate::{
    components::{Button, ButtonLook, FieldKind, FormDialog, TextArea, TextField},
    forms::{Open, PageOrder, use_sending},
    words::{
        Words,
        dates::{self, Moment},
        use_words, workforce,
    },
};

/// What is missing for each program, where nobody excepted them.
pub fn missing(words: &Words, view: &TrainingPageView, open: Open<Asking>) -> Element {
    rsx! {
        for one in view.missing.iter().filter(|one| !one.excepted) {
            div { key: "{one.program}", class: "stack-tight",
                {notice(words, &workforce::missing(words, one), view.own)}
                if view.may_except {
                    Button {
                        label: words.say("except-add"),
                        look: ButtonLook::Plain,
                        testid: "except-add",
                        on_press: {
                            let program = one.program.clone();
                            move |()| open.ask(Some(Asking::Except(program.clone())))
                        },
                    }
                }
            }
        }
    }
}

/// One exception that holds.
pub fn exception(
    words: &Words,
    moment: &Moment,
    view: &TrainingPageView,
    one: &ExceptionView,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let until = one
        .until
        .map(|day| dates::day(words, moment, &day.to_string()));
    let ending = (view.member.clone().unwrap_or_default(), one.id.clone());
    rsx! {
        div { key: "{one.id}", class: "card card-stack", "data-testid": "exception",
            p { class: "strong", {words.say(if one.name.is_empty() { "exception-all" } else { "exception-program" })} }
            if !one.name.is_empty() {
                p { "{one.name}" }
            }
            p { class: "keep-lines", {words.say_with("exception-reason", [("reason", one.reason.clone().into()), ("name", one.by.clone().into())])} }
            if let Some(until) = until {
                p { class: "soft", {words.say_with("credential-until", [("day", until.into())])} }
            }
            if view.may_except {
                Button {
                    label: words.say("exception-end"),
                    look: ButtonLook::Plain,
                    testid: "exception-end",
                    on_press: move |()| on_order.call(order(WorkforceCommand::EndException { coach: ending.0.clone(), exception: ending.1.clone() })),
                }
            }
        }
    }
}

/// Why somebody may do without what is required, and until when.
#[component]
pub fn ExceptForm(
    coach: String,
    program: String,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let mut reason = use_signal(String::new);
    let mut until = use_signal(String::new);
    let sending = use_sending(open, on_order);
    let submit = move |()| {
        let day = until.peek().trim().to_owned();
        let day = match (day.as_str(), LocalDate::parse(&day)) {
            ("", _) => None,
            (_, Ok(day)) => Some(day),
            _ => return sending.send(Err("invalid-date")),
        };
        if reason.peek().trim().is_empty() {
            return sending.send(Err("invalid-reason"));
        }
        sending.send(Ok(order(WorkforceCommand::Except {
            coach: coach.clone(),
            program: program.clone(),
            until: day,
            reason: reason.peek().clone(),
        })));
    };
    let problem = sending.shown(&words);
    rsx! {
        FormDialog { title: words.say("except-add"), testid: "except", problem, on_submit: submit, on_close: move |()| open.ask(None),
            p { {words.say("except-words")} }
            TextArea { id: "except-reason", label: words.say("reason-label"), testid: "except-reason", on_input: move |text| reason.set(text) }
            TextField { id: "except-until", label: words.say("except-until"), kind: FieldKind::Date, testid: "except-until", on_input: move |text| until.set(text) }
        }
    }
}
