//! Hand-overs in the document. They stand among the milestones, as a kind that earlier versions
//! pass over.

use super::super::session::writer_of;
use super::super::value::Fields;
use super::super::write::Write;
use super::super::{CommandError, FieldValue, ParticipantDocument, RecordRef, Touched, Written};
use super::MILESTONES;
use crate::hand_over::HandOver;
use crate::id::{MemberId, RecordId};
use crate::quantity::check_length;
use crate::record::TEXT_LIMIT;
use crate::time::{Now, Timestamp};
use automerge::ObjId;

const KIND: &str = "kind";
const HANDED_OVER: &str = "handed_over";
const TO: &str = "to";
const REASON: &str = "reason";
const RECORDED_AT: &str = "recorded_at";
const RECORDED_BY: &str = "recorded_by";

impl ParticipantDocument {
    /// Every hand-over, in the order in which they were written down.
    pub fn hand_overs(&self) -> Vec<HandOver> {
        let Some(map) = self.root_map(MILESTONES) else {
            return Vec::new();
        };
        let records = self.record_objects(&map).into_iter();
        let mut found: Vec<HandOver> = records
            .filter_map(|(key, object)| self.read_hand_over(key.parse().ok()?, &object))
            .collect();
        found.sort_by_key(|hand_over| (hand_over.at, hand_over.id));
        found
    }

    /// One hand-over.
    pub fn hand_over_record(&self, id: RecordId) -> Option<HandOver> {
        let object = self.object(&RecordRef::Milestone(id))?;
        self.read_hand_over(id, &object)
    }

    pub(super) fn hand_over(
        &mut self,
        id: RecordId,
        to: MemberId,
        by: MemberId,
        reason: &str,
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        let map = self.root_map(MILESTONES).ok_or(CommandError::Refused)?;
        let key = id.to_string();
        if self.record_object(&map, &key).is_some() {
            return Err(CommandError::AlreadyRecorded);
        }
        let reason = reason.trim();
        check_length(reason, TEXT_LIMIT)?;
        let fields = vec![
            (KIND, FieldValue::Text(HANDED_OVER.to_owned())),
            (TO, FieldValue::Bytes(to.as_bytes().to_vec())),
            (
                REASON,
                FieldValue::optional_text(Some(reason).filter(|reason| !reason.is_empty())),
            ),
            (RECORDED_AT, FieldValue::moment(now.at)),
            (RECORDED_BY, FieldValue::Bytes(by.as_bytes().to_vec())),
        ];
        let touched = Touched::one(RecordRef::Milestone(id));
        self.commit(&[Write::Record { map, key, fields }], touched, now)
    }

    fn read_hand_over(&self, id: RecordId, object: &ObjId) -> Option<HandOver> {
        let fields = Fields::read(&self.automerge, object);
        if fields.get(KIND).as_text()? != HANDED_OVER {
            return None;
        }
        let ObjId::Id(_, actor, _) = object else {
            return None;
        };
        Some(HandOver {
            id,
            device: writer_of(actor)?.device,
            to: fields.get(TO).id().map(MemberId::from_bytes)?,
            by: fields.get(RECORDED_BY).id().map(MemberId::from_bytes),
            at: Timestamp::from_millis(fields.get(RECORDED_AT).number().unwrap_or(0)),
            reason: fields.text(REASON).unwrap_or_default(),
        })
    }
}
