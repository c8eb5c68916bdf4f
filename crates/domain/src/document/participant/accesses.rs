//! Who opened the record, in the document. Accesses stand among the milestones, as a kind that
//! earlier versions pass over; they go where the participant goes.

use super::super::session::writer_of;
use super::super::value::{Fields, records};
use super::super::write::Write;
use super::super::{CommandError, FieldValue, ParticipantDocument, RecordRef, Touched, Written};
use super::MILESTONES;
use crate::access::Access;
use crate::id::RecordId;
use crate::time::{Now, Timestamp};
use automerge::ObjId;

const KIND: &str = "kind";
const OPENED: &str = "opened";
const RECORDED_AT: &str = "recorded_at";

impl ParticipantDocument {
    /// Every access, the first first.
    pub fn accesses(&self) -> Vec<Access> {
        let Some(map) = self.root_map(MILESTONES) else {
            return Vec::new();
        };
        let mut found: Vec<Access> = records(&self.automerge, &map)
            .iter()
            .filter_map(|record| read(record.key.parse().ok()?, &record.object, &record.fields))
            .collect();
        found.sort_by_key(|access| (access.at, access.id));
        found
    }

    /// One access.
    pub fn access(&self, id: RecordId) -> Option<Access> {
        let object = self.object(&RecordRef::Milestone(id))?;
        read(id, &object, &Fields::read(&self.automerge, &object))
    }

    pub(super) fn note_access(
        &mut self,
        id: RecordId,
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        let map = self.root_map(MILESTONES).ok_or(CommandError::Refused)?;
        let key = id.to_string();
        if self.record_object(&map, &key).is_some() {
            return Err(CommandError::AlreadyRecorded);
        }
        let fields = vec![
            (KIND, FieldValue::Text(OPENED.to_owned())),
            (RECORDED_AT, FieldValue::moment(now.at)),
        ];
        let touched = Touched::one(RecordRef::Milestone(id));
        self.commit(&[Write::Record { map, key, fields }], touched, now)
    }
}

fn read(id: RecordId, object: &ObjId, fields: &Fields<'_>) -> Option<Access> {
    if fields.get(KIND).as_text()? != OPENED {
        return None;
    }
    let ObjId::Id(_, actor, _) = object else {
        return None;
    };
    Some(Access {
        id,
        device: writer_of(actor)?.device,
        at: Timestamp::from_millis(fields.get(RECORDED_AT).number().unwrap_or(0)),
    })
}
