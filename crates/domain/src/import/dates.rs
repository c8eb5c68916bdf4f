//! Dates as people and spreadsheets write them.

use super::Today;
use super::values::fold;
use crate::time::LocalDate;

/// Reads a date: `1990-05-01`, `5/1/1990`, `5/1/90`, `1.5.1990`, `May 1, 1990`, `1 mayo 1990`, `1-May-90`,
/// with a time after it or without, or the number of days that spreadsheets count from 1900.
///
/// `day_first` decides between 5 January and 1 May; what does not fit it is refused, because a
/// file whose 13th month shows that its days come first has many more dates that only look right.
pub(super) fn parse(text: &str, day_first: bool, century: Century) -> Option<LocalDate> {
    let text = without_time(text.trim());
    if let Some(serial) = spreadsheet_number(text) {
        return LocalDate::new(1899, 12, 30).map(|first| first.plus_days(serial));
    }
    let parts = split(text);
    let [one, two, three] = parts.as_slice() else {
        return None;
    };
    let (year, month, day) = match (month_named(one), month_named(two)) {
        (Some(month), None) => (three, month, number(two)?),
        (None, Some(month)) if one.len() == 4 => (one, month, number(three)?),
        (None, Some(month)) => (three, month, number(one)?),
        (None, None) if one.len() == 4 => (one, number(two)?, number(three)?),
        (None, None) if day_first => (three, number(two)?, number(one)?),
        (None, None) => (three, number(one)?, number(two)?),
        (Some(_), Some(_)) => return None,
    };
    let year = match year.len() {
        4 => i32::try_from(number(year)?).ok()?,
        2 => century.of(i32::try_from(number(year)?).ok()?),
        _ => return None,
    };
    LocalDate::new(year, month, day)
}

/// How a year of two digits is understood.
#[derive(Clone, Copy)]
pub(super) enum Century {
    /// A date of birth: the reading that makes the person at least twelve and at most a hundred and five.
    OfBirth(Today),
    /// A date of the program's work: this century.
    OfWork,
}

impl Century {
    fn of(self, year: i32) -> i32 {
        match self {
            Self::OfWork => 2000 + year,
            Self::OfBirth(today) => {
                let age = |century: i32| today.year() - (century + year);
                if age(2000) < 12 && age(1900) <= 105 {
                    1900 + year
                } else {
                    2000 + year
                }
            }
        }
    }
}

/// Whether the dates of a file can only be day first.
#[derive(Default)]
pub(super) struct OrderSeen {
    day_first: bool,
    month_first: bool,
}

impl OrderSeen {
    pub(super) fn look_at(&mut self, cell: &str) {
        let parts = split(without_time(cell.trim()));
        if let [one, two, _] = parts.as_slice()
            && one.len() <= 2
        {
            self.day_first |= number(one).is_some_and(|number| number > 12);
            self.month_first |= number(two).is_some_and(|number| number > 12);
        }
    }

    pub(super) const fn day_first(&self) -> bool {
        self.day_first && !self.month_first
    }
}

/// Cuts off ` 00:00:00`, ` 12:30 PM` and `T00:00`.
fn without_time(text: &str) -> &str {
    let Some(colon) = text.find(':') else {
        return text;
    };
    let before = text.get(..colon).unwrap_or_default();
    let end = before.rfind([' ', 'T']).unwrap_or(before.len());
    before.get(..end).unwrap_or_default().trim_end()
}

fn split(text: &str) -> Vec<&str> {
    let parts = text.split(|c: char| matches!(c, '/' | '-' | '.' | ',' | '–') || c.is_whitespace());
    // "1 de mayo de 1990"
    parts
        .filter(|part| !part.is_empty() && !part.eq_ignore_ascii_case("de"))
        .collect()
}

fn number(text: &str) -> Option<u32> {
    let digits = text
        .trim_end_matches("st")
        .trim_end_matches("nd")
        .trim_end_matches("rd")
        .trim_end_matches("th");
    (digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| digits.parse().ok())?
}

/// Days since the end of 1899, between 1900 and 2100.
fn spreadsheet_number(text: &str) -> Option<i64> {
    let serial: i64 = text.parse().ok()?;
    (text.len() == 5 && (10_000..73_051).contains(&serial)).then_some(serial)
}

fn month_named(text: &str) -> Option<u32> {
    const MONTHS: [[&str; 2]; 12] = [
        ["january", "enero"],
        ["february", "febrero"],
        ["march", "marzo"],
        ["april", "abril"],
        ["may", "mayo"],
        ["june", "junio"],
        ["july", "julio"],
        ["august", "agosto"],
        ["september", "septiembre"],
        ["october", "octubre"],
        ["november", "noviembre"],
        ["december", "diciembre"],
    ];
    let folded = fold(text);
    if folded.len() < 3 || folded.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let fits = |names: &[&str; 2]| {
        names.iter().any(|name| name.starts_with(&folded))
            || folded == "sept" && names.contains(&"september")
    };
    (1..)
        .zip(&MONTHS)
        .find(|(_, names)| fits(names))
        .map(|(month, _)| month)
}
