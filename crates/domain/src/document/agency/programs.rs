//! Programs in use, in the agency's document. A program's pack and each of the agency's own changes
//! are fields of its record: two people who change different parts, or one part from different days,
//! do not get in each other's way, and a part changed twice from one day shows its disagreement.

use super::super::conflict::NAME_FIELD;
use super::super::value::Fields;
use super::super::write::Write;
use super::super::{AgencyDocument, CommandError, FieldValue, RecordRef};
use super::{PROGRAMS, RETIRED, named};
use crate::id::RecordId;
use crate::program::{Change, PartChange, ProgramInUse, ProgramPack};
use crate::time::LocalDate;

const PACK: &str = "pack";
/// Stands between the part and the day in the name of a field, as in `duty:daily@2026-12-01`.
const FROM: char = '@';

impl AgencyDocument {
    /// The programs that have a pack, in the order in which they were added; retired ones too.
    /// A pack that cannot be read, such as one of a newer version, is left out.
    pub fn programs_in_use(&self) -> Vec<ProgramInUse> {
        let Some(map) = self.root_map(PROGRAMS) else {
            return Vec::new();
        };
        let mut found = Vec::new();
        for (key, object) in self.record_objects(&map) {
            let fields = Fields::read(&self.automerge, &object);
            if let Ok(id) = key.parse() {
                found.extend(read_program(id, &fields));
            }
        }
        found
    }

    /// Puts a pack to use: in a program that is there, or in a new one that takes the pack's name.
    pub(super) fn use_pack(&self, id: RecordId, text: &str) -> Result<Vec<Write>, CommandError> {
        let pack = ProgramPack::parse(text).map_err(|_| CommandError::ProgramRefused)?;
        let value = FieldValue::Text(text.to_owned());
        if let Some(object) = self.object(&RecordRef::Program(id)) {
            return Ok(self.puts(&object, [(PACK, value)]));
        }
        Ok(vec![Write::Record {
            map: self.root_map(PROGRAMS).ok_or(CommandError::Refused)?,
            key: id.to_string(),
            fields: vec![(NAME_FIELD, named(&pack.name.en)?), (PACK, value)],
        }])
    }

    /// Changes one part from a day on. Refused when the program would then not be one.
    pub(super) fn change_program(
        &self,
        id: RecordId,
        from: LocalDate,
        change: &PartChange,
    ) -> Result<Vec<Write>, CommandError> {
        let object = self
            .object(&RecordRef::Program(id))
            .ok_or(CommandError::NoSuchRecord)?;
        let mut program = read_program(id, &Fields::read(&self.automerge, &object))
            .ok_or(CommandError::ProgramRefused)?;
        let (part, says) = change
            .written(from)
            .map_err(|_| CommandError::ProgramRefused)?;
        program
            .changes
            .retain(|other| other.from != from || other.part != part);
        if let Some(says) = &says {
            program.changes.push(Change {
                from,
                part: part.clone(),
                says: says.clone(),
                disagree: false,
            });
            let (_, unusable) = program.on(from);
            if unusable
                .iter()
                .any(|one| one.from == from && one.part == part)
            {
                return Err(CommandError::ProgramRefused);
            }
        }
        let value = FieldValue::optional_text(says.as_deref());
        Ok(self.puts(&object, [(format!("{part}{FROM}{from}"), value)]))
    }
}

fn read_program(id: RecordId, fields: &Fields<'_>) -> Option<ProgramInUse> {
    let pack = ProgramPack::parse(fields.get(PACK).as_text()?).ok()?;
    let mut changes = Vec::new();
    for (field, value) in fields.entries() {
        if let (Some((part, from)), Some(says)) = (field.rsplit_once(FROM), value.as_text())
            && let Ok(from) = LocalDate::parse(from)
        {
            changes.push(Change {
                from,
                part: part.to_owned(),
                says: says.to_owned(),
                disagree: fields.is_conflicted(field),
            });
        }
    }
    changes.sort_by(|one, two| (one.from, &one.part).cmp(&(two.from, &two.part)));
    Some(ProgramInUse {
        id,
        name: fields.text(NAME_FIELD)?,
        retired: fields.get(RETIRED).flag().unwrap_or(false),
        pack,
        changes,
    })
}
