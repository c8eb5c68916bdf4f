//! From the hospital to a solid foundation: daily contact, contact that becomes rarer, the
//! judgement at its end, contact at a steady pace, and a first contact after an event.

use super::rules::Rule;
use super::sheet::Sheet;
use super::{Because, EndsBy, Obligation, ObligationKind, Proof, State};
use crate::duty::{Duty, EndedReason};
use crate::milestone::Event;
use crate::program::{Begins, StepDown};
use crate::time::LocalDate;

impl Sheet<'_> {
    /// S0-6, as [`crate::duty`] works it out. Leaving the program ends it too.
    pub(super) fn daily(&self, rule: &Rule, found: &mut Vec<Obligation>) {
        let Some((discharge, _)) = self.begun(Begins::Discharge) else {
            return;
        };
        let (since, state, reason) = match self.daily {
            Duty::NotStarted => return,
            Duty::Owed(owed) => {
                let next = owed.last_contact.map(|day| day.plus_days(1));
                let state = State::Owed {
                    due: next.unwrap_or(owed.since).max(owed.since),
                    days_late: owed.days_missed,
                    tried_today: owed.tried_today,
                };
                (owed.since, state, Some(owed.reason))
            }
            Duty::SettledToday { since, reason, .. } => {
                let next = self.today.plus_days(1);
                (since, State::Kept { next }, Some(reason))
            }
            Duty::Ended(EndedReason::IntakeConfirmed {
                intake_on,
                confirmed_on,
            }) => {
                let by = Proof::IntakeConfirmed(intake_on);
                let state = State::Over {
                    on: confirmed_on,
                    by,
                };
                (discharge, state, None)
            }
        };
        let mut because = vec![Because::Discharged(discharge)];
        because.extend(reason.map(Because::Intake));
        because.push(Because::LastReached(self.last_reached()));
        let state = match state {
            State::Over { .. } => state,
            open => self.ended(since, &[]).unwrap_or(open),
        };
        let days = (since, since);
        let ends = EndsBy::IntakeConfirmed;
        found.push(rule.asks(ObligationKind::Daily, days, state, ends, because));
    }

    /// S0-7. Not while daily contact is owed.
    pub(super) fn step_down(
        &self,
        rule: &Rule,
        after: Begins,
        steps: &[StepDown],
        judge_after: u32,
        found: &mut Vec<Obligation>,
    ) {
        if matches!(self.daily, Duty::Owed(_) | Duty::SettledToday { .. }) {
            return;
        }
        let Some((since, record)) = self.begun(after) else {
            return;
        };
        // What began before the latest discharge belongs to an earlier story.
        let discharge = self.begun(Begins::Discharge).map(|(day, _)| day);
        if after != Begins::IntakeConfirmed && discharge.is_some_and(|day| since < day) {
            return;
        }
        let day = self.today.days_since(since);
        let step = steps.iter().rfind(|step| i64::from(step.from_day) <= day);
        let Some(every) = step.map(|step| step.every_days) else {
            return;
        };
        let over = self.ended(since, &[Event::SolidFoundation]);
        let began = match (after, self.intake_confirmed()) {
            (Begins::IntakeConfirmed, Some((confirmed_on, intake_on))) => {
                Because::IntakeConfirmed {
                    confirmed_on,
                    intake_on,
                }
            }
            (Begins::Event(event), _) => Because::Event {
                event,
                on: since,
                record,
            },
            _ => Because::Discharged(since),
        };
        let because = vec![
            began.clone(),
            Because::Every(every),
            Because::LastReached(self.last_reached()),
        ];
        let state = over.unwrap_or_else(|| self.paced(since, every, true));
        let ends = EndsBy::Judgement;
        found.push(rule.asks(
            ObligationKind::StepDown,
            (since, since),
            state,
            ends,
            because,
        ));
        let judge_on = since.plus_days(i64::from(judge_after));
        if over.is_none() && judge_on <= self.today {
            let because = vec![Because::NotJudged, began];
            let days = (since, judge_on);
            let state = self.owed(judge_on);
            found.push(rule.asks(ObligationKind::Judge, days, state, ends, because));
        }
    }

    pub(super) fn regular(&self, rule: &Rule, every: u32, found: &mut Vec<Obligation>) {
        let enrolled = self.latest(Event::Enrolled).map(|fact| fact.on);
        let Some(anchor) = enrolled.or(self.facts.begun) else {
            return;
        };
        // A record that was begun by a clock that ran ahead is here today all the same.
        let since: LocalDate = anchor.min(self.today);
        let over = self.ended(since, &[Event::SolidFoundation]);
        let state = over.unwrap_or_else(|| self.paced(since, every, true));
        let because = vec![
            Because::InProgramSince(since),
            Because::Every(every),
            Because::LastReached(self.last_reached()),
        ];
        let ends = EndsBy::Judgement;
        found.push(rule.asks(
            ObligationKind::Regular,
            (anchor, since),
            state,
            ends,
            because,
        ));
    }

    /// S3-11: until the participant is reached, also when it is late.
    pub(super) fn first_contact(
        &self,
        rule: &Rule,
        after: Begins,
        within: u32,
        found: &mut Vec<Obligation>,
    ) {
        let Some((since, record)) = self.begun(after) else {
            return;
        };
        let over = self.reached_state(since).or_else(|| self.ended(since, &[]));
        let state = over.unwrap_or_else(|| self.owed(since.plus_days(i64::from(within))));
        let began = match after {
            Begins::Event(event) => Because::Event {
                event,
                on: since,
                record,
            },
            Begins::Discharge | Begins::IntakeConfirmed => Because::Discharged(since),
        };
        let because = vec![began, Because::Tried(self.tries_since(since))];
        let ends = EndsBy::Contact;
        found.push(rule.asks(
            ObligationKind::FirstContact,
            (since, since),
            state,
            ends,
            because,
        ));
    }
}
