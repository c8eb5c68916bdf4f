//! The desk: what clinical providers and supervisors say among themselves on levels of care and on
//! reports to child protection (S4-22, S4-23). It lies in a shared group of keys of its own, as a group
//! that meets does, with supervisors and the clinical providers whom they name, each until an end. No
//! coach is in it, also not who covers for the supervisor who began it: the roster's entries that this
//! app makes leave it out (`membership`).

use std::cmp::Reverse;

use handrail_domain::Now;
use handrail_domain::concern::ToldBody;
use handrail_domain::desk::{self, CareLevel, DeskEntry, DeskFacts, LegalReport, entries};
use handrail_domain::rights::Deed;
use handrail_protocol::{DocumentId, MemberId, Role};
use rand_core::CryptoRng;
use serde::Serialize;

use crate::api::{
    DeskCommand, DeskEntryView, DeskFactsView, DeskView, EngineError, InvalidField, MemberChoice,
};
use crate::consents;
use crate::convert::{document_id, invalid, protocol_member, record_id};
use crate::membership::{self, Wish};
use crate::open::Open;
use crate::rights;
use crate::rooms::{self, Room, Standing};
use crate::statements::{self, Place};
use crate::views::shown_name;

/// What stands on the desk.
///
/// # Errors
/// `NotAllowed` for who is neither a supervisor nor a clinical provider.
pub fn view(open: &mut Open) -> Result<DeskView, EngineError> {
    rights::check(open, Deed::CareLevel)?;
    let keys = Room::Desk.keys(&open.roster);
    let Standing { is_open, waits } = rooms::standing(open, Room::Desk)?;
    let said = statements::said(open, Place::Caseload(keys))?;
    let said = if is_open { said } else { Vec::new() };
    let (mut found, aside) = entries(&rights::weighed(open, &said));
    found.sort_by_key(|entry| Reverse((entry.at, entry.id)));
    let rows = open.store.read().active_participants()?;
    let stopped = consents::stopped(open)?;
    let kept = rows.iter().filter(|row| {
        open.serves(row.caseload_group.as_ref()) && !stopped.contains(&row.participant)
    });
    let mut people: Vec<(String, String)> = kept
        .map(|row| (row.participant.to_string(), shown_name(row)))
        .collect();
    people.sort_by_key(|(_, name)| name.to_lowercase());
    let record = open.roster.group(&keys);
    let is_named =
        |member: &MemberId| record.is_some_and(|record| record.covers.contains_key(member));
    let may_arrange = may_arrange(open);
    Ok(DeskView {
        is_open,
        waits,
        may_arrange,
        named: record
            .into_iter()
            .flat_map(|record| &record.covers)
            .map(|(member, until)| {
                let until = i64::try_from(*until).unwrap_or(i64::MAX / 1_000);
                let name = open.member_name(member);
                (member.to_string(), name, until.saturating_mul(1_000))
            })
            .collect(),
        choices: providers(open)
            .filter(|member| may_arrange && !is_named(member))
            .map(|member| MemberChoice {
                member: member.to_string(),
                name: open.member_name(&member),
            })
            .collect(),
        entries: found
            .iter()
            .map(|entry| entry_view(open, entry))
            .collect::<Result<_, _>>()?,
        aside: aside
            .iter()
            .map(|one| rights::aside_view(open, "", one))
            .collect(),
        people,
    })
}

/// Does an order. `until` is the end of the day that it names, Unix seconds.
///
/// # Errors
/// `NotAllowed` for a role that may not; `NotFound` without a desk here; `Invalid` with `Detail` for an
/// entry that does not say what it must, with `Name` for nobody who told.
pub fn order(
    open: &mut Open,
    command: &DeskCommand,
    until: Option<u64>,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    let keys = Room::Desk.keys(&open.roster);
    match command {
        DeskCommand::Open => rooms::begin(open, Room::Desk, now, rng),
        DeskCommand::Name { member, .. } => {
            let member: MemberId = member.parse().map_err(|_| EngineError::NotFound)?;
            let until = until.ok_or(invalid(InvalidField::Date))?;
            let fits = providers(open).any(|one| one == member);
            if !fits || !may_arrange(open) {
                return Err(EngineError::NotAllowed);
            }
            membership::want(open, Wish::Cover(keys, member, until), rng)
        }
        DeskCommand::End { member } => {
            let member: MemberId = member.parse().map_err(|_| EngineError::NotFound)?;
            if !may_arrange(open) {
                return Err(EngineError::NotAllowed);
            }
            membership::want(open, Wish::EndCover(keys, member), rng)
        }
        DeskCommand::CareLevel {
            participant,
            edition,
            level,
            given_by,
            words,
        } => {
            let level = CareLevel {
                participant: document_id(participant)?.to_string(),
                edition: edition.trim().to_owned(),
                level: level.trim().to_owned(),
                given_by: given_by.trim().to_owned(),
                words: words.trim().to_owned(),
            };
            whole(&DeskFacts::CareLevel(level.clone()))?;
            say(open, (desk::CARE_LEVEL, None), &level, now, rng)
        }
        DeskCommand::LegalReport {
            participant,
            to,
            made_by,
            reference,
            words,
        } => {
            let report = LegalReport {
                participant: document_id(participant)?.to_string(),
                to: to.trim().to_owned(),
                made_by: made_by.trim().to_owned(),
                reference: reference.trim().to_owned(),
                words: words.trim().to_owned(),
            };
            whole(&DeskFacts::LegalReport(report.clone()))?;
            say(open, (desk::LEGAL_REPORT, None), &report, now, rng)
        }
        DeskCommand::Told { entry, by } => {
            if by.trim().is_empty() {
                return Err(invalid(InvalidField::Name));
            }
            let entry = record_id(entry)?;
            let said = statements::said(open, Place::Caseload(keys))?;
            let known = said.iter().any(|one| one.id() == entry);
            known.then_some(()).ok_or(EngineError::NotFound)?;
            let body = ToldBody {
                by: by.trim().to_owned(),
                at: now.at.millis(),
            };
            say(open, (desk::TOLD, Some(entry)), &body, now, rng)
        }
    }
}

fn whole(facts: &DeskFacts) -> Result<(), EngineError> {
    let is_whole = facts.is_whole();
    is_whole.then_some(()).ok_or(invalid(InvalidField::Detail))
}

fn say(
    open: &mut Open,
    what: (&str, Option<handrail_domain::RecordId>),
    body: &impl Serialize,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    let keys = Room::Desk.keys(&open.roster);
    if !open.reads(&keys) {
        return Err(EngineError::NotFound);
    }
    statements::say(open, Place::Caseload(keys), what, body, now, rng).map(|_| ())
}

fn may_arrange(open: &Open) -> bool {
    let supervises = rights::has(open, Deed::SetConcerns);
    supervises && open.roster.is_administrator(&open.identity.device)
}

/// Clinical providers of the agency.
fn providers(open: &Open) -> impl Iterator<Item = MemberId> {
    open.roster.members().filter_map(|(id, member)| {
        (member.active && member.role == Role::ClinicalProvider).then_some(id)
    })
}

fn entry_view(open: &Open, entry: &DeskEntry) -> Result<DeskEntryView, EngineError> {
    let participant: Option<DocumentId> = entry.facts.participant().parse().ok();
    let row = match participant {
        Some(participant) => open.store.read().participant(&participant)?,
        None => None,
    };
    let (facts, words) = match &entry.facts {
        DeskFacts::CareLevel(level) => (
            DeskFactsView::CareLevel {
                edition: level.edition.clone(),
                level: level.level.clone(),
                given_by: level.given_by.clone(),
            },
            level.words.clone(),
        ),
        DeskFacts::LegalReport(report) => (
            DeskFactsView::LegalReport {
                to: report.to.clone(),
                made_by: report.made_by.clone(),
                reference: report.reference.clone(),
            },
            report.words.clone(),
        ),
    };
    Ok(DeskEntryView {
        id: entry.id.to_string(),
        participant: entry.facts.participant().to_owned(),
        name: row.as_ref().map(shown_name).unwrap_or_default(),
        facts,
        words,
        by: open.member_name(&protocol_member(entry.by)),
        at: entry.at.millis(),
        told: entry
            .told
            .as_ref()
            .map(|(by, at)| (by.clone(), at.millis())),
    })
}
