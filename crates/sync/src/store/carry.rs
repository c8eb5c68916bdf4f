//! What is handed over without the relay, as small reads and writes.

use std::collections::BTreeSet;

use handrail_protocol::{DocumentId, ItemHeader, ItemId};

use super::StoreFault;
use crate::Chain;

/// The part of [`SyncTx`](super::SyncTx) for parcels. Every method fails only when the database does.
pub trait CarryTx {
    /// Unsent items of this device that are in a parcel: their bytes stay.
    fn given(&mut self) -> Result<BTreeSet<ItemId>, StoreFault>;
    /// An unsent item of this device is in a parcel from now on.
    fn mark_given(&mut self, id: &ItemId, at: i64) -> Result<(), StoreFault>;
    /// Items of this device that the relay has and that were written at `since` or later, newest
    /// first.
    fn sent_since(&mut self, since: i64) -> Result<Vec<(ItemId, Vec<u8>)>, StoreFault>;

    /// Keeps an item for the relay, which is not known to have it. Answers whether that is new.
    fn carry(
        &mut self,
        header: &ItemHeader,
        id: &ItemId,
        bytes: &[u8],
        at: i64,
    ) -> Result<bool, StoreFault>;
    /// The relay has the item, or will never take it. Answers whether it was carried.
    fn set_down(&mut self, id: &ItemId) -> Result<bool, StoreFault>;
    /// Carries nothing of a document any more but orders to forget it.
    fn set_down_forgotten(&mut self, document: &DocumentId) -> Result<(), StoreFault>;
    /// What is carried, oldest first: at least one if there is one, then as many as fit.
    fn in_hand(
        &mut self,
        max_items: usize,
        max_bytes: usize,
    ) -> Result<Vec<(ItemId, Vec<u8>)>, StoreFault>;
    /// What is carried of a document.
    fn in_hand_of(&mut self, document: &DocumentId) -> Result<Vec<(ItemId, Vec<u8>)>, StoreFault>;
    /// An item that is carried.
    fn carried_item(&mut self, id: &ItemId) -> Result<Option<Vec<u8>>, StoreFault>;
    /// The lowest number of a chain that is carried.
    fn first_carried(&mut self, chain: &Chain) -> Result<Option<u64>, StoreFault>;
    /// Takes an item out of its chain, for its place is another's.
    fn take_out(&mut self, id: &ItemId) -> Result<(), StoreFault>;
}
