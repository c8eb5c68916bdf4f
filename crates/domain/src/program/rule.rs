//! From the form of a duty to the rule that is worked with: nothing missing, nothing too many.

use super::{DutyForm, DutyKind, ProgramError, StepForm};
use crate::milestone::Event;
use serde::{Deserialize, Serialize};

/// The longest time in days that a duty may name.
const MOST_DAYS: u16 = 1100;
/// The longest time in months that a duty may name.
const MOST_MONTHS: u16 = 36;

/// With what something begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Begins {
    /// The person left the hospital.
    Discharge,
    /// An intake date was confirmed.
    IntakeConfirmed,
    /// Another milestone.
    Event(Event),
}

impl Begins {
    /// From the code that packs hold.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "discharge" => Some(Self::Discharge),
            "intake_confirmed" => Some(Self::IntakeConfirmed),
            code => Event::from_code(code).map(Self::Event),
        }
    }
}

/// One step of contact that becomes rarer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepDown {
    /// Days from the start on which this step begins.
    pub from_day: u32,
    /// Contact every so many days.
    pub every_days: u32,
}

/// A duty of a program, ready to be worked with. Lengths are in days where nothing else is said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum DutyRule {
    /// Each day from discharge until an intake date is confirmed.
    DailyUntilIntake,
    /// Less and less often after the connection, until the foundation is judged to be solid.
    StepDown {
        /// With what it begins.
        after: Begins,
        /// The steps in their order; there is at least one.
        steps: Vec<StepDown>,
        /// From then on somebody is to judge.
        judge_after: u32,
    },
    /// At a steady pace from enrolment on.
    Regular {
        /// The pace.
        every: u32,
    },
    /// While release is expected.
    BeforeRelease {
        /// The pace.
        every: u32,
        /// How long before the expected day it begins; none: when the day was written down.
        lead: Option<u32>,
    },
    /// After release.
    AfterRelease {
        /// The pace.
        every: u32,
        /// For how long.
        days: u32,
    },
    /// In pregnancy and after the birth.
    Perinatal {
        /// The pace.
        every: u32,
        /// Calendar months after the birth.
        months: u32,
        /// How long before the end the hand-off is due.
        lead: u32,
    },
    /// A day at court.
    Court {
        /// How long before it shows.
        lead: u32,
    },
    /// After a missed group.
    GroupFollowUp {
        /// Within so many days.
        within: u32,
    },
    /// An injection that comes round.
    Injection {
        /// The interval.
        every: u32,
        /// How long before it shows.
        lead: u32,
    },
    /// A first contact after an event.
    FirstContact {
        /// The event.
        after: Begins,
        /// Within so many days.
        within: u32,
    },
    /// Days of high risk after an event.
    Watch {
        /// The event.
        after: Begins,
        /// For how long.
        days: u32,
    },
}

impl DutyRule {
    /// The rule that a form states.
    ///
    /// # Errors
    /// [`ProgramError`] names the duty and what to mend in it.
    pub fn of(form: &DutyForm) -> Result<Self, ProgramError> {
        let kind = DutyKind::from_code(&form.kind).ok_or_else(|| ProgramError::Unknown {
            part: form.id.clone(),
            names: form.kind.clone(),
        })?;
        refuse_foreign(form, kind)?;
        let every = || number(form, "every_days", form.every_days, MOST_DAYS);
        let days = || number(form, "days", form.days, MOST_DAYS);
        let lead = || number(form, "lead_days", form.lead_days, MOST_DAYS);
        Ok(match kind {
            DutyKind::DailyUntilIntake => Self::DailyUntilIntake,
            DutyKind::StepDown => Self::StepDown {
                after: after(form)?,
                steps: steps(form)?,
                judge_after: number(form, "judge_after_days", form.judge_after_days, MOST_DAYS)?,
            },
            DutyKind::Regular => Self::Regular { every: every()? },
            DutyKind::BeforeRelease => Self::BeforeRelease {
                every: every()?,
                lead: form.lead_days.map(|_| lead()).transpose()?,
            },
            DutyKind::AfterRelease => Self::AfterRelease {
                every: every()?,
                days: days()?,
            },
            DutyKind::Perinatal => Self::Perinatal {
                every: every()?,
                months: number(form, "months", form.months, MOST_MONTHS)?,
                lead: lead()?,
            },
            DutyKind::Court => Self::Court { lead: lead()? },
            DutyKind::GroupFollowUp => Self::GroupFollowUp { within: days()? },
            DutyKind::Injection => Self::Injection {
                every: every()?,
                lead: lead()?,
            },
            DutyKind::FirstContact => Self::FirstContact {
                after: after(form)?,
                within: days()?,
            },
            DutyKind::Watch => Self::Watch {
                after: after(form)?,
                days: days()?,
            },
        })
    }
}

/// A field that the kind does not know would be written in the belief that it does something.
fn refuse_foreign(form: &DutyForm, kind: DutyKind) -> Result<(), ProgramError> {
    use DutyKind as K;
    let known: &[&str] = match kind {
        K::DailyUntilIntake => &[],
        K::StepDown => &["after", "judge_after_days", "steps"],
        K::Regular => &["every_days"],
        K::BeforeRelease | K::Injection => &["every_days", "lead_days"],
        K::AfterRelease => &["every_days", "days"],
        K::Perinatal => &["every_days", "months", "lead_days"],
        K::Court => &["lead_days"],
        K::GroupFollowUp => &["days"],
        K::FirstContact | K::Watch => &["after", "days"],
    };
    for (field, is_there) in [
        ("after", form.after.is_some()),
        ("every_days", form.every_days.is_some()),
        ("days", form.days.is_some()),
        ("months", form.months.is_some()),
        ("lead_days", form.lead_days.is_some()),
        ("judge_after_days", form.judge_after_days.is_some()),
        ("steps", !form.steps.is_empty()),
    ] {
        if is_there && !known.contains(&field) {
            return Err(ProgramError::Foreign {
                duty: form.id.clone(),
                field,
            });
        }
    }
    Ok(())
}

fn number(
    form: &DutyForm,
    field: &'static str,
    value: Option<u16>,
    most: u16,
) -> Result<u32, ProgramError> {
    let value = value.ok_or_else(|| incomplete(form, field))?;
    within(&form.id, field, value, most)
}

pub(super) fn within(
    part: &str,
    field: &'static str,
    value: u16,
    most: u16,
) -> Result<u32, ProgramError> {
    if value == 0 || value > most {
        return Err(ProgramError::OutOfBounds {
            part: part.to_owned(),
            field,
            most,
        });
    }
    Ok(u32::from(value))
}

fn incomplete(form: &DutyForm, needs: &'static str) -> ProgramError {
    ProgramError::Incomplete {
        duty: form.id.clone(),
        needs,
    }
}

fn after(form: &DutyForm) -> Result<Begins, ProgramError> {
    let code = form
        .after
        .as_ref()
        .ok_or_else(|| incomplete(form, "after"))?;
    Begins::from_code(code).ok_or_else(|| ProgramError::Unknown {
        part: form.id.clone(),
        names: code.clone(),
    })
}

/// Every step but the last says how long it is.
fn steps(form: &DutyForm) -> Result<Vec<StepDown>, ProgramError> {
    let Some((last, others)) = form.steps.split_last() else {
        return Err(incomplete(form, "steps"));
    };
    if last.for_days.is_some() {
        return Err(incomplete(
            form,
            "a last step that goes on, without for_days",
        ));
    }
    let pace = |step: &StepForm| within(&form.id, "every_days", step.every_days, MOST_DAYS);
    let mut steps = Vec::new();
    let mut from_day = 0;
    for step in others {
        steps.push(StepDown {
            from_day,
            every_days: pace(step)?,
        });
        from_day += number(form, "for_days", step.for_days, MOST_DAYS)?;
    }
    steps.push(StepDown {
        from_day,
        every_days: pace(last)?,
    });
    Ok(steps)
}
