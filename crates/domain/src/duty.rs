//! Daily contact after discharge until a treatment intake date is confirmed (S0-6).
//!
//! The duty is never stored. It is worked out from what happened, so that corrections, merges and
//! clocks that were wrong can never leave a stale task behind. The rules:
//!
//! 1. It starts on the day of the latest discharge that is not in the future; that day is day 1.
//! 2. A day is settled by a contact in which the participant was reached
//!    ([`Outcome::person_was_reached`](crate::encounter::Outcome::person_was_reached)). An attempt
//!    without reaching them is shown as tried, and the day stays owed.
//! 3. An intake that was asked for or is tentative does not end it. A confirmed one does, from the
//!    day on which it was confirmed, also when the intake itself is still ahead.
//! 4. A later discharge starts it again. An intake confirmed before the discharge counts for it
//!    when the intake day is not before the discharge and no earlier discharge had used it.
//! 5. While devices disagree whether an intake is confirmed, the duty stands.
//! 6. When a confirmed intake turns out not to hold, the duty starts again on the day that was
//!    found out. When the confirmation is taken back as a mistake, it never counted.

mod intake;
mod urgency;

pub use urgency::Urgency;

use crate::encounter::EncounterFacts;
use crate::milestone::{IntakeStatus, Milestone, Step};
use crate::time::LocalDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What the duty is worked out from. Records that were taken back are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DutyFacts {
    /// Days of discharge.
    pub discharges: Vec<LocalDate>,
    /// Intakes asked for, tentative or confirmed.
    pub intakes: Vec<IntakeFact>,
    /// Contacts and attempts.
    pub contacts: Vec<ContactFact>,
}

/// One intake, for the duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IntakeFact {
    /// Every status that stands: more than one while devices disagree.
    pub statuses: Vec<IntakeStatus>,
    /// The day of the intake, where there is one.
    pub on: Option<LocalDate>,
    /// The day on which it got its status.
    pub status_day: LocalDate,
    /// The day on which a confirmed intake was found not to hold.
    pub reopened_day: Option<LocalDate>,
}

/// One contact or attempt, for the duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ContactFact {
    /// The calendar day where it happened.
    pub day: LocalDate,
    /// Whether the participant was reached.
    pub reached: bool,
}

impl ContactFact {
    /// What a contact means for the duty.
    pub fn of(facts: &EncounterFacts) -> Self {
        Self {
            day: facts.day(),
            reached: facts.outcome.person_was_reached(),
        }
    }
}

impl DutyFacts {
    /// From milestones, those taken back left out, and contacts that were not taken back.
    pub fn new(milestones: &[Milestone], contacts: Vec<ContactFact>) -> Self {
        let mut facts = Self {
            contacts,
            ..Self::default()
        };
        for milestone in milestones
            .iter()
            .filter(|milestone| milestone.void.is_none())
        {
            match milestone.facts.step {
                Step::Discharge { on } => facts.discharges.push(on),
                Step::Intake { on, .. } => facts.intakes.push(IntakeFact {
                    statuses: milestone.statuses.clone(),
                    on,
                    status_day: milestone.status_day,
                    reopened_day: milestone.reopened_day,
                }),
                Step::Dated { .. } => {}
            }
        }
        facts
    }
}

/// Whether daily contact is owed today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Duty {
    /// There was no discharge.
    NotStarted,
    /// A contact is owed today.
    Owed(Owed),
    /// The participant was reached today; owed again tomorrow.
    SettledToday {
        /// The first day of the duty.
        since: LocalDate,
        /// The number of today, counted from 1.
        day_number: u32,
        /// Why it goes on.
        reason: OwedReason,
    },
    /// It is over.
    Ended(EndedReason),
}

/// A contact that is owed today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owed {
    /// The first day of the duty.
    pub since: LocalDate,
    /// The number of today, counted from 1.
    pub day_number: u32,
    /// Days before today on which the participant was not reached.
    pub days_missed: u32,
    /// The last day on which the participant was reached, also before the duty.
    pub last_contact: Option<LocalDate>,
    /// Somebody tried today without reaching them.
    pub tried_today: bool,
    /// Why it is owed.
    pub reason: OwedReason,
}

/// Why daily contact goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum OwedReason {
    /// No intake was asked for.
    NoIntake,
    /// An intake was asked for.
    IntakeAsked,
    /// A date was named but not confirmed.
    IntakeTentative,
    /// Devices disagree whether the date is confirmed.
    StatusesDisagree,
    /// A confirmed date turned out not to hold.
    IntakeFellThrough,
}

/// Why daily contact is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum EndedReason {
    /// An intake date was confirmed.
    IntakeConfirmed {
        /// The day of the intake.
        intake_on: Option<LocalDate>,
        /// The day on which it was confirmed.
        confirmed_on: LocalDate,
    },
}

/// Works out the duty on the local day `today`. The order of the facts does not matter.
pub fn duty(facts: &DutyFacts, today: LocalDate) -> Duty {
    with_intakes(facts, &facts.intakes, today)
}

/// The duty as it stood on a past day: an intake that got its status later changes nothing of what was
/// owed then. What its status was before is not known, and counts as none.
pub fn duty_at(facts: &DutyFacts, day: LocalDate) -> Duty {
    with_intakes(facts, &known_intakes(facts, day), day)
}

/// Whether the contact that was owed on a past day was made, as [`duty_at`] has it, without working out
/// the rest; `None` where none was owed.
pub fn kept_at(facts: &DutyFacts, day: LocalDate) -> Option<bool> {
    let past = facts.discharges.iter().copied().filter(|on| *on <= day);
    let discharge = past.clone().max()?;
    let earlier = past.filter(|on| *on < discharge).max();
    let known = known_intakes(facts, day);
    if intake::confirmed_for(&known, discharge, earlier, day).is_some() {
        return None;
    }
    let mut contacts = facts.contacts.iter();
    Some(contacts.any(|contact| contact.reached && contact.day == day))
}

fn known_intakes(facts: &DutyFacts, day: LocalDate) -> Vec<IntakeFact> {
    let known = facts
        .intakes
        .iter()
        .filter(|intake| intake.status_day <= day);
    known
        .map(|intake| IntakeFact {
            reopened_day: intake.reopened_day.filter(|reopened| *reopened <= day),
            ..intake.clone()
        })
        .collect()
}

fn with_intakes(facts: &DutyFacts, intakes: &[IntakeFact], today: LocalDate) -> Duty {
    let past: BTreeSet<LocalDate> = facts
        .discharges
        .iter()
        .copied()
        .filter(|day| *day <= today)
        .collect();
    let Some(discharge) = past.last().copied() else {
        return Duty::NotStarted;
    };
    let earlier = past.range(..discharge).next_back().copied();
    if let Some(ended) = intake::confirmed_for(intakes, discharge, earlier, today) {
        return Duty::Ended(ended);
    }
    let (since, reason) = intake::reason(intakes, discharge, today);
    let day_number = days(since, today) + 1;
    let reached: BTreeSet<LocalDate> = facts
        .contacts
        .iter()
        .filter(|c| c.reached)
        .map(|c| c.day)
        .collect();
    if reached.contains(&today) {
        return Duty::SettledToday {
            since,
            day_number,
            reason,
        };
    }
    let kept = u32::try_from(reached.range(since..today).count()).unwrap_or(u32::MAX);
    Duty::Owed(Owed {
        since,
        day_number,
        days_missed: days(since, today).saturating_sub(kept),
        last_contact: reached.range(..today).next_back().copied(),
        tried_today: facts
            .contacts
            .iter()
            .any(|contact| !contact.reached && contact.day == today),
        reason,
    })
}

fn days(from: LocalDate, to: LocalDate) -> u32 {
    u32::try_from(to.days_since(from)).unwrap_or(0)
}

#[cfg(test)]
mod tests;
