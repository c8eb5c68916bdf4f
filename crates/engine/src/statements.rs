//! Statements: what members say once and for good, in the documents of participants, of caseloads, of
//! groups that meet and of the agency. A feature gives them a code and a body of its own, and works
//! out what follows from those whose authors may say so.

use handrail_domain::document::{AgencyCommand, CaseloadCommand};
use handrail_domain::statement::{NewStatement, Statement};
use handrail_domain::{Now, ParticipantCommand, RecordId, Timestamp};
use handrail_protocol::{DeviceId, DocumentId, GroupId, MemberId, Role};
use handrail_store::StatementRow;
use rand_core::CryptoRng;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::api::EngineError;
use crate::call_outs::{Save, load};
use crate::caseload::write::{self, refused};
use crate::convert::document_id;
use crate::open::Open;

/// Where something is stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In a participant's record: for their coach, whoever covers, supervisors, and guests.
    Record(DocumentId),
    /// In the document of a caseload, or of a group that meets: for whoever is in that group of keys.
    Caseload(GroupId),
    /// In the agency's document: for every member, whatever their role.
    Agency,
}

impl Place {
    /// The record of this participant.
    ///
    /// # Errors
    /// `NotFound` for what is no participant's id.
    pub fn record(participant: &str) -> Result<Self, EngineError> {
        document_id(participant).map(Self::Record)
    }
}

/// A statement with whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The statement.
    pub statement: Statement,
    /// Whose device wrote it; `None` for one that the roster does not know.
    pub member: Option<MemberId>,
    /// The member's role, as the roster says now, or said last of who has left.
    pub role: Option<Role>,
}

impl Said {
    /// Its id.
    pub fn id(&self) -> RecordId {
        self.statement.id
    }

    /// When, by the clock of the device that wrote it.
    pub fn at(&self) -> Timestamp {
        self.statement.at
    }

    /// What it says; `None` when this version cannot read it.
    pub fn says<T: DeserializeOwned>(&self) -> Option<T> {
        self.statement.says()
    }
}

/// States one thing, durably; returns its id. Nothing is checked here but that this device may write
/// there at all: who may say what is the feature's to look at, before and when it is read.
///
/// # Errors
/// `NotAllowed` for who may only look; `NotFound` where the document is not here; `Invalid` for a body
/// that is too long.
pub fn say(
    open: &mut Open,
    place: Place,
    (code, about): (&str, Option<RecordId>),
    body: &impl Serialize,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<RecordId, EngineError> {
    let id = RecordId::new(now.at, rng);
    say_all(
        open,
        place,
        &[NewStatement::new(id, code, about, body)],
        now,
    )?;
    Ok(id)
}

/// States several things in one transaction.
///
/// # Errors
/// As [`say`]; nothing was written.
pub fn say_all(
    open: &mut Open,
    place: Place,
    statements: &[NewStatement],
    now: Now,
) -> Result<(), EngineError> {
    let each = statements.iter().cloned();
    match place {
        Place::Record(participant) => {
            let commands: Vec<_> = each.map(ParticipantCommand::State).collect();
            write::change(open, &participant, &commands, now, |_| Ok(()))
        }
        Place::Agency => {
            let commands: Vec<_> = each.map(AgencyCommand::State).collect();
            open.write_agency_names(&commands, now)
        }
        Place::Caseload(group) => {
            let document = open.caseload_document(&group)?;
            let document = document.ok_or(EngineError::NotFound)?;
            let mut loaded = load(open, &document)?;
            let mut written = Vec::new();
            for one in each {
                let done = loaded.document.command(&CaseloadCommand::State(one), now);
                written.extend(done.map_err(|error| refused(&error))?);
            }
            let save = Save {
                id: document,
                group,
                loaded: &loaded,
                written: &written,
                forgets: Vec::new(),
                at: now.at.millis(),
            };
            Ok(open.store.transaction(|tx| save.write(tx))?)
        }
    }
}

/// All that was stated in one place, in the order that all devices agree on. Nothing where the
/// document has not arrived.
///
/// # Errors
/// `Storage` where it cannot be read.
pub fn said(open: &mut Open, place: Place) -> Result<Vec<Said>, EngineError> {
    let found = match place {
        Place::Record(participant) => {
            let rows = open.store.read().statements(&participant)?;
            rows.iter().filter_map(statement).collect()
        }
        Place::Caseload(group) => {
            let said = said_in(open, &group)?;
            return Ok(said.into_iter().map(|(_, one)| one).collect());
        }
        Place::Agency => match open.agency_document()? {
            Some(id) => open.documents.agency(&open.store, &id)?.all_stated(),
            None => Vec::new(),
        },
    };
    Ok(found.into_iter().map(|one| whose(open, one)).collect())
}

/// As [`said`] of a caseload or a room, each with the document that it stands in. Of several documents
/// what stands in that with the greatest id comes first: all write into that with the smallest id they
/// know, so that what is said there can be about what is said in any, and never the other way round.
///
/// # Errors
/// As [`said`].
pub fn said_in(open: &mut Open, group: &GroupId) -> Result<Vec<(DocumentId, Said)>, EngineError> {
    let mut all = Vec::new();
    for document in open.caseload_documents(group)?.into_iter().rev() {
        let stated = load(open, &document)?.document.all_stated();
        let stated = stated.into_iter().map(|one| (document, whose(open, one)));
        all.extend(stated);
    }
    Ok(all)
}

/// What was stated under one code in the records of all participants that this device holds, by
/// record, the first of each first.
///
/// # Errors
/// `Storage` where rows cannot be read.
pub fn said_in_records(open: &Open, code: &str) -> Result<Vec<(DocumentId, Said)>, EngineError> {
    let rows = open.store.read().statements_of_code(code)?;
    Ok(rows
        .iter()
        .filter_map(|row| Some((row.participant, whose(open, statement(row)?))))
        .collect())
}

/// The caseloads of active members that this device reads, with whose they are; not groups that meet
/// nor records that are shared.
pub fn caseloads(open: &Open) -> Vec<(MemberId, GroupId)> {
    let is_active = |owner: &MemberId| open.roster.member(owner).is_some_and(|one| one.active);
    let mut found = caseloads_ever(open);
    found.retain(|(owner, _)| is_active(owner));
    found
}

/// As [`caseloads`], and those of members who have left: what was said there was said.
pub fn caseloads_ever(open: &Open) -> Vec<(MemberId, GroupId)> {
    let all = open.readable_caseloads().into_iter();
    all.filter(|(group, owner)| open.roster.caseload_group(owner) == Some(*group))
        .map(|(group, owner)| (owner, group))
        .collect()
}

fn whose(open: &Open, statement: Statement) -> Said {
    let device = DeviceId::from_bytes(*statement.device.as_bytes());
    let member = open.member_of_device(&device);
    let role = member.and_then(|member| open.roster.member(&member).map(|one| one.role));
    Said {
        statement,
        member,
        role,
    }
}

fn statement(row: &StatementRow) -> Option<Statement> {
    Some(Statement {
        id: row.id.parse().ok()?,
        code: row.code.clone(),
        about: row.about.parse().ok(),
        device: handrail_domain::DeviceId::from_bytes(*row.device.as_bytes()),
        at: Timestamp::from_millis(row.at),
        step: u64::try_from(row.step).ok()?,
        body: row.body.clone(),
    })
}
