use dioxus::prelude::*;
use handrail_engine::api::AccessView;

use crate::{
    components::{Icon, IconName},
    words::{
        dates::{self, Moment},
        use_words,
    },
};

/// Who opened records, newest first; with the participant's name where it is about several.
#[component]
pub fn Accesses(accesses: Vec<AccessView>, moment: Moment, named: bool) -> Element {
    let words = use_words();
    rsx! {
        ul { class: "rows",
            for access in accesses {
                li { key: "{access.access}", class: "row", "data-testid": "access",
                    Icon { name: IconName::Eye }
                    span { class: "row-body",
                        span { class: "row-title",
                            if access.own {
                                {words.say("accesses-you")}
                            } else if access.by.is_empty() {
                                {words.say("accesses-unknown")}
                            } else {
                                "{access.by}"
                            }
                        }
                        if named {
                            span { {words.say_with("accesses-of", [("name", access.name.clone().into())])} }
                        }
                        span { class: "row-line",
                            {dates::day_and_time(&words, &moment, access.at)}
                            if !access.device.is_empty() {
                                " · {access.device}"
                            }
                        }
                    }
                }
            }
        }
    }
}
