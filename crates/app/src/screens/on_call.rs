//! Who is on call: the supervisor whom a coach can always reach, rotas, gaps before they come (S1-3,
//! S4-16).

mod form;
mod list;
mod now;
mod offer;
mod row;
mod swaps;
mod typed;

pub use form::RotaEdit;
pub use list::OnCall;
pub use now::{OnCallToday, Reach};

use dioxus::prelude::*;
use handrail_engine::api::{
    CoachingCommand, Command, OnCallCommand, OnCallView, Query, Reply, Topic,
};

use crate::{
    ask::{Load, use_view},
    words::dates::Moment,
};

/// Who is on call, asked again when something changes and as time passes.
fn use_on_call() -> Signal<Load<OnCallView>> {
    let clock = use_context::<Signal<Moment>>();
    let minutes = use_memo(move || clock().at.div_euclid(300_000));
    use_view(
        &[Topic::People, Topic::Encounters, Topic::Team],
        move || {
            let _asks_again_as_shifts_begin = minutes();
            Query::OnCall
        },
        |reply| match reply {
            Reply::OnCall(view) => Some(*view),
            _ => None,
        },
    )
}

fn command(command: OnCallCommand) -> Command {
    Command::Coaching(CoachingCommand::OnCall(command))
}
