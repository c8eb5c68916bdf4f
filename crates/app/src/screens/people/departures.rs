use dioxus::prelude::*;
use handrail_engine::api::DepartureView;

use crate::{
    components::{Icon, IconName, Section},
    words::{
        dates::{self, Moment},
        use_words,
    },
};

/// Who went to another coach. No name: nothing of them is on this device.
#[component]
pub fn Departures(departures: Vec<DepartureView>, moment: Moment) -> Element {
    let words = use_words();
    if departures.is_empty() {
        return rsx! {};
    }
    rsx! {
        Section { title: words.say("departures-title"), testid: "departures",
            p { class: "soft", {words.say("departures-words")} }
            ul { class: "rows",
                for departure in departures {
                    li { class: "row", key: "{departure.participant}",
                        Icon { name: IconName::People }
                        div { class: "row-body",
                            span { class: "row-title",
                                {words.say_with("handed-over-to", [("coach", departure.coach.into())])}
                            }
                            span { class: "row-line", {dates::alone(dates::day_and_time(&words, &moment, departure.at))} }
                        }
                    }
                }
            }
        }
    }
}
