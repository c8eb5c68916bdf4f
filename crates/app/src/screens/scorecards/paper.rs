use dioxus::prelude::*;
use handrail_engine::api::measure::{Block, Value};
use handrail_engine::api::{Command, Export as Exported, MeasureView, PointView};

use super::curve::{self, Shows};
use super::{export, measure_words as said, use_measure};
use crate::{
    ask::Load,
    components::{Absent, Back, Button, ButtonLook, IconName},
    engine_link::use_link,
    routes::LaterRoute,
    session::use_moment,
    words::{
        dates::{self, Moment},
        use_words,
    },
};

/// A measure on one page for whoever decides or pays (S3-20): only what may be told, with curve and
/// story.
#[component]
pub fn ScorecardPaper(measure: String) -> Element {
    let words = use_words();
    let moment = use_moment();
    let answer = use_measure(&measure, || (None, None));
    let back = EventHandler::new(move |()| {
        navigator().push(LaterRoute::Scorecard {
            measure: measure.clone(),
        });
    });
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! { PaperContent { view, moment, back } },
                other => rsx! { Absent { title: words.say("measures-title"), page: "scorecard-paper", why: other.why(), back } },
            }
        }
    }
}

/// The page as rendered from the engine's view.
#[component]
pub fn PaperContent(view: MeasureView, moment: Moment, back: EventHandler<()>) -> Element {
    let words = use_words();
    let link = use_link();
    let print = link.device.print;
    let whole = |point: &&PointView| !point.going_on || !view.hides_small;
    let points: Vec<PointView> = view.points.iter().filter(whole).cloned().collect();
    let hidden = points
        .iter()
        .any(|point| matches!(point.told, Value::Hidden { .. }));
    // A forecast out of figures that are hidden would tell of them.
    let forecast = view.forecast.filter(|_| !hidden);
    let lines = u32::try_from(export::lines(&words, &view).len()).unwrap_or(u32::MAX);
    rsx! {
        div { class: "page", "data-testid": "scorecard-paper",
            Back { on_press: back }
            if let Some(print) = print {
                div { class: "card card-stack not-printed",
                    p { {words.say("measure-export-outside")} }
                    Button { label: words.say("required-print"), icon: IconName::Print, look: ButtonLook::Main, wide: true, testid: "scorecard-print", on_press: move |()| {
                        let order = link.order(Command::NoteExport(Exported::Figures(lines)));
                        spawn(async move {
                            // Who has it on the screen is not kept from paper.
                            let _not_noted = order.await;
                        });
                        print();
                    } }
                }
            }
            div { class: "card card-stack paper", "data-testid": "scorecard-page",
                h1 { tabindex: "-1", {said::name(&words, &view)} }
                p { class: "soft", {words.say(said::question(view.definition.question))} " · " {words.say(said::level(view.definition.level))} }
                h2 { {words.say("measure-definition")} }
                if !view.complete {
                    p { {words.say("measure-incomplete")} }
                }
                for text in said::definition(&words, &view) {
                    p { class: "keep-lines", "{text}" }
                }
                {curve::picture(&words, &view, &points, Shows::Told, forecast.as_ref())}
                {curve::table(&words, &view, &points, Shows::Told)}
                if let Some((period , next)) = &forecast {
                    p { class: "small", {said::forecast(&words, view.definition.unit, *period, next)} }
                }
                if view.hides_small {
                    p { class: "small soft", {words.say("measure-tell-small")} }
                }
                for block in [Block::Story, Block::Partners, Block::Works, Block::Plan] {
                    h2 { key: "{block.code()}", {words.say(said::block(block))} }
                    if block == Block::Partners {
                        ul { class: "stack-tight",
                            for (name , role) in &view.partners {
                                li { key: "{name} {role}", "{name}" if !role.is_empty() { ": {role}" } }
                            }
                        }
                    } else {
                        for one in view.words.iter().filter(|one| one.block == block) {
                            div { key: "{one.id}",
                                if let Some(period) = one.period {
                                    p { class: "strong", {said::period(&words, period)} }
                                }
                                p { class: "keep-lines", "{one.words}" }
                            }
                        }
                    }
                }
                p { class: "small soft", {words.say_with("required-as-of", [("day", dates::full_date(&words, view.as_of.as_naive()).into())])} }
                p { class: "small soft", {words.say_with("measure-version", [("version", view.version.into())])} }
                p { class: "small soft", {said::source(&words, &moment, &view.source)} }
            }
        }
    }
}
