//! Participants whom this member no longer serves: they were handed over to another coach, or a
//! cover ended. What this device still owes is sent first; then nothing of them stays.

use handrail_protocol::{DeviceId, DocumentId, DocumentKind};
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

fn is_needed(open: &Open, document: &DocumentId, others: &[DeviceId]) -> Result<bool, EngineError> {
    let draft = format!("log:{document}");
    let read = open.store.read();
    let others = (!open.may_only_look()).then_some(others);
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
