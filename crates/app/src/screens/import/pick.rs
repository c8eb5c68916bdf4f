use dioxus::prelude::*;

use crate::{
    components::{FileField, Notice, NoticeTone, Skeleton},
    words::use_words,
};

/// A file is picked with the device's own dialog, by the page's field or, with
/// `on_pick`, by whoever hears of the press.
#[component]
pub fn PickContent(
    error: Option<String>,
    reading: bool,
    on_file: EventHandler<(String, Vec<u8>)>,
    on_unreadable: EventHandler<()>,
    #[props(default)] on_pick: Option<EventHandler<()>>,
) -> Element {
    let words = use_words();
    rsx! {
        div { class: "prose",
            p { {words.say("import-words")} }
            p { class: "soft", {words.say("import-private")} }
        }
        if let Some(error) = error {
            Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { "{error}" } }
        }
        if reading {
            Skeleton { words: words.say("import-reading") }
        }
        div { class: "card card-stack",
            FileField {
                id: "import",
                label: words.say("import-file"),
                hint: words.say("import-file-hint"),
                accept: ".csv,.txt,text/csv,text/plain",
                on_file,
                on_unreadable,
                on_pick,
            }
        }
    }
}
