//! The calendar: appointments, and everything else of participants that has a day (issue 4.8). It is
//! read from rows, so that a whole team's is there at once; only what disagrees is read from
//! documents.

use std::collections::{BTreeMap, BTreeSet};

use handrail_domain::appointment::{AppointmentFacts, Slot};
use handrail_domain::document::RecordRef as DomainRecord;
use handrail_domain::plan::PlanKind;
use handrail_domain::{Event, IntakeStatus, LocalDate, Now, ParticipantCommand, RecordId};
use handrail_protocol::DocumentId;
use handrail_store::{MilestoneRow, ParticipantRow, Read, StoreError};
use rand_core::CryptoRng;

use crate::api::{
    AgendaRow, AgendaView, AgendaWhat, AppointmentCommand, ConflictView, EngineError, RecordRef,
};
use crate::caseload::projection::{APPOINTMENT, due_kind, record_name};
use crate::caseload::write;
use crate::convert::{document_id, domain_member, record_id, status_to_api};
use crate::open::Open;
use crate::plan::readable;
use crate::views::{conflict_views, conflicts_in, shown_name};
use crate::{consents, groups};

/// Days ahead that the calendar of everybody shows.
const AHEAD_DAYS: i64 = 60;
/// Days back in which nobody's word on an appointment is missed.
const BEGUN_DAYS: i64 = 14;
/// Days back that the calendar of one participant shows.
const BACK_DAYS: i64 = 366;
/// Minute of the day from which on Today also shows tomorrow's.
const EVENING: u16 = 16 * 60;

/// The calendar of everybody whom this device serves, or of one participant.
pub fn view(open: &mut Open, of: Option<&str>, now: Now) -> Result<AgendaView, EngineError> {
    let only = of.map(document_id).transpose()?;
    if let Some(participant) = of {
        // Who went to another coach, or is forgotten, is said so.
        readable(open, participant)?;
    }
    let today = now.local_date();
    let back = if only.is_some() {
        BACK_DAYS
    } else {
        BEGUN_DAYS
    };
    let mut people = people(open, only)?;
    if only.is_none() {
        let stopped = consents::stopped(open)?;
        people.retain(|id, _| !stopped.contains(id));
    }
    let mut view = AgendaView {
        today,
        people: Vec::new(),
        begun: Vec::new(),
        coming: Vec::new(),
        groups: Vec::new(),
        done: Vec::new(),
        conflicts: Vec::new(),
    };
    let mut shown = BTreeSet::new();
    for row in rows(&open.store.read(), only, today.plus_days(-back))? {
        let Some(person) = people.get(&row.participant) else {
            continue;
        };
        for line in lines(open, person, &row) {
            let is_near = only.is_some() || line.slot.day <= today.plus_days(AHEAD_DAYS);
            let begun_lately = line.slot.day >= today.plus_days(-BEGUN_DAYS);
            let said = match &line.what {
                AgendaWhat::Appointment { facts, .. } => facts.upshot.is_some(),
                _ => false,
            };
            let is_appointment = matches!(line.what, AgendaWhat::Appointment { .. });
            let list = match (line.slot.has_begun(now), said) {
                (false, _) => is_near.then_some(&mut view.coming),
                (true, true) => Some(&mut view.done),
                (true, false) => (is_appointment && begun_lately).then_some(&mut view.begun),
            };
            if let Some(list) = list {
                shown.insert((row.participant, row.id.clone()));
                list.push(line);
            }
        }
    }
    let order =
        |one: &AgendaRow, other: &AgendaRow| (one.slot, &one.name).cmp(&(other.slot, &other.name));
    view.begun.sort_by(order);
    view.coming.sort_by(order);
    view.done.sort_by(|one, other| order(other, one));
    if only.is_none() {
        view.groups = groups::ahead(open, today.plus_days(AHEAD_DAYS), now)?;
    }
    if !open.may_only_look() {
        let each = people.values();
        view.people = each
            .map(|row| (row.participant.to_string(), shown_name(row)))
            .collect();
        view.people
            .sort_by_key(|(id, name)| (name.to_lowercase(), id.clone()));
        view.conflicts = conflicts(open, &shown)?;
    }
    Ok(view)
}

/// What Today reminds of: this member's appointments of today, of tomorrow once it is evening, and
/// of the last days those of which nobody said what became of them.
pub fn of_today(
    open: &Open,
    people: &[ParticipantRow],
    now: Now,
) -> Result<Vec<AgendaRow>, StoreError> {
    let today = now.local_date();
    let through = today.plus_days(i64::from(now.minute_of_day() >= EVENING));
    let of: BTreeMap<DocumentId, &ParticipantRow> = people
        .iter()
        .map(|person| (person.participant, person))
        .collect();
    let first = today.plus_days(-BEGUN_DAYS);
    let mut found = Vec::new();
    for row in rows(&open.store.read(), None, first)? {
        if row.kind != APPOINTMENT {
            continue;
        }
        let Some(person) = of.get(&row.participant) else {
            continue;
        };
        found.extend(lines(open, person, &row).into_iter().filter(|line| {
            let AgendaWhat::Appointment { facts, .. } = &line.what else {
                return false;
            };
            let near = first <= line.slot.day && line.slot.day <= through;
            line.own && near && facts.upshot.is_none()
        }));
    }
    found.sort_by(|one, other| (one.slot, &one.name).cmp(&(other.slot, &other.name)));
    Ok(found)
}

/// Writes an appointment down, moves it, or says what became of it.
pub fn order(
    open: &mut Open,
    command: &AppointmentCommand,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<RecordRef, EngineError> {
    let (participant, id, command) = match command {
        AppointmentCommand::Add {
            participant,
            fields,
        } => {
            let id = RecordId::new(now.at, rng);
            let (fields, by) = (fields.clone(), domain_member(open.identity.member));
            let command = ParticipantCommand::AddAppointment { id, fields, by };
            (participant, id, command)
        }
        AppointmentCommand::Change {
            participant,
            appointment,
            changes,
        } => {
            let (id, changes) = (record_id(appointment)?, changes.clone());
            let command = ParticipantCommand::ChangeAppointment { id, changes };
            (participant, id, command)
        }
    };
    write::carry_out(open, participant, id, command, now)
}

fn people(
    open: &Open,
    only: Option<DocumentId>,
) -> Result<BTreeMap<DocumentId, ParticipantRow>, StoreError> {
    let read = open.store.read();
    let all = match only {
        Some(id) => read.participant(&id)?.into_iter().collect(),
        None => read.active_participants()?,
    };
    Ok(all
        .into_iter()
        .filter(|row| !row.voided && open.serves(row.caseload_group.as_ref()))
        .map(|row| (row.participant, row))
        .collect())
}

/// What stands and has a day from `first` on.
fn rows(
    read: &Read<'_>,
    only: Option<DocumentId>,
    first: LocalDate,
) -> Result<Vec<MilestoneRow>, StoreError> {
    let first = first.to_string();
    match only {
        None => read.milestones_from(&first),
        Some(id) => {
            let mut of = read.milestones(&id)?;
            of.retain(|row| {
                row.voided_at.is_none() && row.on_date.as_ref().is_some_and(|on| *on >= first)
            });
            Ok(of)
        }
    }
}

/// One line for each time at which something may take place.
fn lines(open: &Open, person: &ParticipantRow, row: &MilestoneRow) -> Vec<AgendaRow> {
    let group = person.caseload_group.as_ref();
    let line = |slot: Slot, what: AgendaWhat| AgendaRow {
        participant: person.participant.to_string(),
        name: shown_name(person),
        coach: open.coach_name(group),
        own: open.is_own_caseload(group) || !open.covered_for(group).is_empty(),
        slot,
        what,
        record: row.id.clone(),
        disagree: row.statuses_disagree,
    };
    if row.kind == APPOINTMENT {
        let Some(facts) = AppointmentFacts::of_line(&row.place) else {
            return Vec::new();
        };
        let slots = facts.slots.clone().into_iter();
        return slots
            .map(|slot| {
                let (id, facts) = (row.id.clone(), Box::new(facts.clone()));
                line(slot, AgendaWhat::Appointment { id, facts })
            })
            .collect();
    }
    let on = row.on_date.as_deref();
    let Some(day) = on.and_then(|on| LocalDate::parse(on).ok()) else {
        return Vec::new();
    };
    let status = row.status.as_deref();
    let what = if let Some(kind) = due_kind(&row.kind) {
        let is_open = status == Some("open") || kind == PlanKind::Step && status == Some("working");
        is_open.then(|| AgendaWhat::Due {
            kind,
            words: row.place.clone(),
        })
    } else if row.kind == "intake" {
        let status = status.and_then(IntakeStatus::from_code);
        // While two disagree on how firm a date is, it is not confirmed.
        let firm = status.map(|status| match status {
            IntakeStatus::Confirmed if row.statuses_disagree => IntakeStatus::Tentative,
            other => other,
        });
        firm.map(|status| AgendaWhat::Intake(status_to_api(status)))
    } else {
        Event::from_code(&row.kind).map(AgendaWhat::Milestone)
    };
    let slot = Slot { day, time: None };
    what.map(|what| line(slot, what)).into_iter().collect()
}

/// What two people wrote at once, of these appointments.
fn conflicts(
    open: &mut Open,
    shown: &BTreeSet<(DocumentId, String)>,
) -> Result<Vec<(String, ConflictView)>, EngineError> {
    let participants: BTreeSet<DocumentId> = shown.iter().map(|(of, _)| *of).collect();
    let mut found = Vec::new();
    for id in participants {
        let is_shown = |record: String| shown.contains(&(id, record));
        let known = open.store.read().conflicts(&id)?;
        if !known.into_iter().any(|conflict| is_shown(conflict.record)) {
            continue;
        }
        let document = &*open.participant(&id)?;
        let all = conflicts_in(document, |record| {
            let name = record_name(&DomainRecord::Milestone(record));
            document.appointment(record).is_some() && is_shown(name)
        });
        let each = conflict_views(open, &all).into_iter();
        found.extend(each.map(|one| (id.to_string(), one)));
    }
    Ok(found)
}
