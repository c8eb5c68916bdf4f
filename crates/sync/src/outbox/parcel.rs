//! Giving items away without the relay.

use std::collections::BTreeSet;

use handrail_protocol::limits::MAX_PARCEL_ITEMS;
use handrail_protocol::{DocumentId, ItemId, ItemKind, UnverifiedItem};
use handrail_vault::{Parcel, parcel_cost, parcel_room, seal_parcel};
use rand_core::CryptoRng;

use super::seal_pending;
use crate::{Chain, StoreFault, SyncTx};

/// A parcel, and what is in it. Receipts are in it too and count for nothing: nobody wrote them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MadeParcel {
    /// Sealed; empty where there is nothing to give.
    pub bytes: Vec<u8>,
    /// Items of this device that the relay does not have.
    pub own: usize,
    /// The documents that those are about.
    pub documents: BTreeSet<DocumentId>,
    /// Items of others that are carried for the relay.
    pub others: usize,
    /// Items of this device that the relay has.
    pub sent: usize,
    /// Items without the relay's answer, own and others', that found no room, and changes that wait
    /// for a key.
    pub left_out: usize,
}

/// Makes a parcel of `most` bytes at the most, inside one transaction: all that this device wrote and
/// the relay does not have, then what it carries for others, then what it wrote since `since` (Unix ms)
/// and the relay has, newest first. Of what finds no room, each chain's end stays behind.
///
/// What is in it and was not sent is never sealed anew. `None` while this device has no key of its
/// agency.
///
/// # Errors
/// Fails only when the database does.
pub fn make_parcel(
    tx: &mut dyn SyncTx,
    most: usize,
    since: i64,
    at: i64,
    rng: &mut dyn CryptoRng,
) -> Result<Option<MadeParcel>, StoreFault> {
    let (Some(identity), roster, keyring) = (tx.identity()?, tx.roster()?, tx.keyring()?) else {
        return Ok(None);
    };
    let group = roster.agency_group();
    let Some((epoch, key)) = group.and_then(|group| keyring.newest(group)) else {
        return Ok(None);
    };
    seal_pending(tx, usize::MAX, at, rng)?;
    let mut made = MadeParcel::default();
    for document in tx.pending_documents()? {
        made.left_out += tx.pending(&document)?.len();
    }
    let mut packing = Packing::new(parcel_room(most));
    let mut own = Vec::new();
    for (id, bytes) in tx.unsent(usize::MAX, usize::MAX)? {
        let Some(one) = Packed::of(id, bytes).filter(|one| one.chain.device == identity.device)
        else {
            continue;
        };
        match packing.take(one) {
            Ok(one) => {
                tx.mark_given(&one.id, at)?;
                if one.counts {
                    made.own += 1;
                    made.documents.insert(one.chain.document);
                }
                own.push(one);
            }
            Err(counts) => made.left_out += usize::from(counts),
        }
    }
    let mut others = Vec::new();
    for (id, bytes) in tx.in_hand(usize::MAX, usize::MAX)? {
        let Some(one) = Packed::of(id, bytes) else {
            continue;
        };
        match packing.take(one) {
            Ok(one) => {
                made.others += usize::from(one.counts);
                others.push(one);
            }
            Err(counts) => made.left_out += usize::from(counts),
        }
    }
    // A chain's earlier items are of no use without the later ones: each is taken from its end.
    packing.blocked.clear();
    let mut sent = Vec::new();
    for (id, bytes) in tx.sent_since(since)? {
        if let Some(Ok(one)) = Packed::of(id, bytes).map(|one| packing.take(one)) {
            made.sent += usize::from(one.counts);
            sent.push(one);
        }
    }
    sent.reverse();
    let unsent = own.iter().chain(&others);
    let items = Parcel {
        sent: sent.iter().map(|one| one.bytes.as_slice()).collect(),
        unsent: unsent.map(|one| one.bytes.as_slice()).collect(),
    };
    if packing.items > 0 {
        made.bytes = seal_parcel(identity.agency, (epoch, key), &items, &mut &mut *rng);
    }
    Ok(Some(made))
}

/// What goes into a parcel, as long as there is room.
struct Packing {
    room: usize,
    items: usize,
    /// Chains of which an item found no room.
    blocked: BTreeSet<Chain>,
}

impl Packing {
    fn new(room: usize) -> Self {
        Self {
            room,
            items: 0,
            blocked: BTreeSet::new(),
        }
    }

    /// The item, if it finds room; else whether it counts.
    fn take(&mut self, one: Packed) -> Result<Packed, bool> {
        let cost = parcel_cost(one.bytes.len());
        if cost > self.room || self.items == MAX_PARCEL_ITEMS || self.blocked.contains(&one.chain) {
            self.blocked.insert(one.chain);
            return Err(one.counts);
        }
        self.room -= cost;
        self.items += 1;
        Ok(one)
    }
}

/// An item for a parcel.
struct Packed {
    id: ItemId,
    chain: Chain,
    /// Somebody wrote it.
    counts: bool,
    bytes: Vec<u8>,
}

impl Packed {
    fn of(id: ItemId, bytes: Vec<u8>) -> Option<Self> {
        let item = UnverifiedItem::parse(&bytes).ok()?;
        let (chain, kind) = (Chain::of(item.header()), item.header().kind);
        Some(Self {
            id,
            chain,
            counts: kind != ItemKind::Receipt,
            bytes,
        })
    }
}
