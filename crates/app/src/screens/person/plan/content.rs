use dioxus::prelude::*;
use handrail_engine::api::{GoalView, PlanEntryView, PlanKind, PlanView, Query, Standing};

use super::{
    super::{
        conflicts::Conflicts,
        history::History,
        pages::{VoidEntry, use_back_to},
    },
    Asking,
    curve::Curve,
    entry::Entry,
    form::EntryForm,
    half_year::{HalfYearForm, HalfYears},
};
use crate::{
    components::{Button, ButtonLook, Empty, Go, Icon, IconName, Page, Section},
    forms::{Open, PageOrder},
    routes::LaterRoute,
    screens::person::PersonOrder,
    words::{dates::Moment, plans, use_words},
};

/// The plan as rendered from the engine's view.
#[component]
pub fn PlanContent(
    view: PlanView,
    moment: Moment,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let participant = view.participant.clone();
    let may_write = !view.read_only;
    let back = use_back_to(&participant);
    let add = |kind| {
        rsx! {
            if may_write {
                Button {
                    label: words.say(plans::form(kind, true)),
                    icon: IconName::Plus,
                    testid: add_testid(kind),
                    on_press: move |()| open.ask(Some(Asking::Form { kind, goal: None, entry: None })),
                }
            }
        }
    };
    let list = |entries: Vec<PlanEntryView>| {
        rsx! {
            if !entries.is_empty() {
                ul { class: "rows",
                    for entry in entries {
                        Entry { key: "{entry.id}", participant: participant.clone(), entry, moment, may_write, open, on_order }
                    }
                }
            }
        }
    };
    rsx! {
        Page { title: words.say_with("plan-of", [("name", view.name.clone().into())]), testid: "plan", back,
            if !view.conflicts.is_empty() && may_write {
                Conflicts {
                    participant: participant.clone(),
                    conflicts: view.conflicts.clone(),
                    moment,
                    records: said(&view),
                    on_order: move |order: PersonOrder| on_order.call(order.command.into()),
                }
            }
            Section { title: words.say("plan-goals"), testid: "plan-goals",
                if view.goals.is_empty() {
                    Empty { icon: IconName::Seedling, title: words.say("plan-goals-empty"), words: words.say("plan-goals-empty-words") }
                }
                for of in view.goals.clone() {
                    Goal { key: "{of.goal.id}", participant: participant.clone(), of, moment, may_write, open, on_order }
                }
                {add(PlanKind::Goal)}
            }
            Section { title: words.say("plan-requirements"), testid: "plan-requirements",
                p { class: "soft", {words.say("plan-requirements-words")} }
                {list(view.requirements.clone())}
                {add(PlanKind::Requirement)}
                if !view.requirements.is_empty() {
                    Go { to: LaterRoute::Required { participant: participant.clone() }, class: "button button-plain", testid: "plan-required",
                        Icon { name: IconName::Print }
                        span { {words.say("required-open")} }
                    }
                }
            }
            Section { title: words.say("plan-barriers"), testid: "plan-barriers",
                p { class: "soft", {words.say("plan-barriers-words")} }
                {list(view.barriers.clone())}
                {add(PlanKind::Barrier)}
            }
            if !view.half_years.is_empty() {
                HalfYears { half_years: view.half_years.clone(), moment, may_write, open }
            }
            Section { title: words.say("barc10-title"), testid: "plan-barc10",
                Curve { results: view.barc10.clone(), moment, may_write, open }
                if may_write {
                    Go { to: LaterRoute::Barc10 { participant: participant.clone() }, class: "button button-plain", testid: "barc10-open",
                        Icon { name: IconName::Edit }
                        span { {words.say("barc10-open")} }
                    }
                }
            }
        }
        Asked { participant, moment, open, on_order }
    }
}

/// What each entry says in words.
fn said(view: &PlanView) -> Vec<(String, String)> {
    let goals = view
        .goals
        .iter()
        .flat_map(|of| std::iter::once(&of.goal).chain(&of.steps));
    goals
        .chain(&view.barriers)
        .chain(&view.requirements)
        .map(|entry| (entry.id.clone(), entry.words.clone()))
        .collect()
}

fn add_testid(kind: PlanKind) -> &'static str {
    match kind {
        PlanKind::Goal => "add-goal",
        PlanKind::Step => "add-step",
        PlanKind::Barrier => "add-barrier",
        PlanKind::Requirement => "add-requirement",
    }
}

/// A goal, its steps under it.
#[component]
fn Goal(
    participant: String,
    of: GoalView,
    moment: Moment,
    may_write: bool,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let GoalView { goal, steps } = of;
    let id = goal.id.clone();
    let takes_steps = may_write && goal.voided.is_none() && goal.standing == Standing::Open;
    let spoken = words.say_with("plan-add-step-to", [("goal", goal.words.clone().into())]);
    rsx! {
        div { class: "rows plan-goal", "data-testid": "goal",
            ul { class: "plan-steps",
                Entry { participant: participant.clone(), entry: goal, moment, may_write, open, on_order }
                for step in steps {
                    Entry { key: "{step.id}", participant: participant.clone(), entry: step, moment, may_write, open, on_order }
                }
            }
            if takes_steps {
                div { class: "plan-foot",
                    Button {
                        label: words.say("plan-add-step"),
                        spoken,
                        icon: IconName::Plus,
                        look: ButtonLook::Quiet,
                        testid: "add-step",
                        on_press: move |()| open.ask(Some(Asking::Form { kind: PlanKind::Step, goal: Some(id.clone()), entry: None })),
                    }
                }
            }
        }
    }
}

/// The dialog that is open.
#[component]
fn Asked(
    participant: String,
    moment: Moment,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let close = move |()| open.ask(None);
    match (open.asking)() {
        None => rsx! {},
        Some(Asking::Form { kind, goal, entry }) => rsx! {
            EntryForm { participant, kind, goal, entry, open, on_order }
        },
        Some(Asking::Void(entry)) => rsx! {
            VoidEntry { participant, entry, on_order, on_close: close }
        },
        Some(Asking::HalfYear(aspect, of)) => rsx! {
            HalfYearForm { participant, aspect, of, moment, open, on_order }
        },
        Some(Asking::History(record)) => rsx! {
            History { query: Query::RecordHistory { participant, record }, moment, on_close: close }
        },
    }
}
