//! To what a figure opens (issue 5.6).

use dioxus::prelude::*;
use handrail_engine::api::measure::{Builtin, Dimension, Found, Period, Slice, Unit};
use handrail_engine::api::{
    CaseOf, CaseView, CasesView, EngineError, Query, Reply, ScorecardQuery, ScorecardReply, Topic,
};

use super::measure_words as said;
use crate::{
    ask::{Load, use_view},
    components::{Absent, Empty, Go, Icon, IconName, Page},
    routes::{Address, LaterRoute, Route},
    session::use_moment,
    words::{
        Words,
        dates::{self, Moment},
        use_words,
    },
};

/// In place of a part's name that is empty: an address has no empty parts.
const NO_NAME: &str = "-";

/// Where the rows of a figure stand.
pub fn route(measure: &str, period: Period, slice: Option<&Slice>) -> LaterRoute {
    // A slash would part the address.
    let (measure, period) = (measure.to_owned(), period.to_string().replace('/', "_"));
    match slice {
        None => LaterRoute::ScorecardRows { measure, period },
        Some(slice) => LaterRoute::ScorecardPart {
            measure,
            period,
            by: slice.by.code().to_owned(),
            part: if slice.name.is_empty() {
                NO_NAME.to_owned()
            } else {
                slice.name.clone()
            },
        },
    }
}

fn period_of(text: &str) -> Option<Period> {
    Period::parse(&text.replace('_', "/"))
}

/// What a figure is counted from.
#[component]
pub fn ScorecardRows(measure: String, period: String) -> Element {
    rsx! {
        Rows { measure, period, slice: None::<Slice> }
    }
}

/// What a part of a figure is counted from.
#[component]
pub fn ScorecardPart(measure: String, period: String, by: String, part: String) -> Element {
    let name = if part == NO_NAME { String::new() } else { part };
    let slice = Dimension::from_code(&by).map(|by| Slice { by, name });
    rsx! {
        Rows { measure, period, slice }
    }
}

#[component]
fn Rows(measure: String, period: String, slice: Option<Slice>) -> Element {
    let words = use_words();
    let moment = use_moment();
    let known = period_of(&period);
    let (asked, part) = (measure.clone(), slice.clone());
    let answer = use_view(
        &[Topic::Team, Topic::Encounters, Topic::People],
        move || {
            Query::Scorecard(ScorecardQuery::Rows {
                measure: if known.is_some() {
                    asked.clone()
                } else {
                    String::new()
                },
                period: known.unwrap_or(Period::holding(
                    handrail_engine::api::measure::Grain::Year,
                    handrail_engine::api::LocalDate::FIRST,
                )),
                slice: part.clone(),
            })
        },
        |reply| match reply {
            Reply::Scorecard(ScorecardReply::Rows(view)) => Some(view),
            _ => None,
        },
    );
    let back = EventHandler::new(move |()| {
        navigator().push(LaterRoute::Scorecard {
            measure: measure.clone(),
        });
    });
    let title = words.say("measure-rows");
    rsx! {
        div { class: "pane",
            match (answer(), known) {
                (Load::Ready(view), Some(period)) => rsx! {
                    RowsContent { view, period, slice, moment, back }
                },
                (_, None) => rsx! { Absent { title, page: "measure-rows", why: EngineError::NotFound, back } },
                (other, _) => rsx! { Absent { title, page: "measure-rows", why: other.why(), back } },
            }
        }
    }
}

/// The rows as rendered from the engine's view.
#[component]
pub fn RowsContent(
    view: CasesView,
    period: Period,
    slice: Option<Slice>,
    moment: Moment,
    back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let unit = view.builtin.unit();
    let of = match &slice {
        Some(slice) => format!(
            "{}, {}",
            said::period(&words, period),
            said::part(&words, slice)
        ),
        None => said::period(&words, period),
    };
    let shown = u32::try_from(view.cases.len()).unwrap_or(u32::MAX);
    rsx! {
        Page { title: words.say(said::builtin(view.builtin)), testid: "measure-rows", line: of, back,
            p { class: "group-heads", {said::value(&words, unit, &view.value)} }
            p { class: "soft", {words.say(said::rule(view.builtin))} }
            if view.cases.is_empty() {
                Empty { icon: IconName::Log, title: words.say("measure-rows-empty") }
            } else {
                ul { class: "rows", "data-testid": "measure-cases",
                    for (index , case) in view.cases.iter().enumerate() {
                        {row(&words, &moment, index, view.builtin, case)}
                    }
                }
            }
            if shown < view.count {
                p { class: "soft", {words.say_with("measure-rows-more", [("count", (view.count - shown).into())])} }
            }
        }
    }
}

fn row(words: &Words, moment: &Moment, index: usize, measure: Builtin, case: &CaseView) -> Element {
    let to = match &case.opens {
        CaseOf::Participant(participant) => Some(Address::from(Route::Person {
            participant: participant.clone(),
        })),
        CaseOf::CallOut(call_out) => Some(Address::from(LaterRoute::CallOut {
            call_out: call_out.clone(),
        })),
        CaseOf::Member(member) => Some(Address::from(LaterRoute::Member {
            member: member.clone(),
        })),
        CaseOf::Nothing => None,
    };
    let title = if case.name.is_empty() {
        words.say("measure-call-out")
    } else {
        case.name.clone()
    };
    let found = match (case.found, case.amount, measure.unit()) {
        (_, Some(minutes), Unit::Minutes) => {
            words.say_with("measure-row-minutes", [("count", minutes.into())])
        }
        (_, Some(days), Unit::Days) => words.say_with("measure-row-days", [("count", days.into())]),
        (Found::Yes, ..) => words.say("measure-row-yes"),
        (Found::No, ..) => words.say("measure-row-no"),
        (Found::NotSaid, ..) => words.say("measure-row-not-said"),
    };
    // Of what is only counted, every row that is here counts.
    let told = measure.unit() != Unit::Number || !matches!(case.found, Found::Yes);
    let body = rsx! {
        span { class: "row-body",
            span { class: "row-title", "{title}" }
            span { class: "row-line", {dates::alone(dates::day(words, moment, &case.on.to_string()))} }
            if !case.coach.is_empty() {
                span { class: "row-line", "{case.coach}" }
            }
        }
        if told {
            span { class: "row-end", "{found}" }
        }
    };
    rsx! {
        li { key: "{index}",
            if let Some(to) = to {
                Go { to, class: "row", testid: "measure-case",
                    {body}
                    span { class: "row-end", Icon { name: IconName::Right } }
                }
            } else {
                div { class: "row", "data-testid": "measure-case", {body} }
            }
        }
    }
}
