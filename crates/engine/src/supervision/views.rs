use std::cmp::Reverse;

use handrail_domain::concern::concerns as of_work;
use handrail_domain::obligation::{Obligation, ObligationKind};
use handrail_domain::supervision::{Due, Rule, Service, Session, Supervision, standing};
use handrail_domain::{EncounterKind, LocalDate, Now, Outcome};
use handrail_protocol::{DocumentId, GroupId, MemberId};
use handrail_store::WorkDay;

use super::{shelf, supervises};
use crate::api::{
    AgendaItem, AgendaWhy, ConcernStage, EngineError, OwedReason, SessionOfSupervision,
    SupervisedView, SupervisionItem, SupervisionView, SupervisionsView,
};
use crate::convert::{document_id, protocol_member};
use crate::open::{Open, is_called};
use crate::statements::Place;
use crate::views::{shown_count, shown_name, today};
use crate::{concerns, rights, statements};

/// Days that are looked at: thirteen weeks.
const LOOKED_AT: i64 = 13 * 7 - 1;
/// Most supervisions that are shown.
const MOST: usize = 60;

/// How supervision stands of every coach whose caseload this member reads; only one's own without the
/// right to supervise.
///
/// # Errors
/// `Storage` where a document or rows cannot be read.
pub fn list(open: &mut Open, now: Now) -> Result<SupervisionsView, EngineError> {
    let supervises = supervises(open);
    let own = open.identity.member;
    let work = work(open, now)?;
    let mut coaches = Vec::new();
    for (coach, group) in statements::caseloads(open) {
        // Who supervises without people of their own is not supervised here.
        if coach != own && (!supervises || !open.is_coach(&coach))
            || coach == own && !open.is_coach(&own)
        {
            continue;
        }
        let said = super::standing(open, (coach, group))?;
        coaches.push(supervised(open, (coach, group), &said, &work, now));
    }
    let urgency = |one: &SupervisedView| match one.standing.due {
        Due::Hours(_) => 0,
        Due::By(_) => 1,
        Due::Nothing => 2,
    };
    coaches.sort_by(|one, other| {
        let key = |of: &SupervisedView| (urgency(of), Reverse(of.standing.missed));
        (key(one), &one.name).cmp(&(key(other), &other.name))
    });
    Ok(SupervisionsView {
        supervises,
        coaches,
    })
}

/// Supervision of one coach; `None` for one's own.
///
/// # Errors
/// `NotAllowed` for whoever neither supervises nor is the coach; `NotFound` for a caseload that is not
/// here.
pub fn view(
    open: &mut Open,
    coach: Option<&str>,
    now: Now,
) -> Result<SupervisionView, EngineError> {
    let own = open.identity.member;
    let coach: MemberId = match coach {
        Some(coach) => coach.parse().map_err(|_| EngineError::NotFound)?,
        None => own,
    };
    if coach != own && !supervises(open) {
        return Err(EngineError::NotAllowed);
    }
    let mut all = statements::caseloads(open).into_iter();
    let of = all.find(|(of, _)| *of == coach);
    let of = of.ok_or(EngineError::NotFound)?;
    let said = super::standing(open, of)?;
    let work = work(open, now)?;
    let mut items: Vec<SupervisionItem> = said
        .items
        .iter()
        .map(|item| SupervisionItem {
            id: item.id.to_string(),
            kind: item.kind,
            words: item.words.clone(),
            at: item.at.millis(),
            spoken: item.spoken,
        })
        .collect();
    items.sort_by_key(|item| (item.spoken, Reverse(item.at)));
    items.truncate(MOST);
    let mut sessions = said.sessions.clone();
    sessions.sort_by_key(|one| Reverse((one.held.on, one.at)));
    sessions.truncate(MOST);
    let mut shelf = if coach == own {
        shelf::all(&open.store.read())?
    } else {
        Vec::new()
    };
    shelf.reverse();
    let name = open.member_name(&coach);
    let shows_aside = supervises(open);
    let aside = said.aside.iter().filter(|_| shows_aside);
    Ok(SupervisionView {
        may_hold: coach != own && supervises(open),
        today: now.local_date(),
        agenda: agenda(open, of.1, now)?,
        items,
        sessions: sessions
            .iter()
            .map(|one| session(open, one))
            .collect::<Result<_, _>>()?,
        people: people(open, of.1)?,
        aside: aside
            .map(|one| rights::aside_view(open, &name, one))
            .collect(),
        shelf,
        coach: supervised(open, of, &said, &work, now),
    })
}

fn work(open: &Open, now: Now) -> Result<Vec<WorkDay>, EngineError> {
    let from = now.local_date().plus_days(-LOOKED_AT);
    let together = EncounterKind::Group.code();
    Ok(open.store.read().work_days(&from.to_string(), together)?)
}

fn supervised(
    open: &Open,
    (coach, group): (MemberId, GroupId),
    said: &Supervision,
    work: &[WorkDay],
    now: Now,
) -> SupervisedView {
    let today = now.local_date();
    let days = work.iter().filter(|day| day.author_member == coach);
    let worked: Vec<(LocalDate, &WorkDay)> = days
        .filter_map(|day| Some((LocalDate::parse(&day.local_date).ok()?, day)))
        .collect();
    let services: Vec<Service> = worked
        .iter()
        .filter(|(_, day)| is_face_to_face(day))
        .map(|(on, day)| Service {
            on: *on,
            minutes: day.minutes,
        })
        .collect();
    let counted = said.sessions.iter().filter(|one| one.counts());
    let sessions: Vec<(LocalDate, u16)> =
        counted.map(|one| (one.held.on, one.held.minutes)).collect();
    let first_work = worked.iter().map(|(on, _)| *on);
    let first_session = sessions.iter().map(|(on, _)| *on);
    let since = first_work.chain(first_session).min().unwrap_or(today);
    let since = since.max(today.plus_days(-LOOKED_AT));
    let rule = rule(open, group, today);
    let unsigned = said
        .sessions
        .iter()
        .filter(|one| one.signed.is_none() && one.back.is_none());
    let waiting = said.items.iter().filter(|item| !item.spoken);
    SupervisedView {
        coach: coach.to_string(),
        name: open.member_name(&coach),
        own: coach == open.identity.member,
        rule,
        standing: standing(rule, since, &sessions, &services, today),
        unsigned: shown_count(unsigned.count() as u64),
        waiting: shown_count(waiting.count() as u64),
    }
}

/// Clock hours with somebody, not on the phone and not in writing.
fn is_face_to_face(day: &WorkDay) -> bool {
    let kind = EncounterKind::from_code(&day.kind);
    let reached = Outcome::from_code(&day.outcome).is_some_and(Outcome::person_was_reached);
    let apart = matches!(
        kind,
        None | Some(EncounterKind::Phone | EncounterKind::Text | EncounterKind::Video)
    );
    reached && !apart
}

/// The strictest rule of the programs of the coach's participants; of all programs in use where nobody
/// of theirs is in one.
fn rule(open: &Open, group: GroupId, today: LocalDate) -> Rule {
    let rows = open.store.read().active_participants().unwrap_or_default();
    let of_coach = |program| {
        rows.iter().any(|row| {
            let home = row.caseload_group;
            let at_home = home.is_some_and(|home| {
                home == group || open.roster.caseload_of_group(&home) == Some(group)
            });
            at_home && is_called(program, &row.program)
        })
    };
    let in_use = open.programs.in_use();
    let rules = |only_own: bool| -> Vec<Rule> {
        in_use
            .iter()
            .filter(|program| !only_own || of_coach(program))
            .filter_map(|program| {
                program
                    .on(today)
                    .0
                    .work
                    .as_ref()
                    .map(|work| Rule::of(&work.supervision))
            })
            .collect()
    };
    let own = rules(true);
    Rule::strictest(if own.is_empty() { rules(false) } else { own })
}

/// Concerns that are not done, missed contacts, and ends that come near: of the coach's people only.
fn agenda(open: &mut Open, group: GroupId, now: Now) -> Result<Vec<AgendaItem>, EngineError> {
    let mut found = Vec::new();
    let said = statements::said(open, Place::Caseload(group))?;
    let of_coach = of_work(&rights::weighed(open, &said)).concerns;
    for one in concerns::view(open, None, now)?.concerns {
        let theirs = match &one.participant {
            Some(participant) => is_of(open, participant, group)?,
            None => of_coach.iter().any(|own| own.id.to_string() == one.id),
        };
        if theirs && one.stage < ConcernStage::Done {
            found.push(AgendaItem {
                participant: one.participant,
                name: one.name,
                why: AgendaWhy::Concern,
            });
        }
    }
    let day = today(open, now)?;
    for row in &day.owed {
        if row.days_missed > 0 && is_of(open, &row.participant, group)? {
            found.push(AgendaItem {
                participant: Some(row.participant.clone()),
                name: row.name.clone(),
                why: AgendaWhy::Missed(row.days_missed),
            });
        }
        let first = match &row.reason {
            OwedReason::Obligation(first) => Some(first.as_ref()),
            _ => None,
        };
        let ends = first.into_iter().chain(&row.also).any(ends);
        if ends && is_of(open, &row.participant, group)? {
            found.push(near_end(&row.participant, &row.name));
        }
    }
    for row in &day.ahead {
        if ends(&row.obligation) && is_of(open, &row.participant, group)? {
            found.push(near_end(&row.participant, &row.name));
        }
    }
    found.dedup();
    Ok(found)
}

fn near_end(participant: &str, name: &str) -> AgendaItem {
    AgendaItem {
        participant: Some(participant.to_owned()),
        name: name.to_owned(),
        why: AgendaWhy::Ends,
    }
}

fn ends(obligation: &Obligation) -> bool {
    matches!(
        obligation.kind,
        ObligationKind::HandOff | ObligationKind::Judge
    )
}

fn is_of(open: &Open, participant: &str, group: GroupId) -> Result<bool, EngineError> {
    let home = open.home_of(&document_id(participant)?)?;
    Ok(home
        .is_some_and(|home| home == group || open.roster.caseload_of_group(&home) == Some(group)))
}

fn people(open: &Open, group: GroupId) -> Result<Vec<(String, String)>, EngineError> {
    let rows = open.store.read().active_participants()?;
    let mut found = Vec::new();
    for row in &rows {
        let participant = row.participant.to_string();
        if is_of(open, &participant, group)? {
            found.push((participant, shown_name(row)));
        }
    }
    found.sort_by_key(|(_, name)| name.to_lowercase());
    Ok(found)
}

fn session(open: &Open, session: &Session) -> Result<SessionOfSupervision, EngineError> {
    let (mut names, mut others) = (Vec::new(), 0);
    for case in &session.held.cases {
        let document: Option<DocumentId> = case.parse().ok();
        let row = match document {
            Some(document) => open.store.read().participant(&document)?,
            None => None,
        };
        match row.filter(|row| open.serves(row.caseload_group.as_ref())) {
            Some(row) => names.push(shown_name(&row)),
            None => others += 1,
        }
    }
    names.sort();
    Ok(SessionOfSupervision {
        id: session.id.to_string(),
        held: session.held.clone(),
        cases: (names, others),
        by: open.member_name(&protocol_member(session.by)),
        signed_at: session.signed.map(handrail_domain::Timestamp::millis),
        back: session.back.clone(),
    })
}
