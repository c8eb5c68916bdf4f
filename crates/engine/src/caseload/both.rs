//! One change in each of two records, both or none.

use handrail_domain::document::{ParticipantKind, Written};
use handrail_domain::{Now, ParticipantCommand};
use handrail_protocol::{DocumentId, DocumentKind};
use handrail_store::{StoreError, Tx};

use super::projection::Origin;
use super::write::{self, check_served, refused};
use crate::api::EngineError;
use crate::conversation::apply::{write_records, write_summary_of};
use crate::open::{self, Loaded, Open};

/// Does one command in each of two participants' documents, in one transaction.
///
/// # Errors
/// As one change alone; then neither was written.
pub fn change(
    open: &mut Open,
    (first, here): (&DocumentId, ParticipantCommand),
    (second, there): (&DocumentId, ParticipantCommand),
    now: Now,
) -> Result<(), EngineError> {
    let group = open.home_of(second)?;
    check_served(open, second, group.as_ref(), std::slice::from_ref(&there))?;
    let session = open.documents.session();
    let loaded: Option<Loaded<ParticipantKind>> = open::load(&open.store.read(), second, session)?;
    let mut loaded = loaded.ok_or(EngineError::NotFound)?;
    let written = loaded.document.command(&there, now);
    let written = written.map_err(|error| refused(&error))?;
    let origin = Origin {
        document: *second,
        group,
        device: open.identity.device,
        item: None,
    };
    write::change(open, first, &[here], now, |tx| match &written {
        Some(written) => save(tx, &loaded, written, &origin, now),
        None => Ok(()),
    })?;
    // What is open of it does not know of the change.
    open.documents.forget(second);
    Ok(())
}

fn save(
    tx: &Tx<'_>,
    loaded: &Loaded<ParticipantKind>,
    written: &Written,
    origin: &Origin,
    now: Now,
) -> Result<(), StoreError> {
    let id = &origin.document;
    tx.add_pending(
        id,
        written.hash.as_bytes(),
        &written.change,
        now.at.millis(),
    )?;
    if open::is_save_due(loaded.unsaved + 1) {
        let kind = DocumentKind::Participant;
        open::save(tx, id, kind, origin.group, &loaded.document)?;
    }
    write_records(tx, &loaded.document, origin, &written.touched)?;
    write_summary_of(tx, &loaded.document, origin, &written.touched)
}
