//! The document that all members of an agency share: names, programs, the agency's own crisis card.

mod log;
mod programs;
mod resources;

pub use log::{Event, Logged};

use super::conflict::NAME_FIELD;
use super::layout::sealed::Shaped;
use super::layout::{Entry, Layout, Place, Shape};
use super::session::writer_of;
use super::value::{Fields, versions};
use super::write::Write;
use super::{CommandError, Conflict, Document, FieldValue, RecordRef, Touched, Written};
use crate::id::{DeviceId, MemberId, RecordId};
use crate::numbers::{MonthNumbers, Told, is_month};
use crate::program::PartChange;
use crate::quantity::{TooLong, check_length};
use crate::record::TEXT_LIMIT;
use crate::resource::ResourceField;
use crate::statement::NewStatement;
use crate::time::{LocalDate, Now};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::str::FromStr;

/// The document of the agency.
pub type AgencyDocument = Document<AgencyKind>;

/// How the document of the agency is laid out.
#[derive(Debug)]
pub enum AgencyKind {}

const AGENCY: usize = 0;
const MEMBERS: usize = 1;
const DEVICES: usize = 2;
const PROGRAMS: usize = 3;
const CRISIS_CARD: &str = "crisis_card";
const RETIRED: &str = "retired";
/// What the names of fields begin with that hold a month's figures; the month follows.
const NUMBERS: &str = "numbers:";

/// Largest crisis card of an agency, in bytes.
const CRISIS_CARD_LIMIT: usize = 64 * 1024;

impl Shaped for AgencyKind {
    const LAYOUT: Layout = Layout {
        kind: "agency",
        genesis: include_bytes!("genesis/agency-1.bin"),
        genesis_hash: *include_bytes!("genesis/agency-1.hash"),
        maps: &[
            ("agency", Shape::Record),
            ("members", Shape::Names),
            ("devices", Shape::Names),
            ("programs", Shape::Records),
        ],
    };
    const STATEMENTS: usize = PROGRAMS;

    fn record(map: usize, key: &str) -> Option<RecordRef> {
        match map {
            AGENCY => Some(RecordRef::Agency),
            MEMBERS => key.parse().ok().map(RecordRef::Member),
            DEVICES => key.parse().ok().map(RecordRef::Device),
            PROGRAMS => key.parse().ok().map(RecordRef::Program),
            _ => None,
        }
    }

    fn place(record: &RecordRef) -> Option<Place> {
        let (map, entry) = match record {
            RecordRef::Agency => (AGENCY, Entry::Whole),
            RecordRef::Member(id) => (MEMBERS, Entry::Name(id.to_string())),
            RecordRef::Device(id) => (DEVICES, Entry::Name(id.to_string())),
            RecordRef::Program(id) => (PROGRAMS, Entry::Record(id.to_string())),
            _ => return None,
        };
        Some(Place { map, entry })
    }
}

/// What the agency's document says now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agency {
    /// The agency's name; empty until it has arrived.
    pub name: String,
    /// Members' names as shown.
    pub members: BTreeMap<MemberId, String>,
    /// Devices' names as shown.
    pub devices: BTreeMap<DeviceId, String>,
    /// Programs in the order in which they were added; retired ones too.
    pub programs: Vec<Program>,
    /// The agency's own crisis card as the text of a crisis pack; `None`: the one of the app.
    pub crisis_card: Option<String>,
    /// Figures of months, with the device that counted them; in order of the month.
    pub numbers: Vec<MonthNumbers>,
    /// Fields on which devices disagree.
    pub conflicts: Vec<Conflict>,
}

/// A program of the agency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Program {
    /// Its id.
    pub id: RecordId,
    /// Its name.
    pub name: String,
    /// No longer offered; kept for those who were in it.
    pub retired: bool,
}

/// Something to do to the agency's document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum AgencyCommand {
    /// Names the agency.
    SetName(String),
    /// Names a member.
    SetMemberName {
        /// The member.
        member: MemberId,
        /// The name as shown.
        name: String,
    },
    /// Names a device.
    SetDeviceName {
        /// The device.
        device: DeviceId,
        /// The name as shown.
        name: String,
    },
    /// Adds a program.
    AddProgram {
        /// A fresh id.
        id: RecordId,
        /// Its name.
        name: String,
    },
    /// Renames a program.
    RenameProgram {
        /// The program.
        id: RecordId,
        /// Its new name.
        name: String,
    },
    /// Says whether a program is still offered.
    RetireProgram {
        /// The program.
        id: RecordId,
        /// Whether it is retired now.
        retired: bool,
    },
    /// Puts a pack to use in a program; a new program is named as the pack is.
    UsePack {
        /// The program, or a fresh id.
        id: RecordId,
        /// The text of the pack.
        pack: String,
    },
    /// Changes one part of a program from a day on.
    ChangeProgram {
        /// The program; it has a pack.
        id: RecordId,
        /// The first day.
        from: LocalDate,
        /// The change.
        change: PartChange,
    },
    /// Adds an entry to the directory.
    AddResource {
        /// A fresh id.
        id: RecordId,
        /// What it says; a name and what it helps with are needed.
        fields: Vec<ResourceField>,
    },
    /// Changes an entry of the directory; only what differs is written.
    ChangeResource {
        /// The entry.
        id: RecordId,
        /// The changed fields.
        changes: Vec<ResourceField>,
    },
    /// Keeps what was said and signed about a device, over what stood there.
    SetStatement {
        /// The device that it is about.
        device: DeviceId,
        /// What kind.
        kind: StatementKind,
        /// As signed; who reads it checks it.
        bytes: Vec<u8>,
    },
    /// Sets the agency's own crisis card (the text of a crisis pack), or goes back to the app's.
    SetCrisisCard(Option<String>),
    /// Tells the figures of a month, as counted on the day of the change.
    TellNumbers {
        /// `YYYY-MM`.
        month: String,
        /// The figures.
        told: Told,
    },
    /// Writes down that something was done.
    Note {
        /// A fresh id.
        id: RecordId,
        /// What.
        event: Event,
    },
    /// Says something once and for good.
    State(NewStatement),
    /// Chooses one of the values on which devices disagree.
    ResolveConflict {
        /// The record.
        record: RecordRef,
        /// The field, as the conflict names it.
        field: String,
        /// One of the conflict's values.
        chosen: FieldValue,
    },
}

/// What is said and signed about a device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum StatementKind {
    /// How it keeps what it has, by itself.
    State,
    /// What was known when it was taken out, by who did that.
    TakenOut,
    /// That it deletes all that is on it, by itself.
    Wiped,
}

impl StatementKind {
    /// The field beside the devices' names. Readers of an older version pass it over, for it is
    /// no device's id.
    fn field(self, device: DeviceId) -> String {
        match self {
            Self::State => format!("state:{device}"),
            Self::TakenOut => format!("taken-out:{device}"),
            Self::Wiped => format!("wiped:{device}"),
        }
    }
}

/// Largest statement, in bytes.
const STATEMENT_LIMIT: usize = 128 * 1024;

impl AgencyDocument {
    /// What was said about a device, as it was signed. Anybody in the agency can have written it.
    pub fn statement(&self, kind: StatementKind, device: DeviceId) -> Option<Vec<u8>> {
        match self.fields_of(DEVICES).get(&kind.field(device)) {
            FieldValue::Bytes(bytes) => Some(bytes.clone()),
            _ => None,
        }
    }

    /// The same with what others wrote at once and without knowing of each other: nobody can make a
    /// statement missing that they had not seen.
    pub fn statements(&self, kind: StatementKind, device: DeviceId) -> Vec<Vec<u8>> {
        let Some(map) = self.root_map(DEVICES) else {
            return Vec::new();
        };
        let all = versions(&self.automerge, &map, &kind.field(device));
        let bytes = |value: FieldValue| match value {
            FieldValue::Bytes(bytes) => Some(bytes),
            _ => None,
        };
        all.into_iter().filter_map(|of| bytes(of.value)).collect()
    }

    /// The agency's own crisis card with the device that wrote it; where several wrote one at once,
    /// each, the shown one first. No card: the one of the app.
    pub fn crisis_cards(&self) -> Vec<(Option<String>, Option<DeviceId>)> {
        let Some(map) = self.root_map(AGENCY) else {
            return Vec::new();
        };
        let all = versions(&self.automerge, &map, CRISIS_CARD).into_iter();
        all.map(|one| {
            let card = one.value.as_text().map(str::to_owned);
            (card, one.author.map(|writer| writer.device))
        })
        .collect()
    }

    /// Everything that the document says now.
    pub fn read(&self) -> Agency {
        let agency = self.fields_of(AGENCY);
        Agency {
            name: agency.text(NAME_FIELD).unwrap_or_default(),
            members: names(&self.fields_of(MEMBERS)),
            devices: names(&self.fields_of(DEVICES)),
            programs: self.programs(),
            crisis_card: agency.text(CRISIS_CARD),
            numbers: self.numbers(&agency),
            conflicts: self.conflicts(),
        }
    }

    /// Does a command; see [`super::ParticipantDocument::command`] for what holds afterwards.
    ///
    /// # Errors
    /// [`CommandError`]; nothing was written. A crisis card that cannot be read is the caller's to refuse.
    pub fn command(
        &mut self,
        command: &AgencyCommand,
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        use AgencyCommand as C;
        let (writes, record) = match command {
            C::SetName(name) => (
                self.field(AGENCY, NAME_FIELD, named(name)?)?,
                RecordRef::Agency,
            ),
            C::SetMemberName { member, name } => (
                self.field(MEMBERS, &member.to_string(), named(name)?)?,
                RecordRef::Member(*member),
            ),
            C::SetDeviceName { device, name } => (
                self.field(DEVICES, &device.to_string(), named(name)?)?,
                RecordRef::Device(*device),
            ),
            C::SetStatement {
                device,
                kind,
                bytes,
            } => {
                if bytes.len() > STATEMENT_LIMIT {
                    return Err(CommandError::TooLong(TooLong {
                        limit: STATEMENT_LIMIT,
                        found: bytes.len(),
                    }));
                }
                let value = FieldValue::Bytes(bytes.clone());
                let record = RecordRef::Device(*device);
                (self.field(DEVICES, &kind.field(*device), value)?, record)
            }
            C::AddProgram { id, name } => (self.new_program(*id, name)?, RecordRef::Program(*id)),
            C::RenameProgram { id, name } => (
                self.program_field(*id, NAME_FIELD, named(name)?)?,
                RecordRef::Program(*id),
            ),
            C::RetireProgram { id, retired } => (
                self.program_field(*id, RETIRED, FieldValue::Flag(*retired))?,
                RecordRef::Program(*id),
            ),
            C::UsePack { id, pack } => (self.use_pack(*id, pack)?, RecordRef::Program(*id)),
            C::ChangeProgram { id, from, change } => (
                self.change_program(*id, *from, change)?,
                RecordRef::Program(*id),
            ),
            C::AddResource { id, fields } => {
                (self.add_resource(*id, fields)?, RecordRef::Program(*id))
            }
            C::ChangeResource { id, changes } => {
                (self.change_resource(*id, changes)?, RecordRef::Program(*id))
            }
            C::TellNumbers { month, told } => {
                if !is_month(month) {
                    return Err(CommandError::Refused);
                }
                let text = FieldValue::Text(told.to_text(now.local_date()));
                let key = format!("{NUMBERS}{month}");
                (self.field(AGENCY, &key, text)?, RecordRef::Agency)
            }
            C::SetCrisisCard(card) => {
                check_length(card.as_deref().unwrap_or_default(), CRISIS_CARD_LIMIT)?;
                let card = FieldValue::optional_text(card.as_deref());
                (self.field(AGENCY, CRISIS_CARD, card)?, RecordRef::Agency)
            }
            C::State(new) => (self.state(new, now)?, RecordRef::Program(new.id)),
            C::Note { id, event } => (self.new_event(*id, event)?, RecordRef::Program(*id)),
            C::ResolveConflict {
                record,
                field,
                chosen,
            } => (self.resolution(*record, field, chosen)?, *record),
        };
        self.commit(&writes, Touched::one(record), now)
    }

    fn field(&self, map: usize, key: &str, value: FieldValue) -> Result<Vec<Write>, CommandError> {
        let object = self.root_map(map).ok_or(CommandError::Refused)?;
        Ok(self.puts(&object, [(key, value)]))
    }

    fn new_program(&self, id: RecordId, name: &str) -> Result<Vec<Write>, CommandError> {
        let map = self.root_map(PROGRAMS).ok_or(CommandError::Refused)?;
        let key = id.to_string();
        if self.record_object(&map, &key).is_some() {
            return Err(CommandError::AlreadyRecorded);
        }
        Ok(vec![Write::Record {
            map,
            key,
            fields: vec![(NAME_FIELD, named(name)?)],
        }])
    }

    fn program_field(
        &self,
        id: RecordId,
        key: &str,
        value: FieldValue,
    ) -> Result<Vec<Write>, CommandError> {
        let object = self
            .object(&RecordRef::Program(id))
            .ok_or(CommandError::NoSuchRecord)?;
        Ok(self.puts(&object, [(key, value)]))
    }

    fn programs(&self) -> Vec<Program> {
        let Some(map) = self.root_map(PROGRAMS) else {
            return Vec::new();
        };
        let read = |(key, object): (String, automerge::ObjId)| {
            let fields = Fields::read(&self.automerge, &object);
            Some(Program {
                id: key.parse().ok()?,
                name: fields.text(NAME_FIELD)?,
                retired: fields.get(RETIRED).flag().unwrap_or(false),
            })
        };
        self.record_objects(&map)
            .into_iter()
            .filter_map(read)
            .collect()
    }

    fn numbers(&self, agency: &Fields<'_>) -> Vec<MonthNumbers> {
        use automerge::ReadDoc;
        let Some(map) = self.root_map(AGENCY) else {
            return Vec::new();
        };
        let read = |(key, value): (&str, &FieldValue)| {
            let month = key.strip_prefix(NUMBERS).filter(|month| is_month(month))?;
            let (as_of, told) = Told::from_text(value.as_text()?)?;
            // The operation names who wrote it, and items are refused whose changes name another.
            let (_, written) = self.automerge.get(&map, key).ok()??;
            let automerge::ObjId::Id(_, actor, _) = written else {
                return None;
            };
            Some(MonthNumbers {
                month: month.to_owned(),
                as_of,
                told,
                device: writer_of(&actor)?.device,
            })
        };
        agency.entries().filter_map(read).collect()
    }

    fn fields_of(&self, map: usize) -> Fields<'_> {
        self.root_map(map)
            .map(|object| Fields::read(&self.automerge, &object))
            .unwrap_or_default()
    }
}

fn names<Id: FromStr + Ord>(fields: &Fields<'_>) -> BTreeMap<Id, String> {
    let entry =
        |(key, value): (&str, &FieldValue)| Some((key.parse().ok()?, value.as_text()?.to_owned()));
    fields.entries().filter_map(entry).collect()
}

/// A trimmed, non-empty name.
pub(super) fn named(name: &str) -> Result<FieldValue, CommandError> {
    let name = name.trim();
    if name.is_empty() {
        return Err(CommandError::NameMissing);
    }
    check_length(name, TEXT_LIMIT)?;
    Ok(FieldValue::Text(name.to_owned()))
}
