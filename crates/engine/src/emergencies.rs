//! A supervisor on call opens a record that they do not read. They ask in the document of their
//! own caseload, which every supervisor reads; the first supervisor's device that is open answers
//! by itself, if it finds the one participant who is meant, and shares that record for a night.

use handrail_domain::document::{CaseloadCommand, CaseloadDocument};
use handrail_domain::emergency::{EMERGENCY_SECONDS, is_same_name};
use handrail_domain::{EmergencyRequest, Now, RecordId};
use handrail_protocol::{DocumentId, MemberId, Role};
use handrail_store::StoreError;
use handrail_sync::RELAY_CLOCK;
use rand_core::CryptoRng;

use crate::api::{EmergenciesView, EmergencyState, EmergencyView, EngineError, MemberChoice};
use crate::caseload::write::refused;
use crate::convert::{domain_member, protocol_member};
use crate::open::{self, Open};
use crate::{sharing, views};

/// Asks for a record.
///
/// # Errors
/// `NotAllowed` unless this member is a supervisor on call; `Invalid` without name or reason.
pub fn ask(
    open: &mut Open,
    (coach, name, reason): (&str, &str, &str),
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    let coach: MemberId = coach.parse().map_err(|_| EngineError::NotFound)?;
    if !may_ask(open) || !coaches(open).contains(&coach) {
        return Err(EngineError::NotAllowed);
    }
    let group = open.own_caseload()?;
    let id = open
        .caseload_document(&group)?
        .ok_or(EngineError::NotFound)?;
    let mut document = load(open, &id)?;
    let command = CaseloadCommand::Ask {
        id: RecordId::new(now.at, rng),
        coach: domain_member(coach),
        name: name.to_owned(),
        reason: reason.to_owned(),
    };
    let written = document
        .command(&command, now)
        .map_err(|error| refused(&error))?;
    open.store.transaction(|tx| -> Result<(), StoreError> {
        if let Some(change) = &written {
            tx.add_pending(&id, change.hash.as_bytes(), &change.change, now.at.millis())?;
        }
        Ok(())
    })?;
    Ok(())
}

/// Answers what was asked and can be answered here. Returns whether anything was wanted.
///
/// # Errors
/// `EngineError`; what was not answered is tried again.
pub fn answer(open: &mut Open, now: Now, rng: &mut dyn CryptoRng) -> Result<bool, EngineError> {
    if !open.roster.is_administrator(&open.identity.device) || open.is_sample() {
        return Ok(false);
    }
    let seconds = seconds(open, now)?;
    let mut answered = false;
    for (by, request) in asked(open)? {
        let is_answered = open.store.read().access(&request.id.to_string())?.is_some();
        if !is_current(&request, seconds) || is_answered || sharing::is_under_way(open, request.id)?
        {
            continue;
        }
        let [document] = meant(open, &request)?[..] else {
            continue;
        };
        let until = u64::try_from(seconds + EMERGENCY_SECONDS).unwrap_or(0);
        let asked = (request.id, request.reason.as_str());
        sharing::answer(open, asked, (document, by), until, now, rng)?;
        answered = true;
    }
    Ok(answered)
}

/// What was asked, for a screen; the newest first.
///
/// # Errors
/// Fails only when the database does.
pub fn view(open: &mut Open, now: Now) -> Result<EmergenciesView, EngineError> {
    let seconds = seconds(open, now)?;
    let mut requests = Vec::new();
    for (by, request) in asked(open)?.into_iter().rev() {
        requests.push(EmergencyView {
            id: request.id.to_string(),
            by: open.member_name(&by),
            own: by == open.identity.member,
            coach: open.member_name(&protocol_member(request.coach)),
            state: state(open, &by, &request, seconds)?,
            name: request.name,
            reason: request.reason,
            at: request.at.millis(),
        });
    }
    let mut coaches: Vec<MemberChoice> = Vec::new();
    if may_ask(open) {
        coaches.extend(self::coaches(open).iter().map(|member| MemberChoice {
            member: member.to_string(),
            name: open.member_name(member),
        }));
        coaches.sort_by(|one, other| one.name.cmp(&other.name));
    }
    Ok(EmergenciesView { coaches, requests })
}

fn state(
    open: &Open,
    by: &MemberId,
    request: &EmergencyRequest,
    seconds: i64,
) -> Result<EmergencyState, EngineError> {
    if let Some(row) = open.store.read().access(&request.id.to_string())? {
        let home = open.home_of(&row.participant)?;
        let until = home
            .and_then(|home| open.roster.group(&home)?.covers.get(by).copied())
            .and_then(|until| i64::try_from(until).ok());
        return Ok(match until {
            Some(until) => EmergencyState::Open {
                participant: row.participant.to_string(),
                until: until.saturating_mul(1000),
            },
            None => EmergencyState::Over,
        });
    }
    if !is_current(request, seconds) {
        return Ok(EmergencyState::Unanswered);
    }
    let looks = open.roster.is_administrator(&open.identity.device);
    let is_found = !looks || matches!(meant(open, request)?[..], [_]);
    Ok(if is_found {
        EmergencyState::Waiting
    } else {
        EmergencyState::NotFound
    })
}

fn may_ask(open: &Open) -> bool {
    open.roster.role_of(&open.identity.member) == Some(Role::OnCallSupervisor)
}

/// Everybody with a caseload that this member does not read.
fn coaches(open: &Open) -> Vec<MemberId> {
    let members = open.roster.members();
    members
        .filter(|(id, member)| {
            let caseload = open.roster.caseload_group(id);
            member.active && caseload.is_some_and(|group| !open.reads(&group))
        })
        .map(|(id, _)| id)
        .collect()
}

/// What supervisors on call asked for in the caseloads that are read here, the first first.
fn asked(open: &mut Open) -> Result<Vec<(MemberId, EmergencyRequest)>, EngineError> {
    let mut all = Vec::new();
    for (group, owner) in open.readable_caseloads() {
        let is_caseload = open.roster.caseload_of_group(&group) == Some(group);
        if !is_caseload || open.roster.role_of(&owner) != Some(Role::OnCallSupervisor) {
            continue;
        }
        if let Some(id) = open.caseload_document(&group)? {
            let said = load(open, &id)?.read().emergencies;
            all.extend(said.into_iter().map(|request| (owner, request)));
        }
    }
    all.sort_by_key(|(_, request)| (request.at, request.id));
    Ok(all)
}

/// The participants of that name whom that coach has.
fn meant(open: &Open, request: &EmergencyRequest) -> Result<Vec<DocumentId>, EngineError> {
    let caseload = open.roster.caseload_group(&protocol_member(request.coach));
    let rows = open.store.read().active_participants()?;
    Ok(rows
        .iter()
        .filter(|row| {
            let home = row.caseload_group.filter(|home| open.reads(home));
            let of = home.and_then(|home| open.roster.caseload_of_group(&home));
            of.is_some()
                && of == caseload
                && [views::shown_name(row), row.display_name.clone()]
                    .iter()
                    .any(|name| is_same_name(name, &request.name))
        })
        .map(|row| row.participant)
        .collect())
}

fn is_current(request: &EmergencyRequest, seconds: i64) -> bool {
    let asked = request.at.millis() / 1000;
    asked.abs_diff(seconds) <= EMERGENCY_SECONDS.unsigned_abs()
}

/// The relay's clock, as this device was told it last; its own where there is no relay. Unix seconds.
fn seconds(open: &Open, now: Now) -> Result<i64, EngineError> {
    let told = open.store.read().meta(RELAY_CLOCK)?;
    let told = told.and_then(|bytes| Some(u64::from_be_bytes(*bytes.first_chunk()?)));
    let told = told.and_then(|millis| i64::try_from(millis).ok());
    Ok(told.unwrap_or_else(|| now.at.millis()) / 1000)
}

fn load(open: &mut Open, id: &DocumentId) -> Result<CaseloadDocument, EngineError> {
    let session = open.documents.session();
    Ok(open::load_or_new(&open.store.read(), id, session)?)
}
