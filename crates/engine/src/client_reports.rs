//! Client reports for a federal funder: when they are due, and that they were handed in (S3-19). The
//! form itself is filled in elsewhere.

use std::collections::BTreeMap;

use handrail_domain::client_report::{
    RULES, Report, ReportPack, ReportState, episodes, of_episode, reports,
};
use handrail_domain::{Event, LocalDate, Now};
use handrail_protocol::{DocumentId, Role};
use rand_core::CryptoRng;
use serde::{Deserialize, Serialize};

use crate::api::{
    BillingCommand, EngineError, InvalidField, ReportRow, ReportsView, StorageProblem,
};
use crate::billing::is_supervisor;
use crate::convert::{invalid, record_id};
use crate::on_call::says_as;
use crate::open::Open;
use crate::statements::{self, Place};
use crate::views::shown_name;

/// The code of statements in a participant's record.
const DONE: &str = "client_report";
/// The code of statements of which programs report.
const PROGRAMS: &str = "client_reporting";
/// Days for which what is done is still listed.
const SHOWN_DAYS: i64 = 366;

/// A report was handed in; or, about such a statement, was not.
#[derive(Serialize, Deserialize)]
struct Done {
    report: Report,
    on: LocalDate,
    #[serde(default)]
    taken_back: bool,
}

/// Of these programs reports are due.
#[derive(Serialize, Deserialize)]
struct Reporting {
    programs: Vec<String>,
}

/// Does an order about reports.
///
/// # Errors
/// `NotAllowed` for who may not; `Invalid` with `Date` for a day to come; `NotFound` for what was not said.
pub fn order(
    open: &mut Open,
    command: &BillingCommand,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<(), EngineError> {
    let (participant, about, body) = match command {
        BillingCommand::UsePayers { .. } => return Err(EngineError::NotAllowed),
        BillingCommand::SetReporting { programs } => {
            if !is_supervisor(open) {
                return Err(EngineError::NotAllowed);
            }
            let body = Reporting {
                programs: programs.clone(),
            };
            statements::say(open, Place::Agency, (PROGRAMS, None), &body, now, rng)?;
            return Ok(());
        }
        BillingCommand::ReportDone {
            participant,
            report,
            on,
        } => {
            if *on > now.local_date() {
                return Err(invalid(InvalidField::Date));
            }
            let body = Done {
                report: *report,
                on: *on,
                taken_back: false,
            };
            (participant, None, body)
        }
        BillingCommand::TakeBackReport { participant, said } => {
            let about = record_id(said)?;
            let all = statements::said(open, Place::record(participant)?)?;
            let known = all
                .iter()
                .find(|one| one.id() == about && one.statement.code == DONE);
            let body: Option<Done> = known.and_then(statements::Said::says);
            let mut body = body.ok_or(EngineError::NotFound)?;
            body.taken_back = true;
            (participant, Some(about), body)
        }
    };
    crate::plan::readable(open, participant)?;
    if open.may_only_look() {
        return Err(EngineError::NotAllowed);
    }
    statements::say(
        open,
        Place::record(participant)?,
        (DONE, about),
        &body,
        now,
        rng,
    )?;
    Ok(())
}

/// The reports of everybody whom this device serves, in programs of which they are due.
///
/// # Errors
/// Fails only when the database does.
pub fn view(open: &mut Open, now: Now) -> Result<ReportsView, EngineError> {
    let today = now.local_date();
    let pack = ReportPack::parse(RULES).ok_or(EngineError::Storage(StorageProblem::Damaged))?;
    let chosen = programs(open)?;
    let mut done: BTreeMap<DocumentId, Vec<(String, Report, LocalDate)>> = BTreeMap::new();
    let said = statements::said_in_records(open, DONE)?;
    for (participant, one) in &said {
        let Some(body) = one.says::<Done>() else {
            continue;
        };
        let known = done.entry(*participant).or_default();
        if body.taken_back {
            // What is taken back was said before, so it stands there already.
            let about = one.statement.about.map(|about| about.to_string());
            known.retain(|(id, ..)| Some(id) != about.as_ref());
        } else {
            known.push((one.id().to_string(), body.report, body.on));
        }
    }
    let mut events: BTreeMap<DocumentId, Vec<(Event, LocalDate)>> = BTreeMap::new();
    for row in open.store.read().all_milestones()? {
        let on = row
            .on_date
            .as_deref()
            .and_then(|on| LocalDate::parse(on).ok());
        if let (Some(event), Some(on)) = (Event::from_code(&row.kind), on) {
            events.entry(row.participant).or_default().push((event, on));
        }
    }
    let current = pack.on(today);
    let mut view = ReportsView {
        programs: open
            .programs
            .in_use()
            .iter()
            .map(|one| (one.name.clone(), chosen.contains(&one.name)))
            .collect(),
        may_choose: is_supervisor(open),
        source: current
            .map(|rules| rules.source.clone())
            .unwrap_or_default(),
        verified: current.is_some_and(|rules| rules.verified),
        rows: Vec::new(),
        without_start: Vec::new(),
        follow_ups: (0, 0),
    };
    for row in open.store.read().active_participants()? {
        if !chosen.contains(&row.program) || !open.serves(row.caseload_group.as_ref()) {
            continue;
        }
        let all = episodes(
            events
                .get(&row.participant)
                .map(Vec::as_slice)
                .unwrap_or_default(),
        );
        if all.is_empty() {
            view.without_start
                .push((row.participant.to_string(), shown_name(&row)));
        }
        let known = done.remove(&row.participant).unwrap_or_default();
        for (index, episode) in all.iter().enumerate() {
            let Some(rules) = pack.on(episode.began) else {
                continue;
            };
            let done = known.iter().map(|(_, report, on)| (*report, *on));
            let of_this = of_episode(&all, index, done);
            for due in reports(rules, *episode, &of_this, today) {
                let on = match due.state {
                    ReportState::Done(on) | ReportState::DoneOutside(on) => Some(on),
                    _ => None,
                };
                if matches!(due.report, Report::Reassessment | Report::Annual) && due.closes < today
                {
                    view.follow_ups.0 += 1;
                    view.follow_ups.1 += u32::from(matches!(due.state, ReportState::Done(_)));
                }
                if on.is_some_and(|on| on < today.plus_days(-SHOWN_DAYS)) {
                    continue;
                }
                let said = known
                    .iter()
                    .find(|(_, report, day)| *report == due.report && Some(*day) == on);
                view.rows.push(ReportRow {
                    participant: row.participant.to_string(),
                    name: shown_name(&row),
                    coach: open.coach_name(row.caseload_group.as_ref()),
                    program: row.program.clone(),
                    due,
                    said: said.map(|(id, ..)| id.clone()),
                });
            }
        }
    }
    let order = |row: &ReportRow| {
        let place = match row.due.state {
            ReportState::Late => 0,
            ReportState::Open => 1,
            ReportState::Ahead => 2,
            ReportState::Done(_) | ReportState::DoneOutside(_) => 3,
        };
        (place, row.due.closes, row.name.to_lowercase())
    };
    view.rows.sort_by_key(order);
    Ok(view)
}

/// Programs of which reports are due: what a supervisor said last, also one who is none any more.
fn programs(open: &mut Open) -> Result<Vec<String>, EngineError> {
    let all = statements::said(open, Place::Agency)?;
    let mut said = all.iter().rev().filter(|one| {
        one.statement.code == PROGRAMS && says_as(open, one, |role| role == Role::Supervisor)
    });
    let last = said.find_map(statements::Said::says::<Reporting>);
    Ok(last.map(|said| said.programs).unwrap_or_default())
}
