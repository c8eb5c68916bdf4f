use dioxus::prelude::*;
use handrail_engine::api::{Command, GroupCommand, GroupInput, GroupView, Part, StaffView, Stays};

use super::group_words;
use crate::{
    components::{Button, ButtonLook, Dialog, Notice, Section, SelectField},
    forms::{Open, PageOrder, use_dialogs},
    session::use_shared,
    words::use_words,
};

/// Who reads the group from now on, or no more.
#[derive(Debug, Clone, PartialEq)]
enum Asking {
    /// A member, and their name, is let in.
    In(String, String),
    /// Somebody who is in it is taken out.
    Out(StaffView),
}

/// Who of the team is in it, and who may let others in.
#[component]
pub fn Staff(view: GroupView) -> Element {
    let words = use_words();
    let (open, on_order) = use_dialogs::<Asking>();
    let mut chosen = use_signal(String::new);
    let choices = std::iter::once((String::new(), words.say("group-choose"))).chain(
        view.choices
            .iter()
            .map(|one| (one.member.clone(), one.name.clone())),
    );
    let choices: Vec<_> = choices.collect();
    let name = (choices.iter()).find(|(member, _)| !member.is_empty() && *member == chosen());
    let name = name.map(|(_, name)| name.clone()).unwrap_or_default();
    rsx! {
        Section { title: words.say("group-staff"), testid: "group-staff",
            if view.waits {
                Notice { p { {words.say("group-staff-waits")} } }
            }
            ul { class: "rows",
                for one in view.staff.clone() {
                    One { key: "{one.member}", group: view.group.clone(), one, may_make: view.may_make, open, on_order }
                }
            }
            if view.may_make && choices.len() > 1 {
                SelectField {
                    id: "group-let-in",
                    label: words.say("group-let-in"),
                    hint: words.say("group-let-in-hint"),
                    choices,
                    chosen: chosen(),
                    testid: "group-let-in",
                    on_choose: move |member: String| chosen.set(member),
                }
                if !name.is_empty() {
                    Button {
                        label: words.say_with("group-let-in-of", [("name", name.clone().into())]),
                        testid: "group-let-in-ask",
                        on_press: move |()| open.ask(Some(Asking::In(chosen(), name.clone()))),
                    }
                }
            }
        }
        Asked { group: view.group, open, on_order }
    }
}

/// One of them.
#[component]
fn One(
    group: String,
    one: StaffView,
    may_make: bool,
    open: Open<Asking>,
    on_order: Callback<PageOrder>,
) -> Element {
    let words = use_words();
    let parts = |part: Part| (part.code().to_owned(), words.say(group_words::part(part)));
    let is_in = one.part != Part::Away;
    let out = one.clone();
    rsx! {
        li { class: "row", "data-testid": "group-member",
            div { class: "row-body",
                if is_in {
                    SelectField {
                        id: "part-{one.member}",
                        label: one.name.clone(),
                        choices: vec![parts(Part::Leads), parts(Part::Peer)],
                        chosen: one.part.code().to_owned(),
                        testid: "group-member-part",
                        on_choose: move |code: String| {
                            let part = Part::from_code(&code).unwrap_or(Part::Leads);
                            let changes = vec![GroupInput::Staff { member: one.member.clone(), part }];
                            let change = GroupCommand::Change { group: group.clone(), changes };
                            on_order.call(Command::Group(change).into());
                        },
                    }
                } else {
                    span { class: "row-title", "{one.name}" }
                    span { class: "row-line", {words.say("group-not-in-it")} }
                }
                if let Some(stays) = one.stays {
                    span { class: "row-line", "data-testid": "group-stays", {words.say(group_words::stays(stays))} }
                }
                if may_make && is_in {
                    span { class: "entry-tools",
                        Button {
                            label: words.say("group-take-out"),
                            spoken: words.say_with("group-take-out-of", [("name", one.name.clone().into())]),
                            look: ButtonLook::Quiet,
                            testid: "group-take-out",
                            on_press: move |()| open.ask(Some(Asking::Out(out.clone()))),
                        }
                    }
                }
            }
        }
    }
}

/// Says first who reads what from then on.
#[component]
fn Asked(group: String, open: Open<Asking>, on_order: Callback<PageOrder>) -> Element {
    let words = use_words();
    let asked = use_shared().asked;
    let Some(asking) = (open.asking)() else {
        return rsx! {};
    };
    let (title, name, about, yes) = match &asking {
        Asking::In(_, name) => (
            "group-let-in-title",
            name.clone(),
            "group-let-in-words",
            "group-let-in-yes",
        ),
        Asking::Out(one) => {
            let about = match one.stays {
                None => "group-take-out-words",
                Some(Stays::BeganIt) => "group-take-out-began",
                Some(Stays::ReadsAll) => "group-take-out-reads-all",
            };
            (
                "group-take-out-title",
                one.name.clone(),
                about,
                "group-take-out",
            )
        }
    };
    let command = match asking {
        Asking::In(member, _) => GroupCommand::LetIn {
            group,
            member,
            part: Part::Leads,
        },
        Asking::Out(one) => GroupCommand::TakeOut {
            group,
            member: one.member,
        },
    };
    rsx! {
        Dialog { title: words.say_with(title, [("name", name.into())]), testid: "group-staff-ask", on_close: move |()| open.ask(None),
            p { "data-testid": "group-staff-words", {words.say(about)} }
            {asked.refusal(None)}
            div { class: "dialog-actions",
                Button { label: words.say(yes), look: ButtonLook::Main, busy: asked.waits(), testid: "group-staff-yes", on_press: move |()| on_order.call(Command::Group(command.clone()).into()) }
                Button { label: words.say("cancel"), testid: "group-staff-cancel", on_press: move |()| open.ask(None) }
            }
        }
    }
}
