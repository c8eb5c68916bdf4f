//! How measures, periods and figures are said.

use handrail_engine::api::measure::{
    Block, Builtin, Dimension, Forecast, Grain, Level, Period, Question, Slice, Unit, Value,
};
use handrail_engine::api::{FigureSource, MeasureLine, MeasureView};

use crate::words::{
    Words,
    dates::{self, Moment},
};

/// Key of the name of a measure that the app counts.
pub fn builtin(measure: Builtin) -> &'static str {
    match measure {
        Builtin::CoachesTrained => "measure-coaches-trained",
        Builtin::PeersCertified => "measure-peers-certified",
        Builtin::Retention => "measure-retention",
        Builtin::Connected => "measure-connected",
        Builtin::FirstAppointment => "measure-first-appointment",
        Builtin::Active30 => "measure-active-30",
        Builtin::Active60 => "measure-active-60",
        Builtin::Active90 => "measure-active-90",
        Builtin::Reconnection => "measure-reconnection",
        Builtin::Returns => "measure-returns",
        Builtin::Housed6 => "measure-housed-6",
        Builtin::Working6 => "measure-working-6",
        Builtin::ContactsKept => "measure-contacts-kept",
        Builtin::DischargeToContact => "measure-discharge-to-contact",
        Builtin::OverdoseAttempt => "measure-overdose-attempt",
        Builtin::Calls => "measure-calls",
        Builtin::AtWork => "measure-at-work",
        Builtin::Shifts => "measure-shifts",
        Builtin::SoughtAnswered => "measure-sought-answered",
        Builtin::SupervisionHeld => "measure-supervision-held",
        Builtin::Unmet => "measure-unmet",
        Builtin::CallToAccept => "measure-call-to-accept",
        Builtin::CallToBedside => "measure-call-to-bedside",
        Builtin::OffersAccepted => "measure-offers-accepted",
        Builtin::SitesServed => "measure-sites-served",
    }
}

/// Key of what it counts.
pub fn rule(measure: Builtin) -> &'static str {
    match measure {
        Builtin::CoachesTrained => "measure-coaches-trained-words",
        Builtin::PeersCertified => "measure-peers-certified-words",
        Builtin::Retention => "measure-retention-words",
        Builtin::Connected => "measure-connected-words",
        Builtin::FirstAppointment => "measure-first-appointment-words",
        Builtin::Active30 => "measure-active-30-words",
        Builtin::Active60 => "measure-active-60-words",
        Builtin::Active90 => "measure-active-90-words",
        Builtin::Reconnection => "measure-reconnection-words",
        Builtin::Returns => "measure-returns-words",
        Builtin::Housed6 => "measure-housed-6-words",
        Builtin::Working6 => "measure-working-6-words",
        Builtin::ContactsKept => "measure-contacts-kept-words",
        Builtin::DischargeToContact => "measure-discharge-to-contact-words",
        Builtin::OverdoseAttempt => "measure-overdose-attempt-words",
        Builtin::Calls => "measure-calls-words",
        Builtin::AtWork => "measure-at-work-words",
        Builtin::Shifts => "measure-shifts-words",
        Builtin::SoughtAnswered => "measure-sought-answered-words",
        Builtin::SupervisionHeld => "measure-supervision-held-words",
        Builtin::Unmet => "measure-unmet-words",
        Builtin::CallToAccept => "measure-call-to-accept-words",
        Builtin::CallToBedside => "measure-call-to-bedside-words",
        Builtin::OffersAccepted => "measure-offers-accepted-words",
        Builtin::SitesServed => "measure-sites-served-words",
    }
}

/// The name of a measure in the list.
pub fn line_name(words: &Words, line: &MeasureLine) -> String {
    line.builtin
        .map_or_else(|| line.name.clone(), |of| words.say(builtin(of)))
}

/// The name of a measure.
pub fn name(words: &Words, view: &MeasureView) -> String {
    view.builtin
        .map_or_else(|| view.definition.name.clone(), |of| words.say(builtin(of)))
}

/// What a measure counts: the rule of the app, and the agency's words.
pub fn definition(words: &Words, view: &MeasureView) -> Vec<String> {
    let of_app = view.builtin.map(|of| words.say(rule(of)));
    let own = Some(view.definition.words.trim().to_owned());
    of_app
        .into_iter()
        .chain(own)
        .filter(|text| !text.is_empty())
        .collect()
}

/// Key of a question.
pub fn question(question: Question) -> &'static str {
    match question {
        Question::HowMuch => "measure-how-much",
        Question::HowWell => "measure-how-well",
        Question::BetterOff => "measure-better-off",
    }
}

/// Key of what a measure says something about.
pub fn level(level: Level) -> &'static str {
    match level {
        Level::Population => "measure-population",
        Level::Performance => "measure-performance",
    }
}

/// Key of a unit.
pub fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Number => "measure-unit-number",
        Unit::Share => "measure-unit-share",
        Unit::Minutes => "measure-unit-minutes",
        Unit::Days => "measure-unit-days",
    }
}

/// Key of the length of periods.
pub fn grain(grain: Grain) -> &'static str {
    match grain {
        Grain::Week => "measure-weeks",
        Grain::Month => "measure-months",
        Grain::Quarter => "measure-quarters",
        Grain::Year => "measure-years",
    }
}

/// Key of a dimension.
pub fn dimension(by: Dimension) -> &'static str {
    match by {
        Dimension::Program => "measure-by-program",
        Dimension::Site => "measure-by-site",
        Dimension::Intercept => "measure-by-intercept",
        Dimension::Partner => "measure-by-partner",
        Dimension::Funder => "measure-by-funder",
        Dimension::Coach => "measure-by-coach",
    }
}

/// Key of a block.
pub fn block(block: Block) -> &'static str {
    match block {
        Block::Definition => "measure-definition",
        Block::Story => "measure-story",
        Block::Partners => "measure-partners",
        Block::Works => "measure-works",
        Block::Plan => "measure-plan",
    }
}

/// The name of a part.
pub fn part(words: &Words, slice: &Slice) -> String {
    match (slice.name.as_str(), slice.by) {
        ("", _) => words.say("measure-part-none"),
        (number, Dimension::Intercept) => {
            words.say_with("measure-intercept", [("number", number.to_owned().into())])
        }
        (name, _) => name.to_owned(),
    }
}

/// "2024", "May 2024", "2nd quarter 2024", "Week of May 6, 2024", or from day to day.
pub fn period(words: &Words, of: Period) -> String {
    let text = of.to_string();
    let first = of.first();
    if let Some((year, number)) = text.split_once("-Q") {
        let (year, number) = (year.to_owned(), number.to_owned());
        return words.say_with(
            "measure-quarter",
            [("number", number.into()), ("year", year.into())],
        );
    }
    match text.len() {
        4 => text,
        7 => dates::month(words, &text),
        _ if of == Period::holding(Grain::Week, first) => words.say_with(
            "measure-week",
            [("day", dates::full_date(words, first.as_naive()).into())],
        ),
        _ => words.say_with(
            "measure-span",
            [
                ("from", dates::full_date(words, first.as_naive()).into()),
                ("to", dates::full_date(words, of.last().as_naive()).into()),
            ],
        ),
    }
}

/// As [`period`], as short as a scale asks: "2024", "5/24", "Q2 24", "5/6".
pub fn short_period(of: Period) -> String {
    let text = of.to_string();
    let first = of.first();
    let year = first.year().rem_euclid(100);
    if let Some((_, number)) = text.split_once("-Q") {
        return format!("Q{number} {year:02}");
    }
    match text.len() {
        4 => text,
        7 => format!("{}/{year:02}", first.month()),
        _ => format!("{}/{}", first.month(), first.day()),
    }
}

/// A figure with everything that it needs: numerator, denominator, what nobody wrote down.
pub fn value(words: &Words, unit: Unit, value: &Value) -> String {
    match *value {
        Value::Number(number) => number.to_string(),
        Value::Share { of: 0, .. } => words.say("measure-of-none"),
        Value::Share { yes, of, not_said } => {
            let share = words.say_with(
                "measure-share",
                [
                    ("yes", yes.into()),
                    ("of", of.into()),
                    ("percent", percent(value).into()),
                ],
            );
            if not_said == 0 {
                return share;
            }
            let rest = words.say_with("measure-not-said", [("count", not_said.into())]);
            format!("{share}; {rest}")
        }
        Value::Middle {
            amount: Some(amount),
            known,
            of,
        } => words.say_with(
            if unit == Unit::Minutes {
                "measure-minutes"
            } else {
                "measure-days"
            },
            [
                ("amount", amount.into()),
                ("known", known.into()),
                ("of", of.unwrap_or(known).into()),
            ],
        ),
        Value::Middle {
            amount: None, of, ..
        } => words.say_with("measure-no-amount", [("of", of.unwrap_or(0).into())]),
        Value::Hidden { of: Some(of) } => words.say_with("measure-hidden-of", [("of", of.into())]),
        Value::Hidden { of: None } => words.say("numbers-few"),
        Value::Missing => words.say("measure-missing"),
    }
}

/// The height of a point in a few characters; empty where there is none.
pub fn short_value(unit: Unit, value: &Value) -> String {
    match (value.height(), unit) {
        (None, _) => String::new(),
        (Some(_), Unit::Share) => percent(value),
        (Some(height), _) => height.to_string(),
    }
}

fn percent(value: &Value) -> String {
    value.height().map(of_height).unwrap_or_default()
}

/// Hundredths of a percent as whole percent; what is not all and not nothing is not rounded to it.
fn of_height(height: u32) -> String {
    let whole = match height {
        1..=99 => 1,
        9_900..=9_999 => 99,
        height => (height + 50) / 100,
    };
    format!("{whole}%")
}

/// A height as a scale has it.
pub fn height(unit: Unit, height: u32) -> String {
    if unit == Unit::Share {
        of_height(height)
    } else {
        height.to_string()
    }
}

/// "Between 0 and 63", what comes next if nothing changes.
pub fn forecast(words: &Words, unit: Unit, of: Period, next: &Forecast) -> String {
    words.say_with(
        "measure-forecast",
        [
            ("period", period(words, of).into()),
            ("value", height(unit, rounded(next.value)).into()),
            ("low", height(unit, rounded(next.low.floor())).into()),
            ("high", height(unit, rounded(next.high.ceil())).into()),
        ],
    )
}

/// The nearest whole number that is not below nought.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a float becomes the nearest number that the type has, never another"
)]
pub fn rounded(number: f64) -> u32 {
    number.round() as u32
}

/// Where the figures of a measure come from.
pub fn source(words: &Words, moment: &Moment, source: &FigureSource) -> String {
    match source {
        FigureSource::Counted => words.say("measure-counted"),
        FigureSource::Told { by, as_of } => words.say_with(
            "numbers-by",
            [
                ("name", by.clone().into()),
                ("day", dates::day(words, moment, &as_of.to_string()).into()),
            ],
        ),
        FigureSource::Given => words.say("measure-given"),
        FigureSource::NotHere => words.say("measure-not-here"),
        FigureSource::NotYet => words.say("measure-not-yet"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use handrail_engine::api::Language;

    #[test]
    fn s0_8_a_share_stands_with_what_it_is_made_of_and_nought_is_said() {
        let words = Words::of(Language::English);
        let share =
            |yes, of, not_said| value(&words, Unit::Share, &Value::Share { yes, of, not_said });
        assert!(share(9, 10, 0).contains("9 of 10") && share(9, 10, 0).contains("90%"));
        assert!(share(9, 10, 1).contains("not written down"));
        assert_eq!(value(&words, Unit::Number, &Value::Number(0)), "0");
        assert_ne!(value(&words, Unit::Number, &Value::Missing), "0");
        assert_eq!(
            (
                of_height(9_999),
                of_height(10_000),
                of_height(1),
                of_height(0)
            ),
            (
                "99%".to_owned(),
                "100%".to_owned(),
                "1%".to_owned(),
                "0%".to_owned()
            )
        );
    }

    #[test]
    fn every_measure_block_and_period_has_words_in_both_languages() {
        for language in [Language::English, Language::Spanish] {
            let words = Words::of(language);
            let said = |key: &str| assert_ne!(words.say(key), key, "{key}");
            for measure in Builtin::ALL {
                said(builtin(*measure));
                said(rule(*measure));
            }
            for one in Question::ALL {
                said(question(*one));
            }
            for one in Level::ALL {
                said(level(*one));
            }
            for one in Unit::ALL {
                said(unit(*one));
            }
            for one in Grain::ALL {
                said(grain(*one));
            }
            for one in Dimension::ALL {
                said(dimension(*one));
            }
            for one in Block::ALL {
                said(block(*one));
            }
            for text in [
                "2024",
                "2024-05",
                "2024-Q2",
                "2024-05-06/2024-05-12",
                "2024-05-06/2024-06-12",
            ] {
                let of = Period::parse(text).unwrap();
                assert!(period(&words, of).contains("2024"), "{text}");
                assert!(!short_period(of).is_empty());
            }
        }
    }
}
