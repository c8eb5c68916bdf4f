use dioxus::prelude::*;
use handrail_engine::api::{Command, ITEMS, LEAST, Language, MOST, PlanCommand};
use serde::{Deserialize, Serialize};

use crate::{
    components::{Button, ButtonLook, FieldKind, Notice, NoticeTone, Page, Skeleton, TextField},
    engine_link::use_link,
    forms::use_form,
    routes::LaterRoute,
    session::{use_moment, use_shared},
    toast::Toast,
    words::{errors, language_tag, plans, use_words},
};

/// What was answered so far.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(from = "Kept")]
struct Given {
    /// For each item.
    answers: [Option<u8>; ITEMS],
    /// The day, as the field has it; empty for the day on which it is opened.
    on: String,
}

/// As drafts have it. An earlier version kept the answers alone.
#[derive(Deserialize)]
#[serde(untagged)]
enum Kept {
    Given {
        answers: [Option<u8>; ITEMS],
        on: String,
    },
    Answers([Option<u8>; ITEMS]),
}

impl From<Kept> for Given {
    fn from(kept: Kept) -> Self {
        let (answers, on) = match kept {
            Kept::Given { answers, on } => (answers, on),
            Kept::Answers(answers) => (answers, String::new()),
        };
        Self { answers, on }
    }
}

/// The BARC-10 for a participant to answer. What was answered comes back after a lock or a kill.
#[component]
pub fn Barc10(participant: String) -> Element {
    let words = use_words();
    let link = use_link();
    let mut shared = use_shared();
    let today = use_moment().today().to_string();
    let form = use_form(format!("barc10:{participant}"), || Given {
        answers: [None; ITEMS],
        on: today.clone(),
    });
    let mut given = form.typed;
    let day = match given.peek().on.as_str() {
        "" => today.clone(),
        on => on.to_owned(),
    };
    use_effect(move || {
        if (form.ready)() && given.peek().on.is_empty() {
            given.write().on.clone_from(&today);
        }
    });
    let mut busy = use_signal(|| false);
    let mut error = use_signal(|| None::<String>);
    let answer = use_callback(move |(item, answer): (usize, Option<u8>)| {
        if let Some(place) = given.write().answers.get_mut(item) {
            *place = answer;
        }
    });
    let to_plan = LaterRoute::Plan {
        participant: participant.clone(),
    };
    let back = {
        let to_plan = to_plan.clone();
        move |()| {
            navigator().push(to_plan.clone());
        }
    };
    let say = words.clone();
    let submit = move |event: FormEvent| {
        event.prevent_default();
        if busy() {
            return;
        }
        busy.set(true);
        error.set(None);
        let order = link.order(Command::Plan(PlanCommand::Barc10 {
            participant: participant.clone(),
            on: given.peek().on.clone(),
            answers: given.peek().answers,
            language: language_tag(say.language()).to_owned(),
        }));
        let (words, to_plan) = (say.clone(), to_plan.clone());
        spawn(async move {
            let result = order.await;
            busy.set(false);
            match result {
                Ok(_) => {
                    form.discard.call(());
                    shared.toast.set(Some(Toast {
                        words: words.say("saved-here"),
                        undo: None,
                    }));
                    navigator().replace(to_plan);
                }
                Err(problem) => error.set(Some(errors::error_text(&words, &problem))),
            }
        });
    };
    let answered = given.read().answers.iter().flatten().count();
    let left = u32::try_from(ITEMS - answered).unwrap_or(0);
    rsx! {
        div { class: "pane",
            Page { title: words.say("barc10-open"), testid: "barc10", back,
                Notice { p { {words.say("barc10-theirs")} } }
                p { {words.say("barc10-scale")} }
                if words.language() == Language::Spanish {
                    p { class: "small soft", {words.say("barc10-translated")} }
                }
                if (form.ready)() {
                    form { class: "stack", onsubmit: submit,
                        for (item , key) in plans::BARC10.into_iter().enumerate() {
                            Item { key: "{item}", item, text: words.say(key), given: given.read().answers.get(item).copied().flatten(), on_answer: answer }
                        }
                        TextField { id: "barc10-day", label: words.say("barc10-day-label"), kind: FieldKind::Date, initial: day, testid: "barc10-day", on_input: move |text| given.write().on = text }
                        if left > 0 {
                            p { class: "soft", "data-testid": "barc10-left", {words.say_with("barc10-left", [("count", left.into())])} }
                        }
                        if let Some(error) = error() {
                            Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { "{error}" } }
                        }
                        Button { label: if busy() { words.say("saving") } else { words.say("save") }, look: ButtonLook::Main, wide: true, large: true, submit: true, busy: busy(), testid: "barc10-save" }
                        p { class: "small soft", {words.say("barc10-source")} }
                    }
                } else {
                    Skeleton { words: words.say("loading") }
                }
            }
        }
    }
}

/// One statement with its scale.
#[component]
fn Item(
    item: usize,
    text: String,
    given: Option<u8>,
    on_answer: EventHandler<(usize, Option<u8>)>,
) -> Element {
    let words = use_words();
    let spoken = |answer: u8| match answer {
        LEAST => Some(words.say("barc10-least")),
        MOST => Some(words.say("barc10-most")),
        _ => None,
    };
    rsx! {
        fieldset { class: "card scale", "data-testid": "barc10-item",
            legend { class: "only-read", "{item + 1}. {text}" }
            p { class: "strong", "aria-hidden": "true", "{item + 1}. {text}" }
            div { class: "scale-steps",
                for answer in LEAST..=MOST {
                    label { key: "{answer}", class: "chip",
                        input {
                            r#type: "radio",
                            name: "barc10-{item}",
                            checked: given == Some(answer),
                            "aria-label": spoken(answer),
                            "data-testid": "barc10-{item + 1}-{answer}",
                            onchange: move |_| on_answer.call((item, Some(answer))),
                        }
                        span { class: "chip-face", "{answer}" }
                    }
                }
            }
            if given.is_some() {
                Button { label: words.say("barc10-clear"), spoken: words.say_with("barc10-clear-of", [("number", (item + 1).into())]), look: ButtonLook::Quiet, testid: "barc10-clear-{item + 1}", on_press: move |()| on_answer.call((item, None)) }
            }
            p { class: "scale-ends small soft", "aria-hidden": "true",
                span { {words.say("barc10-disagree")} }
                span { {words.say("barc10-agree")} }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_earlier_version_kept_of_a_half_answered_barc_10_is_read() {
        let mut answers = [None; ITEMS];
        answers[2] = Some(MOST);
        let json = serde_json::to_string(&answers).unwrap_or_default();
        let read: Option<Given> = serde_json::from_str(&json).ok();
        let on = String::new();
        assert_eq!(read, Some(Given { answers, on }));
        let on = "2026-11-21".to_owned();
        let given = Given { answers, on };
        let json = serde_json::to_string(&given).unwrap_or_default();
        assert_eq!(serde_json::from_str(&json).ok(), Some(given));
    }
}
