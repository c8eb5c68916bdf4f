//! A person's plan, and what to look for in a new coach (S2-9, S3-21).

use std::rc::Rc;

use dioxus::prelude::*;
use handrail_engine::api::{Goal, GrowthCommand, GrowthGoalView, GrowthView, ReadyView};

use super::{Asking, grow};
use crate::{
    components::{Button, ButtonLook, ChipRadio, Chips, IconName, Mark, MarkTone, Section, plain},
    forms::{Open, PageOrder},
    screens::team::local,
    words::{
        Words,
        dates::{self, Moment},
    },
};

/// Goals, with what can be done.
pub fn goals(
    words: &Words,
    moment: &Moment,
    view: &GrowthView,
    goals: &[GrowthGoalView],
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let may_write = view.own || view.may_supervise;
    let day = |day: handrail_engine::api::LocalDate| dates::day(words, moment, &day.to_string());
    rsx! {
        Section { title: words.say("growth-plan"), testid: "growth-plan",
            p { class: "soft", {words.say(if view.own { "growth-plan-words-own" } else { "growth-plan-words" })} }
            if goals.is_empty() {
                p { class: "soft", {words.say("growth-plan-empty")} }
            }
            ul { class: "rows",
                for one in goals {
                    li { key: "{one.id}", class: "row plan-entry", "data-testid": "growth-goal",
                        div { class: "row-body",
                            span { class: "row-title keep-lines", "{one.goal.words}" }
                            if !one.goal.help.is_empty() {
                                span { class: "row-line keep-lines", {words.say_with("growth-help-is", [("what", one.goal.help.clone().into())])} }
                            }
                            if let (Some(by), None) = (one.goal.by, one.goal.reached) {
                                span { class: "row-line", {words.say_with("growth-by", [("day", day(by).into())])} }
                            }
                            span { class: "wrap",
                                if let Some(reached) = one.goal.reached {
                                    Mark { words: words.say_with("growth-reached", [("day", day(reached).into())]), tone: MarkTone::Good, icon: IconName::Check }
                                }
                                if one.disputed {
                                    Mark { words: words.say("training-disputed"), tone: MarkTone::Attention, icon: IconName::Attention }
                                }
                            }
                            if may_write {
                                {tools(words, view, one, open, on_order)}
                            }
                        }
                    }
                }
            }
            if may_write {
                Button { label: words.say("growth-goal-add"), icon: IconName::Plus, look: ButtonLook::Plain, testid: "growth-goal-add", on_press: move |()| open.ask(Some(Asking::Goal(None))) }
            }
        }
    }
}

fn tools(
    words: &Words,
    view: &GrowthView,
    one: &GrowthGoalView,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let known = Rc::new(one.clone());
    let (reaching, taken) = (one.clone(), one.id.clone());
    let today = view.today;
    let name = one.goal.words.clone();
    rsx! {
        span { class: "entry-tools",
            if one.goal.reached.is_none() {
                Button {
                    label: words.say("growth-reach"),
                    spoken: words.say_with("growth-reach-of", [("what", name.clone().into())]),
                    icon: IconName::Check,
                    look: ButtonLook::Quiet,
                    testid: "growth-reach",
                    on_press: move |()| on_order.call(grow(GrowthCommand::Goal { entry: Some(reaching.id.clone()), goal: Goal { reached: Some(today), ..reaching.goal.clone() } })),
                }
            }
            Button {
                label: words.say("milestone-change"),
                spoken: words.say_with("milestone-change-of", [("what", name.clone().into())]),
                look: ButtonLook::Quiet,
                testid: "growth-goal-change",
                on_press: move |()| open.ask(Some(Asking::Goal(Some(known.clone())))),
            }
            Button {
                label: words.say("training-take-back"),
                spoken: words.say_with("training-take-back-of", [("what", name.into())]),
                look: ButtonLook::Quiet,
                testid: "growth-goal-take-back",
                on_press: move |()| open.ask(Some(Asking::TakeBack(taken.clone()))),
            }
        }
    }
}

/// What to look for in a new coach.
pub fn ready(
    words: &Words,
    view: &GrowthView,
    ready: &[ReadyView],
    on_order: EventHandler<PageOrder>,
) -> Element {
    let member = view.member.clone().unwrap_or_default();
    let said = |yes: Option<bool>| match yes {
        Some(true) => "ready-yes",
        Some(false) => "ready-not-yet",
        None => "ready-unsaid",
    };
    rsx! {
        Section { title: words.say("ready-title"), testid: "ready",
            p { class: "soft", {words.say("ready-words")} }
            ul { class: "rows",
                for one in ready.iter().cloned() {
                    li { key: "{one.id}", class: "row", "data-testid": "ready-item",
                        div { class: "row-body",
                            if view.may_supervise {
                                Chips { label: local(words, &one.words),
                                    for yes in [true, false] {
                                        ChipRadio {
                                            key: "{yes}",
                                            group: "ready-{one.id}",
                                            label: words.say(said(Some(yes))),
                                            chosen: one.yes == Some(yes),
                                            testid: "ready-{plain(&one.id)}-{yes}",
                                            on_choose: {
                                                let (member, item) = (member.clone(), one.id.clone());
                                                move |()| on_order.call(grow(GrowthCommand::Ready { member: member.clone(), item: item.clone(), yes }))
                                            },
                                        }
                                    }
                                }
                            } else {
                                p { {local(words, &one.words)} }
                                p { class: "row-line", {words.say(said(one.yes))} }
                            }
                        }
                    }
                }
            }
        }
    }
}
