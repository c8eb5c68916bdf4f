//! Ties to other participants in the document. They stand among the milestones, as a kind that
//! earlier versions pass over.

use super::super::value::Fields;
use super::super::{CommandError, FieldValue, ParticipantDocument, RecordRef, Written};
use super::entries::{recorded_at, recorded_by};
use super::void;
use crate::id::{MemberId, RecordId};
use crate::tie::{Tie, TieKind};
use crate::time::Now;

const KIND: &str = "kind";
const TIE: &str = "tie";
const MARK: &str = "tie_mark";
const OTHER_IS: &str = "tie_other_is";

impl ParticipantDocument {
    /// Every tie in the order in which they were written down; ones taken away too.
    pub fn ties(&self) -> Vec<Tie> {
        let mut found: Vec<Tie> = self.among_milestones(read);
        found.sort_by_key(|tie| (tie.recorded_at, tie.id));
        found
    }

    /// One tie.
    pub fn tie(&self, id: RecordId) -> Option<Tie> {
        let object = self.object(&RecordRef::Milestone(id))?;
        read(id, &Fields::read(&self.automerge, &object))
    }

    pub(super) fn add_tie(
        &mut self,
        id: RecordId,
        mark: RecordId,
        kind: TieKind,
        by: MemberId,
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        if self.ties().iter().any(|tie| tie.mark == mark) {
            return Err(CommandError::AlreadyRecorded);
        }
        let fields = vec![
            (KIND, FieldValue::Text(TIE.to_owned())),
            (MARK, FieldValue::Text(mark.to_string())),
            (OTHER_IS, FieldValue::Text(kind.code().to_owned())),
        ];
        self.add_among_milestones(id, fields, by, now)
    }
}

/// `None` for anything else. What the other is in a newer version reads as another kind of tie.
fn read(id: RecordId, fields: &Fields<'_>) -> Option<Tie> {
    let code = |field| fields.get(field).as_text();
    if code(KIND)? != TIE {
        return None;
    }
    Some(Tie {
        id,
        mark: code(MARK)?.parse().ok()?,
        kind: code(OTHER_IS)
            .and_then(TieKind::from_code)
            .unwrap_or(TieKind::Other),
        recorded_at: recorded_at(fields),
        recorded_by: recorded_by(fields),
        void: void::read(fields),
    })
}
