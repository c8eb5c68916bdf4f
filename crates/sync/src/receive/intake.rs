//! Keeping the items of a page: keys first, then content, then the frontier.

mod copies;
mod home;
mod order;

pub(crate) use copies::give_way;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use handrail_protocol::{
    DocumentId, DocumentKind, ItemHeader, ItemId, ItemKind, RosterState, UnverifiedItem,
    VerifiedItem,
};
use handrail_vault as vault;
use rand_core::CryptoRng;

use super::Received;
use super::judge::{Judgement, judge_unknown};
use crate::confirm;
use crate::frontier::{self, Stop};
use crate::verify::{keeps_records, only_opens, writer_is_in};
use crate::{
    ApplyOutcome, Chain, Content, Forgetting, Identity, OpenedItem, QuarantineReason, StoreFault,
    SyncTx,
};

/// Sequence number of an item that the relay has under a number not known.
const UNKNOWN_SEQ: u64 = 0;

/// Epoch of a key of which only later wraps are known: before every epoch there is.
const EARLIER: u32 = 0;

/// An item ready to be applied.
struct Ready {
    item: VerifiedItem,
    seq: u64,
    opened: OpenedItem,
}

/// The work on one page.
pub(super) struct Intake {
    identity: Identity,
    roster: Arc<RosterState>,
    at: i64,
    ready: BTreeMap<DocumentId, (DocumentKind, Vec<Ready>)>,
    taken: BTreeMap<(Chain, u64), ItemId>,
    touched: BTreeSet<Chain>,
    covers: Vec<(Chain, u64)>,
    received: Received,
}

impl Intake {
    pub(super) fn begin(tx: &mut dyn SyncTx, at: i64) -> Result<Self, StoreFault> {
        let Some(identity) = tx.identity()? else {
            return Err(StoreFault::Failed(
                "items came before this device had an agency".into(),
            ));
        };
        Ok(Self {
            identity,
            roster: tx.roster()?,
            at,
            ready: BTreeMap::new(),
            taken: BTreeMap::new(),
            touched: BTreeSet::new(),
            covers: Vec::new(),
            received: Received::default(),
        })
    }

    /// Takes judged items in order.
    pub(super) fn take(
        &mut self,
        tx: &mut dyn SyncTx,
        judged: Vec<(Option<u64>, Judgement)>,
        rng: &mut dyn CryptoRng,
    ) -> Result<(), StoreFault> {
        for (seq, judgement) in judged {
            let seq = seq.unwrap_or(UNKNOWN_SEQ);
            match judgement {
                Judgement::Known(id) => self.note_known(tx, &id, seq, rng)?,
                Judgement::Doubtful {
                    id, bytes, reason, ..
                }
                | Judgement::Aside { id, bytes, reason } => self.aside(tx, &id, &bytes, reason)?,
                Judgement::Good(item) => self.take_item(tx, *item, seq, rng)?,
            }
        }
        self.apply(tx, rng)
    }

    /// Takes items out of the quarantine and judges them anew.
    pub(super) fn take_again(
        &mut self,
        tx: &mut dyn SyncTx,
        waiting: Vec<(ItemId, Vec<u8>, QuarantineReason)>,
        rng: &mut dyn CryptoRng,
    ) -> Result<(), StoreFault> {
        let before = self.received.quarantined;
        let count = waiting.len();
        let mut judged = Vec::with_capacity(count);
        for (id, bytes, _) in waiting {
            tx.release(&id)?;
            judged.push((None, judge_unknown(tx, id, &bytes)?));
        }
        self.take(tx, judged, rng)?;
        // Those that went back are not new.
        let went_back = self.received.quarantined - before;
        self.received.quarantined -= went_back.min(count);
        Ok(())
    }

    /// Opens what newly learned keys open, extends the frontier, and tells what
    /// changed.
    pub(super) fn finish(
        mut self,
        tx: &mut dyn SyncTx,
        rng: &mut dyn CryptoRng,
    ) -> Result<Received, StoreFault> {
        let mut looked_at = BTreeSet::new();
        loop {
            let learned = self.received.unlocked.union(&self.received.assigned);
            let fresh: BTreeSet<DocumentId> = learned
                .filter(|document| !looked_at.contains(*document))
                .copied()
                .collect();
            if fresh.is_empty() {
                break;
            }
            let waiting: Vec<_> = tx
                .quarantined()?
                .into_iter()
                .filter(|(_, bytes, reason)| {
                    matches!(
                        reason,
                        QuarantineReason::NeedsKey
                            | QuarantineReason::MayNotHandOver
                            | QuarantineReason::NotInGroup
                    ) && UnverifiedItem::parse(bytes)
                        .is_ok_and(|item| fresh.contains(&item.header().document))
                })
                .collect();
            looked_at.extend(fresh);
            if !waiting.is_empty() {
                self.take_again(tx, waiting, rng)?;
            }
        }
        for (chain, n) in &self.covers {
            frontier::cover(tx, chain, *n)?;
            self.touched.insert(*chain);
        }
        for chain in &self.touched {
            let (_, stop) = frontier::advance(tx, chain)?;
            if stop == Stop::Gap {
                self.received.incomplete.insert(chain.document);
            }
        }
        Ok(self.received)
    }

    fn note_known(
        &mut self,
        tx: &mut dyn SyncTx,
        id: &ItemId,
        seq: u64,
        rng: &mut dyn CryptoRng,
    ) -> Result<(), StoreFault> {
        // The relay has what was carried for it, so that it may be told of.
        self.received.receipt_due |= tx.set_down(id)?;
        let Some(held) = tx.item(id)? else {
            return Ok(());
        };
        let item = UnverifiedItem::parse(&held.bytes).ok();
        let own = item
            .as_ref()
            .is_some_and(|item| item.header().writer == self.identity.device);
        // A chain that was set back, for its end was a copy's, may be inside it still.
        if let Some(item) = &item {
            self.note_covers(tx, item.header(), rng)?;
        }
        if held.seq.is_none() || (own && held.seq != Some(seq)) {
            tx.note_seq(id, seq, self.at)?;
            self.received.sent |= held.seq.is_none();
        }
        Ok(())
    }

    fn aside(
        &mut self,
        tx: &mut dyn SyncTx,
        id: &ItemId,
        bytes: &[u8],
        reason: QuarantineReason,
    ) -> Result<(), StoreFault> {
        self.received.roster_fork |= reason == QuarantineReason::RosterFork;
        self.received.quarantined += 1;
        tx.quarantine(id, bytes, reason, self.at)
    }

    fn take_item(
        &mut self,
        tx: &mut dyn SyncTx,
        item: VerifiedItem,
        seq: u64,
        rng: &mut dyn CryptoRng,
    ) -> Result<(), StoreFault> {
        let (id, header) = (item.id(), item.header());
        let chain = Chain::of(header);
        if self.taken.get(&(chain, header.n)) == Some(&id) {
            return Ok(());
        }
        if header.kind == ItemKind::Tombstone {
            return self.take_order(tx, &item, seq, rng);
        }
        if tx.forgetting(&header.document)? == Some(Forgetting::Done) {
            return tx.note_late(&header.document);
        }
        // What it wrote once and forgot: the participant is another's now, unless they are fetched
        // from the beginning.
        if header.writer == self.identity.device
            && tx.reach(&chain)?.n >= header.n
            && tx.document_keys(&header.document)?.is_empty()
            && !tx.backfills()?.contains(&header.document)
        {
            return Ok(());
        }
        if let Some(reason) = self.objection(tx, header)? {
            return self.aside(tx, &id, item.as_bytes(), reason);
        }
        if self.is_of_another(tx, header)? {
            return Ok(());
        }
        if header.writer == self.identity.device {
            self.make_room(tx, &chain, header.n, rng)?;
        }
        let holder = match self.taken.get(&(chain, header.n)) {
            Some(id) => Some(*id),
            None => tx.item_at(&chain, header.n)?,
        };
        if let Some(holder) = holder {
            let gives_way = seq != UNKNOWN_SEQ && tx.carried_item(&holder)?.is_some();
            if !gives_way {
                return self.aside(tx, &id, item.as_bytes(), QuarantineReason::CounterConflict);
            }
            self.make_way(tx, &holder, &chain)?;
        }
        self.learn_keys(tx, &item)?;
        let Some(info) = tx.document(&header.document)? else {
            return self.aside(tx, &id, item.as_bytes(), QuarantineReason::NeedsKey);
        };
        let Some(key) = tx.document_key(&header.document, &header.document_key)? else {
            return self.aside(tx, &id, item.as_bytes(), QuarantineReason::NeedsKey);
        };
        match vault::open_item(&item, &key) {
            Err(_) => self.aside(tx, &id, item.as_bytes(), QuarantineReason::CannotOpen),
            Ok(content) => self.take_content(tx, info.kind, item, seq, content, rng),
        }
    }

    /// Remembers the groups that an item brings. What was kept aside because its
    /// writer was in none that was known may count now.
    fn learn_groups(
        &mut self,
        tx: &mut dyn SyncTx,
        header: &ItemHeader,
        kind: DocumentKind,
    ) -> Result<(), StoreFault> {
        let known = tx.document(&header.document)?;
        let groups = known.map(|known| known.groups).unwrap_or_default();
        for wrap in header.wraps() {
            if !groups.contains(&wrap.group) {
                tx.add_document(&header.document, kind, &wrap.group)?;
                self.received.assigned.insert(header.document);
            }
        }
        Ok(())
    }

    /// Remembers the groups and keys that an item brings.
    fn learn_keys(&mut self, tx: &mut dyn SyncTx, item: &VerifiedItem) -> Result<(), StoreFault> {
        let header = item.header();
        let Some(kind) = header.document_kind else {
            return Ok(());
        };
        self.learn_groups(tx, header, kind)?;
        let keyring = tx.keyring()?;
        for wrap in header.wraps() {
            let (document, named) = (&header.document, &wrap.document_key);
            if tx.document_key(document, named)?.is_some() {
                tx.note_wrap(document, named, &wrap.group, wrap.epoch)?;
                continue;
            }
            let Ok(key) = keyring.open_document_key(header.agency, header.document, wrap) else {
                continue;
            };
            // An earlier key that is only brought along may be known to whoever left the
            // group before this epoch: nothing new is sealed under it.
            let is_earlier = *named != header.document_key;
            let made_in = if is_earlier { EARLIER } else { wrap.epoch };
            tx.add_document_key(document, &wrap.group, made_in, &key, self.at)?;
            tx.note_wrap(document, named, &wrap.group, wrap.epoch)?;
            self.received.unlocked.insert(*document);
            // Not a snapshot: that stands for what its keys open.
            let needs_more = is_earlier && header.kind != ItemKind::Snapshot;
            if needs_more && self.received.granted.insert(*document) {
                tx.set_backfill(document, true)?;
            }
        }
        Ok(())
    }

    fn take_content(
        &mut self,
        tx: &mut dyn SyncTx,
        kind: DocumentKind,
        item: VerifiedItem,
        seq: u64,
        content: vault::Content,
        rng: &mut dyn CryptoRng,
    ) -> Result<(), StoreFault> {
        let (id, header) = (item.id(), item.header());
        let content = match (content, header.kind) {
            (vault::Content::Changes(changes), ItemKind::Change) => Content::Changes(changes),
            (vault::Content::Snapshot(saved), ItemKind::Snapshot) => Content::Snapshot(saved),
            (vault::Content::Receipt(receipt), ItemKind::Receipt) => {
                return self.take_receipt(tx, &item, seq, &receipt, rng);
            }
            _ => return self.aside(tx, &id, item.as_bytes(), QuarantineReason::CannotOpen),
        };
        let opened = OpenedItem {
            only_openings: only_opens(&self.roster, header, kind),
            id,
            writer: header.writer,
            incarnation: header.incarnation,
            n: header.n,
            content,
        };
        let document = header.document;
        self.taken.insert((Chain::of(header), header.n), id);
        self.ready
            .entry(document)
            .or_insert_with(|| (kind, Vec::new()))
            .1
            .push(Ready { item, seq, opened });
        Ok(())
    }

    fn take_receipt(
        &mut self,
        tx: &mut dyn SyncTx,
        item: &VerifiedItem,
        seq: u64,
        receipt: &vault::Receipt,
        rng: &mut dyn CryptoRng,
    ) -> Result<(), StoreFault> {
        let header = item.header();
        if receipt.roster.n <= self.roster.head().n && !self.roster.knows(&receipt.roster) {
            self.received.roster_fork = true;
        }
        // Whoever says it may have a clock that is ahead; it was not after now.
        let at = i64::try_from(receipt.at_ms)
            .unwrap_or(i64::MAX)
            .min(self.at);
        let only_orders = !keeps_records(&self.roster, header);
        for position in &receipt.holds {
            let chain = Chain::from(position);
            if only_orders && !tx.is_order(&chain, position.n)? {
                continue;
            }
            // Who cannot read a document cannot tell what is held of it.
            if let Some(known) = tx.document(&position.document)?
                && !writer_is_in(&self.roster, header, &known.groups)
            {
                continue;
            }
            self.beware_of_a_copy(tx, &chain, position.n, rng)?;
            tx.put_receipt(&header.writer, &chain, position.n, at)?;
        }
        self.received.receipts = true;
        self.keep(tx, item, seq)
    }

    fn keep(
        &mut self,
        tx: &mut dyn SyncTx,
        item: &VerifiedItem,
        seq: u64,
    ) -> Result<(), StoreFault> {
        let header = item.header();
        tx.insert_item(header, &item.id(), item.as_bytes(), Some(seq), self.at)?;
        if seq != UNKNOWN_SEQ {
            tx.set_down(&item.id())?;
        }
        self.taken.insert((Chain::of(header), header.n), item.id());
        self.touched.insert(Chain::of(header));
        Ok(())
    }

    fn apply(&mut self, tx: &mut dyn SyncTx, rng: &mut dyn CryptoRng) -> Result<(), StoreFault> {
        for (document, (kind, ready)) in std::mem::take(&mut self.ready) {
            let (items, opened): (Vec<_>, Vec<_>) = ready
                .into_iter()
                .map(|ready| ((ready.item, ready.seq), ready.opened))
                .unzip();
            let outcomes = tx.apply(&document, kind, &opened)?;
            if outcomes.len() != items.len() {
                return Err(StoreFault::Failed(
                    "an item was left without an outcome".into(),
                ));
            }
            for ((item, seq), outcome) in items.into_iter().zip(outcomes) {
                self.settle(tx, &item, seq, &outcome, rng)?;
            }
        }
        Ok(())
    }

    fn settle(
        &mut self,
        tx: &mut dyn SyncTx,
        item: &VerifiedItem,
        seq: u64,
        outcome: &ApplyOutcome,
        rng: &mut dyn CryptoRng,
    ) -> Result<(), StoreFault> {
        let header = item.header();
        let ApplyOutcome::Applied { missing } = outcome else {
            self.taken.remove(&(Chain::of(header), header.n));
            return self.aside(tx, &item.id(), item.as_bytes(), QuarantineReason::Refused);
        };
        if *missing {
            self.received.incomplete.insert(header.document);
        }
        self.received.documents.insert(header.document);
        self.received.receipt_due |= header.writer != self.identity.device;
        if header.kind == ItemKind::Snapshot {
            confirm::note_snapshot(tx, header.document, item.id(), self.at)?;
        }
        self.note_covers(tx, header, rng)?;
        self.keep(tx, item, seq)
    }

    fn note_covers(
        &mut self,
        tx: &mut dyn SyncTx,
        header: &ItemHeader,
        rng: &mut dyn CryptoRng,
    ) -> Result<(), StoreFault> {
        for cover in header.covers() {
            let chain = Chain {
                document: header.document,
                device: cover.device,
                incarnation: cover.incarnation,
            };
            // The numbers of this device's own next items follow from its reach.
            self.beware_of_a_copy(tx, &chain, cover.n, rng)?;
            self.covers.push((chain, cover.n));
        }
        Ok(())
    }
}
