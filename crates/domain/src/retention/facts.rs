//! Whether a participant should be forgotten on a day, and why or why not.

use super::{AppliesTo, RetentionPack, RetentionRule};
use crate::time::LocalDate;

/// What the question needs to know of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordFacts {
    /// The program, by the agency's name for it.
    pub program: Option<String>,
    /// The day of birth.
    pub born: Option<LocalDate>,
    /// The last day on which anything was done or written: a contact, tried or not, a step, the
    /// beginning of the record. What is yet to come counts too.
    pub last_service: LocalDate,
    /// Somebody was reached at least once.
    pub was_served: bool,
    /// The last contact says that they declined.
    pub declined: bool,
    /// A legal hold stands.
    pub is_held: bool,
}

/// Why a record is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// A legal hold goes before every rule.
    OnHold,
    /// Through this day, by the rules.
    Through(LocalDate),
    /// No rule is about such a record.
    NoRule,
}

/// The answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judgement<'a> {
    /// Not now.
    Keep(Kept),
    /// The time of every rule is over.
    Forget {
        /// The rule whose time ended last.
        rule: &'a RetentionRule,
        /// The last day on which it was to be kept.
        kept_through: LocalDate,
    },
}

impl RetentionPack {
    /// Whether a participant with these facts should be forgotten on a day. Of several rules,
    /// the one that keeps the record longest counts.
    pub fn judge(&self, facts: &RecordFacts, day: LocalDate) -> Judgement<'_> {
        if facts.is_held {
            return Judgement::Keep(Kept::OnHold);
        }
        let mut longest: Option<(&RetentionRule, LocalDate)> = None;
        for rule in &self.rules {
            let counts = self.rule(&rule.id, day) == Some(rule) && is_about(rule, facts);
            let through = kept_through(rule, facts);
            if counts && longest.is_none_or(|(_, longest)| through > longest) {
                longest = Some((rule, through));
            }
        }
        match longest {
            None => Judgement::Keep(Kept::NoRule),
            Some((_, through)) if day <= through => Judgement::Keep(Kept::Through(through)),
            Some((rule, kept_through)) => Judgement::Forget { rule, kept_through },
        }
    }
}

fn is_about(rule: &RetentionRule, facts: &RecordFacts) -> bool {
    // Who was neither reached nor declined may still be: their record is kept as if served.
    let declined = facts.declined && !facts.was_served;
    let people = match rule.applies_to {
        AppliesTo::Served => !declined,
        AppliesTo::Declined => declined,
    };
    let program = facts.program.as_deref();
    let named = |name: &String| program.is_some_and(|program| name.eq_ignore_ascii_case(program));
    people && (rule.programs.is_empty() || rule.programs.iter().any(named))
}

/// The last day on which the rule keeps the record.
fn kept_through(rule: &RetentionRule, facts: &RecordFacts) -> LocalDate {
    let through = plus_years(facts.last_service, rule.years).plus_days(i64::from(rule.days));
    let Some((born, age)) = facts.born.zip(rule.until_age) else {
        return through;
    };
    let of_age = plus_years(born, age);
    if facts.last_service < of_age {
        through.max(of_age)
    } else {
        through
    }
}

/// The same day some years later; the first of March where that year has no 29 February, so that
/// whole years have passed.
fn plus_years(day: LocalDate, years: u32) -> LocalDate {
    let year = day.year().saturating_add_unsigned(years);
    if year > LocalDate::LAST.year() {
        return LocalDate::LAST;
    }
    LocalDate::new(year, day.month(), day.day())
        .or_else(|| LocalDate::new(year, 3, 1))
        .unwrap_or(LocalDate::LAST)
}
