//! Measures made up.

use handrail_domain::LocalDate;
use handrail_domain::measure::{
    Block, Builtin, Definition, Dimension, Found, Grain, Level, Period, Question, Slice, Unit,
    Value, forecast,
};
use handrail_engine::api::{
    CaseOf, CaseView, CasesView, FigureSource, MeasureLine, MeasureView, PartsView, PointView,
    ScorecardQuery, ScorecardReply, ScorecardsView, WordView,
};

fn day(text: &str) -> LocalDate {
    LocalDate::parse(text).unwrap_or(LocalDate::FIRST)
}

fn period(text: &str) -> Period {
    Period::parse(text).unwrap_or(Period::holding(Grain::Year, LocalDate::FIRST))
}

fn line(measure: Builtin, source: FigureSource, newest: Option<(&str, Value)>) -> MeasureLine {
    MeasureLine {
        measure: measure.code().to_owned(),
        builtin: Some(measure),
        name: String::new(),
        question: measure.question(),
        level: measure.level(),
        complete: true,
        source,
        newest: newest.map(|(text, value)| (period(text), value)),
        unit: measure.unit(),
    }
}

fn list() -> ScorecardsView {
    let share = Value::Share {
        yes: 27,
        of: 30,
        not_said: 2,
    };
    let mut own = line(
        Builtin::Calls,
        FigureSource::Given,
        Some(("2025", Value::Number(209))),
    );
    own.measure = "01OWN".into();
    own.builtin = None;
    own.name = "Suspected overdoses in the county (sample)".into();
    own.level = Level::Population;
    own.complete = false;
    ScorecardsView {
        may_write: true,
        measures: vec![
            line(Builtin::CoachesTrained, FigureSource::NotYet, None),
            line(
                Builtin::Connected,
                FigureSource::Counted,
                Some(("2026-10", share)),
            ),
            line(
                Builtin::Unmet,
                FigureSource::Counted,
                Some((
                    "2026-10",
                    Value::Share {
                        yes: 0,
                        of: 14,
                        not_said: 0,
                    },
                )),
            ),
            own,
        ],
        set_aside: 1,
    }
}

fn words(id: &str, block: Block, of: Option<&str>, words: &str) -> WordView {
    WordView {
        id: id.to_owned(),
        block,
        period: of.map(period),
        words: words.to_owned(),
        on: day("2026-11-02"),
        by: "Ana Whitfield".to_owned(),
    }
}

/// The series of the source, with a nought and a year before anything was written down.
fn trained() -> MeasureView {
    let series = [
        ("2019", Value::Missing),
        ("2020", Value::Number(5)),
        ("2021", Value::Number(14)),
        ("2022", Value::Number(0)),
        ("2023", Value::Number(39)),
        ("2024", Value::Number(12)),
    ];
    let heights: Vec<Option<u32>> = series.iter().map(|(_, value)| value.height()).collect();
    let points = series.map(|(text, value)| PointView {
        period: period(text),
        going_on: false,
        value,
        told: value,
        others: Vec::new(),
    });
    let next = forecast(&heights, None);
    MeasureView {
        measure: "coaches_trained".to_owned(),
        builtin: Some(Builtin::CoachesTrained),
        definition: Definition {
            name: String::new(),
            words: "Only the academy of the coalition counts.".to_owned(),
            question: Question::HowMuch,
            level: Level::Performance,
            unit: Unit::Number,
            grain: Grain::Year,
            target: Some(20),
            retired: false,
        },
        other_definitions: Vec::new(),
        version: 1,
        complete: true,
        grain: Grain::Year,
        source: FigureSource::Counted,
        as_of: day("2026-11-21"),
        points: points.to_vec(),
        forecast: next.map(|next| (period("2025"), next)),
        companions: Vec::new(),
        dimensions: vec![Dimension::Funder],
        parts: Some(PartsView {
            by: Dimension::Funder,
            period: period("2024"),
            parts: vec![(
                Slice {
                    by: Dimension::Funder,
                    name: "Prevention coalition (sample)".to_owned(),
                },
                Value::Number(12),
            )],
            told: Vec::new(),
        }),
        words: vec![
            words(
                "01W1",
                Block::Story,
                Some("2024"),
                "Fewer volunteers came forward.\nThe hall was closed.",
            ),
            words(
                "01W2",
                Block::Partners,
                None,
                "EMS: calls the team\nCounty Government",
            ),
            words("01W3", Block::Plan, None, "Pay for the training."),
        ],
        partners: vec![
            ("EMS".to_owned(), "calls the team".to_owned()),
            ("County Government".to_owned(), String::new()),
        ],
        may_write: true,
        may_tell: None,
        opens: true,
        hides_small: false,
    }
}

/// One of participants, small months hidden where they leave the app.
fn connected() -> MeasureView {
    let point = |text: &str, yes, told| PointView {
        period: period(text),
        going_on: text == "2026-11",
        value: Value::Share {
            yes,
            of: 30,
            not_said: 0,
        },
        told,
        others: Vec::new(),
    };
    let told = |yes| Value::Share {
        yes,
        of: 30,
        not_said: 0,
    };
    let view = trained();
    MeasureView {
        measure: "connected".to_owned(),
        builtin: Some(Builtin::Connected),
        definition: Definition {
            words: String::new(),
            question: Question::BetterOff,
            unit: Unit::Share,
            grain: Grain::Month,
            target: Some(9_000),
            ..view.definition.clone()
        },
        grain: Grain::Month,
        points: vec![
            point("2026-09", 18, told(18)),
            point("2026-10", 27, Value::Hidden { of: Some(30) }),
            point("2026-11", 3, Value::Hidden { of: None }),
        ],
        forecast: None,
        dimensions: vec![Dimension::Program, Dimension::Coach],
        words: Vec::new(),
        partners: Vec::new(),
        may_tell: Some(false),
        hides_small: true,
        ..view
    }
}

fn own() -> MeasureView {
    let mut view = trained();
    view.measure = "01OWN".into();
    view.builtin = None;
    view.definition.name = "Suspected overdoses in the county (sample)".into();
    view.definition.words = String::new();
    view.definition.level = Level::Population;
    view.complete = false;
    view.source = FigureSource::Given;
    view.opens = false;
    view.parts = None;
    view.points.truncate(3);
    if let Some(last) = view.points.last_mut() {
        last.others = vec![Value::Number(15)];
    }
    view.forecast = None;
    view.words = Vec::new();
    view
}

fn not_yet() -> MeasureView {
    MeasureView {
        measure: "retention".to_owned(),
        builtin: Some(Builtin::Retention),
        source: FigureSource::NotYet,
        points: Vec::new(),
        forecast: None,
        parts: None,
        ..trained()
    }
}

fn rows() -> CasesView {
    let case = |number: u8, found, opens, name: &str| CaseView {
        on: day("2026-10-07"),
        found,
        amount: None,
        opens,
        name: name.to_owned(),
        coach: format!("Coach {number}"),
    };
    CasesView {
        builtin: Builtin::Connected,
        value: Value::Share {
            yes: 1,
            of: 2,
            not_said: 0,
        },
        cases: vec![
            case(
                1,
                Found::Yes,
                CaseOf::Participant("01".repeat(16)),
                "Robin Example",
            ),
            case(2, Found::No, CaseOf::CallOut("01C".to_owned()), ""),
        ],
        count: 7,
    }
}

/// Answers to questions about measures.
pub fn answer(query: &ScorecardQuery) -> ScorecardReply {
    match query {
        ScorecardQuery::List => ScorecardReply::List(list()),
        ScorecardQuery::Measure { measure, .. } => {
            ScorecardReply::Measure(Box::new(match measure.as_str() {
                "connected" => connected(),
                "01OWN" => own(),
                "retention" => not_yet(),
                _ => trained(),
            }))
        }
        ScorecardQuery::Rows { .. } => ScorecardReply::Rows(rows()),
        ScorecardQuery::Billing(query) => {
            ScorecardReply::Billing(crate::sample::billing::answer(query))
        }
    }
}
