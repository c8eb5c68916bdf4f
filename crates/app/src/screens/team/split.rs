use dioxus::prelude::*;
use handrail_engine::api::{Command, MemberChoice, MemberPerson};

use crate::{
    components::{Button, ButtonLook, Section, SelectField},
    words::use_words,
};

/// A coach for each participant of a caseload; those left as they are stay.
#[component]
pub fn Split(
    people: Vec<MemberPerson>,
    to: Vec<MemberChoice>,
    on_order: EventHandler<Command>,
) -> Element {
    let words = use_words();
    let mut chosen = use_signal(Vec::<(String, String)>::new);
    let mut choices = vec![(String::new(), words.say("split-stay"))];
    choices.extend(to.into_iter().map(|choice| (choice.member, choice.name)));
    let of = move |participant: &str| {
        let chosen = chosen.read();
        let found = chosen.iter().find(|(of, _)| of == participant);
        found.map(|(_, to)| to.clone()).unwrap_or_default()
    };
    rsx! {
        Section { title: words.say("split-title"), testid: "split",
            p { class: "soft", {words.say("split-words")} }
            form {
                class: "stack",
                onsubmit: move |event| {
                    event.prevent_default();
                    let to = std::mem::take(&mut *chosen.write());
                    if !to.is_empty() {
                        on_order.call(Command::HandOverMany { to, reason: String::new() });
                    }
                },
                for person in people {
                    SelectField {
                        key: "{person.participant}",
                        id: "split-{person.participant}",
                        label: person.name.clone(),
                        choices: choices.clone(),
                        chosen: of(&person.participant),
                        testid: "split-choice",
                        on_choose: move |to: String| {
                            let mut all = chosen.write();
                            all.retain(|(of, _)| *of != person.participant);
                            if !to.is_empty() {
                                all.push((person.participant.clone(), to));
                            }
                        },
                    }
                }
                Button { label: words.say("split-go"), look: ButtonLook::Plain, submit: true, testid: "split-go" }
            }
        }
    }
}
