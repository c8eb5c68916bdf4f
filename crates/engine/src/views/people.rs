//! Search as you type.

use std::collections::BTreeSet;

use handrail_domain::duty::Duty;
use handrail_domain::obligation::Obligation;
use handrail_domain::time::local_date;
use handrail_domain::{Now, Timestamp};
use handrail_protocol::{GroupId, MemberId};
use handrail_store::{PeopleSearch, PersonHit};

use super::duties::Duties;
use super::safe_contact::shown_name;
use super::shown_count;
use crate::api::{
    EngineError, InvalidField, PeopleFilter, PeopleRow, PeopleStatus, PeopleView, SavedPeople,
};
use crate::convert::invalid;
use crate::letting_go;
use crate::open::{Open, RulesByProgram};

/// Most rows that one page may hold.
const PAGE_LIMIT: u32 = 5_000;

/// Where it is kept what this member likes to look at.
const SAVED: &str = "people_views";
/// Most of them, and bytes of a name.
const MOST_SAVED: usize = 20;
const NAME_LIMIT: usize = 100;
/// Days after which somebody counts as not reached.
const NOT_REACHED_DAYS: i64 = 14;

/// A page of participants that match.
pub fn people(
    open: &Open,
    text: String,
    filter: &PeopleFilter,
    page: (u32, u32),
    now: Now,
) -> Result<PeopleView, EngineError> {
    let read = open.store.read();
    // What is owed stands in no row: those that match else are all looked at.
    let sifts = filter.owed || filter.status.is_some();
    let (offset, limit) = (page.0, page.1.min(PAGE_LIMIT));
    let found = read.people(&PeopleSearch {
        text,
        groups: Some(groups(open, filter)),
        program: filter.program.clone(),
        phase: filter.phase.clone(),
        offset: if sifts { 0 } else { offset },
        limit: if sifts { PAGE_LIMIT } else { limit },
    })?;
    let shown = found.rows.iter().map(|hit| hit.row.participant);
    let day = now.local_date();
    let duties = if sifts {
        Duties::of_all(open, day)?
    } else {
        Duties::of(open, shown, day)?
    };
    let mut rules = RulesByProgram::default();
    let mut rows = Vec::new();
    for hit in &found.rows {
        let rules = rules.of(&open.programs, &hit.row.program, day)?;
        let owed = duties.obligations(&hit.row, rules, now.offset_minutes);
        let is_owed = owed.iter().any(Obligation::is_owed);
        let fits = filter.status.is_none_or(|status| {
            let duty = duties.towards(&hit.row.participant);
            stands(status, &duty, hit.row.last_reached_at, now)
        });
        if fits && (is_owed || !filter.owed) {
            rows.push(row(open, hit, is_owed));
        }
    }
    let total = if sifts {
        let total = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let (offset, limit) = (offset as usize, limit as usize);
        rows = rows.into_iter().skip(offset).take(limit).collect();
        total
    } else {
        shown_count(found.total)
    };
    Ok(PeopleView {
        rows,
        total,
        programs: read.programs()?,
        phases: read.phases()?,
        coaches: coaches(open),
        saved: saved(open)?,
        departures: letting_go::departures(open)?,
    })
}

/// The groups of the caseloads that are asked for, of those that are read here.
fn groups(open: &Open, filter: &PeopleFilter) -> Vec<GroupId> {
    let mut groups = if filter.mine_only {
        open.own_caseloads()
    } else {
        open.own_groups()
    };
    if let Some(coach) = &filter.coach {
        let owner: Option<MemberId> = coach.parse().ok();
        let of = |group: &GroupId| open.roster.group(group).and_then(|record| record.owner);
        groups.retain(|group| owner.is_some() && of(group) == owner);
    }
    groups
}

fn coaches(open: &Open) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for (_, owner) in open.readable_caseloads() {
        let id = owner.to_string();
        let coaches = open.is_coach(&owner) || owner == open.identity.member;
        if coaches && !found.iter().any(|(known, _)| *known == id) {
            found.push((id, open.member_name(&owner)));
        }
    }
    found.sort_by_key(|(id, name)| (name.to_lowercase(), id.clone()));
    found
}

fn stands(status: PeopleStatus, duty: &Duty, reached: Option<i64>, now: Now) -> bool {
    match status {
        PeopleStatus::WaitsForIntake => {
            matches!(duty, Duty::Owed(_) | Duty::SettledToday { .. })
        }
        PeopleStatus::IntakeConfirmed => matches!(duty, Duty::Ended(_)),
        PeopleStatus::NotReached => reached.is_none_or(|at| {
            let day = local_date(Timestamp::from_millis(at), now.offset_minutes);
            now.local_date().days_since(day) >= NOT_REACHED_DAYS
        }),
    }
}

/// What this member keeps to look at again; what a later version kept and this one does not know
/// is passed over.
fn saved(open: &Open) -> Result<Vec<SavedPeople>, EngineError> {
    let kept = open.store.read().setting(SAVED)?.unwrap_or_default();
    let each: Vec<serde_json::Value> = serde_json::from_str(&kept).unwrap_or_default();
    let known = each.into_iter();
    Ok(known
        .filter_map(|one| serde_json::from_value(one).ok())
        .collect())
}

/// Keeps what this member likes to look at.
///
/// # Errors
/// `Invalid` with `Name` for a name that is empty, too long or there twice, and for too many.
pub fn keep_people(open: &mut Open, saved: &[SavedPeople]) -> Result<(), EngineError> {
    let names: BTreeSet<&str> = saved.iter().map(|one| one.name.trim()).collect();
    let fits = names
        .iter()
        .all(|name| (1..=NAME_LIMIT).contains(&name.len()));
    if !fits || names.len() < saved.len() || saved.len() > MOST_SAVED {
        return Err(invalid(InvalidField::Name));
    }
    let text = serde_json::to_string(saved).map_err(|_| invalid(InvalidField::Name))?;
    Ok(open.store.transaction(|tx| tx.set_setting(SAVED, &text))?)
}

pub(super) fn row(open: &Open, hit: &PersonHit, owed_today: bool) -> PeopleRow {
    let row = &hit.row;
    let name = shown_name(row);
    PeopleRow {
        participant: row.participant.to_string(),
        legal_name: if row.display_name == name {
            String::new()
        } else {
            row.display_name.clone()
        },
        name,
        program: row.program.clone(),
        phase: row.phase.clone(),
        last_reached_at: row.last_reached_at,
        owed_today,
        coach: open.coach_name(row.caseload_group.as_ref()),
        covering_for: open.covered_for(row.caseload_group.as_ref()),
        conflicts: shown_count(hit.conflicts),
        // Whether a guest reads it still is looked at where the record is opened.
        snippet: if open.is_guest(row.caseload_group.as_ref()) {
            String::new()
        } else {
            hit.snippet.clone()
        },
    }
}
