//! Orders to forget a document.

use handrail_protocol::VerifiedItem;
use rand_core::CryptoRng;

use super::Intake;
use crate::verify::may_forget;
use crate::{Chain, QuarantineReason, StoreFault, SyncTx};

impl Intake {
    /// Keeps an order whose writer may give it. Carrying it out is the engine's: a legal hold or
    /// words that never left this device may stand in the way.
    pub(super) fn take_order(
        &mut self,
        tx: &mut dyn SyncTx,
        item: &VerifiedItem,
        seq: u64,
        rng: &mut dyn CryptoRng,
    ) -> Result<(), StoreFault> {
        let (id, header) = (item.id(), item.header());
        let chain = Chain::of(header);
        let known = tx.document(&header.document)?;
        if !may_forget(&self.roster, header, known.as_ref()) {
            return self.aside(tx, &id, item.as_bytes(), QuarantineReason::MayNotForget);
        }
        if header.writer == self.identity.device {
            self.make_room(tx, &chain, header.n, rng)?;
        }
        if tx.item_at(&chain, header.n)?.is_some() {
            return self.aside(tx, &id, item.as_bytes(), QuarantineReason::CounterConflict);
        }
        self.taken.insert((chain, header.n), id);
        tx.order_forgetting(header, &id, item.as_bytes(), Some(seq), self.at)?;
        self.received.left.insert(header.document);
        self.received.receipt_due = true;
        Ok(())
    }
}
