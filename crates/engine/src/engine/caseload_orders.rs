//! Orders that write into the caseload's records, and what an order adds to the database.

use handrail_domain::Now;
use handrail_protocol::MemberId;

use super::Turn;
use super::dispatch::Answer;
use super::membership_orders::end_of_day;
use crate::api::{
    CoachingCommand, Command, DeskCommand, DetailField, EngineError, ParcelCommand, Reply,
};
use crate::caseload::write;
use crate::convert::document_id;
use crate::open::Open;
use crate::{
    agenda, around, coach_space, concerns, consents, conversation, desk, exit, handing_over, late,
    matching, on_call, plan, programs, referrals, resource_links, rights, sayings, sharing,
    supervision, ties, workforce,
};

pub(super) fn caseload_command(
    open: &mut Open,
    command: &Command,
    turn: &mut Turn<'_>,
) -> Option<Answer> {
    let now = turn.now();
    let done = match command {
        Command::AddParticipant { details } => {
            let program = details
                .iter()
                .find(|(field, _)| *field == DetailField::Program);
            let program = program.map(|(_, name)| name.as_str()).unwrap_or_default();
            let coach = open.identity.member;
            is_trained(open, coach, program, now)
                .and_then(|()| write::add(open, details, now, turn.rng))
        }
        Command::SetDetail {
            participant,
            field,
            value,
        } => coach_of(open, participant, *field)
            .and_then(|coach| is_trained(open, coach, value, now))
            .and_then(|()| write::set_detail(open, participant, *field, value, now)),
        Command::LogEncounter {
            participant,
            encounter,
            draft,
        } => write::log(
            open,
            participant,
            encounter,
            draft.as_deref(),
            now,
            turn.rng,
        ),
        Command::EditEncounter {
            participant,
            encounter,
            patch,
        } => write::edit(open, participant, encounter, patch, now),
        Command::VoidEncounter {
            participant,
            encounter,
            reason,
        } => write::void(open, participant, encounter, reason, now),
        Command::RestoreEncounter {
            participant,
            encounter,
        } => write::restore(open, participant, encounter, now),
        Command::RecordMilestone {
            participant,
            milestone,
        } => write::record_milestone(open, participant, milestone, now, turn.rng),
        Command::SetIntake {
            participant,
            milestone,
            status,
            on,
        } => write::set_intake(open, participant, milestone, *status, on.as_deref(), now),
        Command::VoidMilestone {
            participant,
            milestone,
            reason,
        } => write::void_milestone(open, participant, milestone, reason, now),
        Command::Quiet(quiet) => write::quiet(open, quiet, now, turn.rng),
        _ => return None,
    };
    Some(done.map(Reply::Record))
}

/// Refuses somebody of a program to a coach of whom it requires more than is on file. Where no program
/// requires anything, what comes later is not asked for.
fn is_trained(
    open: &mut Open,
    coach: MemberId,
    program: &str,
    now: Now,
) -> Result<(), EngineError> {
    if !open.programs.requires_training() {
        return Ok(());
    }
    workforce::check_assignment(open, coach, &[program.to_owned()], now)
}

/// Whose participant goes into another program; of any other detail nothing is asked.
fn coach_of(open: &Open, participant: &str, field: DetailField) -> Result<MemberId, EngineError> {
    let own = open.identity.member;
    if field != DetailField::Program || !open.programs.requires_training() {
        return Ok(own);
    }
    let home = open.home_of(&document_id(participant)?)?;
    let group = home.and_then(|home| open.roster.group(&home));
    Ok(group.and_then(|group| group.owner).unwrap_or(own))
}

/// As [`caseload_command`], of screens whose code comes later than that of the first.
pub(super) fn later_caseload_command(
    open: &mut Open,
    command: &Command,
    turn: &mut Turn<'_>,
) -> Option<Answer> {
    let now = turn.now();
    if let Err(error) = rights::check_order(open, command) {
        return Some(Err(error));
    }
    let done = match command {
        Command::Referral(command) => referrals::set(open, command, now),
        Command::Appointment(command) => agenda::order(open, command, now, turn.rng),
        Command::TakeInLate(order) => late::take_in(open, order, now, turn.rng).inspect(|_| {
            conversation::settle_late(open, None);
            conversation::look_for_incomplete(open);
        }),
        Command::Around(command) => around::order(open, command, now, turn.rng),
        Command::Plan(command) => plan::order(open, command, now, turn.rng),
        Command::Coaching(command) => match command {
            CoachingCommand::Matching(command) => {
                let done = matching::order(open, command, now, turn.rng);
                return Some(done.map(|()| Reply::Done));
            }
            CoachingCommand::Tie(command) => ties::order(open, command, now, turn.rng),
            CoachingCommand::Saying(command) => sayings::order(open, command, now, turn.rng),
            CoachingCommand::Workforce(command) => {
                let done = workforce::order(open, command, now, turn.rng);
                return Some(done.map(|()| Reply::Done));
            }
            CoachingCommand::ResourceLink(command) => {
                resource_links::order(open, command, now, turn.rng)
            }
            CoachingCommand::Card(_) => return None,
            CoachingCommand::Exit {
                participant,
                event,
                to,
            } => exit::order(open, participant, (*event, to), now, turn.rng),
            CoachingCommand::Supervision(command) => {
                let done = supervision::order(open, command, now, turn.rng);
                return Some(done.map(|()| Reply::Done));
            }
            CoachingCommand::CoachSpace(command) => {
                return Some(coach_space::order(open, command, now, turn.rng));
            }
            CoachingCommand::Desk(command) => {
                let until = match command {
                    DeskCommand::Name { through, .. } => match end_of_day(through, turn) {
                        Ok(until) => Some(until),
                        Err(error) => return Some(Err(error)),
                    },
                    _ => None,
                };
                let done = desk::order(open, command, until, now, turn.rng);
                return Some(done.map(|()| Reply::Done));
            }
            CoachingCommand::Concern(command) => concerns::order(open, command, now, turn.rng),
            CoachingCommand::OnCall(command) => on_call::order(open, command, now, turn.rng),
            CoachingCommand::Consent(command) => consents::order(open, command, now, turn.rng),
        },
        Command::UseProgram(draft) => {
            let done = programs::put_to_use(open, draft, now, turn.rng);
            return Some(done.map(|()| Reply::Done));
        }
        Command::ResolveConflict {
            participant,
            record,
            field,
            value,
        } => write::resolve(open, participant, record, field, value, now),
        Command::HandOver {
            participant,
            to,
            reason,
        } => handing_over::hand_over(open, participant, to, reason, now, turn.rng),
        Command::ShareRecord {
            participant,
            with,
            through,
            reason,
        } => end_of_day(through, turn).and_then(|until| {
            sharing::share(open, participant, with, until, reason, now, turn.rng)
        }),
        Command::EndShare { participant, with } => {
            sharing::end(open, participant, with, now, turn.rng)
        }
        _ => return None,
    };
    Some(done.map(Reply::Record))
}

/// Refused while too little space is left (refusal before loss).
pub(super) fn adds_data(command: &Command) -> bool {
    matches!(
        command,
        Command::AddParticipant { .. }
            | Command::SetDetail { .. }
            | Command::LogEncounter { .. }
            | Command::EditEncounter { .. }
            | Command::RecordMilestone { .. }
            | Command::Quiet(_)
            | Command::Plan(_)
            | Command::Coaching(_)
            | Command::Around(_)
            | Command::Appointment(_)
            | Command::TakeInLate(_)
            | Command::UseProgram(_)
            | Command::Resource(_)
            | Command::CallOut(_)
            | Command::CheckIn(_)
            | Command::Group(_)
            | Command::Scorecard(_)
            | Command::Referral(_)
            | Command::Parcel(ParcelCommand::Take { .. } | ParcelCommand::Scan { .. })
            | Command::ImportOpen { .. }
    )
}
