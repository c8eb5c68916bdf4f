//! How long records are kept, by the rules that hold.

use handrail_domain::retention::{Judgement, Kept, RecordFacts, RetentionPack};
use handrail_domain::time::local_date;
use handrail_domain::{Event, LocalDate, Now, Outcome, Timestamp};
use handrail_protocol::DocumentId;
use handrail_store::{ParticipantRow, Read, StoreError};

use super::rules::{in_force, rules_of};
use super::{certificates, is_held, may_forget, stands};
use crate::api::{
    DueView, EngineError, ForgetReason, ForgettingView, HoldView, KeptView, RetentionView,
};
use crate::convert::protocol_member;
use crate::open::Open;
use crate::views::{Duties, shown_name};
use crate::{consents, ties};

/// How long a record is kept, and the id of the rule whose time is over.
pub(super) fn judge(
    open: &mut Open,
    id: &DocumentId,
    now: Now,
) -> Result<(KeptView, Option<String>), EngineError> {
    let held = is_held(open, id)?;
    let pack = in_force(open, now)?.pack;
    let read = open.store.read();
    let row = read.participant(id)?.ok_or(EngineError::NotFound)?;
    let Some(pack) = pack else {
        return Ok((KeptView::NoRule, None));
    };
    let facts = facts(&read, &row, held, now)?;
    Ok(shown(&pack.judge(&facts, now.local_date())))
}

fn shown(judgement: &Judgement<'_>) -> (KeptView, Option<String>) {
    match judgement {
        Judgement::Keep(Kept::OnHold) => (KeptView::OnHold, None),
        Judgement::Keep(Kept::NoRule) => (KeptView::NoRule, None),
        Judgement::Keep(Kept::Through(day)) => (KeptView::Through(day.to_string()), None),
        Judgement::Forget { rule, kept_through } => (
            KeptView::Over(kept_through.to_string()),
            Some(rule.id.clone()),
        ),
    }
}

pub(super) fn facts(
    read: &Read<'_>,
    row: &ParticipantRow,
    is_held: bool,
    now: Now,
) -> Result<RecordFacts, StoreError> {
    let day = |at: i64| local_date(Timestamp::from_millis(at), now.offset_minutes);
    let written = |text: &Option<String>| {
        let text = text.as_deref()?;
        LocalDate::parse(text).ok()
    };
    let mut last_service = day(row.created_at);
    let contact = row.last_contact_at.map(day);
    for other in [
        contact,
        written(&row.discharge_date),
        written(&row.intake_date),
    ] {
        last_service = last_service.max(other.unwrap_or(last_service));
    }
    let contacts = read.newest_contacts(&row.participant)?;
    let newest = contacts.iter().max_by_key(|contact| contact.at);
    let declined = Outcome::DeclinedForNow.code();
    Ok(RecordFacts {
        program: Some(row.program.clone()).filter(|program| !program.is_empty()),
        born: written(&row.birth_date),
        last_service,
        was_served: contacts
            .iter()
            .any(|contact| contact.outcome == Outcome::Reached.code()),
        declined: newest.is_some_and(|contact| contact.outcome == declined),
        is_held,
    })
}

/// How long one participant's record is kept.
pub fn retention_view(
    open: &mut Open,
    id: &DocumentId,
    now: Now,
) -> Result<RetentionView, EngineError> {
    if open.store.read().forgetting(id)? == Some(true) {
        return Err(EngineError::Forgotten);
    }
    let home = open.home_of(id)?;
    if open.is_guest(home.as_ref()) {
        consents::check_guest(open, id)?;
    }
    let (kept, _) = judge(open, id, now)?;
    let holds = open.participant(id)?.holds();
    let name = |member: handrail_domain::MemberId| open.member_name(&protocol_member(member));
    let holds = holds
        .into_iter()
        .map(|hold| {
            let is_over = !stands(&open.roster, &hold);
            HoldView {
                hold: hold.id.to_string(),
                by: hold.by.map(name).unwrap_or_default(),
                at: hold.at.millis(),
                lifted: hold
                    .lifted
                    .into_iter()
                    .next()
                    .filter(|_| is_over)
                    .map(|end| {
                        let by = end.by.map(name).unwrap_or_default();
                        (by, end.at.millis(), end.reason)
                    }),
                reason: hold.reason,
            }
        })
        .collect();
    let row = open.store.read().participant(id)?;
    let (rules, stale) = rules_of(in_force(open, now)?.pack, now);
    let duties = Duties::of(open, std::iter::once(*id), now.local_date())?;
    let said_no = duties.said_no(id);
    let enrolled = duties.has(id, Event::Enrolled);
    Ok(RetentionView {
        said_no: said_no.map(|day| day.to_string()),
        may_say_no: said_no.is_none() && !enrolled && open.keeps(home.as_ref()),
        participant: id.to_string(),
        name: row.as_ref().map(shown_name).unwrap_or_default(),
        kept,
        rules,
        stale,
        holds,
        may_forget: may_forget(open),
        same: ties::same(open, id)?
            .into_iter()
            .map(|(_, name)| name)
            .collect(),
    })
}

/// Whom the rules would forget, the longest over first.
fn due(
    open: &mut Open,
    pack: Option<&RetentionPack>,
    now: Now,
) -> Result<Vec<DueView>, EngineError> {
    if !may_forget(open) {
        return Ok(Vec::new());
    }
    let duties = Duties::of_all(open, now.local_date())?;
    let mut due = Vec::new();
    for row in open.store.read().active_participants()? {
        let said_no = duties.said_no(&row.participant);
        let facts = facts(&open.store.read(), &row, false, now)?;
        let judged = pack.map(|pack| shown(&pack.judge(&facts, now.local_date())).0);
        let kept_through = match (said_no, judged) {
            (Some(day), _) => day.to_string(),
            (None, Some(KeptView::Over(day))) => day,
            (None, _) => continue,
        };
        if !open.serves(row.caseload_group.as_ref()) {
            continue;
        }
        due.push(DueView {
            participant: row.participant.to_string(),
            name: shown_name(&row),
            coach: open.coach_name(row.caseload_group.as_ref()),
            kept_through,
            held: is_held(open, &row.participant)?,
            said_no: said_no.is_some(),
        });
    }
    due.sort_by(|one, other| one.kept_through.cmp(&other.kept_through));
    Ok(due)
}

/// What is to be forgotten, and what was.
pub fn forgetting_view(open: &mut Open, now: Now) -> Result<ForgettingView, EngineError> {
    let holds = in_force(open, now)?;
    let due = due(open, holds.pack.as_ref(), now)?;
    let source = holds.view(open);
    let (rules, stale) = rules_of(holds.pack, now);
    let certificates = certificates(open)?;
    let declined = certificates
        .iter()
        .filter(|one| one.done && one.reason == ForgetReason::Declined);
    Ok(ForgettingView {
        source,
        rules,
        stale,
        due,
        declined: u32::try_from(declined.count()).unwrap_or(u32::MAX),
        certificates,
    })
}
