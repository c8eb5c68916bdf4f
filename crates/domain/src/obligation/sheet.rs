//! One participant's facts on one day, ready to be asked.

use super::facts::{EventFact, Facts};
use super::rules::Rule;
use super::{Because, EndsBy, Obligation, ObligationKind, Proof, State};
use crate::duty::{Duty, EndedReason, duty};
use crate::id::RecordId;
use crate::milestone::{Event, IntakeStatus};
use crate::program::{Begins, DutyRule};
use crate::time::LocalDate;

/// The facts that are known on a day.
pub(super) struct Sheet<'a> {
    pub(super) facts: &'a Facts,
    pub(super) today: LocalDate,
    /// The duty of daily contact.
    pub(super) daily: Duty,
    /// Days on which the participant was reached, sorted; none ahead of today.
    reached: Vec<LocalDate>,
    /// Somebody tried today without reaching them.
    tried_today: bool,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(facts: &'a Facts, today: LocalDate) -> Self {
        let contacts = &facts.duty.contacts;
        let mut reached: Vec<LocalDate> = contacts
            .iter()
            .filter(|contact| contact.reached && contact.day <= today)
            .map(|contact| contact.day)
            .collect();
        reached.sort_unstable();
        Self {
            facts,
            today,
            daily: duty(&facts.duty, today),
            reached,
            tried_today: contacts
                .iter()
                .any(|contact| !contact.reached && contact.day == today),
        }
    }

    /// Adds what a rule asks for.
    pub(super) fn follow(&self, rule: &Rule, found: &mut Vec<Obligation>) {
        match &rule.says {
            DutyRule::DailyUntilIntake => self.daily(rule, found),
            DutyRule::StepDown {
                after,
                steps,
                judge_after,
            } => self.step_down(rule, *after, steps, *judge_after, found),
            DutyRule::Regular { every } => self.regular(rule, *every, found),
            DutyRule::FirstContact { after, within } => {
                self.first_contact(rule, *after, *within, found);
            }
            DutyRule::BeforeRelease { every, lead } => {
                self.before_release(rule, *every, *lead, found);
            }
            DutyRule::AfterRelease { every, days } => {
                self.after_release(rule, *every, *days, found);
            }
            DutyRule::Perinatal {
                every,
                months,
                lead,
            } => self.perinatal(rule, *every, *months, *lead, found),
            DutyRule::Court { lead } => self.court(rule, *lead, found),
            DutyRule::GroupFollowUp { within } => self.group(rule, *within, found),
            DutyRule::Injection { every, lead } => self.injection(rule, *every, *lead, found),
            DutyRule::Watch { after, days } => self.watch(rule, *after, *days, found),
        }
    }

    pub(super) fn last_reached(&self) -> Option<LocalDate> {
        self.reached.last().copied()
    }

    /// The first day from `day` on, today at the latest, on which the participant was reached.
    pub(super) fn reached_since(&self, day: LocalDate) -> Option<LocalDate> {
        let before = self.reached.partition_point(|reached| *reached < day);
        self.reached.get(before).copied()
    }

    /// Attempts without reaching the participant, from `day` to today.
    pub(super) fn tries_since(&self, day: LocalDate) -> u32 {
        let tries =
            self.facts.duty.contacts.iter().filter(|contact| {
                !contact.reached && contact.day >= day && contact.day <= self.today
            });
        u32::try_from(tries.count()).unwrap_or(u32::MAX)
    }

    /// The latest milestone of a kind that is not ahead of today.
    pub(super) fn latest(&self, event: Event) -> Option<&EventFact> {
        let all = self.facts.events.iter();
        all.filter(|fact| fact.event == event && fact.on <= self.today)
            .max()
    }

    /// The first milestone of a kind from `day` to today.
    pub(super) fn first_since(&self, event: Event, day: LocalDate) -> Option<&EventFact> {
        let all = self.facts.events.iter();
        all.filter(|fact| fact.event == event && fact.on >= day && fact.on <= self.today)
            .min()
    }

    /// The milestone of a kind that was said last, whether its day is ahead or not.
    pub(super) fn last_said(&self, event: Event) -> Option<&EventFact> {
        let all = self.facts.events.iter().filter(|fact| fact.event == event);
        all.max_by_key(|fact| (fact.said, **fact))
    }

    /// The day of the latest beginning, today at the latest.
    pub(super) fn begun(&self, begins: Begins) -> Option<(LocalDate, Option<RecordId>)> {
        match begins {
            Begins::Discharge => {
                let days = self.facts.duty.discharges.iter().copied();
                let latest = days.filter(|day| *day <= self.today).max();
                latest.map(|day| (day, None))
            }
            Begins::IntakeConfirmed => self
                .intake_confirmed()
                .map(|(confirmed_on, _)| (confirmed_on, None)),
            Begins::Event(event) => self.latest(event).map(|fact| (fact.on, fact.record)),
        }
    }

    /// The day on which an intake was confirmed, and the day of the intake. While daily contact is
    /// owed there is none; without a discharge the first confirmed one counts.
    pub(super) fn intake_confirmed(&self) -> Option<(LocalDate, Option<LocalDate>)> {
        match self.daily {
            Duty::Ended(EndedReason::IntakeConfirmed {
                intake_on,
                confirmed_on,
            }) => Some((confirmed_on, intake_on)),
            Duty::Owed(_) | Duty::SettledToday { .. } => None,
            Duty::NotStarted => {
                let confirmed = self.facts.duty.intakes.iter().filter(|intake| {
                    let mut statuses = intake.statuses.iter();
                    !intake.statuses.is_empty()
                        && statuses.all(|status| *status == IntakeStatus::Confirmed)
                });
                confirmed
                    .map(|intake| (intake.status_day.min(self.today), intake.on))
                    .min()
            }
        }
    }

    /// Contact every so many days from `since` on. Contacts before that count too, or not.
    pub(super) fn paced(&self, since: LocalDate, every: u32, earlier_count: bool) -> State {
        if since > self.today {
            return State::Ahead { on: since };
        }
        let counted = self
            .last_reached()
            .filter(|day| earlier_count || *day >= since);
        let due = counted.map_or(since, |day| day.plus_days(i64::from(every)).max(since));
        if due > self.today {
            return State::Kept { next: due };
        }
        self.owed(due)
    }

    pub(super) fn owed(&self, due: LocalDate) -> State {
        State::Owed {
            due,
            days_late: u32::try_from(self.today.days_since(due)).unwrap_or(0),
            tried_today: self.tried_today,
        }
    }

    /// The milestone that ends whatever began on `since`: the program was left, or one of `events`.
    pub(super) fn ended(&self, since: LocalDate, events: &[Event]) -> Option<State> {
        let left = self.first_since(Event::LeftProgram, since);
        let others = events
            .iter()
            .filter_map(|event| self.first_since(*event, since));
        let fact = left.into_iter().chain(others).min()?;
        Some(State::Over {
            on: fact.on,
            by: Proof::Event(fact.event),
        })
    }

    /// It ends with a contact from `since` on.
    pub(super) fn reached_state(&self, since: LocalDate) -> Option<State> {
        self.reached_since(since).map(|on| State::Over {
            on,
            by: Proof::Contact,
        })
    }
}

impl Rule {
    pub(super) fn asks(
        &self,
        kind: ObligationKind,
        (anchor, since): (LocalDate, LocalDate),
        state: State,
        ends: EndsBy,
        because: Vec<Because>,
    ) -> Obligation {
        Obligation {
            kind,
            anchor,
            since,
            rule: self.id.clone(),
            program: self.program.clone(),
            state,
            because,
            ends,
            hushed: None,
        }
    }
}

impl EventFact {
    pub(super) fn because(&self) -> Because {
        Because::Event {
            event: self.event,
            on: self.on,
            record: self.record,
        }
    }
}
