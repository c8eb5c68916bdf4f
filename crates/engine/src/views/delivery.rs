//! How far a record got: each word from its evidence (M7).

use handrail_protocol::{DeviceId, GroupId, ItemId, Role};
use handrail_store::{Read, ReceiptRow};

use crate::api::{Delivery, EngineError, ReachedBy};
use crate::open::Open;

/// Those who have to hold a record before it is said to have reached anybody.
pub struct Readers {
    /// In the words of the screens.
    pub by: ReachedBy,
    /// Their devices, those taken out since included.
    pub devices: Vec<DeviceId>,
}

/// Whom a record of this member in that caseload is for: the coach whose
/// caseload it is, or, in the own caseload, the others who read it.
pub fn readers(open: &Open, home: &GroupId) -> Option<Readers> {
    let group = open.roster.group(home)?;
    let own = open.identity.member;
    let owner = group.owner.filter(|owner| *owner != own);
    let is_coach = owner.is_some_and(|owner| {
        let role = open.roster.role_of(&owner);
        !role.is_some_and(Role::reads_all_caseloads)
    });
    let by = if is_coach {
        ReachedBy::Coach
    } else {
        ReachedBy::Supervisor
    };
    let readers = group.members.iter().filter(|member| match owner {
        Some(owner) => **member == owner,
        None => **member != own,
    });
    let devices = readers
        .flat_map(|member| open.roster.devices_of(*member))
        .map(|device| device.id)
        .collect();
    Some(Readers { by, devices })
}

/// What is known of the way of a record whose newest change is in `item`
/// (`None`: it was not packed yet).
pub fn delivery(
    open: &Open,
    read: &Read<'_>,
    item: Option<&ItemId>,
) -> Result<Delivery, EngineError> {
    let Some(item) = item else {
        return Ok(Delivery::OnThisDevice);
    };
    let Some(row) = read.item(item)? else {
        return Ok(Delivery::Received);
    };
    if row.device != open.identity.device {
        return Ok(Delivery::Received);
    }
    let Some(known) = read.delivery_of(item)? else {
        return Ok(Delivery::OnThisDevice);
    };
    // An item that came back from the relay, after this device was restored,
    // was sent; when is known no better than when it came back.
    let came_back = known.seq.map(|_| row.received_at);
    let Some(sent_at) = known.sent_at.or(came_back) else {
        return Ok(Delivery::OnThisDevice);
    };
    let home = read.document_groups(&row.document)?.first().copied();
    let readers = home.and_then(|home| readers(open, &home));
    Ok(
        match readers.and_then(|readers| reached(&readers, &known.receipts, sent_at)) {
            Some((reached_at, by)) => Delivery::Reached {
                sent_at,
                reached_at,
                by,
            },
            None => Delivery::Sent(sent_at),
        },
    )
}

/// When the first of the readers had it, unix ms. Not before it was sent: that
/// is their clock against this one's.
pub fn reached(
    readers: &Readers,
    receipts: &[ReceiptRow],
    sent_at: i64,
) -> Option<(i64, ReachedBy)> {
    receipts
        .iter()
        .filter(|receipt| readers.devices.contains(&receipt.by))
        .map(|receipt| (receipt.at.max(sent_at), readers.by))
        .min_by_key(|(at, _)| *at)
}
