//! Which contacts an item carries that was just packed.

use handrail_domain::document::ParticipantDocument;
use handrail_protocol::{DocumentId, ItemId};
use handrail_store::{StoreError, Tx};

use crate::open::{Documents, load_or_new};

/// The newest change of each contact that no item carries yet is in this item, but of those that
/// still wait: what does not fit into one item goes with the next, and is not sent before that is.
///
/// # Errors
/// Fails only when the database does.
pub fn attach(
    tx: &Tx<'_>,
    documents: &mut Documents,
    document: &DocumentId,
    item: &ItemId,
) -> Result<(), StoreError> {
    let mut ids = tx.unattached_encounters(document)?;
    if ids.is_empty() {
        return Ok(());
    }
    let waiting: Vec<Vec<u8>> = tx
        .pending(document)?
        .into_iter()
        .map(|row| row.bytes)
        .collect();
    if !waiting.is_empty() {
        let record: ParticipantDocument = load_or_new(tx, document, documents.session())?;
        let later = record.encounters_in(&waiting);
        ids.retain(|id| !id.parse().is_ok_and(|id| later.contains(&id)));
    }
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    tx.attach_item(document, &ids, item)
}
