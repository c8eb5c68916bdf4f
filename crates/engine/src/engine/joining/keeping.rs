//! What of a joining is on the device, so that being cut off loses nothing.

use std::sync::Arc;

use handrail_protocol::{KeyId, RosterHash};
use handrail_store::{Read, StoreError, Tx};
use handrail_sync::JoinMachine;
use handrail_vault::DeviceSecret;
use zeroize::Zeroizing;

use super::super::founding::{random_incarnation, write_identity};
use super::{Joining, Posted, Way, link};
use crate::api::EngineError;
use crate::engine::{Engine, Turn};
use crate::open::Open;
use crate::removing;

/// The link of a joining that was posted and not answered yet.
const LINK: &str = "joining";

/// The entry, signed by the recovery kit, that was posted and not answered
/// yet. The kit itself is kept nowhere.
const ENTRY: &str = "restoring";

impl Engine {
    /// The device's keys are durable before the relay learns of them, so that a
    /// crash after its answer loses nothing.
    pub(super) fn keep_before_posting(&mut self, turn: &mut Turn<'_>) -> Result<(), EngineError> {
        let Some(joining) = self.joining.take() else {
            return Err(EngineError::NotFound);
        };
        let made = self.create_database(&joining.passphrase, false, turn.rng, |store, rng| {
            let posted = joining.posted.as_ref().ok_or(EngineError::NotFound)?;
            store
                .transaction(|tx| -> Result<(), StoreError> {
                    write_identity(
                        tx,
                        &joining.device,
                        &posted.joined.member,
                        &joining.own_name,
                        &random_incarnation(rng),
                    )?;
                    tx.set_setting("relay", &joining.relay)?;
                    if let Way::Link(link) = &joining.way {
                        let link = link.to_text(&joining.relay);
                        tx.set_meta(LINK, link.as_bytes())?;
                    } else {
                        tx.set_meta(ENTRY, &posted.joined.drafted.entry)?;
                    }
                    if let Way::Kit(kit) = &joining.way
                        && kit.others_lost
                    {
                        let (state, own) = (&posted.joined.drafted.state, joining.device.id());
                        removing::keep_lost(tx, state, posted.joined.member, own)?;
                    }
                    append_missing(tx, &posted.entries)
                })
                .map_err(EngineError::from)
        });
        self.joining = Some(joining);
        made
    }
}

/// This device posted its entry and has not heard that the relay took it.
pub fn is_unfinished(read: &Read<'_>) -> Result<bool, StoreError> {
    Ok(read.meta(LINK)?.is_some() || read.meta(ENTRY)?.is_some())
}

/// The device is in: what was kept for another try goes.
pub fn finished(open: &mut Open) -> Result<(), StoreError> {
    open.store.transaction(|tx| -> Result<(), StoreError> {
        tx.remove_meta(LINK)?;
        tx.remove_meta(ENTRY)
    })
}

/// A joining of an earlier run, to be tried once more with the same keys.
pub fn begun(open: &Open) -> Result<Joining, EngineError> {
    let read = open.store.read();
    let secret = read.meta("device_secret")?.ok_or(EngineError::NotFound)?;
    let secret: &[u8; 64] = secret
        .as_slice()
        .try_into()
        .map_err(|_| EngineError::NotFound)?;
    let device = DeviceSecret::from_bytes(secret);
    let (relay, way, machine) = if let Some(entry) = read.meta(ENTRY)? {
        let relay = read.setting("relay")?.ok_or(EngineError::NotFound)?;
        let (agency, key) = (open.identity.agency, KeyId::from(device.id()));
        let machine = JoinMachine::with_entry(agency, key, entry.to_vec());
        (relay, Way::Entry, machine)
    } else {
        let text = read.meta(LINK)?.ok_or(EngineError::NotFound)?;
        let (relay, link) = link::parse(&String::from_utf8_lossy(&text))?;
        let machine = JoinMachine::new(link.agency(), KeyId::from(link.keys().id()));
        (relay, Way::Link(link), machine)
    };
    Ok(Joining {
        request: None,
        relay,
        way,
        own_name: String::new(),
        passphrase: Zeroizing::default(),
        device,
        machine,
        posted: None,
        timer_at: None,
    })
}

/// Keeps what joining brought.
pub fn take_in(open: &mut Open, posted: Option<Posted>) -> Result<(), EngineError> {
    let Some(Posted {
        mut entries,
        joined,
    }) = posted
    else {
        return Ok(());
    };
    entries.push(joined.drafted.entry);
    open.store.transaction(|tx| -> Result<(), StoreError> {
        append_missing(tx, &entries)?;
        for (group, epoch, key) in joined.keyring.iter() {
            tx.add_group_key(&group, epoch, key.expose())?;
        }
        tx.remove_meta(LINK)?;
        tx.remove_meta(ENTRY)
    })?;
    open.keyring = Arc::new(joined.keyring);
    open.roster = Arc::new(joined.drafted.state);
    open.unfinished = None;
    Ok(())
}

fn append_missing(tx: &Tx<'_>, entries: &[Vec<u8>]) -> Result<(), StoreError> {
    let known = tx.roster_head()?.map_or(0, |(n, _)| n.saturating_add(1));
    let from = usize::try_from(known).unwrap_or(usize::MAX);
    for (n, entry) in entries.iter().enumerate().skip(from) {
        let n = u64::try_from(n).unwrap_or(u64::MAX);
        tx.append_roster(n, &RosterHash::of(entry), entry)?;
    }
    Ok(())
}
