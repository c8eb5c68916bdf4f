//! Two people changed the same field without knowing of each other: both values stand until one is chosen.

use super::layout::{Entry, Shape};
use super::value::{Fields, records, versions};
use super::write::Write;
use super::{CommandError, Document, FieldValue, Kind, RecordRef, Writer};
use crate::time::Timestamp;
use automerge::ObjId;
use serde::{Deserialize, Serialize};

/// The field name that stands for "taken back or not".
pub(super) const VOIDED_AT: &str = "voided_at";
/// Fields that follow another one, so that a choice there is all that is needed.
const FOLLOWING: [&str; 9] = [
    "late_item",
    "late_device",
    "late_entry",
    "late_written",
    VOIDED_BY,
    VOID_REASON,
    "status_day",
    "reopened_day",
    "edited",
];
/// Who took a record back; follows [`VOIDED_AT`].
pub(super) const VOIDED_BY: &str = "voided_by";
/// Why a record was taken back; follows [`VOIDED_AT`].
pub(super) const VOID_REASON: &str = "void_reason";
/// The name of the one field of a member or a device.
pub(super) const NAME_FIELD: &str = "name";

/// A field with two or more different values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// The record.
    pub record: RecordRef,
    /// The field, by its name in the document.
    pub field: String,
    /// The different values; the one that is shown first.
    pub versions: Vec<Version>,
}

/// One value of a field, with who wrote it and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// The value.
    pub value: FieldValue,
    /// The device that wrote it; the signature of the item that brought it proves that.
    pub author: Option<Writer>,
    /// When, by that device's clock.
    pub at: Timestamp,
}

impl<K: Kind> Document<K> {
    /// Every field on which devices disagree, in the order of records and fields.
    pub fn conflicts(&self) -> Vec<Conflict> {
        let mut found = Vec::new();
        for (index, (_, shape)) in K::LAYOUT.maps.iter().enumerate() {
            let Some(map) = self.root_map(index) else {
                continue;
            };
            match shape {
                Shape::Record => {
                    if let Some(record) = K::record(index, "") {
                        self.conflicts_in(record, &map, &mut found);
                    }
                }
                Shape::Records => {
                    for entry in records(&self.automerge, &map) {
                        if let Some(record) = K::record(index, &entry.key) {
                            for field in entry.fields.conflicted() {
                                let conflict =
                                    self.conflict_at(record, &entry.object, field, field);
                                found.extend(conflict);
                            }
                        }
                    }
                }
                Shape::Names => {
                    for key in Fields::read(&self.automerge, &map).conflicted() {
                        if let Some(record) = K::record(index, key) {
                            found.extend(self.conflict_at(record, &map, key, NAME_FIELD));
                        }
                    }
                }
                Shape::Set | Shape::Reserved => {}
            }
        }
        found
    }

    /// The fields of one record on which devices disagree.
    pub fn conflicts_of(&self, record: RecordRef) -> Vec<Conflict> {
        let mut found = Vec::new();
        if let (Some(place), Some(object)) = (K::place(&record), self.object(&record)) {
            match place.entry {
                Entry::Name(key) => {
                    found.extend(self.conflict_at(record, &object, &key, NAME_FIELD));
                }
                Entry::Whole | Entry::Record(_) => self.conflicts_in(record, &object, &mut found),
            }
        }
        found
    }

    fn conflicts_in(&self, record: RecordRef, object: &ObjId, found: &mut Vec<Conflict>) {
        for field in Fields::read(&self.automerge, object).conflicted() {
            found.extend(self.conflict_at(record, object, field, field));
        }
    }

    fn conflict_at(
        &self,
        record: RecordRef,
        object: &ObjId,
        key: &str,
        field: &str,
    ) -> Option<Conflict> {
        let versions = different(key, versions(&self.automerge, object, key));
        (versions.len() > 1).then(|| Conflict {
            record,
            field: field.to_owned(),
            versions,
        })
    }

    /// The writes that let one value of a conflict stand.
    pub(super) fn resolution(
        &self,
        record: RecordRef,
        field: &str,
        chosen: &FieldValue,
    ) -> Result<Vec<Write>, CommandError> {
        let place = K::place(&record).ok_or(CommandError::NoSuchRecord)?;
        let object = self.object(&record).ok_or(CommandError::NoSuchRecord)?;
        let key = match &place.entry {
            Entry::Name(key) => key.as_str(),
            Entry::Whole | Entry::Record(_) => field,
        };
        let conflict = self
            .conflict_at(record, &object, key, field)
            .ok_or(CommandError::NotAConflict)?;
        if !conflict
            .versions
            .iter()
            .any(|version| version.value == *chosen)
        {
            return Err(CommandError::NotAVersion);
        }
        Ok(vec![Write::Put {
            object,
            key: key.to_owned(),
            value: chosen.clone(),
        }])
    }
}

/// Keeps one version per different value. Being taken back twice is no disagreement; who did it
/// and why follow that field.
fn different(key: &str, versions: Vec<Version>) -> Vec<Version> {
    let same = |one: &FieldValue, other: &FieldValue| match key {
        VOIDED_AT => (*one == FieldValue::Nothing) == (*other == FieldValue::Nothing),
        _ if FOLLOWING.contains(&key) || key.starts_with("late:") => true,
        _ => one == other,
    };
    let mut kept: Vec<Version> = Vec::new();
    for version in versions {
        if !kept.iter().any(|other| same(&other.value, &version.value)) {
            kept.push(version);
        }
    }
    kept
}
