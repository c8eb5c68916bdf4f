//! How somebody grows into the work (S0-17, S2-9, S3-6, S3-13, S3-15, S3-16, S3-21).

use std::collections::BTreeMap;

use handrail_domain::workforce::growth::{
    self, CertificationStage, Goal, Pairing, Ready, Seen, Talk, WORDS_LIMIT,
};
use handrail_domain::workforce::ledger::Entry;
use handrail_domain::workforce::{Person, rights};
use handrail_domain::{LocalDate, MemberId, Now, RecordId, Role};
use rand_core::CryptoRng;

use super::gate::pack;
use super::read::Heard;
use super::training::{allowed, known, needs_reason, over, own, page_of, place_of, say, say_over};
use super::{member_of, person, wellbeing};
use crate::api::{
    CompetencyView, EngineError, GrowthCommand, GrowthGoalView, GrowthView, InvalidField,
    LeadRoleView, PairView, ReadyView,
};
use crate::convert::{domain_member, invalid, protocol_member, record_id};
use crate::open::Open;
use crate::statements::Place;

/// The page of one person. Who guides them sees what they were seen to be able to do, and the talks; what
/// is the coach's own is for them and for supervisors, also where somebody covers for the coach.
///
/// # Errors
/// `NotFound` for nobody; `NotAllowed` for somebody else's where it is not for this member.
pub fn view(open: &mut Open, whom: &str, now: Now) -> Result<GrowthView, EngineError> {
    let today = now.local_date();
    let heard = Heard::agency(open)?;
    let (person, (me, role), is_own) = match page_of(open, whom) {
        Err(EngineError::NotAllowed) => guided(open, &heard, whom, today)?,
        found => found?,
    };
    let pack = pack()?;
    let member = member_of(person);
    let private = match member.filter(|_| is_own || rights::supervises(role)) {
        Some(member) => Heard::caseload(open, member)?,
        None => None,
    };
    let guides = member.is_some_and(|coach| !is_own && heard.guides(me, coach, Some(today)));
    let seen = heard.competencies();
    let leads = member.is_some_and(|member| {
        let role = open.roster.role_of(&protocol_member(member));
        role == Some(handrail_protocol::Role::Lead)
    });
    let competencies = pack.competencies.iter().filter(|one| leads || !one.leads);
    let competencies = competencies.map(|one| {
        let entry = seen.get(&(person, one.id.clone()));
        let holds = entry.and_then(Entry::holds);
        let on = holds.and_then(|version| version.said.as_ref()?.on);
        CompetencyView {
            id: one.id.clone(),
            words: one.words.clone(),
            by: holds
                .filter(|_| on.is_some())
                .map(|version| heard.name_of(open, version.device))
                .unwrap_or_default(),
            on,
        }
    });
    let competencies = competencies.collect();
    let stages = heard.stages();
    let stages = stages.iter().filter(|((of, _), _)| *of == person);
    let lead_roles = heard.lead_roles();
    let lead_roles = lead_roles.iter().filter_map(|(id, entry)| {
        let role = entry.said().filter(|role| Some(role.member) == member)?;
        Some(LeadRoleView {
            id: id.to_string(),
            role: role.clone(),
        })
    });
    let ready = private.as_ref().zip(member).map(|(heard, member)| {
        let said = heard.readiness();
        let view = |item: &handrail_domain::workforce::Topic| {
            let entry = said.get(&(member, item.id.clone()));
            ReadyView {
                id: item.id.clone(),
                words: item.words.clone(),
                yes: entry.and_then(Entry::said).map(|ready| ready.yes),
            }
        };
        pack.recruitment.iter().map(view).collect()
    });
    let goals = private.as_ref().map(|heard| goals(heard, member));
    Ok(GrowthView {
        name: heard.person_name(open, person),
        member: member.map(|member| member.to_string()),
        own: is_own,
        may_supervise: rights::supervises(role) && !is_own,
        may_guide: (rights::supervises(role) && !is_own) || guides,
        may_write: is_own || rights::runs(role),
        availability: member
            .and_then(|member| heard.availabilities().get(&member)?.said().cloned()),
        stages: stages
            .filter_map(|(_, entry)| entry.said().cloned())
            .collect(),
        pairs: pairs(open, &heard, member, today),
        lead_roles: lead_roles.collect(),
        wellbeing: if is_own {
            wellbeing::kept(&open.store.read())?
        } else {
            Vec::new()
        },
        mentors: mentors(open, member),
        competencies,
        person,
        today,
        ready,
        goals,
    })
}

/// As [`page_of`], for whoever guides the coach.
fn guided(
    open: &Open,
    heard: &Heard,
    whom: &str,
    today: LocalDate,
) -> Result<(Person, (MemberId, Role), bool), EngineError> {
    let person = person(open, whom)?;
    let (me, role) = own(open)?;
    let guides = member_of(person).is_some_and(|coach| heard.guides(me, coach, Some(today)));
    guides
        .then_some((person, (me, role), false))
        .ok_or(EngineError::NotAllowed)
}

fn goals(heard: &Heard, member: Option<MemberId>) -> Vec<GrowthGoalView> {
    let mut found: Vec<GrowthGoalView> = heard
        .goals()
        .iter()
        .filter_map(|(id, entry)| {
            let goal = entry.said().filter(|goal| Some(goal.member) == member)?;
            Some(GrowthGoalView {
                id: id.to_string(),
                goal: goal.clone(),
                disputed: entry.is_disputed(),
            })
        })
        .collect();
    found.sort_by_key(|one| (one.goal.reached.is_some(), one.goal.by, one.id.clone()));
    found
}

fn pairs(open: &Open, heard: &Heard, member: Option<MemberId>, today: LocalDate) -> Vec<PairView> {
    let me = domain_member(open.identity.member);
    let supervises = own(open).is_ok_and(|(_, role)| rights::supervises(role));
    let talks = heard.talks();
    let view = |(id, entry): (&RecordId, &Entry<Pairing>)| {
        let pairing = entry.said()?;
        if ![Some(pairing.mentor), Some(pairing.coach)].contains(&member) {
            return None;
        }
        let mut held: Vec<(String, LocalDate, u32)> = talks
            .iter()
            .filter_map(|(talk, entry)| {
                let said = entry.said().filter(|said| said.pair == *id)?;
                Some((talk.to_string(), said.on, said.minutes))
            })
            .collect();
        held.sort_by_key(|(id, on, _)| std::cmp::Reverse((*on, id.clone())));
        Some(PairView {
            id: id.to_string(),
            mentor: open.member_name(&protocol_member(pairing.mentor)),
            coach: open.member_name(&protocol_member(pairing.coach)),
            may_talk: supervises || pairing.mentor == me || pairing.coach == me,
            next: pairing.next_talk(held.first().map(|(_, on, _)| *on), today),
            talks: held,
            disputed: entry.is_disputed(),
            pairing: pairing.clone(),
        })
    };
    heard.pairings().iter().filter_map(view).collect()
}

/// With whom a talk is late, of those whom this member guides and who guide them, and since when.
pub fn late_talks(open: &Open, heard: &Heard, today: LocalDate) -> Vec<(String, LocalDate)> {
    let me = domain_member(open.identity.member);
    let late = |pair: PairView| {
        let next = pair.next.filter(|next| *next < today)?;
        let guides = pair.pairing.mentor == me;
        Some((if guides { pair.coach } else { pair.mentor }, next))
    };
    let pairs = pairs(open, heard, Some(me), today);
    pairs.into_iter().filter_map(late).collect()
}

/// Who can guide a coach: everybody else who coaches or supervises.
fn mentors(open: &Open, of: Option<MemberId>) -> Vec<(String, String)> {
    let can = |role: handrail_protocol::Role| role.reads_caseloads();
    let mut found: Vec<(String, String)> = open
        .roster
        .members()
        .filter(|(id, member)| member.active && can(member.role) && Some(domain_member(*id)) != of)
        .map(|(id, _)| (id.to_string(), open.member_name(&id)))
        .collect();
    found.sort_by_key(|(_, name)| name.to_lowercase());
    found
}

/// Does an order.
pub fn order(
    open: &mut Open,
    command: &GrowthCommand,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    let today = now.local_date();
    let is_short = |text: &str| text.len() <= WORDS_LIMIT;
    match command {
        GrowthCommand::Available(said) => {
            allowed(open, growth::AVAILABILITY, Some(said.member))?;
            if said.hours > 80 || !is_short(&said.words) {
                return Err(invalid(InvalidField::Hours));
            }
            let heads = heads(Heard::agency(open)?.availabilities().get(&said.member));
            say_over(
                open,
                (Place::Agency, growth::AVAILABILITY),
                (None, heads),
                said,
                now,
                rng,
            )
        }
        GrowthCommand::Stage(stage) => {
            allowed(open, growth::STAGE, member_of(stage.person))?;
            if CertificationStage::from_code(&stage.stage).is_none() || stage.since > today {
                return Err(invalid(InvalidField::Date));
            }
            let key = (stage.person, stage.kind.clone());
            let heads = heads(Heard::agency(open)?.stages().get(&key));
            say_over(
                open,
                (Place::Agency, growth::STAGE),
                (None, heads),
                stage,
                now,
                rng,
            )
        }
        GrowthCommand::Competency {
            person,
            competency,
            seen,
        } => {
            let heard = Heard::agency(open)?;
            let (me, _) = own(open)?;
            let guides = member_of(*person)
                .is_some_and(|coach| coach != me && heard.guides(me, coach, Some(today)));
            if !guides {
                allowed(open, growth::COMPETENCY, member_of(*person))?;
            }
            if !pack()?.competencies.iter().any(|one| one.id == *competency) {
                return Err(EngineError::NotFound);
            }
            let key = (*person, competency.clone());
            let heads = heads(heard.competencies().get(&key));
            let said = Seen {
                person: *person,
                competency: competency.clone(),
                on: seen.then_some(today),
            };
            say_over(
                open,
                (Place::Agency, growth::COMPETENCY),
                (None, heads),
                &said,
                now,
                rng,
            )
        }
        GrowthCommand::Pair { entry, pairing } => {
            allowed(open, growth::MENTOR, None)?;
            let ends_first = pairing.until.is_some_and(|until| until < pairing.from);
            if pairing.mentor == pairing.coach || ends_first {
                return Err(invalid(InvalidField::Date));
            }
            let meant = known(entry.as_deref(), &Heard::agency(open)?.pairings())?;
            say_over(
                open,
                (Place::Agency, growth::MENTOR),
                meant,
                pairing,
                now,
                rng,
            )
        }
        GrowthCommand::Talk { pair, on, minutes } => {
            let id = record_id(pair)?;
            let pairings = Heard::agency(open)?.pairings();
            let pairing = pairings.get(&id).and_then(Entry::said);
            let pairing = pairing.ok_or(EngineError::NotFound)?;
            allowed(
                open,
                growth::MENTOR_TALK,
                Some(one_of(pairing, own(open)?.0)),
            )?;
            if *on > today || *minutes > 1440 {
                return Err(invalid(InvalidField::Date));
            }
            let talk = Talk {
                pair: id,
                on: *on,
                minutes: *minutes,
            };
            say_over(
                open,
                (Place::Agency, growth::MENTOR_TALK),
                (None, Vec::new()),
                &talk,
                now,
                rng,
            )
        }
        GrowthCommand::LeadRole { entry, role } => {
            allowed(open, growth::LEAD_ROLE, None)?;
            if role.words.trim().is_empty() || !is_short(&role.words) {
                return Err(invalid(InvalidField::Words));
            }
            let meant = known(entry.as_deref(), &Heard::agency(open)?.lead_roles())?;
            say_over(
                open,
                (Place::Agency, growth::LEAD_ROLE),
                meant,
                role,
                now,
                rng,
            )
        }
        GrowthCommand::Ready { member, item, yes } => {
            let member: MemberId = member.parse().map_err(|_| EngineError::NotFound)?;
            allowed(open, growth::READINESS, Some(member))?;
            if !pack()?.recruitment.iter().any(|one| one.id == *item) {
                return Err(EngineError::NotFound);
            }
            let heard = Heard::caseload(open, member)?.ok_or(EngineError::NotAllowed)?;
            let heads = heads(heard.readiness().get(&(member, item.clone())));
            let said = Ready {
                member,
                item: item.clone(),
                yes: *yes,
            };
            let place = place_of(open, member)?;
            say_over(
                open,
                (place, growth::READINESS),
                (None, heads),
                &said,
                now,
                rng,
            )
        }
        GrowthCommand::Goal { entry, goal } => {
            allowed(open, growth::GOAL, Some(goal.member))?;
            if !goal.is_whole() {
                return Err(invalid(InvalidField::Words));
            }
            let heard = Heard::caseload(open, goal.member)?.ok_or(EngineError::NotAllowed)?;
            let (about, heads) = known(entry.as_deref(), &heard.goals())?;
            let place = place_of(open, goal.member)?;
            say_over(open, (place, growth::GOAL), (about, heads), goal, now, rng)
        }
        GrowthCommand::TakeBack {
            member,
            entry,
            reason,
        } => take_back(open, member, entry, reason, now, rng),
        GrowthCommand::Wellbeing(said) => wellbeing::keep(open, said, today),
        GrowthCommand::ForgetWellbeing => wellbeing::forget(open),
    }
}

/// The one of a pair that somebody is; the coach where they are neither.
fn one_of(pairing: &Pairing, me: MemberId) -> MemberId {
    if pairing.mentor == me {
        me
    } else {
        pairing.coach
    }
}

fn heads<T: PartialEq>(entry: Option<&Entry<T>>) -> Vec<RecordId> {
    entry.map(Entry::heads).unwrap_or_default()
}

fn take_back(
    open: &mut Open,
    member: &str,
    entry: &str,
    reason: &str,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    needs_reason(reason)?;
    let id = record_id(entry)?;
    let member: MemberId = member.parse().map_err(|_| EngineError::NotFound)?;
    let heard = Heard::agency(open)?;
    let (me, _) = own(open)?;
    let found = |code, of: Option<MemberId>, heads: Vec<RecordId>| Some((code, of, heads));
    let pairings = heard.pairings();
    let public = of_entry(&pairings, id, |_| growth::MENTOR, |_| None)
        .or_else(|| {
            let talks = heard.talks();
            let entry = talks.get(&id)?;
            let pairing = pairings.get(&entry.said()?.pair)?.said()?;
            found(
                growth::MENTOR_TALK,
                Some(one_of(pairing, me)),
                entry.heads(),
            )
        })
        .or_else(|| of_entry(&heard.lead_roles(), id, |_| growth::LEAD_ROLE, |_| None));
    let (place, (code, of, heads)) = if let Some(found) = public {
        (Place::Agency, found)
    } else {
        let private = Heard::caseload(open, member)?.ok_or(EngineError::NotFound)?;
        let goal = of_entry(
            &private.goals(),
            id,
            |_| growth::GOAL,
            |goal: &Goal| Some(goal.member),
        );
        (place_of(open, member)?, goal.ok_or(EngineError::NotFound)?)
    };
    allowed(open, code, of)?;
    let told = over::<()>(heads, None, reason);
    say(open, place, (code, Some(id)), &told, now, rng)
}

fn of_entry<T: PartialEq>(
    all: &BTreeMap<RecordId, Entry<T>>,
    id: RecordId,
    code: impl Fn(&T) -> &'static str,
    whom: impl Fn(&T) -> Option<MemberId>,
) -> Option<(&'static str, Option<MemberId>, Vec<RecordId>)> {
    let entry = all.get(&id)?;
    let said = entry.said()?;
    Some((code(said), whom(said), entry.heads()))
}
