//! People around a participant, in the document. They stand among the milestones, as a kind that
//! earlier versions pass over.

use super::super::value::Fields;
use super::super::{CommandError, FieldValue, ParticipantDocument, RecordRef, Touched, Written};
use super::entries::{Said, recorded_at, recorded_by, say};
use super::void;
use crate::around::{AroundField, AroundPerson, Link, Relation};
use crate::id::{MemberId, RecordId};
use crate::quantity::check_length;
use crate::record::TEXT_LIMIT;
use crate::time::{LocalDate, Now, local_date};
use automerge::ObjId;

const KIND: &str = "kind";
pub(super) const AROUND: &str = "around";
const NAME: &str = "who";
const RELATION: &str = "relation";
const PHONE: &str = "phone";
const WORDS: &str = "words";
const LINK: &str = "link";
const LINK_DAY: &str = "status_day";

impl ParticipantDocument {
    /// Everybody around the participant in the order in which they were written down; ones taken
    /// back too.
    pub fn around(&self) -> Vec<AroundPerson> {
        let mut found: Vec<AroundPerson> = self.among_milestones(read);
        found.sort_by_key(|person| (person.recorded_at, person.id));
        found
    }

    /// Somebody around the participant.
    pub fn around_person(&self, id: RecordId) -> Option<AroundPerson> {
        let object = self.object(&RecordRef::Milestone(id))?;
        read(id, &Fields::read(&self.automerge, &object))
    }

    pub(super) fn add_around(
        &mut self,
        id: RecordId,
        said: &[AroundField],
        by: MemberId,
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        let day = FieldValue::Text(now.local_date().to_string());
        let mut fields = vec![(KIND, FieldValue::Text(AROUND.to_owned())), (LINK_DAY, day)];
        for field in said {
            say(&mut fields, field_of(field)?);
        }
        let has = |name: &str| fields.iter().any(|(known, _)| *known == name);
        if !has(NAME) || !has(RELATION) {
            return Err(CommandError::NameMissing);
        }
        self.add_among_milestones(id, fields, by, now)
    }

    pub(super) fn change_around(
        &mut self,
        id: RecordId,
        changes: &[AroundField],
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        let read = |_: &ObjId| self.around_person(id);
        let (object, person) = self.standing(id, read, |one: &AroundPerson| one.void.is_some())?;
        let mut fields = Vec::new();
        for field in changes {
            fields.push(field_of(field)?);
            if matches!(field, AroundField::Link(to) if *to != person.link) {
                fields.push((LINK_DAY, FieldValue::Text(now.local_date().to_string())));
            }
        }
        let writes = self.puts(&object, fields);
        self.commit(&writes, Touched::one(RecordRef::Milestone(id)), now)
    }
}

fn field_of(field: &AroundField) -> Result<Said, CommandError> {
    let words = |text: &str| {
        let text = text.trim();
        check_length(text, TEXT_LIMIT)?;
        Ok::<_, CommandError>(FieldValue::optional_text(
            Some(text).filter(|text| !text.is_empty()),
        ))
    };
    Ok(match field {
        AroundField::Name(name) if name.trim().is_empty() => return Err(CommandError::NameMissing),
        AroundField::Name(name) => (NAME, words(name)?),
        AroundField::Relation(relation) => (RELATION, words(relation.code())?),
        AroundField::Phone(phone) => (PHONE, words(phone)?),
        AroundField::Words(text) => (WORDS, words(text)?),
        AroundField::Link(link) => (LINK, words(link.code())?),
    })
}

/// `None` for anything else. A relation of a newer version reads as a professional's, of whom
/// nothing is told without a consent.
fn read(id: RecordId, fields: &Fields<'_>) -> Option<AroundPerson> {
    let code = |field| fields.get(field).as_text();
    if code(KIND)? != AROUND {
        return None;
    }
    let recorded_at = recorded_at(fields);
    Some(AroundPerson {
        id,
        name: fields.text(NAME).unwrap_or_default(),
        relation: code(RELATION)
            .and_then(Relation::from_code)
            .unwrap_or(Relation::OtherProfessional),
        phone: fields.text(PHONE).unwrap_or_default(),
        words: fields.text(WORDS).unwrap_or_default(),
        link: code(LINK)
            .and_then(Link::from_code)
            .unwrap_or(Link::InTouch),
        since: code(LINK_DAY)
            .and_then(|day| LocalDate::parse(day).ok())
            .unwrap_or(local_date(recorded_at, 0)),
        recorded_at,
        recorded_by: recorded_by(fields),
        void: void::read(fields),
    })
}
