//! Documents of which this device holds what nobody else will get.

use std::collections::BTreeSet;

use handrail_protocol::DocumentId;

use crate::{StoreFault, SyncTx};

const NOTE: &str = "sync.vouching";

/// A parcel brought something of this document, and the relay will not have it: its writer was taken
/// out meanwhile. It counted when this device read it, and what it wrote since stands on it. So that
/// all hold the same, the next snapshot of this device says it to everybody, under its own signature.
pub(crate) fn vouch_for(tx: &mut dyn SyncTx, document: DocumentId) -> Result<(), StoreFault> {
    let mut waiting = vouched(tx)?;
    waiting.insert(document);
    keep(tx, &waiting)
}

/// The documents that wait for that.
pub(super) fn vouched(tx: &mut dyn SyncTx) -> Result<BTreeSet<DocumentId>, StoreFault> {
    let bytes = tx.note(NOTE)?.unwrap_or_default();
    let ids = bytes.chunks_exact(DocumentId::LENGTH);
    Ok(ids.filter_map(DocumentId::from_slice).collect())
}

/// A snapshot of this document was written.
pub(super) fn said(tx: &mut dyn SyncTx, document: &DocumentId) -> Result<(), StoreFault> {
    let mut waiting = vouched(tx)?;
    if waiting.remove(document) {
        keep(tx, &waiting)?;
    }
    Ok(())
}

fn keep(tx: &mut dyn SyncTx, waiting: &BTreeSet<DocumentId>) -> Result<(), StoreFault> {
    let bytes: Vec<u8> = waiting.iter().flat_map(|id| *id.as_bytes()).collect();
    tx.set_note(NOTE, (!bytes.is_empty()).then_some(&bytes))
}
