//! What this device says, signed, about how it keeps what it has, and what it notes about a device
//! that it took out. Both lie in the agency's document, for whoever has to decide later what the
//! loss of a device means.

use handrail_domain::Now;
use handrail_domain::document::{AgencyCommand, StatementKind};
use handrail_protocol::roster::Signer;
use handrail_protocol::statement::{
    Cipher, KeepingSince2, KeepingState, Said, TakenOut, read_statement,
};
use handrail_protocol::{
    DeviceId, DocumentKind, GroupId, MemberId, Operation, RosterEntry, SignPublicKey,
};
use handrail_store::{Read, StoreError};
use handrail_vault::LockParameters;

use crate::api::EngineError;
use crate::open::Open;
use crate::removing;

/// Said again after so long, though nothing changed, ms.
const AGAIN_AFTER_MS: i64 = 7 * 86_400_000;
/// The cipher that the store demands, as it names it.
const CIPHER: &str = "chacha20";
/// Longest version of the app, bytes.
const VERSION_BYTES: usize = 64;
/// A sheet names so many participants at the most.
const MOST_DOCUMENTS: usize = 5_000;

/// Says how this device keeps what it has, where the last word on that is old or no longer true.
/// Answers whether anything was written.
pub fn attest(
    open: &mut Open,
    (lock, passkey): (LockParameters, bool),
    version: &str,
    now: Now,
) -> Result<bool, EngineError> {
    let is_ready = open.conversation.is_some()
        && open.unfinished.is_none()
        && !open.is_sample()
        && !open.is_dismissed();
    // What is not so is not said.
    if !is_ready || open.store.cipher()? != CIPHER || open.agency_document()?.is_none() {
        return Ok(false);
    }
    let mut version = version.to_owned();
    while version.len() > VERSION_BYTES {
        version.pop();
    }
    let state = KeepingState {
        at: now.at.millis(),
        cipher: Cipher::ChaCha20Poly1305,
        memory_kib: lock.memory_kib,
        passes: lock.passes,
        lanes: lock.lanes,
        pin: open.pin.is_some(),
        auto_lock_minutes: open.settings.auto_lock_minutes,
        version,
        since_2: Some(KeepingSince2 {
            passkey,
            lease_days: open.roster.lease_days().unwrap_or(0),
        }),
    };
    let device = open.identity.device;
    if let Some(last) = state_of(open, &device)? {
        let age = state.at.saturating_sub(last.at);
        let same = KeepingState {
            at: state.at,
            ..last
        } == state;
        if same && (0..AGAIN_AFTER_MS).contains(&age) {
            return Ok(false);
        }
    }
    say(open, &Said::State(state), device, StatementKind::State, now)?;
    Ok(true)
}

/// Writes down what is known of devices that this device took out, where it has not yet.
/// Answers whether anything was written.
pub fn note_taken_out(open: &mut Open, now: Now) -> Result<bool, EngineError> {
    let Some(agency) = open.agency_document()? else {
        return Ok(false);
    };
    let own = Signer::Device(open.identity.device);
    let taken_out: Vec<(DeviceId, MemberId)> = open
        .roster
        .devices()
        .filter(|device| device.revoked.is_some())
        .map(|device| (device.id, device.member))
        .collect();
    let mut wrote = false;
    for (device, member) in taken_out {
        let document = open.documents.agency(&open.store, &agency)?;
        if document
            .statement(StatementKind::TakenOut, domain_device(device))
            .is_some()
        {
            continue;
        }
        let Some(entry) = removal_entry(open, &device)? else {
            continue;
        };
        if entry.body().signer != own {
            continue;
        }
        let sheet = sheet(open, device, member, &entry, now)?;
        let said = Said::TakenOut(sheet);
        say(open, &said, device, StatementKind::TakenOut, now)?;
        wrote = true;
    }
    Ok(wrote)
}

fn sheet(
    open: &Open,
    device: DeviceId,
    member: MemberId,
    entry: &RosterEntry,
    now: Now,
) -> Result<TakenOut, StoreError> {
    let read = open.store.read();
    let groups = groups_then(open, member, entry);
    let kind = DocumentKind::Participant.number();
    let mut documents: Vec<_> = read
        .grouped_documents()?
        .into_iter()
        .filter(|document| document.kind == kind && groups.contains(&document.group))
        .map(|document| document.document)
        .collect();
    documents.sort_unstable();
    documents.truncate(MOST_DOCUMENTS);
    Ok(TakenOut {
        device,
        at: now.at.millis(),
        heard_at: read.last_item_of(&device)?,
        missing: missing(&read, open, &device)?,
        documents,
    })
}

/// The groups whose keys the member's devices held before the entry.
fn groups_then(open: &Open, member: MemberId, entry: &RosterEntry) -> Vec<GroupId> {
    let mut groups: Vec<GroupId> = open.roster.groups_of(&member).into_iter().collect();
    for operation in &entry.body().operations {
        if let Operation::RemoveGroupMember { group, member: of } = operation
            && *of == member
        {
            groups.push(*group);
        }
    }
    groups
}

/// Items of a device that others said to hold and that are not here.
fn missing(read: &Read<'_>, open: &Open, device: &DeviceId) -> Result<u64, StoreError> {
    let here = removing::last_items(read, device)?;
    let mut missing = 0_u64;
    for vouched in read.vouched_beyond(&open.identity.device)? {
        if vouched.device == *device {
            let reach = here
                .iter()
                .find(|last| {
                    last.document == vouched.document && last.incarnation == vouched.incarnation
                })
                .map_or(0, |last| last.n);
            missing = missing.saturating_add(vouched.n.saturating_sub(reach));
        }
    }
    Ok(missing)
}

/// The roster entry that took a device out.
pub fn removal_entry(open: &Open, device: &DeviceId) -> Result<Option<RosterEntry>, StoreError> {
    let revoked = open.roster.device(device);
    let Some(n) = revoked.and_then(|device| device.revoked.as_ref().map(|at| at.n)) else {
        return Ok(None);
    };
    let entries = open.store.read().roster_entries(n.checked_sub(1))?;
    let entry = entries
        .first()
        .and_then(|row| RosterEntry::parse(&row.bytes).ok());
    Ok(entry)
}

/// What a device last said about itself, if it did and its signature is right.
pub fn state_of(open: &mut Open, device: &DeviceId) -> Result<Option<KeepingState>, EngineError> {
    let sign = open.roster.device(device).map(|device| device.sign);
    let said = said(open, device, StatementKind::State, *device, sign)?;
    Ok(match said {
        Some(Said::State(state)) => Some(state),
        _ => None,
    })
}

/// What was noted about a device by who took it out, if that is signed by them.
pub fn sheet_of(open: &mut Open, device: &DeviceId) -> Result<Option<TakenOut>, EngineError> {
    let Some(entry) = removal_entry(open, device)? else {
        return Ok(None);
    };
    let Signer::Device(by) = entry.body().signer else {
        return Ok(None);
    };
    let sign = open.roster.device(&by).map(|device| device.sign);
    let said = said(open, device, StatementKind::TakenOut, by, sign)?;
    Ok(match said {
        Some(Said::TakenOut(sheet)) if sheet.device == *device => Some(sheet),
        _ => None,
    })
}

fn said(
    open: &mut Open,
    about: &DeviceId,
    kind: StatementKind,
    by: DeviceId,
    sign: Option<SignPublicKey>,
) -> Result<Option<Said>, EngineError> {
    let (Some(agency), Some(sign)) = (open.agency_document()?, sign) else {
        return Ok(None);
    };
    let document = open.documents.agency(&open.store, &agency)?;
    let bytes = document.statement(kind, domain_device(*about));
    Ok(bytes.and_then(|bytes| read_statement(&bytes, open.identity.agency, by, &sign).ok()))
}

pub fn say(
    open: &mut Open,
    said: &Said,
    about: DeviceId,
    kind: StatementKind,
    now: Now,
) -> Result<(), EngineError> {
    let bytes = open.identity.secret.state(open.identity.agency, said);
    let command = AgencyCommand::SetStatement {
        device: domain_device(about),
        kind,
        bytes,
    };
    open.write_agency_names(&[command], now)
}

pub fn domain_device(device: DeviceId) -> handrail_domain::DeviceId {
    handrail_domain::DeviceId::from_bytes(*device.as_bytes())
}
