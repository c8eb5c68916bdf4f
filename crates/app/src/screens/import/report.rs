use dioxus::prelude::*;
use handrail_engine::api::ImportReportView;

use crate::{
    components::{Button, ButtonLook, Notice, NoticeTone, Section},
    words::{labels, use_words},
};

/// Rows shown of the left-out ones; a file of thousands would fill memory.
const MOST_SHOWN: usize = 200;

/// What was imported, and each row left out with its line and reason.
#[component]
pub fn ReportContent(
    report: ImportReportView,
    on_again: EventHandler<()>,
    on_done: EventHandler<()>,
) -> Element {
    let words = use_words();
    let left_out = u32::try_from(report.problems.len()).unwrap_or(u32::MAX);
    let more = report.problems.len().saturating_sub(MOST_SHOWN);
    rsx! {
        div { class: "stack", "data-testid": "import-report",
            Notice { tone: if report.cancelled { NoticeTone::Attention } else { NoticeTone::Good },
                p { class: "strong", role: "status", {words.say(if report.cancelled { "report-cancelled" } else { "report-done" })} }
                p { "data-testid": "report-added", {words.say_with("report-added", [("count", report.added.into())])} }
                if report.already_here > 0 {
                    p { "data-testid": "report-already", {words.say_with("report-already", [("count", report.already_here.into())])} }
                }
            }
            if !report.warnings.is_empty() {
                Section { title: words.say("report-warnings"), count: u32::try_from(report.warnings.len()).unwrap_or(u32::MAX),
                    p { class: "soft", {words.say("report-warnings-words")} }
                    div { class: "card table-wrap", tabindex: "0", role: "region", "aria-label": words.say("report-warnings"),
                        table { class: "table",
                            thead {
                                tr {
                                    th { scope: "col", {words.say("report-line")} }
                                    th { scope: "col", {words.say("report-name")} }
                                    th { scope: "col", {words.say("report-look-at")} }
                                }
                            }
                            tbody {
                                for (index , warning) in report.warnings.iter().take(MOST_SHOWN).enumerate() {
                                    tr { key: "{index}", "data-testid": "report-warning",
                                        td { class: "tabular", "{warning.line}" }
                                        td { "{warning.name}" }
                                        td { {words.say(labels::import_warning(warning.reason))} }
                                    }
                                }
                            }
                        }
                    }
                    if report.warnings.len() > MOST_SHOWN {
                        p { class: "soft", {words.say_with("report-more", [("count", (report.warnings.len() - MOST_SHOWN).into())])} }
                    }
                }
            }
            if left_out > 0 {
                Section { title: words.say("report-problems"), count: left_out,
                    p { class: "soft", {words.say("report-problems-words")} }
                    div { class: "card table-wrap", tabindex: "0", role: "region", "aria-label": words.say("report-problems"),
                        table { class: "table",
                            thead {
                                tr {
                                    th { scope: "col", {words.say("report-line")} }
                                    th { scope: "col", {words.say("report-reason")} }
                                    th { scope: "col", {words.say("report-text")} }
                                }
                            }
                            tbody {
                                for (index , problem) in report.problems.iter().take(MOST_SHOWN).enumerate() {
                                    tr { key: "{index}", "data-testid": "report-problem",
                                        td { class: "tabular", "{problem.line}" }
                                        td { {words.say(labels::import_reason(problem.reason))} }
                                        td { "{problem.text}" }
                                    }
                                }
                            }
                        }
                    }
                    if more > 0 {
                        p { class: "soft", {words.say_with("report-more", [("count", more.into())])} }
                    }
                }
            }
            Button { label: words.say("report-see"), look: ButtonLook::Main, wide: true, large: true, testid: "report-see", on_press: on_done }
            Button { label: words.say("import-other"), look: ButtonLook::Quiet, wide: true, testid: "import-other", on_press: on_again }
        }
    }
}
