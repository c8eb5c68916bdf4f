//! Giving the relay what others wrote and this device carries.

use std::collections::{BTreeMap, BTreeSet};

use handrail_protocol::limits::MAX_ITEMS_PER_REQUEST;
use handrail_protocol::message::{ItemAnswer, ItemOutcome, RejectReason};
use handrail_protocol::roster::WriterStanding;
use handrail_protocol::{DocumentId, ItemId, UnverifiedItem, route};

use super::answer::Taken;
use super::flight::{Draft, Purpose};
use super::giving::{PATIENT_STRIKES, STRIKES, answers, framed, held_by_relay};
use super::io::{Changed, SyncReply, Trouble};
use super::{Step, SyncMachine};
use crate::expected::Expected;
use crate::receive::{Received, give_way};
use crate::{StoreFault, SyncStore, SyncTx, outbox};

/// So long after a refusal what is carried is offered again.
const AGAIN_MS: u64 = 60_000;
/// The strikes of an item that a device which was taken out offers no more.
pub(super) const GIVEN_UP: u32 = u32::MAX;

/// What the relay's answers did.
#[derive(Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "independent facts, not a state"
)]
struct SetDown {
    any: bool,
    struck: bool,
    roster_unknown: bool,
    roster_behind: bool,
    quota: bool,
    doubtful: bool,
    /// Documents to be fetched from their beginning.
    again: BTreeSet<DocumentId>,
}

impl SyncMachine {
    /// Offers what is carried, by the way of what is given back: others signed it, and it may cite an
    /// old roster.
    pub(super) fn offer_carried(
        &mut self,
        store: &mut impl SyncStore,
    ) -> Result<Option<Draft>, StoreFault> {
        if self.todo.carry_at.is_some() {
            return Ok(None);
        }
        let bytes = self.batch.bytes();
        let carried = store.transaction(|tx| tx.in_hand(MAX_ITEMS_PER_REQUEST, bytes))?;
        let (items, body) = framed(carried);
        if items.is_empty() {
            return Ok(None);
        }
        let purpose = Purpose::Carry { items };
        Ok(Some(Draft::bytes(purpose, route::ITEMS_HEAL, body)))
    }

    pub(super) fn take_carried(
        &mut self,
        items: &[ItemId],
        reply: &SyncReply,
        store: &mut impl SyncStore,
        step: &mut Step<'_>,
    ) -> Result<Taken, StoreFault> {
        let Some(answers) = answers(items, reply) else {
            return Ok(Taken::Badly(None));
        };
        let at = step.now.at;
        let mut strikes = self.strikes.clone();
        // While the relay gets back what it lost, refusals mean little.
        let counts = self.healing.is_none();
        let parting = self.dismissed;
        let done = store.transaction(|tx| {
            let mut done = SetDown::default();
            let mut shown = Vec::new();
            for (seq, id) in held_by_relay(&answers) {
                strikes.remove(&id);
                done.any |= tx.set_down(&id)?;
                // What is not read here the relay's history does not show here.
                if tx.item(&id)?.is_some() {
                    shown.push((seq, id));
                }
            }
            done.doubtful = Expected::answered(tx, shown, at)?.doubtful;
            for answer in &answers {
                if let ItemOutcome::Rejected(reason) = answer.outcome {
                    let limit = limit_of(tx, answer, reason, (parting, at), &mut done)?;
                    if let Some(limit) = limit.filter(|_| counts) {
                        let limit = (limit, parting);
                        strike(tx, &answer.item, limit, &mut strikes, &mut done)?;
                    }
                }
            }
            Ok(done)
        })?;
        self.strikes = strikes;
        self.todo.outbox = true;
        if done.roster_unknown {
            self.give_roster_from_head(store)?;
        }
        self.todo.fetch_roster |= done.roster_behind;
        if done.doubtful && !parting {
            self.relay_lost_items(store)?;
        }
        self.fetch_again(&done.again);
        if done.any {
            self.allowance.give_back();
            // What the relay has now may be named.
            self.todo.receipt_due(step.ms());
            step.changed(Changed::Sent);
        }
        if done.quota {
            return Ok(Taken::Badly(Some(Trouble::Quota)));
        }
        if parting && done.struck {
            return Ok(Taken::Badly(None));
        }
        // What others wrote holds up nothing of this device's.
        self.todo.carry_at = done.struck.then(|| step.ms() + AGAIN_MS);
        Ok(Taken::Well)
    }

    /// A parcel was taken, durably.
    pub(super) fn took_parcel(&mut self, received: Received, step: &mut Step<'_>) {
        self.note_received(received, step);
        self.todo.carry_at = None;
        self.todo.push_now(step.ms());
    }
}

/// After how many such answers an item that is carried is left, which the relay would not take.
/// `None` where that is not for the item's sake, and where its place is another's or it is to be
/// forgotten: then it is set down at once.
fn limit_of(
    tx: &mut dyn SyncTx,
    answer: &ItemAnswer,
    reason: RejectReason,
    (parting, at): (bool, i64),
    done: &mut SetDown,
) -> Result<Option<u32>, StoreFault> {
    let id = &answer.item;
    let limit = match reason {
        RejectReason::Quota if !parting => {
            done.quota = true;
            return Ok(None);
        }
        // Another item has its place: that one counts, and is fetched.
        RejectReason::CounterConflict => {
            done.any |= tx.set_down(id)?;
            if let Some(document) = give_way(tx, id, at)? {
                tx.set_backfill(&document, true)?;
                done.again.insert(document);
            }
            return Ok(None);
        }
        RejectReason::Forgotten => {
            let carried = tx.carried_item(id)?;
            done.any |= tx.set_down(id)?;
            let item = carried.and_then(|bytes| UnverifiedItem::parse(&bytes).ok());
            if let Some(document) = item.map(|item| item.header().document)
                && tx.document(&document)?.is_some()
                && tx.forgetting(&document)?.is_none()
            {
                tx.set_backfill(&document, true)?;
                done.again.insert(document);
            }
            return Ok(None);
        }
        RejectReason::UnknownRosterHead => {
            done.roster_unknown = true;
            PATIENT_STRIKES
        }
        RejectReason::UnknownWriter if is_of_a_revoked(tx, id)? => 1,
        // A device that was taken out hears of nobody who came or went later.
        RejectReason::UnknownWriter if !parting => {
            done.roster_behind = true;
            PATIENT_STRIKES
        }
        // Its writer has it still, and brings with it what is wanted first.
        _ => STRIKES,
    };
    done.struck = true;
    Ok(Some(limit))
}

/// Counts a refusal. After the last one the item is set down, and on a device that was taken out
/// only left: it is counted as lost when the device is wiped.
fn strike(
    tx: &mut dyn SyncTx,
    id: &ItemId,
    (limit, parting): (u32, bool),
    strikes: &mut BTreeMap<ItemId, u32>,
    done: &mut SetDown,
) -> Result<(), StoreFault> {
    let count = strikes.entry(*id).or_default();
    *count = count.saturating_add(1);
    if *count < limit {
        return Ok(());
    }
    if parting {
        *count = GIVEN_UP;
        return Ok(());
    }
    strikes.remove(id);
    done.any |= tx.set_down(id)?;
    let held = tx.item(id)?;
    let item = held.and_then(|held| UnverifiedItem::parse(&held.bytes).ok());
    if let Some(item) = item {
        outbox::vouch_for(tx, item.header().document)?;
    }
    Ok(())
}

/// Whether the verified roster says that the item comes after the last one that counts of a device
/// that was taken out.
fn is_of_a_revoked(tx: &mut dyn SyncTx, id: &ItemId) -> Result<bool, StoreFault> {
    let carried = tx.carried_item(id)?;
    let item = carried.and_then(|bytes| UnverifiedItem::parse(&bytes).ok());
    let roster = tx.roster()?;
    Ok(item.is_some_and(|item| {
        roster.writer_standing(&item.header().position()) == WriterStanding::Revoked
    }))
}
