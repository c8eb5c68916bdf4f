use dioxus::prelude::*;
use handrail_engine::api::{GroupCommand, GroupFailed, GroupRow, MemberChoice};

use super::{group_words, use_groups, use_order, without};
use crate::{
    ask::Load,
    components::{
        Button, ButtonLook, Empty, Go, Icon, IconName, Notice, NoticeTone, Page, SelectField,
    },
    routes::{LaterRoute, Route},
    session::use_moment,
    words::{Words, dates::Moment, use_words},
};

/// The groups that one leads, takes part in or supervises.
#[component]
pub fn Groups() -> Element {
    let words = use_words();
    let moment = use_moment();
    let answer = use_groups();
    let back = Callback::new(|()| {
        navigator().push(Route::More {});
    });
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! {
                    Page { title: words.say("groups-title"), testid: "groups", line: words.say("groups-words"), back,
                        for name in view.waiting.clone() {
                            Notice { key: "{name}", testid: "group-waiting", p { {words.say_with("group-waiting", [("name", name.into())])} } }
                        }
                        for failed in view.failed.clone() {
                            Failed { key: "{failed.id}", failed, choices: view.choices.clone() }
                        }
                        if view.groups.is_empty() && view.waiting.is_empty() && view.failed.is_empty() {
                            Empty {
                                icon: IconName::Group,
                                title: words.say("groups-empty"),
                                words: words.say(if view.may_make { "groups-empty-words" } else { "groups-empty-ask" }),
                            }
                        } else if !view.groups.is_empty() {
                            ul { class: "rows", "data-testid": "groups-list",
                                for one in &view.groups {
                                    {row(&words, &moment, one)}
                                }
                            }
                        }
                        if view.may_make {
                            Go { to: LaterRoute::GroupNew {}, class: if view.groups.is_empty() { "button button-main" } else { "button button-plain" }, testid: "group-add",
                                Icon { name: IconName::Plus }
                                span { {words.say("group-add")} }
                            }
                        }
                    }
                },
                other => without(&words, &other, back),
            }
        }
    }
}

/// A group that could not be started: why, and once more.
#[component]
fn Failed(failed: GroupFailed, choices: Vec<MemberChoice>) -> Element {
    let words = use_words();
    let on_order = use_order(None);
    let known = failed.member.clone().unwrap_or_default();
    let mut member = use_signal(|| known);
    let (again, id) = (failed.id.clone(), failed.id);
    let why = if failed.member.is_some() {
        "group-failed-refused"
    } else {
        "group-failed-left"
    };
    let first = std::iter::once((String::new(), words.say("group-choose")));
    let choices: Vec<_> = first
        .chain(choices.into_iter().map(|one| (one.member, one.name)))
        .collect();
    rsx! {
        Notice { tone: NoticeTone::Attention, testid: "group-failed-one",
            p { class: "strong", {words.say_with("group-failed", [("name", failed.name.into())])} }
            p { {words.say(why)} }
            SelectField { id: "group-again-{again}", label: words.say("group-with"), choices, chosen: member(), testid: "group-again-member", on_choose: move |chosen| member.set(chosen) }
            div { class: "wrap",
                if !member().is_empty() {
                    Button { label: words.say("group-again"), testid: "group-again", on_press: move |()| on_order.call(GroupCommand::MakeAgain { failed: again.clone(), member: member() }) }
                }
                Button { label: words.say("log-discard"), look: ButtonLook::Quiet, testid: "group-give-up", on_press: move |()| on_order.call(GroupCommand::GiveUp { failed: id.clone() }) }
            }
        }
    }
}

fn row(words: &Words, moment: &Moment, one: &GroupRow) -> Element {
    let when = match (&one.next, one.ended) {
        (_, true) => words.say("group-ended"),
        (Some(next), _) => words.say_with(
            "group-next",
            [("when", group_words::slot(words, moment, next.slot).into())],
        ),
        (None, _) => words.say("group-no-next"),
    };
    let part = one.part.map(|part| words.say(group_words::part(part)));
    let leads = (!one.leads.is_empty())
        .then(|| words.say_with("group-led-by", [("names", one.leads.join(", ").into())]));
    rsx! {
        li { key: "{one.group}",
            Go { to: LaterRoute::Group { group: one.group.clone() }, class: "row", testid: "group",
                Icon { name: IconName::Group }
                span { class: "row-body",
                    span { class: "row-title", "{one.name}" }
                    if let Some(rhythm) = &one.rhythm {
                        span { class: "row-line", {group_words::known(words, &rhythm.known)} }
                    }
                    span { class: "row-line", "{when}" }
                    if let Some(said) = leads.or(part) {
                        span { class: "row-line", "{said}" }
                    }
                }
                span { class: "row-end", Icon { name: IconName::Right } }
            }
        }
    }
}
