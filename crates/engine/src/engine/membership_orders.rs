//! Orders about members and covers.

use super::Turn;
use crate::api::{Command, EngineError, InvalidField};
use crate::convert::invalid;
use crate::membership;
use crate::open::Open;

/// Does an order about a member; `NotAllowed` for any other.
pub(super) fn membership_command(
    open: &mut Open,
    command: &Command,
    turn: &mut Turn<'_>,
) -> Result<(), EngineError> {
    match command {
        Command::ChangeRole { member, role } => {
            membership::change_role(open, member, *role, turn.rng)
        }
        Command::EndMembership { member } => membership::leave(open, member, turn.rng),
        Command::SetLease { days } => membership::set_lease(open, *days, turn.rng),
        Command::Cover { coach, by, through } => {
            let until = end_of_day(through, turn)?;
            membership::cover(open, coach, by, until, turn.rng)
        }
        Command::EndCover { coach, by } => membership::end_cover(open, coach, by, turn.rng),
        _ => Err(EngineError::NotAllowed),
    }
}

/// Unix seconds at which a day ends here; not before today.
pub(super) fn end_of_day(day: &str, turn: &Turn<'_>) -> Result<u64, EngineError> {
    let today = turn.now().local_date();
    let days = crate::convert::day(day)?.days_since(today);
    let into_today = i64::from(turn.now().minute_of_day()) * 60;
    let seconds = days
        .checked_add(1)
        .filter(|days| (1..=MOST_COVERED_DAYS).contains(days))
        .ok_or_else(|| invalid(InvalidField::Date))?
        * 86_400;
    u64::try_from(turn.clock.at / 1000 - into_today + seconds)
        .map_err(|_| invalid(InvalidField::Date))
}

/// Longest cover, days.
const MOST_COVERED_DAYS: i64 = 366;
