//! What lists show a provider: nothing of a record whose consent does not hold any more.

use std::collections::BTreeSet;

use handrail_protocol::DocumentId;

use super::guests::{check_guest, is_outside};
use crate::api::{EngineError, PeopleView, TodayView};
use crate::open::Open;

/// Records that this member reads as a guest because of a consent that does not hold any more, as long as
/// nobody's device has ended that. None for whoever is part of the team.
///
/// # Errors
/// Fails only when the database does.
pub fn stopped(open: &mut Open) -> Result<BTreeSet<DocumentId>, EngineError> {
    let mut stopped = BTreeSet::new();
    if !is_outside(open, &open.identity.member) {
        return Ok(stopped);
    }
    for row in open.store.read().active_participants()? {
        if !open.is_guest(row.caseload_group.as_ref()) {
            continue;
        }
        match check_guest(open, &row.participant) {
            Ok(()) => {}
            Err(EngineError::NotTold(_)) => {
                stopped.insert(row.participant);
            }
            Err(error) => return Err(error),
        }
    }
    Ok(stopped)
}

/// Today without them.
///
/// # Errors
/// As [`stopped`].
pub fn of_today(open: &mut Open, mut view: TodayView) -> Result<TodayView, EngineError> {
    let stopped = hex(&stopped(open)?);
    let goes_on = |participant: &String| !stopped.contains(participant);
    view.owed.retain(|row| goes_on(&row.participant));
    view.settled.retain(|row| goes_on(&row.participant));
    view.appointments.retain(|row| goes_on(&row.participant));
    view.links.retain(|row| goes_on(&row.participant));
    view.ahead.retain(|row| goes_on(&row.participant));
    view.hushed.retain(|row| goes_on(&row.participant));
    view.drafts.retain(|row| goes_on(&row.participant));
    let less = u32::try_from(stopped.len()).unwrap_or(u32::MAX);
    view.caseload = view.caseload.saturating_sub(less);
    Ok(view)
}

/// A page of participants without them.
///
/// # Errors
/// As [`stopped`].
pub fn of_people(open: &mut Open, mut view: PeopleView) -> Result<PeopleView, EngineError> {
    let stopped = hex(&stopped(open)?);
    let before = view.rows.len();
    view.rows.retain(|row| !stopped.contains(&row.participant));
    let less = before.saturating_sub(view.rows.len());
    let less = u32::try_from(less).unwrap_or(u32::MAX);
    view.total = view.total.saturating_sub(less);
    Ok(view)
}

fn hex(documents: &BTreeSet<DocumentId>) -> BTreeSet<String> {
    documents.iter().map(ToString::to_string).collect()
}
