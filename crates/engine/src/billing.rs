//! Units of service for payers (S3-19): counted when asked for, out of the contacts, and never stored.

use std::collections::BTreeMap;

use handrail_domain::billing::{PAYERS, PayerPack, Service, billed};
use handrail_domain::{EncounterKind, LocalDate, Now, Outcome, ParticipantId};
use handrail_protocol::{DocumentId, Role};
use handrail_store::ParticipantRow;
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};

use crate::api::{
    BillLine, BillView, BillingCommand, BillingQuery, BillingReply, EngineError, InvalidField,
    StorageProblem,
};
use crate::client_reports;
use crate::convert::invalid;
use crate::on_call::says_as;
use crate::open::{Open, is_called};
use crate::statements::{self, Place};
use crate::views::shown_name;

/// The code of statements of whose payers the agency's are.
const CODE: &str = "payers";

/// These payers are the agency's from now on.
#[derive(Serialize, Deserialize)]
struct Said {
    /// The text of a pack; none: those of the app.
    pack: Option<String>,
}

/// Answers a question about payers and funders.
///
/// # Errors
/// `NotAllowed` for a bill where not every record is read.
pub fn answer(
    open: &mut Open,
    query: &BillingQuery,
    now: Now,
) -> Result<BillingReply, EngineError> {
    Ok(match query {
        BillingQuery::Bill {
            payer,
            first,
            last,
            program,
        } => {
            let days = (*first, *last);
            let view = bill(open, payer, days, program.as_deref(), now)?;
            BillingReply::Bill(Box::new(view))
        }
        BillingQuery::Reports => BillingReply::Reports(client_reports::view(open, now)?),
    })
}

/// Does an order about payers and funders.
///
/// # Errors
/// `NotAllowed` for who may not; `Invalid` for a pack that cannot be read, or a day to come.
pub fn order(
    open: &mut Open,
    command: &BillingCommand,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    match command {
        BillingCommand::UsePayers { pack } => {
            if !is_supervisor(open) {
                return Err(EngineError::NotAllowed);
            }
            if let Some(pack) = pack {
                PayerPack::parse(pack).map_err(|_| invalid(InvalidField::Detail))?;
            }
            let said = Said { pack: pack.clone() };
            statements::say(open, Place::Agency, (CODE, None), &said, now, rng)?;
            Ok(())
        }
        other => client_reports::order(open, other, now, rng),
    }
}

/// Whether this member reads every record, and answers for what leaves the app of them.
pub fn is_supervisor(open: &Open) -> bool {
    let role = open.roster.role_of(&open.identity.member);
    role == Some(Role::Supervisor) && !open.may_only_look()
}

/// The payers that hold, their text, and whether they are the agency's own: what a supervisor said
/// last. One that this version cannot read is passed over.
fn payers(open: &mut Open) -> Result<(PayerPack, String, bool), EngineError> {
    let all = statements::said(open, Place::Agency)?;
    let by_supervisor = |one: &&statements::Said| {
        one.statement.code == CODE && says_as(open, one, |role| role == Role::Supervisor)
    };
    let said = all.iter().rev().filter(by_supervisor);
    let packs = said.filter_map(|one| Some(one.says::<Said>()?.pack));
    if let Some((pack, text)) = newest(packs) {
        return Ok((pack, text, true));
    }
    let damaged = |_| EngineError::Storage(StorageProblem::Damaged);
    let pack = PayerPack::parse(PAYERS).map_err(damaged)?;
    Ok((pack, PAYERS.to_owned(), false))
}

/// Of what was said, the newest first, the first pack that can be read; `None` for those of the app.
fn newest(said: impl IntoIterator<Item = Option<String>>) -> Option<(PayerPack, String)> {
    for text in said {
        let text = text?;
        if let Ok(pack) = PayerPack::parse(&text) {
            return Some((pack, text));
        }
    }
    None
}

fn bill(
    open: &mut Open,
    payer: &str,
    (first, last): (LocalDate, LocalDate),
    program: Option<&str>,
    now: Now,
) -> Result<BillView, EngineError> {
    if !is_supervisor(open) {
        return Err(EngineError::NotAllowed);
    }
    if last < first {
        return Err(invalid(InvalidField::Date));
    }
    let (pack, text, own) = payers(open)?;
    let mut known: Vec<_> = Vec::new();
    for payer in &pack.payers {
        let on = pack.on(&payer.id, last).unwrap_or(payer);
        if !known.contains(on)
            && !known
                .iter()
                .any(|one: &handrail_domain::billing::Payer| one.id == on.id)
        {
            known.push(on.clone());
        }
    }
    let chosen = known.iter().find(|one| one.id == payer).or(known.first());
    let payer = chosen.map(|one| one.id.clone()).unwrap_or_default();
    let read = open.store.read();
    let people: BTreeMap<DocumentId, ParticipantRow> = read
        .active_participants()?
        .into_iter()
        .map(|row| (row.participant, row))
        .collect();
    // What needs no authorization is counted from the first of January.
    let began = LocalDate::new(first.year(), 1, 1).unwrap_or(first);
    let mut services = Vec::new();
    for row in read.encounters_between(&began.to_string(), &last.to_string())? {
        let Some(person) = people.get(&row.participant) else {
            continue;
        };
        if program.is_some_and(|program| person.program != program) {
            continue;
        }
        let (Ok(id), Ok(on)) = (row.id.parse(), LocalDate::parse(&row.local_date)) else {
            continue;
        };
        let born = person.birth_date.as_deref();
        services.push(Service {
            id,
            participant: ParticipantId::from_bytes(*row.participant.as_bytes()),
            on,
            kind: EncounterKind::from_code(&row.kind).unwrap_or(EncounterKind::Other),
            // Who declined for now was spoken with, and served by nobody.
            reached: Outcome::from_code(&row.outcome) == Some(Outcome::Reached),
            minutes: row.minutes,
            born: born.and_then(|day| LocalDate::parse(day).ok()),
        });
    }
    let mut view = BillView {
        payers: known,
        own,
        pack: text,
        stale: now.local_date() > pack.review_by,
        programs: open
            .programs
            .in_use()
            .iter()
            .map(|one| one.name.clone())
            .collect(),
        lines: Vec::new(),
        by_funder: Vec::new(),
        minutes: 0,
        units: 0,
        to_authorize: 0,
        payer,
    };
    let mut by_funder: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    for line in billed(&pack, &view.payer, &services) {
        let document = DocumentId::from_bytes(*line.participant.as_bytes());
        let Some(person) = people.get(&document).filter(|_| first <= line.on) else {
            continue;
        };
        let funders = funders(open, &person.program, line.on);
        if line.why_not.is_none() {
            view.minutes = view.minutes.saturating_add(line.minutes);
            view.units = view.units.saturating_add(line.units);
            view.to_authorize = view.to_authorize.saturating_add(line.to_authorize);
            for funder in &funders {
                let sum = by_funder.entry(funder.clone()).or_default();
                *sum = (
                    sum.0.saturating_add(line.minutes),
                    sum.1.saturating_add(line.units),
                );
            }
        }
        view.lines.push(BillLine {
            participant: document.to_string(),
            name: if person.display_name.is_empty() {
                shown_name(person)
            } else {
                person.display_name.clone()
            },
            born: person.birth_date.clone().unwrap_or_default(),
            program: person.program.clone(),
            funders,
            line,
        });
    }
    let sums = by_funder.into_iter();
    view.by_funder = sums
        .map(|(name, (minutes, units))| (name, minutes, units))
        .collect();
    Ok(view)
}

/// Who pays for a program on a day.
fn funders(open: &Open, program: &str, day: LocalDate) -> Vec<String> {
    let mut in_use = open.programs.in_use().iter();
    let Some(pack) = in_use
        .find(|one| is_called(one, program))
        .map(|one| one.on(day).0)
    else {
        return Vec::new();
    };
    let pays = |from: Option<LocalDate>, until: Option<LocalDate>| {
        from.is_none_or(|from| from <= day) && until.is_none_or(|until| day <= until)
    };
    let funders = pack
        .funders
        .into_iter()
        .filter(|one| pays(one.from, one.until));
    funders.map(|one| one.name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s3_19_a_pack_of_a_later_version_leaves_the_agencys_own_rules_in_force() {
        let own = PAYERS.replace("\"id\": \"us", "\"id\": \"own");
        let later = Some(own.replacen("\"format\": 1", "\"format\": 2", 1));
        assert!(PayerPack::parse(later.as_deref().unwrap_or_default()).is_err());
        let found = newest([later.clone(), Some(own.clone())]);
        assert_eq!(found.map(|(_, text)| text), Some(own.clone()));
        // Back to those of the app is what was said last.
        assert!(newest([later, None, Some(own)]).is_none());
        assert!(newest([]).is_none());
    }
}
