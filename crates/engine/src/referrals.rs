//! Referrals: how participants came to their programs, by the programs' own rules (S1-8, S1-9, S1-11,
//! S1-12, S2-23, S2-24).

use handrail_domain::program::ProgramPack;
use handrail_domain::referral::{ReferBy, ReferralChange};
use handrail_domain::{Event, LocalDate, Now, ParticipantCommand, Step};
use handrail_protocol::DocumentId;
use std::collections::BTreeSet;

use crate::api::{
    EngineError, InvalidField, RecordRef, ReferralCommand, ReferralDueView, ReferralView,
};
use crate::caseload::write;
use crate::convert::{document_id, invalid};
use crate::open::{Open, is_called};
use crate::{plan, views};

/// Days for which a referral that nobody made or declined is listed; afterwards it stands in the
/// record alone.
const LOOKS_BACK: i64 = 90;

/// The referral of one participant.
///
/// # Errors
/// `NotFound` where the record is not on this device.
pub fn view(open: &mut Open, participant: &str, now: Now) -> Result<ReferralView, EngineError> {
    let id = document_id(participant)?;
    let row = open.store.read().participant(&id)?;
    let row = row.ok_or(EngineError::NotFound)?;
    let today = now.local_date();
    let record = plan::readable(open, participant)?;
    let facts = record.referral();
    let milestones = record.milestones().into_iter();
    let standing = milestones.filter(|milestone| milestone.void.is_none());
    let overdoses: Vec<LocalDate> = standing
        .filter_map(|milestone| match milestone.facts.step {
            Step::Dated { event, on } => (event == Event::Overdose).then_some(on),
            _ => None,
        })
        .collect();
    let pack = pack_of(open, &row.program, today);
    let rule = pack.as_ref().and_then(|pack| pack.referral_on(today));
    let eligibility = pack.as_ref().and_then(|pack| pack.eligibility_on(today));
    let routes = eligibility.map(|version| version.routes.as_slice());
    let routes = routes.unwrap_or_default().iter();
    let funders = pack.iter().flat_map(|pack| &pack.funders);
    Ok(ReferralView {
        participant: participant.to_owned(),
        name: views::shown_name(&row),
        program: if pack.is_some() {
            row.program.clone()
        } else {
            String::new()
        },
        may_change: !open.may_only_look(),
        may_refer: rule.map(|rule| rule.who.clone()),
        others: rule.and_then(|rule| rule.others.clone()),
        routes: routes
            .map(|route| (route.id.clone(), route.words.clone()))
            .collect(),
        funders: funders.map(|funder| funder.name.clone()).collect(),
        refer_by: rule.and_then(|rule| facts.refer_by(rule, &overdoses, today)),
        facts,
        today,
    })
}

/// Referrals after an overdose that are to be made, or were, and that nobody declined; the first
/// due first.
///
/// # Errors
/// Fails only when the database does.
pub fn due(open: &mut Open, now: Now) -> Result<Vec<ReferralDueView>, EngineError> {
    let first = now.local_date().plus_days(-LOOKS_BACK).to_string();
    let of_late = open
        .store
        .read()
        .all_milestones()?
        .into_iter()
        .filter(|row| {
            row.kind == Event::Overdose.code()
                && row.on_date.as_ref().is_some_and(|on| *on >= first)
        });
    let participants: BTreeSet<DocumentId> = of_late.map(|row| row.participant).collect();
    let mut found = Vec::new();
    for id in participants {
        let row = open.store.read().participant(&id)?;
        let Some(row) = row.filter(|row| !row.voided) else {
            continue;
        };
        if !open.serves(row.caseload_group.as_ref()) {
            continue;
        }
        // Whoever went to another coach, or is forgotten, is not this list's.
        let Ok(view) = view(open, &id.to_string(), now) else {
            continue;
        };
        if let Some(stands @ (ReferBy::Due(by) | ReferBy::Late(by))) = view.refer_by {
            let home = row.caseload_group.as_ref();
            found.push((
                by,
                ReferralDueView {
                    participant: view.participant,
                    name: view.name,
                    coach: open.coach_name(home),
                    own: open.is_own_caseload(home),
                    stands,
                },
            ));
        }
    }
    found.sort_by(|one, other| (one.0, &one.1.name).cmp(&(other.0, &other.1.name)));
    Ok(found.into_iter().map(|(_, view)| view).collect())
}

/// Says something about a referral.
///
/// # Errors
/// `Invalid` with `Referrer` where the program takes no referral from there (S2-23, S2-24), with
/// `Date` for a day to come; nothing is changed.
pub fn set(open: &mut Open, command: &ReferralCommand, now: Now) -> Result<RecordRef, EngineError> {
    let id = document_id(&command.participant)?;
    let today = now.local_date();
    for change in &command.changes {
        match change {
            ReferralChange::Source(Some(source)) => {
                let program = program_of(open, &id)?;
                let pack = pack_of(open, &program, today);
                let rule = pack.as_ref().and_then(|pack| pack.referral_on(today));
                if rule.is_some_and(|rule| !rule.who.contains(source)) {
                    return Err(invalid(InvalidField::Referrer));
                }
            }
            ReferralChange::On(Some(day))
            | ReferralChange::DeclinedOn(Some(day))
            | ReferralChange::MedicationWish(Some(day))
                if *day > today =>
            {
                return Err(invalid(InvalidField::Date));
            }
            _ => {}
        }
    }
    let changes = command.changes.iter().cloned();
    let commands: Vec<_> = changes.map(ParticipantCommand::SetReferral).collect();
    write::change(open, &id, &commands, now, |_| Ok(()))?;
    Ok(RecordRef {
        participant: command.participant.clone(),
        record: None,
    })
}

fn program_of(open: &Open, id: &DocumentId) -> Result<String, EngineError> {
    let row = open.store.read().participant(id)?;
    Ok(row.ok_or(EngineError::NotFound)?.program)
}

fn pack_of(open: &Open, name: &str, day: LocalDate) -> Option<ProgramPack> {
    let mut in_use = open.programs.in_use().iter();
    let program = in_use.find(|program| is_called(program, name))?;
    Some(program.on(day).0)
}
