//! Trainings and credentials of one person.

mod except;
mod form;

use std::rc::Rc;

use dioxus::prelude::*;
use handrail_engine::api::{
    Training, TrainingField, TrainingPageView, TrainingView, WorkforceCommand, WorkforceQuery,
    WorkforceReply,
};

use except::{ExceptForm, missing};
use form::TrainingForm;

use super::{PersonPage, TakeBack, leave, line, order, use_workforce};
use crate::{
    ask::Load,
    components::{
        Absent, Button, ButtonLook, Empty, IconName, Mark, MarkTone, Notice, NoticeTone, Section,
        plain,
    },
    forms::{Open, PageOrder, use_dialogs},
    session::use_moment,
    words::{
        Words,
        dates::{self, Moment},
        use_words, workforce,
    },
};

/// What the page is asking.
#[derive(Debug, Clone, PartialEq)]
enum Asking {
    /// A training, or another word for one.
    Form(Option<Rc<TrainingView>>),
    /// Why it does not belong there.
    TakeBack(String),
    /// Why somebody may do without what is required.
    Except(String),
}

/// The page of one person; `me` for one's own.
#[component]
pub fn Trainings(person: String) -> Element {
    let words = use_words();
    let moment = use_moment();
    let (asked, whom) = (person.clone(), person.clone());
    let answer = use_workforce(move || WorkforceQuery::Training {
        person: asked.clone(),
    });
    let (open, on_order) = use_dialogs::<Asking>();
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(WorkforceReply::Training(view)) => rsx! {
                    TrainingsContent { person: person.clone(), view: view.clone(), moment, open, on_order }
                    match (open.asking)() {
                        None => rsx! {},
                        Some(Asking::Form(known)) => rsx! {
                            TrainingForm { view, known, open, on_order }
                        },
                        Some(Asking::TakeBack(entry)) => rsx! {
                            TakeBack {
                                about: "training-take-back-words",
                                on_close: move |()| open.ask(None),
                                on_reason: move |reason| on_order.call(order(WorkforceCommand::TakeBack { entry: entry.clone(), reason })),
                            }
                        },
                        Some(Asking::Except(program)) => rsx! {
                            ExceptForm { coach: view.member.clone().unwrap_or_default(), program, open, on_order }
                        },
                    }
                },
                other => rsx! {
                    Absent { title: words.say("workforce-training"), page: "trainings", why: other.why(), back: move |()| leave(&whom) }
                },
            }
        }
    }
}

/// The page as rendered from the engine's view.
#[component]
fn TrainingsContent(
    person: String,
    view: TrainingPageView,
    moment: Moment,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    rsx! {
        PersonPage { person, name: view.name.clone(), own_title: "trainings-own", title: "trainings-of", here: "workforce-training", testid: "trainings", member: view.member.is_some(),
            {missing(&words, &view, open)}
            if !view.credentials.is_empty() {
                Section { title: words.say("credentials-title"), testid: "credentials",
                    ul { class: "rows",
                        for one in &view.credentials {
                            {line::credential(&words, &moment, one)}
                        }
                    }
                }
            }
            Section { title: words.say("training-fields"), testid: "training-fields",
                dl { class: "card facts",
                    for field in TrainingField::ALL.iter().copied() {
                        dt { key: "{field:?}", {words.say(workforce::training_field(field))} }
                        dd { "data-testid": "field-{plain(field.code())}",
                            {words.say(if view.fields.contains(&field) { "training-on-file" } else { "training-not-on-file" })}
                        }
                    }
                }
            }
            for exception in view.exceptions.clone() {
                {except::exception(&words, &moment, &view, &exception, on_order)}
            }
            Section { title: words.say("trainings-title"), testid: "trainings-list",
                if view.may_write {
                    Button { label: words.say("training-add"), icon: IconName::Plus, look: ButtonLook::Main, testid: "training-add", on_press: move |()| open.ask(Some(Asking::Form(None))) }
                }
                if view.trainings.is_empty() {
                    Empty { icon: IconName::Log, title: words.say("trainings-empty"), words: words.say("trainings-empty-words") }
                }
                ul { class: "rows",
                    for one in &view.trainings {
                        {row(&words, &moment, &view, one, open, on_order)}
                    }
                }
            }
            if !view.offers.is_empty() {
                Section { title: words.say("offers-title"), testid: "offers",
                    ul { class: "rows",
                        for one in &view.offers {
                            li { key: "{one.id}", class: "row",
                                div { class: "row-body", {super::people::offer_lines(&words, &view.topics, one)} }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// One training, with what can be done.
fn row(
    words: &Words,
    moment: &Moment,
    view: &TrainingPageView,
    one: &TrainingView,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let name = workforce::training_name(words, &one.training.kind, &one.training.name);
    let (known, id) = (Rc::new(one.clone()), one.id.clone());
    let confirm = one.clone();
    let (change_of, back_of) = (name.clone(), name.clone());
    let by = dates::day_and_time(words, moment, one.at);
    rsx! {
        li { key: "{one.id}", class: "row plan-entry", "data-testid": "training",
            div { class: "row-body",
                span { class: "row-title", "{name}" }
                for line in facts(words, moment, view, &one.training) {
                    span { class: "row-line", "{line}" }
                }
                span { class: "row-line small", {words.say_with("training-said-by", [("name", one.by.clone().into()), ("when", by.into())])} }
                span { class: "wrap",
                    if one.checked {
                        Mark { words: words.say("training-checked"), tone: MarkTone::Good, icon: IconName::Check }
                    } else {
                        Mark { words: words.say("training-own-word") }
                    }
                    if one.disputed {
                        Mark { words: words.say("training-disputed"), tone: MarkTone::Attention, icon: IconName::Attention }
                    }
                }
                for other in &one.others {
                    div { class: "row-body", "data-testid": "training-other",
                        span { class: "row-line", {words.say("training-other")} }
                        for line in facts(words, moment, view, other) {
                            span { class: "row-line", "{line}" }
                        }
                    }
                }
                if view.may_write {
                    span { class: "entry-tools",
                        if view.may_check && (!one.checked || one.disputed) {
                            Button {
                                label: words.say("training-confirm"),
                                spoken: words.say_with("training-confirm-of", [("what", name.clone().into())]),
                                look: ButtonLook::Quiet,
                                icon: IconName::Check,
                                testid: "training-confirm",
                                on_press: move |()| on_order.call(order(WorkforceCommand::Training { entry: Some(confirm.id.clone()), training: confirm.training.clone() })),
                            }
                        }
                        Button {
                            label: words.say("milestone-change"),
                            spoken: words.say_with("milestone-change-of", [("what", change_of.into())]),
                            look: ButtonLook::Quiet,
                            testid: "training-change",
                            on_press: move |()| open.ask(Some(Asking::Form(Some(known.clone())))),
                        }
                        Button {
                            label: words.say("training-take-back"),
                            spoken: words.say_with("training-take-back-of", [("what", back_of.into())]),
                            look: ButtonLook::Quiet,
                            testid: "training-take-back",
                            on_press: move |()| open.ask(Some(Asking::TakeBack(id.clone()))),
                        }
                    }
                }
            }
        }
    }
}

/// What is said of a training, a line for each.
fn facts(words: &Words, moment: &Moment, view: &TrainingPageView, one: &Training) -> Vec<String> {
    let day = dates::day(words, moment, &one.on.to_string());
    let mut lines = vec![words.say_with("training-on", [("day", day.into())])];
    if one.minutes > 0 {
        lines.push(words.say_with(
            "training-hours",
            [("hours", workforce::hours_value(one.minutes))],
        ));
    }
    if !one.topics.is_empty() {
        let topics = one.topics.iter();
        let topics: Vec<String> = topics
            .map(|id| workforce::topic(words, &view.topics, id))
            .collect();
        lines.push(words.say_with(
            "training-counts-for",
            [("topics", topics.join(", ").into())],
        ));
    }
    if one.cents > 0 {
        lines.push(words.say_with(
            "training-cost",
            [("money", workforce::money(one.cents.into()).into())],
        ));
    }
    let program = view.programs.iter().find(|(id, _)| *id == one.program);
    let program = program.map_or(one.program.as_str(), |(_, name)| name.as_str());
    for (key, text) in [
        ("training-funder-is", one.funder.as_str()),
        ("training-cohort-is", &one.cohort),
        ("training-program-is", program),
        ("training-number-is", &one.number),
    ] {
        if !text.is_empty() {
            lines.push(words.say_with(key, [("what", text.to_owned().into())]));
        }
    }
    lines
}

/// A notice about what is missing, in the words of the page.
fn notice(words: &Words, said: &str, own: bool) -> Element {
    rsx! {
        Notice { tone: NoticeTone::Attention, testid: "training-missing",
            p { class: "strong", "{said}" }
            p { {words.say(if own { "training-missing-words-own" } else { "training-missing-words" })} }
        }
    }
}
