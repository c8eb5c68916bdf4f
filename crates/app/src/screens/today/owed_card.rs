use dioxus::prelude::*;
use handrail_engine::api::{OwedReason, OwedRow};

use crate::{
    components::{Avatar, Go, Icon, IconName, Mark, MarkTone, RowFocus},
    routes::{LaterRoute, Route},
    screens::person::{CallButton, TextButton},
    words::{
        dates::{self, Moment},
        obligations, owed, use_words,
    },
};

/// One participant owed a contact, with the reason in words (S0-6).
#[component]
pub fn OwedCard(
    row: OwedRow,
    moment: Moment,
    supervisor: bool,
    index: usize,
    focus: RowFocus,
    chosen: bool,
) -> Element {
    let words = use_words();
    let late = if row.days_missed > 0 {
        "card owed-card is-late"
    } else {
        "card owed-card"
    };
    let (mounting, focusing) = (focus.clone(), focus);
    let whose = supervisor && !row.own;
    let late_words = match row.reason {
        OwedReason::Obligation(_) => "days-late",
        _ => "days-missed",
    };
    rsx! {
        li { class: late, "data-testid": "owed-row",
            Go {
                to: Route::TodayPerson { participant: row.participant.clone() },
                class: "owed-head",
                current: chosen.then(|| "true".to_owned()),
                testid: "owed-open",
                on_mounted: move |element| mounting.mounted(index, element),
                on_focus: move |()| focusing.focused(index),
                Avatar { name: row.name.clone(), id: row.participant.clone() }
                span { class: "row-body",
                    span { class: "owed-name", "data-testid": "owed-name", "{row.name}" }
                    span { "data-testid": "owed-reason", {owed::reason(&words, &moment, &row.reason)} }
                    for one in row.also.iter() {
                        span { class: "row-line", "data-testid": "owed-also", {obligations::title(&words, &moment, one)} }
                    }
                    span { class: "row-line", {dates::last_reached(&words, &moment, row.last_reached_at)} }
                    if !row.covering_for.is_empty() {
                        span { class: "row-line", {words.say_with("covering-for", [("coach", row.covering_for.clone().into())])} }
                    } else if whose {
                        span { class: "row-line", {words.say_with("whose-coach", [("coach", row.coach.clone().into())])} }
                    }
                }
            }
            if row.days_missed > 0 || row.tried_today {
                div { class: "wrap",
                    if row.days_missed > 0 {
                        Mark { tone: MarkTone::Attention, icon: IconName::Attention, words: words.say_with(late_words, [("count", row.days_missed.into())]) }
                    }
                    if row.tried_today {
                        Mark { icon: IconName::Clock, words: words.say("tried-today") }
                    }
                }
            }
            div { class: "owed-actions",
                CallButton { participant: row.participant.clone(), name: row.name.clone(), phone: row.phone.clone(), rule: row.safe_contact.clone(), testid: "owed-call" }
                TextButton { participant: row.participant.clone(), name: row.name.clone(), phone: row.phone.clone(), rule: row.safe_contact.clone(), testid: "owed-text" }
                Go {
                    to: Route::Log { participant: row.participant.clone() },
                    class: "button button-main",
                    spoken: words.say_with("log-for", [("name", row.name.clone().into())]),
                    testid: "owed-log",
                    Icon { name: IconName::Log }
                    span { {words.say("log")} }
                }
                Go {
                    to: LaterRoute::SomethingOff { participant: row.participant.clone() },
                    class: "button button-quiet",
                    spoken: words.say_with("off-of", [("name", row.name.clone().into())]),
                    testid: "owed-off",
                    Icon { name: IconName::Attention }
                    span { {words.say("off-title")} }
                }
            }
        }
    }
}
