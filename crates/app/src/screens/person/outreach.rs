//! What was tried after an overdose (S3-11).

use dioxus::prelude::*;
use handrail_engine::api::{FirstTry, LocalDate, Mode, Outreach};

use crate::{
    components::{Icon, IconName, Section},
    words::{
        Words,
        dates::{self, Moment},
        use_words,
    },
};

/// Overdoses shown, at most.
const SHOWN: usize = 3;

/// How somebody tried.
pub fn mode(mode: Mode) -> &'static str {
    match mode {
        Mode::Phone => "mode-phone",
        Mode::Text => "mode-text",
        Mode::Video => "mode-video",
        Mode::InPerson => "mode-in-person",
        Mode::Other => "mode-other",
    }
}

/// "By phone: 2 · In person: 1".
pub fn tried(words: &Words, tried: &[(Mode, u32)]) -> String {
    let each = tried.iter().map(|(how, times)| {
        let with = [
            ("how", words.say(mode(*how)).into()),
            ("count", (*times).into()),
        ];
        words.say_with("outreach-mode", with)
    });
    each.collect::<Vec<_>>().join(" · ")
}

/// After each overdose: whether somebody tried in time, how, and whether they were reached. Nothing of
/// it is typed here: it follows from the important dates and the contacts.
#[component]
pub fn OutreachCard(outreach: Vec<Outreach>, moment: Moment) -> Element {
    let words = use_words();
    let with = |key: &str, on: LocalDate| {
        let day = dates::day(&words, &moment, &on.to_string());
        words.say_with(key, [("day", day.into())])
    };
    let first = |one: &Outreach| match one.first {
        FirstTry::InTime(on) => with("outreach-in-time", on),
        FirstTry::Later(on) => with("outreach-later", on),
        FirstTry::Open => with("outreach-open", one.through),
        FirstTry::None => with("outreach-none", one.through),
    };
    rsx! {
        Section { title: words.say("outreach-title"), testid: "outreach",
            ul { class: "rows",
                for one in outreach.iter().take(SHOWN) {
                    li { key: "{one.overdose}", class: "row", "data-testid": "outreach-row",
                        Icon { name: IconName::Attention }
                        span { class: "row-body",
                            span { class: "row-title", {with("outreach-of", one.overdose)} }
                            span { class: "row-line", {first(one)} }
                            if !one.tried.is_empty() {
                                span { class: "row-line", {tried(&words, &one.tried)} }
                            }
                            if let Some(on) = one.reached {
                                span { class: "row-line", {with("outreach-reached", on)} }
                            }
                        }
                    }
                }
            }
        }
    }
}
