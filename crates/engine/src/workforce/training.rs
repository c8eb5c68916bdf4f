//! Trainings and credentials of one person, and what is written down about them (S2-5, S2-12, S3-4,
//! S3-12, S4-2, S4-17).

use std::collections::BTreeSet;

use handrail_domain::statement::NewStatement;
use handrail_domain::workforce::credential::{credentials, fields};
use handrail_domain::workforce::ledger::{Entry, Told};
use handrail_domain::workforce::requirement::{self, Exception};
use handrail_domain::workforce::training::{self, Training, TrainingFault, counted_as};
use handrail_domain::workforce::{Person, rights};
use handrail_domain::{LocalDate, MemberId, Now, RecordId, Role};
use rand_core::CryptoRng;
use serde::Serialize;

use super::gate::{self, pack};
use super::read::Heard;
use super::{member_of, people, person};
use crate::api::{
    EngineError, ExceptionView, InvalidField, TrainingPageView, TrainingView, WorkforceCommand,
};
use crate::convert::{domain_member, invalid, protocol_member, record_id, role_to_domain};
use crate::open::Open;
use crate::statements::{self, Place};

/// Longest reason, in bytes.
const REASON_LIMIT: usize = handrail_domain::record::REASON_LIMIT;

/// The page of one person.
///
/// # Errors
/// `NotFound` for nobody; `NotAllowed` for somebody else's where one's word does not count.
pub fn view(open: &mut Open, whom: &str, now: Now) -> Result<TrainingPageView, EngineError> {
    let (person, (_, role), is_own) = page_of(open, whom)?;
    let today = now.local_date();
    let pack = pack()?;
    let heard = Heard::agency(open)?;
    let listed = heard.listed();
    if let Person::Listed(id) = person
        && listed.get(&id).and_then(Entry::said).is_none()
    {
        return Err(EngineError::NotFound);
    }
    let all = heard.trainings();
    let mine = |entry: &&Entry<Training>| {
        let said = entry.said();
        said.is_some_and(|one| counted_as(one.person, &listed) == person)
    };
    let mut trainings: Vec<TrainingView> = all
        .iter()
        .filter(|(_, entry)| mine(entry))
        .filter_map(|(id, entry)| line(open, &heard, *id, entry))
        .collect();
    trainings.sort_by_key(|one| std::cmp::Reverse((one.training.on, one.id.clone())));
    let done: Vec<Training> = trainings.iter().map(|one| one.training.clone()).collect();
    let held = credentials(&pack, &done, today);
    let mut programs: BTreeSet<String> = heard.requirements().into_keys().collect();
    programs.insert(String::new());
    let member = member_of(person);
    let missing = match member {
        Some(member) => gate::missing_for(open, member, &programs, today)?,
        None => Vec::new(),
    };
    let exceptions = match member {
        Some(member) => exceptions(open, member, today)?,
        None => Vec::new(),
    };
    let named = |of: fn(&Training) -> &String| {
        let standing = heard.standing(&all);
        let named = standing
            .iter()
            .map(of)
            .filter(|name| !name.is_empty())
            .cloned();
        named.collect::<BTreeSet<String>>().into_iter().collect()
    };
    let may_write = is_own || rights::runs(role);
    Ok(TrainingPageView {
        may_except: rights::supervises(role)
            && !is_own
            && member.is_some_and(|member| gate::reads_caseload_of(open, member)),
        name: heard.person_name(open, person),
        funders: named(|one| &one.funder),
        cohorts: named(|one| &one.cohort),
        offers: people::offers(&heard),
        programs: people::programs(open),
        topics: pack.topics.clone(),
        fields: fields(&pack, &held),
        may_check: rights::runs(role),
        credentials: held,
        own: is_own,
        member: member.map(|member| member.to_string()),
        person,
        may_write,
        today,
        trainings,
        missing,
        exceptions,
    })
}

fn line(open: &Open, heard: &Heard, id: RecordId, entry: &Entry<Training>) -> Option<TrainingView> {
    let holds = entry.holds()?;
    let said = |version: &handrail_domain::workforce::ledger::Version<Training>| {
        (version.id != holds.id)
            .then(|| version.said.clone())
            .flatten()
    };
    Some(TrainingView {
        id: id.to_string(),
        training: holds.said.clone()?,
        by: heard.name_of(open, holds.device),
        at: holds.at.millis(),
        checked: heard.is_checked(entry),
        others: entry.versions.iter().filter_map(said).collect(),
        disputed: entry.is_disputed(),
    })
}

fn exceptions(
    open: &mut Open,
    member: MemberId,
    today: LocalDate,
) -> Result<Vec<ExceptionView>, EngineError> {
    let Some(heard) = Heard::caseload(open, member)? else {
        return Ok(Vec::new());
    };
    let view = |(id, entry): (RecordId, Entry<Exception>)| {
        let holds = entry.holds()?;
        let said = holds.said.as_ref()?;
        if said.until.is_some_and(|until| until < today) || said.coach != member {
            return None;
        }
        Some(ExceptionView {
            id: id.to_string(),
            name: gate::name_of(open, &said.program),
            until: said.until,
            reason: holds.reason.clone(),
            by: heard.name_of(open, holds.device),
        })
    };
    Ok(heard.exceptions().into_iter().filter_map(view).collect())
}

/// Does an order about trainings and what is required.
pub fn order(
    open: &mut Open,
    command: &WorkforceCommand,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    match command {
        WorkforceCommand::Training { entry, training } => {
            let heard = Heard::agency(open)?;
            fault(training, now.local_date())?;
            if let Person::Listed(id) = training.person {
                let listed = heard.listed();
                let known = listed.get(&id).and_then(Entry::said);
                known.ok_or(EngineError::NotFound)?;
            }
            let all = heard.trainings();
            let (about, heads) = known(entry.as_deref(), &all)?;
            if let Some(before) = about.and_then(|id| all.get(&id)?.said()) {
                allowed(open, training::TRAINING, member_of(before.person))?;
            }
            allowed(open, training::TRAINING, member_of(training.person))?;
            say_over(
                open,
                (Place::Agency, training::TRAINING),
                (about, heads),
                training,
                now,
                rng,
            )
        }
        WorkforceCommand::Listed { entry, person } => {
            allowed(open, training::LISTED, None)?;
            if person.name.trim().is_empty() || person.name.len() > 200 {
                return Err(invalid(InvalidField::Name));
            }
            let meant = known(entry.as_deref(), &Heard::agency(open)?.listed())?;
            say_over(
                open,
                (Place::Agency, training::LISTED),
                meant,
                person,
                now,
                rng,
            )
        }
        WorkforceCommand::Offer { entry, offer } => {
            allowed(open, training::OFFER, None)?;
            if !offer.is_whole() {
                return Err(invalid(InvalidField::Words));
            }
            let meant = known(entry.as_deref(), &Heard::agency(open)?.offers())?;
            say_over(
                open,
                (Place::Agency, training::OFFER),
                meant,
                offer,
                now,
                rng,
            )
        }
        WorkforceCommand::TakeBack { entry, reason } => take_back(open, entry, reason, now, rng),
        WorkforceCommand::Require(required) => {
            allowed(open, requirement::REQUIREMENT, None)?;
            if !required.is_whole() {
                return Err(invalid(InvalidField::Setting));
            }
            let all = Heard::agency(open)?.requirements();
            let heads = all.get(&required.program).map(Entry::heads);
            say_over(
                open,
                (Place::Agency, requirement::REQUIREMENT),
                (None, heads.unwrap_or_default()),
                required,
                now,
                rng,
            )
        }
        WorkforceCommand::Except {
            coach,
            program,
            until,
            reason,
        } => {
            let coach: MemberId = coach.parse().map_err(|_| EngineError::NotFound)?;
            allowed(open, requirement::EXCEPTION, Some(coach))?;
            needs_reason(reason)?;
            if until.is_some_and(|until| until < now.local_date()) {
                return Err(invalid(InvalidField::Date));
            }
            let exception = Exception {
                coach,
                program: program.clone(),
                until: *until,
            };
            let told = over(Vec::new(), Some(&exception), reason);
            let place = place_of(open, coach)?;
            say(open, place, (requirement::EXCEPTION, None), &told, now, rng)
        }
        WorkforceCommand::EndException { coach, exception } => {
            let coach: MemberId = coach.parse().map_err(|_| EngineError::NotFound)?;
            allowed(open, requirement::EXCEPTION, Some(coach))?;
            let heard = Heard::caseload(open, coach)?.ok_or(EngineError::NotAllowed)?;
            let (about, heads) = known(Some(exception), &heard.exceptions())?;
            // One without a reason is no exception: ending one says so, too.
            let told = over::<Exception>(heads, None, "ended");
            let place = place_of(open, coach)?;
            say(
                open,
                place,
                (requirement::EXCEPTION, about),
                &told,
                now,
                rng,
            )
        }
        WorkforceCommand::Growth(_) | WorkforceCommand::Money(_) | WorkforceCommand::Card(_) => {
            Err(EngineError::NotAllowed)
        }
    }
}

fn take_back(
    open: &mut Open,
    entry: &str,
    reason: &str,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    needs_reason(reason)?;
    let id = record_id(entry)?;
    let heard = Heard::agency(open)?;
    let trainings = heard.trainings();
    let (code, heads) = if let Some(entry) = trainings.get(&id) {
        let said = entry.said().ok_or(EngineError::NotFound)?;
        allowed(open, training::TRAINING, member_of(said.person))?;
        (training::TRAINING, entry.heads())
    } else if let Some(entry) = heard.listed().get(&id) {
        allowed(open, training::LISTED, None)?;
        (training::LISTED, entry.heads())
    } else if let Some(entry) = heard.offers().get(&id) {
        allowed(open, training::OFFER, None)?;
        (training::OFFER, entry.heads())
    } else {
        return Err(EngineError::NotFound);
    };
    let told = over::<()>(heads, None, reason);
    say(open, Place::Agency, (code, Some(id)), &told, now, rng)
}

fn fault(training: &Training, today: LocalDate) -> Result<(), EngineError> {
    match training.fault(today) {
        None => Ok(()),
        Some(TrainingFault::NameMissing) => Err(invalid(InvalidField::Name)),
        Some(TrainingFault::Day) => Err(invalid(InvalidField::Date)),
        Some(TrainingFault::TooMuch | TrainingFault::Kind) => Err(invalid(InvalidField::Words)),
    }
}

/// Whose word is asked for, and what they are here.
pub fn own(open: &Open) -> Result<(MemberId, Role), EngineError> {
    let member = open.identity.member;
    let role = open
        .roster
        .role_of(&member)
        .ok_or(EngineError::NotAllowed)?;
    Ok((domain_member(member), role_to_domain(role)))
}

/// Whose page is asked for, who asks, and whether it is their own.
///
/// # Errors
/// `NotFound` for nobody; `NotAllowed` for somebody else's where it is not for this member.
pub fn page_of(open: &Open, whom: &str) -> Result<(Person, (MemberId, Role), bool), EngineError> {
    let person = person(open, whom)?;
    let (me, role) = own(open)?;
    let is_own = person == Person::Member(me);
    if !is_own && !may_look(role) {
        return Err(EngineError::NotAllowed);
    }
    Ok((person, (me, role), is_own))
}

/// Whether somebody may look at others' trainings.
pub fn may_look(role: Role) -> bool {
    rights::runs(role) || matches!(role, Role::Lead)
}

/// Refuses what it is not for this member to say.
pub fn allowed(open: &Open, code: &str, of: Option<MemberId>) -> Result<(), EngineError> {
    let (me, role) = own(open)?;
    rights::may_say(code, role, me, of)
        .then_some(())
        .ok_or(EngineError::NotAllowed)
}

/// Refuses what has no reason, or too long a one.
pub fn needs_reason(reason: &str) -> Result<(), EngineError> {
    if reason.trim().is_empty() || reason.len() > REASON_LIMIT {
        return Err(invalid(InvalidField::Reason));
    }
    Ok(())
}

/// The entry that a command means, with what its next statement takes the place of.
pub fn known<T: PartialEq>(
    entry: Option<&str>,
    all: &std::collections::BTreeMap<RecordId, Entry<T>>,
) -> Result<(Option<RecordId>, Vec<RecordId>), EngineError> {
    let Some(entry) = entry else {
        return Ok((None, Vec::new()));
    };
    let id = record_id(entry)?;
    let found = all.get(&id).ok_or(EngineError::NotFound)?;
    Ok((Some(id), found.heads()))
}

/// The body of a statement.
pub fn over<T>(over: Vec<RecordId>, said: Option<&T>, reason: &str) -> Told<T>
where
    T: Clone,
{
    Told {
        over,
        said: said.cloned(),
        reason: reason.trim().to_owned(),
    }
}

/// States one thing in place of what stood there: the entry that it is about, and its heads.
pub fn say_over<T: Clone + Serialize>(
    open: &mut Open,
    (place, code): (Place, &str),
    (about, heads): (Option<RecordId>, Vec<RecordId>),
    said: &T,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    let told = over(heads, Some(said), "");
    say(open, place, (code, about), &told, now, rng)
}

/// The document of a member's caseload.
pub fn place_of(open: &Open, member: MemberId) -> Result<Place, EngineError> {
    let group = open.roster.caseload_group(&protocol_member(member));
    let group = group.filter(|group| open.reads(group));
    group.map(Place::Caseload).ok_or(EngineError::NotAllowed)
}

/// States one thing.
pub fn say<T: Serialize>(
    open: &mut Open,
    place: Place,
    (code, about): (&str, Option<RecordId>),
    told: &Told<T>,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    let id = RecordId::new(now.at, rng);
    statements::say_all(
        open,
        place,
        &[NewStatement::new(id, code, about, told)],
        now,
    )
}
