//! "Something's off": from the coach's phone to a supervisor's decision and back (S4-10, S4-12, S4-20 to
//! S4-23). Everything is stated in the participant's record, or in the coach's caseload where it is about
//! the coach; nothing waits for the network, and nothing is said to have reached anybody who has not said so.

mod views;

pub use views::view;

use handrail_domain::concern::{
    self, Chain, ConcernKind, Concerns, Decided, Raised, ReportLines, Reported, ToldBody, Worded,
    concerns,
};
use handrail_domain::{Now, RecordId};
use handrail_protocol::DocumentId;
use rand_core::CryptoRng;

use crate::api::{ConcernCommand, EngineError, InvalidField, RecordRef};
use crate::convert::{document_id, domain_member, invalid, record_id};
use crate::open::Open;
use crate::rights;
use crate::statements::{self, Place};

/// Does an order.
///
/// # Errors
/// `NotAllowed` for a role that may not; `NotFound` for a concern that is not here; `Invalid` with
/// `Words` or `Reason` where they are missing, with `Step` for what does not fit how it stands, with
/// `Setting` for a chain or lines that cannot be worked with.
pub fn order(
    open: &mut Open,
    command: &ConcernCommand,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<RecordRef, EngineError> {
    let own = domain_member(open.identity.member);
    match command {
        ConcernCommand::Raise {
            participant,
            kind,
            words,
        } => {
            let place = match participant {
                Some(participant) if *kind != ConcernKind::Work => kept(open, participant)?,
                None if *kind == ConcernKind::Work => Place::Caseload(open.own_caseload()?),
                _ => return Err(invalid(InvalidField::Step)),
            };
            let body = Raised {
                kind: kind.code().to_owned(),
                words: words.trim().to_owned(),
            };
            let id = statements::say(open, place, (concern::RAISED, None), &body, now, rng)?;
            Ok(reply(place, id))
        }
        ConcernCommand::Add { concern, words }
        | ConcernCommand::TakeBack {
            concern,
            reason: words,
        } => {
            let (code, missing) = match command {
                ConcernCommand::Add { .. } => (concern::ADDED, InvalidField::Words),
                _ => (concern::BACK, InvalidField::Reason),
            };
            let body = worded(words, missing)?;
            let (place, id, known) = found(open, concern)?;
            let known = known.concerns.iter().find(|one| one.id == id);
            let known = known.filter(|one| one.by == own);
            let known = known.ok_or(EngineError::NotAllowed)?;
            if code == concern::BACK && !known.decisions.is_empty() {
                return Err(invalid(InvalidField::Step));
            }
            statements::say(open, place, (code, Some(id)), &body, now, rng)?;
            Ok(reply(place, id))
        }
        ConcernCommand::Seen { concern } => {
            let (place, id, _) = found(open, concern)?;
            let none = serde_json::json!({});
            statements::say(open, place, (concern::SEEN, Some(id)), &none, now, rng)?;
            Ok(reply(place, id))
        }
        ConcernCommand::Decide {
            concern,
            action,
            teller,
            words,
        } => {
            let (place, id, known) = found(open, concern)?;
            let known = known.concerns.iter().find(|one| one.id == id);
            let known = known.ok_or(EngineError::NotFound)?;
            if known.back.is_some() || !concern::fits(*action, *teller) {
                return Err(invalid(InvalidField::Step));
            }
            let body = Decided {
                action: action.code().to_owned(),
                teller: teller.code().to_owned(),
                words: words.trim().to_owned(),
                instead: known
                    .decisions
                    .iter()
                    .map(|one| one.id.to_string())
                    .collect(),
            };
            statements::say(open, place, (concern::DECIDED, Some(id)), &body, now, rng)?;
            Ok(reply(place, id))
        }
        ConcernCommand::Told { decision, by } => {
            let by = by.trim();
            if by.is_empty() {
                return Err(invalid(InvalidField::Name));
            }
            let (place, id, known) = found(open, decision)?;
            let mut decisions = known.concerns.iter().flat_map(|one| &one.decisions);
            let waits = decisions.any(|one| one.id == id && one.is_to_be_told());
            waits.then_some(()).ok_or(invalid(InvalidField::Step))?;
            let body = ToldBody {
                by: by.to_owned(),
                at: now.at.millis(),
            };
            statements::say(open, place, (concern::TOLD, Some(id)), &body, now, rng)?;
            Ok(reply(place, id))
        }
        ConcernCommand::OwnReport {
            participant,
            concern,
            line,
        } => {
            let place = kept(open, participant)?;
            let about = concern.as_deref().map(record_id).transpose()?;
            let body = Reported {
                line: line.trim().to_owned(),
            };
            let id = statements::say(open, place, (concern::OWN_REPORT, about), &body, now, rng)?;
            Ok(reply(place, id))
        }
        ConcernCommand::SetChain { minutes, order } => {
            let chain = Chain {
                minutes: *minutes,
                order: order.clone(),
            };
            let whole = chain.is_whole();
            set(open, (concern::CHAIN, whole), &chain, now, rng)
        }
        ConcernCommand::SetLines(lines) => {
            let is_over = lines.checked_on.is_some_and(|day| day > now.local_date());
            let whole = lines.is_whole() && !is_over;
            set(open, (concern::LINES, whole), lines, now, rng)
        }
    }
}

fn set(
    open: &mut Open,
    (code, whole): (&str, bool),
    body: &impl serde::Serialize,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<RecordRef, EngineError> {
    whole.then_some(()).ok_or(invalid(InvalidField::Setting))?;
    let id = statements::say(open, Place::Agency, (code, None), body, now, rng)?;
    Ok(reply(Place::Agency, id))
}

fn reply(place: Place, id: RecordId) -> RecordRef {
    let participant = match place {
        Place::Record(participant) => participant.to_string(),
        Place::Caseload(_) | Place::Agency => String::new(),
    };
    RecordRef {
        participant,
        record: Some(id.to_string()),
    }
}

fn worded(words: &str, missing: InvalidField) -> Result<Worded, EngineError> {
    let words = words.trim().to_owned();
    if words.is_empty() {
        return Err(invalid(missing));
    }
    Ok(Worded { words })
}

/// The record of a participant that this member may write in: also for a while, in an emergency.
fn kept(open: &Open, participant: &str) -> Result<Place, EngineError> {
    let document = document_id(participant)?;
    let home = open.home_of(&document)?;
    if open.may_only_look() || !open.serves(home.as_ref()) {
        return Err(EngineError::NotAllowed);
    }
    Ok(Place::Record(document))
}

/// How the concerns of one place stand.
fn standing(open: &mut Open, place: Place) -> Result<Concerns, EngineError> {
    let said = statements::said(open, place)?;
    Ok(concerns(&rights::weighed(open, &said)))
}

/// Where a concern, a decision or an own report is, its id, and how the concerns there stand.
fn found(open: &mut Open, id: &str) -> Result<(Place, RecordId, Concerns), EngineError> {
    let id = record_id(id)?;
    for place in places(open)? {
        let standing = standing(open, place)?;
        let decisions = standing.concerns.iter().flat_map(|one| &one.decisions);
        let mut all = standing
            .concerns
            .iter()
            .map(|one| one.id)
            .chain(standing.reports.iter().map(|one| one.id))
            .chain(decisions.map(|one| one.id));
        if all.any(|one| one == id) {
            return Ok((place, id, standing));
        }
    }
    Err(EngineError::NotFound)
}

/// Where concerns stand that this member may read: records that they may write in, and caseloads.
fn places(open: &mut Open) -> Result<Vec<Place>, EngineError> {
    let mut records: Vec<DocumentId> = Vec::new();
    for code in [concern::RAISED, concern::OWN_REPORT] {
        for (document, _) in statements::said_in_records(open, code)? {
            if !records.contains(&document) {
                records.push(document);
            }
        }
    }
    let mut found = Vec::new();
    for document in records {
        let home = open.home_of(&document)?;
        if open.serves(home.as_ref()) && !open.may_only_look() {
            found.push(Place::Record(document));
        }
    }
    if !open.may_only_look() {
        let caseloads = statements::caseloads(open).into_iter();
        found.extend(caseloads.map(|(_, group)| Place::Caseload(group)));
    }
    Ok(found)
}

/// Who is asked, as the agency said last.
fn chain(open: &mut Open) -> Result<Chain, EngineError> {
    Ok(setting(open, concern::CHAIN)?
        .filter(Chain::is_whole)
        .unwrap_or_default())
}

/// The lines that take reports, as the agency said last.
fn lines(open: &mut Open) -> Result<ReportLines, EngineError> {
    Ok(setting(open, concern::LINES)?
        .filter(ReportLines::is_whole)
        .unwrap_or_default())
}

fn setting<T: serde::de::DeserializeOwned>(
    open: &mut Open,
    code: &str,
) -> Result<Option<T>, EngineError> {
    let said = statements::said(open, Place::Agency)?;
    let weighed = rights::weighed(open, &said);
    let mut newest_first = weighed
        .iter()
        .rev()
        .filter(|one| one.statement.code == code && one.rightful().is_some());
    Ok(newest_first.find_map(|one| one.statement.says()))
}
