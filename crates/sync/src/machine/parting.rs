//! A device that was taken out: it hands over what it still has and what it
//! carries for others, and asks for nothing more.

use handrail_protocol::limits::MAX_ITEMS_PER_REQUEST;
use handrail_protocol::{ItemId, ItemKind, UnverifiedItem, route};

use super::carrying::GIVEN_UP;
use super::flight::{Draft, Purpose};
use super::giving::framed;
use super::io::{Changed, SyncOutput};
use super::{Step, SyncMachine};
use crate::{StoreFault, SyncStore, SyncTx, outbox};

/// Refused by this device itself: nobody could use it.
const OF_NO_USE: u8 = 0;
/// Items sealed for one request.
const SEALED_AT_ONCE: usize = 64;

impl SyncMachine {
    /// Looks whether the roster, which is verified, says that this device was
    /// taken out. Nothing else does: not a status, not a refused session.
    pub(super) fn note_dismissal(&mut self, store: &mut impl SyncStore) -> Result<(), StoreFault> {
        self.dismissed |= store.transaction(|tx| {
            let Some(identity) = tx.identity()? else {
                return Ok(false);
            };
            let roster = tx.roster()?;
            let own = roster.device(&identity.device);
            Ok(own.is_some_and(|device| device.revoked.is_some()))
        })?;
        if self.dismissed {
            self.healing = None;
            self.first_fetch = None;
        }
        Ok(())
    }

    /// The next request of a device that was taken out, or the word that there
    /// is none left.
    pub(super) fn part(
        &mut self,
        store: &mut impl SyncStore,
        step: &mut Step<'_>,
    ) -> Result<(), StoreFault> {
        if !self.flights.is_empty() {
            return Ok(());
        }
        if let Some(draft) = self.give_roster(store)? {
            self.send(draft, step);
            return Ok(());
        }
        let (at, bytes) = (step.now.at, self.batch.bytes());
        let left = store.transaction(|tx| {
            outbox::seal_pending(tx, SEALED_AT_ONCE, at, step.rng)?;
            let left = tx.unsent(MAX_ITEMS_PER_REQUEST, bytes)?;
            notes_of(tx, left, at)
        })?;
        let Left::Notes(left) = left else {
            return self.part(store, step);
        };
        let offer = if left.is_empty() {
            self.of_others(store)?
        } else {
            let (items, body) = framed(left);
            let purpose = Purpose::Push { items };
            Some(Draft::bytes(purpose, route::ITEMS, body))
        };
        let Some(offer) = offer else {
            step.out.push(SyncOutput::WakeStream(None));
            step.changed(Changed::HandedOver);
            self.running = false;
            return Ok(());
        };
        let draft = if self.session.is_none() {
            self.shake_hands(store, step)?
        } else {
            Some(offer)
        };
        if let Some(draft) = draft {
            self.send(draft, step);
        }
        Ok(())
    }

    /// Offers what it carries for others, but what the relay refused for good. That stays until the
    /// device is wiped, and is counted then.
    fn of_others(&self, store: &mut impl SyncStore) -> Result<Option<Draft>, StoreFault> {
        let mut carried = store.transaction(|tx| tx.in_hand(usize::MAX, usize::MAX))?;
        carried.retain(|(id, _)| self.strikes.get(id) != Some(&GIVEN_UP));
        carried.truncate(MAX_ITEMS_PER_REQUEST);
        let (items, body) = framed(carried);
        if items.is_empty() {
            return Ok(None);
        }
        let purpose = Purpose::Carry { items };
        Ok(Some(Draft::bytes(purpose, route::ITEMS_HEAL, body)))
    }
}

/// What is to be handed over of some items.
enum Left {
    Notes(Vec<(ItemId, Vec<u8>)>),
    /// Nothing of these; there may be others.
    OfNoUse,
}

/// Those of the items that somebody wrote. Receipts and snapshots of a device
/// that was taken out are of no use, and no longer offered.
fn notes_of(
    tx: &mut dyn SyncTx,
    items: Vec<(ItemId, Vec<u8>)>,
    at: i64,
) -> Result<Left, StoreFault> {
    let mut notes = Vec::new();
    let any = !items.is_empty();
    for (id, bytes) in items {
        let kind = UnverifiedItem::parse(&bytes).map(|item| item.header().kind);
        if kind == Ok(ItemKind::Change) {
            notes.push((id, bytes));
        } else {
            tx.refuse_item(&id, OF_NO_USE, at)?;
        }
    }
    Ok(if notes.is_empty() && any {
        Left::OfNoUse
    } else {
        Left::Notes(notes)
    })
}
