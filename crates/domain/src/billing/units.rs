//! From contacts to lines of a bill: one for each person, day and kind of service.

use super::{Payer, PayerPack};
use crate::encounter::EncounterKind;
use crate::id::{ParticipantId, RecordId};
use crate::time::LocalDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One contact, as far as a payer asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Service {
    /// The contact.
    pub id: RecordId,
    /// With whom.
    pub participant: ParticipantId,
    /// The day, where it happened.
    pub on: LocalDate,
    /// How it was made.
    pub kind: EncounterKind,
    /// The person was reached.
    pub reached: bool,
    /// Exact.
    pub minutes: u32,
    /// The person's birthday, where it is known.
    pub born: Option<LocalDate>,
}

/// Why minutes are not paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum NotPaid {
    /// Nobody was reached.
    NotReached,
    /// No minutes were written down.
    NoMinutes,
    /// The payer does not pay this kind of contact.
    Kind,
    /// The payer's rules do not reach back to that day.
    NoRule,
    /// The person was younger than the payer asks.
    TooYoung,
    /// It is not known how old the person was.
    AgeNotKnown,
}

/// A day of service for one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayLine {
    /// Who.
    pub participant: ParticipantId,
    /// The day.
    pub on: LocalDate,
    /// In a group.
    pub group: bool,
    /// The code of the service; empty where there is no rule.
    pub code: String,
    /// The modifiers, in order.
    pub modifiers: Vec<String>,
    /// The contacts that it is made of, in the order of their ids.
    pub contacts: Vec<RecordId>,
    /// Their minutes, exact.
    pub minutes: u32,
    /// Units that are paid.
    pub units: u32,
    /// Units above the most of a day; not paid.
    pub over_cap: u32,
    /// Of the units, those beyond what needs no authorization in that calendar year.
    pub to_authorize: u32,
    /// Why there are none.
    pub why_not: Option<NotPaid>,
}

/// The lines for a payer from these contacts, by day and person; each contact is in one of them.
/// What needs no authorization is counted from the first of January, so whoever asks for some months
/// gives the contacts of the year and takes the lines of these months.
pub fn billed(pack: &PayerPack, payer: &str, services: &[Service]) -> Vec<DayLine> {
    type Key = (LocalDate, ParticipantId, bool, Option<NotPaid>);
    let mut days: BTreeMap<Key, Vec<&Service>> = BTreeMap::new();
    for service in services {
        let rule = pack.on(payer, service.on);
        let key = (
            service.on,
            service.participant,
            service.kind == EncounterKind::Group,
            not_paid(rule, service),
        );
        days.entry(key).or_default().push(service);
    }
    let mut of_day: BTreeMap<(LocalDate, ParticipantId), u32> = BTreeMap::new();
    let mut of_year: BTreeMap<(i32, ParticipantId), u32> = BTreeMap::new();
    let mut lines = Vec::new();
    for ((on, participant, group, why_not), mut services) in days {
        services.sort_by_key(|service| service.id);
        services.dedup_by_key(|service| service.id);
        let rule = pack.on(payer, on);
        let minutes = services.iter().map(|service| service.minutes).sum();
        let mut line = DayLine {
            participant,
            on,
            group,
            code: rule.map(|rule| rule.code.clone()).unwrap_or_default(),
            modifiers: rule.map(|rule| modifiers(rule, group)).unwrap_or_default(),
            contacts: services.iter().map(|service| service.id).collect(),
            minutes,
            units: 0,
            over_cap: 0,
            to_authorize: 0,
            why_not,
        };
        if let (Some(rule), None) = (rule, why_not) {
            let units = if rule.rule.adds_up_the_day() {
                rule.rule.units(minutes, rule.unit_minutes)
            } else {
                let each = services.iter();
                each.map(|service| rule.rule.units(service.minutes, rule.unit_minutes))
                    .sum()
            };
            let used = of_day.entry((on, participant)).or_default();
            let left = rule
                .daily_cap
                .map_or(u32::MAX, |cap| cap.saturating_sub(*used));
            line.units = units.min(left);
            line.over_cap = units - line.units;
            *used = used.saturating_add(line.units);
            let year = of_year.entry((on.year(), participant)).or_default();
            let free = rule
                .unmanaged_units
                .map_or(u32::MAX, |most| most.saturating_sub(*year));
            line.to_authorize = line.units.saturating_sub(free);
            *year = year.saturating_add(line.units);
        }
        lines.push(line);
    }
    lines
}

fn not_paid(rule: Option<&Payer>, service: &Service) -> Option<NotPaid> {
    let Some(rule) = rule else {
        return Some(NotPaid::NoRule);
    };
    if !service.reached {
        return Some(NotPaid::NotReached);
    }
    if service.minutes == 0 {
        return Some(NotPaid::NoMinutes);
    }
    if !rule.kinds.contains(&service.kind) {
        return Some(NotPaid::Kind);
    }
    let least = rule.least_age?;
    match service.born {
        None => Some(NotPaid::AgeNotKnown),
        Some(born) if service.on < born.plus_months(least.saturating_mul(12)) => {
            Some(NotPaid::TooYoung)
        }
        Some(_) => None,
    }
}

fn modifiers(rule: &Payer, group: bool) -> Vec<String> {
    let mut all = rule.modifiers.clone();
    if group {
        all.extend(rule.group_modifiers.iter().cloned());
    }
    all
}
