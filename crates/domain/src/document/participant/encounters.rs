//! Contacts in the document.

use super::super::apply::parse;
use super::super::history::is_object;
use super::super::value::{Fields, records};
use super::super::write::Write;
use super::super::{CommandError, FieldValue, ParticipantDocument, RecordRef, Touched, Written};
use super::{ENCOUNTERS, late, void};
use crate::encounter::{
    Activity, Circumstance, Encounter, EncounterChange, EncounterFacts, EncounterKind, Late,
    Outcome,
};
use crate::id::{MemberId, RecordId};
use crate::quantity::{Kits, Miles, Minutes, Note};
use crate::time::{Now, Timestamp, moment_text, parse_moment};
use automerge::ObjId;
use automerge::legacy::Key;
use std::collections::BTreeSet;

const LOGGED_AT: &str = "logged_at";
/// Set by the first correction.
const EDITED: &str = "edited";
impl ParticipantDocument {
    /// One contact.
    pub fn encounter(&self, id: RecordId) -> Option<Encounter> {
        let object = self.object(&RecordRef::Encounter(id))?;
        Some(self.read_encounter(id, &object, &Fields::read(&self.automerge, &object)))
    }

    /// Every contact, newest first; ones taken back too.
    pub fn encounters(&self) -> Vec<Encounter> {
        let Some(map) = self.root_map(ENCOUNTERS) else {
            return Vec::new();
        };
        let mut encounters: Vec<Encounter> = records(&self.automerge, &map)
            .iter()
            .filter_map(|record| {
                let id = record.key.parse().ok()?;
                Some(self.read_encounter(id, &record.object, &record.fields))
            })
            .collect();
        encounters.sort_by_key(|encounter| std::cmp::Reverse((encounter.facts.at, encounter.id)));
        encounters
    }

    /// The contacts that these changes, which the document has, say something of.
    pub fn encounters_in(&self, changes: &[Vec<u8>]) -> BTreeSet<RecordId> {
        let (Some(map), Ok(changes)) = (self.root_map(ENCOUNTERS), parse(changes)) else {
            return BTreeSet::new();
        };
        let objects = self.record_objects(&map);
        let mut found = BTreeSet::new();
        for operation in changes.iter().flat_map(|change| change.decode().operations) {
            let written = match &operation.key {
                Key::Map(key) if is_object(&operation.obj, &map) => Some(key.to_string()),
                _ => objects
                    .iter()
                    .find(|(_, object)| is_object(&operation.obj, object))
                    .map(|(key, _)| key.clone()),
            };
            found.extend(written.and_then(|key| key.parse::<RecordId>().ok()));
        }
        found
    }

    pub(super) fn log_encounter(
        &mut self,
        id: RecordId,
        facts: &EncounterFacts,
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        if self.object(&RecordRef::Encounter(id)).is_some() {
            return Err(CommandError::AlreadyRecorded);
        }
        let mut fields = all_fields(facts);
        fields.push((LOGGED_AT, FieldValue::moment(now.at)));
        self.new_encounter(id, fields, now)
    }

    fn new_encounter(
        &mut self,
        id: RecordId,
        fields: Vec<(&'static str, FieldValue)>,
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        let map = self.root_map(ENCOUNTERS).ok_or(CommandError::Refused)?;
        let key = id.to_string();
        let touched = Touched::one(RecordRef::Encounter(id));
        self.commit(&[Write::Record { map, key, fields }], touched, now)
    }

    /// Taken in again from the same item, it changes nothing.
    pub(super) fn take_in(
        &mut self,
        id: RecordId,
        facts: &EncounterFacts,
        late: &Late,
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        let from = late::from(late);
        if self.object(&RecordRef::Encounter(id)).is_none() {
            let mut fields = all_fields(facts);
            fields.push((LOGGED_AT, FieldValue::moment(now.at)));
            fields.extend(from);
            return self.new_encounter(id, fields, now);
        }
        let object = self.standing_encounter(id)?;
        let mut writes = self.corrections(&object, &changes_to(facts));
        writes.extend(self.puts(&object, from));
        self.commit(&writes, Touched::one(RecordRef::Encounter(id)), now)
    }

    fn read_encounter(&self, id: RecordId, object: &ObjId, fields: &Fields<'_>) -> Encounter {
        Encounter {
            late: self.taken_in(object, fields),
            ..read(id, fields)
        }
    }

    pub(super) fn edit_encounter(
        &mut self,
        id: RecordId,
        changes: &[EncounterChange],
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        let object = self.standing_encounter(id)?;
        let writes = self.corrections(&object, changes);
        self.commit(&writes, Touched::one(RecordRef::Encounter(id)), now)
    }

    fn corrections(&self, object: &ObjId, changes: &[EncounterChange]) -> Vec<Write> {
        let known = Fields::read(&self.automerge, object);
        let fields: Vec<(&'static str, FieldValue)> = changes
            .iter()
            .map(field_of)
            .map(|(name, value)| (name, with_unknown(name, value, &known)))
            .collect();
        let mut writes = self.puts(object, fields);
        if !writes.is_empty() {
            writes.extend(self.puts(object, [(EDITED, FieldValue::Flag(true))]));
        }
        writes
    }

    fn standing_encounter(&self, id: RecordId) -> Result<ObjId, CommandError> {
        let object = self
            .object(&RecordRef::Encounter(id))
            .ok_or(CommandError::NoSuchRecord)?;
        match void::read(&Fields::read(&self.automerge, &object)) {
            Some(_) => Err(CommandError::Voided),
            None => Ok(object),
        }
    }
}

fn all_fields(facts: &EncounterFacts) -> Vec<(&'static str, FieldValue)> {
    changes_to(facts).iter().map(field_of).collect()
}

fn changes_to(facts: &EncounterFacts) -> [EncounterChange; 10] {
    [
        EncounterChange::Kind(facts.kind),
        EncounterChange::Outcome(facts.outcome),
        EncounterChange::At {
            at: facts.at,
            offset_minutes: facts.offset_minutes,
        },
        EncounterChange::Minutes(facts.minutes),
        EncounterChange::Miles(facts.miles),
        EncounterChange::Kits(facts.kits),
        EncounterChange::Activities(facts.activities.clone()),
        EncounterChange::Circumstances(facts.circumstances.clone()),
        EncounterChange::Note(facts.note.clone()),
        EncounterChange::MadeBy(facts.made_by),
    ]
}

/// Zero, an empty set and an empty note are written as nothing.
fn field_of(change: &EncounterChange) -> (&'static str, FieldValue) {
    let number = |number: i64| {
        if number == 0 {
            FieldValue::Nothing
        } else {
            FieldValue::Number(number)
        }
    };
    let words = |text: &str| FieldValue::optional_text(Some(text).filter(|text| !text.is_empty()));
    match change {
        EncounterChange::Kind(kind) => ("kind", words(kind.code())),
        EncounterChange::Outcome(outcome) => ("outcome", words(outcome.code())),
        EncounterChange::At { at, offset_minutes } => {
            ("at", words(&moment_text(*at, *offset_minutes)))
        }
        EncounterChange::Minutes(minutes) => ("minutes", number(i64::from(minutes.get()))),
        EncounterChange::Miles(miles) => ("mile_tenths", number(i64::from(miles.tenths()))),
        EncounterChange::Kits(kits) => ("kits", number(i64::from(kits.get()))),
        EncounterChange::Activities(activities) => {
            let codes: Vec<&str> = activities.iter().map(|activity| activity.code()).collect();
            ("activities", words(&codes.join(",")))
        }
        EncounterChange::Circumstances(all) => {
            let codes: Vec<&str> = all.iter().map(|circumstance| circumstance.code()).collect();
            ("circumstances", words(&codes.join(",")))
        }
        EncounterChange::Note(note) => ("note", words(note.as_str())),
        EncounterChange::MadeBy(member) => {
            ("made_by", FieldValue::Bytes(member.as_bytes().to_vec()))
        }
    }
}

/// Reads what is there. A value of a newer version, or out of bounds, reads as the plainest one.
fn read(id: RecordId, fields: &Fields<'_>) -> Encounter {
    let logged_at = Timestamp::from_millis(fields.get(LOGGED_AT).number().unwrap_or(0));
    let (at, offset_minutes) = fields
        .get("at")
        .as_text()
        .and_then(parse_moment)
        .unwrap_or((logged_at, 0));
    let code = |field| fields.get(field).as_text();
    let whole = |field| fields.get(field).number().unwrap_or(0);
    let facts = EncounterFacts {
        kind: code("kind")
            .and_then(EncounterKind::from_code)
            .unwrap_or(EncounterKind::Other),
        outcome: code("outcome")
            .and_then(Outcome::from_code)
            .unwrap_or(Outcome::NotThere),
        at,
        offset_minutes,
        minutes: u16::try_from(whole("minutes"))
            .ok()
            .and_then(|n| Minutes::new(n).ok())
            .unwrap_or_default(),
        miles: u32::try_from(whole("mile_tenths"))
            .ok()
            .and_then(|n| Miles::from_tenths(n).ok())
            .unwrap_or_default(),
        kits: u8::try_from(whole("kits"))
            .ok()
            .and_then(|n| Kits::new(n).ok())
            .unwrap_or_default(),
        activities: coded_list(code("activities"), Activity::from_code),
        circumstances: coded_list(code("circumstances"), Circumstance::from_code),
        note: fields
            .text("note")
            .and_then(|text| Note::new(text).ok())
            .unwrap_or_default(),
        made_by: MemberId::from_bytes(fields.get("made_by").id().unwrap_or_default()),
    };
    let edited = fields.get(EDITED).flag().unwrap_or(false);
    Encounter {
        id,
        facts,
        logged_at,
        edited,
        void: void::read(fields),
        late: None,
    }
}

/// The value with what stood there in words of a newer version: nobody here could choose it away.
fn with_unknown(name: &str, value: FieldValue, known: &Fields<'_>) -> FieldValue {
    let is_known = |code: &str| match name {
        "activities" => Activity::from_code(code).is_some(),
        "circumstances" => Circumstance::from_code(code).is_some(),
        _ => true,
    };
    let before = known.get(name).as_text().unwrap_or_default();
    let unknown = before
        .split(',')
        .filter(|code| !code.is_empty() && !is_known(code));
    let now = value.as_text().unwrap_or_default().split(',');
    let all: Vec<&str> = now.filter(|code| !code.is_empty()).chain(unknown).collect();
    match name {
        "activities" | "circumstances" => {
            FieldValue::optional_text(Some(all.join(",")).as_deref().filter(|all| !all.is_empty()))
        }
        _ => value,
    }
}

fn coded_list<T: Ord>(codes: Option<&str>, from_code: impl Fn(&str) -> Option<T>) -> BTreeSet<T> {
    let codes = codes.unwrap_or_default();
    codes.split(',').filter_map(from_code).collect()
}
