//! Check-ins in the document of a caseload, as call-outs are: each thing that is said of one is a
//! field of its own, named after it.

use super::super::value::{Fields, versions};
use super::super::{CaseloadDocument, CommandError, FieldValue};
use super::CASELOAD;
use crate::check_in::{CheckIn, CheckInChange, LONGEST_MS};
use crate::id::{MemberId, RecordId};
use crate::quantity::check_length;
use crate::record::TEXT_LIMIT;
use crate::time::{Now, Timestamp};
use automerge::ObjId;

/// What the names of fields begin with that are about check-ins; the id and the name of the field
/// follow.
const CHECK_IN: &str = "check_in:";
const BEGAN: &str = "began";
const PLACE: &str = "place";
const DUE: &str = "due";
const ENDED: &str = "ended";

impl CaseloadDocument {
    /// Every check-in, the newest first.
    pub fn check_ins(&self) -> Vec<CheckIn> {
        let Some(object) = self.root_map(CASELOAD) else {
            return Vec::new();
        };
        let fields = Fields::read(&self.automerge, &object);
        let began = |(name, _): (&str, &FieldValue)| {
            let (id, field) = name.strip_prefix(CHECK_IN)?.split_once(':')?;
            (field == BEGAN).then(|| id.parse().ok()).flatten()
        };
        let mut found: Vec<CheckIn> = fields
            .entries()
            .filter_map(began)
            .filter_map(|id| self.read_check_in(id, &object, &fields))
            .collect();
        found.sort_by_key(|one| std::cmp::Reverse(one.id));
        found
    }

    fn read_check_in(&self, id: RecordId, object: &ObjId, fields: &Fields<'_>) -> Option<CheckIn> {
        let time = |field: &str| {
            let at = fields.get(&key(id, field)).number()?;
            Some(Timestamp::from_millis(at))
        };
        // Of two devices that said it at once, the one who heard from them first counts.
        let ended = versions(&self.automerge, object, &key(id, ENDED));
        let ended = ended.iter().filter_map(|version| {
            let (at, by) = version.value.as_text()?.split_once(' ')?;
            let at = Timestamp::from_millis(at.parse().ok()?);
            Some((at, by.parse::<MemberId>().ok()?))
        });
        Some(CheckIn {
            id,
            place: fields.text(&key(id, PLACE)).unwrap_or_default(),
            began_at: time(BEGAN)?,
            due_at: time(DUE)?,
            ended: ended.min(),
        })
    }

    /// The fields that something about a check-in writes.
    pub(super) fn change_check_in(
        &self,
        id: RecordId,
        change: &CheckInChange,
        now: Now,
    ) -> Result<Vec<(String, FieldValue)>, CommandError> {
        let known = self.check_ins().into_iter().find(|one| one.id == id);
        let fits = |due_at: Timestamp| {
            let left = due_at.millis().saturating_sub(now.at.millis());
            (1..=LONGEST_MS).contains(&left)
        };
        match (change, known) {
            (CheckInChange::Begin { .. }, Some(_)) => Err(CommandError::AlreadyRecorded),
            (CheckInChange::Begin { place, due_at }, None) => {
                let place = place.trim();
                check_length(place, TEXT_LIMIT)?;
                if !fits(*due_at) {
                    return Err(CommandError::OutOfOrder);
                }
                let said = Some(place).filter(|place| !place.is_empty());
                let mut fields = vec![
                    (key(id, BEGAN), FieldValue::moment(now.at)),
                    (key(id, DUE), FieldValue::moment(*due_at)),
                ];
                fields.extend(said.map(|_| (key(id, PLACE), FieldValue::optional_text(said))));
                Ok(fields)
            }
            (_, None) => Err(CommandError::NoSuchRecord),
            (_, Some(known)) if known.ended.is_some() => Err(CommandError::AlreadyRecorded),
            (CheckInChange::Longer(due_at), Some(_)) if !fits(*due_at) => {
                Err(CommandError::OutOfOrder)
            }
            (CheckInChange::Longer(due_at), Some(_)) => {
                Ok(vec![(key(id, DUE), FieldValue::moment(*due_at))])
            }
            (CheckInChange::End(by), Some(_)) => {
                let said = format!("{} {by}", now.at.within_years().millis());
                Ok(vec![(key(id, ENDED), FieldValue::Text(said))])
            }
        }
    }
}

fn key(id: RecordId, field: &str) -> String {
    format!("{CHECK_IN}{id}:{field}")
}
