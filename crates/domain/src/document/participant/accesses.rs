//! Who opened the record or was let into it, in the document. Accesses stand among the milestones, as a kind that
//! earlier versions pass over; they go where the participant goes.

use super::super::apply::{Applied, parse};
use super::super::error::DocumentError;
use super::super::layout::map_object;
use super::super::session::writer_of;
use super::super::value::{Fields, records};
use super::super::vocabulary::only_adds;
use super::super::{CommandError, FieldValue, ParticipantDocument, RecordRef, Written};
use super::MILESTONES;
use super::entries::{RECORDED_AT, Said};
use crate::access::{Access, Guest};
use crate::id::{DeviceId, MemberId, RecordId};
use crate::quantity::check_length;
use crate::record::TEXT_LIMIT;
use crate::time::{Now, Timestamp};
use automerge::{Change, ObjId};

const KIND: &str = "kind";
const OPENED: &str = "opened";
const SHARED: &str = "shared";
const TO: &str = "to";
const UNTIL: &str = "until";
const EMERGENCY: &str = "emergency";
const REASON: &str = "reason";

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
        self.add_access(id, vec![opened(), moment(now)], now)
    }

    pub(super) fn let_in(
        &mut self,
        id: RecordId,
        guest: &Guest,
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        let reason = guest.reason.trim();
        check_length(reason, TEXT_LIMIT)?;
        if reason.is_empty() && guest.until > now.at {
            return Err(CommandError::ReasonMissing);
        }
        let fields = vec![
            (KIND, FieldValue::Text(SHARED.to_owned())),
            moment(now),
            (TO, FieldValue::Bytes(guest.member.as_bytes().to_vec())),
            (UNTIL, FieldValue::moment(guest.until)),
            (EMERGENCY, FieldValue::Flag(guest.emergency)),
            (REASON, FieldValue::Text(reason.to_owned())),
        ];
        self.add_access(id, fields, now)
    }

    fn add_access(
        &mut self,
        id: RecordId,
        fields: Vec<Said>,
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        let at = self.free_place(id)?;
        self.write_at(at, fields, now)
    }

    /// As [`ParticipantDocument::apply_changes_from_device`], from somebody who may note that they
    /// opened the record and write nothing else.
    ///
    /// # Errors
    /// [`DocumentError::NotAllowed`] for a change that says more; otherwise as there.
    pub fn apply_openings_from_device(
        &mut self,
        device: DeviceId,
        changes: &[Vec<u8>],
    ) -> Result<Applied, DocumentError> {
        let map = map_object(MILESTONES);
        let is_more = |change: &Change| !only_adds(change, &map, (KIND, OPENED), RECORDED_AT);
        match parse(changes)?.iter().position(is_more) {
            Some(place) => Err(DocumentError::NotAllowed(place)),
            None => self.apply_changes_from_device(device, changes),
        }
    }
}

fn opened() -> Said {
    (KIND, FieldValue::Text(OPENED.to_owned()))
}

fn moment(now: Now) -> Said {
    (RECORDED_AT, FieldValue::moment(now.at))
}

fn read(id: RecordId, object: &ObjId, fields: &Fields<'_>) -> Option<Access> {
    let moment = |field| Timestamp::from_millis(fields.get(field).number().unwrap_or(0));
    let guest = match fields.get(KIND).as_text()? {
        OPENED => None,
        SHARED => Some(Guest {
            member: fields.get(TO).id().map(MemberId::from_bytes)?,
            until: moment(UNTIL),
            emergency: fields.get(EMERGENCY).flag().unwrap_or(false),
            reason: fields.text(REASON).unwrap_or_default(),
        }),
        _ => return None,
    };
    let ObjId::Id(_, actor, _) = object else {
        return None;
    };
    Some(Access {
        id,
        device: writer_of(actor)?.device,
        at: moment(RECORDED_AT),
        guest,
    })
}
