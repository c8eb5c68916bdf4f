//! How supervision stands, in words.

use handrail_engine::api::{
    AgendaItem, AgendaWhy, ItemKind, SupervisedView, SupervisionDue, SupervisionKind,
};

use crate::words::{
    Words,
    dates::{self, Moment},
};

/// What the program calls it.
pub fn kind(kind: SupervisionKind) -> &'static str {
    match kind {
        SupervisionKind::Clinical => "supervision-clinical",
        SupervisionKind::Peer => "supervision-peer",
        SupervisionKind::Program => "supervision-program",
    }
}

/// What a coach brings.
pub fn item(kind: Option<ItemKind>) -> &'static str {
    match kind {
        Some(ItemKind::Boundary) => "supervision-item-boundary",
        Some(ItemKind::OwnStory) => "supervision-item-story",
        Some(ItemKind::Wellbeing) => "supervision-item-self",
        Some(ItemKind::Other) | None => "supervision-item-other",
    }
}

/// Why something is on the agenda.
pub fn why(words: &Words, item: &AgendaItem) -> String {
    match item.why {
        AgendaWhy::Concern => words.say("supervision-why-concern"),
        AgendaWhy::Missed(days) => words.say_with("days-missed", [("count", days.into())]),
        AgendaWhy::Ends => words.say("supervision-why-ends"),
    }
}

/// What the program calls it, where that says more than the heading.
pub fn line(words: &Words, named: SupervisionKind) -> Option<String> {
    (!matches!(named, SupervisionKind::Program)).then(|| words.say(kind(named)))
}

/// What is due.
pub fn due(words: &Words, moment: &Moment, one: &SupervisedView) -> String {
    let day = |day: String| dates::day(words, moment, &day);
    match one.standing.due {
        SupervisionDue::Nothing => words.say("supervision-due-nothing"),
        SupervisionDue::By(on) => {
            words.say_with("supervision-due-by", [("day", day(on.to_string()).into())])
        }
        SupervisionDue::Hours(minutes) => {
            words.say_with("supervision-due-hours", [("hours", (minutes / 60).into())])
        }
    }
}

/// What is due, and how often it was held, one line each.
pub fn standing(words: &Words, moment: &Moment, one: &SupervisedView) -> Vec<String> {
    let due = due(words, moment, one);
    let over = [
        ("held", one.standing.held.into()),
        ("missed", one.standing.missed.into()),
    ];
    vec![due, words.say_with("supervision-ledger", over)]
}

/// How often the program asks for it.
pub fn rule(words: &Words, one: &SupervisedView) -> String {
    let every = u32::from(one.rule.every_days);
    match one.rule.per_service_hours {
        Some(hours) => words.say_with(
            "supervision-rule-hours",
            [
                ("days", every.into()),
                ("hours", u32::from(hours).into()),
                ("minutes", u32::from(one.rule.minutes).into()),
            ],
        ),
        None => words.say_with("supervision-rule", [("days", every.into())]),
    }
}
