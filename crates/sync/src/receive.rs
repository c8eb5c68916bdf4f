//! Taking items in: a page of the relay either counts as a whole or not at
//! all, and one bad item never stops the others.

mod intake;
mod judge;
mod parcel;

use std::collections::BTreeSet;

use handrail_protocol::{DocumentId, ItemId, RosterState, UnverifiedItem};
use rand_core::CryptoRng;

use crate::{Changed, QuarantineReason, StoreFault, SyncTx};

pub use parcel::{TakenParcel, take_parcel};

use intake::Intake;
pub(crate) use intake::give_way;
use judge::Judgement;

/// An item as the relay sent it.
#[derive(Debug, Clone, Copy)]
pub struct PageItem<'a> {
    /// Agency sequence number.
    pub seq: u64,
    /// The item.
    pub bytes: &'a [u8],
}

/// What became of a page.
#[derive(Debug)]
pub enum Taken {
    /// Everything in it is durable: applied, known before, or kept aside.
    Done(Received),
    /// Nothing of it was kept. Ask for it again, after the roster if
    /// `needs_roster`, and then accuse these items.
    Held(Hold),
}

/// Why a page was not kept.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Hold {
    /// An item cites a roster entry that this device does not have.
    pub needs_roster: bool,
    /// It would bring more items of no known writer than are kept aside.
    pub flooded: bool,
    /// The items that were the reason. If the same bytes come again, they were
    /// not damaged on their way, and are kept aside.
    pub accused: BTreeSet<ItemId>,
}

/// What a page changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "independent facts, not a state"
)]
pub struct Received {
    /// Documents with new content.
    pub documents: BTreeSet<DocumentId>,
    /// Documents with a gap or with missing changes.
    pub incomplete: BTreeSet<DocumentId>,
    /// Documents for which a key was learned.
    pub unlocked: BTreeSet<DocumentId>,
    /// Documents of which keys of earlier items were learned, by a hand-over.
    pub granted: BTreeSet<DocumentId>,
    /// Documents of which something new was learned about whose they are or were.
    pub assigned: BTreeSet<DocumentId>,
    /// Documents that turned out to belong to another's caseload, or are to be forgotten.
    pub left: BTreeSet<DocumentId>,
    /// Other devices said what they hold.
    pub receipts: bool,
    /// Content of other devices was applied, so a receipt is due.
    pub receipt_due: bool,
    /// The relay turned out to hold items of this device that waited.
    pub sent: bool,
    /// Items newly kept aside.
    pub quarantined: usize,
    /// An item cites another roster than the one this device verified.
    pub roster_fork: bool,
    /// Another copy of this device's database is at work; this one took a new
    /// incarnation.
    pub new_incarnation: bool,
}

impl Received {
    /// What the screens are told of it.
    pub fn into_changes(self) -> Vec<Changed> {
        let mut changes = Vec::new();
        if self.new_incarnation {
            changes.push(Changed::Incarnation);
        }
        if !self.documents.is_empty() {
            changes.push(Changed::Documents(self.documents));
        }
        if self.receipts {
            changes.push(Changed::Receipts);
        }
        if self.sent {
            changes.push(Changed::Sent);
        }
        if self.quarantined > 0 {
            changes.push(Changed::Quarantine);
        }
        if !self.left.is_empty() {
            changes.push(Changed::Left(self.left));
        }
        changes
    }
}

/// Takes one page inside one transaction. `accused` are items for which an
/// earlier attempt at this page was held.
pub fn take_page(
    tx: &mut dyn SyncTx,
    items: &[PageItem<'_>],
    accused: &BTreeSet<ItemId>,
    at: i64,
    rng: &mut dyn CryptoRng,
) -> Result<Taken, StoreFault> {
    let mut judged = Vec::with_capacity(items.len());
    let mut hold = Hold::default();
    for item in items {
        let judgement = judge::judge(tx, item.bytes)?;
        if let Judgement::Doubtful {
            id, needs_roster, ..
        } = &judgement
            && !accused.contains(id)
        {
            hold.needs_roster |= needs_roster;
            hold.accused.insert(*id);
        }
        judged.push((Some(item.seq), judgement));
    }
    hold.flooded = floods(tx, &judged)?;
    if !hold.accused.is_empty() || hold.flooded {
        return Ok(Taken::Held(hold));
    }
    let mut intake = Intake::begin(tx, at)?;
    intake.take(tx, judged, rng)?;
    let received = intake.finish(tx, rng)?;
    Ok(Taken::Done(received))
}

/// Whether a page brings more items than are kept aside of those for which nobody
/// answers: no signature of a member is on them, so only the relay's word limits
/// them. Nothing is lost by not going on: the page is asked for again.
fn floods(tx: &mut dyn SyncTx, judged: &[(Option<u64>, Judgement)]) -> Result<bool, StoreFault> {
    let roster = tx.roster()?;
    let brought: usize = judged
        .iter()
        .filter_map(|(_, judgement)| match judgement {
            Judgement::Doubtful { bytes, reason, .. } if is_nobodys(&roster, bytes, *reason) => {
                Some(bytes.len() + KEEPING_COSTS)
            }
            _ => None,
        })
        .sum();
    Ok(brought > 0 && kept_of_nobody(tx)? + brought > MOST_UNVOUCHED_BYTES)
}

/// Bytes kept aside of items for which nobody answers.
fn kept_of_nobody(tx: &mut dyn SyncTx) -> Result<usize, StoreFault> {
    let roster = tx.roster()?;
    let kept = tx.quarantined()?;
    let nobodys = kept
        .iter()
        .filter(|(_, bytes, reason)| is_nobodys(&roster, bytes, *reason));
    Ok(nobodys
        .map(|(_, bytes, _)| bytes.len() + KEEPING_COSTS)
        .sum())
}

/// Whether no signature of a known member is on an item. Whoever signed one that cites a later entry of
/// the roster may have come with that; who is not known cannot be told from nobody.
fn is_nobodys(roster: &RosterState, bytes: &[u8], reason: QuarantineReason) -> bool {
    let waits = reason == QuarantineReason::NeedsRoster;
    !reason.is_vouched_for() || waits && is_strangers(roster, bytes)
}

/// Whether the roster does not know who wrote an item.
fn is_strangers(roster: &RosterState, bytes: &[u8]) -> bool {
    let item = UnverifiedItem::parse(bytes);
    !item.is_ok_and(|item| roster.device(&item.header().writer).is_some())
}

/// Most bytes kept aside, and carried, of items without a known member's signature.
pub const MOST_UNVOUCHED_BYTES: usize = 4 * 1024 * 1024;
/// What a row costs besides its bytes, about.
const KEEPING_COSTS: usize = 512;

/// Looks again at items kept aside for which `wanted` holds, such as those that
/// wait for a roster entry that has just come.
pub fn retry_quarantine(
    tx: &mut dyn SyncTx,
    wanted: impl Fn(QuarantineReason) -> bool,
    at: i64,
    rng: &mut dyn CryptoRng,
) -> Result<Received, StoreFault> {
    let waiting: Vec<_> = tx
        .quarantined()?
        .into_iter()
        .filter(|(_, _, reason)| wanted(*reason))
        .collect();
    let mut intake = Intake::begin(tx, at)?;
    intake.take_again(tx, waiting, rng)?;
    intake.finish(tx, rng)
}

/// Whether a document is known, and at home in a group of this device's member.
pub(crate) fn is_ours(tx: &mut dyn SyncTx, document: &DocumentId) -> Result<bool, StoreFault> {
    let Some(info) = tx.document(document)? else {
        return Ok(false);
    };
    let (Some(home), Some(identity)) = (info.groups.first(), tx.identity()?) else {
        return Ok(false);
    };
    let roster = tx.roster()?;
    Ok(roster
        .device(&identity.device)
        .is_some_and(|device| roster.is_member_of(&device.member, home)))
}

/// Documents of which later items are held while earlier ones are not.
pub fn documents_with_gaps(tx: &mut dyn SyncTx) -> Result<BTreeSet<DocumentId>, StoreFault> {
    let mut gaps = BTreeSet::new();
    for (chain, highest) in tx.highest_held()? {
        if tx.reach(&chain)?.n < highest {
            gaps.insert(chain.document);
        }
    }
    Ok(gaps)
}

/// Documents of which another device says that it holds more than is held here,
/// and nothing of them is kept aside that would explain it. The relay has what a
/// receipt names before it has the receipt: once its feed was read to the end
/// past the receipt, such a document is one that the relay keeps from this device.
pub fn documents_behind(tx: &mut dyn SyncTx) -> Result<BTreeSet<DocumentId>, StoreFault> {
    let mut behind = BTreeSet::new();
    for (chain, _) in tx.vouched_beyond()? {
        // What others hold of a document that is forgotten here, or will be, is not missed.
        let is_missed = tx.forgetting(&chain.document)?.is_none();
        if is_missed && is_ours(tx, &chain.document)? {
            behind.insert(chain.document);
        }
    }
    if behind.is_empty() {
        return Ok(behind);
    }
    for (_, bytes, _) in tx.quarantined()? {
        if let Ok(item) = UnverifiedItem::parse(&bytes) {
            behind.remove(&item.header().document);
        }
    }
    Ok(behind)
}
