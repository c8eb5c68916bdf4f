use dioxus::prelude::*;
use handrail_engine::api::ImportProgressView;

use crate::{
    components::{Button, Progress},
    words::use_words,
};

/// Real progress; what was imported stays when it is stopped.
#[component]
pub fn RunningContent(
    progress: Option<ImportProgressView>,
    on_cancel: EventHandler<()>,
) -> Element {
    let words = use_words();
    let progress = progress.unwrap_or(ImportProgressView { done: 0, total: 0 });
    rsx! {
        div { class: "card card-stack", "data-testid": "import-progress",
            p { class: "strong", {words.say("import-running")} }
            Progress {
                label: words.say("import-running"),
                done: u64::from(progress.done),
                total: u64::from(progress.total),
                words: words.say_with("progress-of", [("done", progress.done.into()), ("total", progress.total.into())]),
            }
            p { class: "small soft", {words.say("import-may-leave")} }
            Button { label: words.say("import-cancel"), testid: "import-cancel", on_press: on_cancel }
        }
    }
}
