use dioxus::prelude::*;
use handrail_engine::api::{CoachSpaceCommand, MESSAGE_LIMIT, Reply};

use super::command;
use crate::{
    components::{Button, ButtonLook, Dialog, TextArea},
    engine_link::use_link,
    forms::use_form,
    session::use_shared,
    toast::Toast,
    words::{Words, errors, use_words},
};

/// A field to say something, or to answer. What is typed is kept until it was said.
#[component]
pub fn Write(
    /// The message that is answered.
    #[props(default)]
    answers: Option<String>,
    /// An answer was given, or is not to be given now.
    #[props(default)]
    on_close: Option<EventHandler<()>>,
) -> Element {
    let words = use_words();
    let link = use_link();
    let mut shared = use_shared();
    let id = answers.clone().unwrap_or_else(|| "new".to_owned());
    let form = use_form(format!("coaches-{id}"), String::new);
    let (mut typed, discard) = (form.typed, form.discard);
    let mut problem = use_signal(|| None::<String>);
    let mut named = use_signal(Vec::<String>::new);
    let mut busy = use_signal(|| false);
    let mut sent = use_signal(|| 0_u32);
    let is_answer = answers.is_some();
    let say = words.clone();
    let send = use_callback(move |anyway: bool| {
        if busy() {
            return;
        }
        let text = typed.peek().trim().to_owned();
        let missing = problem_of(&say, &text);
        let is_wrong = missing.is_some();
        problem.set(missing);
        if is_wrong {
            return;
        }
        busy.set(true);
        let asking = link.order(command(CoachSpaceCommand::Say {
            words: text,
            answers: answers.clone(),
            anyway,
        }));
        let words = say.clone();
        spawn(async move {
            let answer = asking.await;
            busy.set(false);
            match answer {
                Ok(Reply::NamesFound(names)) if !names.is_empty() => named.set(names),
                Ok(_) => {
                    named.set(Vec::new());
                    discard.call(());
                    typed.set(String::new());
                    sent += 1;
                    shared.toast.set(Some(Toast {
                        words: words.say("saved-here"),
                        undo: None,
                    }));
                    if let Some(on_close) = on_close {
                        on_close.call(());
                    }
                }
                Err(error) => {
                    named.set(Vec::new());
                    problem.set(Some(errors::error_text(&words, &error)));
                }
            }
        });
    });
    if !(form.ready)() {
        return rsx! {};
    }
    let [class, label, field, save] = if is_answer {
        [
            "stack-tight",
            "coaches-your-answer",
            "coaches-answer-words",
            "coaches-answer-save",
        ]
    } else {
        [
            "card card-stack",
            "coaches-write",
            "coaches-words",
            "coaches-save",
        ]
    };
    let initial = typed.peek().clone();
    rsx! {
        form {
            class,
            onsubmit: move |event| {
                event.prevent_default();
                send.call(false);
            },
            for number in [sent()] {
                TextArea { key: "{number}", id: "coaches-{id}", label: words.say(label), hint: words.say("coaches-hint"), initial: initial.clone(), error: problem(), testid: "{field}", on_input: move |text| typed.set(text) }
            }
            div { class: "dialog-actions",
                Button { label: words.say("coaches-save"), look: ButtonLook::Main, submit: true, busy: busy(), testid: "{save}" }
                if let Some(on_close) = on_close {
                    Button { label: words.say("coaches-later"), testid: "coaches-answer-close", on_press: on_close }
                }
            }
        }
        if !named().is_empty() {
            Dialog { title: words.say("coaches-named-title"), testid: "coaches-named", on_close: move |()| named.set(Vec::new()),
                p { {words.say_with("coaches-named-words", [("names", named().join(", ").into())])} }
                p { {words.say("coaches-named-why")} }
                div { class: "dialog-actions",
                    Button { label: words.say("coaches-named-change"), look: ButtonLook::Main, testid: "coaches-named-change", on_press: move |()| named.set(Vec::new()) }
                    Button { label: words.say("coaches-named-anyway"), busy: busy(), testid: "coaches-named-anyway", on_press: move |()| send.call(true) }
                }
            }
        }
    }
}

/// Why a text cannot be said, if it cannot.
fn problem_of(words: &Words, text: &str) -> Option<String> {
    let length = text.chars().count();
    if text.is_empty() {
        return Some(words.say("coaches-missing"));
    }
    (length > MESSAGE_LIMIT).then(|| {
        let over = length - MESSAGE_LIMIT;
        let limit = i64::try_from(MESSAGE_LIMIT).unwrap_or_default();
        let with = [
            ("limit", limit.into()),
            ("over", i64::try_from(over).unwrap_or_default().into()),
        ];
        words.say_with("coaches-too-long", with)
    })
}
