//! How soon and how reliably coaches answer: daily contact, first contacts, call-outs.

use super::super::Period;
use super::super::facts::{CallOutFact, PersonFacts, Tags, WorkDay};
use super::super::tally::{Case, Found, Subject};
use super::of_person;
use crate::call_out::{Answer, CallOutStep};
use crate::duty::kept_at;
use crate::milestone::Event;
use crate::obligation::said_no;
use crate::time::LocalDate;
use std::collections::{BTreeMap, BTreeSet};

/// Calendar days after the one of an overdose that 72 hours reach into.
const ATTEMPT_DAYS: i64 = 3;

/// Each day that is over on which somebody was owed a daily contact.
pub(super) fn kept(people: &[PersonFacts], period: Period, today: LocalDate) -> Vec<Case> {
    let mut found = Vec::new();
    for person in people {
        let Some(first) = person.duty.discharges.iter().min() else {
            continue;
        };
        let mut day = period.first().max(*first);
        while day <= period.last() && day < today {
            let events = person.events.iter().copied();
            // Nothing is owed to who said no.
            if said_no(&events, &person.duty.discharges, day).is_none()
                && let Some(kept) = kept_at(&person.duty, day)
            {
                let known = if kept { Found::Yes } else { Found::No };
                found.push(of_day(person, day, known, None));
            }
            day = day.plus_days(1);
        }
    }
    found
}

/// Each discharge, with the days until the person was first reached.
pub(super) fn first_contact(people: &[PersonFacts], today: LocalDate) -> Vec<Case> {
    let mut found = Vec::new();
    for person in people {
        let discharges: BTreeSet<_> = person.duty.discharges.iter().copied().collect();
        for on in &discharges {
            let reached = person.contacts.iter().filter(|contact| contact.reached);
            let first = reached
                .map(|contact| contact.on)
                .filter(|day| on <= day && *day <= today)
                .min();
            // What came after the next discharge answers that one.
            let next = discharges.range(on.plus_days(1)..).next();
            let first = first.filter(|day| next.is_none_or(|next| day < next));
            let amount = first.and_then(|day| u32::try_from(day.days_since(*on)).ok());
            let known = if first.is_some() {
                Found::Yes
            } else {
                Found::No
            };
            found.push(of_day(person, *on, known, amount));
        }
    }
    found
}

/// Each overdose, and whether somebody tried to reach the person on that day or the three after it.
/// One that is not three days past is left out unless somebody did. What two records of one person, or two
/// coaches, say of one day is one overdose; a contact on a day that has not come is none.
pub(super) fn attempts(people: &[PersonFacts], today: LocalDate) -> Vec<Case> {
    let mut found = Vec::new();
    for person in people {
        let overdoses = person.events.iter();
        let overdoses = overdoses.filter(|(event, _)| *event == Event::Overdose);
        let overdoses: BTreeSet<LocalDate> = overdoses.map(|(_, on)| *on).collect();
        for on in &overdoses {
            let by = on.plus_days(ATTEMPT_DAYS).min(today);
            let mut contacts = person.contacts.iter();
            let tried = contacts.any(|contact| *on <= contact.on && contact.on <= by);
            if tried || on.plus_days(ATTEMPT_DAYS) < today {
                let known = if tried { Found::Yes } else { Found::No };
                found.push(of_day(person, *on, known, None));
            }
        }
    }
    found
}

/// Each call for a coach.
pub(super) fn calls(call_outs: &[CallOutFact]) -> Vec<Case> {
    each(call_outs, |_| Some((Found::Yes, None)))
}

/// Each call that is over, and whether nobody came to it.
pub(super) fn unmet(call_outs: &[CallOutFact]) -> Vec<Case> {
    each(call_outs, |fact| {
        let came = fact.call_out.step(CallOutStep::Arrived).is_some();
        let known = match fact.call_out.answer {
            Some(Answer::NotMet) if !came => Found::Yes,
            None if !came => return None,
            _ => Found::No,
        };
        Some((known, None))
    })
}

/// Each member with a contact in the period, by the first day of theirs in it.
pub(super) fn at_work(work: &[WorkDay], period: Period) -> Vec<Case> {
    let mut first: BTreeMap<&str, LocalDate> = BTreeMap::new();
    for day in work.iter().filter(|day| period.contains(day.on)) {
        let known = first.entry(&day.member).or_insert(day.on);
        *known = day.on.min(*known);
    }
    let each = first.into_iter();
    each.map(|(member, on)| Case {
        on,
        subject: Subject::Person(member.to_owned()),
        found: Found::Yes,
        amount: None,
        tags: Tags::default(),
    })
    .collect()
}

/// Each call with the minutes until a coach took it, or stood at the bedside.
pub(super) fn minutes(call_outs: &[CallOutFact], bedside: bool) -> Vec<Case> {
    each(call_outs, |fact| {
        let minutes = if bedside {
            fact.call_out.response_minutes()
        } else {
            fact.call_out
                .minutes(CallOutStep::Called, CallOutStep::Accepted)
        };
        let known = if minutes.is_some() {
            Found::Yes
        } else {
            Found::NotSaid
        };
        Some((known, minutes))
    })
}

/// Each offer that was made, and whether it was accepted; one who may be called later has not answered.
pub(super) fn offers(call_outs: &[CallOutFact]) -> Vec<Case> {
    each(call_outs, |fact| {
        let offered = fact.call_out.step(CallOutStep::Offered).is_some();
        let known = match fact.call_out.answer {
            Some(Answer::Accepted) => Found::Yes,
            Some(Answer::NotMet | Answer::LeftEarly) => return None,
            _ if !offered => return None,
            Some(Answer::CallBack) | None => Found::NotSaid,
            Some(_) => Found::No,
        };
        Some((known, None))
    })
}

fn each(
    call_outs: &[CallOutFact],
    look: impl Fn(&CallOutFact) -> Option<(Found, Option<u32>)>,
) -> Vec<Case> {
    let standing = call_outs.iter().filter(|fact| !fact.call_out.taken_back);
    standing
        .filter_map(|fact| {
            let (found, amount) = look(fact)?;
            Some(Case {
                on: fact.on,
                subject: Subject::CallOut(fact.call_out.id),
                found,
                amount,
                tags: fact.tags.clone(),
            })
        })
        .collect()
}

fn of_day(person: &PersonFacts, on: LocalDate, found: Found, amount: Option<u32>) -> Case {
    Case {
        on,
        subject: of_person(person.id),
        found,
        amount,
        tags: person.tags.clone(),
    }
}
