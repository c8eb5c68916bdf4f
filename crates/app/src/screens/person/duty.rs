use dioxus::prelude::*;
use handrail_engine::api::DutyView;

use crate::{
    components::{IconName, Mark, MarkTone, Notice, NoticeTone},
    words::{
        dates::{self, Moment},
        owed, use_words,
    },
};

/// The standing duty of daily contact, with its reason and its end (S0-6).
#[component]
pub fn DutyCard(duty: DutyView, moment: Moment) -> Element {
    let words = use_words();
    match duty {
        DutyView::None => rsx! {},
        DutyView::Owed {
            reason,
            days_missed,
            tried_today,
        } => rsx! {
            Notice { tone: NoticeTone::Attention, testid: "duty-owed",
                p { class: "strong", {owed::reason(&words, &moment, &reason)} }
                p { {owed::since(&words, &moment, &reason)} " " {words.say("duty-until")} }
                div { class: "wrap",
                    if days_missed > 0 {
                        Mark { tone: MarkTone::Attention, icon: IconName::Attention, words: words.say_with("days-missed", [("count", days_missed.into())]) }
                    }
                    if tried_today {
                        Mark { icon: IconName::Clock, words: words.say("tried-today") }
                    }
                }
            }
        },
        DutyView::SettledToday { reason } => rsx! {
            Notice { tone: NoticeTone::Good, testid: "duty-settled",
                p { class: "strong", {words.say("duty-settled")} }
                p { {owed::reason(&words, &moment, &reason)} }
            }
        },
        DutyView::Ended { intake_on } => rsx! {
            Notice { tone: NoticeTone::Good, testid: "duty-ended",
                p { class: "strong",
                    match intake_on {
                        Some(day) => words.say_with("duty-ended-on", [("day", dates::day(&words, &moment, &day).into())]),
                        None => words.say("duty-ended"),
                    }
                }
            }
        },
    }
}
