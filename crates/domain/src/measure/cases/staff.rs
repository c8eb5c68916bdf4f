//! The people who work here, and the sites that they serve.

use super::super::Period;
use super::super::facts::{
    Facts, Makes, ShiftFact, SiteFact, SoughtFact, SupervisionFact, Tags, WorkDay,
};
use super::super::tally::{Case, Found, Subject};
use super::ACTIVE_DAYS;
use crate::time::LocalDate;
use std::collections::BTreeMap;

/// Everybody's first training that makes them one; who is trained once more is nobody new.
pub(super) fn trained(facts: &Facts, makes: Makes) -> Option<Vec<Case>> {
    let mut first: BTreeMap<&str, Case> = BTreeMap::new();
    for one in facts
        .trainings
        .as_ref()?
        .iter()
        .filter(|one| one.makes == makes)
    {
        let case = Case {
            on: one.on,
            subject: Subject::Person(one.person.clone()),
            found: Found::Yes,
            amount: None,
            tags: one.tags.clone(),
        };
        let known = first.entry(&one.person).or_insert_with(|| case.clone());
        if one.on < known.on {
            *known = case;
        }
    }
    Some(first.into_values().collect())
}

pub(super) fn retention(facts: &Facts, period: Period, today: LocalDate) -> Option<Vec<Case>> {
    let end = period.last().min(today);
    let began = end.plus_days(1 - ACTIVE_DAYS);
    let work = facts.work.as_ref()?;
    let mut found = trained(facts, Makes::Coach)?;
    found.retain(|case| case.on <= end);
    for case in &mut found {
        case.on = end;
        let Subject::Person(person) = &case.subject else {
            continue;
        };
        let is_active = |day: &WorkDay| day.member == *person && began <= day.on && day.on <= end;
        case.found = yes(work.iter().any(is_active));
    }
    Some(found)
}

const fn yes(found: bool) -> Found {
    if found { Found::Yes } else { Found::No }
}

pub(super) fn shifts(facts: &Facts) -> Option<Vec<Case>> {
    let each = facts.shifts.as_ref()?.iter();
    let case = |one: &ShiftFact| Case {
        on: one.on,
        subject: Subject::Named(one.rota.clone()),
        found: yes(one.staffed),
        amount: None,
        tags: Tags::default(),
    };
    Some(each.map(case).collect())
}

pub(super) fn sought(facts: &Facts) -> Option<Vec<Case>> {
    let each = facts.sought.as_ref()?.iter();
    let case = |one: &SoughtFact| Case {
        on: one.on,
        subject: Subject::Named(one.who.clone()),
        found: yes(one.answered),
        amount: None,
        tags: Tags::default(),
    };
    Some(each.map(case).collect())
}

pub(super) fn supervision(facts: &Facts) -> Option<Vec<Case>> {
    let each = facts.supervision.as_ref()?.iter();
    let case = |one: &SupervisionFact| Case {
        on: one.on,
        subject: Subject::Person(one.member.clone()),
        found: yes(one.held),
        amount: None,
        tags: Tags {
            coach: one.coach.clone(),
            ..Tags::default()
        },
    };
    Some(each.map(case).collect())
}

/// Each site that there is at the end of the period, served or only planned.
pub(super) fn sites(facts: &Facts, period: Period, today: LocalDate) -> Vec<Case> {
    let end = period.last().min(today);
    let is_there = |site: &&SiteFact| site.until.is_none_or(|until| end <= until);
    let sites = facts.sites.iter().filter(is_there);
    sites
        .map(|site| Case {
            on: end,
            subject: Subject::Site(site.name.clone()),
            found: yes(site.from.is_some_and(|from| from <= end)),
            amount: None,
            tags: site.tags.clone(),
        })
        .collect()
}
