//! Other copies of a database that write under the same numbers.

use handrail_protocol::{DocumentId, ItemId, UnverifiedItem};
use rand_core::CryptoRng;

use super::Intake;
use crate::{Chain, QuarantineReason, Reach, StoreFault, SyncTx, outbox};

impl Intake {
    /// An item of this device that it does not hold: only a copy of this
    /// database can have written it. Under the present incarnation, that means
    /// a copy is at work now.
    pub(super) fn make_room(
        &mut self,
        tx: &mut dyn SyncTx,
        chain: &Chain,
        n: u64,
        rng: &mut dyn CryptoRng,
    ) -> Result<(), StoreFault> {
        // What it wrote once and forgot, for the participant was handed over, comes
        // back with the participant.
        let is_forgotten = tx.reach(chain)?.n >= n && tx.item_at(chain, n)?.is_none();
        if is_forgotten {
            return Ok(());
        }
        if chain.incarnation == self.identity.incarnation {
            self.begin_anew(tx, rng)?;
        }
        let Some(holder) = tx.item_at(chain, n)? else {
            return Ok(());
        };
        if tx.item(&holder)?.is_some_and(|held| held.seq.is_none()) {
            outbox::move_unsent(tx, &[(*chain, n)], self.at, rng)?;
        }
        Ok(())
    }

    /// Somebody holds what this device wrote, as it says, and does not have: it
    /// was restored, or a copy of it is at work.
    pub(super) fn beware_of_a_copy(
        &mut self,
        tx: &mut dyn SyncTx,
        chain: &Chain,
        n: u64,
        rng: &mut dyn CryptoRng,
    ) -> Result<(), StoreFault> {
        if chain.device == self.identity.device
            && chain.incarnation == self.identity.incarnation
            && tx.reach(chain)?.n < n
        {
            self.begin_anew(tx, rng)?;
        }
        Ok(())
    }

    /// From now on this database writes under an incarnation of its own.
    fn begin_anew(
        &mut self,
        tx: &mut dyn SyncTx,
        rng: &mut dyn CryptoRng,
    ) -> Result<(), StoreFault> {
        self.identity = outbox::take_new_incarnation(tx, rng)?;
        self.received.new_incarnation = true;
        Ok(())
    }

    /// The place of an item that a parcel brought is another's.
    pub(super) fn make_way(
        &mut self,
        tx: &mut dyn SyncTx,
        holder: &ItemId,
        chain: &Chain,
    ) -> Result<(), StoreFault> {
        if give_way(tx, holder, self.at)?.is_some() {
            self.touched.insert(*chain);
            self.received.quarantined += 1;
        }
        Ok(())
    }
}

/// The relay gave the place of an item that a parcel brought to another: a copy of its writer's
/// database was at work. The relay's counts for everybody. What the other said its writer says again,
/// elsewhere in its chains. Answers the document, if the item was held.
pub(crate) fn give_way(
    tx: &mut dyn SyncTx,
    holder: &ItemId,
    at: i64,
) -> Result<Option<DocumentId>, StoreFault> {
    tx.set_down(holder)?;
    let Some(held) = tx.item(holder)? else {
        return Ok(None);
    };
    let item = UnverifiedItem::parse(&held.bytes)
        .map_err(|_| StoreFault::Failed("a stored item cannot be read".into()))?;
    let (chain, n) = (Chain::of(item.header()), item.header().n);
    tx.take_out(holder)?;
    if tx.reach(&chain)?.n >= n {
        let before = match n.saturating_sub(1) {
            0 => Reach::NOTHING,
            before => match tx.item_at(&chain, before)? {
                Some(last) => Reach { n: before, last },
                None => Reach::covered(before),
            },
        };
        tx.set_reach(&chain, before)?;
    }
    tx.quarantine(holder, &held.bytes, QuarantineReason::CounterConflict, at)?;
    Ok(Some(chain.document))
}
