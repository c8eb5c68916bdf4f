//! Numbers without names, and what those see first who have no caseload.

mod first;

use dioxus::prelude::*;
use handrail_engine::api::{
    Command, FiguresView, MonthView, NumbersView, OutreachCount, Query, Reply, Topic,
};

pub use first::First;

use crate::{
    ask::{Load, use_view},
    components::{Absent, Button, ButtonLook, Empty, IconName, LinkRow, Page, Section},
    forms::use_lasting_orders,
    routes::LaterRoute,
    screens::person::tried,
    session::use_moment,
    words::{
        Words,
        dates::{self, Moment},
        use_words,
    },
};

/// What the agency did, month by month, for supervisors.
#[component]
pub fn Numbers() -> Element {
    let back = EventHandler::new(|()| {
        navigator().push(LaterRoute::Team {});
    });
    rsx! {
        div { class: "pane", NumbersPage { back } }
    }
}

/// The page, with or without a way back.
#[component]
pub fn NumbersPage(#[props(default)] back: Option<EventHandler<()>>) -> Element {
    let words = use_words();
    let moment = use_moment();
    let answer = use_view(
        &[Topic::Team, Topic::Encounters],
        || Query::Numbers,
        |reply| match reply {
            Reply::Numbers(view) => Some(view),
            _ => None,
        },
    );
    let on_order = use_lasting_orders();
    let on_publish = move |month: String| {
        on_order.call((Command::PublishNumbers { month }, "numbers-done"));
    };
    match answer() {
        Load::Ready(view) => rsx! {
            NumbersContent { view, moment, back, on_publish }
        },
        other => {
            rsx! { Absent { title: words.say("numbers-title"), page: "numbers", why: other.why(), back } }
        }
    }
}

/// The page as rendered from the engine's view.
#[component]
pub fn NumbersContent(
    view: NumbersView,
    moment: Moment,
    back: Option<EventHandler<()>>,
    on_publish: EventHandler<String>,
) -> Element {
    let words = use_words();
    let words_key = if view.may_publish {
        "numbers-words-supervisor"
    } else {
        "numbers-words"
    };
    rsx! {
        Page { title: words.say("numbers-title"), testid: "numbers", back,
            p { {words.say(words_key)} }
            p { class: "soft", {words.say("numbers-small")} }
            ul { class: "rows",
                LinkRow { to: LaterRoute::Scorecards {}, icon: IconName::Chart, title: words.say("measures-title"), testid: "numbers-scorecards" }
                if view.may_publish {
                    LinkRow { to: LaterRoute::Bill {}, icon: IconName::Clock, title: words.say("bill-title"), testid: "numbers-bill" }
                    LinkRow { to: LaterRoute::ClientReports {}, icon: IconName::Log, title: words.say("reports-title"), testid: "numbers-reports" }
                }
            }
            if view.months.is_empty() {
                Empty { icon: IconName::Calendar, title: words.say("numbers-empty"), words: words.say("numbers-empty-words") }
            }
            for month in view.months {
                Month { key: "{month.month}", month, moment, on_publish }
            }
        }
    }
}

/// Leads to another page.
#[component]
fn Month(month: MonthView, moment: Moment, on_publish: EventHandler<String>) -> Element {
    let words = use_words();
    let publishes = month.counted.is_some() && !month.is_current;
    let id = month.month.clone();
    let shown = month.counted.clone().or(month.told.clone());
    rsx! {
        Section { title: dates::month(&words, &month.month), testid: "month",
            if let Some(figures) = shown {
                Figures { figures }
            }
            if let Some(counted) = month.outreach.clone() {
                AfterOverdose { counted }
            }
            if month.told.is_some() {
                p { class: "soft",
                    {words.say_with("numbers-by", [("name", month.by.clone().into()), ("day", dates::day(&words, &moment, &month.as_of).into())])}
                }
            }
            if publishes {
                p { class: "soft", {words.say(if month.told.is_some() { "numbers-changed" } else { "numbers-not-told" })} }
                Button {
                    label: words.say("numbers-go"),
                    spoken: words.say_with("numbers-go-of", [("month", dates::month(&words, &id).into())]),
                    look: ButtonLook::Plain,
                    testid: "numbers-go",
                    on_press: move |()| on_publish.call(id.clone()),
                }
            }
        }
    }
}

/// What was tried after the overdoses of a month, for who reads the records.
#[component]
fn AfterOverdose(counted: OutreachCount) -> Element {
    let words = use_words();
    let rows = [
        ("numbers-overdoses", counted.overdoses),
        ("numbers-tried-in-time", counted.in_time),
        ("numbers-tried-open", counted.open),
        ("numbers-tried-reached", counted.reached),
    ];
    rsx! {
        dl { class: "card facts", "data-testid": "numbers-outreach",
            for (key , number) in rows {
                dt { {words.say(key)} }
                dd { "{number}" }
            }
            if !counted.tried.is_empty() {
                dt { {words.say("numbers-tried-how")} }
                dd { {tried(&words, &counted.tried)} }
            }
        }
        p { class: "soft", {words.say("numbers-outreach-words")} }
    }
}

#[component]
fn Figures(figures: FiguresView) -> Element {
    let words = use_words();
    let rows = [
        ("numbers-people", figures.people),
        ("numbers-reached", figures.reached),
        ("numbers-contacts", figures.contacts),
        ("numbers-owed", figures.days_owed),
        ("numbers-kept", figures.days_kept),
    ];
    rsx! {
        dl { class: "card facts",
            for (key , number) in rows {
                dt { {words.say(key)} }
                dd { {figure(&words, number)} }
            }
        }
    }
}

fn figure(words: &Words, number: Option<u32>) -> String {
    number.map_or_else(|| words.say("numbers-few"), |number| number.to_string())
}
