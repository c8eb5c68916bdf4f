use dioxus::prelude::*;
use handrail_engine::api::{AccessView, LetInView};

use crate::{
    components::{Icon, IconName},
    words::{
        dates::{self, Moment},
        use_words,
    },
};

/// Who opened a record, newest first.
#[component]
pub fn Accesses(accesses: Vec<AccessView>, moment: Moment) -> Element {
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
                        if let Some(let_in) = access.let_in.clone() {
                            LetIn { let_in, moment }
                        }
                        span { class: "row-line",
                            {dates::alone(dates::day_and_time(&words, &moment, access.at))}
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

/// Whom somebody let into a record, until when and why.
#[component]
fn LetIn(let_in: LetInView, moment: Moment) -> Element {
    let words = use_words();
    let key = match (let_in.until, let_in.emergency) {
        (None, _) => "accesses-ended",
        (Some(_), true) => "accesses-emergency",
        (Some(_), false) => "accesses-shared",
    };
    let until = let_in
        .until
        .map(|until| dates::day_and_time(&words, &moment, until))
        .unwrap_or_default();
    rsx! {
        span { {words.say_with(key, [("guest", let_in.name.into()), ("when", until.into())])} }
        if !let_in.reason.is_empty() {
            span { "{let_in.reason}" }
        }
    }
}
