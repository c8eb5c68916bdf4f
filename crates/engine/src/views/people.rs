//! Search as you type.

use handrail_domain::Now;
use handrail_domain::obligation::Obligation;
use handrail_store::{PeopleSearch, PersonHit};

use super::duties::Duties;
use super::safe_contact::shown_name;
use super::shown_count;
use crate::api::{EngineError, PeopleFilter, PeopleRow, PeopleView};
use crate::letting_go;
use crate::open::{Open, RulesByProgram};

/// Most rows that one page may hold.
const PAGE_LIMIT: u32 = 5_000;

/// A page of participants that match.
pub fn people(
    open: &Open,
    text: String,
    filter: &PeopleFilter,
    page: (u32, u32),
    now: Now,
) -> Result<PeopleView, EngineError> {
    let read = open.store.read();
    let found = read.people(&PeopleSearch {
        text,
        groups: Some(if filter.mine_only {
            open.own_caseloads()
        } else {
            open.own_groups()
        }),
        program: filter.program.clone(),
        phase: filter.phase.clone(),
        offset: page.0,
        limit: page.1.min(PAGE_LIMIT),
    })?;
    let shown = found.rows.iter().map(|hit| hit.row.participant);
    let duties = Duties::of(&read, shown, now.local_date())?;
    let mut rules = RulesByProgram::default();
    let mut rows = Vec::new();
    for hit in &found.rows {
        let rules = rules.of(&open.programs, &hit.row.program, now.local_date())?;
        let owed = duties.obligations(&hit.row, rules, now.offset_minutes);
        rows.push(row(open, hit, owed.iter().any(Obligation::is_owed)));
    }
    Ok(PeopleView {
        rows,
        total: shown_count(found.total),
        programs: read.programs()?,
        phases: read.phases()?,
        departures: letting_go::departures(open)?,
    })
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
        snippet: hit.snippet.clone(),
    }
}
