//! Nobody is given to a coach before what their program requires is on file, or an exception with its
//! reason is (S2-2). Nothing is required until an agency says so.

use std::collections::BTreeSet;

use handrail_domain::workforce::credential::{Credential, credentials};
use handrail_domain::workforce::ledger::Entry;
use handrail_domain::workforce::requirement::{is_excepted, missing, needed};
use handrail_domain::workforce::training::{Training, counted_as};
use handrail_domain::workforce::{Person, WorkforcePack};
use handrail_domain::{LocalDate, MemberId, Now};
use handrail_protocol::{DocumentId, GroupId};

use super::read::Heard;
use crate::api::{ColumnMapping, EngineError, MissingView, StorageProblem};
use crate::convert::{domain_member, protocol_member};
use crate::jobs;
use crate::open::{Open, is_called};

/// Refuses somebody of these programs, by the names that their records say, to a coach.
///
/// # Errors
/// `NotTrained` where something is missing and nobody excepted the coach.
pub fn check_assignment(
    open: &mut Open,
    coach: handrail_protocol::MemberId,
    programs: &[String],
    now: Now,
) -> Result<(), EngineError> {
    if lacking(open, coach, programs, now)?.is_empty() {
        return Ok(());
    }
    Err(EngineError::NotTrained {
        coach: open.member_name(&coach),
    })
}

/// What keeps somebody of these programs, by the names that their records say, from a coach: what is
/// missing, and nobody excepted them.
///
/// # Errors
/// `Storage` where the agency's document cannot be read.
fn lacking(
    open: &mut Open,
    coach: handrail_protocol::MemberId,
    programs: &[String],
    now: Now,
) -> Result<Vec<MissingView>, EngineError> {
    if !open.programs.requires_training() {
        return Ok(Vec::new());
    }
    let ids: BTreeSet<String> = programs.iter().map(|name| program_id(open, name)).collect();
    let mut found = missing_for(open, domain_member(coach), &ids, now.local_date())?;
    found.retain(|one| !one.excepted);
    Ok(found)
}

/// What keeps those whom the opened file would add from this member; nothing where nothing does.
///
/// # Errors
/// `NotFound` where no file is open; `Invalid` with `Mapping` for columns that do not fit it.
pub fn missing_for_file(
    open: &mut Open,
    mapping: &ColumnMapping,
    now: Now,
) -> Result<Vec<MissingView>, EngineError> {
    if !open.programs.requires_training() {
        return Ok(Vec::new());
    }
    let programs = jobs::import_programs(open, mapping, now)?;
    let own = open.identity.member;
    lacking(open, own, &programs, now)
}

/// As [`check_assignment`], for everybody in a caseload, or for one participant of it.
///
/// # Errors
/// As [`check_assignment`].
pub fn check_all(
    open: &mut Open,
    coach: handrail_protocol::MemberId,
    (caseload, only): (Option<GroupId>, Option<DocumentId>),
    now: Now,
) -> Result<(), EngineError> {
    if !open.programs.requires_training() {
        return Ok(());
    }
    let rows = open.store.read().active_participants()?;
    let home = |group: Option<GroupId>| {
        let group = group?;
        open.roster.caseload_of_group(&group)
    };
    let belongs = rows.into_iter().filter(|row| {
        let one = only.is_some_and(|only| row.participant == only);
        one || (only.is_none() && home(row.caseload_group) == caseload)
    });
    let mut programs: Vec<String> = belongs.map(|row| row.program).collect();
    programs.sort_unstable();
    programs.dedup();
    check_assignment(open, coach, &programs, now)
}

/// The id of the pack of a program that is called so; empty where none is.
fn program_id(open: &Open, name: &str) -> String {
    let found = open
        .programs
        .in_use()
        .iter()
        .find(|one| is_called(one, name));
    found.map(|one| one.pack.id.clone()).unwrap_or_default()
}

/// What is missing of what programs require of a coach, by the programs' ids; `""` is what everybody needs.
pub fn missing_for(
    open: &mut Open,
    coach: MemberId,
    programs: &BTreeSet<String>,
    today: LocalDate,
) -> Result<Vec<MissingView>, EngineError> {
    let pack = pack()?;
    let heard = Heard::agency(open)?;
    let requirements = heard.requirements();
    let all = heard.trainings();
    // A person's own word is on file, and is not enough.
    let checked = all.values().filter(|entry| heard.is_checked(entry));
    let listed = heard.listed();
    let done: Vec<Training> = checked
        .filter_map(Entry::said)
        .filter(|one| counted_as(one.person, &listed) == Person::Member(coach) && one.on <= today)
        .cloned()
        .collect();
    let held: Vec<Credential> = credentials(&pack, &done, today);
    let kinds: Vec<&str> = done.iter().map(|one| one.kind.as_str()).collect();
    let exceptions = Heard::caseload(open, coach)?;
    let exceptions = exceptions
        .map(|heard| heard.exceptions())
        .unwrap_or_default();
    let mut found = Vec::new();
    for program in programs {
        let needs = needed(&requirements, program);
        let needs = missing(&pack, &needs, &held, &kinds);
        if needs.is_empty() {
            continue;
        }
        found.push(MissingView {
            name: name_of(open, program),
            excepted: is_excepted(&exceptions, coach, program, today),
            program: program.clone(),
            needs,
        });
    }
    Ok(found)
}

/// What a program is called; empty for everybody.
pub fn name_of(open: &Open, program: &str) -> String {
    let found = open
        .programs
        .in_use()
        .iter()
        .find(|one| one.pack.id == program);
    found.map_or_else(|| program.to_owned(), |one| one.name.clone())
}

/// The member for whom this device reads a caseload, or for whom it is.
pub fn reads_caseload_of(open: &Open, member: MemberId) -> bool {
    let group = open.roster.caseload_group(&protocol_member(member));
    group.is_some_and(|group| open.reads(&group))
}

/// The dated rules.
pub fn pack() -> Result<WorkforcePack, EngineError> {
    WorkforcePack::shipped().map_err(|_| EngineError::Storage(StorageProblem::Damaged))
}
