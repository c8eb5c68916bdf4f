use dioxus::prelude::*;
use handrail_engine::api::{Command, InspectedPersonView, SessionView};

use crate::{
    components::{Avatar, Button, ButtonLook, FieldKind, IconName, TextField},
    engine_link::use_link,
    forms::use_trying,
    screens::start::GatePage,
    session::use_shared,
    words::{owed, use_words},
};

/// The device in other hands; the code opens everything again.
#[component]
pub fn Inspected() -> Element {
    let link = use_link();
    let words = use_words();
    let shared = use_shared();
    let person = match &*shared.session.read() {
        SessionView::Inspecting(view) => view.person.clone(),
        // Between the code and the open app.
        _ => None,
    };
    let mut trying = use_trying();
    let submit = move |()| {
        let order = link.order(Command::EndInspection {
            code: trying.secret.peek().clone(),
        });
        let (link, words) = (link.clone(), words.clone());
        dioxus::core::spawn_forever(async move {
            match order.await {
                Ok(reply) => shared.arrived(&link, reply),
                Err(problem) => trying.refuse(&words, &problem),
            }
        });
    };
    rsx! {
        InspectedContent {
            person,
            error: (trying.error)(),
            attempts: (trying.wrong)(),
            on_input: move |text| trying.secret.set(text),
            on_submit: submit,
        }
    }
}

/// One person's name and how they may be reached, or nobody; the field empties with each wrong code.
#[component]
pub fn InspectedContent(
    person: Option<InspectedPersonView>,
    error: Option<String>,
    attempts: u32,
    on_input: EventHandler<String>,
    on_submit: EventHandler<()>,
) -> Element {
    let words = use_words();
    rsx! {
        GatePage { testid: "inspected", brand: words.say("inspected-title"),
            if let Some(person) = person {
                Person { person }
            }
            p { {words.say("inspected-words")} }
            form {
                class: "stack",
                onsubmit: move |event| {
                    event.prevent_default();
                    on_submit.call(());
                },
                for attempt in [attempts] {
                    TextField {
                        key: "{attempt}",
                        id: "inspected-code",
                        label: words.say("inspected-code"),
                        kind: FieldKind::Code,
                        required: true,
                        error: error.clone(),
                        testid: "inspected-code",
                        on_input,
                    }
                }
                Button { label: words.say("inspected-end"), icon: IconName::Lock, look: ButtonLook::Plain, wide: true, large: true, submit: true, testid: "inspected-end" }
            }
        }
    }
}

#[component]
fn Person(person: InspectedPersonView) -> Element {
    let words = use_words();
    let rule = owed::safe_contact(&words, &person.safe_contact);
    rsx! {
        div { class: "card card-stack", "data-testid": "inspected-person",
            div { class: "person-head",
                Avatar { name: person.name.clone(), id: person.name.clone(), large: true }
                div { class: "stack-tight",
                    h2 { "{person.name}" }
                    if !person.pronouns.is_empty() {
                        p { class: "soft", "{person.pronouns}" }
                    }
                }
            }
            if !rule.is_empty() {
                p { class: "strong", {rule.join(" ")} }
            }
        }
    }
}
