//! What is handed over without the relay.

use std::collections::BTreeSet;
use std::sync::Arc;

use handrail_protocol::{DocumentId, ItemHeader, ItemId};

use super::State;
use crate::store::CarryTx;
use crate::{Chain, StoreFault};

type Answer<T> = Result<T, StoreFault>;

/// An item for the relay.
#[derive(Clone)]
pub(super) struct Carried {
    pub(super) id: ItemId,
    pub(super) chain: Chain,
    pub(super) n: u64,
    pub(super) is_order: bool,
    pub(super) bytes: Arc<[u8]>,
}

impl CarryTx for State {
    fn given(&mut self) -> Answer<BTreeSet<ItemId>> {
        let unsent = self.unsent_rows();
        let given = unsent.into_iter().map(|(id, _)| id);
        Ok(given.filter(|id| self.given.contains(id)).collect())
    }

    fn mark_given(&mut self, id: &ItemId, _: i64) -> Answer<()> {
        self.given.insert(*id);
        Ok(())
    }

    /// Nothing here tells when an item was written: all of them.
    fn sent_since(&mut self, _: i64) -> Answer<Vec<(ItemId, Vec<u8>)>> {
        let own = self.secret.id();
        let mut sent: Vec<_> = self
            .items
            .iter()
            .filter(|(_, row)| row.chain.device == own && row.seq.is_some())
            .collect();
        sent.sort_by_key(|(_, row)| std::cmp::Reverse(row.position));
        Ok(sent
            .into_iter()
            .map(|(id, row)| (*id, row.bytes.to_vec()))
            .collect())
    }

    fn carry(&mut self, header: &ItemHeader, id: &ItemId, bytes: &[u8], _: i64) -> Answer<bool> {
        if self.carried.iter().any(|carried| carried.id == *id) {
            return Ok(false);
        }
        self.carried.push(Carried {
            id: *id,
            chain: Chain::of(header),
            n: header.n,
            is_order: header.forget.is_some(),
            bytes: bytes.into(),
        });
        Ok(true)
    }

    fn set_down(&mut self, id: &ItemId) -> Answer<bool> {
        let before = self.carried.len();
        self.carried.retain(|carried| carried.id != *id);
        Ok(self.carried.len() < before)
    }

    fn set_down_forgotten(&mut self, document: &DocumentId) -> Answer<()> {
        self.carried
            .retain(|carried| carried.chain.document != *document || carried.is_order);
        Ok(())
    }

    fn in_hand(&mut self, max_items: usize, max_bytes: usize) -> Answer<Vec<(ItemId, Vec<u8>)>> {
        let mut page = Vec::new();
        let mut bytes = 0;
        for carried in self.carried.iter().take(max_items) {
            bytes += carried.bytes.len();
            if bytes > max_bytes && !page.is_empty() {
                break;
            }
            page.push((carried.id, carried.bytes.to_vec()));
        }
        Ok(page)
    }

    fn in_hand_of(&mut self, document: &DocumentId) -> Answer<Vec<(ItemId, Vec<u8>)>> {
        let of_it = |carried: &&Carried| carried.chain.document == *document;
        let found = self.carried.iter().filter(of_it);
        Ok(found
            .map(|carried| (carried.id, carried.bytes.to_vec()))
            .collect())
    }

    fn carried_item(&mut self, id: &ItemId) -> Answer<Option<Vec<u8>>> {
        let found = self.carried.iter().find(|carried| carried.id == *id);
        Ok(found.map(|carried| carried.bytes.to_vec()))
    }

    fn first_carried(&mut self, chain: &Chain) -> Answer<Option<u64>> {
        let of_it = self
            .carried
            .iter()
            .filter(|carried| carried.chain == *chain);
        Ok(of_it.map(|carried| carried.n).min())
    }

    fn take_out(&mut self, id: &ItemId) -> Answer<()> {
        let document = self.items.get(id).map(|row| row.chain.document);
        self.remove_row(id);
        if let Some(document) = document {
            let rebuilt = self.rebuilt()?.remove(&document).unwrap_or_default();
            Arc::make_mut(&mut self.content).insert(document, rebuilt);
        }
        Ok(())
    }
}
