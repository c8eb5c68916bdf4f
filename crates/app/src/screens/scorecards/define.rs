//! What a measure is, its blocks, and figures that somebody reads elsewhere: the forms.

use dioxus::prelude::*;
use handrail_engine::api::measure::{
    Block, Definition, Grain, Level, MeasureWord, Period, Question, StoryWord, Unit, Value,
};
use handrail_engine::api::{Command, ScorecardCommand};

use super::measure_words as said;
use crate::{
    components::{
        Check, ChipRadio, Chips, Dialog, FieldKind, FormEnd, SelectField, TextArea, TextField,
    },
    forms::{Open, PageOrder, use_sending},
    words::use_words,
};

/// A new measure is defined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Defining;

/// What the page of a measure asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Asking {
    /// What it is.
    Define,
    /// Words of a block, with what stands there.
    Words(Block, Option<Period>, String),
    /// A figure of a period.
    Figure,
    /// Whether figures are told.
    Tell,
    /// A file.
    Export,
}

fn say(measure: Option<String>, word: MeasureWord) -> PageOrder {
    Command::Scorecard(ScorecardCommand::Say { measure, word }).into()
}

/// Defines a measure of the agency's own, or adds words and a target to one of the app.
#[component]
pub fn DefineForm<A: PartialEq + 'static>(
    measure: Option<String>,
    known: Option<Definition>,
    #[props(default)] of_app: bool,
    open: Open<A>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let begun = known.clone().unwrap_or(Definition {
        name: String::new(),
        words: String::new(),
        question: Question::HowMuch,
        level: Level::Performance,
        unit: Unit::Number,
        grain: Grain::Year,
        target: None,
        retired: false,
    });
    let shown = begun.clone();
    let mut typed = use_signal(move || begun);
    let by = if shown.unit == Unit::Share { 100 } else { 1 };
    let target = shown.target.map(|target| (target / by).to_string());
    let mut aimed = use_signal(|| target.clone().unwrap_or_default());
    let sending = use_sending(open, on_order);
    let submit = move |event: FormEvent| {
        event.prevent_default();
        let mut definition = typed.peek().clone();
        definition.name = definition.name.trim().into();
        definition.words = definition.words.trim().into();
        if !of_app && definition.name.is_empty() {
            return sending.send(Err("around-name-missing"));
        }
        let text = aimed.peek().trim().to_owned();
        let by = if definition.unit == Unit::Share {
            100
        } else {
            1
        };
        definition.target = match text.parse::<u32>() {
            _ if text.is_empty() => None,
            Ok(number) if by == 1 || number <= 100 => Some(number.saturating_mul(by)),
            _ => return sending.send(Err("program-number")),
        };
        let said = MeasureWord::Defined(definition);
        sending.send(Ok(say(measure.clone(), said)));
    };
    let problem = sending.shown(&words);
    rsx! {
        Dialog { title: words.say(if known.is_none() { "measures-add" } else { "measure-define" }), testid: "measure-define-form", on_close: move |()| open.ask(None),
            form { class: "stack", onsubmit: submit,
                p { class: "soft", {words.say("measure-no-names")} }
                if !of_app {
                    TextField { id: "measure-name", label: words.say("measure-name"), initial: shown.name.clone(), testid: "measure-name", on_input: move |text| typed.write().name = text }
                }
                TextArea { id: "measure-words", label: words.say("measure-definition"), hint: words.say(if of_app { "measure-definition-more" } else { "measure-definition-hint" }), initial: shown.words.clone(), testid: "measure-words", on_input: move |text| typed.write().words = text }
                if !of_app {
                    Chips { label: words.say("measure-question"),
                        for one in Question::ALL.iter().copied() {
                            ChipRadio { key: "{one:?}", group: "measure-question", label: words.say(said::question(one)), chosen: typed.read().question == one, testid: "question-{one.code()}", on_choose: move |()| typed.write().question = one }
                        }
                    }
                    Chips { label: words.say("measure-level"),
                        for one in Level::ALL.iter().copied() {
                            ChipRadio { key: "{one:?}", group: "measure-level", label: words.say(said::level(one)), chosen: typed.read().level == one, testid: "level-{one.code()}", on_choose: move |()| typed.write().level = one }
                        }
                    }
                    Chips { label: words.say("measure-unit"),
                        for one in Unit::ALL.iter().copied() {
                            ChipRadio { key: "{one:?}", group: "measure-unit", label: words.say(said::unit(one)), chosen: typed.read().unit == one, testid: "unit-{one.code()}", on_choose: move |()| typed.write().unit = one }
                        }
                    }
                    Chips { label: words.say("measure-period"),
                        for one in Grain::ALL.iter().copied() {
                            ChipRadio { key: "{one:?}", group: "measure-grain", label: words.say(said::grain(one)), chosen: typed.read().grain == one, testid: "grain-{one.code()}", on_choose: move |()| typed.write().grain = one }
                        }
                    }
                }
                TextField { id: "measure-target", label: words.say("measure-target"), hint: words.say("measure-target-hint"), kind: FieldKind::Decimal, initial: target.unwrap_or_default(), testid: "measure-target", on_input: move |text| aimed.set(text) }
                if known.is_some() && !of_app {
                    Check { label: words.say("measure-retired"), checked: typed.read().retired, testid: "measure-retired", on_toggle: move |on| typed.write().retired = on }
                }
                FormEnd { problem, testid: "measure", on_close: move |()| open.ask(None) }
            }
        }
    }
}

/// Words of a block.
#[component]
pub fn WordsForm(
    measure: String,
    block: Block,
    period: Option<Period>,
    known: String,
    periods: Vec<Period>,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let mut typed = use_signal(|| known.clone());
    let mut of = use_signal(|| period);
    let choices = std::iter::once((String::new(), words.say("measure-whole")));
    let choices: Vec<(String, String)> = choices
        .chain(
            periods
                .iter()
                .rev()
                .map(|one| (one.to_string(), said::period(&words, *one))),
        )
        .collect();
    let submit = move |event: FormEvent| {
        event.prevent_default();
        let word = StoryWord {
            block,
            period: *of.peek(),
            words: typed.peek().trim().to_owned(),
        };
        on_order.call(say(Some(measure.clone()), MeasureWord::Story(word)));
    };
    // What stands of another period is not what is written over here.
    let begins = known.is_empty();
    rsx! {
        Dialog { title: words.say(said::block(block)), testid: "measure-words-form", on_close: move |()| open.ask(None),
            form { class: "stack", onsubmit: submit,
                p { class: "soft", {words.say("measure-no-names")} }
                if block == Block::Story && begins {
                    SelectField { id: "measure-story-period", label: words.say("measure-period"), choices, chosen: of().map(|one| one.to_string()).unwrap_or_default(), testid: "measure-story-period", on_choose: move |text: String| of.set(Period::parse(&text)) }
                } else if let Some(period) = period {
                    p { class: "strong", {said::period(&words, period)} }
                }
                TextArea { id: "measure-block", label: words.say(said::block(block)), hint: (block == Block::Partners).then(|| words.say("measure-partners-hint")), initial: known, testid: "measure-block", on_input: move |text| typed.set(text) }
                FormEnd { problem: (open.problem)(), testid: "measure", on_close: move |()| open.ask(None) }
            }
        }
    }
}

/// A figure that somebody reads elsewhere.
#[component]
pub fn FigureForm(
    measure: String,
    unit: Unit,
    periods: Vec<Period>,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let last = periods.last().copied();
    let mut of = use_signal(|| last);
    let mut first = use_signal(String::new);
    let mut second = use_signal(String::new);
    let sending = use_sending(open, on_order);
    let choices: Vec<(String, String)> = periods
        .iter()
        .rev()
        .map(|one| (one.to_string(), said::period(&words, *one)))
        .collect();
    let submit = move |event: FormEvent| {
        event.prevent_default();
        let number = |text: String| text.trim().parse::<u32>().ok();
        let (one, other) = (number(first.peek().clone()), number(second.peek().clone()));
        let value = if first.peek().trim().is_empty() {
            Some(Value::Missing)
        } else {
            match unit {
                Unit::Number => one.map(Value::Number),
                Unit::Share => one
                    .zip(other)
                    .filter(|(yes, of)| yes <= of)
                    .map(|(yes, of)| Value::Share {
                        yes,
                        of,
                        not_said: 0,
                    }),
                Unit::Minutes | Unit::Days => one.zip(other).map(|(amount, of)| Value::Middle {
                    amount: Some(amount),
                    known: of,
                    of: Some(of),
                }),
            }
        };
        let (Some(period), Some(value)) = (*of.peek(), value) else {
            return sending.send(Err("program-number"));
        };
        let said = MeasureWord::Given { period, value };
        sending.send(Ok(say(Some(measure.clone()), said)));
    };
    let label = match unit {
        Unit::Number => "measure-value",
        Unit::Share => "measure-numerator",
        Unit::Minutes | Unit::Days => "measure-amount",
    };
    let problem = sending.shown(&words);
    rsx! {
        Dialog { title: words.say("measure-figure"), testid: "measure-figure-form", on_close: move |()| open.ask(None),
            form { class: "stack", onsubmit: submit,
                SelectField { id: "measure-figure-period", label: words.say("measure-period"), choices, chosen: of().map(|one| one.to_string()).unwrap_or_default(), testid: "measure-figure-period", on_choose: move |text: String| of.set(Period::parse(&text)) }
                TextField { id: "measure-figure-first", label: words.say(label), hint: words.say("measure-figure-hint"), kind: FieldKind::Decimal, testid: "measure-figure-first", on_input: move |text| first.set(text) }
                if unit != Unit::Number {
                    TextField { id: "measure-figure-second", label: words.say("measure-denominator"), kind: FieldKind::Decimal, testid: "measure-figure-second", on_input: move |text| second.set(text) }
                }
                FormEnd { problem, testid: "measure", on_close: move |()| open.ask(None) }
            }
        }
    }
}
