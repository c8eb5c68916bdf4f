//! The desk of clinical providers and supervisors: levels of care and reports, which no coach reads
//! (S4-22, S4-23).

mod form;

use dioxus::prelude::*;
use handrail_engine::api::{
    CoachingCommand, Command, DeskCommand, DeskEntryView, DeskFactsView, DeskView, Query, Reply,
    Topic,
};

use crate::{
    ask::{Load, use_view},
    components::{
        Absent, Button, ButtonLook, Empty, FieldKind, Fold, Icon, IconName, Mark, MarkTone, Notice,
        NoticeTone, Page, Section, SelectField, TextField,
    },
    forms::{PageOrder, use_dialogs},
    routes::LaterRoute,
    screens::concerns::set_aside,
    session::use_moment,
    words::{
        Words,
        dates::{self, Moment},
        use_words,
    },
};

use form::DeskForm;

fn order(command: DeskCommand) -> PageOrder {
    Command::Coaching(CoachingCommand::Desk(command)).into()
}

/// What stands on the desk, and who reads it.
#[component]
pub fn Desk() -> Element {
    let words = use_words();
    let moment = use_moment();
    let (_, on_order) = use_dialogs::<()>();
    let answer = use_view(
        &[Topic::People, Topic::Team, Topic::Settings],
        || Query::Desk,
        |reply| match reply {
            Reply::Desk(view) => Some(*view),
            _ => None,
        },
    );
    let back = move |()| {
        navigator().push(LaterRoute::Team {});
    };
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! {
                    Page { title: words.say("desk-title"), testid: "desk", back,
                        p { {words.say("desk-words")} }
                        if view.waits {
                            Notice { testid: "desk-waits", p { {words.say("desk-waits")} } }
                        } else if !view.is_open {
                            Empty { icon: IconName::Lock, title: words.say("desk-none"),
                                if view.may_arrange {
                                    Button { label: words.say("desk-open"), look: ButtonLook::Main, testid: "desk-open", on_press: move |()| on_order.call(order(DeskCommand::Open)) }
                                }
                            }
                        }
                        if view.is_open {
                            for newest in [view.entries.first().map(|one| one.id.clone()).unwrap_or_default()] {
                                DeskForm { key: "{newest}", people: view.people.clone(), on_order }
                            }
                        }
                        {entries(&words, &moment, &view, on_order)}
                        if view.may_arrange && view.is_open {
                            Readers { view: view.clone(), on_order }
                        }
                    }
                },
                other => rsx! { Absent { title: words.say("desk-title"), page: "desk", why: other.why(), back } },
            }
        }
    }
}

fn entries(
    words: &Words,
    moment: &Moment,
    view: &DeskView,
    on_order: EventHandler<PageOrder>,
) -> Element {
    rsx! {
        if !view.entries.is_empty() {
            Section { title: words.say("desk-entries"), testid: "desk-entries",
                ul { class: "rows",
                    for entry in &view.entries {
                        Entry { key: "{entry.id}", entry: entry.clone(), on_order }
                    }
                }
            }
        }
        {set_aside(words, moment, &view.aside, "desk-aside")}
    }
}

#[component]
fn Entry(entry: DeskEntryView, on_order: EventHandler<PageOrder>) -> Element {
    let words = use_words();
    let moment = use_moment();
    let mut by = use_signal(String::new);
    let mut missing = use_signal(|| false);
    let at = |at: i64| dates::day_and_time(&words, &moment, at);
    let (title, lines) = facts(&words, &entry.facts);
    let name = if entry.name.is_empty() {
        words.say("desk-not-here")
    } else {
        entry.name.clone()
    };
    let id = entry.id.clone();
    let submit = move |event: FormEvent| {
        event.prevent_default();
        let name = by.peek().trim().to_owned();
        missing.set(name.is_empty());
        if !name.is_empty() {
            let entry = id.clone();
            on_order.call(order(DeskCommand::Told { entry, by: name }));
        }
    };
    rsx! {
        li { class: "row", "data-testid": "desk-entry",
            Icon { name: IconName::Log }
            div { class: "row-body",
                span { class: "row-title", "{name}" }
                div { class: "wrap", Mark { words: title, tone: MarkTone::Primary } }
                for line in lines {
                    span { key: "{line}", class: "row-line", "{line}" }
                }
                if !entry.words.is_empty() {
                    span { class: "keep-lines", "{entry.words}" }
                }
                span { class: "row-line", {words.say_with("conflict-by", [("author", entry.by.clone().into()), ("when", at(entry.at).into())])} }
                if let Some((by, when)) = &entry.told {
                    span { class: "row-line", {words.say_with("off-was-told", [("by", by.clone().into()), ("when", at(*when).into())])} }
                } else if matches!(entry.facts, DeskFactsView::CareLevel { .. }) {
                    Fold { label: words.say("off-told-title"),
                        form { class: "stack", onsubmit: submit,
                            TextField { id: "desk-told-{entry.id}", label: words.say("off-told-by"), hint: words.say("off-told-hint"), error: missing().then(|| words.say("invalid-name")), testid: "desk-told-by", on_input: move |text| by.set(text) }
                            Button { label: words.say("off-told-save"), submit: true, testid: "desk-told" }
                        }
                    }
                }
            }
        }
    }
}

/// What an entry is, and what it says, one line for each.
fn facts(words: &Words, facts: &DeskFactsView) -> (String, Vec<String>) {
    match facts {
        DeskFactsView::CareLevel {
            edition,
            level,
            given_by,
        } => (
            words.say("desk-level"),
            vec![
                format!("{level} · {edition}"),
                words.say_with("desk-given", [("by", given_by.clone().into())]),
            ],
        ),
        DeskFactsView::LegalReport {
            to,
            made_by,
            reference,
        } => {
            let with = [("by", made_by.clone().into()), ("to", to.clone().into())];
            let mut lines = vec![words.say_with("desk-reported", with)];
            if !reference.is_empty() {
                lines.push(reference.clone());
            }
            (words.say("desk-report"), lines)
        }
    }
}

/// Clinical providers who read it, each until an end.
#[component]
fn Readers(view: DeskView, on_order: EventHandler<PageOrder>) -> Element {
    let words = use_words();
    let moment = use_moment();
    let mut member = use_signal(String::new);
    let mut through = use_signal(String::new);
    let mut missing = use_signal(|| false);
    let first = std::iter::once((String::new(), words.say("group-choose")));
    let choices: Vec<(String, String)> = first
        .chain(
            view.choices
                .iter()
                .map(|one| (one.member.clone(), one.name.clone())),
        )
        .collect();
    let submit = move |event: FormEvent| {
        event.prevent_default();
        let (member, through) = (member.peek().clone(), through.peek().clone());
        missing.set(member.is_empty() || through.is_empty());
        if !member.is_empty() && !through.is_empty() {
            on_order.call(order(DeskCommand::Name { member, through }));
        }
    };
    rsx! {
        Section { title: words.say("desk-readers"), testid: "desk-readers",
            p { {words.say("desk-readers-words")} }
            ul { class: "rows",
                for (id , name , until) in view.named.clone() {
                    li { key: "{id}", class: "row",
                        div { class: "row-body",
                            span { class: "row-title", "{name}" }
                            span { class: "row-line", {words.say_with("desk-until", [("when", dates::day_of(&words, &moment, until - 1).into())])} }
                        }
                        Button { label: words.say("desk-end"), spoken: words.say_with("desk-end-of", [("name", name.clone().into())]), look: ButtonLook::Quiet, testid: "desk-end", on_press: move |()| on_order.call(order(DeskCommand::End { member: id.clone() })) }
                    }
                }
            }
            if view.choices.is_empty() {
                p { class: "soft", {words.say("desk-no-provider")} }
            } else {
                form { class: "stack", onsubmit: submit,
                    SelectField { id: "desk-member", label: words.say("desk-name"), choices, chosen: member(), testid: "desk-member", on_choose: move |chosen| member.set(chosen) }
                    TextField { id: "desk-through", label: words.say("desk-through"), kind: FieldKind::Date, testid: "desk-through", on_input: move |text| through.set(text) }
                    if missing() {
                        Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { {words.say("desk-name-missing")} } }
                    }
                    Button { label: words.say("desk-name-save"), submit: true, testid: "desk-name-save" }
                }
            }
        }
    }
}
