//! Orders that write into the caseload's records, and what an order adds to the database.

use super::Turn;
use super::dispatch::Answer;
use super::membership_orders::end_of_day;
use crate::api::{CoachingCommand, Command, Reply};
use crate::caseload::write;
use crate::open::Open;
use crate::{
    agenda, around, conversation, handing_over, late, matching, plan, programs, referrals,
    resource_links, sayings, sharing, ties,
};

pub(super) fn caseload_command(
    open: &mut Open,
    command: &Command,
    turn: &mut Turn<'_>,
) -> Option<Answer> {
    let now = turn.now();
    let done = match command {
        Command::AddParticipant { details } => write::add(open, details, now, turn.rng),
        Command::SetDetail {
            participant,
            field,
            value,
        } => write::set_detail(open, participant, *field, value, now),
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

/// As [`caseload_command`], of screens whose code comes later than that of the first.
pub(super) fn later_caseload_command(
    open: &mut Open,
    command: &Command,
    turn: &mut Turn<'_>,
) -> Option<Answer> {
    let now = turn.now();
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
            CoachingCommand::ResourceLink(command) => {
                resource_links::order(open, command, now, turn.rng)
            }
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
            | Command::Referral(_)
            | Command::ImportOpen { .. }
    )
}
