//! Appointments in the document. They stand among the milestones, as a kind that earlier versions
//! pass over. When one takes place is one field, so that of two who move it neither gives the day
//! and the other the hour.

use super::super::value::{Fields, versions};
use super::super::{CommandError, FieldValue, ParticipantDocument, RecordRef, Touched, Written};
use super::entries::{Said, recorded_at, recorded_by, say};
use super::void;
use crate::appointment::{
    Along, Appointment, AppointmentFacts, AppointmentField, AppointmentKind, Ride, Slot, Upshot,
};
use crate::id::{MemberId, RecordId};
use crate::quantity::check_length;
use crate::record::TEXT_LIMIT;
use crate::time::Now;
use automerge::ObjId;

const KIND: &str = "kind";
const APPOINTMENT: &str = "appointment";
const GOING_TO: &str = "going_to";
const WHEN: &str = "when";
const PLACE: &str = "place";
const WORDS: &str = "words";
const ALONG: &str = "along";
const RIDE: &str = "ride";
const UPSHOT: &str = "upshot";

impl ParticipantDocument {
    /// Every appointment in the order in which they were written down; ones taken back too.
    pub fn appointments(&self) -> Vec<Appointment> {
        let read = |id, object: &ObjId| self.read_appointment(id, object);
        let mut found: Vec<Appointment> = self.objects_among_milestones(read);
        found.sort_by_key(|one| (one.recorded_at, one.id));
        found
    }

    /// One appointment.
    pub fn appointment(&self, id: RecordId) -> Option<Appointment> {
        let object = self.object(&RecordRef::Milestone(id))?;
        self.read_appointment(id, &object)
    }

    pub(super) fn add_appointment(
        &mut self,
        id: RecordId,
        said: &[AppointmentField],
        by: MemberId,
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        let mut fields = vec![(KIND, FieldValue::Text(APPOINTMENT.to_owned()))];
        for field in said {
            say(&mut fields, field_of(field)?);
        }
        let has = |name: &str| fields.iter().any(|(known, _)| *known == name);
        if !has(GOING_TO) || !has(WHEN) {
            return Err(CommandError::AppointmentRefused);
        }
        self.add_among_milestones(id, fields, by, now)
    }

    pub(super) fn change_appointment(
        &mut self,
        id: RecordId,
        changes: &[AppointmentField],
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        let read = |object: &ObjId| self.read_appointment(id, object);
        let (object, _) = self.standing(id, read, |one: &Appointment| one.void.is_some())?;
        let fields: Vec<_> = changes.iter().map(field_of).collect::<Result<_, _>>()?;
        let writes = self.puts(&object, fields);
        self.commit(&writes, Touched::one(RecordRef::Milestone(id)), now)
    }

    /// `None` for anything else, and where no day can be read. Of a newer version, a kind reads as
    /// another kind, and who goes along as somebody else: nobody is promised that the coach comes.
    fn read_appointment(&self, id: RecordId, object: &ObjId) -> Option<Appointment> {
        let fields = Fields::read(&self.automerge, object);
        let code = |field| fields.get(field).as_text();
        if code(KIND)? != APPOINTMENT {
            return None;
        }
        let mut slots: Vec<Slot> = Vec::new();
        if fields.is_conflicted(WHEN) {
            for version in versions(&self.automerge, object, WHEN) {
                let slot = version.value.as_text().and_then(Slot::parse);
                slots.extend(slot.filter(|slot| !slots.contains(slot)));
            }
        } else {
            slots.push(Slot::parse(code(WHEN)?)?);
        }
        if slots.is_empty() {
            return None;
        }
        Some(Appointment {
            id,
            facts: AppointmentFacts {
                kind: code(GOING_TO)
                    .and_then(AppointmentKind::from_code)
                    .unwrap_or(AppointmentKind::Other),
                slots,
                place: fields.text(PLACE).unwrap_or_default(),
                words: fields.text(WORDS).unwrap_or_default(),
                along: match code(ALONG) {
                    Some(known) => Along::from_code(known).unwrap_or(Along::Other),
                    None => Along::Nobody,
                },
                ride: code(RIDE).and_then(Ride::from_code),
                upshot: code(UPSHOT).and_then(Upshot::from_code),
            },
            recorded_at: recorded_at(&fields),
            recorded_by: recorded_by(&fields),
            void: void::read(&fields),
        })
    }
}

fn field_of(field: &AppointmentField) -> Result<Said, CommandError> {
    let words = |text: &str| {
        let text = text.trim();
        check_length(text, TEXT_LIMIT)?;
        Ok::<_, CommandError>(FieldValue::optional_text(
            Some(text).filter(|text| !text.is_empty()),
        ))
    };
    let code = |code: &str| FieldValue::Text(code.to_owned());
    Ok(match field {
        AppointmentField::Kind(kind) => (GOING_TO, code(kind.code())),
        AppointmentField::When(slot) => (WHEN, FieldValue::Text(slot.to_string())),
        AppointmentField::Place(place) => (PLACE, words(place)?),
        AppointmentField::Words(text) => (WORDS, words(text)?),
        AppointmentField::Along(along) => (ALONG, code(along.code())),
        AppointmentField::Ride(ride) => (RIDE, FieldValue::optional_text(ride.map(Ride::code))),
        AppointmentField::Upshot(upshot) => {
            (UPSHOT, FieldValue::optional_text(upshot.map(Upshot::code)))
        }
    })
}
