use dioxus::prelude::*;
use handrail_engine::api::measure::Question;
use handrail_engine::api::{
    FigureSource, MeasureLine, Query, Reply, ScorecardQuery, ScorecardReply, ScorecardsView, Topic,
};

use super::define::{DefineForm, Defining};
use super::measure_words as said;
use crate::{
    ask::{Load, use_view},
    components::{Absent, Button, Go, Icon, IconName, Mark, MarkTone, Notice, Page, Section},
    forms::{Open, use_dialogs},
    routes::LaterRoute,
    session::use_moment,
    words::{Words, dates::Moment, use_words},
};

/// All measures, by the question that they answer.
#[component]
pub fn Scorecards() -> Element {
    let words = use_words();
    let moment = use_moment();
    let answer = use_view(
        &[Topic::Team, Topic::Encounters, Topic::People],
        || Query::Scorecard(ScorecardQuery::List),
        |reply| match reply {
            Reply::Scorecard(ScorecardReply::List(view)) => Some(view),
            _ => None,
        },
    );
    let (open, on_order) = use_dialogs::<Defining>();
    let back = EventHandler::new(|()| {
        navigator().push(LaterRoute::Numbers {});
    });
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! {
                    ScorecardsContent { view, moment, open, back }
                    if (open.asking)().is_some() {
                        DefineForm { measure: None::<String>, known: None, open, on_order }
                    }
                },
                other => rsx! { Absent { title: words.say("measures-title"), page: "scorecards", why: other.why(), back } },
            }
        }
    }
}

/// The list as rendered from the engine's view.
#[component]
pub fn ScorecardsContent(
    view: ScorecardsView,
    moment: Moment,
    open: Open<Defining>,
    back: EventHandler<()>,
) -> Element {
    let words = use_words();
    rsx! {
        Page { title: words.say("measures-title"), testid: "scorecards", line: words.say("measures-line"), back,
            if view.set_aside > 0 {
                Notice { testid: "measures-set-aside", p { {words.say_with("measures-set-aside", [("count", view.set_aside.into())])} } }
            }
            for question in Question::ALL.iter().copied() {
                if view.measures.iter().any(|line| line.question == question) {
                    Section { title: words.say(said::question(question)), testid: "measures-{question.code()}",
                        ul { class: "rows",
                            for line in view.measures.iter().filter(|line| line.question == question) {
                                {row(&words, &moment, line)}
                            }
                        }
                    }
                }
            }
            Section { title: words.say("measures-later"), testid: "measures-later",
                p { class: "soft", {words.say("measures-later-words")} }
            }
            if view.may_write {
                Button { label: words.say("measures-add"), icon: IconName::Plus, testid: "measure-add", on_press: move |()| open.ask(Some(Defining)) }
            }
        }
    }
}

fn row(words: &Words, moment: &Moment, line: &MeasureLine) -> Element {
    let figure = line.newest.as_ref().map(|(period, value)| {
        format!(
            "{}: {}",
            said::period(words, *period),
            said::value(words, line.unit, value)
        )
    });
    let figure = figure.unwrap_or_else(|| match line.source {
        FigureSource::Counted | FigureSource::Given => words.say("measure-missing"),
        _ => said::source(words, moment, &line.source),
    });
    rsx! {
        li { key: "{line.measure}",
            Go { to: LaterRoute::Scorecard { measure: line.measure.clone() }, class: "row", testid: "measure",
                span { class: "row-body",
                    span { class: "row-title", {said::line_name(words, line)} }
                    span { class: "row-line", "{figure} · " {words.say(said::level(line.level))} }
                    if !line.complete {
                        Mark { tone: MarkTone::Attention, icon: IconName::Attention, words: words.say("measure-incomplete") }
                    }
                }
                span { class: "row-end", Icon { name: IconName::Right } }
            }
        }
    }
}
