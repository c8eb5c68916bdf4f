use dioxus::prelude::*;
use handrail_engine::api::{Command, Query, Reply, Topic};

use crate::{
    ask::{Load, use_view},
    components::{Button, ButtonLook, FieldKind, IconName, Page, TextField},
    engine_link::use_link,
    routes::Route,
    screens::person::use_back_to,
    session::use_shared,
    words::{errors, use_words},
};

/// Before the device goes into other hands: show nobody.
#[component]
pub fn LimitDevice() -> Element {
    rsx! {
        div { class: "pane",
            Limit { name: None, on_back: move |()| { navigator().push(Route::More {}); } }
        }
    }
}

/// Before the device goes into other hands: show one participant's name.
#[component]
pub fn LimitToPerson(participant: String) -> Element {
    let words = use_words();
    let asked = participant.clone();
    let answer = use_view(
        &[Topic::People],
        move || Query::Person {
            participant: asked.clone(),
            timeline_limit: 0,
        },
        |reply| match reply {
            Reply::Person(view) => Some(view.name),
            _ => None,
        },
    );
    let on_back = use_back_to(&participant);
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(name) => rsx! {
                    Limit { participant: Some(participant), name: Some(name), on_back }
                },
                Load::Waiting => rsx! {
                    Page { title: words.say("loading"), testid: "limit-loading", back: on_back }
                },
                Load::Failed(error) => rsx! {
                    Page { title: words.say("person-missing"), testid: "limit-failed", back: on_back,
                        p { role: "alert", {errors::error_text(&words, &error)} }
                    }
                },
            }
        }
    }
}

#[component]
fn Limit(
    #[props(default)] participant: Option<String>,
    name: Option<String>,
    on_back: EventHandler<()>,
) -> Element {
    let link = use_link();
    let words = use_words();
    let shared = use_shared();
    let mut code = use_signal(String::new);
    let mut error = use_signal(|| None::<String>);
    let submit = move |()| {
        let order = link.order(Command::StartInspection {
            participant: participant.clone(),
            code: code.peek().clone(),
        });
        let (link, words) = (link.clone(), words.clone());
        dioxus::core::spawn_forever(async move {
            match order.await {
                Ok(reply) => shared.arrived(&link, reply),
                Err(problem) => error.set(Some(errors::error_text(&words, &problem))),
            }
        });
    };
    rsx! {
        LimitContent { name, error: error(), on_input: move |text| code.set(text), on_submit: submit, on_back }
    }
}

/// What will be shown, what will not, and the code that ends it.
#[component]
pub fn LimitContent(
    name: Option<String>,
    error: Option<String>,
    on_input: EventHandler<String>,
    on_submit: EventHandler<()>,
    on_back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let shown = match name {
        Some(name) => words.say_with("limit-shows-person", [("name", name.into())]),
        None => words.say("limit-shows-nobody"),
    };
    rsx! {
        Page { title: words.say("limit-title"), testid: "limit", back: on_back,
            p { "{shown}" }
            p { {words.say("limit-words")} }
            form {
                class: "stack",
                onsubmit: move |event| {
                    event.prevent_default();
                    on_submit.call(());
                },
                TextField {
                    id: "limit-code",
                    label: words.say("limit-code"),
                    hint: words.say("limit-code-hint"),
                    kind: FieldKind::Code,
                    required: true,
                    focus: true,
                    error,
                    testid: "limit-code",
                    on_input,
                }
                Button { label: words.say("limit-start"), icon: IconName::Hide, look: ButtonLook::Main, wide: true, large: true, submit: true, testid: "limit-start" }
            }
        }
    }
}
