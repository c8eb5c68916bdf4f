//! Gathers what is counted, out of rows, call-outs and programs.

use std::collections::{BTreeMap, BTreeSet};

use handrail_domain::call_out::CallOutStep;
use handrail_domain::measure::{
    CallOutFact, ContactDay, Facts, Makes, PersonFacts, SiteFact, Tags, TrainingFact, WorkDay,
};
use handrail_domain::program::{Intercept, ProgramPack, Site};
use handrail_domain::workforce::Person;
use handrail_domain::workforce::training::TrainingKind;
use handrail_domain::{LocalDate, Now, Outcome, ParticipantId, time};
use handrail_protocol::DocumentId;

use super::{reads_all, staff};
use crate::api::EngineError;
use crate::call_outs;
use crate::open::{Open, is_called};
use crate::views::Duties;
use crate::workforce;

/// Everything that may be counted here. Who does not read every record counts nothing out of records:
/// a part would be shown as the whole.
pub fn of(open: &mut Open, now: Now) -> Result<Facts, EngineError> {
    let programs = packs(open, now.local_date());
    let sites = programs
        .iter()
        .flat_map(|(name, pack)| sites(name, pack))
        .collect();
    let mut facts = Facts {
        sites,
        trainings: Some(trainings(open, &programs)?),
        shifts: Some(staff::begun_shifts(open, now)?),
        ..Facts::default()
    };
    if reads_all(open) {
        facts.people = Some(people(open, &programs, now)?);
        facts.call_outs = Some(call_outs(open, &programs, now)?);
        facts.supervision = Some(staff::supervised(open, now)?);
        facts.sought = Some(staff::sought_on_call(open, now)?);
        let days = open.store.read().days_at_work()?.into_iter();
        let day = |(member, on): (handrail_protocol::MemberId, String)| {
            Some(WorkDay {
                member: member.to_string(),
                on: LocalDate::parse(&on).ok()?,
            })
        };
        facts.work = Some(days.filter_map(day).collect());
    }
    Ok(facts)
}

/// Programs in use by the name under which participants have them.
fn packs(open: &Open, day: LocalDate) -> Vec<(String, ProgramPack)> {
    let in_use = open.programs.in_use().iter();
    in_use
        .map(|one| (one.name.clone(), one.on(day).0))
        .collect()
}

/// The site of this name. What somebody wrote freely is no tag: it would be the name of a part, which
/// everybody in the agency is told.
fn site<'a>(programs: &'a [(String, ProgramPack)], name: &str) -> Option<&'a Site> {
    let mut sites = programs.iter().flat_map(|(_, pack)| &pack.sites);
    sites.find(|site| site.name == name)
}

/// What a program says of its people; of one that is not in use nothing, not its name.
fn tags(programs: &[(String, ProgramPack)], open: &Open, program: &str) -> Tags {
    let mut in_use = open.programs.in_use().iter();
    let known = in_use.find(|one| is_called(one, program));
    let pack = known.and_then(|one| programs.iter().find(|(name, _)| *name == one.name));
    let Some((name, pack)) = pack else {
        return Tags::default();
    };
    let intercepts: BTreeSet<u8> = pack
        .sites
        .iter()
        .filter_map(|site| Some(site.intercept?.get()))
        .collect();
    let only = |all: &BTreeSet<u8>| all.first().copied().filter(|_| all.len() == 1);
    Tags {
        program: name.clone(),
        site: String::new(),
        intercept: only(&intercepts),
        partners: pack.partners.iter().map(|one| one.name.clone()).collect(),
        funders: pack.funders.iter().map(|one| one.name.clone()).collect(),
        coach: String::new(),
    }
}

/// Completed trainings, which everybody in the agency reads, by the person as whom each counts.
fn trainings(
    open: &mut Open,
    programs: &[(String, ProgramPack)],
) -> Result<Vec<TrainingFact>, EngineError> {
    let mut found = Vec::new();
    for training in workforce::completed(open)? {
        let makes = match training.kind() {
            Some(TrainingKind::RecoveryCoachAcademy | TrainingKind::RecoveryCoaching) => {
                Makes::Coach
            }
            Some(TrainingKind::CertifiedPeerSpecialist) => Makes::PeerSpecialist,
            _ => Makes::Neither,
        };
        let of = programs
            .iter()
            .find(|(_, pack)| pack.id == training.program);
        found.push(TrainingFact {
            person: match training.person {
                Person::Member(member) => member.to_string(),
                Person::Listed(entry) => entry.to_string(),
            },
            on: training.on,
            makes,
            tags: Tags {
                program: of.map(|(name, _)| name.clone()).unwrap_or_default(),
                funders: Some(training.funder)
                    .filter(|name| !name.is_empty())
                    .into_iter()
                    .collect(),
                ..Tags::default()
            },
        });
    }
    Ok(found)
}

/// What only another record of the same person says.
fn complete(known: &mut Tags, more: Tags) {
    if known.program.is_empty() {
        known.program = more.program;
        known.partners = more.partners;
        known.funders = more.funders;
    }
    if known.site.is_empty() {
        known.site = more.site;
    }
    known.intercept = known.intercept.or(more.intercept);
}

fn people(
    open: &Open,
    programs: &[(String, ProgramPack)],
    now: Now,
) -> Result<Vec<PersonFacts>, EngineError> {
    let read = open.store.read();
    let duties = Duties::of_all(open, now.local_date())?;
    let mut contacts: BTreeMap<DocumentId, Vec<ContactDay>> = BTreeMap::new();
    for contact in read.contact_days("")? {
        if let Ok(on) = LocalDate::parse(&contact.local_date) {
            let reached =
                Outcome::from_code(&contact.outcome).is_some_and(Outcome::person_was_reached);
            contacts
                .entry(duties.person(contact.participant))
                .or_default()
                .push(ContactDay { on, reached });
        }
    }
    let intercepts: BTreeMap<DocumentId, u8> = read.newest_intercepts()?.into_iter().collect();
    let mut places: BTreeMap<DocumentId, (String, String)> = BTreeMap::new();
    for row in read.milestones_of_kind("discharge")? {
        let on = row.on_date.unwrap_or_default();
        let known = places.entry(row.participant).or_default();
        if row.voided_at.is_none() && !row.place.is_empty() && known.0 <= on {
            *known = (on, row.place);
        }
    }
    let mut found: Vec<PersonFacts> = Vec::new();
    // Who has two records is one person, of whom each says what both say.
    let mut seen: BTreeMap<DocumentId, usize> = BTreeMap::new();
    for row in read.active_participants()? {
        let person = duties.person(row.participant);
        let mut tags = tags(programs, open, &row.program);
        tags.coach = open.coach_name(row.caseload_group.as_ref());
        if let Some((_, place)) = places.remove(&row.participant)
            && let Some(site) = site(programs, &place)
        {
            tags.site.clone_from(&site.name);
        }
        tags.intercept = intercepts.get(&row.participant).copied().or(tags.intercept);
        if let Some(place) = seen.get(&person) {
            if let Some(known) = found.get_mut(*place) {
                complete(&mut known.tags, tags);
            }
            continue;
        }
        seen.insert(person, found.len());
        let facts = duties.facts(&row.participant);
        let events = facts.into_iter().flat_map(|facts| &facts.events);
        found.push(PersonFacts {
            id: ParticipantId::from_bytes(*row.participant.as_bytes()),
            tags,
            events: events.map(|event| (event.event, event.on)).collect(),
            duty: facts.map(|facts| facts.duty.clone()).unwrap_or_default(),
            contacts: contacts.remove(&person).unwrap_or_default(),
        });
    }
    Ok(found)
}

fn call_outs(
    open: &mut Open,
    programs: &[(String, ProgramPack)],
    now: Now,
) -> Result<Vec<CallOutFact>, EngineError> {
    let mut found = Vec::new();
    for (group, _) in open.readable_caseloads() {
        // Records that are shared and groups that meet have no call-outs.
        if open.roster.caseload_of_group(&group) != Some(group) {
            continue;
        }
        let Some(id) = open.caseload_document(&group)? else {
            continue;
        };
        let document = call_outs::load(open, &id)?.document;
        for call_out in document.call_outs() {
            let first = call_out
                .step(CallOutStep::Called)
                .or(call_out.steps.first().map(|(_, time)| *time));
            let Some(first) = first else {
                continue;
            };
            let mut tags = tags(programs, open, &call_out.program);
            if let Some(site) = site(programs, &call_out.site) {
                tags.intercept = site.intercept.map(Intercept::get);
                tags.site.clone_from(&site.name);
            }
            tags.coach = open.coach_name(Some(&group));
            found.push(CallOutFact {
                on: time::local_date(first.at, now.offset_minutes),
                call_out,
                tags,
            });
        }
    }
    Ok(found)
}

/// The sites of a program. One without a first day has been there from the beginning; one that serves
/// until another opens ends on the day before.
fn sites(name: &str, pack: &ProgramPack) -> Vec<SiteFact> {
    let opens = |id: &String| {
        let other = pack
            .sites
            .iter()
            .find(|site| site.id == *id && !site.planned)?;
        Some(other.opens_on.unwrap_or(LocalDate::FIRST).plus_days(-1))
    };
    let each = pack.sites.iter();
    each.map(|site| {
        let waits = site.until_open.as_ref().and_then(opens);
        SiteFact {
            name: site.name.clone(),
            kind: site.kind,
            from: (!site.planned).then(|| site.opens_on.unwrap_or(LocalDate::FIRST)),
            until: site.closes_on.into_iter().chain(waits).min(),
            tags: Tags {
                program: name.to_owned(),
                site: site.name.clone(),
                intercept: site.intercept.map(Intercept::get),
                partners: pack.partners.iter().map(|one| one.name.clone()).collect(),
                funders: pack.funders.iter().map(|one| one.name.clone()).collect(),
                coach: String::new(),
            },
        }
    })
    .collect()
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        reason = "a test stops at what it does not expect"
    )]

    use handrail_domain::program::sample_packs;

    use super::*;

    #[test]
    fn s3_20_words_that_somebody_wrote_freely_are_the_name_of_no_part() {
        let packs = sample_packs().unwrap().into_iter();
        let programs: Vec<_> = packs.map(|pack| (pack.id.clone(), pack)).collect();
        let mut sites = programs.iter().flat_map(|(_, pack)| &pack.sites);
        let known = sites.next().unwrap();
        let found = site(&programs, &known.name).map(|site| &site.name);
        assert_eq!(found, Some(&known.name));
        for free in ["", "Ray's room at the Sunset Motel"] {
            assert_eq!(site(&programs, free), None, "{free}");
        }
    }
}
