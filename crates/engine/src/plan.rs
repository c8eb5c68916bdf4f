//! A participant's plan: what is asked about it and ordered for it. It is read from the document;
//! no list needs rows of it.

use std::cmp::Reverse;

use handrail_domain::barc10::Answers;
use handrail_domain::document::{ParticipantDocument, RecordRef as DomainRecord};
use handrail_domain::half_year::{HalfYear, half_years};
use handrail_domain::plan::{Dimension, PlanEntry, PlanFacts, PlanKind, Standing};
use handrail_domain::{Barc10, LocalDate, Now, ParticipantCommand, RecordId};
use handrail_protocol::DocumentId;
use rand_core::CryptoRng;

use crate::api::{
    Barc10View, EngineError, GoalView, InvalidField, PlanCommand, PlanEntryView, PlanView,
    RecordRef, VoidView,
};
use crate::caseload::write;
use crate::convert::{day, document_id, domain_member, invalid, protocol_member, record_id};
use crate::open::Open;
use crate::views::{self, Duties};
use crate::{consents, letting_go};

/// The document of one participant, unless it went to somebody else or was forgotten.
pub fn readable<'a>(
    open: &'a mut Open,
    participant: &str,
) -> Result<&'a ParticipantDocument, EngineError> {
    let id = document_id(participant)?;
    if let Some(coach) = letting_go::went_to(open, &id)? {
        return Err(EngineError::HandedOver { coach });
    }
    if open.store.read().forgetting(&id)? == Some(true) {
        return Err(EngineError::Forgotten);
    }
    let home = open.home_of(&id)?;
    if open.is_guest(home.as_ref()) {
        consents::check_guest(open, &id)?;
    }
    Ok(open.participant(&id)?)
}

/// The plan of one participant.
pub fn view(open: &mut Open, participant: &str, now: Now) -> Result<PlanView, EngineError> {
    let document = readable(open, participant)?;
    let (details, entries, barc10) = (document.details(), document.plan(), document.barc10());
    let mut conflicts = document.conflicts();
    conflicts.retain(|conflict| {
        entries
            .iter()
            .any(|entry| conflict.record == DomainRecord::Milestone(entry.id))
    });
    let half_years = looked_back(open, document_id(participant)?, now.local_date())?;
    let of_kind = |kind| {
        let mut found: Vec<&PlanEntry> = entries
            .iter()
            .filter(|entry| entry.kind() == kind)
            .collect();
        found.sort_by_key(|entry| rank(entry));
        found
    };
    let shown = |found: Vec<&PlanEntry>| {
        found
            .into_iter()
            .map(|entry| entry_view(open, entry))
            .collect()
    };
    let steps = |goal: &PlanEntry| {
        let of_goal = |entry: &&PlanEntry| matches!(entry.facts, PlanFacts::Step { goal: of, .. } if of == goal.id);
        shown(entries.iter().filter(of_goal).collect())
    };
    Ok(PlanView {
        participant: participant.to_owned(),
        name: details.shown_name().to_owned(),
        language: details.language.clone().unwrap_or_default(),
        read_only: open.may_only_look(),
        goals: of_kind(PlanKind::Goal)
            .into_iter()
            .map(|goal| GoalView {
                goal: entry_view(open, goal),
                steps: steps(goal),
            })
            .collect(),
        barriers: shown(of_kind(PlanKind::Barrier)),
        requirements: shown(of_kind(PlanKind::Requirement)),
        barc10: barc10.iter().filter_map(barc10_view).collect(),
        half_years,
        conflicts: conflicts
            .iter()
            .map(|conflict| views::conflict_view(open, conflict))
            .collect(),
    })
}

/// How they live half a year after they came in, as all their records say it.
fn looked_back(
    open: &Open,
    id: DocumentId,
    today: LocalDate,
) -> Result<Vec<HalfYear>, EngineError> {
    let duties = Duties::of(open, std::iter::once(id), today)?;
    let Some(facts) = duties.facts(&id) else {
        return Ok(Vec::new());
    };
    let events: Vec<_> = facts.events.iter().map(|one| (one.event, one.on)).collect();
    let mut found = half_years(&facts.duty.discharges, &events, today);
    found.retain(|one| one.opens() <= today);
    found.reverse();
    Ok(found)
}

/// Writes into a plan.
pub fn order(
    open: &mut Open,
    command: &PlanCommand,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<RecordRef, EngineError> {
    let by = domain_member(open.identity.member);
    let fresh = RecordId::new(now.at, rng);
    let (participant, id, command) = match command {
        PlanCommand::Add {
            participant,
            kind,
            goal,
            fields,
        } => {
            let command = ParticipantCommand::AddPlanEntry {
                id: fresh,
                kind: *kind,
                goal: goal.as_deref().map(record_id).transpose()?,
                fields: fields.clone(),
                by,
            };
            (participant, fresh, command)
        }
        PlanCommand::Change {
            participant,
            entry,
            changes,
        } => {
            let id = record_id(entry)?;
            let changes = changes.clone();
            let command = ParticipantCommand::ChangePlanEntry { id, changes };
            (participant, id, command)
        }
        PlanCommand::Barc10 {
            participant,
            on,
            answers,
            language,
        } => {
            let answers = Answers::new(*answers).map_err(|_| invalid(InvalidField::Answers))?;
            let command = ParticipantCommand::RecordBarc10 {
                id: fresh,
                on: day(on)?,
                answers,
                language: language.clone(),
                by,
            };
            (participant, fresh, command)
        }
    };
    write::carry_out(open, participant, id, command, now)
}

/// What is open first, and what was taken back last; requirements by their day, goals by
/// dimension.
fn rank(entry: &PlanEntry) -> (bool, Reverse<bool>, LocalDate, Option<Dimension>) {
    let is_open = matches!(entry.standing, Standing::Open | Standing::Working);
    let (due, dimension) = match &entry.facts {
        PlanFacts::Requirement { due, .. } => (*due, None),
        PlanFacts::Goal { area, .. } => (None, Some(area.dimension())),
        PlanFacts::Step { .. } | PlanFacts::Barrier { .. } => (None, None),
    };
    let due = due.unwrap_or(LocalDate::LAST);
    (entry.void.is_some(), Reverse(is_open), due, dimension)
}

fn entry_view(open: &Open, entry: &PlanEntry) -> PlanEntryView {
    let name = |member| open.member_name(&protocol_member(member));
    PlanEntryView {
        id: entry.id.to_string(),
        kind: entry.kind(),
        words: entry.words.clone(),
        facts: entry.facts.clone(),
        standing: entry.standing,
        since: entry.since,
        author: entry.recorded_by.map(name).unwrap_or_default(),
        recorded_at: entry.recorded_at.millis(),
        voided: entry.void.as_ref().map(|void| VoidView {
            reason: void.reason.clone(),
            by: void.by.map(name).unwrap_or_default(),
            at: void.at.millis(),
        }),
    }
}

fn barc10_view(barc10: &Barc10) -> Option<Barc10View> {
    let answered = barc10.answers.each().iter().flatten().count();
    barc10.void.is_none().then(|| Barc10View {
        id: barc10.id.to_string(),
        on: barc10.on,
        total: barc10.answers.total(),
        answered: u8::try_from(answered).unwrap_or(u8::MAX),
    })
}
