//! What is owed to a participant, and why: worked out from what happened, never stored.
//!
//! Each obligation says by which rule of which program it stands, since when, what ends it, and
//! every reason for it, so that a screen can answer "why is this here?". The rules come from packs
//! ([`crate::program`]); the facts are milestones and contacts that were not taken back. What
//! lies ahead of today counts only where a date ahead is meant (release expected, due date, court):
//! a clock that runs ahead settles nothing.

mod birth;
mod dates;
mod exit;
mod facts;
mod quiet;
mod release;
mod rules;
mod sheet;
mod treatment;
mod urgency;
mod who;

pub use exit::{EXIT, Exit, exit};
pub use facts::{EventFact, Facts, said_no};
pub use quiet::{Hushed, Quiet, QuietFacts, SNOOZE_MOST_DAYS};
pub use rules::{Rule, Rules};
pub use urgency::Urgency;
pub use who::{CoverFact, Who, who};

use crate::coded::coded;
use crate::duty::OwedReason;
use crate::id::RecordId;
use crate::milestone::Event;
use crate::program::{Begins, Phase, ProgramPack};
use crate::time::LocalDate;
use serde::{Deserialize, Serialize};
use sheet::Sheet;

coded! {
    /// What kind of obligation it is. Documents hold the code where one is put off.
    ObligationKind {
        /// Contact each day until an intake date is confirmed (S0-6).
        Daily = "daily",
        /// Contact that becomes rarer after the connection (S0-7).
        StepDown = "step_down",
        /// To judge whether the foundation is solid (S0-7).
        Judge = "judge",
        /// Contact at a steady pace.
        Regular = "regular",
        /// Contact before release (S0-23).
        BeforeRelease = "before_release",
        /// Contact in the first days after release (S0-26).
        AfterRelease = "after_release",
        /// Contact in pregnancy and after the birth (S0-18).
        Perinatal = "perinatal",
        /// The hand-off before the end (S0-19).
        HandOff = "hand_off",
        /// Going along to court (S2-16).
        Court = "court",
        /// Contact after a missed group (S0-20).
        GroupFollowUp = "group_follow_up",
        /// An injection that comes round (S0-25). A flag, no medical advice.
        Injection = "injection",
        /// A first contact after an event (S3-11).
        FirstContact = "first_contact",
        /// Days of high risk. A flag, nothing to do by itself.
        Watch = "watch",
    }
}

/// One thing that is owed, was owed, or is to be watched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Obligation {
    /// What it is.
    pub kind: ObligationKind,
    /// The day of the fact that it hangs on, such as the discharge or the day at court. With
    /// [`Obligation::kind`] it tells one obligation from every other of the participant.
    pub anchor: LocalDate,
    /// Its first day.
    pub since: LocalDate,
    /// The id of the rule in its pack.
    pub rule: String,
    /// The program whose rule it is; `None`: it is owed to everybody.
    pub program: Option<String>,
    /// How it stands today.
    pub state: State,
    /// Why it is there, the weightiest first.
    pub because: Vec<Because>,
    /// What ends it.
    pub ends: EndsBy,
    /// It was put off, or the participant was muted.
    pub hushed: Option<Hushed>,
}

/// How an obligation stands today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum State {
    /// It is owed today.
    Owed {
        /// By this day; never before [`Obligation::since`].
        due: LocalDate,
        /// Days that it is late: days missed for daily contact, days after `due` for the rest.
        days_late: u32,
        /// Somebody tried today without reaching the participant.
        tried_today: bool,
    },
    /// Nothing to do today.
    Kept {
        /// Owed again from this day on.
        next: LocalDate,
    },
    /// It lies ahead, near enough to be shown.
    Ahead {
        /// The day.
        on: LocalDate,
    },
    /// A flag.
    Watch {
        /// Its last day.
        through: LocalDate,
    },
    /// It is over.
    Over {
        /// The day on which it ended.
        on: LocalDate,
        /// What ended it.
        by: Proof,
    },
}

/// What ends an obligation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum EndsBy {
    /// An intake date is confirmed.
    IntakeConfirmed,
    /// Somebody judges that the foundation is solid.
    Judgement,
    /// The release is written down.
    Release,
    /// After this day.
    Day {
        /// The last day.
        on: LocalDate,
        /// It will be reckoned anew, from the birth.
        provisional: bool,
    },
    /// The hand-off is written down.
    HandOff,
    /// The participant is reached.
    Contact,
    /// The next injection is given, or they are ended.
    NextInjection,
}

/// What ended an obligation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Proof {
    /// An intake date was confirmed; the day of the intake.
    IntakeConfirmed(Option<LocalDate>),
    /// A milestone was written down.
    Event(Event),
    /// The participant was reached.
    Contact,
    /// Its last day has passed.
    Day,
}

/// One reason why an obligation is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Because {
    /// The participant left the hospital.
    Discharged(LocalDate),
    /// How it stands with the intake.
    Intake(OwedReason),
    /// An intake date was confirmed.
    IntakeConfirmed {
        /// On this day.
        confirmed_on: LocalDate,
        /// The day of the intake.
        intake_on: Option<LocalDate>,
    },
    /// A milestone.
    Event {
        /// What it stands for.
        event: Event,
        /// The day.
        on: LocalDate,
        /// Its record, where it is known.
        record: Option<RecordId>,
    },
    /// The participant is in the program since.
    InProgramSince(LocalDate),
    /// Contact is owed every so many days.
    Every(u32),
    /// The last day on which the participant was reached; none: never.
    LastReached(Option<LocalDate>),
    /// So many attempts since it began.
    Tried(u32),
    /// A group was missed on this day.
    MissedGroup(LocalDate),
    /// The next injection is due on this day.
    InjectionDue(LocalDate),
    /// Release was expected on this day, which has passed, and no release is written down.
    ReleaseDayPassed(LocalDate),
    /// Nobody has judged so far whether the foundation is solid.
    NotJudged,
    /// No hand-off is written down so far.
    NotHandedOff,
    /// Something that should be there before the end is not written down so far; one of [`EXIT`].
    NotYet(Event),
    /// The risk is known to be high after this.
    HighRisk(Begins),
}

impl Obligation {
    /// Whether something is to be done today.
    pub fn is_owed(&self) -> bool {
        matches!(self.state, State::Owed { .. }) && self.hushed.is_none()
    }

    /// Whether it is over.
    pub fn is_over(&self) -> bool {
        matches!(self.state, State::Over { .. })
    }
}

/// Everything that is owed on the local day `today`: what is owed first by urgency, then what is
/// kept, what lies ahead, what is to be watched, and what is over. The order of the facts does not
/// matter.
pub fn obligations(facts: &Facts, rules: &Rules, today: LocalDate) -> Vec<Obligation> {
    let mut found = Vec::new();
    if facts.said_no(today).is_some() {
        return found;
    }
    let sheet = Sheet::new(facts, today);
    for rule in &rules.rules {
        sheet.follow(rule, &mut found);
    }
    // A first contact comes before any pace, and daily contact before one that becomes rarer.
    let owed = |kind: ObligationKind, found: &[Obligation]| {
        found
            .iter()
            .any(|one| one.kind == kind && matches!(one.state, State::Owed { .. }))
    };
    if owed(ObligationKind::FirstContact, &found) {
        found.retain(|one| one.kind != ObligationKind::Regular);
    }
    for obligation in &mut found {
        obligation.hushed = facts.quiet.hushed(obligation, today);
    }
    let watched = found
        .iter()
        .any(|one| matches!(one.state, State::Watch { .. }));
    found.sort_by(|one, two| {
        let urgency = |of: &Obligation| of.urgency(watched, today);
        urgency(two)
            .cmp(&urgency(one))
            .then_with(|| rank(one).cmp(&rank(two)))
            .then_with(|| (one.kind, one.anchor).cmp(&(two.kind, two.anchor)))
    });
    found
}

fn rank(obligation: &Obligation) -> u8 {
    match obligation.state {
        State::Owed { .. } => 0,
        State::Kept { .. } => 1,
        State::Ahead { .. } => 2,
        State::Watch { .. } => 3,
        State::Over { .. } => 4,
    }
}

/// The phase in which the participant is on the local day `today`: the one that began last.
pub fn phase<'a>(pack: &'a ProgramPack, facts: &Facts, today: LocalDate) -> Option<&'a Phase> {
    let sheet = Sheet::new(facts, today);
    let first_day = |phase: &Phase| match phase.begins.as_deref() {
        None => Some(LocalDate::FIRST),
        Some(code) => Begins::from_code(code)
            .and_then(|begins| sheet.begun(begins))
            .map(|(on, _)| on),
    };
    let begun = pack
        .phases
        .iter()
        .filter_map(|phase| Some((first_day(phase)?, phase)));
    begun.max_by_key(|(on, _)| *on).map(|(_, phase)| phase)
}

#[cfg(test)]
mod tests;
