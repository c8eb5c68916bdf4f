use dioxus::prelude::*;
use handrail_engine::api::{Held, LocalDate, SupervisionCommand, SupervisionView};

use super::{order, supervision_words};
use crate::{
    components::{
        Button, ButtonLook, Check, ChipCheck, Chips, FieldKind, Fold, Notice, NoticeTone, Stepper,
        TextArea, TextField,
    },
    forms::PageOrder,
    words::use_words,
};

const AN_HOUR: u32 = 60;

/// A supervisor writes down what was held, and signs by that.
#[component]
pub fn Hold(view: SupervisionView, on_order: EventHandler<PageOrder>) -> Element {
    let words = use_words();
    let today = view.today.to_string();
    let mut on = use_signal(|| today.clone());
    let mut minutes = use_signal(|| AN_HOUR);
    let mut cases = use_signal(Vec::<String>::new);
    let waiting: Vec<_> = view
        .items
        .iter()
        .filter(|item| !item.spoken)
        .cloned()
        .collect();
    let mut items = use_signal(Vec::<String>::new);
    let mut boundaries = use_signal(|| false);
    let mut said = use_signal(String::new);
    let mut missing = use_signal(|| false);
    let coach = view.coach.coach.clone();
    let submit = move |event: FormEvent| {
        event.prevent_default();
        let day = LocalDate::parse(&on.peek()).ok();
        let long = u16::try_from(*minutes.peek()).ok().filter(|long| *long > 0);
        missing.set(day.is_none() || long.is_none());
        if let Some((on, minutes)) = day.zip(long) {
            on_order.call(order(SupervisionCommand::Hold {
                coach: coach.clone(),
                held: Held {
                    on,
                    minutes,
                    cases: cases.peek().clone(),
                    items: items.peek().clone(),
                    boundaries: *boundaries.peek(),
                    words: said.peek().trim().to_owned(),
                },
            }));
        }
    };
    rsx! {
        Fold { label: words.say("supervision-hold"), testid: "supervision-hold",
            form { class: "card card-stack", onsubmit: submit,
                TextField { id: "supervision-on", label: words.say("supervision-on"), kind: FieldKind::Date, initial: today, testid: "supervision-on", on_input: move |text| on.set(text) }
                Stepper { id: "supervision-minutes", label: words.say("group-minutes"), value: minutes(), step: 15, most: 480, testid: "supervision-minutes", on_change: move |long| minutes.set(long) }
                if !view.people.is_empty() {
                    Chips { label: words.say("supervision-of-whom"),
                        for (participant , name) in view.people.clone() {
                            ChipCheck {
                                key: "{participant}",
                                label: name,
                                chosen: cases.read().contains(&participant),
                                testid: "supervision-case",
                                on_toggle: move |on| toggle(&mut cases.write(), &participant, on),
                            }
                        }
                    }
                }
                if !waiting.is_empty() {
                    Chips { label: words.say("supervision-spoken-of"),
                        for item in waiting {
                            ChipCheck {
                                key: "{item.id}",
                                label: words.say(supervision_words::item(item.kind)),
                                chosen: items.read().contains(&item.id),
                                testid: "supervision-item",
                                on_toggle: move |on| toggle(&mut items.write(), &item.id, on),
                            }
                        }
                    }
                }
                Check { label: words.say("supervision-boundaries"), checked: boundaries(), testid: "supervision-boundaries", on_toggle: move |on| boundaries.set(on) }
                p { class: "small soft", {words.say("supervision-boundary-prompt")} }
                TextArea { id: "supervision-words", label: words.say("supervision-agreed"), testid: "supervision-words", on_input: move |text| said.set(text) }
                if missing() {
                    Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { {words.say("invalid-date")} } }
                }
                Button { label: words.say("supervision-save"), look: ButtonLook::Main, submit: true, testid: "supervision-save" }
            }
        }
    }
}

fn toggle(all: &mut Vec<String>, one: &str, on: bool) {
    all.retain(|known| known != one);
    if on {
        all.push(one.to_owned());
    }
}
