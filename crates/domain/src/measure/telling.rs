//! What of a measure may be told to whoever reads no record (S3-20).

use super::tally::{Case, Dimension, Slice, Subject, Tally, Value};
use super::{Period, ToldPoint, Unit};
use crate::numbers::LEAST_TOLD;
use crate::suppression::{is_small, parts, suppressed};
use std::collections::{BTreeMap, BTreeSet};

/// The dimensions by which figures are told. By coach they are not: everybody in the agency reads them.
pub const TOLD_BY: [Dimension; 5] = [
    Dimension::Program,
    Dimension::Site,
    Dimension::Intercept,
    Dimension::Partner,
    Dimension::Funder,
];

/// The value of cases as it may be told. Of days of a few people, or of anything else of which one has
/// several, nothing is told, however many they are: 30 days of a month can be one person's.
pub fn told_cases(cases: &[Case], unit: Unit) -> Value {
    if are_of_few(cases.iter()) {
        return Value::Hidden { of: None };
    }
    told_value(&Tally::of(cases), unit)
}

/// Whether these are several cases each of few people.
fn are_of_few<'a>(cases: impl ExactSizeIterator<Item = &'a Case>) -> bool {
    let count = cases.len();
    let people: BTreeSet<&Subject> = cases.map(|case| &case.subject).collect();
    people.len() < count && u32::try_from(people.len()).is_ok_and(is_small)
}

/// A value as it may be told. Of a share the rest is looked at, too: 95 of 100 tells of five.
pub fn told_value(tally: &Tally, unit: Unit) -> Value {
    let whole = Value::from_tally(tally, unit);
    let hidden = |of| Value::Hidden { of };
    match unit {
        Unit::Number => match parts(&[tally.yes]) {
            (_, Some(_)) => whole,
            (_, None) => hidden(None),
        },
        Unit::Share => match parts(&[tally.yes, tally.no, tally.not_said]) {
            (all, Some(_)) if all.iter().all(Option::is_some) => whole,
            (_, of) => hidden(of),
        },
        Unit::Minutes | Unit::Days if tally.amounts == 0 || tally.amounts >= LEAST_TOLD => {
            let rest = tally.all().saturating_sub(tally.amounts);
            Value::Middle {
                amount: tally.middle,
                known: tally.amounts,
                // Of how many it is not known may be few.
                of: (!is_small(rest)).then(|| tally.all()),
            }
        }
        Unit::Minutes | Unit::Days => hidden(None),
    }
}

/// The parts of one period by a dimension, as they may be told beside the value of the whole. Those
/// to which several names belong are one part under all of them, so that nobody is in two. Nothing
/// where the whole is not told or is one of time, and where a part has several cases each of few people.
pub fn told_parts(cases: &[Case], by: Dimension, unit: Unit, period: Period) -> Vec<ToldPoint> {
    let whole = told_cases(cases, unit);
    if matches!(whole, Value::Hidden { .. }) || matches!(unit, Unit::Minutes | Unit::Days) {
        return Vec::new();
    }
    let mut of: BTreeMap<String, Vec<&Case>> = BTreeMap::new();
    for case in cases {
        let mut names = case.tags.of(by);
        names.sort();
        names.dedup();
        of.entry(names.join(" + ")).or_default().push(case);
    }
    if of.values().any(|part| are_of_few(part.iter().copied())) {
        return Vec::new();
    }
    let tallies: Vec<Tally> = of
        .values()
        .map(|cases| Tally::of(cases.iter().copied()))
        .collect();
    let row = |tally: &Tally| match unit {
        Unit::Share => vec![tally.yes, tally.no, tally.not_said],
        _ => vec![tally.yes],
    };
    let rows: Vec<Vec<u32>> = tallies.iter().map(row).collect();
    let Some(masked) = suppressed(&rows) else {
        return Vec::new();
    };
    let told = of
        .keys()
        .zip(&tallies)
        .zip(masked.cells.iter().zip(&masked.rows));
    told.map(|((name, tally), (cells, sum))| {
        let is_told = cells.iter().all(Option::is_some) && sum.is_some();
        let value = if is_told {
            Value::from_tally(tally, unit)
        } else if unit == Unit::Share {
            Value::Hidden { of: *sum }
        } else {
            Value::Hidden { of: None }
        };
        ToldPoint {
            period,
            slice: Some(Slice {
                by,
                name: name.clone(),
            }),
            value,
        }
    })
    .collect()
}
