use dioxus::prelude::*;
use handrail_engine::api::billing::{PayerFault, PayerPack};
use handrail_engine::api::{BillingCommand, Command, ScorecardCommand};

use super::bill::Changing;
use crate::{
    components::{Button, ButtonLook, Dialog, TextArea},
    forms::{Open, PageOrder},
    session::use_shared,
    words::{Words, use_words},
};

/// The agency's own payers, as the text of a pack.
#[component]
pub fn PayersForm(
    pack: String,
    own: bool,
    open: Open<Changing>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let asked = use_shared().asked;
    let mut typed = use_signal(|| pack.clone());
    let mut problem = use_signal(|| None::<String>);
    let use_pack = move |pack: Option<String>| {
        let command = BillingCommand::UsePayers { pack };
        on_order.call(Command::Scorecard(ScorecardCommand::Billing(command)).into());
    };
    let say = words.clone();
    let submit = move |event: FormEvent| {
        event.prevent_default();
        let text = typed.peek().clone();
        match PayerPack::parse(&text) {
            Ok(_) => {
                problem.set(None);
                use_pack(Some(text));
            }
            Err(fault) => problem.set(Some(fault_text(&say, &fault))),
        }
    };
    rsx! {
        Dialog { title: words.say("bill-payers"), testid: "payers-form", on_close: move |()| open.ask(None),
            form { class: "stack", onsubmit: submit,
                p { class: "soft", {words.say("bill-payers-words")} }
                TextArea { id: "payers-text", label: words.say("bill-payers-text"), code: true, initial: pack, testid: "payers-text", on_input: move |text| typed.set(text) }
                {asked.refusal(problem())}
                div { class: "dialog-actions",
                    Button { label: words.say("save"), look: ButtonLook::Main, submit: true, busy: asked.waits(), testid: "payers-save" }
                    if own {
                        Button { label: words.say("bill-payers-app"), busy: asked.waits(), testid: "payers-app", on_press: move |()| use_pack(None) }
                    }
                    Button { label: words.say("cancel"), testid: "payers-cancel", on_press: move |()| open.ask(None) }
                }
            }
        }
    }
}

fn fault_text(words: &Words, fault: &PayerFault) -> String {
    match fault {
        PayerFault::TooLarge => words.say("bill-fault-large"),
        PayerFault::Malformed { line, column, why } => words.say_with(
            "bill-fault-malformed",
            [
                ("line", line.to_string().into()),
                ("column", column.to_string().into()),
                ("why", why.clone().into()),
            ],
        ),
        PayerFault::OtherFormat(_) => words.say("bill-fault-format"),
        PayerFault::Incomplete(id) => {
            words.say_with("bill-fault-incomplete", [("id", id.clone().into())])
        }
        PayerFault::Twice(id) => words.say_with("bill-fault-twice", [("id", id.clone().into())]),
    }
}
