//! A contact between a coach and a participant (S0-5, S3-11, S4-8).

mod circumstance;
mod codes;

pub use circumstance::{Circumstance, CircumstanceGroup};
pub use codes::{Activity, EncounterKind, Outcome};

use crate::id::{DeviceId, MemberId, RecordId};
use crate::quantity::{Kits, Miles, Minutes, Note};
use crate::record::Void;
use crate::time::{LocalDate, Timestamp, local_date};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What happened in one contact, as the coach states it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EncounterFacts {
    /// How they met or spoke.
    pub kind: EncounterKind,
    /// Whether the participant was reached.
    pub outcome: Outcome,
    /// When it happened.
    pub at: Timestamp,
    /// Minutes that local time was ahead of UTC there and then; it decides the calendar day.
    pub offset_minutes: i32,
    /// How long it took.
    pub minutes: Minutes,
    /// How far was driven for it.
    pub miles: Miles,
    /// Naloxone kits given.
    pub kits: Kits,
    /// What they did together.
    pub activities: BTreeSet<Activity>,
    /// What else is known of it.
    pub circumstances: BTreeSet<Circumstance>,
    /// Free words; may be empty.
    pub note: Note,
    /// The member who made the contact, who need not be the one who wrote it down.
    pub made_by: MemberId,
}

impl EncounterFacts {
    /// The calendar day of the contact, where it happened.
    pub fn day(&self) -> LocalDate {
        local_date(self.at, self.offset_minutes)
    }
}

/// A contact as the record shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Encounter {
    /// Its id.
    pub id: RecordId,
    /// What it says now, with later corrections in it.
    pub facts: EncounterFacts,
    /// When it was first written down.
    pub logged_at: Timestamp,
    /// Whether anything was corrected after it was first written.
    pub edited: bool,
    /// Set when it was taken back. It stays readable.
    pub void: Option<Void>,
    /// Set when it arrived late and somebody took it in.
    pub late: Option<TakenIn>,
}

/// Where a contact comes from that its writer's device handed over after it was taken out. The
/// item is set aside and stays so; whoever has it can compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Late {
    /// The device that wrote it, as the item is signed.
    pub device: DeviceId,
    /// The last item that says something of it.
    pub item: [u8; 32],
    /// Its id in that item.
    pub entry: RecordId,
    /// When it was first written down, by that device's clock.
    pub written_at: Timestamp,
}

/// A late contact that is part of the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenIn {
    /// Where it comes from, as whoever took it in says.
    pub from: Late,
    /// The device that took it in: the change itself says so.
    pub by: DeviceId,
    /// When, by that device's clock.
    pub at: Timestamp,
}

/// One corrected field of a contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum EncounterChange {
    /// How they met or spoke.
    Kind(EncounterKind),
    /// Whether the participant was reached.
    Outcome(Outcome),
    /// When it happened.
    At {
        /// The moment.
        at: Timestamp,
        /// Minutes that local time was ahead of UTC.
        offset_minutes: i32,
    },
    /// How long it took.
    Minutes(Minutes),
    /// How far was driven.
    Miles(Miles),
    /// Naloxone kits given.
    Kits(Kits),
    /// What they did together: the whole new set.
    Activities(BTreeSet<Activity>),
    /// What else is known of it: the whole new set.
    Circumstances(BTreeSet<Circumstance>),
    /// Free words: the whole new text.
    Note(Note),
    /// Who made the contact.
    MadeBy(MemberId),
}
