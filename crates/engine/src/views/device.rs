//! One device: how it keeps what it has, and, once it was taken out, what its loss means.

use handrail_protocol::roster::Signer;
use handrail_protocol::{DeviceId, DocumentId, Operation, VerifiedItem};
use handrail_store::Read;
use handrail_vault::{Content, DocumentKey, open_item};

use super::member::{devices, reads};
use super::safe_contact::shown_name;
use super::shown_count;
use crate::api::{DevicePageView, EngineError, KeepingView, SheetView};
use crate::engine::role_view;
use crate::open::Open;
use crate::rooms::{self, Room};
use crate::{attesting, groups, last_words, late};

/// The page of one device.
pub fn device(open: &mut Open, device: &str) -> Result<DevicePageView, EngineError> {
    let id: DeviceId = device.parse().map_err(|_| EngineError::NotFound)?;
    let member = open.member_of_device(&id).ok_or(EngineError::NotFound)?;
    let state = attesting::state_of(open, &id)?;
    let sheet = sheet(open, &id)?;
    let late = late::of(open, &id)?;
    let groups = groups::read_by(open, &member)?;
    let role = open.roster.role_of(&member);
    let shown = devices(open, member)?
        .into_iter()
        .find(|shown| shown.device == device);
    Ok(DevicePageView {
        device: shown.ok_or(EngineError::NotFound)?,
        member: member.to_string(),
        member_name: open.member_name(&member),
        role: role_view(role),
        may_take_out: open.roster.is_administrator(&open.identity.device),
        state: state.map(|state| KeepingView {
            at: state.at,
            memory_mib: state.memory_kib / 1024,
            passes: state.passes,
            pin: state.pin,
            passkey: state.since_2.map(|more| more.passkey),
            lease_days: state.since_2.map(|more| more.lease_days),
            auto_lock_minutes: state.auto_lock_minutes,
            version: state.version,
        }),
        reads: reads(open, &member)?,
        groups,
        coach_space: rooms::is_among_coaches(&open.roster, &member),
        lease_days: open.roster.lease_days().unwrap_or(0),
        sheet,
        late: late.contacts,
        late_records: late.records,
        late_rest: late.rest,
        late_others: late.unread,
    })
}

fn sheet(open: &mut Open, device: &DeviceId) -> Result<Option<SheetView>, EngineError> {
    let Some(entry) = attesting::removal_entry(open, device)? else {
        return Ok(None);
    };
    let said = attesting::sheet_of(open, device)?;
    let read = open.store.read();
    let mut people = Vec::new();
    let documents = said.as_ref().map(|said| said.documents.as_slice());
    for document in documents.unwrap_or_default() {
        if let Some(row) = read.participant(document)? {
            people.push(shown_name(&row));
        }
    }
    people.sort();
    let mut rotated = Vec::new();
    let (mut agency_key, mut coaches_key) = (false, false);
    for operation in &entry.body().operations {
        if let Operation::NewEpoch { group, .. } = operation {
            // A room is nobody's caseload.
            if let Some(room) = Room::of(&open.roster, group) {
                coaches_key |= room == Room::Coaches;
                continue;
            }
            match open.roster.group(group).and_then(|record| record.owner) {
                Some(owner) => rotated.push(open.member_name(&owner)),
                None => agency_key = true,
            }
        }
    }
    rotated.sort();
    // A coach's shared records have keys of their own.
    rotated.dedup();
    let by = match entry.body().signer {
        Signer::Device(by) => open.member_of_device(&by),
        _ => None,
    };
    let on_it = documents.map_or(0, <[DocumentId]>::len);
    Ok(Some(SheetView {
        by: by.map(|by| open.member_name(&by)).unwrap_or_default(),
        entry: entry.body().n,
        at: said.as_ref().map(|said| said.at),
        heard_at: said.as_ref().and_then(|said| said.heard_at),
        missing: shown_count(said.as_ref().map_or(0, |said| said.missing)),
        unnamed: shown_count((on_it - people.len()) as u64),
        people,
        rotated,
        agency_key,
        coaches_key,
        wiped: last_words::of(open, device)?,
    }))
}

/// What an item holds, where its key is here.
///
/// # Errors
/// Fails only when the database does.
pub fn opened(read: &Read<'_>, item: &VerifiedItem) -> Result<Option<Content>, EngineError> {
    let header = item.header();
    let key = read.document_key(&header.document, &header.document_key)?;
    Ok(key.and_then(|key| open_item(item, &DocumentKey::from_bytes(*key)).ok()))
}
