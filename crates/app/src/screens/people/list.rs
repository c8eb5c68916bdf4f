use dioxus::prelude::*;
use handrail_engine::api::{EngineError, PeopleFilter, PeopleRow, PeopleView, Query, Reply, Topic};

use super::{departures::Departures, filters::Filters};
use crate::{
    ask::{Load, use_view},
    components::{
        Avatar, Button, Empty, Go, Icon, IconName, Mark, MarkTone, Notice, NoticeTone, Page,
        RowFocus, SearchField, Skeleton, use_row_focus,
    },
    routes::{LaterRoute, Route},
    screens::shell::{SearchWish, use_has_caseload, use_is_supervisor},
    session::use_moment,
    words::{
        dates::{self, Moment},
        errors, use_words,
    },
};

/// Rows asked for at first and with each "Show more".
const PAGE: u32 = 50;
/// The engine gives no more rows than this at once.
const MOST: u32 = 5_000;

/// On a wide screen the place beside the list, until somebody is chosen.
#[component]
pub fn People() -> Element {
    let words = use_words();
    rsx! {
        Empty { icon: IconName::People, title: words.say("choose-somebody") }
    }
}

/// The list with its search, kept while somebody's page is open.
#[component]
pub fn PeopleList(chosen: Option<String>) -> Element {
    let mut search = use_signal(String::new);
    let mut filter = use_signal(PeopleFilter::default);
    let mut limit = use_signal(|| PAGE);
    let wish = use_context::<Signal<SearchWish>>();
    let supervisor = use_is_supervisor();
    let answer = use_view(
        &[Topic::People, Topic::Encounters],
        move || Query::People {
            search: search(),
            filter: filter(),
            offset: 0,
            limit: limit(),
        },
        |reply| match reply {
            Reply::People(view) => Some(view),
            _ => None,
        },
    );
    let (view, error) = match answer() {
        Load::Waiting => (None, None),
        Load::Ready(view) => (Some(view), None),
        Load::Failed(error) => (None, Some(error)),
    };
    rsx! {
        PeopleContent {
            view,
            error,
            moment: use_moment(),
            // Drawn with the answer: a key press asks first.
            search: search.peek().clone(),
            filter: filter(),
            supervisor,
            chosen,
            search_wish: wish().0,
            on_search: move |text| {
                limit.set(PAGE);
                search.set(text);
            },
            on_filter: move |chosen| {
                limit.set(PAGE);
                filter.set(chosen);
            },
            on_more: move |()| {
                let next = limit().saturating_add(PAGE).min(MOST);
                limit.set(next);
            },
        }
    }
}

/// People as rendered from the engine's view.
#[component]
pub fn PeopleContent(
    view: Option<PeopleView>,
    error: Option<EngineError>,
    moment: Moment,
    search: String,
    filter: PeopleFilter,
    supervisor: bool,
    chosen: Option<String>,
    search_wish: u64,
    on_search: EventHandler<String>,
    on_filter: EventHandler<PeopleFilter>,
    on_more: EventHandler<()>,
) -> Element {
    let words = use_words();
    let shown = view.as_ref().map_or(0, |view| view.rows.len());
    let rows = use_row_focus(shown);
    let filtered = !search.trim().is_empty() || filter != PeopleFilter::default();
    rsx! {
        Page { title: words.say("people-title"), testid: "people", take_focus: chosen.is_none() && search_wish == 0,
            for wish in [search_wish] {
                SearchField {
                    key: "{wish}",
                    id: "people-search",
                    label: words.say("people-search"),
                    initial: search.clone(),
                    focus: wish > 0,
                    testid: "people-search",
                    on_input: on_search,
                }
            }
            if use_has_caseload() {
                Filters { view: view.clone(), filter, supervisor, on_filter }
                div { class: "page-actions",
                    Go { to: Route::AddPerson {}, class: "button button-soft", testid: "people-add",
                        Icon { name: IconName::Plus }
                        span { {words.say("people-add")} }
                    }
                    Go { to: LaterRoute::Import {}, class: "button button-plain", testid: "people-import",
                        Icon { name: IconName::Import }
                        span { {words.say("people-import")} }
                    }
                }
            }
            if let Some(error) = error {
                Notice { tone: NoticeTone::Attention, alert: true, p { {errors::error_text(&words, &error)} } }
            }
            match view.clone() {
                None => rsx! { Skeleton { words: words.say("loading") } },
                Some(view) if view.rows.is_empty() && filtered => rsx! {
                    Empty { icon: IconName::Search, title: words.say("people-no-match"), words: words.say("people-no-match-words") }
                },
                Some(view) if view.rows.is_empty() => rsx! {
                    Empty { icon: IconName::Seedling, title: words.say("today-nobody"), words: words.say("today-nobody-words") }
                },
                Some(view) => rsx! {
                    Results { view, moment, supervisor, chosen, rows, on_more }
                },
            }
            if let Some(view) = view.filter(|_| !filtered) {
                Departures { departures: view.departures, moment }
            }
        }
    }
}

#[component]
fn Results(
    view: PeopleView,
    moment: Moment,
    supervisor: bool,
    chosen: Option<String>,
    rows: RowFocus,
    on_more: EventHandler<()>,
) -> Element {
    let words = use_words();
    let shown = u32::try_from(view.rows.len()).unwrap_or(u32::MAX);
    rsx! {
        p { class: "small soft", role: "status", "data-testid": "people-count",
            {words.say_with("people-count", [("count", view.total.into())])}
        }
        ul { class: "rows",
            for (index , row) in view.rows.into_iter().enumerate() {
                PersonRow { key: "{row.participant}", row: row.clone(), moment, supervisor, index, rows: rows.clone(), chosen: chosen.as_ref() == Some(&row.participant) }
            }
        }
        if shown < view.total && shown < MOST {
            Button { label: words.say("people-more"), wide: true, testid: "people-more", on_press: on_more }
        } else if shown < view.total {
            p { class: "soft", {words.say_with("people-narrow", [("count", shown.into())])} }
        }
    }
}

#[component]
fn PersonRow(
    row: PeopleRow,
    moment: Moment,
    supervisor: bool,
    index: usize,
    rows: RowFocus,
    chosen: bool,
) -> Element {
    let words = use_words();
    let (mounting, focusing) = (rows.clone(), rows);
    let place: Vec<String> = [row.program.clone(), row.phase.clone()]
        .into_iter()
        .filter(|text| !text.is_empty())
        .collect();
    rsx! {
        li {
            Go {
                to: Route::Person { participant: row.participant.clone() },
                class: "row",
                current: chosen.then(|| "true".to_owned()),
                testid: "person-row",
                on_mounted: move |element| mounting.mounted(index, element),
                on_focus: move |()| focusing.focused(index),
                Avatar { name: row.name.clone(), id: row.participant.clone() }
                span { class: "row-body",
                    span { class: "row-title", "{row.name}"
                        if !row.legal_name.is_empty() {
                            span { class: "soft small", " ({row.legal_name})" }
                        }
                    }
                    if !place.is_empty() {
                        span { class: "row-line", {place.join(" · ")} }
                    }
                    span { class: "row-line", {dates::last_reached(&words, &moment, row.last_reached_at)} }
                    if !row.covering_for.is_empty() {
                        span { class: "row-line", {words.say_with("covering-for", [("coach", row.covering_for.clone().into())])} }
                    } else if supervisor {
                        span { class: "row-line", {words.say_with("whose-coach", [("coach", row.coach.clone().into())])} }
                    }
                    if !row.snippet.is_empty() {
                        span { class: "row-line", {words.say_with("people-snippet", [("text", row.snippet.clone().into())])} }
                    }
                    if row.owed_today || row.conflicts > 0 {
                        span { class: "wrap",
                            if row.owed_today {
                                Mark { tone: MarkTone::Attention, icon: IconName::Clock, words: words.say("owed-today") }
                            }
                            if row.conflicts > 0 {
                                Mark { tone: MarkTone::Attention, icon: IconName::Attention, words: words.say("two-versions") }
                            }
                        }
                    }
                }
                span { class: "row-end", Icon { name: IconName::Right } }
            }
        }
    }
}
