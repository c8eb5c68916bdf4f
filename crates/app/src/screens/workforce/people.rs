//! Everybody who works here: who is trained, available and active, what is on offer and required.

mod listed;
mod offer;
mod require;

use std::rc::Rc;

use dioxus::prelude::*;
use handrail_engine::api::{
    LearningTopic, ListedAs, OfferView, RequirementView, WorkforceCommand, WorkforcePersonView,
    WorkforceQuery, WorkforceReply, WorkforceView,
};

use listed::ListedForm;
use offer::OfferForm;
use require::RequireForm;

use super::{TakeBack, order, use_workforce};
use crate::{
    ask::Load,
    components::{
        Absent, Button, ButtonLook, Empty, Go, Icon, IconName, Mark, MarkTone, Notice, Page,
        Section,
    },
    forms::{Open, use_dialogs},
    routes::LaterRoute,
    session::use_moment,
    words::{
        Words,
        dates::{self, Moment},
        labels, use_words, workforce,
    },
};

/// What the page is asking.
#[derive(Debug, Clone, PartialEq)]
enum Asking {
    /// Somebody without a device, or another word for them.
    Listed(Option<Rc<WorkforcePersonView>>),
    /// A training on offer, or another word for one.
    Offer(Option<Rc<OfferView>>),
    /// What a program requires.
    Require(Rc<RequirementView>),
    /// Why something does not belong there.
    TakeBack(String),
}

/// The people who work here.
#[component]
pub fn Workforce() -> Element {
    let words = use_words();
    let moment = use_moment();
    let answer = use_workforce(|| WorkforceQuery::People);
    let (open, on_order) = use_dialogs::<Asking>();
    let back = move |()| {
        navigator().push(LaterRoute::Team {});
    };
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(WorkforceReply::People(view)) => rsx! {
                    Content { view: view.clone(), moment, open, back }
                    match (open.asking)() {
                        None => rsx! {},
                        Some(Asking::Listed(known)) => rsx! {
                            ListedForm { known, people: view.people, open, on_order }
                        },
                        Some(Asking::Offer(known)) => rsx! {
                            OfferForm { known, topics: view.topics, open, on_order }
                        },
                        Some(Asking::Require(known)) => rsx! {
                            RequireForm { known, open, on_order }
                        },
                        Some(Asking::TakeBack(entry)) => rsx! {
                            TakeBack {
                                about: "training-take-back-words",
                                on_close: move |()| open.ask(None),
                                on_reason: move |reason| on_order.call(order(WorkforceCommand::TakeBack { entry: entry.clone(), reason })),
                            }
                        },
                    }
                },
                other => rsx! {
                    Absent { title: words.say("workforce-title"), page: "workforce", why: other.why(), back }
                },
            }
        }
    }
}

/// The page as rendered from the engine's view.
#[component]
fn Content(
    view: WorkforceView,
    moment: Moment,
    open: Open<Asking>,
    back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let pool = view.pool;
    let active = pool
        .active
        .map_or_else(|| words.say("pool-not-counted"), |count| count.to_string());
    let may_write = view.may_write;
    rsx! {
        Page { title: words.say("workforce-title"), testid: "workforce", line: words.say("workforce-line"), back,
            if let Some(day) = view.review_by {
                Notice { p { {words.say_with("workforce-review", [("day", dates::day(&words, &moment, &day.to_string()).into())])} } }
            }
            dl { class: "card facts", "data-testid": "pool",
                dt { {words.say("pool-trained")} }
                dd { "{pool.trained}" }
                dt { {words.say("pool-available")} }
                dd { "{pool.available}" }
                dt { {words.say("pool-active")} }
                dd { "{active}" }
            }
            p { class: "soft small", {words.say("pool-words")} }
            {super::set_aside(&words, &moment, &view.aside)}
            Section { title: words.say("workforce-people"), testid: "workforce-people",
                ul { class: "rows",
                    for one in &view.people {
                        {person(&words, one, may_write.then_some(open))}
                    }
                }
                if may_write {
                    Button { label: words.say("listed-add"), icon: IconName::Plus, look: ButtonLook::Plain, testid: "listed-add", on_press: move |()| open.ask(Some(Asking::Listed(None))) }
                }
            }
            if !view.pipeline.is_empty() {
                Section { title: words.say("stages-title"), testid: "pipeline",
                    dl { class: "card facts",
                        for (kind , stage , count) in &view.pipeline {
                            dt { key: "{kind}{stage}", {workforce::training_code(&words, kind)} ": " {super::growth::stage_words(&words, stage)} }
                            dd { "{count}" }
                        }
                    }
                }
            }
            Section { title: words.say("offers-title"), testid: "offers",
                if view.offers.is_empty() {
                    Empty { icon: IconName::Log, title: words.say("offers-empty") }
                }
                ul { class: "rows",
                    for one in &view.offers {
                        {offer_row(&words, &view.topics, one, may_write.then_some(open))}
                    }
                }
                if may_write {
                    Button { label: words.say("offer-add"), icon: IconName::Plus, look: ButtonLook::Plain, testid: "offer-add", on_press: move |()| open.ask(Some(Asking::Offer(None))) }
                }
            }
            Section { title: words.say("require-title"), testid: "requirements",
                p { class: "soft", {words.say("require-words")} }
                ul { class: "rows",
                    for one in &view.requirements {
                        {requirement(&words, one, may_write.then_some(open))}
                    }
                }
            }
        }
    }
}

fn person(words: &Words, one: &WorkforcePersonView, open: Option<Open<Asking>>) -> Element {
    let line = match (one.role, &one.listed) {
        (Some(_), _) if one.left => words.say("workforce-left"),
        (Some(role), _) => words.say(labels::role(role)),
        (None, Some(listed)) => ListedAs::from_code(&listed.kind)
            .map(|kind| words.say(workforce::listed_as(kind)))
            .unwrap_or_default(),
        (None, None) => String::new(),
    };
    let to = LaterRoute::Trainings {
        person: one.id.clone(),
    };
    let known = Rc::new(one.clone());
    let can_change = open.filter(|_| one.listed.is_some());
    rsx! {
        li { key: "{one.id}", "data-testid": "workforce-person",
            Go { to, class: "row", testid: "workforce-open",
                Icon { name: IconName::People }
                span { class: "row-body",
                    span { class: "row-title", "{one.name}" }
                    span { class: "row-line", "{line}" }
                    span { class: "wrap",
                        for field in one.fields.iter().copied() {
                            Mark { key: "{field:?}", words: words.say(workforce::training_field(field)), tone: MarkTone::Good, icon: IconName::Check }
                        }
                        if one.available == Some(true) {
                            Mark { words: words.say("pool-is-available"), tone: MarkTone::Primary }
                        }
                        if one.active == Some(true) {
                            Mark { words: words.say("pool-is-active") }
                        }
                        for warning in &one.warnings {
                            Mark {
                                key: "{warning.kind}",
                                words: words.say_with("today-credential", [("what", workforce::training_code(words, &warning.kind).into()), ("state", workforce::credential_state(words, warning.state).0.into())]),
                                tone: MarkTone::Attention,
                                icon: IconName::Clock,
                            }
                        }
                    }
                }
                span { class: "row-end", Icon { name: IconName::Right } }
            }
            if let Some(open) = can_change {
                span { class: "entry-tools",
                    Button {
                        label: words.say("milestone-change"),
                        spoken: words.say_with("milestone-change-of", [("what", one.name.clone().into())]),
                        look: ButtonLook::Quiet,
                        testid: "listed-change",
                        on_press: {
                            let known = known.clone();
                            move |()| open.ask(Some(Asking::Listed(Some(known.clone()))))
                        },
                    }
                    Button {
                        label: words.say("training-take-back"),
                        spoken: words.say_with("training-take-back-of", [("what", one.name.clone().into())]),
                        look: ButtonLook::Quiet,
                        testid: "listed-take-back",
                        on_press: move |()| open.ask(Some(Asking::TakeBack(known.id.clone()))),
                    }
                }
            }
        }
    }
}

/// What is said of a training on offer.
pub fn offer_lines(words: &Words, topics: &[LearningTopic], one: &OfferView) -> Element {
    let offer = &one.offer;
    let cost = if offer.cents == 0 {
        words.say("offer-free")
    } else {
        let money = workforce::money(offer.cents.into());
        words.say_with("training-cost", [("money", money.into())])
    };
    let named: Vec<String> = offer
        .topics
        .iter()
        .map(|id| workforce::topic(words, topics, id))
        .collect();
    rsx! {
        span { class: "row-title", "{offer.name}" }
        span { class: "row-line", {workforce::training_code(words, &offer.kind)} " · {cost}" }
        if offer.minutes > 0 {
            span { class: "row-line", {words.say_with("training-hours", [("hours", workforce::hours_value(offer.minutes))])} }
        }
        if !named.is_empty() {
            span { class: "row-line", {words.say_with("training-counts-for", [("topics", named.join(", ").into())])} }
        }
        if !offer.funder.is_empty() {
            span { class: "row-line", {words.say_with("training-funder-is", [("what", offer.funder.clone().into())])} }
        }
        if !offer.words.is_empty() {
            span { class: "row-line keep-lines", "{offer.words}" }
        }
        if one.disputed {
            span { class: "wrap", Mark { words: words.say("training-disputed"), tone: MarkTone::Attention, icon: IconName::Attention } }
        }
    }
}

fn offer_row(
    words: &Words,
    topics: &[LearningTopic],
    one: &OfferView,
    open: Option<Open<Asking>>,
) -> Element {
    let known = Rc::new(one.clone());
    let name = one.offer.name.clone();
    rsx! {
        li { key: "{one.id}", class: "row plan-entry", "data-testid": "offer",
            div { class: "row-body",
                {offer_lines(words, topics, one)}
                if let Some(open) = open {
                    span { class: "entry-tools",
                        Button {
                            label: words.say("milestone-change"),
                            spoken: words.say_with("milestone-change-of", [("what", name.clone().into())]),
                            look: ButtonLook::Quiet,
                            testid: "offer-change",
                            on_press: {
                                let known = known.clone();
                                move |()| open.ask(Some(Asking::Offer(Some(known.clone()))))
                            },
                        }
                        Button {
                            label: words.say("training-take-back"),
                            spoken: words.say_with("training-take-back-of", [("what", name.into())]),
                            look: ButtonLook::Quiet,
                            testid: "offer-take-back",
                            on_press: move |()| open.ask(Some(Asking::TakeBack(known.id.clone()))),
                        }
                    }
                }
            }
        }
    }
}

fn requirement(words: &Words, one: &RequirementView, open: Option<Open<Asking>>) -> Element {
    let name = program_name(words, one);
    let needs: Vec<String> = one
        .needs
        .iter()
        .map(|need| workforce::training_code(words, need))
        .collect();
    let needs = if needs.is_empty() {
        words.say("require-nothing")
    } else {
        needs.join(", ")
    };
    let known = Rc::new(one.clone());
    rsx! {
        li { key: "{one.program}", class: "row plan-entry", "data-testid": "requirement",
            div { class: "row-body",
                span { class: "row-title", "{name}" }
                span { class: "row-line", "{needs}" }
                if one.disputed {
                    span { class: "wrap", Mark { words: words.say("require-disputed"), tone: MarkTone::Attention, icon: IconName::Attention } }
                }
                if let Some(open) = open {
                    span { class: "entry-tools",
                        Button {
                            label: words.say("milestone-change"),
                            spoken: words.say_with("milestone-change-of", [("what", name.into())]),
                            look: ButtonLook::Quiet,
                            testid: "require-change",
                            on_press: move |()| open.ask(Some(Asking::Require(known.clone()))),
                        }
                    }
                }
            }
        }
    }
}

fn program_name(words: &Words, one: &RequirementView) -> String {
    if one.program.is_empty() {
        words.say("require-everybody")
    } else {
        one.name.clone()
    }
}
