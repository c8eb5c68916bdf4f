use dioxus::prelude::*;
use handrail_engine::api::DeskCommand;

use super::order;
use crate::{
    components::{
        Button, ButtonLook, ChipRadio, Chips, Fold, Notice, NoticeTone, SelectField, TextArea,
        TextField,
    },
    forms::PageOrder,
    words::use_words,
};

/// A new entry: what the clinic says, or what was reported.
#[component]
pub fn DeskForm(people: Vec<(String, String)>, on_order: EventHandler<PageOrder>) -> Element {
    let words = use_words();
    let mut is_report = use_signal(|| false);
    let mut person = use_signal(String::new);
    let mut first = use_signal(String::new);
    let mut second = use_signal(String::new);
    let mut third = use_signal(String::new);
    let mut said = use_signal(String::new);
    let mut missing = use_signal(|| false);
    let choose = std::iter::once((String::new(), words.say("group-choose")));
    let choices: Vec<(String, String)> = choose.chain(people).collect();
    let submit = move |event: FormEvent| {
        event.prevent_default();
        let text = |field: Signal<String>| field.peek().trim().to_owned();
        let needed = [text(person), text(first), text(second)];
        let third_is_needed = !is_report() && text(third).is_empty();
        let is_missing = needed.iter().any(String::is_empty) || third_is_needed;
        missing.set(is_missing);
        if is_missing {
            return;
        }
        let [participant, first, second] = needed;
        on_order.call(order(if is_report() {
            DeskCommand::LegalReport {
                participant,
                to: first,
                made_by: second,
                reference: text(third),
                words: text(said),
            }
        } else {
            DeskCommand::CareLevel {
                participant,
                edition: first,
                level: second,
                given_by: text(third),
                words: text(said),
            }
        }));
    };
    let labels = if is_report() {
        ["desk-to", "desk-made-by", "desk-reference"]
    } else {
        ["desk-edition", "desk-level-text", "desk-given-by"]
    };
    let [one, two, three] = labels.map(|key| words.say(key));
    rsx! {
        Fold { label: words.say("desk-add"), testid: "desk-add",
            form { class: "card card-stack", onsubmit: submit,
                Chips { label: words.say("desk-what"),
                    ChipRadio { group: "desk-what", label: words.say("desk-level"), chosen: !is_report(), testid: "desk-is-level", on_choose: move |()| is_report.set(false) }
                    ChipRadio { group: "desk-what", label: words.say("desk-report"), chosen: is_report(), testid: "desk-is-report", on_choose: move |()| is_report.set(true) }
                }
                SelectField { id: "desk-person", label: words.say("desk-person"), choices, chosen: person(), testid: "desk-person", on_choose: move |chosen| person.set(chosen) }
                TextField { id: "desk-first", label: one, testid: "desk-first", on_input: move |text| first.set(text) }
                TextField { id: "desk-second", label: two, testid: "desk-second", on_input: move |text| second.set(text) }
                TextField { id: "desk-third", label: three, testid: "desk-third", on_input: move |text| third.set(text) }
                TextArea { id: "desk-said", label: words.say("desk-said"), testid: "desk-said", on_input: move |text| said.set(text) }
                if missing() {
                    Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { {words.say("desk-missing")} } }
                }
                Button { label: words.say("save"), look: ButtonLook::Main, submit: true, testid: "desk-save" }
            }
        }
    }
}
