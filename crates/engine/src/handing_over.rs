//! A participant goes from one coach's caseload to another's.

use handrail_domain::{Now, ParticipantCommand, RecordId};
use handrail_protocol::{Assignment, DocumentId, DocumentKind, GroupId, MemberId};
use handrail_store::{StoreError, Tx};
use handrail_vault::DocumentKey;
use rand_core::CryptoRng;

use crate::api::{EngineError, MemberChoice, RecordRef};
use crate::caseload::write;
use crate::convert::{document_id, domain_member};
use crate::open::{self, Open};
use crate::sharing;
use crate::workforce;

/// Hands a participant over: writes it into their record, and makes the key under which the
/// record goes on, for the new coach's caseload alone. The next item of the record carries that
/// key, and every earlier one, to that caseload.
///
/// # Errors
/// `NotAllowed` unless this device may and holds the keys of both caseloads.
pub fn hand_over(
    open: &mut Open,
    participant: &str,
    to: &str,
    reason: &str,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<RecordRef, EngineError> {
    let id = document_id(participant)?;
    let to: MemberId = to.parse().map_err(|_| EngineError::NotFound)?;
    let home = open.home_of(&id)?.ok_or(EngineError::NotFound)?;
    if !may_hand_over(open) || !open.reads(&home) {
        return Err(EngineError::NotAllowed);
    }
    let group = choices(open, &home)
        .into_iter()
        .find(|(_, member)| *member == to)
        .map(|(group, _)| group)
        .ok_or(EngineError::NotAllowed)?;
    workforce::check_all(open, to, (None, Some(id)), now)?;
    let known = open.store.read().assignments(&id)?;
    let before = known.last().map_or(0, |(last, _)| last.generation);
    let assignment = Assignment {
        generation: before.checked_add(1).ok_or(EngineError::NotAllowed)?,
        group,
    };
    let record = RecordId::new(now.at, rng);
    let command = ParticipantCommand::HandOver {
        id: record,
        to: domain_member(to),
        by: domain_member(open.identity.member),
        reason: reason.to_owned(),
    };
    let key = DocumentKey::generate(&mut &mut *rng);
    let epoch = open.epoch_of(&group)?;
    write::change(open, &id, &[command], now, |tx| {
        assign(tx, &id, (assignment, epoch), &key, now.at.millis())
    })?;
    sharing::end_all(open, &home, rng)?;
    Ok(RecordRef {
        participant: id.to_string(),
        record: Some(record.to_string()),
    })
}

/// Hands several over, each to their own coach.
///
/// # Errors
/// Before the first is, when one of them cannot be.
pub fn hand_over_many(
    open: &mut Open,
    all: &[(String, String)],
    reason: &str,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    for (participant, to) in all {
        let id = document_id(participant)?;
        let home = open.home_of(&id)?.ok_or(EngineError::NotFound)?;
        let is_choice = choice_views(open, Some(&home))
            .iter()
            .any(|choice| choice.member == *to);
        if !is_choice {
            return Err(EngineError::NotAllowed);
        }
        let to: MemberId = to.parse().map_err(|_| EngineError::NotFound)?;
        workforce::check_all(open, to, (None, Some(id)), now)?;
    }
    for (participant, to) in all {
        hand_over(open, participant, to, reason, now, rng)?;
    }
    Ok(())
}

/// Notes that a document belongs to another group from now on, with the key that this device
/// made for it.
pub fn assign(
    tx: &Tx<'_>,
    id: &DocumentId,
    (assignment, epoch): (Assignment, u32),
    key: &DocumentKey,
    at: i64,
) -> Result<(), StoreError> {
    open::add_document_key(tx, id, &assignment.group, epoch, key, at)?;
    tx.add_assignment(
        id,
        DocumentKind::Participant.number(),
        assignment,
        &key.id(),
    )
}

/// Whether this member may hand participants over at all.
pub fn may_hand_over(open: &Open) -> bool {
    let role = open.roster.role_of(&open.identity.member);
    open.roster.is_administrator(&open.identity.device)
        || role.is_some_and(handrail_protocol::Role::reads_all_caseloads)
}

/// To whom participants of a caseload can go: everybody with a caseload of their own, whose keys
/// this device holds.
fn choices(open: &Open, home: &GroupId) -> Vec<(GroupId, MemberId)> {
    let takes = |member: &MemberId| {
        open.roster
            .role_of(member)
            .is_some_and(handrail_protocol::Role::reads_caseloads)
    };
    let caseload = open.roster.caseload_of_group(home);
    open.readable_caseloads()
        .into_iter()
        .filter(|(group, member)| {
            open.roster.caseload_of_group(group) == Some(*group)
                && caseload != Some(*group)
                && takes(member)
                && open.keyring.newest(*group).is_some()
        })
        .collect()
}

/// The same for a screen, by name; empty when this member may not hand over.
pub fn choice_views(open: &Open, home: Option<&GroupId>) -> Vec<MemberChoice> {
    let Some(home) = home.filter(|home| may_hand_over(open) && open.reads(home)) else {
        return Vec::new();
    };
    let mut views: Vec<MemberChoice> = choices(open, home)
        .into_iter()
        .map(|(_, member)| MemberChoice {
            member: member.to_string(),
            name: open.member_name(&member),
        })
        .collect();
    views.sort_by(|one, other| one.name.cmp(&other.name));
    views
}
