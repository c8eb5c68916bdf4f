//! Makes documents and rows anew from what is the truth: items and pending
//! changes (architecture, property 3).

use handrail_domain::document::{
    AgencyKind, CaseloadKind, Document, Kind, ParticipantDocument, ParticipantKind,
};
use handrail_protocol::{DocumentId, DocumentKind, UnverifiedItem};
use handrail_store::{Read, StoreError, Tx};
use handrail_sync::{ApplyOutcome, Content, OpenedItem};
use handrail_vault::{DocumentKey, open_item};

use crate::api::EngineError;
use crate::caseload::projection::Origin;
use crate::conversation::apply::{
    apply, apply_each, refuse_openings, write_records, write_summary,
};
use crate::open::{Documents, Open};

/// Counts up whenever rows mean something else than before; a device with
/// another number rebuilds its rows when it is unlocked.
pub const ROWS_VERSION: u8 = 9;

/// Where the number is kept.
const VERSION_KEY: &str = "rows_version";

/// Rebuilds when the rows on this device are of another version.
pub fn rebuild_when_outdated(open: &mut Open) -> Result<(), EngineError> {
    let found = open.store.read().meta(VERSION_KEY)?;
    match found.as_ref().and_then(|bytes| bytes.first()) {
        Some(version) if *version == ROWS_VERSION => Ok(()),
        _ => rebuild(open),
    }
}

/// Drops every cache and makes it again; one transaction.
pub fn rebuild(open: &mut Open) -> Result<(), EngineError> {
    let device = open.identity.device;
    let documents = &mut open.documents;
    documents.forget_all();
    open.store.transaction(|tx| -> Result<(), StoreError> {
        tx.clear_caches()?;
        for known in tx.grouped_documents()? {
            let Some(kind) = DocumentKind::from_number(known.kind) else {
                continue;
            };
            // Of what was handed over to somebody, nothing is here but its name.
            if tx.newest_document_key(&known.document)?.is_none() {
                continue;
            }
            let items = opened_items(tx, &known.document)?;
            apply(
                tx,
                documents,
                &known.document,
                kind,
                Some(known.group),
                &items,
            )?;
            if kind == DocumentKind::Participant {
                let origin = Origin {
                    document: known.document,
                    group: Some(known.group),
                    device,
                    item: None,
                };
                project_pending(tx, documents, &origin, &items)?;
            }
        }
        tx.set_meta(VERSION_KEY, &[ROWS_VERSION])
    })?;
    Ok(())
}

/// The items of a document that this device can open, in order of arrival.
pub fn opened_items(read: &Read<'_>, document: &DocumentId) -> Result<Vec<OpenedItem>, StoreError> {
    let mut opened = Vec::new();
    for row in read.items_of(document, 0, u32::MAX)? {
        let Ok(item) = UnverifiedItem::parse(&row.bytes) else {
            continue;
        };
        let item = item.trust_own_storage();
        let Some(key) = read.document_key(document, &item.header().document_key)? else {
            continue;
        };
        let content = match open_item(&item, &DocumentKey::from_bytes(*key)) {
            Ok(handrail_vault::Content::Changes(changes)) => Content::Changes(changes),
            Ok(handrail_vault::Content::Snapshot(saved)) => Content::Snapshot(saved),
            Ok(_) | Err(_) => continue,
        };
        opened.push(OpenedItem {
            id: row.id,
            writer: row.device,
            incarnation: row.incarnation,
            n: row.n,
            content,
            // It was looked at when it came.
            only_openings: false,
        });
    }
    Ok(opened)
}

/// The saved form of a document built afresh from its items, proven by loading
/// it again; `None` where the items do not make exactly what is kept here.
pub fn whole(
    tx: &Tx<'_>,
    documents: &mut Documents,
    id: &DocumentId,
) -> Result<Option<Vec<u8>>, StoreError> {
    let kind = tx.document_kind(id)?.and_then(DocumentKind::from_number);
    match kind {
        Some(DocumentKind::Participant) => whole_of::<ParticipantKind>(tx, documents, id),
        Some(DocumentKind::Agency) => whole_of::<AgencyKind>(tx, documents, id),
        Some(DocumentKind::Caseload) => whole_of::<CaseloadKind>(tx, documents, id),
        Some(DocumentKind::CoachPrivate) | None => Ok(None),
    }
}

fn whole_of<K: Kind>(
    tx: &Tx<'_>,
    documents: &mut Documents,
    id: &DocumentId,
) -> Result<Option<Vec<u8>>, StoreError> {
    let Some(kept) = tx.document(id)? else {
        return Ok(None);
    };
    let damaged = |_| StoreError::row("items");
    let mut fresh = Document::<K>::new(documents.session()).map_err(damaged)?;
    let (outcomes, _) = apply_each(&mut fresh, &opened_items(tx, id)?, refuse_openings);
    let all_in = outcomes
        .iter()
        .all(|outcome| matches!(outcome, ApplyOutcome::Applied { .. }));
    let heads: Vec<[u8; 32]> = fresh.heads().iter().map(|hash| *hash.as_bytes()).collect();
    if !all_in || !fresh.missing().is_empty() || heads != kept.heads {
        return Ok(None);
    }
    Ok(fresh.save_verified().ok())
}

/// Whether a saved document holds exactly what these items make of an empty one: each head
/// names all that came before it, so equal heads are equal histories.
pub fn is_made_of(
    tx: &Tx<'_>,
    documents: &mut Documents,
    id: &DocumentId,
    saved: &[u8],
    items: &[OpenedItem],
) -> Result<bool, StoreError> {
    let kind = tx.document_kind(id)?.and_then(DocumentKind::from_number);
    Ok(match kind {
        Some(DocumentKind::Participant) => made_of::<ParticipantKind>(documents, saved, items),
        Some(DocumentKind::Agency) => made_of::<AgencyKind>(documents, saved, items),
        Some(DocumentKind::Caseload) => made_of::<CaseloadKind>(documents, saved, items),
        Some(DocumentKind::CoachPrivate) | None => None,
    }
    .unwrap_or(false))
}

fn made_of<K: Kind>(documents: &mut Documents, saved: &[u8], items: &[OpenedItem]) -> Option<bool> {
    let mut whole = Document::<K>::new(documents.session()).ok()?;
    whole.apply_snapshot(saved).ok()?;
    let mut fresh = Document::<K>::new(documents.session()).ok()?;
    let (outcomes, _) = apply_each(&mut fresh, items, refuse_openings);
    let all_in = outcomes
        .iter()
        .all(|outcome| matches!(outcome, ApplyOutcome::Applied { .. }));
    let complete = fresh.missing().is_empty() && whole.missing().is_empty();
    Some(all_in && complete && fresh.heads() == whole.heads())
}

/// Rows of what waits to be packed. The saved document has it already: which records it says
/// something of is told by adding it to what the items alone make.
fn project_pending(
    tx: &Tx<'_>,
    documents: &mut Documents,
    origin: &Origin,
    items: &[OpenedItem],
) -> Result<(), StoreError> {
    let pending: Vec<Vec<u8>> = tx
        .pending(&origin.document)?
        .into_iter()
        .map(|row| row.bytes)
        .collect();
    if pending.is_empty() {
        return Ok(());
    }
    let damaged = |_| StoreError::row("pending_changes");
    let mut document = ParticipantDocument::new(documents.session()).map_err(damaged)?;
    let openings = ParticipantDocument::apply_openings_from_device;
    apply_each(&mut document, items, openings);
    let applied = document.apply_changes(&pending).map_err(damaged)?;
    write_records(tx, &document, origin, &applied.touched)?;
    write_summary(tx, &document, origin)
}
