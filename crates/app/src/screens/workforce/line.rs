use dioxus::prelude::*;
use handrail_engine::api::Credential;

use crate::{
    components::{IconName, Mark, MarkTone},
    words::{
        Words,
        dates::{self, Moment},
        workforce,
    },
};

/// One credential: since when, until when, and what is missing.
pub fn credential(words: &Words, moment: &Moment, one: &Credential) -> Element {
    let (said, tone) = workforce::credential_state(words, one.state);
    let icon = match tone {
        MarkTone::Good => IconName::Check,
        _ => IconName::Clock,
    };
    let since = dates::day(words, moment, &one.on.to_string());
    let until = one
        .until
        .map(|day| dates::day(words, moment, &day.to_string()));
    rsx! {
        li { key: "{one.kind}", class: "row", "data-testid": "credential",
            div { class: "row-body",
                span { class: "row-title", {workforce::training_code(words, &one.kind)} }
                span { class: "row-line", {words.say_with("credential-since", [("day", since.into())])} }
                if let Some(until) = until {
                    span { class: "row-line", {words.say_with("credential-until", [("day", until.into())])} }
                }
                if let Some(learning) = workforce::learning(words, moment, one) {
                    span { class: "row-line", "{learning}" }
                }
                span { class: "wrap", Mark { words: said, tone, icon } }
                if !one.verified && one.until.is_some() {
                    span { class: "row-line small", {words.say("credential-to-be-checked")} }
                }
            }
        }
    }
}
