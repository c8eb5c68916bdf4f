//! Orders about members and covers.

use handrail_domain::group::day_ends;

use super::Turn;
use crate::api::{Command, EngineError, InvalidField};
use crate::convert::invalid;
use crate::membership;
use crate::open::Open;
use crate::workforce;

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
            let caseload = coach.parse().ok();
            let caseload = caseload.and_then(|coach| open.roster.caseload_group(&coach));
            if let Ok(by) = by.parse() {
                workforce::check_all(open, by, (caseload, None), turn.now())?;
            }
            membership::cover(open, coach, by, until, turn.rng)
        }
        Command::EndCover { coach, by } => membership::end_cover(open, coach, by, turn.rng),
        _ => Err(EngineError::NotAllowed),
    }
}

/// Unix seconds at which a day ends here; not before today.
pub(super) fn end_of_day(day: &str, turn: &Turn<'_>) -> Result<u64, EngineError> {
    let (day, now) = (crate::convert::day(day)?, turn.now());
    let days = day.days_since(now.local_date());
    if !(0..MOST_COVERED_DAYS).contains(&days) {
        return Err(invalid(InvalidField::Date));
    }
    let seconds = day_ends(day, now).millis() / 1000;
    u64::try_from(seconds).map_err(|_| invalid(InvalidField::Date))
}

/// Longest cover, days.
const MOST_COVERED_DAYS: i64 = 366;
