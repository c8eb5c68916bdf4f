//! One participant's record is shared with a guest until an end: a clinical provider, or a
//! supervisor on call who asked in an emergency. The record moves into a group of its own that all
//! who read its coach's caseload are in, and the guest with an end. When the end has come, the
//! group gets a new key, and the record with the next item.
//!
//! The roster's entry comes first; what stands in the record, and the move, follow when it counts.

use handrail_domain::{Guest, Now, ParticipantCommand, RecordId, Timestamp};
use handrail_protocol::roster::operation::GroupKind;
use handrail_protocol::{Assignment, DocumentId, GroupId, MemberId, Operation, RosterState};
use handrail_store::{Read, StoreError, Tx};
use handrail_vault::DocumentKey;
use rand_core::CryptoRng;

use crate::api::{EngineError, GuestView, InvalidField, MemberChoice, RecordRef};
use crate::caseload::write;
use crate::consents;
use crate::convert::{document_id, domain_member, invalid};
use crate::handing_over::assign;
use crate::membership::{self, Wish};
use crate::open::Open;

/// A share whose entry does not count yet, or whose record is not written yet.
struct Share {
    id: RecordId,
    document: DocumentId,
    guest: MemberId,
    /// Unix seconds.
    until: u64,
    emergency: bool,
    /// On one line.
    reason: String,
}

/// Shares a record until a time, Unix seconds.
///
/// # Errors
/// `NotAllowed` unless this device may and the other may be a guest; `NotTold` where they are no part of
/// the team and no consent covers it.
pub fn share(
    open: &mut Open,
    participant: &str,
    guest: &str,
    until: u64,
    reason: &str,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<RecordRef, EngineError> {
    let document = document_id(participant)?;
    let guest: MemberId = guest.parse().map_err(|_| EngineError::NotFound)?;
    if !choices(open, &document)?.contains(&guest) {
        return Err(EngineError::NotAllowed);
    }
    let reason = flat(reason);
    if reason.is_empty() {
        return Err(invalid(InvalidField::Reason));
    }
    let until = consents::let_in(open, &document, (guest, until), now, rng)?;
    let share = Share {
        id: RecordId::new(now.at, rng),
        document,
        guest,
        until,
        emergency: false,
        reason,
    };
    begin(open, share, now, rng)?;
    Ok(RecordRef {
        participant: document.to_string(),
        record: None,
    })
}

/// Answers a request that was asked in an emergency: shares the record with who asked.
///
/// # Errors
/// As [`share`].
pub fn answer(
    open: &mut Open,
    (id, reason): (RecordId, &str),
    (document, guest): (DocumentId, MemberId),
    until: u64,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    let share = Share {
        id,
        document,
        guest,
        until,
        emergency: true,
        reason: flat(reason),
    };
    begin(open, share, now, rng)
}

/// Ends a guest's reading of a record before its time.
///
/// # Errors
/// `NotAllowed` unless this device may.
pub fn end(
    open: &mut Open,
    participant: &str,
    guest: &str,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<RecordRef, EngineError> {
    let document = document_id(participant)?;
    let guest: MemberId = guest.parse().map_err(|_| EngineError::NotFound)?;
    let home = open.home_of(&document)?.ok_or(EngineError::NotFound)?;
    if !may_share(open, &home) || !guests_of(open, &home).any(|(of, _)| of == guest) {
        return Err(EngineError::NotAllowed);
    }
    membership::want(open, Wish::EndCover(home, guest), rng)?;
    let said = ParticipantCommand::LetIn {
        id: RecordId::new(now.at, rng),
        guest: Guest {
            member: domain_member(guest),
            until: now.at,
            emergency: false,
            reason: String::new(),
        },
    };
    write::note(open, &document, said, now)?;
    Ok(RecordRef {
        participant: document.to_string(),
        record: None,
    })
}

/// Ends what guests read in a group that a participant leaves, so that nobody reads them again who
/// was let in before they come back.
///
/// # Errors
/// Fails only when the database does.
pub fn end_all(
    open: &mut Open,
    home: &GroupId,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    if !may_share(open, home) {
        return Ok(());
    }
    for guest in guests(open, home) {
        membership::want(open, Wish::EndCover(*home, guest), rng)?;
    }
    Ok(())
}

/// The entry that lets a guest into a record: the record's group where there is none, and the
/// guest with an end in it.
///
/// # Errors
/// Fails only when the database does.
pub fn operations(
    read: &Read<'_>,
    state: &RosterState,
    document: &DocumentId,
    (guest, until): (MemberId, u64),
) -> Result<Vec<Operation>, StoreError> {
    let home = read.document_groups(document)?.first().copied();
    let Some((home, record)) = home.and_then(|home| Some((home, state.group(&home)?))) else {
        return Ok(Vec::new());
    };
    let group = shared_group(state, document, &home);
    let mut operations = Vec::new();
    let add = |member, until| Operation::AddGroupMember {
        group,
        member,
        until: Some(until),
    };
    if state.group(&group).is_none() {
        let stays = |member: &&MemberId| !record.covers.contains_key(*member);
        operations.push(Operation::NewGroup {
            group,
            kind: GroupKind::Shared,
            owner: record.owner,
            members: record.members.iter().filter(stays).copied().collect(),
        });
        operations.extend(record.covers.iter().map(|(by, until)| add(*by, *until)));
    }
    if state.is_member_of(&guest, &group) {
        operations.push(Operation::RemoveGroupMember {
            group,
            member: guest,
        });
    }
    operations.push(add(guest, until));
    Ok(operations)
}

/// Writes into the records what became of shares whose entry counts now, and moves the records
/// into their groups. Returns whether anything was written.
///
/// # Errors
/// `EngineError`; what was not done is tried again.
pub fn complete(open: &mut Open, now: Now, rng: &mut dyn CryptoRng) -> Result<bool, EngineError> {
    let mut wrote = false;
    let waiting = waiting(&open.store.read())?;
    if waiting.is_empty() {
        return Ok(false);
    }
    let wanted = membership::wanted(&open.store.read())?;
    for share in waiting {
        let wish = Wish::Share(share.document, share.guest, share.until);
        if wanted.contains(&wish) {
            continue;
        }
        wrote |= complete_one(open, &share, now, rng)?;
        let id = share.id;
        open.store.transaction(|tx| forget(tx, id))?;
    }
    Ok(wrote)
}

#[inline(never)]
fn complete_one(
    open: &mut Open,
    share: &Share,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<bool, EngineError> {
    let document = share.document;
    let Some(home) = open.home_of(&document)? else {
        return Ok(false);
    };
    let group = shared_group(&open.roster, &document, &home);
    let until = open.roster.group(&group);
    let until = until.and_then(|record| record.covers.get(&share.guest).copied());
    let is_there = open.store.read().access(&share.id.to_string())?.is_some();
    // Somebody else's device was first, or the entry could not be.
    if until.is_none() || is_there {
        return Ok(false);
    }
    let millis = i64::try_from(share.until.saturating_mul(1000)).unwrap_or(i64::MAX);
    let said = ParticipantCommand::LetIn {
        id: share.id,
        guest: Guest {
            member: domain_member(share.guest),
            until: Timestamp::from_millis(millis),
            emergency: share.emergency,
            reason: share.reason.clone(),
        },
    };
    if group == home {
        write::note(open, &document, said, now)?;
        return Ok(true);
    }
    let before = open.store.read().assignments(&document)?;
    let before = before.last().map_or(0, |(last, _)| last.generation);
    let assignment = Assignment {
        generation: before.checked_add(1).ok_or(EngineError::NotAllowed)?,
        group,
    };
    let key = DocumentKey::generate(&mut &mut *rng);
    let epoch = open.epoch_of(&group)?;
    write::change(open, &document, &[said], now, |tx| {
        assign(tx, &document, (assignment, epoch), &key, now.at.millis())
    })?;
    Ok(true)
}

/// Whether an answer to this request is under way on this device.
///
/// # Errors
/// Fails only when the database does.
pub fn is_under_way(open: &Open, id: RecordId) -> Result<bool, StoreError> {
    let waiting = waiting(&open.store.read())?;
    Ok(waiting.iter().any(|share| share.id == id))
}

/// The group of a shared record: the one that it is at home in, or the one that belongs to it in
/// this caseload. Two devices that share it at once mean the same.
fn shared_group(state: &RosterState, document: &DocumentId, home: &GroupId) -> GroupId {
    let is_shared = state
        .group(home)
        .is_some_and(|record| record.kind == GroupKind::Shared);
    if is_shared {
        *home
    } else {
        GroupId::of_shared_record(document, home)
    }
}

/// Whether this member may say who else reads what is at home in a group.
pub fn may_share(open: &Open, home: &GroupId) -> bool {
    open.roster.is_administrator(&open.identity.device) && open.reads(home)
}

/// With whom this member may share a record.
fn choices(open: &Open, document: &DocumentId) -> Result<Vec<MemberId>, EngineError> {
    let home = open.home_of(document)?;
    let Some(home) = home.filter(|home| may_share(open, home)) else {
        return Ok(Vec::new());
    };
    let members = open.roster.members();
    Ok(members
        .filter(|(id, member)| {
            member.active && member.role.may_be_guest() && !open.roster.is_member_of(id, &home)
        })
        .map(|(id, _)| id)
        .collect())
}

/// The same for a screen, by name.
///
/// # Errors
/// Fails only when the database does.
pub fn choice_views(open: &Open, document: &DocumentId) -> Result<Vec<MemberChoice>, EngineError> {
    let mut views: Vec<MemberChoice> = choices(open, document)?
        .iter()
        .map(|member| MemberChoice {
            member: member.to_string(),
            name: open.member_name(member),
        })
        .collect();
    views.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(views)
}

/// Who reads what is at home in a group as a guest, until when (Unix seconds).
fn guests_of<'a>(
    open: &'a Open,
    home: &GroupId,
) -> impl Iterator<Item = (MemberId, u64)> + use<'a> {
    let roster = &open.roster;
    let caseload = roster.caseload_of_group(home);
    let record = roster.group(home);
    record
        .filter(|record| record.kind == GroupKind::Shared)
        .into_iter()
        .flat_map(|record| &record.covers)
        .filter(move |(by, _)| !caseload.is_some_and(|of| roster.is_member_of(by, &of)))
        .map(|(by, until)| (*by, *until))
}

/// Who reads what is at home in a group as a guest.
pub fn guests(open: &Open, home: &GroupId) -> Vec<MemberId> {
    guests_of(open, home).map(|(guest, _)| guest).collect()
}

/// Whether anybody reads a record as a guest.
///
/// # Errors
/// Fails only when the database does.
pub fn has_guests(open: &Open, document: &DocumentId) -> Result<bool, StoreError> {
    let homes = open.store.read().document_groups(document)?;
    let home = homes.first();
    Ok(home.is_some_and(|home| guests_of(open, home).next().is_some()))
}

/// Who reads a record as a guest now, for a screen.
///
/// # Errors
/// Fails only when the database does.
pub fn guest_views(open: &Open, document: &DocumentId) -> Result<Vec<GuestView>, EngineError> {
    let Some(home) = open.home_of(document)? else {
        return Ok(Vec::new());
    };
    let said = open.store.read().guests(document)?;
    let may_end = may_share(open, &home);
    let view = |(member, until): (MemberId, u64)| {
        let said = said.iter().rev().filter_map(|row| row.guest.as_ref());
        let said = said
            .filter(|guest| guest.member == member)
            .find(|guest| !guest.reason.is_empty());
        GuestView {
            member: member.to_string(),
            name: open.member_name(&member),
            own: member == open.identity.member,
            until: i64::try_from(until)
                .unwrap_or(i64::MAX)
                .saturating_mul(1000),
            emergency: said.is_some_and(|guest| guest.emergency),
            reason: said.map(|guest| guest.reason.clone()).unwrap_or_default(),
            may_end,
        }
    };
    Ok(guests_of(open, &home).map(view).collect())
}

/// Whether something about who reads a record waits for the relay.
///
/// # Errors
/// Fails only when the database does.
pub fn waits(open: &Open, document: &DocumentId) -> Result<bool, EngineError> {
    let home = open.home_of(document)?;
    let wanted = membership::wanted(&open.store.read())?;
    Ok(wanted.iter().any(|wish| match wish {
        Wish::Share(of, ..) => of == document,
        Wish::EndCover(group, _) => home == Some(*group),
        _ => false,
    }))
}

fn begin(
    open: &mut Open,
    share: Share,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    let wish = Wish::Share(share.document, share.guest, share.until);
    let id = share.id;
    open.store.transaction(|tx| -> Result<(), StoreError> {
        let mut all = waiting(tx)?;
        all.push(share);
        keep(tx, &all)
    })?;
    if let Err(error) = membership::want(open, wish, rng) {
        open.store.transaction(|tx| forget(tx, id))?;
        return Err(error);
    }
    // Where no relay carries the roster, it counts already.
    complete(open, now, rng).map(|_| ())
}

const WAITING: &str = "sharing";

fn waiting(read: &Read<'_>) -> Result<Vec<Share>, StoreError> {
    let bytes = read.meta(WAITING)?;
    let text = bytes
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .unwrap_or_default();
    Ok(text.lines().filter_map(parse).collect())
}

fn keep(tx: &Tx<'_>, all: &[Share]) -> Result<(), StoreError> {
    let lines: Vec<String> = all.iter().map(line).collect();
    tx.set_meta(WAITING, lines.join("\n").as_bytes())
}

fn forget(tx: &Tx<'_>, id: RecordId) -> Result<(), StoreError> {
    let mut all = waiting(tx)?;
    all.retain(|share| share.id != id);
    keep(tx, &all)
}

fn line(share: &Share) -> String {
    let Share {
        id,
        document,
        guest,
        until,
        emergency,
        reason,
    } = share;
    format!("{id} {document} {guest} {until} {emergency} {reason}")
}

fn parse(line: &str) -> Option<Share> {
    let mut words = line.splitn(6, ' ');
    Some(Share {
        id: words.next()?.parse().ok()?,
        document: words.next()?.parse().ok()?,
        guest: words.next()?.parse().ok()?,
        until: words.next()?.parse().ok()?,
        emergency: words.next()?.parse().ok()?,
        reason: words.next()?.to_owned(),
    })
}

/// On one line, with single spaces.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_survives_its_line() {
        let share = Share {
            id: RecordId::from_bytes([1; 16]),
            document: DocumentId::from_bytes([2; 16]),
            guest: MemberId::from_bytes([3; 16]),
            until: 1_800_000_000,
            emergency: true,
            reason: flat(" No answer\nfrom  the coach. "),
        };
        let read = parse(&line(&share)).unwrap();
        assert_eq!(line(&read), line(&share));
        assert_eq!(read.reason, "No answer from the coach.");
        assert!(parse("").is_none());
    }
}
