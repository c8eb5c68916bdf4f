//! A group begins, and who of the team is in it. Whoever reads it follows from keys, so the roster's
//! entry comes first, and only an administrator's device can make it.

use handrail_domain::document::{CaseloadCommand, CaseloadDocument};
use handrail_domain::group::{GroupChange, Part, Rhythm};
use handrail_domain::{LocalDate, Now};
use handrail_protocol::{DocumentKind, GroupId, MemberId};
use handrail_store::{Read, StoreError, Tx};
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};

use super::{Shown, opened, write};
use crate::api::{EngineError, GroupCommand, GroupFailed, InvalidField, Stays};
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
    gather(open, wanted, (keys, owner), now, rng)
}

/// Tries again to make a group whose entry could not be, led by this member.
pub(super) fn make_again(
    open: &mut Open,
    (failed, member): (&str, &str),
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    let owner = of_the_team(open, member)?;
    let mut wanted = one_failed(open, failed)?;
    let keys = wanted.keys.parse().map_err(|_| EngineError::NotFound)?;
    member.clone_into(&mut wanted.member);
    gather(open, wanted, (keys, owner), now, rng)
}

/// Lets go of a group whose entry could not be.
pub(super) fn give_up(open: &mut Open, failed: &str) -> Result<(), EngineError> {
    let given_up = one_failed(open, failed)?;
    open.store.transaction(|tx| -> Result<(), StoreError> {
        let mut all = all_wanted(tx)?;
        all.retain(|one| one.keys != given_up.keys);
        keep(tx, &all)
    })?;
    Ok(())
}

fn one_failed(open: &Open, keys: &str) -> Result<Wanted, EngineError> {
    let mut all = sorted(open)?.1.into_iter();
    all.find(|one| one.keys == keys)
        .ok_or(EngineError::NotFound)
}

/// Those that wait for the relay, and those whose entry was refused, or cannot be made any more.
fn sorted(open: &Open) -> Result<(Vec<Wanted>, Vec<Wanted>), EngineError> {
    let wishes = membership::wanted(&open.store.read())?;
    let all = all_wanted(&open.store.read())?.into_iter();
    Ok(all.partition(|wanted| {
        let (Ok(keys), Ok(owner)) = (wanted.keys.parse(), wanted.member.parse()) else {
            return false;
        };
        open.reads(&keys) || wishes.contains(&Wish::Gather(keys, owner))
    }))
}

/// Keeps what was typed of a group, and wants its entry.
fn gather(
    open: &mut Open,
    wanted: Wanted,
    (keys, owner): (GroupId, MemberId),
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    let before = all_wanted(&open.store.read())?;
    open.store.transaction(|tx| {
        let mut all = before.clone();
        all.retain(|one| one.keys != wanted.keys);
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
    let (mut rest, mut wrote) = (Vec::new(), false);
    for wanted in all {
        let (Ok(keys), Ok(owner)) = (wanted.keys.parse(), wanted.member.parse()) else {
            continue;
        };
        if !open.reads(&keys) {
            // It waits for the relay, or the entry could not be: what was typed stays.
            rest.push(wanted);
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

/// Names of groups that wait for the relay, and the groups whose entry could not be.
pub(super) fn wanted(open: &Open) -> Result<(Vec<String>, Vec<GroupFailed>), EngineError> {
    let (waiting, failed) = sorted(open)?;
    let names = waiting.into_iter().map(|wanted| wanted.name).collect();
    let failed = failed.into_iter().map(|wanted| GroupFailed {
        member: of_the_team(open, &wanted.member)
            .is_ok()
            .then_some(wanted.member),
        id: wanted.keys,
        name: wanted.name,
    });
    Ok((names, failed.collect()))
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
    let (lead, end) = wishes_about(&opened.keys, member);
    let waiting = membership::wanted(&open.store.read())?;
    if waiting.contains(&end) || !is_in(open, &opened.keys, &member) {
        membership::want_instead(open, &end, lead, rng)?;
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
    let (lead, end) = wishes_about(&opened.keys, member);
    let waits = membership::wanted(&open.store.read())?.contains(&lead);
    let reads = open.roster.is_member_of(&member, &opened.keys);
    if waits || reads && stays(open, &opened, &member).is_none() {
        membership::want_instead(open, &lead, end, rng)?;
    }
    let said = GroupChange::Staff(domain_member(member), Part::Away);
    write(open, &mut opened, vec![said], now)
}

/// What lets somebody into a group, and what takes them out of it.
fn wishes_about(keys: &GroupId, member: MemberId) -> (Wish, Wish) {
    (Wish::Lead(*keys, member), Wish::EndCover(*keys, member))
}

/// Whether somebody is in a group for good: who covers for somebody is in it until that ends.
fn is_in(open: &Open, keys: &GroupId, member: &MemberId) -> bool {
    let record = open.roster.group(keys);
    record.is_some_and(|record| {
        record.members.contains(member) && !record.covers.contains_key(member)
    })
}

/// Why somebody reads the group whatever part they have in it, if they do.
pub(super) fn stays(open: &Open, opened: &Shown, member: &MemberId) -> Option<Stays> {
    let known = open.roster.member(member).filter(|known| known.active)?;
    let record = open.roster.group(&opened.keys)?;
    if known.role.reads_all_caseloads() {
        Some(Stays::ReadsAll)
    } else if record.owner == Some(*member) {
        Some(Stays::BeganIt)
    } else {
        None
    }
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
