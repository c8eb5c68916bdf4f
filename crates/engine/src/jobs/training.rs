//! Nobody comes in from a file for a coach of whom more is required than is on file (S2-2): the rule and
//! the words are those of one assignment.

use std::collections::{BTreeSet, VecDeque};

use handrail_domain::Now;
use handrail_domain::import::{ImportedParticipant, RowError};

use super::Job;
use crate::api::{self, EngineError};
use crate::open::Open;
use crate::workforce;

/// The programs of those whom the opened file would add, as it names them; empty for nobody's.
///
/// # Errors
/// `NotFound` where no file is open; `Invalid` with `Mapping` for columns that do not fit it.
pub fn import_programs(
    open: &mut Open,
    mapping: &api::ColumnMapping,
    now: Now,
) -> Result<Vec<String>, EngineError> {
    let Some(Job::Opened(file)) = &open.job else {
        return Err(EngineError::NotFound);
    };
    let rows = file.rows_by(mapping, now)?;
    let rows: VecDeque<_> = rows.collect();
    programs(open, &rows)
}

/// Refuses the whole file before anybody of it comes in.
#[inline(never)]
pub(super) fn check_training(
    open: &mut Open,
    rows: &VecDeque<Result<ImportedParticipant, RowError>>,
    now: Now,
) -> Result<(), EngineError> {
    if !open.programs.requires_training() {
        return Ok(());
    }
    let programs = programs(open, rows)?;
    let own = open.identity.member;
    workforce::check_assignment(open, own, &programs, now)
}

/// Those who are here already are given to nobody.
fn programs(
    open: &Open,
    rows: &VecDeque<Result<ImportedParticipant, RowError>>,
) -> Result<Vec<String>, EngineError> {
    let mut found = BTreeSet::new();
    for person in rows.iter().flatten() {
        if open.store.read().import_key(person.key.as_str())?.is_none() {
            found.insert(person.details.program.clone().unwrap_or_default());
        }
    }
    Ok(found.into_iter().collect())
}
