use dioxus::prelude::*;
use handrail_engine::api::measure::{Block, Dimension, Grain, Period, Value};
use handrail_engine::api::{FigureSource, MeasureView, PartsView, WordView};

use super::curve::{self, Shows};
use super::define::{Asking, DefineForm, FigureForm, WordsForm};
use super::{export::Export, measure_words as said, rows, tell::Tell, use_measure};
use crate::{
    ask::Load,
    components::{
        Absent, Button, ButtonLook, ChipRadio, Chips, FieldKind, Fold, Go, Icon, IconName, Mark,
        MarkTone, Notice, NoticeTone, Page, Section, SelectField, TextField,
    },
    forms::{Open, use_dialogs},
    routes::LaterRoute,
    session::use_moment,
    words::{
        Words,
        dates::{self, Moment},
        use_words,
    },
};

/// One measure: its curve and the five blocks.
#[component]
pub fn Scorecard(measure: String) -> Element {
    let words = use_words();
    let moment = use_moment();
    let chosen = use_signal(|| (None::<Grain>, None::<Dimension>));
    let answer = use_measure(&measure, move || *chosen.read());
    let (open, on_order) = use_dialogs::<Asking>();
    let back = EventHandler::new(|()| {
        navigator().push(LaterRoute::Scorecards {});
    });
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! {
                    ScorecardContent { view: view.clone(), moment, chosen, open, back }
                    match (open.asking)() {
                        None => rsx! {},
                        Some(Asking::Define) => rsx! {
                            DefineForm { measure: Some(view.measure.clone()), known: Some(view.definition.clone()), of_app: view.builtin.is_some(), open, on_order }
                        },
                        Some(Asking::Words(block, period, known)) => rsx! {
                            WordsForm { measure: view.measure.clone(), block, period, known, periods: periods(&view), open, on_order }
                        },
                        Some(Asking::Figure) => rsx! {
                            FigureForm { measure: view.measure.clone(), unit: view.definition.unit, periods: to_fill(&view, &moment), open, on_order }
                        },
                        Some(Asking::Tell) => rsx! {
                            Tell { measure: view.measure.clone(), hides_small: view.hides_small, open, on_order }
                        },
                        Some(Asking::Export) => rsx! { Export { view, open } },
                    }
                },
                other => rsx! { Absent { title: words.say("measures-title"), page: "scorecard", why: other.why(), back } },
            }
        }
    }
}

fn periods(view: &MeasureView) -> Vec<Period> {
    view.points.iter().map(|point| point.period).collect()
}

/// Periods of which a figure may be written down: the last ones up to today.
fn to_fill(view: &MeasureView, moment: &Moment) -> Vec<Period> {
    let today = handrail_engine::api::LocalDate::parse(&moment.today().to_string());
    let today = today.unwrap_or(view.as_of);
    Period::series(view.definition.grain, today, 24)
}

/// The page as rendered from the engine's view.
#[component]
pub fn ScorecardContent(
    view: MeasureView,
    moment: Moment,
    chosen: Signal<(Option<Grain>, Option<Dimension>)>,
    open: Open<Asking>,
    back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let mut chosen = chosen;
    let unit = view.definition.unit;
    let is_own_grain = view.grain == view.definition.grain;
    let has_told = view.points.iter().any(|point| point.told != Value::Missing);
    let line = format!(
        "{} · {}",
        words.say(said::question(view.definition.question)),
        words.say(said::level(view.definition.level)),
    );
    rsx! {
        Page { title: said::name(&words, &view), testid: "scorecard", line, back,
            if !view.complete {
                Notice { tone: NoticeTone::Attention, testid: "measure-incomplete", p { {words.say("measure-incomplete-words")} } }
            }
            Section { title: words.say("measure-curve-title"), testid: "measure-figures",
                div { class: "card card-stack",
                    if view.source == FigureSource::Counted && view.builtin.is_some() {
                        Chips { label: words.say("measure-period"),
                            for one in Grain::ALL.iter().copied() {
                                ChipRadio { key: "{one:?}", group: "measure-shown", label: words.say(said::grain(one)), chosen: view.grain == one, testid: "shown-{one.code()}", on_choose: move |()| {
                                    let by = chosen.peek().1;
                                    chosen.set((Some(one), by));
                                } }
                            }
                        }
                    }
                    if matches!(view.source, FigureSource::NotYet | FigureSource::NotHere) {
                        p { "data-testid": "measure-not-counted", {said::source(&words, &moment, &view.source)} }
                    } else {
                        {curve::picture(&words, &view, &view.points, Shows::Value, view.forecast.as_ref())}
                        {curve::table(&words, &view, &view.points, Shows::Value)}
                        p { class: "small soft", {said::source(&words, &moment, &view.source)} }
                        p { class: "small soft", "data-testid": "measure-forecast",
                            match &view.forecast {
                                Some((period, next)) => said::forecast(&words, unit, *period, next),
                                None => words.say("measure-no-forecast"),
                            }
                        }
                        if let Some(target) = view.definition.target {
                            p { class: "small soft", {words.say_with("measure-aimed-at", [("target", said::height(unit, target).into())])} }
                        }
                    }
                    if view.opens {
                        AnyDays { measure: view.measure.clone(), first: view.points.first().map(|point| point.period.first().to_string()).unwrap_or_default(), today: moment.today().to_string() }
                    }
                    if view.builtin.is_none() && view.may_write {
                        Button { label: words.say("measure-figure"), icon: IconName::Plus, testid: "measure-figure", on_press: move |()| open.ask(Some(Asking::Figure)) }
                    }
                }
            }
            if let Some(parts) = view.parts.clone() {
                Section { title: words.say("measure-parts"), testid: "measure-parts",
                    {apart(&words, &view, &parts, chosen)}
                }
            }
            Section { title: words.say("measure-definition"), testid: "block-definition",
                div { class: "card card-stack",
                    for text in said::definition(&words, &view) {
                        p { class: "keep-lines", "{text}" }
                    }
                    for other in &view.other_definitions {
                        {word(&words, &moment, other, None)}
                    }
                    if view.version > 0 {
                        p { class: "small soft", {words.say_with("measure-version", [("version", view.version.into())])} }
                    }
                    if view.may_write {
                        Button { label: words.say("measure-define"), icon: IconName::Edit, testid: "measure-define", on_press: move |()| open.ask(Some(Asking::Define)) }
                    }
                }
            }
            for block in [Block::Story, Block::Partners, Block::Works, Block::Plan] {
                Section { title: words.say(said::block(block)), testid: "block-{block.code()}",
                    {stories(&words, &moment, &view, block, open)}
                }
            }
            if has_told && is_own_grain {
                div { class: "wrap",
                    Go { to: LaterRoute::ScorecardPaper { measure: view.measure.clone() }, class: "button button-plain", testid: "measure-paper",
                        Icon { name: IconName::Print }
                        span { {words.say("measure-paper")} }
                    }
                    Button { label: words.say("measure-export"), icon: IconName::Import, testid: "measure-export", on_press: move |()| open.ask(Some(Asking::Export)) }
                    if let Some(is_told) = view.may_tell {
                        if is_told {
                            Mark { tone: MarkTone::Good, icon: IconName::Check, words: words.say("measure-told") }
                        } else {
                            Button { label: words.say("measure-tell"), look: ButtonLook::Plain, testid: "measure-tell", on_press: move |()| open.ask(Some(Asking::Tell)) }
                        }
                    }
                }
            }
        }
    }
}

/// The figure over any days, such as since the beginning (S1-5).
#[component]
fn AnyDays(measure: String, first: String, today: String) -> Element {
    let words = use_words();
    let (begin, end) = (first.clone(), today.clone());
    let mut from = use_signal(move || begin);
    let mut to = use_signal(move || end);
    let day = |text: &str| handrail_engine::api::LocalDate::parse(text).ok();
    let period = day(&from())
        .zip(day(&to()))
        .and_then(|(from, to)| Period::new(from, to));
    rsx! {
        Fold { label: words.say("measure-any"), testid: "measure-any",
            div { class: "stack",
                div { class: "field-pair",
                    TextField { id: "measure-from", label: words.say("bill-first"), kind: FieldKind::Date, initial: first, testid: "measure-from", on_input: move |text| from.set(text) }
                    TextField { id: "measure-to", label: words.say("bill-last"), kind: FieldKind::Date, initial: today, testid: "measure-to", on_input: move |text| to.set(text) }
                }
                if let Some(period) = period {
                    Go { to: rows::route(&measure, period, None), class: "button button-plain", testid: "measure-any-go",
                        span { {words.say("measure-any-go")} }
                    }
                }
            }
        }
    }
}

/// The last whole period, told apart.
fn apart(
    words: &Words,
    view: &MeasureView,
    parts: &PartsView,
    mut chosen: Signal<(Option<Grain>, Option<Dimension>)>,
) -> Element {
    let unit = view.definition.unit;
    let choices: Vec<(String, String)> = view
        .dimensions
        .iter()
        .map(|by| (by.code().to_owned(), words.say(said::dimension(*by))))
        .collect();
    rsx! {
        div { class: "card card-stack",
            p { class: "strong", {said::period(words, parts.period)} }
            if choices.len() > 1 {
                SelectField { id: "measure-by", label: words.say("measure-by"), choices, chosen: parts.by.code(), testid: "measure-by", on_choose: move |code: String| {
                    let grain = chosen.peek().0;
                    chosen.set((grain, Dimension::from_code(&code)));
                } }
            }
            div { class: "table-wrap",
                table { class: "table", "data-testid": "measure-parts-table",
                    thead {
                        tr {
                            th { scope: "col", {words.say(said::dimension(parts.by))} }
                            th { scope: "col", {words.say("measure-value")} }
                        }
                    }
                    tbody {
                        for (slice , value) in &parts.parts {
                            tr { key: "{slice.name}",
                                th { scope: "row", {said::part(words, slice)} }
                                td { class: "tabular",
                                    if view.opens {
                                        Go { to: rows::route(&view.measure, parts.period, Some(slice)), class: "cell-link", testid: "measure-open-part", {said::value(words, unit, value)} }
                                    } else {
                                        {said::value(words, unit, value)}
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What stands in a block.
fn stories(
    words: &Words,
    moment: &Moment,
    view: &MeasureView,
    block: Block,
    open: Open<Asking>,
) -> Element {
    let found: Vec<&WordView> = view.words.iter().filter(|one| one.block == block).collect();
    let may_write = view.may_write;
    rsx! {
        div { class: "card card-stack",
            if found.is_empty() {
                p { class: "soft", {words.say("measure-block-empty")} }
            }
            if block == Block::Partners && !view.partners.is_empty() {
                ul { class: "stack-tight", "data-testid": "measure-partner-list",
                    for (name , role) in &view.partners {
                        li { key: "{name} {role}",
                            span { class: "strong", "{name}" }
                            if !role.is_empty() {
                                span { ": {role}" }
                            }
                        }
                    }
                }
            }
            for one in &found {
                {word(words, moment, one, may_write.then_some(open))}
            }
            if may_write && (block == Block::Story || found.is_empty()) {
                Button {
                    label: words.say("measure-write"),
                    spoken: words.say_with("measure-write-of", [("block", words.say(said::block(block)).into())]),
                    icon: IconName::Plus,
                    testid: "write-{block.code()}",
                    on_press: move |()| open.ask(Some(Asking::Words(block, None, String::new()))),
                }
            }
        }
    }
}

fn word(words: &Words, moment: &Moment, one: &WordView, open: Option<Open<Asking>>) -> Element {
    let (block, period, text) = (one.block, one.period, one.words.clone());
    let by = words.say_with(
        "measure-word-by",
        [
            ("name", one.by.clone().into()),
            ("day", dates::day(words, moment, &one.on.to_string()).into()),
        ],
    );
    rsx! {
        div { key: "{one.id}", class: "stack-tight", "data-testid": "measure-word",
            if let Some(period) = period {
                h3 { {said::period(words, period)} }
            }
            if block != Block::Partners {
                p { class: "keep-lines", "{one.words}" }
            }
            p { class: "small soft", "{by}" }
            if let Some(open) = open {
                Button {
                    label: words.say("measure-change"),
                    spoken: words.say_with("measure-change-of", [("block", words.say(said::block(block)).into())]),
                    look: ButtonLook::Quiet,
                    testid: "measure-change",
                    on_press: move |()| open.ask(Some(Asking::Words(block, period, text.clone()))),
                }
            }
        }
    }
}
