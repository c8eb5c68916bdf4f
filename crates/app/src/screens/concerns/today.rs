use dioxus::prelude::*;
use handrail_engine::api::{ConcernStage, ConcernView};

use super::{concern_words, list::Rows, use_concerns};
use crate::{
    ask::Load,
    components::{Go, Icon, IconName, Section},
    routes::LaterRoute,
    session::use_moment,
    words::use_words,
};

/// Milliseconds for which Today tells the coach what was decided.
const TOLD_FOR: i64 = 3 * 24 * 3_600_000;

/// On Today: a supervisor's concerns that wait; a coach's own, until what was decided has been read. What
/// was told in confidence is not named.
#[component]
pub fn ConcernsToday() -> Element {
    let words = use_words();
    let moment = use_moment();
    let answer = use_concerns(None);
    let Load::Ready(view) = answer() else {
        return rsx! {};
    };
    let decides = view.decides;
    let unseen = view.reports.iter().any(|one| one.seen.is_empty());
    let is_new = move |one: &ConcernView| {
        let last = one.decisions.iter().map(|made| made.at).max();
        one.own && last.is_some_and(|last| moment.at - last < TOLD_FOR)
    };
    let rows: Vec<ConcernView> = view
        .concerns
        .into_iter()
        .filter(|one| one.stage < ConcernStage::Done && (decides || one.own) || is_new(one))
        .collect();
    let newest = rows
        .iter()
        .filter(|one| one.own)
        .find_map(|one| Some((one.name.clone(), one.decisions.first()?.clone())));
    rsx! {
        if view.may_raise {
            Go { to: LaterRoute::SomethingOffChoose {}, class: "button button-soft", testid: "today-off",
                Icon { name: IconName::Attention }
                span { {words.say("off-title")} }
            }
        }
        if !rows.is_empty() || decides && unseen {
            Section { title: words.say("off-list-title"), testid: "today-concerns",
                if let Some((name, decision)) = newest {
                    p { "data-testid": "today-concern-next",
                        span { class: "strong", "{name}" }
                        " · "
                        {concern_words::decided(&words, &decision)}
                    }
                }
                Rows { rows }
                if decides && unseen {
                    Go { to: LaterRoute::Concerns {}, class: "button button-soft", testid: "today-reports",
                        Icon { name: IconName::Phone }
                        span { {words.say("off-reports")} }
                    }
                }
            }
        }
    }
}
