//! Sealing unsent items anew.

use std::collections::{BTreeMap, BTreeSet};

use handrail_protocol::item::SnapshotCover;
use handrail_protocol::{ItemId, UnverifiedItem, VerifiedItem};
use handrail_vault as vault;
use rand_core::CryptoRng;

use super::seal::{Sealer, Sealing, is_snapshot};
use crate::{Chain, Reach, StoreFault, SyncTx};

/// Seals every unsent item anew at its place, under the current roster head
/// and key: the relay takes no new item that cites an older head than the last
/// revocation. `relay_has` tells up to which number the relay holds a chain.
///
/// Answers the items that stay as they are: those whose number the relay has, for it may have taken
/// them and the answer was lost, or have another item of a copy of this database there; and those that
/// are in a parcel, with all that stands before them, for others have them as they are.
pub fn reseal_unsent(
    tx: &mut dyn SyncTx,
    relay_has: &BTreeMap<Chain, u64>,
    at: i64,
    rng: &mut dyn CryptoRng,
) -> Result<BTreeSet<ItemId>, StoreFault> {
    let sealer = Sealer::begin(tx, at)?;
    let mut in_doubt = BTreeSet::new();
    let unsent = unsent_own_items(tx, &sealer)?;
    let given = given_up_to(tx, &unsent)?;
    for item in unsent {
        let (header, chain) = (item.header(), Chain::of(item.header()));
        let stays = |of: &BTreeMap<Chain, u64>| of.get(&chain).is_some_and(|n| header.n <= *n);
        if stays(relay_has) || stays(&given) {
            in_doubt.insert(item.id());
            continue;
        }
        let before = reach_before(tx, &chain, header.n)?;
        if let Some(order) = &header.forget {
            if let Some(new) = sealer.seal_order(&chain, before, order, rng) {
                put_in_place(tx, &item, &new, at)?;
            }
            continue;
        }
        let Some(content) = open(tx, &item)? else {
            continue;
        };
        let sealing = Sealing {
            document: chain.document,
            content: &content,
            covers: header.covers().to_vec(),
            confirms: header.confirms,
        };
        let Some(new) = sealer.seal_after(tx, &sealing, &chain, before, rng)? else {
            continue;
        };
        put_in_place(tx, &item, &new, at)?;
    }
    Ok(in_doubt)
}

/// Up to which number the chains were given away in parcels.
fn given_up_to(
    tx: &mut dyn SyncTx,
    unsent: &[VerifiedItem],
) -> Result<BTreeMap<Chain, u64>, StoreFault> {
    let given = tx.given()?;
    let mut ends = BTreeMap::new();
    for item in unsent.iter().filter(|item| given.contains(&item.id())) {
        let end = ends.entry(Chain::of(item.header())).or_insert(0);
        *end = item.header().n.max(*end);
    }
    Ok(ends)
}

/// An item sealed anew stands where the old one stood.
fn put_in_place(
    tx: &mut dyn SyncTx,
    old: &VerifiedItem,
    new: &VerifiedItem,
    at: i64,
) -> Result<(), StoreFault> {
    let (chain, n) = (Chain::of(old.header()), old.header().n);
    tx.replace_item(&old.id(), new.header(), &new.id(), new.as_bytes(), at)?;
    if tx.reach(&chain)?.n == n {
        let last = new.id();
        tx.set_reach(&chain, Reach { n, last })?;
    }
    Ok(())
}

/// An item sealed anew stands at the end of another chain.
fn put_at_end(
    tx: &mut dyn SyncTx,
    old: &VerifiedItem,
    new: &VerifiedItem,
    chain: &Chain,
    at: i64,
) -> Result<(), StoreFault> {
    let (n, last) = (new.header().n, new.id());
    tx.replace_item(&old.id(), new.header(), &last, new.as_bytes(), at)?;
    tx.set_reach(chain, Reach { n, last })
}

/// Moves the unsent items of these chains, each from the number on that another
/// copy of this device has given to another item, into the chains of the
/// present incarnation.
pub fn move_unsent(
    tx: &mut dyn SyncTx,
    taken: &[(Chain, u64)],
    at: i64,
    rng: &mut dyn CryptoRng,
) -> Result<(), StoreFault> {
    let sealer = Sealer::begin(tx, at)?;
    let mut ends: BTreeMap<Chain, u64> = BTreeMap::new();
    for item in unsent_own_items(tx, &sealer)? {
        let (header, old) = (item.header(), Chain::of(item.header()));
        let clashes = taken
            .iter()
            .any(|(chain, n)| old == *chain && header.n >= *n);
        if !clashes || old.incarnation == sealer.identity.incarnation {
            continue;
        }
        let new = sealer.chain(old.document);
        if let Some(order) = &header.forget {
            let reach = tx.reach(&new)?;
            ends.entry(old).or_insert(header.n - 1);
            if let Some(moved) = sealer.seal_order(&new, reach, order, rng) {
                put_at_end(tx, &item, &moved, &new, at)?;
            }
            continue;
        }
        let Some(content) = open(tx, &item)? else {
            continue;
        };
        let end = *ends.entry(old).or_insert(header.n - 1);
        let sealing = Sealing {
            document: old.document,
            content: &content,
            covers: if is_snapshot(&item) {
                shortened(header.covers(), &old, end)
            } else {
                Vec::new()
            },
            confirms: header.confirms,
        };
        if is_snapshot(&item) && sealing.covers.is_empty() {
            continue;
        }
        let reach = tx.reach(&new)?;
        let Some(moved) = sealer.seal_after(tx, &sealing, &new, reach, rng)? else {
            continue;
        };
        put_at_end(tx, &item, &moved, &new, at)?;
    }
    for (chain, end) in ends {
        let reach = reach_before(tx, &chain, end + 1)?;
        tx.set_reach(&chain, reach)?;
    }
    Ok(())
}

/// Unsent items of this device, each chain in order.
fn unsent_own_items(tx: &mut dyn SyncTx, sealer: &Sealer) -> Result<Vec<VerifiedItem>, StoreFault> {
    let mut items = Vec::new();
    for (_, bytes) in tx.unsent(usize::MAX, usize::MAX)? {
        let item = UnverifiedItem::parse(&bytes)
            .map_err(|_| StoreFault::Failed("a stored item cannot be read".into()))?
            .trust_own_storage();
        if item.header().writer == sealer.identity.device {
            items.push(item);
        }
    }
    items.sort_by_key(|item| (Chain::of(item.header()), item.header().n));
    Ok(items)
}

fn open(tx: &mut dyn SyncTx, item: &VerifiedItem) -> Result<Option<vault::Content>, StoreFault> {
    let header = item.header();
    let Some(key) = tx.document_key(&header.document, &header.document_key)? else {
        return Ok(None);
    };
    Ok(vault::open_item(item, &key).ok())
}

/// The reach that ends right before number `n`.
fn reach_before(tx: &mut dyn SyncTx, chain: &Chain, n: u64) -> Result<Reach, StoreFault> {
    if n <= 1 {
        return Ok(Reach::NOTHING);
    }
    let last: Option<ItemId> = tx.item_at(chain, n - 1)?;
    Ok(last.map_or(Reach::covered(n - 1), |last| Reach { n: n - 1, last }))
}

/// A snapshot may not speak for numbers that another copy of this device has
/// given to other items.
fn shortened(covers: &[SnapshotCover], chain: &Chain, end: u64) -> Vec<SnapshotCover> {
    covers
        .iter()
        .filter_map(|cover| {
            let own = cover.device == chain.device && cover.incarnation == chain.incarnation;
            let n = if own { cover.n.min(end) } else { cover.n };
            (n > 0).then_some(SnapshotCover { n, ..*cover })
        })
        .collect()
}
