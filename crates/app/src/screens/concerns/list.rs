use dioxus::prelude::*;
use handrail_engine::api::{ConcernStage, ConcernView, ConcernsView, OwnReportView};

use super::{aside::set_aside, concern_words, find, order, page::ConcernPage, use_concerns};
use crate::{
    ask::Load,
    components::{
        Absent, Button, Empty, Go, Icon, IconName, Mark, MarkTone, Notice, NoticeTone, Page,
        Section,
    },
    forms::{PageOrder, use_dialogs},
    routes::LaterRoute,
    session::use_moment,
    words::{dates, use_words},
};

/// Concerns that wait, and earlier ones.
#[component]
pub fn Concerns() -> Element {
    rsx! {
        SideBySide {}
    }
}

/// One concern, beside the others on a wide screen.
#[component]
pub fn Concern(concern: String) -> Element {
    rsx! {
        for concern in [concern] {
            SideBySide { key: "{concern}", chosen: Some(concern) }
        }
    }
}

#[component]
fn SideBySide(#[props(default)] chosen: Option<String>) -> Element {
    let words = use_words();
    let answer = use_concerns(None);
    let back = move |()| {
        navigator().push(LaterRoute::Concerns {});
    };
    let (list, detail) = if chosen.is_some() {
        ("pane split-list has-detail", "pane split-detail")
    } else {
        ("pane split-list", "pane split-detail no-detail")
    };
    match answer() {
        Load::Ready(view) => rsx! {
            div { class: "split",
                div { class: list, List { view: view.clone(), chosen: chosen.clone() } }
                div { class: detail,
                    match chosen.as_deref().map(|id| find(&view, id)) {
                        Some(Some(concern)) => rsx! { ConcernPage { concern, decides: view.decides, back } },
                        Some(None) => rsx! {
                            Page { title: words.say("off-title"), testid: "concern-failed", back,
                                Notice { tone: NoticeTone::Attention, p { {words.say("error-not-found")} } }
                            }
                        },
                        None => rsx! { Empty { icon: IconName::Attention, title: words.say("off-choose-one") } },
                    }
                }
            }
        },
        other => rsx! {
            div { class: "pane",
                Absent { title: words.say("off-list-title"), page: "concerns", why: other.why() }
            }
        },
    }
}

#[component]
fn List(view: ConcernsView, #[props(default)] chosen: Option<String>) -> Element {
    let words = use_words();
    let moment = use_moment();
    let (_, on_order) = use_dialogs::<()>();
    let rows = view.concerns.into_iter();
    let (open, earlier): (Vec<_>, Vec<_>) = rows.partition(|one| one.stage < ConcernStage::Done);
    rsx! {
        Page { title: words.say("off-list-title"), testid: "concerns", line: words.say(if view.decides { "off-list-words-supervisor" } else { "off-list-words" }), take_focus: chosen.is_none(),
            if view.may_raise {
                Go { to: LaterRoute::SomethingOffChoose {}, class: "button button-main", testid: "concerns-raise",
                    Icon { name: IconName::Attention }
                    span { {words.say("off-title")} }
                }
            }
            Section { title: words.say("off-open"), count: u32::try_from(open.len()).unwrap_or(u32::MAX), testid: "concerns-open",
                if open.is_empty() {
                    Empty { icon: IconName::Check, title: words.say("off-none-open") }
                }
                Rows { rows: open, chosen: chosen.clone() }
            }
            if !view.reports.is_empty() {
                Section { title: words.say("off-reports"), testid: "concerns-reports",
                    ul { class: "rows",
                        for report in view.reports {
                            Report { key: "{report.id}", report: report.clone(), decides: view.decides, on_order }
                        }
                    }
                }
            }
            if !earlier.is_empty() {
                Section { title: words.say("off-earlier"), testid: "concerns-earlier",
                    Rows { rows: earlier, chosen: chosen.clone() }
                }
            }
            {set_aside(&words, &moment, &view.aside, "concerns-aside")}
            if view.may_set {
                Go { to: LaterRoute::ConcernsSetup {}, class: "button button-quiet", testid: "concerns-setup",
                    Icon { name: IconName::Settings }
                    span { {words.say("off-setup-title")} }
                }
            }
        }
    }
}

/// Concerns in a list; what was told in confidence is not named.
#[component]
pub fn Rows(rows: Vec<ConcernView>, #[props(default)] chosen: Option<String>) -> Element {
    let words = use_words();
    let moment = use_moment();
    rsx! {
        ul { class: "rows",
            for one in rows {
                li { key: "{one.id}",
                    Go { to: LaterRoute::Concern { concern: one.id.clone() }, class: "row", current: (chosen.as_ref() == Some(&one.id)).then(|| "true".to_owned()), testid: "concern-row",
                        Icon { name: IconName::Attention }
                        span { class: "row-body",
                            span { class: "row-title", "{one.name}" }
                            span { class: "row-line", {words.say(concern_words::kind_in_lists(one.kind))} }
                            span { class: "row-line",
                                {words.say_with("conflict-by", [("author", one.by.clone().into()), ("when", dates::day_and_time(&words, &moment, one.at).into())])}
                            }
                            if one.stage < ConcernStage::Done {
                                span { class: "row-line", {concern_words::waited(&words, &moment, &one)} }
                            }
                            span { class: "wrap",
                                Mark { words: words.say(concern_words::stage(one.stage).0), tone: concern_words::stage(one.stage).1 }
                                if one.my_turn {
                                    Mark { words: words.say("off-your-turn"), tone: MarkTone::Attention, icon: IconName::Clock }
                                }
                                if one.decisions.len() > 1 {
                                    Mark { words: words.say("off-two-decisions"), tone: MarkTone::Attention }
                                }
                            }
                        }
                        span { class: "row-end", Icon { name: IconName::Right } }
                    }
                }
            }
        }
    }
}

#[component]
fn Report(report: OwnReportView, decides: bool, on_order: EventHandler<PageOrder>) -> Element {
    let words = use_words();
    let moment = use_moment();
    let when = dates::day_and_time(&words, &moment, report.at);
    let id = report.id.clone();
    rsx! {
        li { class: "row", "data-testid": "own-report",
            Icon { name: IconName::Phone }
            div { class: "row-body",
                span { class: "row-title", "{report.name}" }
                span { class: "row-line", {words.say_with("off-reported-by", [("by", report.by.clone().into()), ("when", when.into())])} }
                if !report.line.is_empty() {
                    span { class: "row-line", "{report.line}" }
                }
                if let Some(known) = concern_words::known(report.known) {
                    span { class: "row-line", {words.say(known)} }
                }
                for (by , at) in report.seen.iter() {
                    span { key: "{by}", class: "row-line", {words.say_with("off-seen-by", [("by", by.clone().into()), ("when", dates::day_and_time(&words, &moment, *at).into())])} }
                }
                if decides && report.seen.is_empty() {
                    Button { label: words.say("off-see"), spoken: words.say_with("off-see-of", [("name", report.name.clone().into())]), testid: "own-report-seen", on_press: move |()| on_order.call(order(handrail_engine::api::ConcernCommand::Seen { concern: id.clone() })) }
                }
            }
        }
    }
}
