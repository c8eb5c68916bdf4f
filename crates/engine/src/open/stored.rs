//! A document between memory and the store: its saved form, and the changes
//! that were written since.

use handrail_domain::document::{
    AgencyKind, CaseloadKind, ChangeHash, Document, Kind, ParticipantKind, Session,
};
use handrail_protocol::{DocumentId, DocumentKind, GroupId};
use handrail_store::{DocumentRow, KeyEpoch, Read, StoreError, Tx};
use handrail_vault::DocumentKey;

use super::Documents;
use crate::api::{EngineError, StorageProblem};

/// A document as it came out of the store.
pub struct Loaded<K: Kind> {
    /// The document.
    pub document: Document<K>,
    /// Changes that its saved form does not have.
    pub unsaved: usize,
    /// About how many bytes it takes in memory.
    pub weight: usize,
}

/// Bytes in memory for each byte of a saved document (measured: 6.6).
const WEIGHT_OF_SAVED: usize = 8;
/// Bytes in memory for each byte of a change.
const WEIGHT_OF_CHANGE: usize = 2;

/// About how many bytes changes of this many bytes take in memory.
pub fn weight_of_changes(bytes: usize) -> usize {
    bytes.saturating_mul(WEIGHT_OF_CHANGE)
}

/// The stored state of a document: its saved form and what was written since.
/// `None` when this device does not hold it.
pub fn load<K: Kind>(
    read: &Read<'_>,
    id: &DocumentId,
    session: Session,
) -> Result<Option<Loaded<K>>, EngineError> {
    let damaged = |_| EngineError::Storage(StorageProblem::Damaged);
    if read.document_kind(id)?.is_none() {
        return Ok(None);
    }
    let mut weight = 0;
    let mut document = match read.document(id)? {
        Some(row) => {
            weight = row.saved.len().saturating_mul(WEIGHT_OF_SAVED);
            Document::load(&row.saved, session).map_err(damaged)?
        }
        None => Document::new(session).map_err(damaged)?,
    };
    let mut changes = Vec::new();
    for hash in read.pending_hashes(id)? {
        // What the saved form has need not even be read.
        if !document.has(&ChangeHash::from_bytes(hash)) {
            changes.extend(read.pending_change(id, &hash)?);
        }
    }
    let unsaved = changes.len();
    if unsaved > 0 {
        weight += weight_of_changes(changes.iter().map(Vec::len).sum());
        document.apply_changes(&changes).map_err(damaged)?;
    }
    Ok(Some(Loaded {
        document,
        unsaved,
        weight,
    }))
}

/// The stored state of a document that must be known here.
pub fn load_or_new<K: Kind>(
    read: &Read<'_>,
    id: &DocumentId,
    session: Session,
) -> Result<Document<K>, StoreError> {
    let damaged = |_| StoreError::row("saved");
    match load(read, id, session).map_err(damaged)? {
        Some(loaded) => Ok(loaded.document),
        None => Err(StoreError::row("document")),
    }
}

/// Makes a document known to the store, or adds a group to a known one.
pub fn add_document(
    tx: &Tx<'_>,
    id: &DocumentId,
    kind: DocumentKind,
    group: &GroupId,
) -> Result<(), StoreError> {
    tx.add_document_group(id, kind.number(), group)
}

/// Keeps a key of a document and under what it was wrapped.
pub fn add_document_key(
    tx: &Tx<'_>,
    id: &DocumentId,
    group: &GroupId,
    epoch: u32,
    key: &DocumentKey,
    at: i64,
) -> Result<(), StoreError> {
    tx.add_document_key(id, &key.id(), key.expose(), at)?;
    tx.note_key_epoch(
        id,
        &KeyEpoch {
            key_id: key.id(),
            group: *group,
            epoch,
        },
    )
}

/// Keeps the saved form of a document as it is now.
pub fn save<K: Kind>(
    tx: &Tx<'_>,
    id: &DocumentId,
    kind: DocumentKind,
    group: Option<GroupId>,
    document: &Document<K>,
) -> Result<(), StoreError> {
    save_as(tx, id, kind, group, document, document.save())
}

/// The same where the saved form of the document is at hand.
pub fn save_as<K: Kind>(
    tx: &Tx<'_>,
    id: &DocumentId,
    kind: DocumentKind,
    group: Option<GroupId>,
    document: &Document<K>,
    saved: Vec<u8>,
) -> Result<(), StoreError> {
    tx.put_document(&DocumentRow {
        document: *id,
        kind: kind.number(),
        group,
        items_through: 0,
        saved,
        heads: document
            .heads()
            .iter()
            .map(|hash| *hash.as_bytes())
            .collect(),
    })
}

/// Saves the present state of a document before its waiting changes are packed.
pub fn save_current(
    tx: &Tx<'_>,
    documents: &mut Documents,
    id: &DocumentId,
) -> Result<(), StoreError> {
    let Some(kind) = tx.document_kind(id)?.and_then(DocumentKind::from_number) else {
        return Ok(());
    };
    let group = tx.document_groups(id)?.first().copied();
    let session = documents.session();
    match kind {
        DocumentKind::Participant => {
            if let Some(document) = documents.being_saved(id) {
                return save(tx, id, kind, group, document);
            }
            let document = load_or_new::<ParticipantKind>(tx, id, session)?;
            save(tx, id, kind, group, &document)
        }
        DocumentKind::Agency => {
            let document = load_or_new::<AgencyKind>(tx, id, session)?;
            save(tx, id, kind, group, &document)
        }
        DocumentKind::Caseload | DocumentKind::CoachPrivate => {
            let document = load_or_new::<CaseloadKind>(tx, id, session)?;
            save(tx, id, kind, group, &document)
        }
    }
}
