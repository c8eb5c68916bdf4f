//! The people who work here: trainings, credentials, growth and money (issue 5.5). What is counted
//! stands in the agency's document; a coach's own matters in the document of their caseload.

mod card;
mod gate;
mod growth;
mod money;
mod people;
mod read;
mod sample;
mod training;
mod trips;
mod wellbeing;

pub use gate::{check_all, check_assignment};
pub use sample::write as write_sample;

use std::collections::BTreeMap;

use handrail_domain::workforce::Person;
use handrail_domain::workforce::training::Training;
use handrail_domain::{MemberId, Now};
use rand_core::CryptoRng;

use crate::api::{EngineError, WorkforceCommand, WorkforceQuery, WorkforceReply};
use crate::convert::{domain_member, protocol_member, record_id};
use crate::open::Open;
use read::Heard;

/// Answers a question.
///
/// # Errors
/// `NotFound` for somebody who is not known; `NotAllowed` for who may not know it.
pub fn query(
    open: &mut Open,
    query: &WorkforceQuery,
    now: Now,
) -> Result<WorkforceReply, EngineError> {
    Ok(match query {
        WorkforceQuery::People => WorkforceReply::People(people::view(open, now)?),
        WorkforceQuery::Training { person } => {
            WorkforceReply::Training(training::view(open, person, now)?)
        }
        WorkforceQuery::Growth { person } => {
            WorkforceReply::Growth(Box::new(growth::view(open, person, now)?))
        }
        WorkforceQuery::Claims { person } => {
            WorkforceReply::Claims(Box::new(money::view(open, person, now)?))
        }
        WorkforceQuery::Card { person } => {
            WorkforceReply::Card(Box::new(card::view(open, person)?))
        }
        WorkforceQuery::Payroll => {
            WorkforceReply::Payroll(Box::new(money::payroll_view(open, now)?))
        }
        WorkforceQuery::Warnings => WorkforceReply::Warnings(people::warnings(open, now)?),
        WorkforceQuery::Import { mapping } => {
            WorkforceReply::Missing(gate::missing_for_file(open, mapping, now)?)
        }
    })
}

/// Does an order.
///
/// # Errors
/// `NotAllowed` for who may not say it; `Invalid` for what is not whole; `NotFound` for what is not here.
pub fn order(
    open: &mut Open,
    command: &WorkforceCommand,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    match command {
        WorkforceCommand::Growth(command) => growth::order(open, command, now, rng),
        WorkforceCommand::Card(said) => card::order(open, said, now, rng),
        WorkforceCommand::Money(command) => money::order(open, command, now, rng),
        other => training::order(open, other, now, rng),
    }
}

/// Every training that stands, each by the person as whom they count: what the scorecards are made of.
///
/// # Errors
/// `Storage` where the agency's document cannot be read.
pub fn completed(open: &mut Open) -> Result<Vec<Training>, EngineError> {
    let heard = Heard::agency(open)?;
    let all = heard.trainings();
    Ok(heard.standing(&all))
}

/// The names of people without a device, by their entry.
///
/// # Errors
/// `Storage` where the agency's document cannot be read.
pub fn listed_names(open: &mut Open) -> Result<BTreeMap<String, String>, EngineError> {
    let listed = Heard::agency(open)?.listed();
    let each = listed.into_iter();
    let named = each.filter_map(|(id, entry)| Some((id.to_string(), entry.said()?.name.clone())));
    Ok(named.collect())
}

/// Whom a screen means: `me`, a member in hex, or the ULID of somebody without a device.
fn person(open: &Open, text: &str) -> Result<Person, EngineError> {
    if text == "me" {
        return Ok(Person::Member(domain_member(open.identity.member)));
    }
    if let Ok(member) = text.parse::<MemberId>() {
        let known = open.roster.member(&protocol_member(member));
        return known
            .map(|_| Person::Member(member))
            .ok_or(EngineError::NotFound);
    }
    record_id(text).map(Person::Listed)
}

/// The same the other way.
fn id_of(person: Person) -> String {
    match person {
        Person::Member(member) => member.to_string(),
        Person::Listed(entry) => entry.to_string(),
    }
}

/// The member, where somebody is one.
const fn member_of(person: Person) -> Option<MemberId> {
    match person {
        Person::Member(member) => Some(member),
        Person::Listed(_) => None,
    }
}
