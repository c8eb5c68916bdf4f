//! Supervision: what gathers for it, what a coach brings, what was held and signed, and the coach's own
//! private shelf (S4-14, S4-15, S2-6, S2-8, S2-24).

mod hold;
mod list;
mod own;
mod page;
mod supervision_words;

use dioxus::prelude::*;
use handrail_engine::api::{
    CoachingCommand, Command, Query, Reply, SupervisionCommand, SupervisionView, SupervisionsView,
    Topic,
};

pub use list::{SupervisionToday, Supervisions};
pub use own::MySupervision;
pub use page::Supervision;

use crate::{
    ask::{Load, use_view},
    forms::PageOrder,
};

const TOPICS: &[Topic] = &[Topic::People, Topic::Encounters, Topic::Team];

/// How it stands of every coach.
fn use_all() -> Signal<Load<SupervisionsView>> {
    use_view(
        TOPICS,
        || Query::Supervisions,
        |reply| match reply {
            Reply::Supervisions(view) => Some(*view),
            _ => None,
        },
    )
}

/// Supervision of one coach; one's own with `None`.
fn use_one(coach: Option<String>) -> Signal<Load<SupervisionView>> {
    use_view(
        TOPICS,
        move || Query::Supervision {
            coach: coach.clone(),
        },
        |reply| match reply {
            Reply::Supervision(view) => Some(*view),
            _ => None,
        },
    )
}

fn order(command: SupervisionCommand) -> PageOrder {
    Command::Coaching(CoachingCommand::Supervision(command)).into()
}
