//! The plan of one participant: goals with steps, what is required of them, what stands in the
//! way, and how they see where they stand (issue 4.5).

mod barc10;
mod content;
mod curve;
mod entry;
mod form;
mod required;

use std::rc::Rc;

use dioxus::prelude::*;
use handrail_engine::api::{Command, PlanEntryView, PlanKind, PlanView, Query, Reply, Topic};

pub use barc10::Barc10;
use content::PlanContent;
pub use required::Required;

use super::use_noted;
use crate::{
    ask::{Load, use_view},
    components::{Notice, NoticeTone, Page, Skeleton},
    engine_link::use_link,
    routes::Route,
    session::{use_moment, use_shared},
    toast::Toast,
    words::{errors, use_words},
};

/// What the plan page asks for now.
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
}

/// An order of the plan page.
#[derive(Debug, Clone, PartialEq)]
struct PlanOrder {
    /// What to do.
    command: Command,
    /// Key of what is said then.
    said: &'static str,
    /// What Undo does.
    undo: Option<Command>,
}

/// What the page asks for, and why the last order of its form was refused.
#[derive(Clone, Copy, PartialEq)]
struct Open {
    asking: Signal<Option<Asking>>,
    problem: Signal<Option<String>>,
}

impl Open {
    fn ask(mut self, asking: Option<Asking>) {
        self.problem.set(None);
        self.asking.set(asking);
    }
}

/// The plan of a participant.
#[component]
pub fn Plan(participant: String) -> Element {
    let words = use_words();
    let link = use_link();
    let mut shared = use_shared();
    let moment = use_moment();
    let answer = use_plan(&participant);
    let mut open = Open {
        asking: use_signal(|| None),
        problem: use_signal(|| None),
    };
    let say = words.clone();
    let on_order = use_callback(move |order: PlanOrder| {
        let asking = link.order(order.command);
        let words = say.clone();
        // A form stays open with what was typed until its order has been taken.
        spawn(async move {
            let (said, undo) = match asking.await {
                Ok(_) => {
                    open.ask(None);
                    (words.say(order.said), order.undo)
                }
                Err(error) => {
                    let said = errors::error_text(&words, &error);
                    open.problem.set(Some(said.clone()));
                    (said, None)
                }
            };
            shared.toast.set(Some(Toast { words: said, undo }));
        });
    });
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
    let back = move |()| {
        navigator().push(Route::Person {
            participant: participant.clone(),
        });
    };
    rsx! {
        div { class: "pane",
            match answer {
                Load::Ready(_) => children,
                Load::Failed(error) => rsx! {
                    Page { title: words.say("plan-title"), testid: "plan-failed", back,
                        Notice { tone: NoticeTone::Attention, alert: true, p { {errors::error_text(&words, &error)} } }
                    }
                },
                Load::Waiting => rsx! {
                    Page { title: words.say("plan-title"), testid: "plan-loading", take_focus: false, back,
                        Skeleton { words: words.say("loading") }
                    }
                },
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
