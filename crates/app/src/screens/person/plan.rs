//! The plan of one participant: goals with steps, what is required of them, what stands in the
//! way, and how they see where they stand (issue 4.5).

mod barc10;
mod content;
mod curve;
mod entry;
mod form;
mod half_year;
mod required;

use std::rc::Rc;

use dioxus::prelude::*;
use handrail_engine::api::{
    Aspect, HalfYear, PlanEntryView, PlanKind, PlanView, Query, Reply, Topic,
};

pub use barc10::Barc10;
use content::PlanContent;
pub use required::{Required, spoken};

use super::{pages::use_back_to, use_noted};
use crate::{
    ask::{Load, use_view},
    components::Absent,
    forms::use_dialogs,
    session::use_moment,
    words::use_words,
};

/// What the plan page is asking.
#[derive(Debug, Clone, PartialEq)]
enum Asking {
    /// A new entry, or another form of one; a step names its goal.
    Form {
        kind: PlanKind,
        goal: Option<String>,
        entry: Option<Rc<PlanEntryView>>,
    },
    /// Why an entry is not valid.
    Void(String),
    /// What an entry said before.
    History(String),
    /// How they live half a year after they came in.
    HalfYear(Aspect, HalfYear),
}

/// The plan of a participant.
#[component]
pub fn Plan(participant: String) -> Element {
    let moment = use_moment();
    let answer = use_plan(&participant);
    let (open, on_order) = use_dialogs::<Asking>();
    rsx! {
        PlanPane { participant, answer: answer(),
            if let Load::Ready(view) = answer() {
                PlanContent { view, moment, open, on_order }
            }
        }
    }
}

/// The page around a plan, until it is there.
#[component]
fn PlanPane(participant: String, answer: Load<PlanView>, children: Element) -> Element {
    let words = use_words();
    let back = use_back_to(&participant);
    rsx! {
        div { class: "pane",
            match answer {
                Load::Ready(_) => children,
                other => rsx! { Absent { title: words.say("plan-title"), page: "plan", why: other.why(), back } },
            }
        }
    }
}

/// Asks for a plan; that it was looked at is written down as for the record itself.
fn use_plan(participant: &str) -> Signal<Load<PlanView>> {
    use_noted(participant);
    let participant = participant.to_owned();
    use_view(
        &[Topic::People, Topic::Encounters],
        move || Query::Plan {
            participant: participant.clone(),
        },
        |reply| match reply {
            Reply::Plan(view) => Some(*view),
            _ => None,
        },
    )
}
