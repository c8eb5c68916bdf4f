//! Everybody who works here: who is trained, available and active, what ends soon, what is on offer and
//! what is required (S2-2, S3-6, S3-12).

use std::collections::{BTreeMap, BTreeSet};

use handrail_domain::workforce::credential::{Credential, CredentialState, credentials, fields};
use handrail_domain::workforce::growth::{
    ACTIVE_DAYS, Availability, CertificationStage, Pool, Stage,
};
use handrail_domain::workforce::ledger::Entry;
use handrail_domain::workforce::requirement::needed;
use handrail_domain::workforce::training::{Training, counted_as};
use handrail_domain::workforce::{Person, WorkforcePack, rights};
use handrail_domain::{LocalDate, MemberId, Now};

use super::gate::{self, pack};
use super::growth;
use super::id_of;
use super::read::Heard;
use super::training::{may_look, own};
use crate::api::{
    EngineError, OfferView, RequirementView, WarningsView, WorkforcePersonView, WorkforceView,
};
use crate::convert::{domain_member, role_to_api};
use crate::open::Open;

/// Days before the end of a credential in which missing hours are a matter for today.
const HOURS_DAYS: i64 = 180;

/// Everybody, for supervisors, program managers and leads.
///
/// # Errors
/// `NotAllowed` for anybody else.
pub fn view(open: &mut Open, now: Now) -> Result<WorkforceView, EngineError> {
    let today = now.local_date();
    let (_, role) = own(open)?;
    if !may_look(role) {
        return Err(EngineError::NotAllowed);
    }
    let pack = pack()?;
    let heard = Heard::agency(open)?;
    let all = heard.trainings();
    let standing = heard.standing(&all);
    let active = active(open, today)?;
    let available = available(&heard);
    let mut people = members(open);
    let listed = heard.listed();
    for (id, entry) in &listed {
        let Some(said) = entry.said().filter(|said| said.joined.is_none()) else {
            continue;
        };
        let mut one = blank(Person::Listed(*id), said.name.clone());
        one.listed = Some(said.clone());
        people.push(one);
    }
    for one in &mut people {
        let done: Vec<Training> = of(&standing, one.person);
        let held = credentials(&pack, &done, today);
        one.fields = fields(&pack, &held);
        one.trainings = u32::try_from(done.len()).unwrap_or(u32::MAX);
        one.warnings = warned(held, today);
        if let Person::Member(member) = one.person {
            let said = available.iter().find(|(id, _)| *id == member);
            one.available = said.map(|(_, available)| *available);
            one.active = active.as_ref().map(|active| active.contains(&member));
        }
    }
    people.retain(|one| !one.left || one.trainings > 0);
    people.sort_by_key(|one| {
        let listed = one.listed.is_some();
        (one.left, listed, one.name.to_lowercase(), one.id.clone())
    });
    let here = || people.iter().filter(|one| !one.left);
    let trained: BTreeSet<Person> = here()
        .filter(|one| !one.fields.is_empty())
        .map(|one| one.person)
        .collect();
    let free = available.iter().filter(|(_, available)| *available);
    let free: BTreeSet<MemberId> = free.map(|(id, _)| *id).collect();
    Ok(WorkforceView {
        may_write: rights::runs(role),
        pool: Pool::of(&trained, &free, active.as_ref()),
        offers: offers(&heard),
        requirements: requirements(open, &heard),
        topics: pack.topics.clone(),
        review_by: pack.is_stale(today).then_some(pack.review_by),
        pipeline: pipeline(&heard, &here().map(|one| one.person).collect()),
        aside: heard.aside(open),
        today,
        people,
    })
}

/// What of one's own ends soon; for who runs the work also of how many others.
///
/// # Errors
/// `Storage` where the agency's document cannot be read.
pub fn warnings(open: &mut Open, now: Now) -> Result<WarningsView, EngineError> {
    let today = now.local_date();
    let (me, role) = own(open)?;
    let pack = pack()?;
    let heard = Heard::agency(open)?;
    let standing = heard.standing(&heard.trainings());
    let of = |person| warned_of(&pack, &standing, person, today);
    let mut view = WarningsView {
        own: of(Person::Member(me)),
        others: 0,
        talks: growth::late_talks(open, &heard, today),
    };
    if rights::runs(role) {
        let members = open.roster.members().filter(|(_, member)| member.active);
        let others = members
            .map(|(id, _)| domain_member(id))
            .filter(|id| *id != me && !of(Person::Member(*id)).is_empty());
        view.others = u32::try_from(others.count()).unwrap_or(u32::MAX);
    }
    Ok(view)
}

fn warned_of(
    pack: &WorkforcePack,
    standing: &[Training],
    person: Person,
    today: LocalDate,
) -> Vec<Credential> {
    warned(credentials(pack, &of(standing, person), today), today)
}

fn of(standing: &[Training], person: Person) -> Vec<Training> {
    let all = standing.iter().filter(|one| one.person == person);
    all.cloned().collect()
}

/// Credentials with which something is to be done.
fn warned(held: Vec<Credential>, today: LocalDate) -> Vec<Credential> {
    held.into_iter()
        .filter(|one| {
            let hours = one.learning.is_some_and(|learning| {
                learning.missing() > 0 && learning.by.days_since(today) <= HOURS_DAYS
            });
            hours || one.state != CredentialState::Holds
        })
        .collect()
}

fn members(open: &Open) -> Vec<WorkforcePersonView> {
    let all = open.roster.members();
    all.map(|(id, record)| {
        let mut one = blank(Person::Member(domain_member(id)), open.member_name(&id));
        one.role = Some(role_to_api(record.role));
        one.left = !record.active;
        one
    })
    .collect()
}

fn blank(person: Person, name: String) -> WorkforcePersonView {
    WorkforcePersonView {
        id: id_of(person),
        person,
        name,
        role: None,
        listed: None,
        fields: Vec::new(),
        available: None,
        active: None,
        warnings: Vec::new(),
        trainings: 0,
        left: false,
    }
}

/// Who had a contact lately; `None` where this device does not read everybody's.
fn active(open: &Open, today: LocalDate) -> Result<Option<BTreeSet<MemberId>>, EngineError> {
    let role = open.roster.role_of(&open.identity.member);
    if !role.is_some_and(handrail_protocol::Role::reads_all_caseloads) {
        return Ok(None);
    }
    let from = today.plus_days(-ACTIVE_DAYS).to_string();
    let read = open.store.read();
    let rows = read.encounters_by_author(&from, &today.to_string())?;
    Ok(Some(
        rows.iter()
            .map(|row| domain_member(row.author_member))
            .collect(),
    ))
}

/// Who said that they can be asked, or cannot.
fn available(heard: &Heard) -> Vec<(MemberId, bool)> {
    let all = heard.availabilities();
    let said =
        |(id, entry): (&MemberId, &Entry<Availability>)| Some((*id, entry.said()?.available));
    all.iter().filter_map(said).collect()
}

/// How many of those who are here are at each stage on the way to each certificate (S3-15). Who joined
/// counts once, as what they said since.
fn pipeline(heard: &Heard, here: &BTreeSet<Person>) -> Vec<(String, String, u32)> {
    let listed = heard.listed();
    let mut last: BTreeMap<(Person, String), Stage> = BTreeMap::new();
    for ((person, kind), entry) in heard.stages() {
        let counted = counted_as(person, &listed);
        let Some(stage) = entry.said().filter(|_| here.contains(&counted)) else {
            continue;
        };
        let key = (counted, kind);
        if counted == person || !last.contains_key(&key) {
            last.insert(key, stage.clone());
        }
    }
    let mut counted: BTreeMap<(String, usize), u32> = BTreeMap::new();
    for ((_, kind), stage) in last {
        let mut all = CertificationStage::ALL.iter();
        if let Some(place) = all.position(|known| known.code() == stage.stage) {
            *counted.entry((kind, place)).or_default() += 1;
        }
    }
    let code = |place: usize| CertificationStage::ALL.get(place).map(|stage| stage.code());
    let line = |((kind, place), count): ((String, usize), u32)| {
        Some((kind, code(place)?.to_owned(), count))
    };
    counted.into_iter().filter_map(line).collect()
}

/// Trainings on offer.
pub fn offers(heard: &Heard) -> Vec<OfferView> {
    let mut found: Vec<OfferView> = heard
        .offers()
        .iter()
        .filter_map(|(id, entry)| {
            Some(OfferView {
                id: id.to_string(),
                offer: entry.said()?.clone(),
                disputed: entry.is_disputed(),
            })
        })
        .collect();
    found.sort_by_key(|one| one.offer.name.to_lowercase());
    found
}

/// Id and name of programs in use.
pub fn programs(open: &Open) -> Vec<(String, String)> {
    let all = open.programs.in_use().iter();
    all.map(|one| (one.pack.id.clone(), one.name.clone()))
        .collect()
}

fn requirements(open: &Open, heard: &Heard) -> Vec<RequirementView> {
    let said = heard.requirements();
    let mut programs = programs(open);
    programs.insert(0, (String::new(), String::new()));
    for program in said.keys() {
        if !programs.iter().any(|(id, _)| id == program) {
            programs.push((program.clone(), gate::name_of(open, program)));
        }
    }
    let view = |(program, name): (String, String)| {
        let entry = said.get(&program);
        // Where two said different things at once all of it is required, and so all of it is shown.
        let own = entry.map(|entry| BTreeMap::from([(program.clone(), entry.clone())]));
        RequirementView {
            needs: own.map(|own| needed(&own, &program)).unwrap_or_default(),
            disputed: entry.is_some_and(Entry::is_disputed),
            program,
            name,
        }
    };
    programs.into_iter().map(view).collect()
}
