//! Giving back to a relay what it lost: everything this device holds counts,
//! other people's items too, for they carry their own signatures. Nothing is
//! taken from this device because a relay does not know it.

use std::collections::{BTreeSet, VecDeque};

use handrail_protocol::message::{
    FeedPoint, FrontierReply, FrontierRequest, ItemAnswer, ItemOutcome, RejectReason,
};
use handrail_protocol::{
    DocumentId, DocumentKind, ItemId, RelayIncarnation, Role, UnverifiedItem, route,
};

use super::answer::{Taken, body};
use super::flight::{Draft, Purpose};
use super::giving::{answers, framed, held_by_relay};
use super::io::{Changed, SyncReply, Trouble};
use super::{HEALING_FLAG, Step, SyncMachine};
use crate::expected::Expected;
use crate::heal::{self, CHAINS_PER_REQUEST, Missing};
use crate::receive::is_ours;
use crate::{Chain, StoreFault, SyncStore, SyncTx};

/// What is compared again after giving, at most so often.
const ROUNDS: u32 = 6;

const LARGEST_GIFT: usize = 192 * 1024;

/// Where giving back stands.
#[derive(Debug, Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "independent facts, not a state"
)]
pub(super) struct Healing {
    /// Chains still to be compared in this round; `None` before it begins.
    chains: Option<Vec<(Chain, u64)>>,
    missing: VecDeque<Missing>,
    gave: bool,
    rounds: u32,
    /// The relay's present history was read to its end.
    pub(super) drained: bool,
    /// It had been when this round began.
    began_drained: bool,
    compared: bool,
}

impl SyncMachine {
    /// The relay has another history: take everything from its beginning, and
    /// give back what it lacks.
    pub(super) fn relay_lost_data(
        &mut self,
        incarnation: RelayIncarnation,
        store: &mut impl SyncStore,
    ) -> Result<(), StoreFault> {
        store.transaction(|tx| {
            tx.set_flag(HEALING_FLAG, true)?;
            Expected::clear(tx)?;
            tx.set_cursor(Some(FeedPoint::start(incarnation)))
        })?;
        self.strikes.clear();
        self.begin_healing();
        self.give_roster_from_head(store)
    }

    /// What was read of the relay's history still stands, but it lost later
    /// items: give those back.
    pub(super) fn relay_lost_items(
        &mut self,
        store: &mut impl SyncStore,
    ) -> Result<(), StoreFault> {
        store.transaction(|tx| {
            Expected::clear(tx)?;
            tx.set_flag(HEALING_FLAG, true)
        })?;
        self.begin_healing();
        self.give_roster_from_head(store)
    }

    pub(super) fn begin_healing(&mut self) {
        self.healing = Some(Healing::default());
        self.todo.feed = true;
        self.todo.fetched.clear();
    }

    /// The next request of giving back.
    pub(super) fn heal(&mut self, store: &mut impl SyncStore) -> Result<Option<Draft>, StoreFault> {
        // Frames and their lengths together have to fit into one request.
        let batch = self.batch.bytes().min(LARGEST_GIFT);
        let Some(healing) = &mut self.healing else {
            return Ok(None);
        };
        loop {
            if healing.compared {
                return Ok(None);
            }
            let Some(chains) = &healing.chains else {
                if healing.rounds > 0 && !healing.drained {
                    return Ok(None);
                }
                healing.began_drained = healing.drained;
                healing.chains = Some(store.transaction(|tx| tx.highest_held())?);
                continue;
            };
            if !healing.missing.is_empty() {
                let queue = healing.missing.clone();
                let (items, then) = store.transaction(|tx| next_missing(tx, queue, batch))?;
                if items.is_empty() {
                    healing.missing.clear();
                    continue;
                }
                let (items, body) = framed(items);
                let purpose = Purpose::GiveBack {
                    items,
                    then: then.into(),
                };
                return Ok(Some(Draft::bytes(purpose, route::ITEMS_HEAL, body)));
            }
            if !chains.is_empty() {
                let asked: Vec<_> = chains.iter().take(CHAINS_PER_REQUEST).copied().collect();
                let positions = asked.iter().map(|(chain, n)| chain.position(*n)).collect();
                let request = FrontierRequest { positions };
                return Ok(Some(Draft::cbor(
                    Purpose::Compare { asked },
                    route::FRONTIER,
                    &request,
                )));
            }
            healing.rounds += 1;
            // An answer from before a second loss may have come late: only what
            // is compared after the history was read counts.
            let sure = !healing.gave && healing.began_drained;
            healing.compared = sure || healing.rounds >= ROUNDS;
            healing.gave = false;
            healing.chains = None;
        }
    }

    pub(super) fn take_compared(&mut self, asked: &[(Chain, u64)], reply: &SyncReply) -> Taken {
        let (200, Ok(frontier)) = (reply.status, body::<FrontierReply>(reply)) else {
            return Taken::Badly(None);
        };
        let Ok(has) = heal::relay_has(asked, &frontier.positions) else {
            return Taken::Badly(None);
        };
        if let Some(healing) = &mut self.healing
            && let Some(chains) = &mut healing.chains
        {
            chains.drain(..asked.len().min(chains.len()));
            healing.missing.extend(heal::missing(asked, &has));
        }
        Taken::Well
    }

    pub(super) fn take_given_back(
        &mut self,
        items: &[ItemId],
        then: &[Missing],
        reply: &SyncReply,
        store: &mut impl SyncStore,
        step: &mut Step<'_>,
    ) -> Result<Taken, StoreFault> {
        let Some(answers) = answers(items, reply) else {
            return Ok(Taken::Badly(None));
        };
        let at = step.now.at;
        let answered =
            store.transaction(|tx| Expected::answered(tx, held_by_relay(&answers), at))?;
        if answered.news {
            step.changed(Changed::Sent);
        }
        let stored = |answer: &ItemAnswer| matches!(answer.outcome, ItemOutcome::Stored { .. });
        if answers.iter().any(stored) {
            self.allowance.give_back();
        }
        if answered.doubtful {
            self.relay_lost_items(store)?;
            return Ok(Taken::Well);
        }
        self.look_for_orders(&answers, store)?;
        let refused_for = |reason| {
            answers
                .iter()
                .any(|answer| answer.outcome == ItemOutcome::Rejected(reason))
        };
        if refused_for(RejectReason::Quota) {
            return Ok(Taken::Badly(Some(Trouble::Quota)));
        }
        if refused_for(RejectReason::UnknownRosterHead) || refused_for(RejectReason::UnknownWriter)
        {
            self.give_roster_from_head(store)?;
        }
        if let Some(healing) = &mut self.healing {
            healing.gave = true;
            healing.missing = then.iter().copied().collect();
        }
        Ok(Taken::Well)
    }

    pub(super) fn end_healing_when_done(
        &mut self,
        store: &mut impl SyncStore,
    ) -> Result<(), StoreFault> {
        let done = self
            .healing
            .as_ref()
            .is_some_and(|healing| healing.compared)
            && self.session.is_some()
            && self.todo.give_roster_from.is_none()
            && !self.todo.feed
            && self.flights.is_empty();
        if done {
            // What came back may have come in another order than at first: who lost a
            // document to another caseload is told so by an item that was not for them
            // before the one that had given it to them was back.
            store.transaction(|tx| {
                tx.set_flag(HEALING_FLAG, false)?;
                ask_for_what_may_have_left(tx)
            })?;
            self.healing = None;
            self.todo.fetched.clear();
            self.todo.backfill = true;
        }
        Ok(())
    }
}

/// Asks for each participant's document on its own. Who reads every caseload loses
/// none to another.
fn ask_for_what_may_have_left(tx: &mut dyn SyncTx) -> Result<(), StoreFault> {
    let (Some(identity), roster) = (tx.identity()?, tx.roster()?) else {
        return Ok(());
    };
    let member = roster
        .device(&identity.device)
        .and_then(|device| roster.role_of(&device.member));
    if member.is_none_or(Role::reads_all_caseloads) {
        return Ok(());
    }
    let documents: BTreeSet<DocumentId> = tx
        .chains()?
        .into_iter()
        .map(|(chain, _)| chain.document)
        .collect();
    for document in documents {
        let kind = tx.document(&document)?.map(|known| known.kind);
        if kind == Some(DocumentKind::Participant) && is_ours(tx, &document)? {
            tx.set_backfill(&document, true)?;
        }
    }
    Ok(())
}

/// The next items to give back, and what remains after them.
#[allow(clippy::type_complexity, reason = "used once, right above")]
fn next_missing(
    tx: &mut dyn SyncTx,
    mut queue: VecDeque<Missing>,
    batch: usize,
) -> Result<(Vec<(ItemId, Vec<u8>)>, VecDeque<Missing>), StoreFault> {
    let mut items: Vec<(ItemId, Vec<u8>)> = Vec::new();
    let mut bytes = 0;
    while let Some(next) = queue.front_mut() {
        let held = tx.items_from(&next.chain, next.from, batch)?;
        if held.is_empty() {
            queue.pop_front();
            continue;
        }
        for (id, item) in held {
            if !items.is_empty() && bytes + item.len() > batch {
                return Ok((items, queue));
            }
            let n = UnverifiedItem::parse(&item).map_or(next.from, |item| item.header().n);
            next.from = n + 1;
            bytes += item.len();
            items.push((id, item));
        }
    }
    Ok((items, queue))
}
