use std::rc::Rc;

use dioxus::prelude::*;
use handrail_engine::api::{
    Command, Origin, PlanCommand, PlanEntryView, PlanFacts, PlanField, PlanKind, Standing,
};

use super::Asking;
use crate::{
    components::{Button, ButtonLook, Icon, IconName, Mark, MarkTone},
    forms::{Open, PageOrder},
    words::{
        Words,
        dates::{self, Moment},
        plans, use_words,
    },
};

/// One entry of a plan with what can be done to it.
#[component]
pub fn Entry(
    participant: String,
    entry: PlanEntryView,
    moment: Moment,
    may_write: bool,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let is_open = matches!(entry.standing, Standing::Open | Standing::Working);
    let is_valid = entry.voided.is_none();
    let is_court = matches!(
        entry.facts,
        PlanFacts::Goal {
            origin: Origin::CourtOrdered,
            ..
        }
    );
    let lines = lines(&words, &moment, &entry);
    let class = match (is_valid, entry.kind) {
        (false, _) => "row plan-entry is-void",
        (true, PlanKind::Goal) => "row plan-entry is-goal",
        (true, _) => "row plan-entry",
    };
    let about = |key: &str| words.say_with(key, [("what", entry.words.clone().into())]);
    let (done_label, done_spoken) = done_words(entry.kind);
    rsx! {
        li { class, "data-testid": testid(entry.kind),
            span { class: if entry.standing == Standing::Done { "plan-mark is-done" } else { "plan-mark" },
                Icon { name: icon(&entry) }
            }
            div { class: "row-body",
                if let PlanFacts::Goal { area, .. } = entry.facts {
                    span { class: "row-line",
                        {words.say(plans::dimension(area.dimension()))}
                        " · "
                        {words.say(plans::area(area))}
                    }
                }
                span { class: "row-title keep-lines", "{entry.words}" }
                for line in lines {
                    span { class: "row-line", "{line}" }
                }
                if is_court && is_valid {
                    div { class: "plan-court",
                        Mark { words: words.say("origin-court"), tone: MarkTone::Primary, icon: IconName::Court }
                        span { class: "row-line", {words.say("plan-court-words")} }
                    }
                }
                if let Some(void) = &entry.voided {
                    span { class: "row-line",
                        {words.say_with("entry-voided", [("by", void.by.clone().into()), ("when", dates::day_and_time(&words, &moment, void.at).into()), ("reason", void.reason.clone().into())])}
                    }
                } else if may_write {
                    span { class: "entry-tools",
                        if is_open {
                            Button {
                                label: words.say(done_label),
                                spoken: about(done_spoken),
                                icon: IconName::Check,
                                look: ButtonLook::Quiet,
                                testid: "plan-done",
                                on_press: {
                                    let order = done(&participant, &entry);
                                    move |()| on_order.call(order.clone())
                                },
                            }
                        }
                        Button {
                            label: words.say("milestone-change"),
                            spoken: about("milestone-change-of"),
                            look: ButtonLook::Quiet,
                            testid: "plan-change",
                            on_press: {
                                let entry = Rc::new(entry.clone());
                                move |()| open.ask(Some(Asking::Form { kind: entry.kind, goal: None, entry: Some(entry.clone()) }))
                            },
                        }
                    }
                }
            }
        }
    }
}

/// What stands under the words: who asks, by when, how the coach helps, how it stands.
fn lines(words: &Words, moment: &Moment, entry: &PlanEntryView) -> Vec<String> {
    let day = |key: &str, day: &str| {
        words.say_with(key, [("day", dates::day(words, moment, day).into())])
    };
    let is_open = matches!(entry.standing, Standing::Open | Standing::Working);
    let mut lines = Vec::new();
    let due = match &entry.facts {
        PlanFacts::Goal { .. } => None,
        PlanFacts::Barrier { scope } => {
            lines.push(words.say(plans::scope(*scope)));
            None
        }
        PlanFacts::Step { help, due, .. } => {
            lines.extend(help.map(|help| words.say(plans::help(help))));
            *due
        }
        PlanFacts::Requirement { source, due } => {
            if !source.is_empty() {
                lines.push(words.say_with("plan-from", [("source", source.clone().into())]));
            }
            *due
        }
    };
    if let Some(due) = due.filter(|_| is_open) {
        lines.push(day("plan-due", &due.to_string()));
    }
    if entry.standing != Standing::Open {
        let standing = words.say(plans::standing(entry.kind, entry.standing));
        let since = dates::day(words, moment, &entry.since.to_string());
        lines.push(words.say_with(
            "plan-since",
            [("standing", standing.into()), ("day", since.into())],
        ));
    }
    lines
}

fn done(participant: &str, entry: &PlanEntryView) -> PageOrder {
    let to = |standing| {
        Command::Plan(PlanCommand::Change {
            participant: participant.to_owned(),
            entry: entry.id.clone(),
            changes: vec![PlanField::Standing(standing)],
        })
    };
    PageOrder {
        said: plans::celebration(entry.kind),
        undo: Some(to(entry.standing)),
        ..to(Standing::Done).into()
    }
}

fn icon(entry: &PlanEntryView) -> IconName {
    match (entry.standing, entry.kind) {
        (Standing::Done, _) => IconName::Check,
        (Standing::LetGo, _) => IconName::Minus,
        (_, PlanKind::Goal) => IconName::Seedling,
        (_, PlanKind::Step) => IconName::Right,
        (_, PlanKind::Barrier) => IconName::Attention,
        (_, PlanKind::Requirement) => IconName::Calendar,
    }
}

fn testid(kind: PlanKind) -> &'static str {
    match kind {
        PlanKind::Goal => "plan-goal",
        PlanKind::Step => "plan-step",
        PlanKind::Barrier => "plan-barrier",
        PlanKind::Requirement => "plan-requirement",
    }
}

/// What stands on the button that says it is done, and what a screen reader says.
fn done_words(kind: PlanKind) -> (&'static str, &'static str) {
    match kind {
        PlanKind::Goal => ("plan-mark-reached", "plan-reached-of"),
        PlanKind::Barrier => ("plan-mark-removed", "plan-removed-of"),
        PlanKind::Step | PlanKind::Requirement => ("plan-mark-done", "plan-done-of"),
    }
}
