//! A caseload from a file: pick, map the columns, watch, read the report.

mod mapping;
mod pick;
mod report;
mod running;
mod stage;

use dioxus::prelude::*;
use handrail_engine::api::{ColumnMapping, Command, Reply};

pub use mapping::MappingContent;
pub use pick::PickContent;
pub use report::ReportContent;
pub use running::RunningContent;
pub use stage::ImportStage;

use crate::{
    components::{Page, use_file_dialog},
    engine_link::use_link,
    routes::Route,
    session::use_shared,
    words::{errors, use_words},
};

/// The import; it goes on while other screens are open.
#[component]
pub fn Import() -> Element {
    let words = use_words();
    let link = use_link();
    let mut shared = use_shared();
    let mut stage = shared.import;
    let mut error = use_signal(|| None::<String>);
    let mut reading = use_signal(|| false);
    let (opening, said) = (link.clone(), words.clone());
    let open = use_callback(move |(name, bytes): (String, Vec<u8>)| {
        error.set(None);
        reading.set(true);
        let order = opening.order(Command::ImportOpen { name, bytes });
        let words = said.clone();
        spawn(async move {
            let result = order.await;
            reading.set(false);
            match result {
                Ok(Reply::ImportPreview(view)) => stage.set(ImportStage::Mapping(view)),
                Ok(_) => {}
                Err(problem) => error.set(Some(errors::error_text(&words, &problem))),
            }
        });
    });
    let not_text = words.say("file-not-text");
    let on_unreadable = use_callback(move |()| error.set(Some(not_text.clone())));
    let on_pick = use_file_dialog(words.say("import-file"), "csv", open, on_unreadable);
    let (running, said) = (link.clone(), words.clone());
    let run = move |mapping: ColumnMapping| {
        error.set(None);
        shared.progress.set(None);
        let before = stage.peek().clone();
        stage.set(ImportStage::Running);
        let order = running.order(Command::ImportRun { mapping });
        let words = said.clone();
        // It ends after this screen may have closed.
        dioxus::core::spawn_forever(async move {
            match order.await {
                Ok(Reply::ImportReport(report)) => stage.set(ImportStage::Report(report)),
                Ok(_) => stage.set(ImportStage::Pick),
                Err(problem) => {
                    stage.set(before);
                    shared.toast.set(Some(crate::toast::Toast {
                        words: errors::error_text(&words, &problem),
                        undo: None,
                    }));
                }
            }
        });
    };
    let cancel = move |()| {
        let order = link.order(Command::ImportCancel);
        spawn(async move {
            // The report that follows tells what was imported.
            let _told_by_report = order.await;
        });
    };
    rsx! {
        div { class: "pane",
            Page { title: words.say("import-title"), testid: "import", back: move |()| { navigator().push(Route::People {}); },
                match stage() {
                    ImportStage::Pick => rsx! { PickContent { error: error(), reading: reading(), on_pick, on_file: open, on_unreadable } },
                    ImportStage::Mapping(view) => rsx! { MappingContent { view, error: error(), on_run: run, on_other: move |()| stage.set(ImportStage::Pick) } },
                    ImportStage::Running => rsx! { RunningContent { progress: (shared.progress)(), on_cancel: cancel } },
                    ImportStage::Report(report) => rsx! {
                        ReportContent {
                            report,
                            on_again: move |()| stage.set(ImportStage::Pick),
                            on_done: move |()| {
                                stage.set(ImportStage::Pick);
                                navigator().push(Route::People {});
                            },
                        }
                    },
                }
            }
        }
    }
}
