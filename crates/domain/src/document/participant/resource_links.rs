//! Links to resources in the document. They stand among the milestones, as a kind that earlier
//! versions pass over.

use super::super::value::Fields;
use super::super::{CommandError, FieldValue, ParticipantDocument, RecordRef, Touched, Written};
use super::entries::{Said, recorded_at, recorded_by, say};
use super::void;
use crate::id::{MemberId, RecordId};
use crate::quantity::check_length;
use crate::record::TEXT_LIMIT;
use crate::resource_link::{LinkOutcome, ResourceLink, ResourceLinkField};
use crate::time::{LocalDate, Now};
use automerge::ObjId;

const KIND: &str = "kind";
const RESOURCE_LINK: &str = "resource_link";
const RESOURCE: &str = "linked_to";
const NAME: &str = "linked_name";
const ON: &str = "on";
const OUTCOME: &str = "link_outcome";
const OUTCOME_DAY: &str = "status_day";

impl ParticipantDocument {
    /// Every link in the order in which they were written down; ones taken back too.
    pub fn resource_links(&self) -> Vec<ResourceLink> {
        let mut found: Vec<ResourceLink> = self.among_milestones(read);
        found.sort_by_key(|link| (link.recorded_at, link.id));
        found
    }

    /// One link.
    pub fn resource_link(&self, id: RecordId) -> Option<ResourceLink> {
        let object = self.object(&RecordRef::Milestone(id))?;
        read(id, &Fields::read(&self.automerge, &object))
    }

    pub(super) fn add_resource_link(
        &mut self,
        id: RecordId,
        said: &[ResourceLinkField],
        by: MemberId,
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        let mut fields = vec![
            (KIND, FieldValue::Text(RESOURCE_LINK.to_owned())),
            (ON, FieldValue::Text(now.local_date().to_string())),
        ];
        for field in said {
            say(&mut fields, field_of(field, now)?);
            fields.extend(outcome_day(field, now));
        }
        let has = |name: &str| fields.iter().any(|(known, _)| *known == name);
        has(NAME).then_some(()).ok_or(CommandError::NameMissing)?;
        self.add_among_milestones(id, fields, by, now)
    }

    pub(super) fn change_resource_link(
        &mut self,
        id: RecordId,
        changes: &[ResourceLinkField],
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        let read = |_: &ObjId| self.resource_link(id);
        let (object, _) = self.standing(id, read, |one: &ResourceLink| one.void.is_some())?;
        let mut fields = Vec::new();
        for field in changes {
            fields.push(field_of(field, now)?);
            fields.extend(outcome_day(field, now));
        }
        let writes = self.puts(&object, fields);
        self.commit(&writes, Touched::one(RecordRef::Milestone(id)), now)
    }
}

fn outcome_day(field: &ResourceLinkField, now: Now) -> Option<Said> {
    let ResourceLinkField::Outcome(outcome) = field else {
        return None;
    };
    let day = outcome.map(|_| now.local_date().to_string());
    Some((OUTCOME_DAY, FieldValue::optional_text(day.as_deref())))
}

fn field_of(field: &ResourceLinkField, now: Now) -> Result<Said, CommandError> {
    Ok(match field {
        ResourceLinkField::Resource(resource) => {
            let id = resource.map(|id| id.to_string());
            (RESOURCE, FieldValue::optional_text(id.as_deref()))
        }
        ResourceLinkField::Name(name) => {
            let name = name.trim();
            if name.is_empty() {
                return Err(CommandError::NameMissing);
            }
            check_length(name, TEXT_LIMIT)?;
            (NAME, FieldValue::Text(name.to_owned()))
        }
        ResourceLinkField::On(day) if *day > now.local_date() => return Err(CommandError::NotYet),
        ResourceLinkField::On(day) => (ON, FieldValue::Text(day.to_string())),
        ResourceLinkField::Outcome(outcome) => {
            let code = outcome.map(LinkOutcome::code);
            (OUTCOME, FieldValue::optional_text(code))
        }
    })
}

/// `None` for anything else, and where no day can be read. An outcome of a newer version, and one on
/// which two devices disagree, reads as: nobody knows.
fn read(id: RecordId, fields: &Fields<'_>) -> Option<ResourceLink> {
    let code = |field| fields.get(field).as_text();
    if code(KIND)? != RESOURCE_LINK {
        return None;
    }
    let outcome = if fields.is_conflicted(OUTCOME) {
        Some(LinkOutcome::NoWord)
    } else {
        code(OUTCOME).map(|code| LinkOutcome::from_code(code).unwrap_or(LinkOutcome::NoWord))
    };
    Some(ResourceLink {
        id,
        resource: code(RESOURCE).and_then(|id| id.parse().ok()),
        name: fields.text(NAME).unwrap_or_default(),
        on: LocalDate::parse(code(ON)?).ok()?,
        outcome,
        outcome_day: code(OUTCOME_DAY).and_then(|day| LocalDate::parse(day).ok()),
        recorded_at: recorded_at(fields),
        recorded_by: recorded_by(fields),
        void: void::read(fields),
    })
}
