//! New keys after somebody was forgotten: groups begin anew, what is still needed is wrapped anew,
//! and then each device takes another key of its own and throws away all that opened what was.

use handrail_protocol::roster::operation::GroupKind;
use handrail_protocol::roster::{Group, InvitationStatus, RosterState};
use handrail_protocol::{GroupId, MemberId, UnverifiedItem};
use handrail_store::{Read, StoreError, Tx};
use handrail_vault::{Desk, DeviceSecret, DraftedEntry, GroupKeyring, begin_anew, renew_key};
use rand_core::CryptoRng;
use std::sync::Arc;

use crate::api::EngineError;
use crate::inviting::link_key;
use crate::open::{Identity, Open};

/// An administrator asked for it.
const WANTED: &str = "renewal_wanted";
/// The device's next keys, kept before the roster names them.
const NEXT: &str = "device_secret_next";

/// Lets the groups of whoever was forgotten begin anew, as soon as the relay can be told.
///
/// # Errors
/// `NotAllowed` for who is no administrator, `NoConnection` where there is no relay,
/// `KitUnconfirmed` while the recovery kit is on this device.
pub fn ask(open: &mut Open) -> Result<(), EngineError> {
    if !open.roster.is_administrator(&open.identity.device) {
        return Err(EngineError::NotAllowed);
    }
    if open.conversation.is_none() {
        return Err(EngineError::NoConnection);
    }
    if open.has_root_secret() {
        return Err(EngineError::KitUnconfirmed);
    }
    Ok(open.store.transaction(|tx| tx.set_meta(WANTED, &[1]))?)
}

/// The entry by which groups begin anew, if it was asked for and any needs it.
pub fn anew(
    tx: &Tx<'_>,
    desk: &Desk<'_>,
    rng: &mut dyn CryptoRng,
) -> Result<Option<DraftedEntry>, StoreError> {
    if tx.meta(WANTED)?.is_none() {
        return Ok(None);
    }
    let mut groups = Vec::new();
    for order in tx.orders()? {
        let sent = tx
            .item(&order.item)?
            .and_then(|held| held.seq)
            .or(order.seq);
        if order.done_at.is_none() || sent.is_none() {
            continue;
        }
        for group in still_old(tx, desk.state, &order)? {
            if !groups.contains(&group) && desk.keyring.newest(group).is_some() {
                groups.push(group);
            }
        }
    }
    let drafted = if groups.is_empty() {
        None
    } else {
        begin_anew(desk, &groups, &mut &mut *rng).ok()
    };
    if drafted.is_none() {
        forget_wish(tx)?;
    }
    Ok(drafted)
}

/// The wish is fulfilled, or cannot be.
pub fn forget_wish(tx: &Tx<'_>) -> Result<(), StoreError> {
    tx.remove_meta(WANTED)
}

/// The caseloads of a forgotten participant that did not begin anew after the order. The relay
/// takes no order that cites an entry from before the last beginning, so that what was written
/// until the order was there is older than one that comes after the cited entry.
pub fn still_old(
    read: &Read<'_>,
    state: &RosterState,
    order: &handrail_store::OrderRow,
) -> Result<Vec<GroupId>, StoreError> {
    let Ok(item) = UnverifiedItem::parse(&order.bytes) else {
        return Ok(Vec::new());
    };
    let cited = item.header().roster.n;
    let mut groups = read.document_groups(&order.document)?;
    groups.retain(|group| {
        state.group(group).is_some_and(|record| {
            record.kind != GroupKind::Agency && record.anew.is_none_or(|(_, n)| n <= cited)
        })
    });
    Ok(groups)
}

/// The entry by which this device takes another key: when a group of its member's began anew
/// since it last did, and all that it holds is wrapped anew and sent.
pub fn own_key(
    tx: &Tx<'_>,
    identity: &Identity,
    desk: &Desk<'_>,
    rng: &mut dyn CryptoRng,
) -> Result<Option<DraftedEntry>, StoreError> {
    let Some(own) = desk.state.device(&identity.device) else {
        return Ok(None);
    };
    let since = own.renewed.unwrap_or(own.added);
    let mut due = None;
    for (group, record) in desk.state.groups() {
        let Some((epoch, n)) = record.anew else {
            continue;
        };
        if !had_keys(record, &own.member) {
            continue;
        }
        due = due.max((n > since).then_some(n));
        if !record.members.contains(&own.member) {
            continue;
        }
        let has_key = desk.keyring.get(group, record.epoch).is_some();
        if !has_key || !tx.keys_wrapped_before(&group, epoch)?.is_empty() {
            return Ok(None);
        }
    }
    let Some(anew) = due else {
        return Ok(None);
    };
    // The recovery kit opens everything: while it is on this device nothing is gained.
    if tx.meta("root_secret")?.is_some()
        || !tx.unsent(1, u64::MAX)?.is_empty()
        || holds_open_link(tx, desk.state, anew)?
    {
        return Ok(None);
    }
    let next = if let Some(next) = next(tx, identity)? {
        next
    } else {
        let next = identity.secret.renewed(&mut &mut *rng);
        tx.set_meta(NEXT, next.to_bytes().as_slice())?;
        next
    };
    Ok(renew_key(desk, &next, &mut &mut *rng).ok())
}

/// Whether a group of this device's member began anew since the device took its key.
pub fn is_due(open: &Open) -> bool {
    let Some(own) = open.roster.device(&open.identity.device) else {
        return false;
    };
    let since = own.renewed.unwrap_or(own.added);
    open.roster.groups().any(|(_, record)| {
        had_keys(record, &own.member) && record.anew.is_some_and(|(_, n)| n > since)
    })
}

/// Whether a member is or was given the keys of a group.
pub fn had_keys(group: &Group, member: &MemberId) -> bool {
    group.members.contains(member) || group.former.contains(member)
}

/// A link that this device shows still opens what its invitation was given.
fn holds_open_link(read: &Read<'_>, state: &RosterState, anew: u64) -> Result<bool, StoreError> {
    for invitation in state.invitations() {
        let opens = invitation.status == InvitationStatus::Open && invitation.made < anew;
        if opens && read.meta(&link_key(&invitation.id))?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

fn next(read: &Read<'_>, identity: &Identity) -> Result<Option<DeviceSecret>, StoreError> {
    let Some(bytes) = read.meta(NEXT)? else {
        return Ok(None);
    };
    let bytes: &[u8; 64] = bytes
        .as_slice()
        .try_into()
        .map_err(|_| StoreError::row(NEXT))?;
    Ok(Some(
        DeviceSecret::from_bytes(bytes).known_as(identity.device),
    ))
}

/// An entry was appended. When this device took another key by it, the old one goes, and with it
/// every group key from before its group began anew, and every link that was used.
pub fn appended(
    tx: &Tx<'_>,
    identity: &Identity,
    state: &RosterState,
    keyring: &mut GroupKeyring,
) -> Result<Option<Arc<DeviceSecret>>, StoreError> {
    let Some(next) = next(tx, identity)? else {
        return Ok(None);
    };
    let named = state.device(&identity.device).map(|device| device.hpke);
    if named != Some(next.hpke_public()) {
        return Ok(None);
    }
    tx.set_meta("device_secret", next.to_bytes().as_slice())?;
    tx.set_meta(DEVICE_ID, identity.device.as_bytes())?;
    tx.remove_meta(NEXT)?;
    for (group, record) in state.groups() {
        let first = record.first_epoch();
        keyring.forget_before(group, first);
        tx.forget_group_keys(&group, first)?;
    }
    for invitation in state.invitations() {
        if invitation.status != InvitationStatus::Open {
            tx.remove_meta(&link_key(&invitation.id))?;
        }
    }
    Ok(Some(Arc::new(next)))
}

/// The id of a device whose keys are not those that it began with.
pub const DEVICE_ID: &str = "device_id";
