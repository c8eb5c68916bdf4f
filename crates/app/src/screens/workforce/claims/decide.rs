use dioxus::prelude::*;
use handrail_engine::api::{MoneyCommand, MoneyStep};

use super::{Asking, pay, step_key};
use crate::{
    components::{FormDialog, TextArea, TextField},
    forms::{Open, PageOrder},
    words::use_words,
};

/// A decision about what somebody asked for: who pays, and why not.
#[component]
pub fn DecideForm(
    member: String,
    funders: Vec<String>,
    entry: String,
    step: MoneyStep,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let mut funder = use_signal(String::new);
    let mut reason = use_signal(String::new);
    let mut missing = use_signal(|| false);
    let submit = move |()| {
        if step == MoneyStep::Declined && reason.peek().trim().is_empty() {
            return missing.set(true);
        }
        on_order.call(pay(MoneyCommand::Decide {
            member: member.clone(),
            entry: entry.clone(),
            step,
            funder: funder.peek().clone(),
            reason: reason.peek().clone(),
        }));
    };
    rsx! {
        FormDialog { title: words.say(step_key(step)), testid: "decide", problem: (open.problem)(), save: words.say(step_key(step)), on_submit: submit, on_close: move |()| open.ask(None),
            if step != MoneyStep::Declined {
                TextField { id: "decide-funder", label: words.say("decide-funder"), suggestions: funders, testid: "decide-funder", on_input: move |text| funder.set(text) }
            }
            TextArea { id: "decide-reason", label: words.say(if step == MoneyStep::Declined { "reason-label" } else { "decide-words" }), error: missing().then(|| words.say("invalid-reason")), testid: "decide-reason", on_input: move |text| reason.set(text) }
        }
    }
}
