//! "Something's off": said in two taps, seen and decided by a supervisor, and told by somebody who is not
//! the coach (S4-10, S4-12, S4-20 to S4-23).

mod aside;
mod concern_words;
mod decide;
mod list;
mod page;
mod raise;
mod report;
mod setup;
mod today;

use dioxus::prelude::*;
use handrail_engine::api::{
    CoachingCommand, Command, ConcernCommand, ConcernView, ConcernsView, Query, Reply, Topic,
};

pub use aside::set_aside;
pub use list::{Concern, Concerns};
pub use raise::{SomethingOff, SomethingOffChoose};
pub use report::OwnReport;
pub use setup::ConcernsSetup;
pub use today::ConcernsToday;

use crate::{
    ask::{Load, use_view},
    forms::PageOrder,
};

/// Concerns of one participant, or all that this member may read.
fn use_concerns(participant: Option<String>) -> Signal<Load<ConcernsView>> {
    use_view(
        &[Topic::People, Topic::Encounters, Topic::Team],
        move || Query::Concerns {
            participant: participant.clone(),
        },
        |reply| match reply {
            Reply::Concerns(view) => Some(*view),
            _ => None,
        },
    )
}

fn order(command: ConcernCommand) -> PageOrder {
    Command::Coaching(CoachingCommand::Concern(command)).into()
}

fn find(view: &ConcernsView, id: &str) -> Option<ConcernView> {
    view.concerns.iter().find(|one| one.id == id).cloned()
}
