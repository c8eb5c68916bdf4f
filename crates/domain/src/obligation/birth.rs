//! Pregnancy, and the months after the birth (S0-18, S0-19).

use super::exit::{EXIT, Exit};
use super::facts::EventFact;
use super::release::over_after;
use super::rules::Rule;
use super::sheet::Sheet;
use super::{Because, EndsBy, Obligation, ObligationKind, State};
use crate::milestone::Event;
use crate::time::LocalDate;

/// A birth and a due date that lie so many days apart belong to two pregnancies.
const TWO_PREGNANCIES: i64 = 200;

/// One pregnancy, as far as it is known.
struct Pregnancy<'a> {
    due: Option<&'a EventFact>,
    birth: Option<&'a EventFact>,
}

impl Sheet<'_> {
    /// Contact until so many calendar months after the birth: after the due date while there is no
    /// birth, and reckoned anew when there is. A due date without a birth ends by itself and asks
    /// nobody what became of it.
    pub(super) fn perinatal(
        &self,
        rule: &Rule,
        every: u32,
        months: u32,
        lead: u32,
        found: &mut Vec<Obligation>,
    ) {
        let pregnancy = self.pregnancy();
        let Some((child, since)) = self.since_known(&pregnancy) else {
            return;
        };
        let last = child.on.plus_months(months);
        let ends = EndsBy::Day {
            on: last,
            provisional: pregnancy.birth.is_none(),
        };
        let over = self
            .ended(since, &[])
            .or_else(|| over_after(last, self.today));
        let state = over.unwrap_or_else(|| self.paced(since, every, true));
        let because = vec![
            child.because(),
            Because::Every(every),
            Because::LastReached(self.last_reached()),
        ];
        found.push(rule.asks(
            ObligationKind::Perinatal,
            (since, since),
            state,
            ends,
            because,
        ));
        self.hand_off(rule, (since, last), lead, &pregnancy, found);
    }

    /// Shown some time before the last day, owed from that day on until it is written down.
    fn hand_off(
        &self,
        rule: &Rule,
        (began, last): (LocalDate, LocalDate),
        lead: u32,
        pregnancy: &Pregnancy<'_>,
        found: &mut Vec<Obligation>,
    ) {
        let since = last.plus_days(-i64::from(lead));
        let Some(child) = pregnancy.birth.or(pregnancy.due) else {
            return;
        };
        if since > self.today || (pregnancy.birth.is_none() && last < self.today) {
            return;
        }
        let open = if self.today < last {
            State::Ahead { on: last }
        } else {
            self.owed(last)
        };
        let state = self.ended(began, &[Event::HandedOff]).unwrap_or(open);
        let mut because = vec![Because::NotHandedOff];
        because.extend(self.not_yet(began).map(Because::NotYet));
        because.push(child.because());
        let days = (began, since);
        found.push(rule.asks(
            ObligationKind::HandOff,
            days,
            state,
            EndsBy::HandOff,
            because,
        ));
    }

    /// The child, and the day since which it is known of.
    fn since_known<'a>(&self, pregnancy: &Pregnancy<'a>) -> Option<(&'a EventFact, LocalDate)> {
        let child = pregnancy.birth.or(pregnancy.due)?;
        let said = pregnancy.due.map(|due| due.said.min(self.today));
        let born = pregnancy.birth.map(|birth| birth.on);
        let since = said.into_iter().chain(born).min()?;
        Some((child, since))
    }

    /// What should be there before contact ends that is `months` long after the birth.
    pub(super) fn exit(&self, months: u32) -> Option<Exit> {
        let pregnancy = self.pregnancy();
        let (child, since) = self.since_known(&pregnancy)?;
        let last = child.on.plus_months(months);
        let done: Vec<_> = EXIT
            .iter()
            .map(|event| (*event, self.first_since(*event, since).copied()))
            .collect();
        let over = self.ended(since, &[]).is_some() || last < self.today;
        let begun = done.iter().any(|(_, fact)| fact.is_some());
        (!over || begun).then_some(Exit {
            last,
            provisional: pregnancy.birth.is_none(),
            done,
        })
    }

    /// What besides the hand-off is not written down so far.
    fn not_yet(&self, since: LocalDate) -> impl Iterator<Item = Event> {
        let others = EXIT
            .iter()
            .copied()
            .filter(|event| *event != Event::HandedOff);
        others.filter(move |event| self.first_since(*event, since).is_none())
    }

    /// The latest pregnancy that is known of.
    fn pregnancy(&self) -> Pregnancy<'_> {
        let due = self.last_said(Event::DueDate);
        let birth = self.latest(Event::Birth);
        match (due, birth) {
            (Some(expected), Some(born)) => {
                let apart = expected.on.days_since(born.on);
                if apart >= TWO_PREGNANCIES {
                    Pregnancy { due, birth: None }
                } else if apart <= -TWO_PREGNANCIES {
                    Pregnancy { due: None, birth }
                } else {
                    Pregnancy { due, birth }
                }
            }
            _ => Pregnancy { due, birth },
        }
    }
}
