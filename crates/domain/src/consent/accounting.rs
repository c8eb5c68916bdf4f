//! What was told of somebody in the last three years (42 CFR 2.25).

use super::fold::{Consents, Disclosure};
use crate::time::LocalDate;

/// Years that an accounting reaches back.
const YEARS: i32 = 3;

/// The first day of an accounting that is asked for on a day: the same day three years before, or the
/// day before it where that year has no such day.
pub fn first_day(asked_on: LocalDate) -> LocalDate {
    let (year, month) = (asked_on.year() - YEARS, asked_on.month());
    let same = LocalDate::new(year, month, asked_on.day());
    same.or_else(|| LocalDate::new(year, month, asked_on.day() - 1))
        .unwrap_or(LocalDate::FIRST)
}

/// Everything that was told through the day of the request, three years back, the newest first. What
/// was told in an emergency or reported by law stands in it, too, with its ground.
pub fn accounting(consents: &Consents, asked_on: LocalDate) -> Vec<&Disclosure> {
    told_between(consents, first_day(asked_on), asked_on)
}

/// Everything that was told from a day through another, the newest first.
pub fn told_between(consents: &Consents, first: LocalDate, last: LocalDate) -> Vec<&Disclosure> {
    let days = first..=last;
    let all = consents.disclosures.iter();
    let mut found: Vec<&Disclosure> = all.filter(|one| days.contains(&one.on)).collect();
    found.sort_by_key(|one| std::cmp::Reverse((one.on, one.made, one.id)));
    found
}
