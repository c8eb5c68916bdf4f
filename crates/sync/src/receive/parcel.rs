//! Taking items in that did not come from the relay.

use std::collections::{BTreeMap, BTreeSet};

use handrail_protocol::{DocumentId, ItemHeader, ItemId, ItemKind, UnverifiedItem};
use handrail_vault::{OpenParcelError, open_parcel};
use rand_core::CryptoRng;

use super::intake::Intake;
use super::judge::{Judgement, judge_unknown};
use super::{KEEPING_COSTS, MOST_UNVOUCHED_BYTES, Received, is_strangers, kept_of_nobody};
use crate::verify::may_forget;
use crate::{Chain, QuarantineReason, StoreFault, SyncTx};

/// What a parcel brought. Receipts count for nothing: nobody wrote them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TakenParcel {
    /// Items that can be read here now.
    pub entries: usize,
    /// The documents that those are about.
    pub documents: BTreeSet<DocumentId>,
    /// Items that this device carries for the relay from now on.
    pub carried: usize,
    /// Items that were here, or are about what was ordered to be forgotten, and those that the relay
    /// has and this device does not read.
    pub known: usize,
    /// Items that wait for an earlier one, for a key or for the roster.
    pub waiting: usize,
    /// Items that are not as they should be.
    pub refused: usize,
    /// What that changed, for the talk with the relay.
    pub received: Received,
}

/// Takes a parcel inside one transaction: whatever this device reads is taken in as if the relay had
/// sent it, and all that the relay is not known to have is carried for it. Nobody's word counts but
/// the signature on each item. Taking a parcel again changes nothing.
///
/// The inner error says why the parcel does not open; nothing was changed then.
///
/// # Errors
/// Fails only when the database does.
pub fn take_parcel(
    tx: &mut dyn SyncTx,
    parcel: &[u8],
    at: i64,
    rng: &mut dyn CryptoRng,
) -> Result<Result<TakenParcel, OpenParcelError>, StoreFault> {
    let (Some(identity), roster, keyring) = (tx.identity()?, tx.roster()?, tx.keyring()?) else {
        return Ok(Err(OpenParcelError::OtherAgency));
    };
    let Some(group) = roster.agency_group() else {
        return Ok(Err(OpenParcelError::OtherAgency));
    };
    let items = match open_parcel(identity.agency, group, &keyring, parcel) {
        Ok(items) => items,
        Err(error) => return Ok(Err(error)),
    };
    let mut taking = Taking {
        at,
        room: room_for_strangers(tx)?,
        fresh: BTreeSet::new(),
        brought: BTreeSet::new(),
        readable: BTreeSet::new(),
        judged: Vec::new(),
        watched: Vec::new(),
        taken: TakenParcel::default(),
    };
    taking.look_for_readable(tx, items.sent.iter().chain(&items.unsent))?;
    for bytes in &items.sent {
        taking.take(tx, bytes, true)?;
    }
    for bytes in &items.unsent {
        taking.take(tx, bytes, false)?;
    }
    taking.take_what_waited(tx)?;
    let Taking {
        judged,
        watched,
        mut taken,
        ..
    } = taking;
    let mut intake = Intake::begin(tx, at)?;
    intake.take(tx, judged, rng)?;
    taken.received = intake.finish(tx, rng)?;
    let aside = tx.quarantined()?;
    let aside = aside.into_iter().map(|(id, _, reason)| (id, reason));
    let aside: BTreeMap<ItemId, QuarantineReason> = aside.collect();
    for (id, chain, n) in watched {
        let is_order = tx.is_order(&chain, n)?;
        if tx.item(&id)?.is_none() && !is_order {
            match aside.get(&id) {
                Some(reason) if reason.is_waiting() => taken.waiting += 1,
                Some(_) => taken.refused += 1,
                // Of somebody's who is another coach's now.
                None => {}
            }
        } else if tx.reach(&chain)?.n < n && !is_order {
            taken.waiting += 1;
        } else {
            taken.entries += 1;
            taken.documents.insert(chain.document);
        }
    }
    Ok(Ok(taken))
}

/// How many bytes are kept and carried still of what nobody known signed.
fn room_for_strangers(tx: &mut dyn SyncTx) -> Result<usize, StoreFault> {
    let roster = tx.roster()?;
    let carried = tx.in_hand(usize::MAX, usize::MAX)?;
    let strangers = carried
        .iter()
        .filter(|(_, bytes)| is_strangers(&roster, bytes));
    let carried: usize = strangers
        .map(|(_, bytes)| bytes.len() + KEEPING_COSTS)
        .sum();
    Ok(MOST_UNVOUCHED_BYTES.saturating_sub(kept_of_nobody(tx)? + carried))
}

/// The work on one parcel.
struct Taking {
    at: i64,
    /// For what was signed by nobody who is known, bytes.
    room: usize,
    /// Documents of which this device learns by this parcel.
    fresh: BTreeSet<DocumentId>,
    /// What is in the parcel and was not here.
    brought: BTreeSet<ItemId>,
    /// Documents that this device reads, of those in the parcel.
    readable: BTreeSet<DocumentId>,
    /// For the intake, in order.
    judged: Vec<(Option<u64>, Judgement)>,
    /// Written items of which it is asked afterwards what became of them.
    watched: Vec<(ItemId, Chain, u64)>,
    taken: TakenParcel,
}

impl Taking {
    /// Which documents of the parcel this device reads: those that it knows, and those of which an
    /// item brings a key that it can open.
    fn look_for_readable<'a>(
        &mut self,
        tx: &mut dyn SyncTx,
        items: impl Iterator<Item = &'a Vec<u8>>,
    ) -> Result<(), StoreFault> {
        let keyring = tx.keyring()?;
        for bytes in items {
            let Ok(item) = UnverifiedItem::parse(bytes) else {
                continue;
            };
            let header = item.header();
            let document = header.document;
            if self.readable.contains(&document) {
                continue;
            }
            let is_known = tx.document(&document)?.is_some();
            let mut wraps = header.wraps().iter();
            if is_known || wraps.any(|wrap| keyring.get(wrap.group, wrap.epoch).is_some()) {
                self.readable.insert(document);
                if !is_known {
                    self.fresh.insert(document);
                }
            }
        }
        Ok(())
    }

    /// Takes one item; `sent` are those that the relay has, as the parcel's maker knows.
    fn take(&mut self, tx: &mut dyn SyncTx, bytes: &[u8], sent: bool) -> Result<(), StoreFault> {
        let id = ItemId::of(bytes);
        let Ok(item) = UnverifiedItem::parse(bytes) else {
            self.taken.refused += 1;
            return Ok(());
        };
        let header = item.header().clone();
        let written = header.kind != ItemKind::Receipt;
        if is_here(tx, &id, &header)? {
            self.taken.known += usize::from(written);
            return Ok(());
        }
        self.brought.insert(id);
        let judgement = judge_unknown(tx, id, bytes)?;
        if !self.finds_room(tx, &judgement, bytes)? {
            self.taken.refused += usize::from(written);
            return Ok(());
        }
        let is_sound = match &judgement {
            Judgement::Good(_) => true,
            Judgement::Doubtful { needs_roster, .. } => *needs_roster,
            Judgement::Aside { reason, .. } => *reason == QuarantineReason::NewerFormat,
            Judgement::Known(_) => false,
        };
        if is_sound && !sent && tx.carry(&header, &id, bytes, self.at)? {
            self.taken.carried += usize::from(written);
        }
        if matches!(judgement, Judgement::Good(_)) {
            forget_what_is_carried(tx, &header)?;
        }
        // A signature stands under what is set aside; the others are nobody's.
        let is_signed =
            !matches!(&judgement, Judgement::Doubtful { needs_roster, .. } if !needs_roster);
        if !is_signed {
            self.taken.refused += usize::from(written);
        } else if self.readable.contains(&header.document) {
            self.judged.push((None, judgement));
            if written {
                self.watched.push((id, Chain::of(&header), header.n));
            }
        } else if is_sound && sent {
            self.taken.known += usize::from(written);
        } else if !is_sound {
            self.taken.refused += usize::from(written);
        }
        Ok(())
    }

    /// Somebody who came lately may have signed what waits for the roster. Whoever has the agency's key
    /// can make such items without end: so only so much is taken of them.
    fn finds_room(
        &mut self,
        tx: &mut dyn SyncTx,
        judgement: &Judgement,
        bytes: &[u8],
    ) -> Result<bool, StoreFault> {
        let waits = matches!(judgement, Judgement::Doubtful { needs_roster, .. } if *needs_roster);
        if !waits || !is_strangers(tx.roster()?.as_ref(), bytes) {
            return Ok(true);
        }
        let left = self.room.checked_sub(bytes.len() + KEEPING_COSTS);
        self.room = left.unwrap_or(self.room);
        Ok(left.is_some())
    }

    /// What was carried unread of documents that this device reads from now on.
    fn take_what_waited(&mut self, tx: &mut dyn SyncTx) -> Result<(), StoreFault> {
        for document in std::mem::take(&mut self.fresh) {
            for (id, bytes) in tx.in_hand_of(&document)? {
                let unread = tx.item(&id)?.is_none() && !tx.is_quarantined(&id)?;
                if !unread || self.brought.contains(&id) {
                    continue;
                }
                let judgement = judge_unknown(tx, id, &bytes)?;
                if let Judgement::Good(item) = &judgement {
                    let header = item.header();
                    if header.kind != ItemKind::Receipt {
                        self.watched.push((id, Chain::of(header), header.n));
                    }
                    self.judged.push((None, judgement));
                }
            }
        }
        Ok(())
    }
}

/// Whether an item is here in any way, or about what was ordered to be forgotten.
fn is_here(tx: &mut dyn SyncTx, id: &ItemId, header: &ItemHeader) -> Result<bool, StoreFault> {
    if tx.item(id)?.is_some() || tx.is_quarantined(id)? || tx.carried_item(id)?.is_some() {
        return Ok(true);
    }
    if header.kind == ItemKind::Tombstone {
        return tx.is_order(&Chain::of(header), header.n);
    }
    Ok(tx.forgetting(&header.document)?.is_some())
}

/// Of a document that this device does not read, an order to forget it ends what is carried of it.
/// Where it reads the document, that comes with carrying the order out.
fn forget_what_is_carried(tx: &mut dyn SyncTx, header: &ItemHeader) -> Result<(), StoreFault> {
    let (known, roster) = (tx.document(&header.document)?, tx.roster()?);
    if header.forget.is_some() && known.is_none() && may_forget(&roster, header, None) {
        tx.set_down_forgotten(&header.document)?;
    }
    Ok(())
}
