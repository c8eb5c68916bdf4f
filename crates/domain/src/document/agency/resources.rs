//! The directory in the agency's document. Its entries stand among the programs, without the name
//! by which earlier versions know a program.

use super::super::value::{Fields, versions};
use super::super::write::Write;
use super::super::{AgencyDocument, CommandError, FieldValue, RecordRef};
use super::PROGRAMS;
use crate::id::RecordId;
use crate::quantity::check_length;
use crate::record::TEXT_LIMIT;
use crate::resource::{Resource, ResourceField, ResourceKind};
use crate::time::LocalDate;

const CALLED: &str = "called";
const HELPS_WITH: &str = "helps_with";
const PHONE: &str = "phone";
const ADDRESS: &str = "address";
const WORDS: &str = "words";
const PEERS: &str = "peers";
const OWN_STAFF: &str = "own_staff";
const VERIFIED_ON: &str = "verified_on";
const CLOSED: &str = "closed";
const ALL: [&str; 9] = [
    CALLED,
    HELPS_WITH,
    PHONE,
    ADDRESS,
    WORDS,
    PEERS,
    OWN_STAFF,
    VERIFIED_ON,
    CLOSED,
];

impl AgencyDocument {
    /// The directory by name; what is there no more too.
    pub fn resources(&self) -> Vec<Resource> {
        let Some(map) = self.root_map(PROGRAMS) else {
            return Vec::new();
        };
        let objects = self.record_objects(&map).into_iter();
        let mut found: Vec<Resource> = objects
            .filter_map(|(key, object)| self.read_resource(key.parse().ok()?, &object))
            .collect();
        found.sort_by_cached_key(|one| (one.name.to_lowercase(), one.id));
        found
    }

    fn read_resource(&self, id: RecordId, object: &automerge::ObjId) -> Option<Resource> {
        let fields = Fields::read(&self.automerge, object);
        let text = |field| fields.text(field).unwrap_or_default();
        let name = fields.text(CALLED)?;
        let all = |field: &str| {
            let versions = versions(&self.automerge, object, field);
            let mut said: Vec<String> = versions
                .iter()
                .map(|version| version.value.as_text().unwrap_or_default().to_owned())
                .collect();
            said.sort_unstable();
            said.dedup();
            (field.to_owned(), said)
        };
        let disagreements = ALL
            .into_iter()
            // Whoever made sure of it last is not at odds with whoever did before.
            .filter(|field| *field != VERIFIED_ON && fields.is_conflicted(field))
            .map(all)
            // Two who wrote the same agree.
            .filter(|(_, said)| said.len() > 1)
            .collect();
        Some(Resource {
            id,
            name,
            kind: fields
                .get(HELPS_WITH)
                .as_text()
                .and_then(ResourceKind::from_code)
                .unwrap_or(ResourceKind::Other),
            phone: text(PHONE),
            address: text(ADDRESS),
            words: text(WORDS),
            peers: text(PEERS),
            verified_on: versions(&self.automerge, object, VERIFIED_ON)
                .iter()
                .filter_map(|version| LocalDate::parse(version.value.as_text()?).ok())
                .max(),
            // While two say different things, it is kept out of records.
            own_staff: versions(&self.automerge, object, OWN_STAFF)
                .iter()
                .any(|version| version.value.as_text() == Some("yes")),
            closed: fields.get(CLOSED).as_text() == Some("yes"),
            disagreements,
        })
    }

    pub(super) fn add_resource(
        &self,
        id: RecordId,
        said: &[ResourceField],
    ) -> Result<Vec<Write>, CommandError> {
        let map = self.root_map(PROGRAMS).ok_or(CommandError::Refused)?;
        let key = id.to_string();
        if self.record_object(&map, &key).is_some() {
            return Err(CommandError::AlreadyRecorded);
        }
        let fields = said.iter().map(field_of).collect::<Result<Vec<_>, _>>()?;
        let has = |name: &str| fields.iter().any(|(known, _)| *known == name);
        if !has(CALLED) || !has(HELPS_WITH) {
            return Err(CommandError::NameMissing);
        }
        Ok(vec![Write::Record { map, key, fields }])
    }

    pub(super) fn change_resource(
        &self,
        id: RecordId,
        changes: &[ResourceField],
    ) -> Result<Vec<Write>, CommandError> {
        let record = RecordRef::Program(id);
        let object = self.object(&record).ok_or(CommandError::NoSuchRecord)?;
        self.read_resource(id, &object)
            .ok_or(CommandError::NoSuchRecord)?;
        let fields = changes
            .iter()
            .map(field_of)
            .collect::<Result<Vec<_>, _>>()?;
        Ok(self.puts(&object, fields))
    }
}

fn field_of(field: &ResourceField) -> Result<(&'static str, FieldValue), CommandError> {
    let words = |text: &str| {
        let text = text.trim();
        check_length(text, TEXT_LIMIT)?;
        let said = Some(text).filter(|text| !text.is_empty());
        Ok::<_, CommandError>(FieldValue::optional_text(said))
    };
    Ok(match field {
        ResourceField::Name(name) if name.trim().is_empty() => {
            return Err(CommandError::NameMissing);
        }
        ResourceField::Name(name) => (CALLED, words(name)?),
        ResourceField::Kind(kind) => (HELPS_WITH, words(kind.code())?),
        ResourceField::Phone(phone) => (PHONE, words(phone)?),
        ResourceField::Address(address) => (ADDRESS, words(address)?),
        ResourceField::Words(text) => (WORDS, words(text)?),
        ResourceField::Peers(text) => (PEERS, words(text)?),
        ResourceField::OwnStaff(own) => (OWN_STAFF, words(if *own { "yes" } else { "no" })?),
        ResourceField::VerifiedOn(day) => (VERIFIED_ON, words(&day.to_string())?),
        ResourceField::Closed(closed) => (CLOSED, words(if *closed { "yes" } else { "no" })?),
    })
}
