//! Hand-overs in the document. They stand among the milestones, as a kind that earlier versions
//! pass over.

use super::super::session::writer_of;
use super::super::value::Fields;
use super::super::{CommandError, FieldValue, ParticipantDocument, RecordRef, Written};
use super::entries::{recorded, recorded_at, recorded_by};
use crate::hand_over::HandOver;
use crate::id::{MemberId, RecordId};
use crate::quantity::check_length;
use crate::record::TEXT_LIMIT;
use crate::time::Now;
use automerge::ObjId;

const KIND: &str = "kind";
const HANDED_OVER: &str = "handed_over";
const TO: &str = "to";
const REASON: &str = "reason";

impl ParticipantDocument {
    /// Every hand-over, in the order in which they were written down.
    pub fn hand_overs(&self) -> Vec<HandOver> {
        let read = |id, object: &ObjId| self.read_hand_over(id, object);
        let mut found: Vec<HandOver> = self.objects_among_milestones(read);
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
        let at = self.free_place(id)?;
        let reason = reason.trim();
        check_length(reason, TEXT_LIMIT)?;
        let mut fields = vec![
            (KIND, FieldValue::Text(HANDED_OVER.to_owned())),
            (TO, FieldValue::Bytes(to.as_bytes().to_vec())),
            (
                REASON,
                FieldValue::optional_text(Some(reason).filter(|reason| !reason.is_empty())),
            ),
        ];
        fields.extend(recorded(by, now));
        self.write_at(at, fields, now)
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
            by: recorded_by(&fields),
            at: recorded_at(&fields),
            reason: fields.text(REASON).unwrap_or_default(),
        })
    }
}
