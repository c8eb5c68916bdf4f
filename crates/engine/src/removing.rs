//! Devices that are to be taken out of the roster, with every key they held.

use handrail_protocol::roster::operation::LastItem;
use handrail_protocol::{DeviceId, MemberId, RosterState};
use handrail_store::{Read, StoreError, Tx};
use handrail_vault::{Desk, DraftedEntry, revoke_device};
use rand_core::CryptoRng;

use crate::api::EngineError;
use crate::kept;
use crate::open::Open;

/// Takes a device out as soon as the relay can be told, or at once where there
/// is no relay. This device itself cannot be taken out from here.
pub fn remove(open: &mut Open, device: &str, rng: &mut dyn CryptoRng) -> Result<(), EngineError> {
    let device: DeviceId = device.parse().map_err(|_| EngineError::NotFound)?;
    let record = open.roster.device(&device).ok_or(EngineError::NotFound)?;
    let own = device == open.identity.device;
    if own || !open.roster.is_administrator(&open.identity.device) {
        return Err(EngineError::NotAllowed);
    }
    if record.revoked.is_some() {
        return Ok(());
    }
    // What the roster would refuse is said now, not when the network is back.
    let desk = Desk {
        state: &open.roster,
        signer: handrail_vault::Holder::Device(&open.identity.secret),
        keyring: &open.keyring,
    };
    revoke_device(&desk, device, Vec::new(), &mut &mut *rng)
        .map_err(|_| EngineError::NotAllowed)?;
    if open.conversation.is_none() {
        let last = last_items(&open.store.read(), &device)?;
        let operation = handrail_protocol::Operation::RevokeDevice { device, last };
        return crate::roster::extend(open, vec![operation], rng);
    }
    open.store.transaction(|tx| -> Result<(), StoreError> {
        let mut all = wanted(tx)?;
        if !all.contains(&device) {
            all.push(device);
            keep(tx, &all)?;
        }
        Ok(())
    })?;
    Ok(())
}

/// Devices that wait to be taken out, in the order in which it was asked for.
pub fn wanted(read: &Read<'_>) -> Result<Vec<DeviceId>, StoreError> {
    kept::ids(read, REMOVALS, DeviceId::from_slice)
}

/// The entry that takes a device out; `None`, and nothing waits any more, when
/// somebody else did it.
pub fn removal(
    tx: &Tx<'_>,
    desk: &Desk<'_>,
    device: DeviceId,
    rng: &mut dyn CryptoRng,
) -> Result<Option<DraftedEntry>, StoreError> {
    let last = last_items(tx, &device)?;
    if let Ok(entry) = revoke_device(desk, device, last, &mut &mut *rng) {
        return Ok(Some(entry));
    }
    forget(tx, &device)?;
    Ok(None)
}

/// The device waits no more.
pub fn forget(tx: &Tx<'_>, device: &DeviceId) -> Result<(), StoreError> {
    let mut all = wanted(tx)?;
    all.retain(|waiting| waiting != device);
    keep(tx, &all)
}

/// How far the device's items arrived here: those count, whatever comes later is
/// set aside by every reader.
pub fn last_items(read: &Read<'_>, device: &DeviceId) -> Result<Vec<LastItem>, StoreError> {
    let mut last: Vec<LastItem> = read
        .frontier()?
        .into_iter()
        .filter(|writer| writer.device == *device)
        .map(|writer| LastItem {
            document: writer.document,
            incarnation: writer.incarnation,
            n: writer.n,
        })
        .collect();
    last.sort_unstable();
    Ok(last)
}

fn keep(tx: &Tx<'_>, all: &[DeviceId]) -> Result<(), StoreError> {
    let bytes: Vec<u8> = all.iter().flat_map(|id| *id.as_bytes()).collect();
    tx.set_meta(REMOVALS, &bytes)
}

const REMOVALS: &str = "removals";

/// Remembers a member's other devices, which are lost.
pub fn keep_lost(
    tx: &Tx<'_>,
    state: &RosterState,
    member: MemberId,
    own: DeviceId,
) -> Result<(), StoreError> {
    let others: Vec<u8> = state
        .devices_of(member)
        .filter(|device| device.revoked.is_none() && device.id != own)
        .flat_map(|device| *device.id.as_bytes())
        .collect();
    tx.set_meta(LOST, &others)
}

/// Lost devices wait for everything that they wrote to be here.
pub fn has_lost(read: &Read<'_>) -> Result<bool, StoreError> {
    Ok(read.meta(LOST)?.is_some())
}

/// Everything is here: takes the lost devices out, which names how far their
/// items count. Earlier, it would have set aside all that they wrote.
pub fn remove_lost(open: &mut Open, rng: &mut dyn CryptoRng) -> Result<(), EngineError> {
    let lost = kept::ids(&open.store.read(), LOST, DeviceId::from_slice)?;
    for device in lost {
        match remove(open, &device.to_string(), rng) {
            // Somebody else did it, or took this device's right to do it.
            Ok(()) | Err(EngineError::NotFound | EngineError::NotAllowed) => {}
            Err(error) => return Err(error),
        }
    }
    open.store.transaction(|tx| tx.remove_meta(LOST))?;
    open.lost_wait = false;
    Ok(())
}

const LOST: &str = "lost_devices";
