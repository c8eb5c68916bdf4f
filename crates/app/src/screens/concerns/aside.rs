use dioxus::prelude::*;
use handrail_engine::api::SetAsideView;

use crate::{
    components::{Icon, IconName, Section},
    words::{
        Words,
        dates::{self, Moment},
    },
};

/// What somebody wrote whose role may not say it, and does not count; nothing where there is none.
pub fn set_aside(
    words: &Words,
    moment: &Moment,
    aside: &[SetAsideView],
    testid: &'static str,
) -> Element {
    if aside.is_empty() {
        return rsx! {};
    }
    let by = |one: &SetAsideView| {
        let by = if one.by.is_empty() {
            words.say("off-aside-unknown")
        } else {
            one.by.clone()
        };
        let when = dates::day_and_time(words, moment, one.at);
        words.say_with(
            "conflict-by",
            [("author", by.into()), ("when", when.into())],
        )
    };
    rsx! {
        Section { title: words.say("off-aside"), testid: testid.to_owned(),
            p { class: "soft", {words.say("off-aside-words")} }
            ul { class: "rows",
                for (place , one) in aside.iter().enumerate() {
                    li { key: "{place}", class: "row",
                        Icon { name: IconName::Info }
                        div { class: "row-body",
                            if !one.name.is_empty() {
                                span { class: "row-title", "{one.name}" }
                            }
                            span { class: "row-line", {by(one)} }
                        }
                    }
                }
            }
        }
    }
}
