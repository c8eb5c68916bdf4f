//! Before and after release from custody (S0-23 to S0-26).

use super::rules::Rule;
use super::sheet::Sheet;
use super::{Because, EndsBy, Obligation, ObligationKind, Proof, State};
use crate::milestone::Event;
use crate::time::LocalDate;

impl Sheet<'_> {
    /// From the day on which release is expected near enough, until it is written down. It goes on
    /// when the expected day has passed: somebody should find out.
    pub(super) fn before_release(
        &self,
        rule: &Rule,
        every: u32,
        lead: Option<u32>,
        found: &mut Vec<Obligation>,
    ) {
        let Some(expected) = self.last_said(Event::ReleaseExpected) else {
            return;
        };
        let said = expected.said.min(self.today);
        let near = lead.map(|lead| expected.on.plus_days(-i64::from(lead)));
        let since = near.map_or(said, |near| near.max(said));
        let released = self.facts.events.iter().filter(|fact| {
            let is_its = fact.on >= said || fact.said >= expected.said;
            fact.event == Event::Released && fact.on <= self.today && is_its
        });
        let over = released.min().map(|fact| State::Over {
            on: fact.on,
            by: Proof::Event(Event::Released),
        });
        let over = over.or_else(|| self.ended(said, &[]));
        let state = over.unwrap_or_else(|| self.paced(since, every, true));
        let mut because = vec![expected.because(), Because::Every(every)];
        if expected.on < self.today {
            because.insert(0, Because::ReleaseDayPassed(expected.on));
        }
        because.push(Because::LastReached(self.last_reached()));
        let days = (expected.on, since);
        found.push(rule.asks(
            ObligationKind::BeforeRelease,
            days,
            state,
            EndsBy::Release,
            because,
        ));
    }

    /// The first days after release. Contacts inside do not count for them.
    pub(super) fn after_release(
        &self,
        rule: &Rule,
        every: u32,
        days: u32,
        found: &mut Vec<Obligation>,
    ) {
        let Some(released) = self.latest(Event::Released) else {
            return;
        };
        let since = released.on;
        let last = last_day(since, days);
        let over = self
            .ended(since, &[])
            .or_else(|| over_after(last, self.today));
        let state = over.unwrap_or_else(|| self.paced(since, every, false));
        let because = vec![
            released.because(),
            Because::Every(every),
            Because::LastReached(self.last_reached()),
        ];
        let ends = EndsBy::Day {
            on: last,
            provisional: false,
        };
        found.push(rule.asks(
            ObligationKind::AfterRelease,
            (since, since),
            state,
            ends,
            because,
        ));
    }
}

/// The last of so many days, the first among them.
pub(super) fn last_day(first: LocalDate, days: u32) -> LocalDate {
    first.plus_days(i64::from(days) - 1)
}

pub(super) fn over_after(last: LocalDate, today: LocalDate) -> Option<State> {
    (today > last).then_some(State::Over {
        on: last,
        by: Proof::Day,
    })
}
