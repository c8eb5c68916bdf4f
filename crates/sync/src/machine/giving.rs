//! Giving the relay what this device wrote.

use std::collections::BTreeSet;

use handrail_protocol::frames::append_frame;
use handrail_protocol::limits::{MAX_ITEM_BYTES, MAX_ITEMS_PER_REQUEST};
use handrail_protocol::message::{
    FrontierReply, FrontierRequest, ItemAnswer, ItemOutcome, ItemsReply, RejectReason,
};
use handrail_protocol::{ItemId, UnverifiedItem, route};

use super::answer::{Taken, body};
use super::flight::{Draft, Purpose};
use super::io::{Changed, SyncReply, Trouble};
use super::{Step, SyncMachine};
use crate::expected::Expected;
use crate::{Chain, StoreFault, SyncStore, SyncTx, confirm, heal, outbox, receipt};

/// Items sealed for one request. After a list of thousands came in, a person
/// who writes or searches meanwhile waits no longer than for these.
const SEALED_AT_ONCE: usize = 64;
/// After so many refusals of the same item, it is shown to the person.
pub(super) const STRIKES: u32 = 2;
/// As above, for refusals that may pass when something else arrives first.
pub(super) const PATIENT_STRIKES: u32 = 12;

/// What the answers to a push did.
#[derive(Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "independent facts, not a state"
)]
struct Settled {
    sent: bool,
    doubtful: bool,
    refused: bool,
    roster_unknown: bool,
    key_unknown: bool,
    quota: bool,
    /// An own chain's number that another item has.
    taken: Vec<(Chain, u64)>,
    new_incarnation: bool,
    struck: bool,
}

impl SyncMachine {
    /// Seals what waits and offers what is not sent yet.
    pub(super) fn push(
        &mut self,
        store: &mut impl SyncStore,
        step: &mut Step<'_>,
    ) -> Result<Option<Draft>, StoreFault> {
        if self.todo.carry_at.is_some_and(|at| at <= step.ms()) {
            self.todo.carry_at = None;
            self.todo.outbox = true;
        }
        if !self.todo.outbox || self.todo.push_at > step.ms() {
            return Ok(None);
        }
        let (at, bytes) = (step.now.at, self.batch.bytes());
        let caught_up = !self.todo.feed
            && !self.todo.backfill
            && self.healing.is_none()
            && !self.flights.values().any(|flight| flight.purpose.is_down());
        if let Some(draft) = self.ask_in_doubt(store)? {
            return Ok(Some(draft));
        }
        let look = self.todo.snapshots;
        let (unsent, carries) = store.transaction(|tx| {
            outbox::seal_pending(tx, SEALED_AT_ONCE, at, step.rng)?;
            let unsent = tx.unsent(MAX_ITEMS_PER_REQUEST, bytes)?;
            // A snapshot speaks for what it covers: not for what only is on its way.
            let carries = !tx.in_hand(1, 0)?.is_empty();
            if !unsent.is_empty() || !caught_up || carries {
                return Ok((unsent, carries));
            }
            let granted = outbox::seal_grants(tx, at, step.rng)?;
            let snapshots = outbox::seal_snapshots(tx, at, step.rng)?;
            // A snapshot counts on the relay once it is there.
            let confirmed = if granted + snapshots == 0 && look {
                confirm::confirm_snapshots(tx, at, step.rng)?
            } else {
                0
            };
            if granted + snapshots + confirmed > 0 {
                return Ok((tx.unsent(MAX_ITEMS_PER_REQUEST, bytes)?, carries));
            }
            Ok((unsent, carries))
        })?;
        if caught_up && unsent.is_empty() && !carries {
            self.todo.snapshots = false;
        }
        // Set again by the answer when this was not all.
        self.todo.outbox = false;
        let (items, body) = framed(unsent);
        if items.is_empty() {
            return self.offer_carried(store);
        }
        Ok(Some(Draft::bytes(
            Purpose::Push { items },
            route::ITEMS,
            body,
        )))
    }

    /// Offers the items of which it is in doubt whether the relay has them, as they are: it
    /// answers that it has them, or that another item has their number. By the way of what is given
    /// back, for they may cite an old roster.
    fn ask_in_doubt(&mut self, store: &mut impl SyncStore) -> Result<Option<Draft>, StoreFault> {
        if self.in_doubt.is_empty() {
            return Ok(None);
        }
        let in_doubt = &self.in_doubt;
        let mut asked = store.transaction(|tx| tx.unsent(usize::MAX, usize::MAX))?;
        asked.retain(|(id, _)| in_doubt.contains(id));
        asked.truncate(MAX_ITEMS_PER_REQUEST);
        let (items, body) = framed(asked);
        if items.is_empty() {
            // They were found in the relay's history meanwhile.
            self.in_doubt.clear();
            return Ok(None);
        }
        self.todo.outbox = false;
        let purpose = Purpose::Push { items };
        Ok(Some(Draft::bytes(purpose, route::ITEMS_HEAL, body)))
    }

    /// Seals receipts for what was applied, once nothing more comes at the
    /// moment; they travel with the next push.
    pub(super) fn write_receipts(
        &mut self,
        store: &mut impl SyncStore,
        step: &mut Step<'_>,
    ) -> Result<(), StoreFault> {
        let now = step.ms();
        let fetching = self.todo.feed || self.flights.values().any(|f| f.purpose.is_down());
        if fetching || self.todo.receipts_at.is_none_or(|due| due > now) {
            return Ok(());
        }
        let at = step.now.at;
        let written = store.transaction(|tx| receipt::write_receipts(tx, at, step.rng))?;
        self.todo.receipts_at = None;
        if written > 0 {
            self.todo.push_now(now);
        }
        Ok(())
    }

    pub(super) fn take_push(
        &mut self,
        items: &[ItemId],
        reply: &SyncReply,
        store: &mut impl SyncStore,
        step: &mut Step<'_>,
    ) -> Result<Taken, StoreFault> {
        match reply.status {
            200 => {}
            412 if !self.dismissed => {
                self.todo.reseal = true;
                self.todo.fetch_roster = true;
                self.todo.push_now(step.ms());
                return Ok(Taken::Settled);
            }
            _ => return Ok(Taken::Badly(None)),
        }
        let Some(answers) = answers(items, reply) else {
            return Ok(Taken::Badly(None));
        };
        let settled = self.settle(&answers, store, step)?;
        for item in items {
            self.in_doubt.remove(item);
        }
        self.look_for_orders(&answers, store)?;
        self.todo.outbox = true;
        if settled.roster_unknown {
            self.give_roster_from_head(store)?;
        }
        if !self.dismissed && (settled.doubtful || (settled.key_unknown && self.healing.is_none()))
        {
            self.relay_lost_items(store)?;
        }
        if settled.new_incarnation {
            step.changed(Changed::Incarnation);
        }
        if settled.sent {
            self.allowance.give_back();
        }
        if settled.sent || settled.refused {
            step.changed(Changed::Sent);
        }
        if settled.quota {
            return Ok(Taken::Badly(Some(Trouble::Quota)));
        }
        Ok(if settled.struck || settled.roster_unknown {
            Taken::Badly(None)
        } else {
            Taken::Well
        })
    }

    fn settle(
        &mut self,
        answers: &[ItemAnswer],
        store: &mut impl SyncStore,
        step: &mut Step<'_>,
    ) -> Result<Settled, StoreFault> {
        let at = step.now.at;
        let mut strikes = self.strikes.clone();
        // While the relay gets back what it lost, refusals mean little.
        let counts = self.healing.is_none();
        let settled = store.transaction(|tx| {
            let mut settled = Settled::default();
            for answer in answers {
                settle_one(tx, answer, at, counts, &mut strikes, &mut settled)?;
            }
            let answered = Expected::answered(tx, held_by_relay(answers), at)?;
            settled.sent = answered.news;
            settled.doubtful = answered.doubtful;
            if !settled.taken.is_empty() {
                let present = tx.identity()?.map(|identity| identity.incarnation);
                settled.new_incarnation = settled
                    .taken
                    .iter()
                    .any(|(chain, _)| Some(chain.incarnation) == present);
                if settled.new_incarnation {
                    outbox::take_new_incarnation(tx, step.rng)?;
                }
                outbox::move_unsent(tx, &settled.taken, at, step.rng)?;
            }
            Ok(settled)
        })?;
        self.strikes = strikes;
        Ok(settled)
    }

    /// The relay refuses items of documents that somebody ordered to be forgotten. One that lost
    /// all it had may have the order alone, which it gives to who asks for the document.
    pub(super) fn look_for_orders(
        &mut self,
        answers: &[ItemAnswer],
        store: &mut impl SyncStore,
    ) -> Result<(), StoreFault> {
        let forgotten = answers
            .iter()
            .filter(|answer| answer.outcome == ItemOutcome::Rejected(RejectReason::Forgotten))
            .map(|answer| answer.item);
        let forgotten: Vec<ItemId> = forgotten.collect();
        if forgotten.is_empty() {
            return Ok(());
        }
        let documents = store.transaction(|tx| {
            let mut documents = BTreeSet::new();
            for item in &forgotten {
                let held = tx.item(item)?;
                let item = held.and_then(|held| UnverifiedItem::parse(&held.bytes).ok());
                let Some(document) = item.map(|item| item.header().document) else {
                    continue;
                };
                if tx.forgetting(&document)?.is_none() {
                    tx.set_backfill(&document, true)?;
                    documents.insert(document);
                }
            }
            Ok(documents)
        })?;
        self.fetch_again(&documents);
        Ok(())
    }

    /// Before unsent items are sealed anew: which of them did the relay take
    /// although its answer was lost?
    pub(super) fn compare_unsent(
        &mut self,
        store: &mut impl SyncStore,
    ) -> Result<Option<Draft>, StoreFault> {
        if !self.todo.reseal {
            return Ok(None);
        }
        self.todo.reseal = false;
        let asked = store.transaction(unsent_ends)?;
        if asked.is_empty() {
            return Ok(None);
        }
        let positions = asked.iter().map(|(chain, n)| chain.position(*n)).collect();
        let request = FrontierRequest { positions };
        Ok(Some(Draft::cbor(
            Purpose::CompareUnsent { asked },
            route::FRONTIER,
            &request,
        )))
    }

    pub(super) fn take_unsent_compared(
        &mut self,
        asked: &[(Chain, u64)],
        reply: &SyncReply,
        store: &mut impl SyncStore,
        step: &mut Step<'_>,
    ) -> Result<Taken, StoreFault> {
        let has = match (reply.status, body::<FrontierReply>(reply)) {
            (200, Ok(frontier)) => heal::relay_has(asked, &frontier.positions),
            _ => return Ok(Taken::Badly(None)),
        };
        let Ok(has) = has else {
            return Ok(Taken::Badly(None));
        };
        let at = step.now.at;
        self.in_doubt = store.transaction(|tx| outbox::reseal_unsent(tx, &has, at, step.rng))?;
        self.todo.push_now(step.ms());
        step.changed(Changed::Sent);
        Ok(Taken::Well)
    }
}

/// Cuts items into what one request may hold: a large one travels alone.
pub(super) fn framed(items: Vec<(ItemId, Vec<u8>)>) -> (Vec<ItemId>, Vec<u8>) {
    let mut ids = Vec::new();
    let mut body = Vec::new();
    for (id, bytes) in items {
        if !ids.is_empty() && body.len() + bytes.len() + 4 > MAX_ITEM_BYTES {
            break;
        }
        if append_frame(&mut body, &bytes) {
            ids.push(id);
        }
    }
    (ids, body)
}

/// The relay's answers, if they are answers to exactly these items.
pub(super) fn answers(items: &[ItemId], reply: &SyncReply) -> Option<Vec<ItemAnswer>> {
    if reply.status != 200 {
        return None;
    }
    let answers = body::<ItemsReply>(reply).ok()?.answers;
    let fits = answers.len() == items.len()
        && answers
            .iter()
            .zip(items)
            .all(|(answer, item)| answer.item == *item)
        && answers.iter().all(|answer| match answer.outcome {
            ItemOutcome::Stored { seq } | ItemOutcome::Duplicate { seq } => seq > 0,
            ItemOutcome::Rejected(_) => true,
        });
    fits.then_some(answers)
}

/// The items that the relay says it holds.
pub(super) fn held_by_relay(answers: &[ItemAnswer]) -> impl Iterator<Item = (u64, ItemId)> {
    answers.iter().filter_map(|answer| match answer.outcome {
        ItemOutcome::Stored { seq } | ItemOutcome::Duplicate { seq } => Some((seq, answer.item)),
        ItemOutcome::Rejected(_) => None,
    })
}

fn settle_one(
    tx: &mut dyn SyncTx,
    answer: &ItemAnswer,
    at: i64,
    counts: bool,
    strikes: &mut std::collections::BTreeMap<ItemId, u32>,
    settled: &mut Settled,
) -> Result<(), StoreFault> {
    let reason = match answer.outcome {
        ItemOutcome::Stored { .. } | ItemOutcome::Duplicate { .. } => {
            strikes.remove(&answer.item);
            return Ok(());
        }
        ItemOutcome::Rejected(reason) => reason,
    };
    let limit = match reason {
        RejectReason::Quota => {
            settled.quota = true;
            return Ok(());
        }
        RejectReason::CounterConflict => {
            settled.struck = true;
            if let Some(held) = tx.item(&answer.item)?
                && let Ok(item) = UnverifiedItem::parse(&held.bytes)
            {
                let header = item.header();
                settled.taken.push((Chain::of(header), header.n));
            }
            return Ok(());
        }
        RejectReason::UnknownRosterHead => {
            settled.roster_unknown = true;
            PATIENT_STRIKES
        }
        // The relay may have lost the item that brought the document's key.
        RejectReason::NotInGroup => {
            settled.key_unknown = true;
            PATIENT_STRIKES
        }
        _ => STRIKES,
    };
    settled.struck = true;
    if !counts {
        return Ok(());
    }
    let count = strikes.entry(answer.item).or_default();
    *count += 1;
    if *count >= limit {
        strikes.remove(&answer.item);
        settled.refused = true;
        tx.refuse_item(&answer.item, wire_number(reason), at)?;
    }
    Ok(())
}

/// The number of a reason on the wire.
fn wire_number(reason: RejectReason) -> u8 {
    match reason {
        RejectReason::Malformed => 1,
        RejectReason::WrongAgency => 2,
        RejectReason::BadSignature => 3,
        RejectReason::UnknownWriter => 4,
        RejectReason::NotInGroup => 5,
        RejectReason::CounterConflict => 6,
        RejectReason::TooLarge => 7,
        RejectReason::Quota => 8,
        RejectReason::UnknownRosterHead => 9,
        RejectReason::SessionNotAllowed => 10,
        RejectReason::Forgotten => 11,
        RejectReason::RoleMayNotSnapshot => 12,
    }
}

/// The last number of each chain that has unsent items.
fn unsent_ends(tx: &mut dyn SyncTx) -> Result<Vec<(Chain, u64)>, StoreFault> {
    let mut ends = std::collections::BTreeMap::new();
    for (_, bytes) in tx.unsent(usize::MAX, usize::MAX)? {
        if let Ok(item) = UnverifiedItem::parse(&bytes) {
            let end = ends.entry(Chain::of(item.header())).or_insert(0);
            *end = item.header().n.max(*end);
        }
    }
    Ok(ends.into_iter().collect())
}
