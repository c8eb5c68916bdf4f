//! What is handed over without the relay, in the terms of [`CarryTx`].

use std::collections::BTreeSet;

use handrail_protocol::{DocumentId, ItemHeader, ItemId};
use handrail_store::CarriedRow;
use handrail_sync::{CarryTx, Chain};

use super::rows::{Outcome, ok, row_of};
use super::transaction::EngineTx;

impl CarryTx for EngineTx<'_, '_> {
    fn given(&mut self) -> Outcome<BTreeSet<ItemId>> {
        Ok(ok(self.tx.given())?.into_iter().collect())
    }

    fn mark_given(&mut self, id: &ItemId, at: i64) -> Outcome<()> {
        ok(self.tx.mark_given(id, at))
    }

    fn sent_since(&mut self, since: i64) -> Outcome<Vec<(ItemId, Vec<u8>)>> {
        let rows = ok(self.tx.sent_since(&self.identity.device, since))?;
        Ok(rows.into_iter().map(|row| (row.id, row.bytes)).collect())
    }

    fn carry(&mut self, header: &ItemHeader, id: &ItemId, bytes: &[u8], at: i64) -> Outcome<bool> {
        ok(self.tx.carry(&row_of(header, id, bytes, None, at)))
    }

    fn set_down(&mut self, id: &ItemId) -> Outcome<bool> {
        ok(self.tx.set_down(id))
    }

    fn set_down_forgotten(&mut self, document: &DocumentId) -> Outcome<()> {
        ok(self.tx.set_down_forgotten(document))
    }

    fn in_hand(&mut self, max_items: usize, max_bytes: usize) -> Outcome<Vec<(ItemId, Vec<u8>)>> {
        let max_items = u32::try_from(max_items).unwrap_or(u32::MAX);
        let rows = ok(self.tx.carried(max_items, max_bytes as u64))?;
        Ok(rows.into_iter().map(pair).collect())
    }

    fn in_hand_of(&mut self, document: &DocumentId) -> Outcome<Vec<(ItemId, Vec<u8>)>> {
        let rows = ok(self.tx.carried_of(document))?;
        Ok(rows.into_iter().map(pair).collect())
    }

    fn carried_item(&mut self, id: &ItemId) -> Outcome<Option<Vec<u8>>> {
        Ok(ok(self.tx.carried_item(id))?.map(|row| row.bytes))
    }

    fn first_carried(&mut self, chain: &Chain) -> Outcome<Option<u64>> {
        ok(self
            .tx
            .first_carried(&chain.document, &chain.device, &chain.incarnation))
    }

    fn take_out(&mut self, id: &ItemId) -> Outcome<()> {
        ok(self.tx.remove_items(std::slice::from_ref(id)))
    }
}

fn pair(row: CarriedRow) -> (ItemId, Vec<u8>) {
    (row.id, row.bytes)
}
