//! The document of one coach's caseload. Which participants are in it follows from their documents' keys.

mod call_outs;
mod check_ins;
mod groups;
mod questions;

pub use call_outs::{call_out_field, step_time};
pub use groups::GroupField;

use super::agency::named;
use super::layout::sealed::Shaped;
use super::layout::{Entry, Layout, Place, Shape};
use super::value::Fields;
use super::{CommandError, Conflict, Document, FieldValue, RecordRef, Touched, Written};
use crate::call_out::{CallOut, CallOutChange};
use crate::check_in::CheckInChange;
use crate::emergency::EmergencyRequest;
use crate::group::GroupChange;
use crate::id::{MemberId, RecordId};
use crate::lived::QuestionChange;
use crate::quantity::check_length;
use crate::record::TEXT_LIMIT;
use crate::statement::NewStatement;
use crate::time::{Now, Timestamp};
use serde::{Deserialize, Serialize};

/// The document of one coach's caseload.
pub type CaseloadDocument = Document<CaseloadKind>;

/// How the document of a caseload is laid out.
#[derive(Debug)]
pub enum CaseloadKind {}

const CASELOAD: usize = 0;
const COACH: &str = "coach";
const TITLE: &str = "title";
/// What the names of fields begin with that hold requests; the request's id follows.
const EMERGENCY: &str = "emergency:";

impl Shaped for CaseloadKind {
    const LAYOUT: Layout = Layout {
        kind: "caseload",
        genesis: include_bytes!("genesis/caseload-1.bin"),
        genesis_hash: *include_bytes!("genesis/caseload-1.hash"),
        maps: &[("caseload", Shape::Record)],
    };
    const STATEMENTS: usize = CASELOAD;

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
    /// What the coach, a supervisor on call, asked for in emergencies; the first first.
    pub emergencies: Vec<EmergencyRequest>,
    /// Whereto the coach was called, the newest first; ones taken back too.
    pub call_outs: Vec<CallOut>,
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
    /// Asks for a record in an emergency. The time is the time of the change.
    Ask {
        /// A fresh id.
        id: RecordId,
        /// The participant's coach.
        coach: MemberId,
        /// The participant's name.
        name: String,
        /// Why; needed.
        reason: String,
    },
    /// The coach is called to somebody, now (S0-2).
    BeginCallOut {
        /// A fresh id.
        id: RecordId,
    },
    /// Says something about a call-out.
    ChangeCallOut {
        /// The call-out.
        id: RecordId,
        /// What.
        change: CallOutChange,
    },
    /// Says something about a check-in (S4-8).
    ChangeCheckIn {
        /// The check-in; a fresh id to begin one.
        id: RecordId,
        /// What.
        change: CheckInChange,
    },
    /// Says something about the question who fits a participant (S0-4).
    ChangeQuestion {
        /// The question; a fresh id, the same in every caseload, to ask it.
        id: RecordId,
        /// What.
        change: QuestionChange,
    },
    /// Says something about the group that this document is about (S0-20).
    ChangeGroup(GroupChange),
    /// Says something once and for good.
    State(NewStatement),
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
            emergencies: emergencies(&fields),
            call_outs: self.call_outs(),
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
            CaseloadCommand::Ask {
                id,
                coach,
                name,
                reason,
            } => {
                let key = format!("{EMERGENCY}{id}");
                let fields = Fields::read(&self.automerge, &object);
                if fields.text(&key).is_some() {
                    return Err(CommandError::AlreadyRecorded);
                }
                let said = said(*coach, name, reason, now)?;
                self.puts(&object, [(key.as_str(), FieldValue::Text(said))])
            }
            CaseloadCommand::BeginCallOut { id } => {
                self.puts(&object, self.begin_call_out(*id, now)?)
            }
            CaseloadCommand::ChangeCallOut { id, change } => {
                self.puts(&object, self.change_call_out(*id, change, now)?)
            }
            CaseloadCommand::ChangeCheckIn { id, change } => {
                self.puts(&object, self.change_check_in(*id, change, now)?)
            }
            CaseloadCommand::ChangeQuestion { id, change } => {
                self.puts(&object, self.change_question(*id, change, now)?)
            }
            CaseloadCommand::ChangeGroup(change) => {
                self.puts(&object, self.change_group(change, now)?)
            }
            CaseloadCommand::SetTitle(title) => self.puts(&object, [(TITLE, named(title)?)]),
            CaseloadCommand::State(new) => self.state(new, now)?,
            CaseloadCommand::ResolveConflict { field, chosen } => {
                self.resolution(RecordRef::Caseload, field, chosen)?
            }
        };
        self.commit(&writes, Touched::one(RecordRef::Caseload), now)
    }
}

/// A request as one text: its version, time, coach, name and reason, each on a line of its own but
/// for the reason, which is the rest.
fn said(coach: MemberId, name: &str, reason: &str, now: Now) -> Result<String, CommandError> {
    let (name, reason) = (name.trim(), reason.trim());
    if name.is_empty() {
        return Err(CommandError::NameMissing);
    }
    if reason.is_empty() {
        return Err(CommandError::ReasonMissing);
    }
    check_length(name, TEXT_LIMIT)?;
    check_length(reason, TEXT_LIMIT)?;
    let name: String = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let at = now.at.within_years().millis();
    Ok(format!("1\n{at}\n{coach}\n{name}\n{reason}"))
}

fn emergencies(fields: &Fields<'_>) -> Vec<EmergencyRequest> {
    let read = |(key, value): (&str, &FieldValue)| {
        let id = key.strip_prefix(EMERGENCY)?.parse().ok()?;
        let mut lines = value.as_text()?.splitn(5, '\n');
        if lines.next()? != "1" {
            return None;
        }
        Some(EmergencyRequest {
            id,
            at: Timestamp::from_millis(lines.next()?.parse().ok()?),
            coach: lines.next()?.parse().ok()?,
            name: lines.next()?.to_owned(),
            reason: lines.next()?.to_owned(),
        })
    };
    let mut found: Vec<EmergencyRequest> = fields.entries().filter_map(read).collect();
    found.sort_by_key(|request| (request.at, request.id));
    found
}
