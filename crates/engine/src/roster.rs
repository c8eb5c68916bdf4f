//! The roster on this device: stored entries, and the group keys that they bring.

use std::sync::Arc;

use handrail_protocol::RosterState;
use handrail_protocol::roster::operation::Operation;
use handrail_store::{Read, StoreError, Tx};
use handrail_vault::{
    Desk, DraftedEntry, GroupKey, GroupKeyring, HeldGroupKey, Holder, draft_entry,
};
use rand_core::CryptoRng;

use crate::api::EngineError;
use crate::open::{Identity, Open};

/// Stores a checked entry and whatever group keys it brings for this device.
/// `state` is the roster with the entry in it.
pub fn append(
    tx: &Tx<'_>,
    identity: &Identity,
    state: &RosterState,
    keyring: &mut GroupKeyring,
    entry: &[u8],
) -> Result<(), StoreError> {
    let head = state.head();
    tx.append_roster(head.n, &head.hash, entry)?;
    let learned = keyring.learn(state, Holder::Device(&identity.secret));
    for (group, epoch) in learned.new {
        if let Some(key) = keyring.get(group, epoch) {
            tx.add_group_key(&group, epoch, key.expose())?;
        }
    }
    Ok(())
}

/// The same keys once more.
pub fn copy(keyring: &GroupKeyring) -> GroupKeyring {
    let mut copy = GroupKeyring::new();
    for (group, epoch, key) in keyring.iter() {
        copy.insert(HeldGroupKey {
            group,
            epoch,
            key: GroupKey::from_bytes(*key.expose()),
        });
    }
    copy
}

/// Adds a key that this device made to the keyring.
pub fn insert_copy(keyring: &mut GroupKeyring, held: &HeldGroupKey) {
    keyring.insert(HeldGroupKey {
        group: held.group,
        epoch: held.epoch,
        key: GroupKey::from_bytes(*held.key.expose()),
    });
}

/// The verified roster out of stored entries; `None` when there are none.
pub fn load(read: &Read<'_>) -> Result<Option<RosterState>, StoreError> {
    let entries = read.roster_entries(None)?;
    if entries.is_empty() {
        return Ok(None);
    }
    RosterState::replay(entries.iter().map(|row| row.bytes.as_slice()))
        .map(Some)
        .map_err(|_| StoreError::row("roster"))
}

/// The group keys held on this device.
pub fn load_keyring(read: &Read<'_>) -> Result<GroupKeyring, StoreError> {
    let mut keyring = GroupKeyring::new();
    for row in read.group_keys()? {
        keyring.insert(HeldGroupKey {
            group: row.group,
            epoch: row.epoch,
            key: GroupKey::from_bytes(*row.key),
        });
    }
    Ok(keyring)
}

/// Adds operations of this device to a roster that no relay carries.
pub fn extend(
    open: &mut Open,
    operations: Vec<Operation>,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    let desk = Desk {
        state: &open.roster,
        signer: Holder::Device(&open.identity.secret),
        keyring: &open.keyring,
    };
    let drafted =
        draft_entry(&desk, operations, &mut &mut *rng).map_err(|_| EngineError::NotAllowed)?;
    take(open, drafted)
}

/// Adds an entry of this device to a roster that no relay carries.
pub fn take(open: &mut Open, drafted: DraftedEntry) -> Result<(), EngineError> {
    let head = drafted.state.head();
    open.store.transaction(|tx| -> Result<(), StoreError> {
        tx.append_roster(head.n, &head.hash, &drafted.entry)?;
        for held in &drafted.keys {
            tx.add_group_key(&held.group, held.epoch, held.key.expose())?;
        }
        Ok(())
    })?;
    let mut keyring = copy(&open.keyring);
    for held in drafted.keys {
        keyring.insert(held);
    }
    open.keyring = Arc::new(keyring);
    open.roster = Arc::new(drafted.state);
    Ok(())
}
