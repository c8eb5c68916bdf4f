//! What this device writes: pending changes become sealed items, and items
//! that the relay will no longer take as they are get sealed anew.

mod again;
mod order;
mod parcel;
mod seal;
mod under;
mod vouching;

use std::collections::BTreeSet;

use rand_core::CryptoRng;

use handrail_protocol::{DocumentId, Incarnation, ItemKind, UnverifiedItem};
use handrail_vault as vault;

use crate::coverage::{covers, snapshot_due};
use crate::{Chain, Identity, PendingChange, Reach, StoreFault, SyncTx, confirm, pack};

pub use again::{move_unsent, reseal_unsent};
pub use order::order_forgetting;
pub use parcel::{MadeParcel, make_parcel};
pub(crate) use seal::{Sealer, Sealing};
pub(crate) use vouching::vouch_for;

/// So much of a chain is looked through at a time.
const LOOKED_THROUGH_BYTES: usize = 256 * 1024;

/// What [`seal_pending`] did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sealed {
    /// Items made.
    pub items: usize,
    /// Documents whose changes wait because this device has no current key, or
    /// because a single change is too large for an item.
    pub blocked: usize,
}

/// Packs pending changes of documents into sealed items, `most` items at the
/// most, inside one transaction. Changes of a document without a current key
/// stay pending.
pub fn seal_pending(
    tx: &mut dyn SyncTx,
    most: usize,
    at: i64,
    rng: &mut dyn CryptoRng,
) -> Result<Sealed, StoreFault> {
    let mut done = Sealed::default();
    let documents = tx.pending_documents()?;
    if documents.is_empty() {
        return Ok(done);
    }
    let sealer = Sealer::begin(tx, at)?;
    for document in documents {
        let changes = tx.pending(&document)?;
        let lengths: Vec<usize> = changes.iter().map(|change| change.bytes.len()).collect();
        for run in pack::split(&lengths) {
            if done.items >= most {
                return Ok(done);
            }
            let run: &[PendingChange] = changes.get(run).unwrap_or_default();
            let bytes = run.iter().map(|change| change.bytes.clone()).collect();
            let content = vault::Content::Changes(bytes);
            let Some(id) = sealer.append(tx, &Sealing::of(document, &content), rng)? else {
                done.blocked += 1;
                break;
            };
            let hashes: Vec<[u8; 32]> = run.iter().map(|change| change.hash).collect();
            tx.carried(&id, &document, &hashes)?;
            done.items += 1;
        }
    }
    Ok(done)
}

/// Gives the caseload that a participant was handed over to the keys that it does
/// not have, inside one transaction: those under which somebody wrote who did not
/// know of the hand-over, or whose own hand-over at the same time did not count.
/// Only who holds such a key and reads that caseload can do it.
///
/// Answers how many items were written.
pub fn seal_grants(
    tx: &mut dyn SyncTx,
    at: i64,
    rng: &mut dyn CryptoRng,
) -> Result<usize, StoreFault> {
    let mut documents: Vec<DocumentId> = tx
        .ungranted()?
        .into_iter()
        .map(|(document, _)| document)
        .collect();
    documents.dedup();
    if documents.is_empty() {
        return Ok(0);
    }
    let keyring = tx.keyring()?;
    let sealer = Sealer::begin(tx, at)?;
    let nothing = vault::Content::Changes(Vec::new());
    let mut written = 0;
    for document in documents {
        let home = tx
            .document(&document)?
            .and_then(|info| info.groups.first().copied());
        if home.is_none_or(|home| keyring.newest(home).is_none()) {
            continue;
        }
        let sealing = Sealing::of(document, &nothing);
        written += usize::from(sealer.append(tx, &sealing, rng)?.is_some());
    }
    Ok(written)
}

/// Writes snapshots of documents that are worth one, and of those for which this device vouches, inside
/// one transaction.
/// Only while this device has all that the relay has, and nothing unsent: a
/// snapshot speaks for what it covers.
///
/// Answers how many were written.
pub fn seal_snapshots(
    tx: &mut dyn SyncTx,
    at: i64,
    rng: &mut dyn CryptoRng,
) -> Result<usize, StoreFault> {
    let mut due: BTreeSet<DocumentId> = tx
        .snapshot_costs()?
        .into_iter()
        .filter(|(_, cost)| snapshot_due(*cost, true))
        .map(|(document, _)| document)
        .collect();
    due.extend(vouching::vouched(tx)?);
    if due.is_empty() {
        return Ok(0);
    }
    let sealer = Sealer::begin(tx, at)?;
    // Others take no snapshot of somebody who may only note that they looked.
    let own = sealer.roster.device(&sealer.identity.device);
    let role = own.and_then(|device| sealer.roster.role_of(&device.member));
    if role.is_some_and(|role| !role.reads_caseloads()) {
        return Ok(0);
    }
    let chains = tx.chains()?;
    let agency = tx.agency_document()?;
    let mut written = 0;
    for document in due {
        let mut reaches: Vec<_> = chains
            .iter()
            .filter(|(chain, _)| chain.document == document)
            .copied()
            .collect();
        if Some(document) == agency {
            for (chain, reach) in &mut reaches {
                *reach = before_receipts(tx, chain, *reach)?;
            }
        }
        let Some(saved) = tx.whole_document(&document)? else {
            continue;
        };
        let content = vault::Content::Snapshot(saved);
        let sealing = Sealing {
            document,
            content: &content,
            covers: covers(&reaches),
            confirms: None,
        };
        if let Some(id) = sealer.append(tx, &sealing, rng)? {
            vouching::said(tx, &document)?;
            confirm::note_snapshot(tx, document, id, at)?;
            written += 1;
        }
    }
    Ok(written)
}

/// A receipt in the agency's document says that somebody forgot a record who was lent it. A
/// snapshot does not say so, and stands for nothing from there on: else who was away would never
/// hear of it.
fn before_receipts(tx: &mut dyn SyncTx, chain: &Chain, reach: Reach) -> Result<Reach, StoreFault> {
    let mut next = 1;
    loop {
        let items = tx.items_from(chain, next, LOOKED_THROUGH_BYTES)?;
        if items.is_empty() {
            return Ok(reach);
        }
        for (_, bytes) in &items {
            let Ok(item) = UnverifiedItem::parse(bytes) else {
                return Ok(Reach::NOTHING);
            };
            let header = item.header();
            // A word on a snapshot says nothing of that.
            if header.kind == ItemKind::Receipt && header.confirms.is_none() {
                return Ok(Reach::covered(reach.n.min(header.n.saturating_sub(1))));
            }
            next = header.n.saturating_add(1);
        }
    }
}

/// Leaves the present incarnation to whoever else uses it and takes a random
/// new one. What waits in chains of the old one goes out as it is, unless
/// [`move_unsent`] finds its number taken.
pub fn take_new_incarnation(
    tx: &mut dyn SyncTx,
    rng: &mut dyn CryptoRng,
) -> Result<Identity, StoreFault> {
    let mut random = [0; Incarnation::LENGTH];
    rng.fill_bytes(&mut random);
    tx.take_new_incarnation(Incarnation::from_bytes(random))?;
    tx.identity()?
        .ok_or_else(|| StoreFault::Failed("this device belongs to no agency".into()))
}
