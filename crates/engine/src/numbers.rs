//! Numbers without names: a supervisor's device counts a month that is over, and puts what may be
//! told of it into the agency's document, where program managers read it.

use std::collections::{BTreeMap, HashSet};

use handrail_domain::document::AgencyCommand;
use handrail_domain::duty::Duty;
use handrail_domain::numbers::{Counted, Told};
use handrail_domain::{LocalDate, Now, Outcome};
use handrail_protocol::{DeviceId, Role};

use crate::api::{EngineError, FiguresView, InvalidField, MonthView, NumbersView};
use crate::convert::invalid;
use crate::open::Open;
use crate::outreach;
use crate::views::{Duties, shown_count};

/// Months back from this one that are counted and shown.
const MONTHS: usize = 12;

/// The months before this one, newest first: what this device counts, if it reads every caseload,
/// and what somebody told of them.
///
/// # Errors
/// Fails only when the database does.
pub fn view(open: &mut Open, now: Now) -> Result<NumbersView, EngineError> {
    let may_publish = may_publish(open);
    let told = match open.agency_document()? {
        Some(id) => open.documents.agency(&open.store, &id)?.read().numbers,
        None => Vec::new(),
    };
    let mut months = Vec::new();
    let mut tried = BTreeMap::new();
    let all = months_before(now.local_date());
    if may_publish && let Some(first) = all.last() {
        let first = LocalDate::parse(&format!("{first}-01"));
        let first = first.map_err(|_| invalid(InvalidField::Date))?;
        tried = outreach::by_month(open, first, now)?;
    }
    for month in all {
        let found = told.iter().find(|numbers| {
            numbers.month == month
                && is_counter(open, DeviceId::from_bytes(*numbers.device.as_bytes()))
        });
        let counted = if may_publish {
            Some(Told::of(&count(open, &month)?)).map(|told| figures(&told))
        } else {
            None
        };
        if found.is_none() && counted.is_none() {
            continue;
        }
        let by = found.and_then(|numbers| {
            open.member_of_device(&DeviceId::from_bytes(*numbers.device.as_bytes()))
        });
        months.push(MonthView {
            is_current: found.map(|numbers| figures(&numbers.told)) == counted,
            counted,
            told: found.map(|numbers| figures(&numbers.told)),
            as_of: found
                .map(|numbers| numbers.as_of.to_string())
                .unwrap_or_default(),
            by: by.map(|by| open.member_name(&by)).unwrap_or_default(),
            outreach: tried.remove(&month),
            month,
        });
    }
    Ok(NumbersView {
        may_publish,
        months,
    })
}

/// Puts what may be told of a month into the agency's document.
///
/// # Errors
/// `NotAllowed` unless this member reads every caseload; `Invalid` for another month than one of
/// those that are shown.
pub fn publish(open: &mut Open, month: &str, now: Now) -> Result<(), EngineError> {
    if !may_publish(open) {
        return Err(EngineError::NotAllowed);
    }
    if !months_before(now.local_date()).contains(&month.to_owned()) {
        return Err(invalid(InvalidField::Date));
    }
    let command = AgencyCommand::TellNumbers {
        month: month.to_owned(),
        told: Told::of(&count(open, month)?),
    };
    open.write_agency_names(&[command], now)
}

fn may_publish(open: &Open) -> bool {
    open.roster.role_of(&open.identity.member) == Some(Role::Supervisor)
}

/// Whether a device's figures count: its member reads every caseload.
fn is_counter(open: &Open, device: DeviceId) -> bool {
    let member = open.member_of_device(&device);
    member
        .and_then(|member| open.roster.member(&member))
        .is_some_and(|record| record.role == Role::Supervisor)
}

fn figures(told: &Told) -> FiguresView {
    FiguresView {
        people: told.people,
        reached: told.reached,
        contacts: told.contacts,
        days_owed: told.days_owed,
        days_kept: told.days_kept,
    }
}

/// The months before that of a day, newest first, `YYYY-MM`.
fn months_before(day: LocalDate) -> Vec<String> {
    let mut months = Vec::new();
    let mut last = day.plus_days(-i64::from(day.day()));
    while months.len() < MONTHS {
        months.push(last.to_string().chars().take(7).collect());
        last = last.plus_days(-i64::from(last.day()));
    }
    months
}

fn count(open: &Open, month: &str) -> Result<Counted, EngineError> {
    let read = open.store.read();
    let (first, end) = (format!("{month}-01"), format!("{month}-31"));
    let by_author = read.encounters_by_author(&first, &end)?;
    let contacts = by_author.iter().map(|author| author.count).sum();
    let mut counted = Counted {
        contacts: shown_count(contacts),
        ..Counted::default()
    };
    let start = LocalDate::parse(&first).map_err(|_| invalid(InvalidField::Date))?;
    let mut duties = Duties::of_all(open, start)?;
    // Who has two records is one person.
    let (mut seen, mut reached) = (HashSet::new(), HashSet::new());
    for contact in read.contact_days(&first)? {
        if contact.local_date > end {
            continue;
        }
        let person = duties.person(contact.participant);
        seen.insert(person);
        if Outcome::from_code(&contact.outcome).is_some_and(Outcome::person_was_reached) {
            reached.insert(person);
        }
    }
    counted.people = u32::try_from(seen.len()).unwrap_or(u32::MAX);
    counted.reached = u32::try_from(reached.len()).unwrap_or(u32::MAX);
    let mut owed = HashSet::new();
    for day in (0..31).map(|days| start.plus_days(days)) {
        if day.month() != start.month() {
            break;
        }
        duties.set_day(day);
        for (person, duty) in duties.all() {
            if matches!(duty, Duty::Owed(_) | Duty::SettledToday { .. }) {
                counted.days_owed += 1;
                owed.insert(person);
            }
            counted.days_kept += u32::from(matches!(duty, Duty::SettledToday { .. }));
        }
    }
    counted.people_owed = u32::try_from(owed.len()).unwrap_or(u32::MAX);
    Ok(counted)
}
