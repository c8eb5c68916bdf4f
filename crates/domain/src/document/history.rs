//! What a record said before: every value that was ever written into it, by whom and when.

use super::layout::Entry;
use super::session::writer_of;
use super::{ChangeHash, Document, DocumentError, FieldValue, Kind, RecordRef, Writer};
use crate::time::Timestamp;
use automerge::ObjId;
use automerge::legacy::{Key, ObjectId, OpType};
use serde::{Deserialize, Serialize};

/// One value that was written into a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryEntry {
    /// The field, by its name in the document.
    pub field: String,
    /// The value.
    pub value: FieldValue,
    /// The device that wrote it.
    pub author: Option<Writer>,
    /// When, by that device's clock.
    pub at: Timestamp,
    /// The change that wrote it. Entries with the same change were written together.
    pub change: ChangeHash,
}

impl<K: Kind> Document<K> {
    /// Everything that was written into a record, each value after those its writer had seen.
    ///
    /// # Errors
    /// [`DocumentError::NoSuchRecord`].
    pub fn history(&self, record: &RecordRef) -> Result<Vec<HistoryEntry>, DocumentError> {
        let place = K::place(record).ok_or(DocumentError::NoSuchRecord)?;
        let object = self.object(record).ok_or(DocumentError::NoSuchRecord)?;
        let only = match place.entry {
            Entry::Name(key) => Some(key),
            Entry::Whole | Entry::Record(_) => None,
        };
        let mut entries = Vec::new();
        for change in self.automerge.get_changes(&[]) {
            let author = writer_of(change.actor_id());
            let (at, hash) = (
                Timestamp::from_millis(change.timestamp()),
                ChangeHash::from(change.hash()),
            );
            let first = change.start_op().get();
            for (number, operation) in (first..).zip(change.decode().operations) {
                let Key::Map(field) = &operation.key else {
                    continue;
                };
                if !is_object(&operation.obj, &object)
                    || only.as_ref().is_some_and(|key| key != field.as_str())
                {
                    continue;
                }
                if let OpType::Put(value) = &operation.action {
                    let field = if only.is_some() {
                        super::conflict::NAME_FIELD
                    } else {
                        field.as_str()
                    };
                    let value = FieldValue::from_scalar(value);
                    let entry = HistoryEntry {
                        field: field.to_owned(),
                        value,
                        author,
                        at,
                        change: hash,
                    };
                    entries.push((number, change.actor_id().clone(), entry));
                }
            }
        }
        // Lamport order: the same on every device.
        entries.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
        let mut history: Vec<HistoryEntry> = Vec::new();
        for (_, _, entry) in entries {
            // What was written over within the same change was never said.
            history
                .retain(|earlier| earlier.change != entry.change || earlier.field != entry.field);
            history.push(entry);
        }
        Ok(history)
    }
}

pub(super) fn is_object(named: &ObjectId, object: &ObjId) -> bool {
    match (named, object) {
        (ObjectId::Id(operation), ObjId::Id(counter, actor, _)) => {
            operation.counter() == *counter && operation.actor() == actor
        }
        (ObjectId::Root, ObjId::Root) => true,
        _ => false,
    }
}
