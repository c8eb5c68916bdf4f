//! Supervision of coaches (S4-14, S4-15, S2-8, S2-24): stated in the document of the coach's caseload,
//! which they, whoever covers for them and supervisors read. The private shelf is in this device's
//! database and in no document: nothing that can be sent knows it.

mod shelf;
mod views;

pub use views::{list, view};

use handrail_domain::concern::Worded;
use handrail_domain::supervision::{self, Brought, Held, ItemKind, Supervision, is_possible};
use handrail_domain::{Now, RecordId};
use handrail_protocol::{GroupId, MemberId};
use rand_core::CryptoRng;

use crate::api::{EngineError, InvalidField, SupervisionCommand};
use crate::convert::{domain_member, invalid, record_id};
use crate::open::Open;
use crate::rights;
use crate::statements::{self, Place};

/// Does an order.
///
/// # Errors
/// `NotAllowed` for whoever may not, such as a supervisor for themselves; `NotFound` for a coach or a
/// supervision that is not here; `Invalid` with `Words` or `Reason` where they are missing, with `Date`
/// for a day ahead or long ago, with `Step` for what is signed already.
pub fn order(
    open: &mut Open,
    command: &SupervisionCommand,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    match command {
        SupervisionCommand::Hold { coach, held } => {
            let (_, group) = supervised(open, coach)?;
            if !is_possible(held, now.local_date()) {
                return Err(invalid(InvalidField::Date));
            }
            let held = Held {
                words: held.words.trim().to_owned(),
                ..held.clone()
            };
            say(open, group, (supervision::HELD, None), &held, now, rng)
        }
        SupervisionCommand::Sign { session } => {
            let group = open.own_caseload()?;
            let id = record_id(session)?;
            let known = standing(open, (open.identity.member, group))?;
            let known = known.sessions.iter().find(|one| one.id == id);
            let known = known.ok_or(EngineError::NotFound)?;
            if known.signed.is_some() || known.back.is_some() {
                return Err(invalid(InvalidField::Step));
            }
            let none = serde_json::json!({});
            say(
                open,
                group,
                (supervision::SIGNED, Some(id)),
                &none,
                now,
                rng,
            )
        }
        SupervisionCommand::TakeBack {
            coach,
            session,
            reason,
        } => {
            let of = supervised(open, coach)?;
            let id = record_id(session)?;
            let known = standing(open, of)?;
            let is_there = known.sessions.iter().any(|one| one.id == id);
            is_there.then_some(()).ok_or(EngineError::NotFound)?;
            let body = Worded {
                words: needed(reason, InvalidField::Reason)?,
            };
            say(open, of.1, (supervision::BACK, Some(id)), &body, now, rng)
        }
        SupervisionCommand::Bring { kind, words } => {
            let words = needed(words, InvalidField::Words)?;
            bring(open, *kind, words, now, rng)
        }
        SupervisionCommand::Keep { kind, words } => {
            let words = needed(words, InvalidField::Words)?;
            shelf::add(open, RecordId::new(now.at, rng), *kind, words, now)
        }
        SupervisionCommand::Drop { id } => shelf::remove(open, id),
        SupervisionCommand::Lift { id } => {
            let all = shelf::all(&open.store.read())?;
            let one = all.into_iter().find(|one| one.id == *id);
            let one = one.ok_or(EngineError::NotFound)?;
            if one.lifted {
                return Err(invalid(InvalidField::Step));
            }
            bring(open, one.kind, one.words, now, rng)?;
            shelf::lifted(open, id)
        }
    }
}

fn bring(
    open: &mut Open,
    kind: ItemKind,
    words: String,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    let group = open.own_caseload()?;
    let body = Brought {
        kind: kind.code().to_owned(),
        words,
    };
    say(open, group, (supervision::BROUGHT, None), &body, now, rng)
}

fn say(
    open: &mut Open,
    group: GroupId,
    what: (&str, Option<RecordId>),
    body: &impl serde::Serialize,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    statements::say(open, Place::Caseload(group), what, body, now, rng).map(|_| ())
}

fn needed(words: &str, field: InvalidField) -> Result<String, EngineError> {
    let words = words.trim();
    if words.is_empty() {
        return Err(invalid(field));
    }
    Ok(words.to_owned())
}

/// Somebody whom this member may supervise: another, whose caseload they read.
fn supervised(open: &Open, coach: &str) -> Result<(MemberId, GroupId), EngineError> {
    let coach: MemberId = coach.parse().map_err(|_| EngineError::NotFound)?;
    if coach == open.identity.member || !supervises(open) {
        return Err(EngineError::NotAllowed);
    }
    let mut all = statements::caseloads(open).into_iter();
    all.find(|(of, _)| *of == coach)
        .ok_or(EngineError::NotFound)
}

/// Whether this member writes down supervisions of others.
fn supervises(open: &Open) -> bool {
    rights::has(open, handrail_domain::rights::Deed::Decide)
}

/// What is said of supervision in one caseload.
fn standing(
    open: &mut Open,
    (coach, group): (MemberId, GroupId),
) -> Result<Supervision, EngineError> {
    let said = statements::said(open, Place::Caseload(group))?;
    let weighed = rights::weighed(open, &said);
    Ok(supervision::supervision(domain_member(coach), &weighed))
}
