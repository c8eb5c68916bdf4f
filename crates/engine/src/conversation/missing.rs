//! Documents that wait for changes which did not come with their items: kept,
//! because nothing else in the store shows it.

use handrail_protocol::DocumentId;
use handrail_store::{Read, StoreError, Tx};
use handrail_sync::ApplyOutcome;

const KEY: &str = "documents_missing_changes";

/// The documents that wait.
pub fn documents(read: &Read<'_>) -> Result<Vec<DocumentId>, StoreError> {
    let bytes = read.meta(KEY)?;
    let bytes = bytes
        .as_ref()
        .map(|bytes| bytes.as_slice())
        .unwrap_or_default();
    Ok(bytes
        .chunks_exact(DocumentId::LENGTH)
        .filter_map(DocumentId::from_slice)
        .collect())
}

/// The document is forgotten, and waits for nothing.
pub fn forget(tx: &Tx<'_>, document: &DocumentId) -> Result<(), StoreError> {
    note(tx, document, &[ApplyOutcome::Applied { missing: false }])
}

/// Items were applied: the last one that went in tells how the document stands.
pub fn note(
    tx: &Tx<'_>,
    document: &DocumentId,
    applied: &[ApplyOutcome],
) -> Result<(), StoreError> {
    let missing = applied.iter().rev().find_map(|outcome| match outcome {
        ApplyOutcome::Applied { missing } => Some(*missing),
        ApplyOutcome::Refused => None,
    });
    let mut all = documents(tx)?;
    let known = all.contains(document);
    match missing {
        Some(true) if !known => all.push(*document),
        Some(false) if known => all.retain(|other| other != document),
        _ => return Ok(()),
    }
    if all.is_empty() {
        return tx.remove_meta(KEY);
    }
    let bytes: Vec<u8> = all.iter().flat_map(|id| *id.as_bytes()).collect();
    tx.set_meta(KEY, &bytes)
}
