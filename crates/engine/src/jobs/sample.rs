//! The fictional agency to look around in; works with no relay at all.

use std::collections::VecDeque;

use handrail_domain::document::AgencyCommand;
use handrail_domain::sample::{SampleAgency, SampleParticipant, sample_agency};
use handrail_domain::{Now, Timestamp};

use handrail_protocol::roster::operation::{GroupKind, Operation};
use handrail_protocol::{GroupId, Role};
use handrail_store::StoreError;

use super::Job;
use crate::api::{EngineError, ImportProgressView, Reply, SAMPLE_PASSPHRASE, Topic};
use crate::caseload::write;
use crate::convert::protocol_member;
use crate::engine::{Engine, NewAgency, Turn};
use crate::inviting;
use crate::io::RequestId;
use crate::open::Open;
use crate::roster;
use crate::workforce;

/// A sample agency on its way in.
pub struct Build {
    request: Option<RequestId>,
    left: VecDeque<SampleParticipant>,
    total: u32,
}

impl Build {
    pub(super) fn progress(&self) -> ImportProgressView {
        let left = u32::try_from(self.left.len()).unwrap_or(u32::MAX);
        ImportProgressView {
            done: self.total.saturating_sub(left),
            total: self.total,
        }
    }
}

impl Engine {
    /// Founds the fictional agency and begins to fill it.
    pub(crate) fn start_sample(&mut self, request: RequestId, seed: u64, turn: &mut Turn<'_>) {
        match self.begin_sample(seed, turn) {
            Ok(build) => self.put_job(Job::Building(Build {
                request: Some(request),
                ..build
            })),
            Err(error) => turn.reply(request, Err(error)),
        }
    }

    fn begin_sample(&mut self, seed: u64, turn: &mut Turn<'_>) -> Result<Build, EngineError> {
        let now = turn.now();
        let agency = sample_agency(seed, now);
        let own_name = agency
            .members
            .iter()
            .find(|m| m.role == handrail_domain::Role::Supervisor)
            .map_or("", |m| m.name.as_str());
        self.make_agency(
            &NewAgency {
                agency_name: &agency.name,
                own_name,
                passphrase: SAMPLE_PASSPHRASE,
                relay: None,
                sample: true,
            },
            turn,
        )?;
        let open = self.opened_for_job()?;
        add_coaches(open, &agency, turn)?;
        let coaches = agency.members.iter();
        let coaches = coaches.filter(|m| m.role == handrail_domain::Role::Coach);
        let coaches: Vec<_> = coaches.map(|m| m.member).collect();
        workforce::write_sample(open, &coaches, now, turn.rng)?;
        let plan = format!("{seed} {} {}", now.at.millis(), now.offset_minutes);
        open.store.transaction(|tx| tx.set_setting(PLAN, &plan))?;
        build(open, agency, now)
    }
}

/// The fictional coaches with their caseloads; the one device reads them all.
fn add_coaches(
    open: &mut Open,
    agency: &SampleAgency,
    turn: &mut Turn<'_>,
) -> Result<(), EngineError> {
    let mut operations = Vec::new();
    for coach in agency
        .members
        .iter()
        .filter(|m| m.role == handrail_domain::Role::Coach)
    {
        let member = protocol_member(coach.member);
        let mut group = [0_u8; 16];
        turn.rng.fill_bytes(&mut group);
        operations.push(Operation::AddMember {
            member,
            role: Role::Coach,
            administrator: false,
        });
        operations.push(Operation::NewGroup {
            group: GroupId::from_bytes(group),
            kind: GroupKind::Caseload,
            owner: Some(member),
            members: vec![member, open.identity.member],
        });
    }
    let groups: Vec<GroupId> = operations.iter().filter_map(group_of).collect();
    roster::extend(open, operations, turn.rng)?;
    open.store.transaction(|tx| -> Result<(), StoreError> {
        groups
            .iter()
            .try_for_each(|group| inviting::want_caseload(tx, group))
    })?;
    inviting::make_wanted_caseloads(open, turn.now(), turn.rng).map(drop)
}

fn group_of(operation: &Operation) -> Option<GroupId> {
    match operation {
        Operation::NewGroup { group, .. } => Some(*group),
        _ => None,
    }
}

/// Setting that says what is being built, until it is whole.
const PLAN: &str = "sample_plan";

/// Goes on where a crash or a lock interrupted.
pub(super) fn resume(engine: &mut Engine, turn: &mut Turn<'_>) {
    let Ok(open) = engine.opened_for_job() else {
        return;
    };
    let Ok(Some(plan)) = open.store.read().setting(PLAN) else {
        return;
    };
    let mut words = plan.split(' ');
    let mut number = || {
        words
            .next()
            .and_then(|word| word.parse::<i64>().ok())
            .unwrap_or_default()
    };
    let (seed, at, offset) = (number(), number(), number());
    let then = Now {
        at: Timestamp::from_millis(at),
        offset_minutes: i32::try_from(offset).unwrap_or_default(),
    };
    let agency = sample_agency(seed.unsigned_abs(), then);
    if let Ok(job) = build(open, agency, turn.now()) {
        open.job = Some(Job::Building(job));
    }
}

/// Writes the names of the fictional members and lists what is left to make.
fn build(open: &mut Open, agency: SampleAgency, now: Now) -> Result<Build, EngineError> {
    let names: Vec<AgencyCommand> = agency
        .members
        .iter()
        .map(|m| AgencyCommand::SetMemberName {
            member: m.member,
            name: m.name.clone(),
        })
        .collect();
    open.write_agency_names(&names, now)?;
    let mut left = VecDeque::new();
    for person in agency.participants {
        if open.store.read().import_key(&key_of(&person))?.is_none() {
            left.push_back(person);
        }
    }
    Ok(Build {
        request: None,
        total: u32::try_from(left.len()).unwrap_or(u32::MAX),
        left,
    })
}

/// Makes one participant; `None` when the agency is whole.
pub(super) fn slice(engine: &mut Engine, mut build: Build, turn: &mut Turn<'_>) -> Option<Job> {
    let Some(person) = build.left.pop_front() else {
        let ended = finish(engine);
        let answer = ended.map(|()| Reply::Session(engine.session(turn.clock)));
        if let Some(request) = build.request {
            turn.reply(request, answer);
        }
        engine.tell_written(&[Topic::People, Topic::Encounters, Topic::Team], turn);
        return None;
    };
    let result = make(engine, person, turn);
    if let Err(error) = result {
        if let Some(request) = build.request {
            turn.reply(request, Err(error));
        }
        return None;
    }
    Some(Job::Building(build))
}

fn make(
    engine: &mut Engine,
    person: SampleParticipant,
    turn: &mut Turn<'_>,
) -> Result<(), EngineError> {
    let open = engine.opened_for_job()?;
    let key = key_of(&person);
    let coach = protocol_member(person.coach);
    let group = open
        .roster
        .caseload_group(&coach)
        .map_or_else(|| open.own_caseload(), Ok)?;
    let commands: Vec<_> = person
        .steps
        .into_iter()
        .map(|step| (step.command, step.now))
        .collect();
    write::make(open, &group, &commands, Some(&key), turn.rng)?;
    Ok(())
}

fn finish(engine: &mut Engine) -> Result<(), EngineError> {
    engine
        .opened_for_job()?
        .store
        .transaction(|tx| tx.remove_setting(PLAN))?;
    Ok(())
}

fn key_of(person: &SampleParticipant) -> String {
    format!("sample:{}", person.id)
}
