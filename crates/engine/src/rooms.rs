//! Documents that an agency has once, each in a shared group of keys of its own whose id follows from
//! the agency's: the desk of clinic and supervisors, and what coaches say among themselves. An
//! administrator's device begins one with an entry of the roster, and makes its document once that counts.
//! Two devices of one administrator that begin it without a connection make two documents: everybody
//! reads both as one, and writes into that with the smaller id (`statements::said_in`).

use handrail_domain::Now;
use handrail_domain::document::{CaseloadCommand, CaseloadDocument};
use handrail_protocol::{DocumentKind, GroupId, MemberId, Role, RosterState};
use handrail_store::StoreError;
use rand_core::CryptoRng;

use crate::api::EngineError;
use crate::caseload::write::refused;
use crate::engine::new_document;
use crate::membership::{self, Wish};
use crate::open::Open;

/// One of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// Supervisors, and the clinical providers whom they name.
    Desk,
    /// Coaches and supervisors.
    Coaches,
}

/// How it stands with a room on this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// It is here, and this member reads it.
    pub is_open: bool,
    /// It was begun, and is on its way.
    pub waits: bool,
}

impl Room {
    const ALL: [Self; 2] = [Self::Desk, Self::Coaches];

    /// The room whose keys a group has.
    pub fn of(roster: &RosterState, group: &GroupId) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|room| room.keys(roster) == *group)
    }

    /// Its group of keys.
    pub fn keys(self, roster: &RosterState) -> GroupId {
        match self {
            Self::Desk => GroupId::of_desk(&roster.agency()),
            Self::Coaches => GroupId::of_coaches(&roster.agency()),
        }
    }

    /// Whether people of a role are in it as long as they have that role.
    fn is_for(self, role: Role) -> bool {
        match self {
            Self::Desk => role.reads_all_caseloads(),
            Self::Coaches => role.reads_caseloads(),
        }
    }

    /// Where this device keeps that it began the room and has not made its document.
    fn wanted(self) -> &'static str {
        match self {
            Self::Desk => "desk_wanted",
            Self::Coaches => "coaches_wanted",
        }
    }

    /// What its document is called; people never read it.
    fn title(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Coaches => "coaches",
        }
    }
}

/// Whether people of a role are in a group of keys that holds documents of participants or of a room,
/// from when they join until they leave or have another role.
pub fn is_for(roster: &RosterState, group: &GroupId, role: Role) -> bool {
    match Room::of(roster, group) {
        Some(room) => room.is_for(role),
        None => role.reads_all_caseloads(),
    }
}

/// Whether somebody can open what coaches say among themselves.
pub fn is_among_coaches(roster: &RosterState, member: &MemberId) -> bool {
    roster.is_member_of(member, &Room::Coaches.keys(roster))
}

/// How it stands with a room.
///
/// # Errors
/// `Storage` where the database cannot be read.
pub fn standing(open: &Open, room: Room) -> Result<Standing, EngineError> {
    let keys = room.keys(&open.roster);
    let is_here = open.caseload_document(&keys)?.is_some();
    let is_open = open.reads(&keys) && is_here;
    let wished = membership::wanted(&open.store.read())?;
    let is_wished = wished
        .iter()
        .any(|wish| matches!(wish, Wish::Gather(group, _) if *group == keys));
    Ok(Standing {
        is_open,
        waits: !is_open && (is_wished || open.reads(&keys)),
    })
}

/// Wants the roster's entry; the document follows when it counts.
///
/// # Errors
/// `NotAllowed` for who is no administrator, and for a room that was begun.
pub fn begin(
    open: &mut Open,
    room: Room,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    let keys = room.keys(&open.roster);
    let may = open.roster.is_administrator(&open.identity.device);
    if !may || open.roster.group(&keys).is_some() {
        return Err(EngineError::NotAllowed);
    }
    open.store
        .transaction(|tx| tx.set_meta(room.wanted(), b"1"))?;
    membership::want(open, Wish::Gather(keys, open.identity.member), rng)?;
    make_wanted(open, now, rng).map(|_| ())
}

/// Makes the documents of rooms that this device began, once their entries count. Answers whether one
/// was made.
///
/// # Errors
/// `EngineError`; what was not done is tried again.
pub fn make_wanted(
    open: &mut Open,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<bool, EngineError> {
    let mut made = false;
    for room in Room::ALL {
        made |= make(open, room, now, rng)?;
    }
    Ok(made)
}

fn make(
    open: &mut Open,
    room: Room,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<bool, EngineError> {
    let keys = room.keys(&open.roster);
    if open.store.read().meta(room.wanted())?.is_none() || !open.reads(&keys) {
        return Ok(false);
    }
    let record = open.roster.group(&keys);
    let is_own = record.and_then(|record| record.owner) == Some(open.identity.member);
    if !is_own || open.caseload_document(&keys)?.is_some() {
        // It is made, or another administrator was faster, whose device makes it.
        open.store.transaction(|tx| tx.remove_meta(room.wanted()))?;
        return Ok(false);
    }
    let mut document =
        CaseloadDocument::new(open.documents.session()).map_err(|_| EngineError::NotAllowed)?;
    let written = document
        .command(&CaseloadCommand::SetTitle(room.title().to_owned()), now)
        .map_err(|error| refused(&error))?;
    let epoch = open.epoch_of(&keys)?;
    open.store.transaction(|tx| -> Result<(), StoreError> {
        let kind = DocumentKind::Caseload;
        new_document(tx, kind, &keys, epoch, written.as_slice(), now, rng)?;
        tx.remove_meta(room.wanted())
    })?;
    Ok(true)
}
