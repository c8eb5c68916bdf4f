//! The lines of a bill as a table for a spreadsheet.

use super::{DayLine, NotPaid};
use crate::measure::csv_field;

/// A line with what a payer knows the person by, and who pays for the program.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// The line.
    pub line: &'a DayLine,
    /// The person's name.
    pub name: &'a str,
    /// Their birthday; empty where it is not known.
    pub born: &'a str,
    /// The program.
    pub program: &'a str,
    /// Who pays for it, for grants.
    pub funders: &'a [String],
    /// What goes along with what is told of this person (42 CFR 2.32).
    pub notice: &'a str,
}

const COLUMNS: &str = "date,name,birthday,number,program,funders,code,modifiers,minutes,units,over the most of a day,to be authorized,not paid because,contacts,notice\r\n";

/// Comma-separated, a heading and one line for each; minutes are exact. No text becomes a formula.
pub fn table(rows: &[Row<'_>]) -> String {
    let mut text = COLUMNS.to_owned();
    for row in rows {
        let line = row.line;
        let contacts: Vec<String> = line.contacts.iter().map(ToString::to_string).collect();
        let fields = [
            line.on.to_string(),
            row.name.to_owned(),
            row.born.to_owned(),
            line.participant.to_string(),
            row.program.to_owned(),
            row.funders.join("; "),
            line.code.clone(),
            line.modifiers.join(" "),
            line.minutes.to_string(),
            line.units.to_string(),
            line.over_cap.to_string(),
            line.to_authorize.to_string(),
            line.why_not.map(why).unwrap_or_default().to_owned(),
            contacts.join(" "),
            row.notice.to_owned(),
        ];
        let quoted: Vec<String> = fields.iter().map(|field| csv_field(field)).collect();
        text.push_str(&quoted.join(","));
        text.push_str("\r\n");
    }
    text
}

const fn why(why: NotPaid) -> &'static str {
    match why {
        NotPaid::NotReached => "not reached",
        NotPaid::NoMinutes => "no minutes",
        NotPaid::Kind => "kind of contact",
        NotPaid::NoRule => "no rule for that day",
        NotPaid::TooYoung => "too young",
        NotPaid::AgeNotKnown => "age not known",
    }
}
