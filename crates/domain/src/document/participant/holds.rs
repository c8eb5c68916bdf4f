//! Legal holds in the document. They stand among the milestones, as kinds that earlier versions
//! pass over. A hold is never taken back: its end is a record of its own, so that two people who
//! do not know of each other cannot undo one another's hold.

use super::super::session::writer_of;
use super::super::value::{RecordFields, records};
use super::super::{CommandError, FieldValue, ParticipantDocument, Written};
use super::MILESTONES;
use super::entries::{recorded, recorded_at, recorded_by};
use crate::hold::{Hold, Lifted};
use crate::id::{MemberId, RecordId};
use crate::quantity::check_length;
use crate::record::REASON_LIMIT;
use crate::time::Now;
use automerge::ObjId;

const KIND: &str = "kind";
const HOLD: &str = "hold";
const HOLD_LIFTED: &str = "hold_lifted";
const OF: &str = "of";
const REASON: &str = "reason";

impl ParticipantDocument {
    /// Every legal hold, the first first, each with what was written about its end.
    pub fn holds(&self) -> Vec<Hold> {
        let Some(map) = self.root_map(MILESTONES) else {
            return Vec::new();
        };
        let found = records(&self.automerge, &map);
        let of_kind = |kind: &'static str| {
            found
                .iter()
                .filter(move |record| record.fields.get(KIND).as_text() == Some(kind))
        };
        let mut holds: Vec<Hold> = of_kind(HOLD)
            .filter_map(|record| {
                Some(Hold {
                    id: record.key.parse().ok()?,
                    by: recorded_by(&record.fields),
                    at: recorded_at(&record.fields),
                    reason: record.fields.text(REASON).unwrap_or_default(),
                    lifted: Vec::new(),
                })
            })
            .collect();
        holds.sort_by_key(|hold| (hold.at, hold.id));
        for record in of_kind(HOLD_LIFTED) {
            let of: Option<RecordId> = record
                .fields
                .get(OF)
                .as_text()
                .and_then(|id| id.parse().ok());
            let hold = holds.iter_mut().find(|hold| Some(hold.id) == of);
            if let (Some(hold), Some(lifted)) = (hold, lifted(record)) {
                hold.lifted.push(lifted);
            }
        }
        for hold in &mut holds {
            hold.lifted.sort_by_key(|lifted| (lifted.at, lifted.device));
        }
        holds
    }

    /// Writes a hold, or the end of one.
    pub(super) fn hold(
        &mut self,
        id: RecordId,
        ends: Option<RecordId>,
        by: MemberId,
        reason: &str,
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        let at = self.free_place(id)?;
        if ends.is_some_and(|ends| self.holds().iter().all(|hold| hold.id != ends)) {
            return Err(CommandError::NoSuchRecord);
        }
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(CommandError::ReasonMissing);
        }
        check_length(reason, REASON_LIMIT)?;
        let kind = if ends.is_some() { HOLD_LIFTED } else { HOLD };
        let mut fields = vec![
            (KIND, FieldValue::Text(kind.to_owned())),
            (REASON, FieldValue::Text(reason.to_owned())),
        ];
        fields.extend(recorded(by, now));
        if let Some(ends) = ends {
            fields.push((OF, FieldValue::Text(ends.to_string())));
        }
        self.write_at(at, fields, now)
    }
}

fn lifted(record: &RecordFields<'_>) -> Option<Lifted> {
    let ObjId::Id(_, actor, _) = &record.object else {
        return None;
    };
    Some(Lifted {
        by: recorded_by(&record.fields),
        device: writer_of(actor)?.device,
        at: recorded_at(&record.fields),
        reason: record.fields.text(REASON).unwrap_or_default(),
    })
}
