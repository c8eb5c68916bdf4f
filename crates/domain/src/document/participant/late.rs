//! What arrived late and was taken in: where it comes from, and who took it in. Earlier versions
//! pass over these fields and leave them alone.

use super::super::value::{Fields, records, versions};
use super::super::write::Write;
use super::super::{CommandError, FieldValue, ParticipantDocument, RecordRef, Touched, Written};
use super::{DETAILS, MILESTONES, TAGS, void};
use crate::encounter::{Late, TakenIn};
use crate::id::{DeviceId, MemberId, RecordId};
use crate::quantity::check_length;
use crate::record::TEXT_LIMIT;
use crate::time::{Now, Timestamp};
use automerge::ObjId;
use std::collections::BTreeMap;

const ITEM: &str = "late_item";
const DEVICE: &str = "late_device";
const ENTRY: &str = "late_entry";
const WRITTEN: &str = "late_written";
/// Among the details, the device follows, and the value is the item and when it was written.
const OF_DEVICE: &str = "late:";
const ITEM_BYTES: usize = 32;

/// The fields that milestones, entries of the plan, appointments and people around the
/// participant have, but for who wrote them down, when, and whether they were taken back.
const SAID: [&str; 24] = [
    "kind",
    "on",
    "status",
    "status_day",
    "reopened_day",
    "place",
    "goal",
    "words",
    "area",
    "origin",
    "scope",
    "source",
    "due",
    "help",
    "state",
    "going_to",
    "when",
    "along",
    "ride",
    "upshot",
    "who",
    "relation",
    "phone",
    "link",
];

/// Details that say how the record began.
const BEGAN: [&str; 3] = ["created_at", "created_by", "import_key"];

impl ParticipantDocument {
    /// Where a record among the milestones comes from, if it arrived late and was taken in.
    pub fn milestone_taken_in(&self, id: RecordId) -> Option<TakenIn> {
        let object = self.object(&RecordRef::Milestone(id))?;
        self.taken_in(&object, &Fields::read(&self.automerge, &object))
    }

    /// The records among the milestones that were taken in, by id; ones taken back since too.
    pub fn milestones_taken_in(&self) -> Vec<(RecordId, TakenIn)> {
        let Some(map) = self.root_map(MILESTONES) else {
            return Vec::new();
        };
        let mut found: Vec<(RecordId, TakenIn)> = records(&self.automerge, &map)
            .iter()
            .filter_map(|record| {
                let taken = self.taken_in(&record.object, &record.fields)?;
                Some((record.key.parse().ok()?, taken))
            })
            .collect();
        found.sort_by_key(|(id, _)| *id);
        found
    }

    /// Whether a record was taken back.
    pub fn is_void(&self, record: &RecordRef) -> bool {
        let object = self.object(record);
        object.is_some_and(|object| void::read(&Fields::read(&self.automerge, &object)).is_some())
    }

    /// When a device last wrote something that stands in a record, by its clock.
    pub fn written_by(&self, device: DeviceId, record: &RecordRef) -> Option<Timestamp> {
        let tags = (*record == RecordRef::Details).then_some(TAGS);
        let tags = tags.and_then(|tags| self.root_map(tags));
        let mut newest = None;
        for object in self.object(record).into_iter().chain(tags) {
            for (name, _) in Fields::read(&self.automerge, &object).entries() {
                let all = versions(&self.automerge, &object, name).into_iter();
                let theirs = all.filter(|one| one.author.is_some_and(|by| by.device == device));
                newest = theirs.map(|one| one.at).max().max(newest);
            }
        }
        newest
    }

    /// Up to which item late details of a device were taken in.
    pub fn details_taken_in(&self, device: DeviceId) -> Option<TakenIn> {
        let object = self.root_map(DETAILS)?;
        let shown = versions(&self.automerge, &object, &of_device(device));
        let shown = shown.first()?;
        let FieldValue::Bytes(bytes) = &shown.value else {
            return None;
        };
        let (item, written) = bytes.split_first_chunk::<ITEM_BYTES>()?;
        Some(TakenIn {
            from: Late {
                device,
                item: *item,
                entry: RecordId::from_bytes([0; 16]),
                written_at: Timestamp::from_millis(i64::from_be_bytes(written.try_into().ok()?)),
            },
            by: shown.author?.device,
            at: shown.at,
        })
    }

    /// What taking a late record in would write, field by field; `late` is this document with the
    /// late changes in it. Empty where the record says so already.
    pub fn late_fields(&self, late: &Self, record: &RecordRef) -> Vec<(String, FieldValue)> {
        let Some(object) = late.object(record) else {
            return Vec::new();
        };
        let theirs = Fields::read(&late.automerge, &object);
        let known = self.object(record);
        let known = known.map(|object| Fields::read(&self.automerge, &object));
        let known = known.unwrap_or_default();
        let is_said = |name: &str| match record {
            RecordRef::Details => !BEGAN.contains(&name) && !name.starts_with(OF_DEVICE),
            _ => SAID.contains(&name),
        };
        theirs
            .entries()
            .filter(|(name, value)| is_said(name) && known.get(name) != *value)
            .map(|(name, value)| (name.to_owned(), value.clone()))
            .collect()
    }

    /// The tags that late changes add (true) or remove.
    pub fn late_tags(&self, late: &Self) -> BTreeMap<String, bool> {
        let (known, theirs) = (self.details().tags, late.details().tags);
        let differ = known.symmetric_difference(&theirs);
        differ
            .map(|tag| (tag.clone(), theirs.contains(tag)))
            .collect()
    }

    /// Taken in again from the same item, it changes nothing.
    pub(super) fn take_in_record(
        &mut self,
        id: RecordId,
        said: &[(String, FieldValue)],
        by: MemberId,
        late: &Late,
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        let mut fields = Vec::new();
        for (name, value) in said {
            let known = SAID.into_iter().find(|known| known == name);
            let name = known.ok_or(CommandError::NoSuchRecord)?;
            fields.push((name, checked(value)?));
        }
        let record = RecordRef::Milestone(id);
        let Some(object) = self.object(&record) else {
            fields.extend(from(late));
            return self.add_among_milestones(id, fields, by, now);
        };
        if void::read(&Fields::read(&self.automerge, &object)).is_some() {
            return Err(CommandError::Voided);
        }
        fields.extend(from(late));
        let writes = self.puts(&object, fields);
        self.commit(&writes, Touched::one(record), now)
    }

    pub(super) fn take_in_details(
        &mut self,
        said: &[(String, FieldValue)],
        tags: &BTreeMap<String, bool>,
        late: &Late,
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        let object = self.root_map(DETAILS).ok_or(CommandError::Refused)?;
        let mut fields = Vec::new();
        for (name, value) in said {
            if BEGAN.contains(&name.as_str()) || name.starts_with(OF_DEVICE) {
                return Err(CommandError::NoSuchRecord);
            }
            fields.push((name.clone(), checked(value)?));
        }
        let written = late.written_at.within_years().millis();
        let mark = [late.item.as_slice(), &written.to_be_bytes()].concat();
        fields.push((of_device(late.device), FieldValue::Bytes(mark)));
        let mut writes: Vec<Write> = self.puts(&object, fields);
        for (tag, present) in tags {
            writes.extend(self.tag_write(tag, *present)?);
        }
        self.commit(&writes, Touched::one(RecordRef::Details), now)
    }

    pub(super) fn taken_in(&self, object: &ObjId, fields: &Fields<'_>) -> Option<TakenIn> {
        let from = read(fields)?;
        let written = versions(&self.automerge, object, ITEM);
        let shown = written.first()?;
        Some(TakenIn {
            from,
            by: shown.author?.device,
            at: shown.at,
        })
    }
}

/// What a record that is taken in says of where it comes from.
pub(super) fn from(late: &Late) -> [(&'static str, FieldValue); 4] {
    [
        (ITEM, FieldValue::Bytes(late.item.to_vec())),
        (DEVICE, FieldValue::Bytes(late.device.as_bytes().to_vec())),
        (ENTRY, FieldValue::Bytes(late.entry.as_bytes().to_vec())),
        (WRITTEN, FieldValue::moment(late.written_at)),
    ]
}

fn read(fields: &Fields<'_>) -> Option<Late> {
    let FieldValue::Bytes(item) = fields.get(ITEM) else {
        return None;
    };
    Some(Late {
        item: item.as_slice().try_into().ok()?,
        device: DeviceId::from_bytes(fields.get(DEVICE).id()?),
        entry: RecordId::from_bytes(fields.get(ENTRY).id()?),
        written_at: Timestamp::from_millis(fields.get(WRITTEN).number().unwrap_or(0)),
    })
}

fn of_device(device: DeviceId) -> String {
    format!("{OF_DEVICE}{device}")
}

/// Whoever wrote it may have had another program, without this app's limits.
fn checked(value: &FieldValue) -> Result<FieldValue, CommandError> {
    check_length(value.as_text().unwrap_or_default(), TEXT_LIMIT)?;
    Ok(value.clone())
}
