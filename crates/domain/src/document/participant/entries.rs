//! What records that stand among the milestones have in common: how they are read, how a new one is written,
//! and which of them can be changed.

use super::super::value::{Fields, RecordFields, records};
use super::super::write::Write;
use super::super::{CommandError, FieldValue, ParticipantDocument, RecordRef, Touched, Written};
use super::MILESTONES;
use crate::id::{MemberId, RecordId};
use crate::time::{Now, Timestamp};
use automerge::ObjId;

pub(super) const RECORDED_AT: &str = "recorded_at";
const RECORDED_BY: &str = "recorded_by";

/// A field, and what it says.
pub(super) type Said = (&'static str, FieldValue);

/// Where a new record is written.
pub(super) struct Place {
    id: RecordId,
    map: ObjId,
    key: String,
}

/// Says a field; of what is said of one, the last counts.
pub(super) fn say(fields: &mut Vec<Said>, (name, value): Said) {
    fields.retain(|(known, _)| *known != name);
    fields.push((name, value));
}

/// When and by whom a record is written down.
pub(super) fn recorded(by: MemberId, now: Now) -> [Said; 2] {
    [
        (RECORDED_AT, FieldValue::moment(now.at)),
        (RECORDED_BY, FieldValue::Bytes(by.as_bytes().to_vec())),
    ]
}

/// When a record was written down.
pub(super) fn recorded_at(fields: &Fields<'_>) -> Timestamp {
    Timestamp::from_millis(fields.get(RECORDED_AT).number().unwrap_or(0))
}

/// By whom a record was written down.
pub(super) fn recorded_by(fields: &Fields<'_>) -> Option<MemberId> {
    fields.get(RECORDED_BY).id().map(MemberId::from_bytes)
}

impl ParticipantDocument {
    /// Those records that can be read, out of what each shows.
    pub(super) fn among_milestones<T>(
        &self,
        read: fn(RecordId, &Fields<'_>) -> Option<T>,
    ) -> Vec<T> {
        let Some(map) = self.root_map(MILESTONES) else {
            return Vec::new();
        };
        let each = |record: &RecordFields<'_>| -> Option<T> {
            read(record.key.parse().ok()?, &record.fields)
        };
        records(&self.automerge, &map)
            .iter()
            .filter_map(each)
            .collect()
    }

    /// Those records that can be read, out of their objects.
    pub(super) fn objects_among_milestones<T>(
        &self,
        read: impl Fn(RecordId, &ObjId) -> Option<T>,
    ) -> Vec<T> {
        let Some(map) = self.root_map(MILESTONES) else {
            return Vec::new();
        };
        let all = self.record_objects(&map).into_iter();
        all.filter_map(|(key, object)| read(key.parse().ok()?, &object))
            .collect()
    }

    /// A record that stands and can be changed, with its object.
    pub(super) fn standing<T>(
        &self,
        id: RecordId,
        read: impl FnOnce(&ObjId) -> Option<T>,
        is_void: fn(&T) -> bool,
    ) -> Result<(ObjId, T), CommandError> {
        let object = self.object(&RecordRef::Milestone(id));
        let object = object.ok_or(CommandError::NoSuchRecord)?;
        let known = read(&object).ok_or(CommandError::NoSuchRecord)?;
        if is_void(&known) {
            return Err(CommandError::Voided);
        }
        Ok((object, known))
    }

    /// Where a new record is written; refused where one of this id stands.
    pub(super) fn free_place(&self, id: RecordId) -> Result<Place, CommandError> {
        let map = self.root_map(MILESTONES).ok_or(CommandError::Refused)?;
        let key = id.to_string();
        if self.record_object(&map, &key).is_some() {
            return Err(CommandError::AlreadyRecorded);
        }
        Ok(Place { id, map, key })
    }

    /// Writes a new record.
    pub(super) fn write_at(
        &mut self,
        Place { id, map, key }: Place,
        fields: Vec<Said>,
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        let touched = Touched::one(RecordRef::Milestone(id));
        self.commit(&[Write::Record { map, key, fields }], touched, now)
    }

    /// Writes a new record, and with it when and by whom.
    pub(super) fn add_among_milestones(
        &mut self,
        id: RecordId,
        mut fields: Vec<Said>,
        by: MemberId,
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        let place = self.free_place(id)?;
        fields.extend(recorded(by, now));
        self.write_at(place, fields, now)
    }
}
