//! What hangs on single days: court, a missed group, injections, and days of high risk.

use super::release::last_day;
use super::rules::Rule;
use super::sheet::Sheet;
use super::{Because, EndsBy, Obligation, ObligationKind, Proof, State};
use crate::milestone::Event;
use crate::program::Begins;

/// Days for which a day at court that is done still shows.
const SHOWN_DAYS: i64 = 28;

impl Sheet<'_> {
    /// Each day at court by itself: shown some days ahead, owed on the day, and until the
    /// participant was reached on that day or later.
    pub(super) fn court(&self, rule: &Rule, lead: u32, found: &mut Vec<Obligation>) {
        let dates = self.facts.events.iter();
        for date in dates.filter(|fact| fact.event == Event::CourtDate) {
            let since = date.on.plus_days(-i64::from(lead));
            if since > self.today {
                continue;
            }
            let state = if date.on > self.today {
                State::Ahead { on: date.on }
            } else {
                let over = self.reached_state(date.on);
                let over = over.or_else(|| self.ended(date.on, &[]));
                over.unwrap_or_else(|| self.owed(date.on))
            };
            if let State::Over { on, .. } = state
                && self.today.days_since(on) > SHOWN_DAYS
            {
                continue;
            }
            let days = (date.on, since);
            let because = vec![date.because()];
            found.push(rule.asks(ObligationKind::Court, days, state, EndsBy::Contact, because));
        }
    }

    /// After the latest group that was missed.
    pub(super) fn group(&self, rule: &Rule, within: u32, found: &mut Vec<Obligation>) {
        let missed = self.facts.missed_groups.iter().copied();
        let Some(since) = missed.filter(|day| *day <= self.today).max() else {
            return;
        };
        let over = self.reached_state(since).or_else(|| self.ended(since, &[]));
        let state = over.unwrap_or_else(|| self.owed(since.plus_days(i64::from(within))));
        let because = vec![
            Because::MissedGroup(since),
            Because::Tried(self.tries_since(since)),
        ];
        let days = (since, since);
        let ends = EndsBy::Contact;
        found.push(rule.asks(ObligationKind::GroupFollowUp, days, state, ends, because));
    }

    /// A flag when the next one is near or late. What to do about it is the clinic's to say.
    pub(super) fn injection(
        &self,
        rule: &Rule,
        every: u32,
        lead: u32,
        found: &mut Vec<Obligation>,
    ) {
        let Some(given) = self.latest(Event::Injection) else {
            return;
        };
        let next = given.on.plus_days(i64::from(every));
        let over = self.first_since(Event::InjectionsEnded, given.on);
        let over = over.map(|fact| State::Over {
            on: fact.on,
            by: Proof::Event(Event::InjectionsEnded),
        });
        let state = over
            .or_else(|| self.ended(given.on, &[]))
            .unwrap_or_else(|| {
                if self.today < next.plus_days(-i64::from(lead)) {
                    State::Kept { next }
                } else if self.today < next {
                    State::Ahead { on: next }
                } else {
                    self.owed(next)
                }
            });
        let because = vec![Because::InjectionDue(next), given.because()];
        let days = (given.on, given.on);
        let ends = EndsBy::NextInjection;
        found.push(rule.asks(ObligationKind::Injection, days, state, ends, because));
    }

    /// Days of high risk after a release, a discharge or the end of treatment (field facts 2.3).
    pub(super) fn watch(&self, rule: &Rule, after: Begins, days: u32, found: &mut Vec<Obligation>) {
        let Some((since, record)) = self.begun(after) else {
            return;
        };
        let through = last_day(since, days);
        if self.today > through {
            return;
        }
        let began = match after {
            Begins::Event(event) => Because::Event {
                event,
                on: since,
                record,
            },
            Begins::Discharge | Begins::IntakeConfirmed => Because::Discharged(since),
        };
        let because = vec![Because::HighRisk(after), began];
        let ends = EndsBy::Day {
            on: through,
            provisional: false,
        };
        let state = State::Watch { through };
        found.push(rule.asks(ObligationKind::Watch, (since, since), state, ends, because));
    }
}
