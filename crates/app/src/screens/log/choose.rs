use dioxus::prelude::*;
use handrail_engine::api::{PeopleFilter, Query, Reply, Topic};

use crate::{
    ask::{Load, use_view},
    components::{
        Avatar, Empty, Go, Icon, IconName, Mark, MarkTone, Notice, NoticeTone, Page, SearchField,
        Skeleton, use_row_focus,
    },
    routes::{LaterRoute, Route},
    session::use_moment,
    words::{dates, errors, use_words},
};

/// Rows shown; typing finds the rest.
const ROWS: u32 = 100;

/// Whom the contact was with.
#[component]
pub fn LogChoose() -> Element {
    let words = use_words();
    let moment = use_moment();
    let mut search = use_signal(String::new);
    let answer = use_view(
        &[Topic::People, Topic::Encounters],
        move || Query::People {
            search: search(),
            filter: PeopleFilter::default(),
            offset: 0,
            limit: ROWS,
        },
        |reply| match reply {
            Reply::People(mut view) => {
                // Most contacts are with somebody who is owed one.
                view.rows.sort_by_key(|row| !row.owed_today);
                Some(view)
            }
            _ => None,
        },
    );
    let count = match &*answer.read() {
        Load::Ready(view) => view.rows.len(),
        _ => 0,
    };
    let rows = use_row_focus(count);
    rsx! {
        div { class: "pane",
            Page { title: words.say("log-choose-title"), testid: "log-choose",
                Go { to: LaterRoute::CallOuts {}, class: "button button-soft button-wide", testid: "log-call-outs",
                    Icon { name: IconName::Phone }
                    span { {words.say("call-outs-title")} }
                }
                SearchField { id: "log-search", label: words.say("people-search"), testid: "log-search", on_input: move |text| search.set(text) }
                match answer() {
                    Load::Waiting => rsx! { Skeleton { words: words.say("loading") } },
                    Load::Failed(error) => rsx! {
                        Notice { tone: NoticeTone::Attention, alert: true, p { {errors::error_text(&words, &error)} } }
                    },
                    Load::Ready(view) if view.rows.is_empty() && search.read().trim().is_empty() => rsx! {
                        Empty { icon: IconName::Seedling, title: words.say("today-nobody"), words: words.say("today-nobody-words"),
                            Go { to: Route::AddPerson {}, class: "button button-main", testid: "log-add-person", {words.say("people-add")} }
                        }
                    },
                    Load::Ready(view) if view.rows.is_empty() => rsx! {
                        Empty { icon: IconName::Search, title: words.say("people-no-match"), words: words.say("people-no-match-words"),
                            Go { to: Route::AddPerson {}, class: "button button-main", testid: "log-add-person", {words.say("people-add")} }
                        }
                    },
                    Load::Ready(view) => rsx! {
                        ul { class: "rows",
                            for (index , row) in view.rows.into_iter().enumerate() {
                                li { key: "{row.participant}",
                                    Go {
                                        to: Route::Log { participant: row.participant.clone() },
                                        class: "row",
                                        // Saved, one is back where the ＋ was pressed.
                                        instead: true,
                                        testid: "log-person",
                                        on_mounted: { let rows = rows.clone(); move |element| rows.mounted(index, element) },
                                        on_focus: { let rows = rows.clone(); move |()| rows.focused(index) },
                                        Avatar { name: row.name.clone(), id: row.participant.clone() }
                                        span { class: "row-body",
                                            span { class: "row-title", "{row.name}" }
                                            span { class: "row-line", {dates::last_reached(&words, &moment, row.last_reached_at)} }
                                            if row.owed_today {
                                                span { class: "wrap", Mark { tone: MarkTone::Attention, icon: IconName::Clock, words: words.say("owed-today") } }
                                            }
                                        }
                                        span { class: "row-end", Icon { name: IconName::Right } }
                                    }
                                }
                            }
                        }
                    },
                }
            }
        }
    }
}
