//! Coaches who go in alone, and by when they are to be heard from (S4-8). They stand in the document
//! of the coach's caseload, so that supervisors see them.

use handrail_domain::check_in::{CheckIn, CheckInChange};
use handrail_domain::document::CaseloadCommand;
use handrail_domain::{Now, RecordId, Timestamp};
use handrail_protocol::{DeviceId, GroupId};
use rand_core::CryptoRng;

use crate::api::{
    CheckInCommand, CheckInKnown, CheckInView, CheckInsView, EngineError, InvalidField,
};
use crate::call_outs::{Save, load};
use crate::caseload::write::refused;
use crate::convert::{domain_member, invalid, record_id};
use crate::open::Open;

/// What is under way of those that this device reads.
///
/// # Errors
/// Fails only when the database does.
pub fn view(open: &mut Open) -> Result<CheckInsView, EngineError> {
    let mut view = CheckInsView {
        may_begin: false,
        own: None,
        others: Vec::new(),
    };
    for (group, check_in) in under_way(open)? {
        let is_own = open.is_own_caseload(Some(&group));
        let shown = CheckInView {
            id: check_in.id.to_string(),
            coach: open.coach_name(Some(&group)),
            place: check_in.place,
            began_at: check_in.began_at.millis(),
            due_at: check_in.due_at.millis(),
            known: known(open, &group)?,
        };
        if is_own {
            // Of two that two devices began, the one that is due first is looked after first.
            view.own = view
                .own
                .take()
                .into_iter()
                .chain([shown])
                .min_by_key(|one| one.due_at);
        } else {
            view.others.push(shown);
        }
    }
    view.others.sort_by_key(|one| one.due_at);
    view.may_begin = view.own.is_none() && open.own_caseload().is_ok() && !open.may_only_look();
    Ok(view)
}

/// Does an order.
///
/// # Errors
/// `NotAllowed` without a caseload of one's own; `Invalid` with `Time` for a time that does not fit;
/// `NotFound` for one that is not under way here.
pub fn order(
    open: &mut Open,
    command: &CheckInCommand,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    if open.may_only_look() {
        return Err(EngineError::NotAllowed);
    }
    let (group, id, change) = match command {
        CheckInCommand::Begin { minutes, place } => {
            if view(open)?.own.is_some() {
                return Err(invalid(InvalidField::Time));
            }
            let change = CheckInChange::Begin {
                place: place.clone(),
                due_at: after(*minutes, now),
            };
            (open.own_caseload()?, RecordId::new(now.at, rng), change)
        }
        CheckInCommand::Longer { check_in, minutes } => {
            let (group, id) = found(open, check_in)?;
            if !open.is_own_caseload(Some(&group)) {
                return Err(EngineError::NotAllowed);
            }
            (group, id, CheckInChange::Longer(after(*minutes, now)))
        }
        CheckInCommand::End { check_in } => {
            let (group, id) = found(open, check_in)?;
            let by = domain_member(open.identity.member);
            (group, id, CheckInChange::End(by))
        }
    };
    let document = open.caseload_document(&group)?;
    let document = document.ok_or(EngineError::NotFound)?;
    let mut loaded = load(open, &document)?;
    let command = CaseloadCommand::ChangeCheckIn { id, change };
    let written = loaded.document.command(&command, now);
    let written = written.map_err(|error| refused(&error))?;
    let save = Save {
        id: document,
        group,
        loaded: &loaded,
        written: written.as_slice(),
        forgets: Vec::new(),
        at: now.at.millis(),
    };
    Ok(open.store.transaction(|tx| save.write(tx))?)
}

fn after(minutes: u32, now: Now) -> Timestamp {
    Timestamp::from_millis(now.at.millis().saturating_add(i64::from(minutes) * 60_000))
}

fn found(open: &mut Open, check_in: &str) -> Result<(GroupId, RecordId), EngineError> {
    let id = record_id(check_in)?;
    let all = under_way(open)?.into_iter();
    let mut fitting = all.filter(|(_, one)| one.id == id);
    let (group, _) = fitting.next().ok_or(EngineError::NotFound)?;
    Ok((group, id))
}

fn under_way(open: &mut Open) -> Result<Vec<(GroupId, CheckIn)>, EngineError> {
    let mut found = Vec::new();
    for (group, _) in open.readable_caseloads() {
        // Neither those who share one record nor those of a group that meets have such a thing.
        if open.roster.caseload_of_group(&group) != Some(group) {
            continue;
        }
        let Some(document) = open.caseload_document(&group)? else {
            continue;
        };
        let all = load(open, &document)?.document.check_ins().into_iter();
        let open_ones = all.filter(|one| one.ended.is_none());
        found.extend(open_ones.map(|one| (group, one)));
    }
    Ok(found)
}

/// What is known of everything that this device wrote in the document of a caseload is known of its
/// check-in too.
fn known(open: &Open, group: &GroupId) -> Result<CheckInKnown, EngineError> {
    let Some(document) = open.caseload_document(group)? else {
        return Ok(CheckInKnown::HereOnly);
    };
    let own = &open.identity;
    let members = open.roster.group(group).map(|record| &record.members);
    let others: Vec<DeviceId> = open
        .roster
        .devices()
        .filter(|device| device.revoked.is_none() && device.member != own.member)
        .filter(|device| members.is_some_and(|members| members.contains(&device.member)))
        .map(|device| device.id)
        .collect();
    let read = open.store.read();
    let waits = |others| read.is_needed_here(&document, &own.device, "", others);
    Ok(if open.conversation.is_none() || waits(None)? {
        CheckInKnown::HereOnly
    } else if others.is_empty() || waits(Some(&others))? {
        CheckInKnown::Sent
    } else {
        CheckInKnown::Reached
    })
}
