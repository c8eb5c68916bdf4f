//! Opened items into documents and rows.

use handrail_domain::DeviceId;
use handrail_domain::document::{
    Applied, Document, DocumentError, Kind, ParticipantDocument, RecordRef, Touched,
};
use handrail_protocol::{DocumentId, DocumentKind, GroupId};
use handrail_store::{EncounterRow, StoreError, Tx};
use handrail_sync::{ApplyOutcome, Content, OpenedItem};

use crate::caseload::projection::{self, ContactTimes, Origin};
use crate::caseload::words::words_row;
use crate::open::{Documents, load_or_new, save, save_as};

/// Applies items of one document in order, then saves and projects it once.
pub fn apply(
    tx: &Tx<'_>,
    documents: &mut Documents,
    id: &DocumentId,
    kind: DocumentKind,
    home: Option<GroupId>,
    items: &[OpenedItem],
) -> Result<Vec<ApplyOutcome>, StoreError> {
    match kind {
        DocumentKind::Participant => {
            let mut document: ParticipantDocument = load_or_new(tx, id, documents.session())?;
            let began_empty = document.is_empty();
            let openings = ParticipantDocument::apply_openings_from_device;
            let (outcomes, changes) = apply_each(&mut document, items, openings);
            match saved_by(began_empty, items, &changes) {
                Some(saved) => save_as(tx, id, kind, home, &document, saved.to_vec())?,
                None => save(tx, id, kind, home, &document)?,
            }
            for (position, change) in &changes {
                if let Some(item) = items.get(*position) {
                    project(tx, &document, id, home, item, change)?;
                }
            }
            // With a whole document its summary was written.
            let is_summed_up = matches!(changes.last(), Some((_, Change::Whole)));
            if let Some(item) = items.last().filter(|_| !is_summed_up) {
                let origin = Origin {
                    document: *id,
                    group: home,
                    device: item.writer,
                    item: Some(item.id),
                };
                write_summary(tx, &document, &origin)?;
            }
            documents.forget(id);
            Ok(outcomes)
        }
        DocumentKind::Agency => apply_plain::<handrail_domain::document::AgencyKind>(
            tx, documents, id, kind, home, items,
        ),
        DocumentKind::Caseload | DocumentKind::CoachPrivate => {
            apply_plain::<handrail_domain::document::CaseloadKind>(
                tx, documents, id, kind, home, items,
            )
        }
    }
}

fn apply_plain<K: Kind>(
    tx: &Tx<'_>,
    documents: &mut Documents,
    id: &DocumentId,
    kind: DocumentKind,
    home: Option<GroupId>,
    items: &[OpenedItem],
) -> Result<Vec<ApplyOutcome>, StoreError> {
    let mut document: Document<K> = load_or_new(tx, id, documents.session())?;
    let (outcomes, _) = apply_each(&mut document, items, refuse_openings);
    save(tx, id, kind, home, &document)?;
    documents.forget(id);
    Ok(outcomes)
}

/// What each item changed, by its place in the list.
pub type Changes = Vec<(usize, Change)>;

pub enum Change {
    Touched(Touched),
    Whole,
}

/// Applies changes of somebody who may only note that they looked.
pub type Openings<K> = fn(&mut Document<K>, DeviceId, &[Vec<u8>]) -> Result<Applied, DocumentError>;

/// Nobody who may only look is in a group of other documents than participants'.
///
/// # Errors
/// Always.
pub fn refuse_openings<K: Kind>(
    _: &mut Document<K>,
    _: DeviceId,
    _: &[Vec<u8>],
) -> Result<Applied, DocumentError> {
    Err(DocumentError::NotAllowed(0))
}

/// Applies items one by one; one outcome each, and what those that went in changed. With
/// `openings`, changes of somebody who may only note that they looked.
pub fn apply_each<K: Kind>(
    document: &mut Document<K>,
    items: &[OpenedItem],
    openings: Openings<K>,
) -> (Vec<ApplyOutcome>, Changes) {
    let mut outcomes = Vec::with_capacity(items.len());
    let mut changes = Changes::new();
    for (position, item) in items.iter().enumerate() {
        let device = DeviceId::from_bytes(*item.writer.as_bytes());
        let applied = match &item.content {
            Content::Changes(list) if item.only_openings => openings(document, device, list),
            Content::Snapshot(_) if item.only_openings => Err(DocumentError::NotAllowed(0)),
            Content::Changes(list) => document.apply_changes_from_device(device, list),
            Content::Snapshot(saved) => document.apply_snapshot(saved),
        };
        match applied {
            Ok(applied) => {
                outcomes.push(ApplyOutcome::Applied {
                    missing: !applied.missing.is_empty(),
                });
                changes.push((
                    position,
                    match item.content {
                        Content::Changes(_) => Change::Touched(applied.touched),
                        Content::Snapshot(_) => Change::Whole,
                    },
                ));
            }
            Err(_) => outcomes.push(ApplyOutcome::Refused),
        }
    }
    (outcomes, changes)
}

/// A snapshot that made all of a document is its saved form already.
fn saved_by<'a>(began_empty: bool, items: &'a [OpenedItem], changes: &Changes) -> Option<&'a [u8]> {
    let [(position, Change::Whole)] = changes.as_slice() else {
        return None;
    };
    match &items.get(*position)?.content {
        Content::Snapshot(saved) if began_empty => Some(saved),
        _ => None,
    }
}

fn project(
    tx: &Tx<'_>,
    document: &ParticipantDocument,
    id: &DocumentId,
    home: Option<GroupId>,
    item: &OpenedItem,
    change: &Change,
) -> Result<(), StoreError> {
    let origin = Origin {
        document: *id,
        group: home,
        device: item.writer,
        item: Some(item.id),
    };
    match change {
        Change::Whole => {
            let mut record = projection::whole(document, &origin);
            let is_known = tx.timeline_count(id)? > 0;
            for row in record.encounters.iter_mut().filter(|_| is_known) {
                if let Some(known) = tx.encounter(&row.id)? {
                    row.item = known.item;
                    row.author_device = known.author_device;
                }
            }
            tx.replace_participant(&record)
        }
        Change::Touched(touched) => write_records(tx, document, &origin, touched),
    }
}

/// Writes the rows of the records that a change touched.
pub fn write_records(
    tx: &Tx<'_>,
    document: &ParticipantDocument,
    origin: &Origin,
    touched: &Touched,
) -> Result<(), StoreError> {
    for record in &touched.records {
        match record {
            RecordRef::Encounter(id) => {
                if let Some(encounter) = document.encounter(*id) {
                    let mut row = projection::encounter_row(&encounter, origin);
                    keep_waiting(tx, &mut row)?;
                    tx.upsert_encounter(&row)?;
                }
            }
            RecordRef::Milestone(id) => {
                if let Some(words) = words_row(document, *id, origin.document) {
                    tx.put_words(&words)?;
                }
                if let Some(milestone) = document.milestone(*id) {
                    tx.upsert_milestone(&projection::milestone_row(&milestone, origin))?;
                } else if let Some(quiet) = document.quiet_record(*id) {
                    tx.upsert_milestone(&projection::quiet_row(&quiet, origin))?;
                } else if let Some(appointment) = document.appointment(*id) {
                    tx.upsert_milestone(&projection::appointment_row(&appointment, origin))?;
                } else if let Some(entry) = document.plan_entry(*id) {
                    if let Some(row) = projection::due_row(&entry, origin) {
                        tx.upsert_milestone(&row)?;
                    }
                } else if let Some(tie) = document.tie(*id) {
                    tx.upsert_milestone(&projection::tie_row(&tie, origin))?;
                } else if let Some(link) = document.resource_link(*id) {
                    tx.upsert_milestone(&projection::resource_link_row(&link, origin))?;
                } else if let Some(statement) = document.stated(*id) {
                    let row = projection::statement_row(&statement, origin.document);
                    tx.upsert_statement(&row)?;
                } else if let Some(access) = document.access(*id) {
                    tx.upsert_access(&projection::access_row(&access, origin.document))?;
                } else if let Some(hand_over) = document.hand_over_record(*id) {
                    let row = projection::hand_over_row(&hand_over, origin.document);
                    tx.upsert_access(&row)?;
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// What came from elsewhere does not hide that a change of this device to the
/// same contact waits still to be sent.
fn keep_waiting(tx: &Tx<'_>, row: &mut EncounterRow) -> Result<(), StoreError> {
    if row.item.is_some()
        && let Some(known) = tx.encounter(&row.id)?
        && known.item.is_none()
    {
        row.item = None;
        row.author_device = known.author_device;
    }
    Ok(())
}

/// Writes the row of the participant and what disagrees.
pub fn write_summary(
    tx: &Tx<'_>,
    document: &ParticipantDocument,
    origin: &Origin,
) -> Result<(), StoreError> {
    write_participant(tx, document, origin)?;
    tx.set_conflicts(
        &origin.document,
        &projection::conflict_rows(&document.conflicts(), origin.document),
    )
}

/// The same after a change that this device made, looking only at the records
/// that it touched: its own change leaves all others as they are.
pub fn write_summary_of(
    tx: &Tx<'_>,
    document: &ParticipantDocument,
    origin: &Origin,
    touched: &Touched,
) -> Result<(), StoreError> {
    write_participant(tx, document, origin)?;
    for record in &touched.records {
        tx.set_record_conflicts(
            &origin.document,
            &projection::record_name(record),
            &projection::conflict_rows(&document.conflicts_of(*record), origin.document),
        )?;
    }
    Ok(())
}

fn write_participant(
    tx: &Tx<'_>,
    document: &ParticipantDocument,
    origin: &Origin,
) -> Result<(), StoreError> {
    let times = ContactTimes::of_rows(&tx.newest_contacts(&origin.document)?);
    tx.put_participant(&projection::participant_row(document, origin, times))
}

#[cfg(test)]
mod tests {
    use handrail_domain::document::{Session, Writer};
    use handrail_domain::{Incarnation, Now, ParticipantCommand, RecordId, Timestamp};
    use handrail_protocol::ItemId;
    use rand_chacha::ChaCha8Rng;
    use rand_core::SeedableRng;

    use super::*;

    fn document(device: u8) -> ParticipantDocument {
        let writer = Writer {
            device: DeviceId::from_bytes([device; 16]),
            incarnation: Incarnation::from_bytes([7; 16]),
        };
        let session = Session::new(writer, &mut ChaCha8Rng::seed_from_u64(u64::from(device)));
        ParticipantDocument::new(session).unwrap()
    }

    /// Issue 3.1.
    #[test]
    fn of_who_may_only_look_an_opening_is_taken_and_no_snapshot() {
        let mut theirs = document(2);
        let now = Now {
            at: Timestamp::from_millis(1_800_000_000_000),
            offset_minutes: 0,
        };
        let id = RecordId::from_bytes([1; 16]);
        let note = ParticipantCommand::NoteAccess { id };
        let written = theirs.command(&note, now).unwrap().unwrap();
        let item = |content, only_openings| OpenedItem {
            id: ItemId::from_bytes([1; 32]),
            writer: handrail_protocol::DeviceId::from_bytes([2; 16]),
            incarnation: handrail_protocol::Incarnation::from_bytes([7; 16]),
            n: 1,
            content,
            only_openings,
        };
        let openings = ParticipantDocument::apply_openings_from_device;
        let taken = |item| {
            let (outcomes, _) = apply_each(&mut document(1), &[item], openings);
            matches!(outcomes[..], [ApplyOutcome::Applied { .. }])
        };
        let snapshot = || Content::Snapshot(theirs.save());
        assert!(taken(item(Content::Changes(vec![written.change]), true)));
        assert!(taken(item(snapshot(), false)));
        assert!(!taken(item(snapshot(), true)));
    }
}
