//! Who fits a participant, and what a coach has lived, which is for them alone (issue 4.6).

mod ask;
mod lived;
mod question;
mod today;

use dioxus::prelude::*;
use handrail_engine::api::{
    CoachingCommand, Command, MatchingCommand, MatchingView, Query, Reply, Topic,
};

pub use ask::WhoFits;
pub use lived::MyExperience;
pub use today::QuestionsToday;

use crate::{
    ask::{Load, use_view},
    forms::PageOrder,
};

fn use_matching() -> Signal<Load<MatchingView>> {
    use_view(
        &[Topic::Team, Topic::Encounters],
        || Query::Matching,
        |reply| match reply {
            Reply::Matching(view) => Some(*view),
            _ => None,
        },
    )
}

fn order(command: MatchingCommand) -> PageOrder {
    Command::Coaching(CoachingCommand::Matching(command)).into()
}
