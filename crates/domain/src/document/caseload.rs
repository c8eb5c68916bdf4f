//! The document of one coach's caseload. Which participants are in it follows from their documents' keys.

use super::agency::named;
use super::layout::sealed::Shaped;
use super::layout::{Entry, Layout, Place, Shape};
use super::value::Fields;
use super::{CommandError, Conflict, Document, FieldValue, RecordRef, Touched, Written};
use crate::id::MemberId;
use crate::time::Now;
use serde::{Deserialize, Serialize};

/// The document of one coach's caseload.
pub type CaseloadDocument = Document<CaseloadKind>;

/// How the document of a caseload is laid out.
#[derive(Debug)]
pub enum CaseloadKind {}

const CASELOAD: usize = 0;
const COACH: &str = "coach";
const TITLE: &str = "title";

impl Shaped for CaseloadKind {
    const LAYOUT: Layout = Layout {
        kind: "caseload",
        genesis: include_bytes!("genesis/caseload-1.bin"),
        genesis_hash: *include_bytes!("genesis/caseload-1.hash"),
        maps: &[("caseload", Shape::Record)],
    };

    fn record(map: usize, _key: &str) -> Option<RecordRef> {
        (map == CASELOAD).then_some(RecordRef::Caseload)
    }

    fn place(record: &RecordRef) -> Option<Place> {
        (*record == RecordRef::Caseload).then_some(Place {
            map: CASELOAD,
            entry: Entry::Whole,
        })
    }
}

/// What a caseload's document says now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caseload {
    /// The coach; `None` until that has arrived.
    pub coach: Option<MemberId>,
    /// Its title; empty until it has arrived.
    pub title: String,
    /// Fields on which devices disagree.
    pub conflicts: Vec<Conflict>,
}

/// Something to do to a caseload's document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum CaseloadCommand {
    /// Says whose caseload it is.
    SetCoach(MemberId),
    /// Names it.
    SetTitle(String),
    /// Chooses one of the values on which devices disagree.
    ResolveConflict {
        /// The field, as the conflict names it.
        field: String,
        /// One of the conflict's values.
        chosen: FieldValue,
    },
}

impl CaseloadDocument {
    /// Everything that the document says now.
    pub fn read(&self) -> Caseload {
        let object = self.root_map(CASELOAD);
        let fields = object
            .map(|object| Fields::read(&self.automerge, &object))
            .unwrap_or_default();
        Caseload {
            coach: fields.get(COACH).id().map(MemberId::from_bytes),
            title: fields.text(TITLE).unwrap_or_default(),
            conflicts: self.conflicts(),
        }
    }

    /// Does a command; see [`super::ParticipantDocument::command`] for what holds afterwards.
    ///
    /// # Errors
    /// [`CommandError`]; nothing was written.
    pub fn command(
        &mut self,
        command: &CaseloadCommand,
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        let object = self.root_map(CASELOAD).ok_or(CommandError::Refused)?;
        let writes = match command {
            CaseloadCommand::SetCoach(coach) => self.puts(
                &object,
                [(COACH, FieldValue::Bytes(coach.as_bytes().to_vec()))],
            ),
            CaseloadCommand::SetTitle(title) => self.puts(&object, [(TITLE, named(title)?)]),
            CaseloadCommand::ResolveConflict { field, chosen } => {
                self.resolution(RecordRef::Caseload, field, chosen)?
            }
        };
        self.commit(&writes, Touched::one(RecordRef::Caseload), now)
    }
}
