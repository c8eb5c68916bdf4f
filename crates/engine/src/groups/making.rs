//! A group begins, and who of the team is in it. Whoever reads it follows from keys, so the roster's
//! entry comes first, and only an administrator's device can make it.

use handrail_domain::document::{CaseloadCommand, CaseloadDocument};
use handrail_domain::group::{GroupChange, Part, Rhythm};
use handrail_domain::{LocalDate, Now};
use handrail_protocol::{DocumentKind, GroupId, MemberId, Role};
use handrail_store::{Read, StoreError, Tx};
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};

use super::{Opened, opened, write};
use crate::api::{EngineError, GroupCommand, InvalidField};
use crate::caseload::write::refused;
use crate::convert::{domain_member, invalid};
use crate::engine::new_document;
use crate::membership::{self, Wish};
use crate::open::Open;

/// A group whose entry does not count yet, or whose document is not made yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Wanted {
    keys: String,
    name: String,
    place: String,
    whom: String,
    from: LocalDate,
    rhythm: Rhythm,
    member: String,
    part: Part,
}

const WANTED: &str = "groups_wanted";

pub(super) fn make(
    open: &mut Open,
    command: &GroupCommand,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    let GroupCommand::Make {
        name,
        place,
        whom,
        from,
        rhythm,
        member,
        part,
    } = command
    else {
        return Err(EngineError::NotAllowed);
    };
    let owner = of_the_team(open, member)?;
    if !rhythm.is_whole() {
        return Err(invalid(InvalidField::Minutes));
    }
    let mut random = [0; GroupId::LENGTH];
    rng.fill_bytes(&mut random);
    let keys = GroupId::from_bytes(random);
    let wanted = Wanted {
        keys: keys.to_string(),
        name: name.clone(),
        place: place.clone(),
        whom: whom.clone(),
        from: *from,
        rhythm: *rhythm,
        member: member.clone(),
        part: *part,
    };
    // What the document would refuse is said now.
    begun(open, &wanted, owner, now)?;
    let before = all_wanted(&open.store.read())?;
    open.store.transaction(|tx| {
        let mut all = before.clone();
        all.push(wanted);
        keep(tx, &all)
    })?;
    if let Err(error) = membership::want(open, Wish::Gather(keys, owner), rng) {
        open.store.transaction(|tx| keep(tx, &before))?;
        return Err(error);
    }
    // Where no relay carries the roster, it counts already.
    make_wanted(open, now, rng).map(|_| ())
}

/// Makes the documents of groups whose entry counts now. Answers whether anything was written.
///
/// # Errors
/// `EngineError`; what was not done is tried again.
pub fn make_wanted(
    open: &mut Open,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<bool, EngineError> {
    let all = all_wanted(&open.store.read())?;
    if all.is_empty() {
        return Ok(false);
    }
    let wishes = membership::wanted(&open.store.read())?;
    let (mut rest, mut wrote) = (Vec::new(), false);
    for wanted in all {
        let (Ok(keys), Ok(owner)) = (wanted.keys.parse(), wanted.member.parse()) else {
            continue;
        };
        if !open.reads(&keys) {
            // It waits for the relay, or the entry could not be.
            if wishes.contains(&Wish::Gather(keys, owner)) {
                rest.push(wanted);
            }
            continue;
        }
        let written = begun(open, &wanted, owner, now)?;
        let epoch = open.epoch_of(&keys)?;
        open.store.transaction(|tx| -> Result<(), StoreError> {
            let kind = DocumentKind::Caseload;
            new_document(tx, kind, &keys, epoch, &written, now, rng)?;
            let mut others = all_wanted(tx)?;
            others.retain(|other| other.keys != wanted.keys);
            keep(tx, &others)
        })?;
        wrote = true;
    }
    open.store.transaction(|tx| keep(tx, &rest))?;
    Ok(wrote)
}

/// Names of groups that wait for the relay.
pub(super) fn waiting(open: &Open) -> Result<Vec<String>, EngineError> {
    let all = all_wanted(&open.store.read())?.into_iter();
    Ok(all.map(|wanted| wanted.name).collect())
}

/// The first changes of a group's document.
fn begun(
    open: &mut Open,
    wanted: &Wanted,
    owner: MemberId,
    now: Now,
) -> Result<Vec<handrail_domain::document::Written>, EngineError> {
    let mut document =
        CaseloadDocument::new(open.documents.session()).map_err(|_| EngineError::NotAllowed)?;
    let changes = [
        GroupChange::Name(wanted.name.clone()),
        GroupChange::Place(wanted.place.clone()),
        GroupChange::Whom(wanted.whom.clone()),
        GroupChange::Rhythm {
            from: wanted.from,
            to: Some(wanted.rhythm),
        },
        GroupChange::Staff(domain_member(owner), wanted.part),
    ];
    let mut written = Vec::new();
    for change in changes {
        let command = CaseloadCommand::ChangeGroup(change);
        let done = document.command(&command, now);
        written.extend(done.map_err(|error| refused(&error))?);
    }
    Ok(written)
}

pub(super) fn let_in(
    open: &mut Open,
    (group, member, part): (&str, &str, Part),
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    let mut opened = opened(open, group)?;
    let member = of_the_team(open, member)?;
    if !open.roster.is_member_of(&member, &opened.keys) {
        membership::want(open, Wish::Lead(opened.keys, member), rng)?;
    }
    let said = GroupChange::Staff(domain_member(member), part);
    write(open, &mut opened, vec![said], now)
}

pub(super) fn take_out(
    open: &mut Open,
    (group, member): (&str, &str),
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    let mut opened = opened(open, group)?;
    let member: MemberId = member.parse().map_err(|_| EngineError::NotFound)?;
    if open.roster.is_member_of(&member, &opened.keys) && !stays(open, &opened, &member) {
        membership::want(open, Wish::EndCover(opened.keys, member), rng)?;
    }
    let said = GroupChange::Staff(domain_member(member), Part::Away);
    write(open, &mut opened, vec![said], now)
}

/// Whether somebody reads the group whatever part they have in it.
pub(super) fn stays(open: &Open, opened: &Opened, member: &MemberId) -> bool {
    let role = open.roster.role_of(member);
    let record = open.roster.group(&opened.keys);
    role.is_some_and(Role::reads_all_caseloads)
        || record.is_some_and(|record| record.owner == Some(*member))
}

/// Whether somebody is being let in or taken out and waits for the relay.
pub(super) fn waits(open: &Open, keys: &GroupId) -> Result<bool, EngineError> {
    let wishes = membership::wanted(&open.store.read())?;
    Ok(wishes.iter().any(|wish| match wish {
        Wish::Lead(of, _) | Wish::EndCover(of, _) => of == keys,
        _ => false,
    }))
}

/// Who may be in a group: whoever may keep records.
pub(super) fn may_be_in(open: &Open) -> impl Iterator<Item = MemberId> {
    let members = open.roster.members();
    members
        .filter(|(_, member)| member.active && member.role.reads_caseloads())
        .map(|(id, _)| id)
}

fn of_the_team(open: &Open, member: &str) -> Result<MemberId, EngineError> {
    let member: MemberId = member.parse().map_err(|_| EngineError::NotFound)?;
    let mut all = may_be_in(open);
    all.find(|of| *of == member).ok_or(EngineError::NotAllowed)
}

fn all_wanted(read: &Read<'_>) -> Result<Vec<Wanted>, StoreError> {
    let bytes = read.meta(WANTED)?;
    Ok(bytes
        .and_then(|bytes| serde_json::from_slice(&bytes).ok())
        .unwrap_or_default())
}

fn keep(tx: &Tx<'_>, all: &[Wanted]) -> Result<(), StoreError> {
    let bytes = serde_json::to_vec(all).map_err(|_| StoreError::row("meta"))?;
    tx.set_meta(WANTED, &bytes)
}
