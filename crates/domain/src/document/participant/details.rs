//! The details and tags of a participant in the document.

use super::super::value::Fields;
use super::super::write::Write;
use super::super::{CommandError, FieldValue, ParticipantDocument, RecordRef, Touched, Written};
use super::{Created, DETAILS, TAGS};
use crate::details::{Detail, ParticipantDetails, SafeContact};
use crate::id::MemberId;
use crate::quantity::check_length;
use crate::record::{ImportKey, TEXT_LIMIT};
use crate::time::{LocalDate, Now, TimeOfDay, Timestamp};

const CREATED_AT: &str = "created_at";
const CREATED_BY: &str = "created_by";
const IMPORT_KEY: &str = "import_key";

impl ParticipantDocument {
    /// Who the participant is.
    pub fn details(&self) -> ParticipantDetails {
        let fields = self.map_fields(DETAILS);
        let date = |field| {
            fields
                .text(field)
                .and_then(|text| LocalDate::parse(&text).ok())
        };
        let time = |field| {
            fields
                .text(field)
                .and_then(|text| TimeOfDay::parse(&text).ok())
        };
        ParticipantDetails {
            name: fields.text("name").unwrap_or_default(),
            preferred_name: fields.text("preferred_name"),
            pronouns: fields.text("pronouns"),
            phone: fields.text("phone"),
            birth_date: date("birth_date"),
            program: fields.text("program"),
            phase: fields.text("phase"),
            safe_contact: SafeContact {
                rule: fields.text("contact_rule"),
                no_voicemail: fields.get("no_voicemail").flag().unwrap_or(false),
                not_after: time("not_after"),
            },
            language: fields.text("language"),
            tags: self.tags(),
        }
    }

    /// How the document began; `None` until that has arrived.
    pub fn created(&self) -> Option<Created> {
        let fields = self.map_fields(DETAILS);
        Some(Created {
            at: Timestamp::from_millis(fields.get(CREATED_AT).number()?),
            by: fields.get(CREATED_BY).id().map(MemberId::from_bytes),
            import_key: fields.text(IMPORT_KEY).map(ImportKey::from_text),
        })
    }

    pub(super) fn create(
        &mut self,
        details: &ParticipantDetails,
        by: MemberId,
        import_key: Option<&ImportKey>,
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        let object = self.root_map(DETAILS).ok_or(CommandError::Refused)?;
        if self.created().is_some() {
            return Err(CommandError::AlreadyCreated);
        }
        let mut fields = vec![
            (CREATED_AT, FieldValue::moment(now.at)),
            (CREATED_BY, FieldValue::Bytes(by.as_bytes().to_vec())),
            (
                IMPORT_KEY,
                FieldValue::optional_text(import_key.map(ImportKey::as_str)),
            ),
        ];
        for detail in details.each() {
            fields.push(field_of(&detail)?);
        }
        let mut writes = self.puts(&object, fields);
        for tag in &details.tags {
            writes.extend(self.tag_write(tag, true)?);
        }
        self.commit(&writes, Touched::one(RecordRef::Details), now)
    }

    pub(super) fn set_detail(
        &mut self,
        detail: &Detail,
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        let object = self.root_map(DETAILS).ok_or(CommandError::Refused)?;
        let writes = self.puts(&object, [field_of(detail)?]);
        self.commit(&writes, Touched::one(RecordRef::Details), now)
    }

    pub(super) fn set_tag(
        &mut self,
        tag: &str,
        present: bool,
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        let writes = self.tag_write(tag, present)?;
        self.commit(&writes, Touched::one(RecordRef::Details), now)
    }

    pub(super) fn tag_write(&self, tag: &str, present: bool) -> Result<Vec<Write>, CommandError> {
        let tag = tag.trim();
        if tag.is_empty() {
            return Err(CommandError::NameMissing);
        }
        check_length(tag, TEXT_LIMIT)?;
        let object = self.root_map(TAGS).ok_or(CommandError::Refused)?;
        if !present && !self.tags().contains(tag) {
            return Ok(Vec::new());
        }
        Ok(self.puts(&object, [(tag, FieldValue::Flag(present))]))
    }

    /// A tag added by one and removed by another at the same time stays.
    fn tags(&self) -> std::collections::BTreeSet<String> {
        let Some(object) = self.root_map(TAGS) else {
            return std::collections::BTreeSet::new();
        };
        let fields = Fields::read(&self.automerge, &object);
        let present = |tag: &str, shown: &FieldValue| {
            shown.flag() == Some(true)
                || (fields.is_conflicted(tag) && self.any_version_is_set(&object, tag))
        };
        fields
            .entries()
            .filter(|(tag, shown)| present(tag, shown))
            .map(|(tag, _)| tag.to_owned())
            .collect()
    }

    fn any_version_is_set(&self, object: &automerge::ObjId, tag: &str) -> bool {
        let versions = super::super::value::versions(&self.automerge, object, tag);
        versions
            .iter()
            .any(|version| version.value == FieldValue::Flag(true))
    }

    fn map_fields(&self, map: usize) -> Fields<'_> {
        self.root_map(map)
            .map(|object| Fields::read(&self.automerge, &object))
            .unwrap_or_default()
    }
}

fn field_of(detail: &Detail) -> Result<(&'static str, FieldValue), CommandError> {
    let words = |text: &Option<String>| -> Result<FieldValue, CommandError> {
        let text = text
            .as_deref()
            .map(str::trim)
            .filter(|text| !text.is_empty());
        check_length(text.unwrap_or_default(), TEXT_LIMIT)?;
        Ok(FieldValue::optional_text(text))
    };
    Ok(match detail {
        Detail::Name(name) if name.trim().is_empty() => return Err(CommandError::NameMissing),
        Detail::Name(name) => ("name", words(&Some(name.clone()))?),
        Detail::PreferredName(text) => ("preferred_name", words(text)?),
        Detail::Pronouns(text) => ("pronouns", words(text)?),
        Detail::Phone(text) => ("phone", words(text)?),
        Detail::BirthDate(date) => (
            "birth_date",
            FieldValue::optional_text(date.map(|d| d.to_string()).as_deref()),
        ),
        Detail::Program(text) => ("program", words(text)?),
        Detail::Phase(text) => ("phase", words(text)?),
        Detail::ContactRule(text) => ("contact_rule", words(text)?),
        // Unset and "no" mean the same; only a "no" that follows a "yes" is written.
        Detail::NoVoicemail(flag) => ("no_voicemail", FieldValue::Flag(*flag)),
        Detail::NotAfter(time) => (
            "not_after",
            FieldValue::optional_text(time.map(|t| t.to_string()).as_deref()),
        ),
        Detail::Language(text) => ("language", words(text)?),
    })
}
