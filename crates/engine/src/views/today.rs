//! Who is owed what today, and why (S0-6).

use std::collections::HashMap;

use handrail_domain::duty::{Duty, EndedReason, OwedReason};
use handrail_domain::obligation::{Obligation, ObligationKind, State};
use handrail_domain::{LocalDate, Now};
use handrail_protocol::DocumentId;
use handrail_store::ParticipantRow;

use super::duties::Duties;
use super::safe_contact::{safe_contact, shown_name};
use crate::api::{
    self, DraftKind, DraftRow, DutyView, EngineError, IntakeStatus, ObligationRow, OwedRow,
    TodayView,
};
use crate::open::{Open, RulesByProgram};
use crate::{agenda, resource_links};

/// The day's list: most urgent first.
pub fn today(open: &Open, now: Now) -> Result<TodayView, EngineError> {
    let day = now.local_date();
    let read = open.store.read();
    let mut rows = read.active_participants()?;
    rows.retain(|row| open.serves(row.caseload_group.as_ref()));
    let duties = Duties::of_all(open, day)?;
    let mut rules = RulesByProgram::default();
    let mut owed = Vec::new();
    let mut settled = Vec::new();
    let (mut ahead, mut hushed) = (Vec::new(), Vec::new());
    let persons = persons(open, &rows, &duties);
    for records in &persons {
        let Some(row) = records.first() else {
            continue;
        };
        let duty = duties.towards(&row.participant);
        let mut found = Vec::new();
        for record in records {
            let rules = rules.of(&open.programs, &record.program, day)?;
            found.extend(duties.obligations(record, rules, now.offset_minutes));
        }
        if records.len() > 1 {
            found = once(found, day);
        }
        let watched = found.iter().any(is_watch);
        let urgency = found.first().and_then(|one| one.urgency(watched, day));
        if urgency.is_some() {
            owed.push((urgency, owed_row(open, row, &duty, &found)));
        } else if let Duty::SettledToday { .. } = duty {
            settled.push(owed_row(open, row, &duty, &found));
        }
        for one in found {
            if one.hushed.is_some() {
                hushed.push(obligation_row(open, row, one));
            } else if let State::Ahead { on } = one.state {
                ahead.push((on, obligation_row(open, row, one)));
            }
        }
    }
    owed.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.name.cmp(&b.1.name)));
    ahead.sort_by(|a, b| (a.0, &a.1.name).cmp(&(b.0, &b.1.name)));
    Ok(TodayView {
        date: day.to_string(),
        owed: owed.into_iter().map(|(_, row)| row).collect(),
        settled,
        appointments: agenda::of_today(open, &rows, now)?,
        links: resource_links::of_today(open, &rows, now)?,
        ahead: ahead.into_iter().map(|(_, row)| row).collect(),
        hushed,
        drafts: drafts(open)?,
        caseload: u32::try_from(persons.len()).unwrap_or(u32::MAX),
    })
}

/// The records of each person, in the order of the rows; a record of this member's own caseload
/// stands for its person.
fn persons<'a>(
    open: &Open,
    rows: &'a [ParticipantRow],
    duties: &Duties,
) -> Vec<Vec<&'a ParticipantRow>> {
    let mut found: Vec<Vec<&ParticipantRow>> = Vec::with_capacity(rows.len());
    let mut place_of = HashMap::new();
    for row in rows {
        let person = duties.person(row.participant);
        let place = *place_of.entry(person).or_insert(found.len());
        match found.get_mut(place) {
            Some(records) => records.push(row),
            None => found.push(vec![row]),
        }
    }
    for records in &mut found {
        records.sort_by_key(|row| !open.is_own_caseload(row.caseload_group.as_ref()));
    }
    found
}

/// What is owed to one person out of several records, each thing once: put off where it was put off
/// in one of them.
fn once(mut all: Vec<Obligation>, day: LocalDate) -> Vec<Obligation> {
    let watched = all.iter().any(is_watch);
    all.sort_by_key(|one| (one.kind, one.anchor, one.hushed.is_none()));
    all.dedup_by(|later, first| (later.kind, later.anchor) == (first.kind, first.anchor));
    all.sort_by(|one, other| {
        let urgency = |of: &Obligation| of.urgency(watched, day);
        urgency(other).cmp(&urgency(one))
    });
    all
}

fn is_watch(obligation: &Obligation) -> bool {
    matches!(obligation.state, State::Watch { .. })
}

fn obligation_row(open: &Open, row: &ParticipantRow, obligation: Obligation) -> ObligationRow {
    ObligationRow {
        participant: row.participant.to_string(),
        name: shown_name(row),
        coach: open.coach_name(row.caseload_group.as_ref()),
        own: open.is_own_caseload(row.caseload_group.as_ref()),
        obligation,
    }
}

/// The standing duty of one participant, as its page shows it.
pub(super) fn duty_view(row: &ParticipantRow, duty: &Duty) -> DutyView {
    match duty {
        Duty::NotStarted => DutyView::None,
        Duty::Owed(owed) => DutyView::Owed {
            reason: reason(row, duty),
            days_missed: owed.days_missed,
            tried_today: owed.tried_today,
        },
        Duty::SettledToday { .. } => DutyView::SettledToday {
            reason: reason(row, duty),
        },
        Duty::Ended(EndedReason::IntakeConfirmed { intake_on, .. }) => DutyView::Ended {
            intake_on: intake_on.map(|d| d.to_string()),
        },
    }
}

/// `found` begins with what is most pressing.
fn owed_row(open: &Open, row: &ParticipantRow, duty: &Duty, found: &[Obligation]) -> OwedRow {
    let first = found.first().filter(|one| one.is_owed());
    let (days_missed, tried_today) = match first.map(|one| one.state) {
        Some(State::Owed {
            days_late,
            tried_today,
            ..
        }) => (days_late, tried_today),
        _ => (0, false),
    };
    let others = found.iter().skip(usize::from(first.is_some()));
    let reason = match first {
        Some(other) if other.kind != ObligationKind::Daily => {
            api::OwedReason::Obligation(Box::new(other.clone()))
        }
        _ => reason(row, duty),
    };
    OwedRow {
        participant: row.participant.to_string(),
        name: shown_name(row),
        phone: row.phone.clone(),
        safe_contact: safe_contact(row),
        reason,
        also: others
            .filter(|one| one.is_owed() || is_watch(one))
            .cloned()
            .collect(),
        days_missed,
        tried_today,
        last_reached_at: row.last_reached_at,
        coach: open.coach_name(row.caseload_group.as_ref()),
        own: open.is_own_caseload(row.caseload_group.as_ref()),
        covering_for: open.covered_for(row.caseload_group.as_ref()),
    }
}

fn reason(row: &ParticipantRow, duty: &Duty) -> api::OwedReason {
    let (since, day, why) = match duty {
        Duty::Owed(owed) => (owed.since.to_string(), owed.day_number, Some(owed.reason)),
        Duty::SettledToday {
            since,
            day_number,
            reason,
        } => (since.to_string(), *day_number, Some(*reason)),
        Duty::NotStarted | Duty::Ended(_) => (String::new(), 0, None),
    };
    let known = match why {
        Some(OwedReason::IntakeFellThrough) => return api::OwedReason::DailyAgain { day, since },
        Some(OwedReason::IntakeAsked) => Some(IntakeStatus::Asked),
        Some(OwedReason::IntakeTentative) => Some(IntakeStatus::Tentative),
        Some(OwedReason::StatusesDisagree) => Some(IntakeStatus::Confirmed),
        Some(OwedReason::NoIntake) | None => None,
    };
    api::OwedReason::DailyUntilIntake {
        day,
        discharged_on: since,
        intake: known.map(|status| (status, row.intake_date.clone())),
    }
}

/// Key of the form for somebody new.
const NEW_PERSON: &str = "add-participant";

fn drafts(open: &Open) -> Result<Vec<DraftRow>, EngineError> {
    let read = open.store.read();
    let mut rows = Vec::new();
    for draft in read.drafts()? {
        if draft.key == NEW_PERSON {
            rows.push(DraftRow {
                key: draft.key,
                kind: DraftKind::New,
                participant: String::new(),
                name: String::new(),
                updated_at: draft.updated_at,
            });
            continue;
        }
        let Some((kind, document)) = of_draft(&draft.key) else {
            continue;
        };
        let Some(row) = read.participant(&document)? else {
            continue;
        };
        rows.push(DraftRow {
            key: draft.key.clone(),
            kind,
            participant: document.to_string(),
            name: shown_name(&row),
            updated_at: draft.updated_at,
        });
    }
    Ok(rows)
}

/// Which form a draft is of, and about whom; `None` for one that is about no participant.
fn of_draft(key: &str) -> Option<(DraftKind, DocumentId)> {
    let (form, rest) = key.split_once(':')?;
    let participant = rest.split(':').find_map(|part| part.parse().ok())?;
    let kind = match form {
        "log" => DraftKind::Contact,
        "details" => DraftKind::Details,
        "referral" => DraftKind::Referral,
        "plan" => DraftKind::Plan,
        "around" => DraftKind::Around,
        "barc10" => DraftKind::Barc10,
        "appointment" => DraftKind::Appointment,
        _ => DraftKind::Other,
    };
    Some((kind, participant))
}
