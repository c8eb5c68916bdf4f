use dioxus::prelude::*;
use handrail_engine::api::{HistoryEntry, Query, Reply, Topic};

use crate::{
    ask::{Load, use_view},
    components::{Button, Dialog, Notice, NoticeTone, Skeleton},
    words::{
        dates::{self, Moment},
        errors, fields, use_words,
    },
};

/// Every version of what `query` asks for, oldest first.
#[component]
pub fn History(query: Query, moment: Moment, on_close: EventHandler<()>) -> Element {
    let words = use_words();
    let answer = use_view(
        &[Topic::People, Topic::Encounters],
        move || query.clone(),
        |reply| match reply {
            Reply::History(entries) => Some(entries),
            _ => None,
        },
    );
    rsx! {
        Dialog { title: words.say("history-title"), testid: "history", on_close,
            match answer() {
                Load::Waiting => rsx! { Skeleton { words: words.say("loading") } },
                Load::Failed(error) => rsx! {
                    Notice { tone: NoticeTone::Attention, p { {errors::error_text(&words, &error)} } }
                },
                Load::Ready(entries) => rsx! { HistoryContent { entries, moment } },
            }
            div { class: "dialog-actions",
                Button { label: words.say("close"), testid: "history-close", on_press: on_close }
            }
        }
    }
}

/// The versions.
#[component]
pub fn HistoryContent(entries: Vec<HistoryEntry>, moment: Moment) -> Element {
    let words = use_words();
    rsx! {
        ol { class: "versions",
            for (index , entry) in entries.into_iter().enumerate() {
                li { key: "{index}", class: "version",
                    span { class: "small soft",
                        {words.say_with("conflict-by", [("author", entry.author.clone().into()), ("when", dates::day_and_time(&words, &moment, entry.at).into())])}
                    }
                    dl { class: "facts",
                        for (field , value) in entry.fields {
                            dt { {fields::field_name(&words, &field)} }
                            dd { class: "keep-lines", {fields::field_value(&words, &moment, &field, &value)} }
                        }
                    }
                }
            }
        }
    }
}
