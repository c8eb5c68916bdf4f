//! What the intakes of a participant mean for the duty.

use super::{EndedReason, IntakeFact, OwedReason};
use crate::milestone::IntakeStatus;
use crate::time::LocalDate;

/// The confirmed intake that ends the duty of this discharge, if there is one: the one confirmed first.
pub(super) fn confirmed_for(
    intakes: &[IntakeFact],
    discharge: LocalDate,
    earlier_discharge: Option<LocalDate>,
    today: LocalDate,
) -> Option<EndedReason> {
    let counts = |intake: &&IntakeFact| {
        is_confirmed(intake) && counts_for(intake, discharge, earlier_discharge)
    };
    let first = intakes
        .iter()
        .filter(counts)
        .min_by_key(|intake| (intake.status_day, intake.on))?;
    Some(EndedReason::IntakeConfirmed {
        intake_on: first.on,
        confirmed_on: first.status_day.min(today),
    })
}

fn counts_for(intake: &IntakeFact, discharge: LocalDate, earlier: Option<LocalDate>) -> bool {
    if intake.status_day >= discharge {
        return true;
    }
    // Confirmed while still in hospital: it counts when the intake is ahead, unless it was
    // confirmed after an earlier discharge, whose duty it ended then.
    let ahead = intake.on.is_some_and(|on| on >= discharge);
    ahead && earlier.is_none_or(|earlier| intake.status_day < earlier)
}

/// The first day of the duty and why it is owed.
pub(super) fn reason(
    intakes: &[IntakeFact],
    discharge: LocalDate,
    today: LocalDate,
) -> (LocalDate, OwedReason) {
    let open = |intake: &&IntakeFact| {
        intake.status_day >= discharge || intake.on.is_none_or(|on| on >= discharge)
    };
    let fell_through = intakes
        .iter()
        .filter(|intake| !is_confirmed(intake))
        .filter_map(|intake| intake.reopened_day)
        // It is known today, whatever the clock of the one who wrote it down said.
        .map(|day| day.min(today))
        .filter(|day| *day >= discharge)
        .max();
    let since = fell_through.unwrap_or(discharge);
    let strongest = intakes.iter().filter(open).filter_map(reason_of).max();
    let reason = match (strongest, fell_through) {
        (Some(OwedReason::StatusesDisagree), _) => OwedReason::StatusesDisagree,
        (_, Some(_)) => OwedReason::IntakeFellThrough,
        (Some(reason), None) => reason,
        (None, None) => OwedReason::NoIntake,
    };
    (since, reason)
}

fn reason_of(intake: &IntakeFact) -> Option<OwedReason> {
    let confirmed = intake.statuses.contains(&IntakeStatus::Confirmed);
    match intake.statuses.iter().min()? {
        IntakeStatus::Confirmed => None,
        _ if confirmed => Some(OwedReason::StatusesDisagree),
        IntakeStatus::Tentative => Some(OwedReason::IntakeTentative),
        IntakeStatus::Asked => Some(OwedReason::IntakeAsked),
    }
}

fn is_confirmed(intake: &IntakeFact) -> bool {
    !intake.statuses.is_empty()
        && intake
            .statuses
            .iter()
            .all(|status| *status == IntakeStatus::Confirmed)
}
