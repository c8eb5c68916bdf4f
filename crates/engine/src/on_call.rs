//! Who is on call (S1-3, S4-16): rotas in the agency's document, where every member reads them without a
//! network, and nothing about participants. Whom a coach sought, and when they answered, stands in the
//! document of the coach's caseload.

mod counted;
mod swaps;

use std::collections::BTreeSet;

use handrail_domain::on_call::{
    ANSWERED, ChangeKind, Discipline, GAPS_AHEAD_DAYS, OFFER, Person, ROTA, Rotas, SHIFT,
    SHIFT_BACK, SOUGHT, ShiftChange, Sought, answer_body, change_body, gaps, on_call, rota_body,
    shifts, sought, sought_body,
};
use handrail_domain::statement::NewStatement;
use handrail_domain::{LocalDate, Now, RecordId, TimeOfDay};
use handrail_protocol::{DeviceId, MemberId, Role};
use rand_core::CryptoRng;

use crate::api::{
    EngineError, InvalidField, MemberChoice, OnCallCommand, OnCallView, RecordRef, RotaView,
    SoughtView,
};
use crate::convert::{domain_member, invalid, record_id};
use crate::open::Open;
use crate::statements::{Place, Said, caseloads, said, say_all};
use counted::{folded, of_rotas};

/// Searches that are shown at most.
const SHOWN: usize = 30;

/// Who is on call now and in the next days, what is missing, and who was sought.
///
/// # Errors
/// `Storage` where documents cannot be read.
pub fn view(open: &mut Open, now: Now) -> Result<OnCallView, EngineError> {
    let all = of_rotas(open)?;
    let mut rotas = folded(open, &all);
    leave_out(open, &mut rotas);
    let until = now.at.plus_minutes(GAPS_AHEAD_DAYS * 1440);
    let own = open.identity.member;
    let plans = may_plan(role(open));
    let own_words = all.iter().filter(|one| one.member == Some(own));
    let own_words: BTreeSet<RecordId> = own_words.map(Said::id).collect();
    let is_undoable = |one: &&ShiftChange| {
        let is_settled_by_two = matches!(one.kind, ChangeKind::Swapped(_) | ChangeKind::Given(_));
        !is_settled_by_two && (plans || own_words.contains(&one.id))
    };
    let known = rotas.heads.iter().flat_map(|head| &head.rota.people);
    let known = known
        .clone()
        .find(|one| one.member == Some(domain_member(own)));
    let own = known.cloned().unwrap_or_else(|| Person {
        member: Some(domain_member(own)),
        name: open.own_name(),
        phone: String::new(),
        discipline: match open.roster.role_of(&own) {
            Some(Role::Supervisor | Role::OnCallSupervisor) => Discipline::Supervisor,
            Some(Role::ClinicalProvider) => Discipline::Clinician,
            Some(Role::Coach | Role::VolunteerCoach | Role::Lead) => Discipline::Peer,
            _ => Discipline::Other,
        },
    });
    let on_now = on_call(&rotas, now.at);
    let views = rotas.heads.iter().zip(on_now).map(|(head, on_now)| {
        let of = rotas.changes.iter().filter(|one| one.rota == head.root);
        RotaView {
            shifts: shifts(head, &rotas.changes, now.at, until),
            undoable: of.clone().filter(is_undoable).map(|one| one.id).collect(),
            changes: of.cloned().collect(),
            head: head.clone(),
            now: on_now,
        }
    });
    Ok(OnCallView {
        may_plan: plans,
        own,
        rotas: views.collect(),
        gaps: gaps(&rotas, now.at, until),
        looked_until: until.millis(),
        sought: all_sought(open)?,
        members: members(open),
        swaps: swaps::views(open, &rotas, now),
    })
}

/// Carries out an order about who is on call.
///
/// # Errors
/// `NotAllowed` for who may not say so; `Invalid` with `Detail` for a rota that cannot be used.
pub fn order(
    open: &mut Open,
    command: &OnCallCommand,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<RecordRef, EngineError> {
    let id = RecordId::new(now.at, rng);
    let (place, code, about, body) = match command {
        OnCallCommand::Keep { replaces, rota } => {
            if !may_plan(role(open)) {
                return Err(EngineError::NotAllowed);
            }
            if rota.fault().is_some() {
                return Err(invalid(InvalidField::Detail));
            }
            let about = replaces.as_deref().map(record_id).transpose()?;
            (Place::Agency, ROTA, about, rota_body(rota))
        }
        OnCallCommand::Change {
            rota,
            on,
            at,
            who,
            by,
        } => {
            let root = record_id(rota)?;
            check_change(open, root, (*on, *at), who, by.as_ref(), now)?;
            let body = change_body(*on, *at, who, by.as_ref());
            (Place::Agency, SHIFT, Some(root), body)
        }
        OnCallCommand::TakeBack { change } => {
            let change = record_id(change)?;
            let all = said(open, Place::Agency)?;
            let made = all.iter().find(|one| one.id() == change);
            let made = made.ok_or(EngineError::NotFound)?;
            let is_own = made.member == Some(open.identity.member) && made.statement.code == SHIFT;
            if !is_own && !may_plan(role(open)) {
                return Err(EngineError::NotAllowed);
            }
            (Place::Agency, SHIFT_BACK, Some(change), "{}".to_owned())
        }
        OnCallCommand::Seek { who } => {
            let place = Place::Caseload(open.own_caseload()?);
            (place, SOUGHT, None, sought_body(who))
        }
        OnCallCommand::Answered { sought } => {
            let place = Place::Caseload(open.own_caseload()?);
            let about = Some(record_id(sought)?);
            (place, ANSWERED, about, answer_body(now.at))
        }
        OnCallCommand::Swap {
            first,
            second,
            at_once,
        } => {
            let (code, root, body) = swaps::ask(open, [first, second], *at_once, now)?;
            (Place::Agency, code, Some(root), body)
        }
        OnCallCommand::Offer { shift, to } => {
            let (root, body) = swaps::offer(open, shift, to, now)?;
            (Place::Agency, OFFER, Some(root), body)
        }
        OnCallCommand::AnswerSwap { swap, yes } => {
            let swap = record_id(swap)?;
            let code = swaps::answer(open, swap, *yes, now)?;
            (Place::Agency, code, Some(swap), "{}".to_owned())
        }
    };
    let statement = NewStatement {
        id,
        code: code.to_owned(),
        about,
        body,
    };
    say_all(open, place, &[statement], now)?;
    Ok(RecordRef {
        participant: String::new(),
        record: Some(id.to_string()),
    })
}

/// Takes those out who have left: they stand on a rota until somebody saves it anew, and cover nothing.
fn leave_out(open: &Open, rotas: &mut Rotas) {
    let members = open.roster.members();
    let left: BTreeSet<_> = members
        .filter(|(_, member)| !member.active)
        .map(|(id, _)| domain_member(id))
        .collect();
    let has_left = |one: &Person| one.member.is_some_and(|member| left.contains(&member));
    for head in &mut rotas.heads {
        head.left = left.iter().map(ToString::to_string).collect();
    }
    for change in &mut rotas.changes {
        if matches!(&change.kind, ChangeKind::Taken(by) if has_left(by)) {
            change.kind = ChangeKind::Away;
        }
    }
}

fn role(open: &Open) -> Option<Role> {
    open.roster.role_of(&open.identity.member)
}

/// Supervisors and lead coaches plan.
fn may_plan(role: Option<Role>) -> bool {
    matches!(
        role,
        Some(Role::Supervisor | Role::OnCallSupervisor | Role::Lead)
    )
}

/// Whether somebody says what is for a role that they have, or that they had when they may have said it:
/// what a supervisor said stands when they are a coach.
pub fn says_as(open: &Open, one: &Said, may: impl Fn(Role) -> bool) -> bool {
    if one.role.is_some_and(&may) {
        return true;
    }
    let device = DeviceId::from_bytes(*one.statement.device.as_bytes());
    let Some(began) = open.roster.device(&device).map(|device| device.added) else {
        return false;
    };
    let mut offices =
        (began..=open.roster.head().n).filter_map(|n| open.roster.office_at(&device, n));
    offices.any(|office| may(office.role))
}

/// The rotas, by those who may say so. Whoever stands on one may say that they cannot, and take a shift
/// that is free.
pub fn rotas(open: &mut Open) -> Result<Rotas, EngineError> {
    let all = of_rotas(open)?;
    Ok(folded(open, &all))
}

/// Supervisors may change every shift; others say that they cannot take their own, and take one that
/// nobody has. Whom they want to have it they ask.
fn check_change(
    open: &mut Open,
    root: RecordId,
    (on, at): (LocalDate, TimeOfDay),
    who: &str,
    by: Option<&Person>,
    now: Now,
) -> Result<(), EngineError> {
    let rotas = rotas(open)?;
    let head = rotas.heads.iter().find(|head| head.root == root);
    let head = head.ok_or(EngineError::NotFound)?;
    let begins = head.rota.zone.moment(on, at);
    let all = shifts(head, &rotas.changes, begins, begins.plus_minutes(1));
    let has = |people: &[Person]| people.iter().any(|one| one.key() == who);
    // Of two rows that begin at once it is the one in which they stand.
    let shift = all
        .iter()
        .filter(|one| one.on == on && one.at == at)
        .find(|one| has(&one.people) || has(&one.away));
    let shift = shift.ok_or(EngineError::NotFound)?;
    if shift.end <= now.at {
        return Err(invalid(InvalidField::Date));
    }
    let own = domain_member(open.identity.member);
    let cannot = by.is_none() && who == own.to_string();
    let takes = by.is_some_and(|by| by.member == Some(own));
    let is_covered = rotas.changes.iter().any(|one| {
        let is_of = (one.rota, one.on, one.at, one.who.as_str()) == (root, on, at, who);
        is_of && matches!(&one.kind, ChangeKind::Taken(by) if shift.has(&by.key()).is_some())
    });
    let is_free = has(&shift.away) && !is_covered;
    let may = may_plan(role(open)) || cannot || takes && is_free;
    if !may {
        return Err(EngineError::NotAllowed);
    }
    match by {
        Some(by) if by.name.trim().is_empty() => Err(invalid(InvalidField::Name)),
        Some(by) if by.phone.trim().is_empty() => Err(invalid(InvalidField::Detail)),
        _ => Ok(()),
    }
}

/// Whom members sought whose caseloads this device reads: one's own, and for supervisors everybody's.
fn all_sought(open: &mut Open) -> Result<Vec<SoughtView>, EngineError> {
    let own = open.identity.member;
    let is_supervisor = role(open).is_some_and(Role::reads_all_caseloads);
    let mut found: Vec<SoughtView> = Vec::new();
    for (member, group) in caseloads(open) {
        if member != own && !is_supervisor {
            continue;
        }
        let all = said(open, Place::Caseload(group))?;
        // Only whoever sought somebody says so, and that they answered.
        let counted = all.into_iter().filter(|one| one.member == Some(member));
        let each = sought(counted.map(|one| one.statement));
        found.extend(each.into_iter().map(|one| sought_view(open, &one, own)));
    }
    found.sort_by_key(|one| std::cmp::Reverse(one.at));
    found.truncate(SHOWN);
    Ok(found)
}

fn sought_view(open: &Open, one: &Sought, own: MemberId) -> SoughtView {
    let by = open.member_of_device(&DeviceId::from_bytes(*one.device.as_bytes()));
    SoughtView {
        id: one.id.to_string(),
        who: one.who.clone(),
        by: by.map(|by| open.member_name(&by)).unwrap_or_default(),
        own: by == Some(own),
        at: one.at.millis(),
        minutes: one.minutes(),
    }
}

/// Members who can stand on a rota, by name.
fn members(open: &Open) -> Vec<MemberChoice> {
    let all = open.roster.members();
    let mut found: Vec<MemberChoice> = all
        .filter(|(_, member)| member.active && member.role != Role::AgencyIt)
        .map(|(id, _)| MemberChoice {
            member: id.to_string(),
            name: open.member_name(&id),
        })
        .collect();
    found.sort_by(|one, other| one.name.cmp(&other.name));
    found
}
