use dioxus::prelude::*;
use handrail_engine::api::{SupervisedView, SupervisionDue};

use super::{supervision_words, use_all};
use crate::{
    ask::Load,
    components::{Absent, Avatar, Empty, Go, Icon, IconName, Mark, MarkTone, Page},
    routes::LaterRoute,
    session::use_moment,
    words::use_words,
};

/// Which coaches are due; for supervisors.
#[component]
pub fn Supervisions() -> Element {
    let words = use_words();
    let answer = use_all();
    let back = move |()| {
        navigator().push(LaterRoute::Team {});
    };
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! {
                    Page { title: words.say("supervision-title"), testid: "supervisions", back,
                        p { {words.say("supervision-list-words")} }
                        if view.coaches.is_empty() {
                            Empty { icon: IconName::People, title: words.say("supervision-nobody") }
                        }
                        ul { class: "rows",
                            for one in view.coaches {
                                Line { key: "{one.coach}", one }
                            }
                        }
                    }
                },
                other => rsx! { Absent { title: words.say("supervision-title"), page: "supervisions", why: other.why(), back } },
            }
        }
    }
}

#[component]
fn Line(one: SupervisedView) -> Element {
    let words = use_words();
    let moment = use_moment();
    let to = if one.own {
        LaterRoute::MySupervision {}
    } else {
        LaterRoute::Supervision {
            coach: one.coach.clone(),
        }
    };
    rsx! {
        li {
            Go { to, class: "row", testid: "supervised",
                Avatar { name: one.name.clone(), id: one.coach.clone() }
                span { class: "row-body",
                    span { class: "row-title", "{one.name}" }
                    span { class: "row-line", {supervision_words::due(&words, &moment, &one)} }
                    span { class: "row-line", {words.say_with("supervision-held-count", [("held", one.standing.held.into())])} }
                    span { class: "wrap",
                        if matches!(one.standing.due, SupervisionDue::Hours(_)) {
                            Mark { words: words.say("supervision-now"), tone: MarkTone::Attention, icon: IconName::Clock }
                        }
                        if one.standing.missed > 0 {
                            Mark { words: words.say_with("supervision-missed", [("count", one.standing.missed.into())]), tone: MarkTone::Attention }
                        }
                        if one.unsigned > 0 {
                            Mark { words: words.say("supervision-unsigned") }
                        }
                        if one.waiting > 0 {
                            Mark { words: words.say_with("supervision-brought", [("count", one.waiting.into())]) }
                        }
                    }
                }
                span { class: "row-end", Icon { name: IconName::Right } }
            }
        }
    }
}

/// On Today: a coach has one to sign, or one is due by the hours of service.
#[component]
pub fn SupervisionToday() -> Element {
    let words = use_words();
    let answer = use_all();
    let Load::Ready(view) = answer() else {
        return rsx! {};
    };
    let own = view.coaches.iter().find(|one| one.own);
    let signs = own.is_some_and(|one| one.unsigned > 0);
    let is_now = own.is_some_and(|one| matches!(one.standing.due, SupervisionDue::Hours(_)));
    if !signs && !is_now {
        return rsx! {};
    }
    rsx! {
        Go { to: LaterRoute::MySupervision {}, class: "button button-soft", testid: "today-supervision",
            Icon { name: IconName::Edit }
            span { {words.say(if signs { "supervision-to-sign" } else { "supervision-is-due" })} }
        }
    }
}
