//! Participants whom this member no longer serves: they were handed over to another coach, or a
//! cover ended. What this device still owes is sent first; then nothing of them stays.

use std::collections::BTreeSet;

use handrail_protocol::{DeviceId, DocumentId, DocumentKind, GroupId};
use handrail_store::StoreError;

use crate::api::{DepartureView, EngineError};
use crate::open::Open;

/// Forgets the participants at home in no caseload of this member's, as soon as everything that
/// this device wrote about them is known to be held by a device of somebody else. Answers whether
/// any was forgotten.
pub fn let_go(open: &mut Open, at: i64) -> Result<bool, EngineError> {
    if open.conversation.is_none() {
        return Ok(false);
    }
    let own_groups = open.own_groups();
    let kind = DocumentKind::Participant.number();
    let elsewhere = open.store.read().held_elsewhere(kind, &own_groups)?;
    let others: Vec<DeviceId> = open
        .roster
        .devices()
        .filter(|device| device.member != open.identity.member)
        .map(|device| device.id)
        .collect();
    let own_caseload = open.roster.caseload_group(&open.identity.member);
    let mut forgotten = false;
    for document in elsewhere {
        if is_needed(open, &document, &others)? {
            continue;
        }
        let device = open.identity.device;
        let groups = open.store.read().document_groups(&document)?;
        let was_own = own_caseload.is_some_and(|own| groups.contains(&own));
        open.store.transaction(|tx| -> Result<(), StoreError> {
            tx.forget_participant(&document, &device, was_own.then_some(at))
        })?;
        open.documents.forget(&document);
        forgotten = true;
    }
    Ok(forgotten)
}

/// Ends on this device what its member read until a time that has come: it is not shown from
/// then on, and forgotten as soon as nothing of it waits here. Answers whether more has ended since
/// the last look.
pub fn look_at_ends(open: &mut Open, at: i64) -> bool {
    let ended = open.own_ends().map(|(group, _)| group);
    let ended: BTreeSet<GroupId> = ended.filter(|group| open.has_ended(group)).collect();
    let is_news = !ended.is_subset(&open.ended);
    open.ended = ended;
    // What cannot be forgotten now is after the next step of the talk.
    is_news && let_go(open, at).map_or(true, |_| true)
}

/// Participants whom this member reads until a time that has not come, and of whom nothing is here:
/// a clock that was ahead ended it too early. Asked once the relay has told the time.
///
/// # Errors
/// Fails only when the database does.
pub fn ended_too_early(open: &Open) -> Result<BTreeSet<DocumentId>, StoreError> {
    let ends = open.own_ends().map(|(group, _)| group);
    let groups: Vec<GroupId> = ends.filter(|group| !open.has_ended(group)).collect();
    if groups.is_empty() {
        return Ok(BTreeSet::new());
    }
    let kind = DocumentKind::Participant.number();
    let found = open.store.read().without_keys(kind, &groups)?;
    Ok(found.into_iter().collect())
}

fn is_needed(open: &Open, document: &DocumentId, others: &[DeviceId]) -> Result<bool, EngineError> {
    let draft = format!("log:{document}");
    // After an end nobody tells this device any more what they hold: then the relay's answer is
    // enough.
    let home = open.home_of(document)?;
    let is_told = !open.may_only_look() && !home.is_some_and(|home| open.has_ended(&home));
    let read = open.store.read();
    let others = is_told.then_some(others);
    Ok(read.is_needed_here(document, &open.identity.device, &draft, others)?)
}

/// Who went to whom, for the list of people.
pub fn departures(open: &Open) -> Result<Vec<DepartureView>, EngineError> {
    let left = open.store.read().departures()?;
    Ok(left
        .into_iter()
        .filter(|departure| !open.reads(&departure.home))
        .map(|departure| DepartureView {
            participant: departure.document.to_string(),
            coach: open.coach_name(Some(&departure.home)),
            at: departure.at,
        })
        .collect())
}

/// The coach to whom a participant went whom this member no longer serves.
pub fn went_to(open: &Open, document: &DocumentId) -> Result<Option<String>, EngineError> {
    let home = open.home_of(document)?;
    let is_elsewhere = home.as_ref().is_some_and(|home| !open.reads(home));
    Ok(is_elsewhere.then(|| open.coach_name(home.as_ref())))
}
