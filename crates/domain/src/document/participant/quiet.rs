//! What was put off, in the document. It stands among the milestones, as kinds that earlier
//! versions pass over.

use super::super::value::Fields;
use super::super::{CommandError, FieldValue, ParticipantDocument, RecordRef, Written};
use super::entries::{recorded, recorded_at, recorded_by};
use super::void;
use crate::id::{MemberId, RecordId};
use crate::obligation::{Facts, ObligationKind, Quiet, SNOOZE_MOST_DAYS};
use crate::quantity::check_length;
use crate::record::REASON_LIMIT;
use crate::time::{LocalDate, Now, local_date};
use automerge::ObjId;

const KIND: &str = "kind";
const SNOOZED: &str = "snoozed";
const MUTED: &str = "muted";
const DUTY: &str = "duty";
const ANCHOR: &str = "on";
const UNTIL: &str = "until";
const REASON: &str = "reason";
const SAID: &str = "status_day";

impl ParticipantDocument {
    /// Everything that was put off, in the order in which it was written down; what was taken back too.
    pub fn quiet(&self) -> Vec<Quiet> {
        let read = |id, object: &ObjId| self.read_quiet(id, object);
        let mut found: Vec<Quiet> = self.objects_among_milestones(read);
        found.sort_by_key(|quiet| (quiet.recorded_at, quiet.id));
        found
    }

    /// One of them.
    pub fn quiet_record(&self, id: RecordId) -> Option<Quiet> {
        let object = self.object(&RecordRef::Milestone(id))?;
        self.read_quiet(id, &object)
    }

    /// What obligations are worked out from.
    pub fn obligation_facts(&self) -> Facts {
        let created = self.created();
        // The record does not say where it was begun; a day more or less at its very beginning.
        let begun = created.map(|created| local_date(created.at, 0));
        let mut facts = Facts::new(&self.milestones(), &self.quiet(), begun);
        for encounter in self.encounters() {
            if encounter.void.is_none() {
                facts.add_contact(&encounter.facts);
            }
        }
        facts
    }

    pub(super) fn hush(
        &mut self,
        id: RecordId,
        of: Option<(ObligationKind, LocalDate)>,
        until: Option<LocalDate>,
        (by, reason): (MemberId, &str),
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        let at = self.free_place(id)?;
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(CommandError::ReasonMissing);
        }
        check_length(reason, REASON_LIMIT)?;
        let today = now.local_date();
        let days = until.map(|until| until.days_since(today));
        let fits = match of {
            Some(_) => days.is_some_and(|days| (1..=SNOOZE_MOST_DAYS).contains(&days)),
            None => days.is_none_or(|days| days >= 1),
        };
        if !fits {
            return Err(CommandError::NotThatLong);
        }
        let text = |text: &str| FieldValue::Text(text.to_owned());
        let mut fields = vec![
            (KIND, text(if of.is_some() { SNOOZED } else { MUTED })),
            (REASON, text(reason)),
            (SAID, text(&today.to_string())),
        ];
        fields.extend(recorded(by, now));
        if let Some((kind, anchor)) = of {
            fields.push((DUTY, text(kind.code())));
            fields.push((ANCHOR, text(&anchor.to_string())));
        }
        if let Some(until) = until {
            fields.push((UNTIL, text(&until.to_string())));
        }
        self.write_at(at, fields, now)
    }

    /// `None` for anything else, and for obligations of a newer version.
    fn read_quiet(&self, id: RecordId, object: &ObjId) -> Option<Quiet> {
        let fields = Fields::read(&self.automerge, object);
        let date = |field| {
            let text = fields.get(field).as_text()?;
            LocalDate::parse(text).ok()
        };
        let of = match fields.get(KIND).as_text()? {
            SNOOZED => {
                let kind = ObligationKind::from_code(fields.get(DUTY).as_text()?)?;
                Some((kind, date(ANCHOR)?))
            }
            MUTED => None,
            _ => return None,
        };
        Some(Quiet {
            id,
            of,
            until: date(UNTIL),
            reason: fields.text(REASON).unwrap_or_default(),
            said: date(SAID)?,
            recorded_at: recorded_at(&fields),
            by: recorded_by(&fields),
            void: void::read(&fields),
        })
    }
}
