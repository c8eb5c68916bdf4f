//! The way into treatment, staying there, the way back, and coming home.

use super::super::Period;
use super::super::facts::PersonFacts;
use super::super::tally::{Case, Found};
use super::{WINDOW_DAYS, of_person};
use crate::connection::{Standing, connection};
use crate::milestone::{Event, IntakeStatus};
use crate::time::LocalDate;
use std::collections::BTreeSet;

/// Days after a confirmed intake day within which going there counts as having gone to it.
const GRACE_DAYS: i64 = 30;

fn days<'a>(
    person: &'a PersonFacts,
    is: impl Fn(Event) -> bool + 'a,
) -> impl Iterator<Item = LocalDate> + 'a {
    let fitting = person.events.iter().filter(move |(event, _)| is(*event));
    fitting.map(|(_, on)| *on)
}

const fn is_first(event: Event) -> bool {
    matches!(event, Event::FirstAppointment | Event::BackInTreatment)
}

fn case(person: &PersonFacts, on: LocalDate, found: Found) -> Case {
    Case {
        on,
        subject: of_person(person.id),
        found,
        amount: None,
        tags: person.tags.clone(),
    }
}

/// Everybody once who came in during the period: out of a hospital, out of custody, or into the
/// program, whichever was first. Connected is who went to a first appointment from that day on.
pub(super) fn connected(people: &[PersonFacts], period: Period, today: LocalDate) -> Vec<Case> {
    let mut found = Vec::new();
    for person in people {
        let into = days(person, |event| {
            matches!(event, Event::Enrolled | Event::Released)
        });
        let into = into.chain(person.duty.discharges.iter().copied());
        let Some(came) = into.filter(|on| period.contains(*on) && *on <= today).min() else {
            continue;
        };
        let mut went = days(person, is_first);
        let is_connected = went.any(|on| came <= on && on <= today);
        let known = if is_connected { Found::Yes } else { Found::No };
        found.push(case(person, came, known));
    }
    found
}

/// Confirmed intakes whose day has passed; whether they went is not said where nobody wrote it down. Two of
/// one day, as two records of one person have them, are one.
pub(super) fn attended(people: &[PersonFacts], today: LocalDate) -> Vec<Case> {
    let mut found = Vec::new();
    for person in people {
        let intakes = person.duty.intakes.iter();
        let firm = intakes.filter(|intake| intake.statuses == [IntakeStatus::Confirmed]);
        let passed = firm.filter_map(|intake| intake.on).filter(|on| *on < today);
        for on in passed.collect::<BTreeSet<LocalDate>>() {
            let by = on.plus_days(GRACE_DAYS).min(today);
            let went = days(person, is_first).any(|day| on <= day && day <= by);
            let known = if went { Found::Yes } else { Found::NotSaid };
            found.push(case(person, on, known));
        }
    }
    found
}

/// One look for each first appointment, so many days later, unless another first appointment came
/// before that day.
pub(super) fn active(people: &[PersonFacts], after: u32, today: LocalDate) -> Vec<Case> {
    let mut found = Vec::new();
    for person in people {
        let mut firsts: Vec<LocalDate> = days(person, |event| event == Event::FirstAppointment)
            .filter(|on| *on <= today)
            .collect();
        firsts.sort_unstable();
        firsts.dedup();
        for (index, first) in firsts.iter().enumerate() {
            let next = firsts.get(index + 1);
            let of_this: Vec<(Event, LocalDate)> = person
                .events
                .iter()
                .filter(|(_, on)| next.is_none_or(|next| on < next))
                .copied()
                .collect();
            let looks = connection(&[], &[], &of_this, today).looks;
            let Some(look) = looks.into_iter().find(|look| look.after == after) else {
                continue;
            };
            if next.is_some_and(|next| *next <= look.on) || look.on < *first {
                continue;
            }
            let known = match look.standing {
                Standing::Ahead => continue,
                Standing::Active(_) => Found::Yes,
                Standing::Left(_) => Found::No,
                Standing::NotSaid => Found::NotSaid,
            };
            found.push(case(person, look.on, known));
        }
    }
    found
}

/// Each return to use, with the days until they were connected again; open ones have none.
pub(super) fn reconnection(people: &[PersonFacts], today: LocalDate) -> Vec<Case> {
    let mut found = Vec::new();
    for person in people {
        for one in connection(&[], &[], &person.events, today).returns {
            let back = one.reconnected.is_some();
            let mut of = case(person, one.on, if back { Found::Yes } else { Found::No });
            of.amount = back.then_some(one.days);
            found.push(of);
        }
    }
    found
}

/// Each release whose window has passed, and whether a return to custody was written down in it. A
/// release after another without a return between begins a window of its own.
pub(super) fn returns(people: &[PersonFacts], today: LocalDate) -> Vec<Case> {
    let mut found = Vec::new();
    for person in people {
        let mut released: Vec<_> = days(person, |event| event == Event::Released).collect();
        released.sort_unstable();
        released.dedup();
        for on in released {
            let end = on.plus_days(i64::from(WINDOW_DAYS));
            if today < end {
                continue;
            }
            let mut back = days(person, |event| event == Event::BackInCustody);
            let returned = back.any(|day| on <= day && day <= end);
            let known = if returned { Found::Yes } else { Found::No };
            found.push(case(person, on, known));
        }
    }
    found
}
