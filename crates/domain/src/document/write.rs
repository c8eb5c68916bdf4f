//! Writing: a command becomes a short list of writes, and they become one change.

use super::value::Fields;
use super::{ChangeHash, CommandError, Document, FieldValue, Kind, Touched};
use crate::time::Now;
use automerge::transaction::{CommitOptions, Transactable};
use automerge::{AutomergeError, ObjId, ObjType, ReadDoc};
use serde::{Deserialize, Serialize};

/// A command was written into the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    /// The change to keep and to send: Automerge's uncompressed bytes.
    pub change: Vec<u8>,
    /// Its hash.
    pub hash: ChangeHash,
    /// The records that it touched.
    pub touched: Touched,
}

/// One write into the document.
pub(super) enum Write {
    /// Sets a field of an object that is there.
    Put {
        object: ObjId,
        key: String,
        value: FieldValue,
    },
    /// Makes a record with these fields.
    Record {
        map: ObjId,
        key: String,
        fields: Vec<(&'static str, FieldValue)>,
    },
}

impl<K: Kind> Document<K> {
    /// Writes for those fields of an object that differ, or on which devices disagree.
    pub(super) fn puts(
        &self,
        object: &ObjId,
        fields: impl IntoIterator<Item = (impl Into<String>, FieldValue)>,
    ) -> Vec<Write> {
        let now = Fields::read(&self.automerge, object);
        let mut writes = Vec::new();
        for (key, value) in fields {
            let key = key.into();
            if *now.get(&key) != value || now.is_conflicted(&key) {
                writes.push(Write::Put {
                    object: object.clone(),
                    key,
                    value,
                });
            }
        }
        writes
    }

    /// Makes one change of the writes; `None` when there are none.
    pub(super) fn commit(
        &mut self,
        writes: &[Write],
        touched: Touched,
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        if writes.is_empty() {
            return Ok(None);
        }
        let options = CommitOptions::default().with_time(now.at.within_years().millis());
        let outcome = self.automerge.transact_with(
            move |(): &()| options,
            |transaction| {
                for write in writes {
                    put(transaction, write)?;
                }
                Ok::<(), AutomergeError>(())
            },
        );
        let hash = outcome
            .map_err(|_| CommandError::Refused)?
            .hash
            .ok_or(CommandError::Refused)?;
        let change = self
            .automerge
            .get_change_by_hash(&hash)
            .ok_or(CommandError::Refused)?;
        Ok(Some(Written {
            change: change.raw_bytes().to_vec(),
            hash: hash.into(),
            touched,
        }))
    }
}

fn put(transaction: &mut impl Transactable, write: &Write) -> Result<(), AutomergeError> {
    match write {
        Write::Put { object, key, value } => overwrite(transaction, object, key, value),
        Write::Record { map, key, fields } => {
            let record = transaction.put_object(map, key.as_str(), ObjType::Map)?;
            for (field, value) in fields {
                // A field that is not there reads as nothing; writing nothing would only cost bytes.
                if *value != FieldValue::Nothing {
                    transaction.put(&record, *field, value.to_scalar())?;
                }
            }
            Ok(())
        }
    }
}

/// Writes a value over all that stand in a field.
///
/// Where devices disagree and the shown value is written again, Automerge would only delete the
/// others. Two people who choose differently at the same time would then delete each other's
/// choice, and the field would be gone. So something else is written first, and then the value.
fn overwrite(
    transaction: &mut impl Transactable,
    object: &ObjId,
    key: &str,
    value: &FieldValue,
) -> Result<(), AutomergeError> {
    let disagree = transaction.get_all(object, key)?.len() > 1;
    if disagree {
        let other = if *value == FieldValue::Nothing {
            FieldValue::Flag(true)
        } else {
            FieldValue::Nothing
        };
        let shown = transaction
            .get(object, key)?
            .and_then(|(shown, _)| shown.as_scalar().map(FieldValue::from_scalar));
        if shown.as_ref() == Some(value) {
            transaction.put(object, key, other.to_scalar())?;
        }
    }
    transaction.put(object, key, value.to_scalar())
}
