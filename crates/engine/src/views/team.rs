//! The team as this device knows it.

use std::collections::HashSet;

use handrail_domain::Now;
use handrail_domain::duty::Duty;
use handrail_domain::obligation::{Obligation, State};
use handrail_protocol::MemberId;
use handrail_store::ParticipantRow;

use super::duties::Duties;
use super::person::encounter_view;
use super::safe_contact::shown_name;
use crate::api::{CoachRow, EngineError, TeamEncounterRow, TeamView};
use crate::open::{Open, RulesByProgram};

/// Newest contacts shown.
const RECENT: u32 = 50;

/// Coaches whose caseload is readable here, those first whose people wait longest for somebody, and
/// the newest contacts. Who does not coach stands here only with people of their own.
pub fn team(open: &Open, now: Now) -> Result<TeamView, EngineError> {
    let read = open.store.read();
    let rows = read.active_participants()?;
    let day = now.local_date();
    let duties = Duties::of_all(open, day)?;
    let mut rules = RulesByProgram::default();
    let heard = read.encounters_by_author("0000-00-00", "9999-99-99")?;
    let mut owners: Vec<MemberId> = Vec::new();
    for (_, owner) in open.readable_caseloads() {
        if !owners.contains(&owner) {
            owners.push(owner);
        }
    }
    let coach_of = |row: &ParticipantRow| {
        let home = row.caseload_group.filter(|home| open.reads(home))?;
        open.roster.group(&home)?.owner
    };
    let mut coaches: Vec<CoachRow> = owners
        .into_iter()
        .filter(|owner| {
            open.is_coach(owner) || rows.iter().any(|row| coach_of(row) == Some(*owner))
        })
        .map(|owner| {
            // Who has two records here is one person.
            let mut seen = HashSet::new();
            let caseload: Vec<&ParticipantRow> = rows
                .iter()
                .filter(|row| coach_of(row) == Some(owner))
                .filter(|row| seen.insert(duties.person(row.participant)))
                .collect();
            let mut coach = CoachRow {
                member: owner.to_string(),
                name: open.member_name(&owner),
                caseload: u32::try_from(caseload.len()).unwrap_or(u32::MAX),
                owed: 0,
                settled: 0,
                missed: 0,
                last_heard_at: heard
                    .iter()
                    .find(|h| h.author_member == owner)
                    .map(|h| h.last_created_at),
            };
            for row in caseload {
                let rules = rules.of(&open.programs, &row.program, day)?;
                let found = duties.obligations(row, rules, now.offset_minutes);
                let owed = || found.iter().filter(|one| one.is_owed());
                if owed().next().is_some() {
                    coach.owed += 1;
                    coach.missed += u32::from(owed().any(is_late));
                } else if let Duty::SettledToday { .. } = duties.towards(&row.participant) {
                    coach.settled += 1;
                }
            }
            Ok(coach)
        })
        .collect::<Result<_, EngineError>>()?;
    coaches.sort_by(|one, other| {
        let need = |row: &CoachRow| (row.missed, row.owed);
        need(other)
            .cmp(&need(one))
            .then_with(|| one.name.cmp(&other.name))
    });
    let mut recent = Vec::new();
    for encounter in read.recent_encounters(RECENT)? {
        let row = read.participant(&encounter.participant)?;
        let home = row.as_ref().and_then(|row| row.caseload_group);
        if !open.serves(home.as_ref()) {
            continue;
        }
        let name = row.map(|row| shown_name(&row));
        recent.push(TeamEncounterRow {
            participant: encounter.participant.to_string(),
            name: name.unwrap_or_default(),
            author: open.member_name(&encounter.author_member),
            encounter: encounter_view(open, &read, &encounter)?,
        });
    }
    Ok(TeamView { coaches, recent })
}

fn is_late(obligation: &Obligation) -> bool {
    matches!(obligation.state, State::Owed { days_late, .. } if days_late > 0)
}
