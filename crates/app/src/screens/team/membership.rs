use dioxus::prelude::*;
use handrail_engine::api::{Command, MemberPageView, Role};

use super::{cover::Covers, split::Split};
use crate::{
    components::{Button, ButtonLook, Dialog, Notice, NoticeTone, Section, SelectField},
    session::use_shared,
    words::{Words, dates::Moment, labels, use_words},
};

/// What an administrator may change about a member.
#[component]
pub fn Membership(
    view: MemberPageView,
    moment: Moment,
    on_order: EventHandler<Command>,
) -> Element {
    let words = use_words();
    let changes = view.may_change && !view.own && view.active;
    let covered = !view.covers.is_empty() || !view.cover_by.is_empty();
    rsx! {
        if view.change_waits {
            Notice { tone: NoticeTone::Attention, testid: "change-waits", p { {words.say("member-change-waits")} } }
        }
        if covered && view.active {
            Covers { view: view.clone(), moment, on_order }
        }
        if !view.people.is_empty() && !view.hand_over_to.is_empty() {
            Split { people: view.people.clone(), to: view.hand_over_to.clone(), on_order }
        }
        if changes {
            ChangeRole { member: view.member.clone(), role: view.role, on_order }
            Leave { member: view.member.clone(), name: view.name.clone(), people: view.people.len(), on_order }
        }
    }
}

#[component]
fn ChangeRole(member: String, role: Role, on_order: EventHandler<Command>) -> Element {
    let words = use_words();
    let mut chosen = use_signal(|| role);
    let choices = Role::ALL
        .into_iter()
        .map(|role| (labels::role(role).to_owned(), words.say(labels::role(role))))
        .collect::<Vec<_>>();
    rsx! {
        Section { title: words.say("role-title"), testid: "role-change",
            form {
                class: "stack",
                onsubmit: move |event| {
                    event.prevent_default();
                    if chosen() != role {
                        on_order.call(Command::ChangeRole { member: member.clone(), role: chosen() });
                    }
                },
                SelectField {
                    id: "role-choice",
                    label: words.say("role-choice"),
                    choices,
                    chosen: labels::role(chosen()).to_owned(),
                    hint: words.say(labels::role_reads(chosen())),
                    testid: "role-choice",
                    on_choose: move |name: String| {
                        if let Some(role) = Role::ALL.into_iter().find(|role| labels::role(*role) == name) {
                            chosen.set(role);
                        }
                    },
                }
                Button { label: words.say("role-go"), look: ButtonLook::Plain, submit: true, testid: "role-go" }
            }
        }
    }
}

#[component]
fn Leave(member: String, name: String, people: usize, on_order: EventHandler<Command>) -> Element {
    let words = use_words();
    let asked = use_shared().asked;
    let mut asking = use_signal(|| false);
    let count = u32::try_from(people).unwrap_or(u32::MAX);
    rsx! {
        Button { label: words.say("leave"), look: ButtonLook::Plain, wide: true, testid: "leave", on_press: move |()| asking.set(true) }
        if asking() {
            Dialog { title: about(&words, "leave-title", &name), testid: "leave-dialog", on_close: move |()| asking.set(false),
                ul { class: "stack",
                    li { {about(&words, "leave-keys", &name)} }
                    li { {words.say("leave-wipes")} }
                    li { {about(&words, "leave-kept", &name)} }
                    li { {words.say_with("leave-people", [("name", name.clone().into()), ("count", count.into())])} }
                }
                p { class: "strong", {words.say("leave-final")} }
                {asked.refusal(None)}
                div { class: "dialog-actions",
                    Button {
                        label: words.say("leave-go"),
                        look: ButtonLook::Plain,
                        busy: asked.waits(),
                        testid: "leave-go",
                        on_press: move |()| {
                            on_order.call(Command::EndMembership { member: member.clone() });
                        },
                    }
                    Button { label: words.say("cancel"), look: ButtonLook::Main, testid: "leave-cancel", on_press: move |()| asking.set(false) }
                }
            }
        }
    }
}

fn about(words: &Words, key: &str, name: &str) -> String {
    words.say_with(key, [("name", name.to_owned().into())])
}
