//! How far a record got: each word from its evidence (M7).

use handrail_protocol::ItemId;
use handrail_store::{Read, ReceiptRow};

use crate::api::{Delivery, EngineError};
use crate::open::Open;

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
    Ok(match first_receipt(open, &known.receipts) {
        Some(reached_at) => Delivery::Reached {
            sent_at,
            reached_at,
        },
        None => Delivery::Sent(sent_at),
    })
}

/// When the first receipt of another member's device came, unix ms.
pub fn first_receipt(open: &Open, receipts: &[ReceiptRow]) -> Option<i64> {
    receipts
        .iter()
        .filter(|receipt| {
            open.member_of_device(&receipt.by)
                .is_some_and(|m| m != open.identity.member)
        })
        .map(|receipt| receipt.at)
        .min()
}
