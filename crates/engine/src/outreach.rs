//! What was tried after an overdose: on the page of a participant, and counted by month (S3-11).

use std::collections::{BTreeMap, BTreeSet};

use handrail_domain::obligation::Rules;
use handrail_domain::outreach::{Mode, Outreach, OutreachCount, Tries, WITHIN_DAYS, outreach};
use handrail_domain::program::{Begins, DutyRule};
use handrail_domain::{EncounterKind, Event, LocalDate, Now, Outcome};
use handrail_protocol::DocumentId;
use handrail_store::{ContactDay, MilestoneRow};

use crate::api::EngineError;
use crate::open::{Open, RulesByProgram};
use crate::ties::Persons;

/// After each overdose of a person, out of all their records; the newest first.
///
/// # Errors
/// Fails only when the database does.
pub fn of(
    open: &Open,
    records: &[DocumentId],
    rules: &Rules,
    now: Now,
) -> Result<Vec<Outreach>, EngineError> {
    let read = open.store.read();
    let mut overdoses = Vec::new();
    for record in records {
        overdoses.extend(read.milestones(record)?.iter().filter_map(overdose));
    }
    let Some(first) = overdoses.iter().min() else {
        return Ok(Vec::new());
    };
    let mut all = Vec::new();
    for record in records {
        let days = read.contact_days_of(record, &first.to_string())?;
        all.extend(days.iter().filter_map(tries));
    }
    let mut found = outreach(&overdoses, &all, within(rules), now.local_date());
    found.reverse();
    Ok(found)
}

/// Of all whom this device reads, by the month of the overdose (`YYYY-MM`), from `first` on.
///
/// # Errors
/// Fails only when the database does.
pub fn by_month(
    open: &Open,
    first: LocalDate,
    now: Now,
) -> Result<BTreeMap<String, OutreachCount>, EngineError> {
    let read = open.store.read();
    let mut rows = read.active_participants()?;
    rows.retain(|row| open.serves(row.caseload_group.as_ref()));
    let all = read.all_milestones()?;
    let persons = Persons::of(open, &all)?;
    let mut overdoses: BTreeMap<DocumentId, BTreeSet<LocalDate>> = BTreeMap::new();
    for row in &all {
        let days = overdoses
            .entry(persons.person(row.participant))
            .or_default();
        days.extend(overdose(row).filter(|on| *on >= first));
    }
    let mut attempts: BTreeMap<DocumentId, Vec<Tries>> = BTreeMap::new();
    for day in read.contact_days(&first.to_string())? {
        let of = attempts.entry(persons.person(day.participant)).or_default();
        of.extend(tries(&day));
    }
    let mut rules = RulesByProgram::default();
    let mut counted: BTreeMap<String, OutreachCount> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for row in &rows {
        let person = persons.person(row.participant);
        let Some(days) = overdoses.get(&person).filter(|_| seen.insert(person)) else {
            continue;
        };
        let days: Vec<LocalDate> = days.iter().copied().collect();
        let rules = rules.of(&open.programs, &row.program, now.local_date())?;
        let tries = attempts.get(&person).map_or(&[][..], Vec::as_slice);
        for one in outreach(&days, tries, within(rules), now.local_date()) {
            let month = one.overdose.to_string().chars().take(7).collect();
            counted.entry(month).or_default().add(&one);
        }
    }
    Ok(counted)
}

/// Days within which somebody is looked for after an overdose.
fn within(rules: &Rules) -> u32 {
    let after_overdose = Begins::Event(Event::Overdose);
    let said = rules.rules.iter().filter_map(|rule| match rule.says {
        DutyRule::FirstContact { after, within } if after == after_overdose => Some(within),
        _ => None,
    });
    said.min().unwrap_or(WITHIN_DAYS)
}

fn overdose(row: &MilestoneRow) -> Option<LocalDate> {
    let is_one = row.kind == Event::Overdose.code() && row.voided_at.is_none();
    LocalDate::parse(row.on_date.as_deref().filter(|_| is_one)?).ok()
}

fn tries(day: &ContactDay) -> Option<Tries> {
    let kind = EncounterKind::from_code(&day.kind).unwrap_or(EncounterKind::Other);
    Some(Tries {
        day: LocalDate::parse(&day.local_date).ok()?,
        mode: Mode::of(kind),
        reached: Outcome::from_code(&day.outcome).is_some_and(Outcome::person_was_reached),
        times: day.times,
    })
}
