//! One device: how it keeps what it has, and, once it was taken out, what its loss means.

use handrail_domain::document::{ParticipantDocument, RecordRef};
use handrail_protocol::roster::Signer;
use handrail_protocol::{DeviceId, DocumentId, Operation, UnverifiedItem, VerifiedItem};
use handrail_store::Read;
use handrail_sync::QuarantineReason;
use handrail_vault::{Content, DocumentKey, open_item};

use super::member::{devices, reads};
use super::safe_contact::shown_name;
use super::shown_count;
use crate::api::{DevicePageView, EngineError, KeepingView, LateView, SheetView};
use crate::convert::kind_to_api;
use crate::engine::role_view;
use crate::open::Open;
use crate::{attesting, last_words};

/// The page of one device.
pub fn device(open: &mut Open, device: &str) -> Result<DevicePageView, EngineError> {
    let id: DeviceId = device.parse().map_err(|_| EngineError::NotFound)?;
    let member = open.member_of_device(&id).ok_or(EngineError::NotFound)?;
    let state = attesting::state_of(open, &id)?;
    let sheet = sheet(open, &id)?;
    let (late, late_others) = late(open, &id)?;
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
        lease_days: open.roster.lease_days().unwrap_or(0),
        sheet,
        late,
        late_others,
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
    let mut agency_key = false;
    for operation in &entry.body().operations {
        if let Operation::NewEpoch { group, .. } = operation {
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
        wiped: last_words::of(open, device)?,
    }))
}

/// What the device handed over after it was taken out: contacts, and how many items hold none or
/// cannot be read here.
fn late(open: &mut Open, device: &DeviceId) -> Result<(Vec<LateView>, u32), EngineError> {
    let mut items: Vec<(VerifiedItem, i64)> = Vec::new();
    let mut others = 0;
    // Told with the sheet.
    let has_spoken = last_words::of(open, device)?.is_some();
    let agency = open.agency_document()?;
    let sign = open.roster.device(device).map(|device| device.sign);
    for row in open.store.read().quarantined()? {
        let Ok(item) = UnverifiedItem::parse(&row.bytes) else {
            continue;
        };
        let is_late = row.reason.parse() == Ok(QuarantineReason::AfterRevocation);
        let is_word = agency == Some(item.header().document) && has_spoken;
        if !is_late || is_word || item.header().writer != *device {
            continue;
        }
        match sign.map(|sign| item.verify_as(*device, &sign)) {
            Some(Ok(item)) => items.push((item, row.at)),
            _ => others += 1,
        }
    }
    items.sort_by_key(|(item, _)| (item.header().document, item.header().n));
    let mut late = Vec::new();
    for group in items.chunk_by(|one, next| one.0.header().document == next.0.header().document) {
        let before = late.len();
        contacts(open, device, group, &mut late)?;
        others += u32::from(late.len() == before) * shown_count(group.len() as u64);
    }
    Ok((late, others))
}

/// The contacts that items of one document bring, read in a copy that is thrown away.
fn contacts(
    open: &mut Open,
    device: &DeviceId,
    items: &[(VerifiedItem, i64)],
    late: &mut Vec<LateView>,
) -> Result<(), EngineError> {
    let Some((first, _)) = items.first() else {
        return Ok(());
    };
    let document = first.header().document;
    let Some(row) = open.store.read().participant(&document)? else {
        return Ok(());
    };
    let session = open.documents.session();
    let mut copy: ParticipantDocument =
        crate::open::load_or_new(&open.store.read(), &document, session)?;
    let by = handrail_domain::DeviceId::from_bytes(*device.as_bytes());
    for (item, arrived_at) in items {
        let Some(Content::Changes(changes)) = opened(&open.store.read(), item)? else {
            continue;
        };
        let Ok(applied) = copy.apply_changes_from_device(by, &changes) else {
            continue;
        };
        for record in &applied.touched.records {
            if let RecordRef::Encounter(id) = record
                && let Some(encounter) = copy.encounter(*id)
            {
                late.push(LateView {
                    participant: document.to_string(),
                    name: shown_name(&row),
                    kind: kind_to_api(encounter.facts.kind),
                    at: encounter.facts.at.millis(),
                    note: encounter.facts.note.as_str().to_owned(),
                    arrived_at: *arrived_at,
                });
            }
        }
    }
    Ok(())
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
