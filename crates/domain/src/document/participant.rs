//! The document about one participant.

mod accesses;
mod appointments;
mod around;
mod commands;
mod details;
mod encounters;
mod entries;
mod hand_overs;
mod holds;
mod late;
mod milestones;
mod plan;
mod quiet;
mod referral;
mod resource_links;
mod sayings;
mod ties;
mod void;

pub use commands::ParticipantCommand;

use super::layout::sealed::Shaped;
use super::layout::{Entry, Layout, Place, Shape};
use super::{Conflict, Document, RecordRef};
use crate::access::Access;
use crate::appointment::Appointment;
use crate::around::AroundPerson;
use crate::barc10::Barc10;
use crate::details::ParticipantDetails;
use crate::encounter::Encounter;
use crate::hand_over::HandOver;
use crate::hold::Hold;
use crate::id::MemberId;
use crate::milestone::Milestone;
use crate::obligation::Quiet;
use crate::plan::PlanEntry;
use crate::record::ImportKey;
use crate::resource_link::ResourceLink;
use crate::saying::Saying;
use crate::tie::Tie;
use crate::time::Timestamp;
use automerge::ObjId;
use serde::{Deserialize, Serialize};

/// The document about one participant.
pub type ParticipantDocument = Document<ParticipantKind>;

/// How the document about a participant is laid out.
#[derive(Debug)]
pub enum ParticipantKind {}

const DETAILS: usize = 0;
const TAGS: usize = 1;
const ENCOUNTERS: usize = 2;
const MILESTONES: usize = 3;

impl Shaped for ParticipantKind {
    const LAYOUT: Layout = Layout {
        kind: "participant",
        genesis: include_bytes!("genesis/participant-1.bin"),
        genesis_hash: *include_bytes!("genesis/participant-1.hash"),
        maps: &[
            ("details", Shape::Record),
            ("tags", Shape::Set),
            ("encounters", Shape::Records),
            ("milestones", Shape::Records),
            ("contacts", Shape::Reserved),
            ("notes", Shape::Reserved),
        ],
    };
    const STATEMENTS: usize = MILESTONES;

    fn record(map: usize, key: &str) -> Option<RecordRef> {
        match map {
            DETAILS | TAGS => Some(RecordRef::Details),
            ENCOUNTERS => key.parse().ok().map(RecordRef::Encounter),
            MILESTONES => key.parse().ok().map(RecordRef::Milestone),
            _ => None,
        }
    }

    fn place(record: &RecordRef) -> Option<Place> {
        let (map, entry) = match record {
            RecordRef::Details => (DETAILS, Entry::Whole),
            RecordRef::Encounter(id) => (ENCOUNTERS, Entry::Record(id.to_string())),
            RecordRef::Milestone(id) => (MILESTONES, Entry::Record(id.to_string())),
            _ => return None,
        };
        Some(Place { map, entry })
    }
}

/// Everything that a participant's document says now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// How the document began; `None` until that has arrived.
    pub created: Option<Created>,
    /// Who the participant is.
    pub details: ParticipantDetails,
    /// Contacts, newest first; ones taken back too.
    pub encounters: Vec<Encounter>,
    /// Milestones in the order in which they were written down; ones taken back too.
    pub milestones: Vec<Milestone>,
    /// Who opened the record, the first first.
    pub accesses: Vec<Access>,
    /// To whom the participant was handed over, the first first.
    pub hand_overs: Vec<HandOver>,
    /// What was put off, the first first; what was taken back too.
    pub quiet: Vec<Quiet>,
    /// Legal holds, the first first; lifted ones too.
    pub holds: Vec<Hold>,
    /// Entries of the plan in the order in which they were written down; ones taken back too.
    pub plan: Vec<PlanEntry>,
    /// People around the participant in the order in which they were written down; ones taken
    /// back too.
    pub around: Vec<AroundPerson>,
    /// Appointments in the order in which they were written down; ones taken back too.
    pub appointments: Vec<Appointment>,
    /// BARC-10 by the day on which they were answered; ones taken back too.
    pub barc10: Vec<Barc10>,
    /// What the participant wants to say to a provider, in the order in which it was written down;
    /// what was taken back too.
    pub sayings: Vec<Saying>,
    /// To what the participant was linked, in the order in which it was written down; ones taken
    /// back too.
    pub resource_links: Vec<ResourceLink>,
    /// Ties to other participants in the order in which they were written down; ones taken away too.
    pub ties: Vec<Tie>,
    /// Fields on which devices disagree.
    pub conflicts: Vec<Conflict>,
}

/// How a participant's document began.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Created {
    /// When.
    pub at: Timestamp,
    /// By whom; `None` only when the document does not say.
    pub by: Option<MemberId>,
    /// The row of the file that it was imported from.
    pub import_key: Option<ImportKey>,
}

impl ParticipantDocument {
    /// Everything that the document says now.
    pub fn read(&self) -> Participant {
        Participant {
            created: self.created(),
            details: self.details(),
            encounters: self.encounters(),
            milestones: self.milestones(),
            accesses: self.accesses(),
            hand_overs: self.hand_overs(),
            quiet: self.quiet(),
            holds: self.holds(),
            plan: self.plan(),
            around: self.around(),
            appointments: self.appointments(),
            barc10: self.barc10(),
            sayings: self.sayings(),
            resource_links: self.resource_links(),
            ties: self.ties(),
            conflicts: self.conflicts(),
        }
    }
}

impl<K: super::Kind> Document<K> {
    /// The records of a root map, by their key.
    pub(super) fn record_objects(&self, map: &ObjId) -> Vec<(String, ObjId)> {
        use automerge::{ReadDoc, ValueRef};
        let items = self.automerge.map_range(map, ..);
        items
            .filter(|item| matches!(item.value, ValueRef::Object(_)))
            .map(|item| (item.key.to_string(), item.id()))
            .collect()
    }
}
