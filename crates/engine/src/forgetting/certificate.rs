//! How far orders to forget somebody got: who gave them, which devices confirmed, which did not.

use std::fmt::Write as _;

use handrail_protocol::{DeviceId, ForgetReason as Wire, GroupId, UnverifiedItem};
use handrail_store::{OrderRow, StoreError};

use crate::api::{CertificateView, EngineError, ForgetDeviceView, ForgetReason, KeysView};
use crate::open::Open;
use crate::renewing;

/// Every order, the newest first.
pub fn certificates(open: &Open) -> Result<Vec<CertificateView>, EngineError> {
    let all = with_orders(open)?;
    Ok(all.into_iter().map(|(_, view)| view).collect())
}

/// The same beside the orders themselves.
pub fn with_orders(open: &Open) -> Result<Vec<(OrderRow, CertificateView)>, EngineError> {
    let orders = open.store.read().orders()?;
    let mut views = Vec::with_capacity(orders.len());
    for order in orders {
        let view = certificate(open, &order)?;
        views.extend(view.map(|view| (order, view)));
    }
    Ok(views)
}

fn certificate(open: &Open, order: &OrderRow) -> Result<Option<CertificateView>, StoreError> {
    let Ok(item) = UnverifiedItem::parse(&order.bytes) else {
        return Ok(None);
    };
    let header = item.header();
    let Some(forget) = &header.forget else {
        return Ok(None);
    };
    let by = open.member_of_device(&order.device);
    let read = open.store.read();
    let sent = read
        .item(&order.item)?
        .and_then(|held| held.seq)
        .or(order.seq);
    let receipts =
        read.receipts_for(&order.document, &order.device, &order.incarnation, order.n)?;
    let confirmed = |device: &DeviceId| {
        let theirs = |receipt: &&handrail_store::ReceiptRow| receipt.by == *device;
        receipts.iter().find(theirs).map(|receipt| receipt.at)
    };
    let groups = read.document_groups(&order.document)?;
    let had_it = |device: &handrail_protocol::roster::Device| {
        let in_group = groups
            .iter()
            .any(|group| open.roster.is_or_was_member_of(&device.member, group));
        in_group && device.revoked.is_none() && device.added <= header.roster.n
    };
    // Who gave the order carried it out before anybody heard of it.
    let others = open
        .roster
        .devices()
        .filter(|device| device.id != order.device && device.id != open.identity.device)
        .filter(|device| had_it(device) || confirmed(&device.id).is_some());
    let mut devices: Vec<ForgetDeviceView> = others
        .map(|device| ForgetDeviceView {
            member: open.member_name(&device.member),
            device: open.names.device(&device.id),
            at: confirmed(&device.id),
        })
        .collect();
    devices.sort_by(|one, other| {
        let key = |view: &ForgetDeviceView| (view.at.is_some(), view.member.clone());
        key(one).cmp(&key(other))
    });
    let mut proof = String::with_capacity(order.bytes.len() * 2);
    for byte in &order.bytes {
        let _ = write!(proof, "{byte:02x}");
    }
    Ok(Some(CertificateView {
        document: order.document.to_string(),
        by: by.map(|by| open.member_name(&by)).unwrap_or_default(),
        at: i64::try_from(forget.at_ms).unwrap_or(i64::MAX),
        reason: match forget.reason {
            Wire::Retention => ForgetReason::Retention,
            Wire::Asked => ForgetReason::Asked,
            Wire::Declined => ForgetReason::Declined,
            Wire::Mistake => ForgetReason::Mistake,
        },
        rule: String::from_utf8_lossy(&forget.rule).into_owned(),
        done: order.done_at.is_some(),
        relay: open.conversation.as_ref().map(|_| sent.is_some()),
        devices,
        keys: keys(open, order, &groups)?,
        late: u32::try_from(order.late).unwrap_or(u32::MAX),
        proof,
    }))
}

/// Every device of the caseloads counts, whether it had the record or not: it holds the keys.
fn keys(open: &Open, order: &OrderRow, groups: &[GroupId]) -> Result<KeysView, StoreError> {
    let read = open.store.read();
    if !renewing::still_old(&read, &open.roster, order)?.is_empty() {
        return Ok(KeysView::Old);
    }
    let keeps = |device: &&handrail_protocol::roster::Device| {
        let since = device.renewed.unwrap_or(device.added);
        let old = |group: &GroupId| {
            open.roster.group(group).is_some_and(|record| {
                renewing::had_keys(record, &device.member)
                    && record.anew.is_some_and(|(_, n)| n > since)
            })
        };
        device.revoked.is_none() && groups.iter().any(old)
    };
    let left = open.roster.devices().filter(keeps).count();
    Ok(match u32::try_from(left).unwrap_or(u32::MAX) {
        0 => KeysView::Renewed,
        left => KeysView::Renewing(left),
    })
}
