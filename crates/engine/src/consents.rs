//! What participants agreed to, and the one way by which anything about them leaves the app: written
//! down first, and refused where no consent covers it (42 CFR part 2; S0-32, S1-12, S1-18, S2-11).
//! Whoever reads records as part of the agency's team needs none.

mod asked;
mod guests;
mod lists;
mod part2;
mod reported;
mod texts;
mod view;

use handrail_domain::consent::{
    Ask, Consents, DISCLOSED, Disclosure, ENDED, GIVEN, Ground, Information, Made, REVOKED,
    Refusal, Side, codes, covered_at, covered_on, covering, end_body,
};
use handrail_domain::statement::NewStatement;
use handrail_domain::time::local_date;
use handrail_domain::{DeviceId, LocalDate, Now, RecordId, Timestamp};
use handrail_protocol::DocumentId;
use rand_core::CryptoRng;

pub use guests::{check_guest, end_uncovered, let_in};
pub use lists::{of_people, of_today, stopped};
pub use part2::is_part2;
pub use view::view;

use crate::api::{
    ConsentCommand, ConsentQuery, ConsentReply, EngineError, InvalidField, NotTold, RecordRef,
    Telling, TellingGround,
};
use crate::convert::{document_id, invalid, record_id};
use crate::open::Open;
use crate::rights;
use crate::statements::{Place, said, say_all};

/// Most letters of a consent's texts together, in bytes, with what was read to the participant.
const FORM_LIMIT: usize = 56 * 1024;

/// Answers a question about consents.
///
/// # Errors
/// Fails only when the database does.
pub fn answer(
    open: &mut Open,
    query: &ConsentQuery,
    now: Now,
) -> Result<ConsentReply, EngineError> {
    match query {
        ConsentQuery::ListsDue => asked::due(open, now).map(ConsentReply::ListsDue),
        ConsentQuery::Texts => {
            let view = texts::view(open, now)?;
            Ok(ConsentReply::Texts(Box::new(view)))
        }
    }
}

/// Carries out an order about consents.
///
/// # Errors
/// `NotTold` where nothing may be told; `NotAllowed` for guests and whoever may only look; `Invalid`
/// with `Date` for a day that has not come and with `Time` for a moment that has not come or is of another
/// day; `NotFound` for what was not said.
pub fn order(
    open: &mut Open,
    command: &ConsentCommand,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<RecordRef, EngineError> {
    let id = RecordId::new(now.at, rng);
    let (participant, code, about, body) = match command {
        ConsentCommand::SetPart2(on) => return part2::set(open, *on, id, now),
        ConsentCommand::UseTexts { pack } => {
            return texts::use_texts(open, pack.as_deref(), id, now);
        }
        ConsentCommand::Give {
            participant,
            replaces,
            form,
        } => {
            let about = replaces.as_deref().map(record_id).transpose()?;
            let body = form.to_body();
            if body.len() > FORM_LIMIT {
                return Err(EngineError::Invalid {
                    field: InvalidField::Words,
                    limit: u32::try_from(FORM_LIMIT).ok(),
                });
            }
            (participant, GIVEN, about, body)
        }
        ConsentCommand::Revoke {
            participant,
            consent,
            on,
            at,
            words,
        } => {
            let body = end_body((past(*on, now)?, moment(*on, *at, now)?), words);
            (participant, REVOKED, Some(record_id(consent)?), body)
        }
        ConsentCommand::Ended {
            participant,
            consent,
            on,
            at,
            words,
        } => {
            let body = end_body((past(*on, now)?, moment(*on, *at, now)?), words);
            (participant, ENDED, Some(record_id(consent)?), body)
        }
        ConsentCommand::Disclose {
            participant,
            telling,
        } => {
            let document = kept(open, participant)?;
            let told = may_tell(open, &document, telling, now)?;
            let beside = reported::own_report(open, &document, &told, now, rng)?;
            return disclose(open, &document, (id, told), beside, now);
        }
        ConsentCommand::AskedForList { .. }
        | ConsentCommand::ListHandedOver { .. }
        | ConsentCommand::TakeBackList { .. } => return asked::order(open, command, id, now),
    };
    let document = kept(open, participant)?;
    if let Some(about) = about {
        let known = of(open, &document)?;
        known.consent(about).ok_or(EngineError::NotFound)?;
    }
    let statement = NewStatement {
        id,
        code: code.to_owned(),
        about,
        body,
    };
    say_all(open, Place::Record(document), &[statement], now)?;
    end_uncovered(open, &document, now, rng)?;
    Ok(record(&document, id))
}

/// The record, for whoever keeps it.
fn kept(open: &mut Open, participant: &str) -> Result<DocumentId, EngineError> {
    let document = document_id(participant)?;
    let home = open.home_of(&document)?;
    if !open.keeps(home.as_ref()) {
        return Err(EngineError::NotAllowed);
    }
    Ok(document)
}

fn past(on: LocalDate, now: Now) -> Result<LocalDate, EngineError> {
    if on > now.local_date() {
        return Err(invalid(InvalidField::Date));
    }
    Ok(on)
}

/// The moment of a day, where one was written: one that has come, on that day or, as a zone or the clock of
/// summer has it, on one beside it.
fn moment(
    on: LocalDate,
    at: Option<Timestamp>,
    now: Now,
) -> Result<Option<Timestamp>, EngineError> {
    let fits = |at: Timestamp| {
        let day = local_date(at, now.offset_minutes);
        at <= now.at && on.plus_days(-1) <= day && day <= on.plus_days(1)
    };
    if at.is_none_or(fits) {
        Ok(at)
    } else {
        Err(invalid(InvalidField::Time))
    }
}

fn record(document: &DocumentId, id: RecordId) -> RecordRef {
    RecordRef {
        participant: document.to_string(),
        record: Some(id.to_string()),
    }
}

/// What a record says of consents, by those who may say so.
///
/// # Errors
/// Fails only when the database does.
pub fn of(open: &mut Open, document: &DocumentId) -> Result<Consents, EngineError> {
    heard(open, document).map(|(consents, _)| consents)
}

/// What counts, and how many statements do not, because of who made them. Whoever keeps records writes
/// consents down, and what they wrote counts also when they keep none any more; a provider who is let
/// into one does not.
fn heard(open: &mut Open, document: &DocumentId) -> Result<(Consents, u32), EngineError> {
    let mut all = said(open, Place::Record(*document))?;
    all.retain(|one| codes().contains(&one.statement.code.as_str()));
    let (counted, aside): (Vec<_>, Vec<_>) = rights::weighed(open, &all)
        .into_iter()
        .partition(|one| one.rightful().is_some());
    let consents = Consents::fold(counted.into_iter().map(|one| one.statement.clone()));
    Ok((consents, u32::try_from(aside.len()).unwrap_or(u32::MAX)))
}

/// What is to be told, with the ground on which it may be.
fn may_tell(
    open: &mut Open,
    document: &DocumentId,
    telling: &Telling,
    now: Now,
) -> Result<Disclosure, EngineError> {
    let not_told = |why| Err(EngineError::NotTold(why));
    past(telling.on, now)?;
    let at = moment(telling.on, telling.at, now)?;
    let has_report = telling.information.contains(&Information::Report);
    let ground = match &telling.ground {
        TellingGround::Emergency(emergency) => {
            let missing = emergency.missing();
            if !missing.is_empty() {
                return not_told(NotTold::Emergency(missing));
            }
            if emergency.at.is_some_and(|at| at > now.at) {
                return Err(invalid(InvalidField::Date));
            }
            Ground::Emergency(emergency.clone())
        }
        TellingGround::ChildReport if !has_report || telling.information.len() > 1 => {
            return not_told(NotTold::NothingOfTheRecord);
        }
        TellingGround::ChildReport if telling.recipient.trim().is_empty() => {
            return not_told(NotTold::Refused(Refusal::NotSaid));
        }
        TellingGround::ChildReport => Ground::ChildReport,
        TellingGround::Consent => {
            let ask = Ask {
                recipient: telling.recipient.clone(),
                side: telling.side,
                purpose: telling.purpose,
                information: telling.information.clone(),
            };
            ground(open, document, &ask, (telling.on, at), now)?
        }
    };
    Ok(Disclosure {
        at,
        ground,
        recipient: telling.recipient.clone(),
        words: telling.words.clone(),
        way: Some(telling.way),
        ..blank(open, telling.on, telling.side, now)
    }
    .about(telling.purpose, telling.information.clone()))
}

/// The consent that covers what is asked, on the day on which it is told, or at a moment of it that has
/// passed; without one only where the agency is no program under part 2. What is told now is told after all
/// that is known here, whatever the clock says.
fn ground(
    open: &mut Open,
    document: &DocumentId,
    ask: &Ask,
    (on, at): (LocalDate, Option<Timestamp>),
    now: Now,
) -> Result<Ground, EngineError> {
    let consents = of(open, document)?;
    let found = match at {
        Some(at) => covered_at(&consents, ask, (on, at), now),
        None if on < now.local_date() => covered_on(&consents, ask, on),
        None => covering(&consents, ask, on),
    };
    match found {
        Ok(consent) => Ok(Ground::Consent(consent)),
        Err(Refusal::NotSaid) => Err(EngineError::NotTold(NotTold::Refused(Refusal::NotSaid))),
        Err(_) if !is_part2(open)? => Ok(Ground::Outside),
        Err(refusal) => Err(EngineError::NotTold(NotTold::Refused(refusal))),
    }
}

fn blank(open: &Open, on: LocalDate, side: Side, now: Now) -> Disclosure {
    Disclosure {
        id: RecordId::from_bytes([0; 16]),
        made: Made {
            at: now.at,
            step: 0,
            device: DeviceId::from_bytes(*open.identity.device.as_bytes()),
        },
        on,
        at: None,
        ground: Ground::Outside,
        recipient: String::new(),
        side: Some(side),
        purpose: None,
        information: std::collections::BTreeSet::new(),
        words: String::new(),
        way: None,
        member: String::new(),
    }
}

fn disclose(
    open: &mut Open,
    document: &DocumentId,
    (id, told): (RecordId, Disclosure),
    beside: Option<NewStatement>,
    now: Now,
) -> Result<RecordRef, EngineError> {
    let about = match told.ground {
        Ground::Consent(consent) => Some(consent),
        Ground::Emergency(_) | Ground::ChildReport | Ground::Outside => None,
    };
    let statement = NewStatement {
        id,
        code: DISCLOSED.to_owned(),
        about,
        body: told.to_body(),
    };
    let all: Vec<NewStatement> = std::iter::once(statement).chain(beside).collect();
    say_all(open, Place::Record(*document), &all, now)?;
    Ok(record(document, id))
}
