//! Figures for a spreadsheet or another program. Only told figures are given out: small ones are
//! hidden before they come here.

use super::{Period, Slice, Value};
use crate::time::LocalDate;
use serde::Serialize;

/// One line: a figure with everything that it needs to be understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Line {
    /// The measure's name.
    pub measure: String,
    /// The version of its definition, or of the rule by which it is counted.
    pub version: u32,
    /// What it counts.
    pub definition: String,
    /// Of which part, where it is not all.
    pub slice: Option<Slice>,
    /// For which period.
    pub period: Period,
    /// The day on which it was counted.
    pub as_of: LocalDate,
    /// The figure.
    pub value: Value,
}

/// The columns of [`csv`].
const COLUMNS: &str = "measure,definition version,definition,part,part is,period,as of,state,numerator,denominator,not written down,middle\r\n";

/// Comma-separated, a heading and one line for each figure. A figure that is not there is an empty
/// field; the column `state` says why: `told`, `small` or `missing`.
pub fn csv(lines: &[Line]) -> String {
    let mut text = COLUMNS.to_owned();
    for line in lines {
        let (state, numbers) = parts(&line.value);
        let shown = numbers.map(|number| number.map_or_else(String::new, |n| n.to_string()));
        let [yes, of, not_said, middle] = shown;
        let (by, name) = line
            .slice
            .as_ref()
            .map_or(("", ""), |slice| (slice.by.code(), slice.name.as_str()));
        let version = line.version.to_string();
        let (period, as_of) = (line.period.to_string(), line.as_of.to_string());
        let fields = [
            &line.measure,
            &version,
            &line.definition,
            by,
            name,
            &period,
            &as_of,
            state,
            &yes,
            &of,
            &not_said,
            &middle,
        ];
        text.push_str(&fields.map(csv_field).join(","));
        text.push_str("\r\n");
    }
    text
}

/// The same as JSON: a list of objects.
///
/// # Errors
/// Never for these types; the error is that of the writer.
pub fn json(lines: &[Line]) -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(lines)
}

/// What is told of a value: a word, and numerator, denominator, those not written down, the middle.
const fn parts(value: &Value) -> (&'static str, [Option<u32>; 4]) {
    match *value {
        Value::Number(number) => ("told", [Some(number), None, None, None]),
        Value::Share { yes, of, not_said } => ("told", [Some(yes), Some(of), Some(not_said), None]),
        Value::Middle { amount, known, of } => ("told", [Some(known), of, None, amount]),
        Value::Hidden { of } => ("small", [None, of, None, None]),
        Value::Missing => ("missing", [None; 4]),
    }
}

/// In quotes; a text that a spreadsheet would take for a formula begins with an apostrophe.
pub fn csv_field(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        "'"
    } else {
        ""
    };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}
