//! How people live half a year after they came in.

use super::super::facts::PersonFacts;
use super::super::tally::{Case, Found};
use super::of_person;
use crate::half_year::{Aspect, AspectState, half_years};
use crate::time::LocalDate;

/// Each time that somebody came in and six months have passed since, by the day six months later. What
/// nobody wrote down is not said, and neither is a day of which both was written.
pub(super) fn after_six_months(
    people: &[PersonFacts],
    aspect: Aspect,
    today: LocalDate,
) -> Vec<Case> {
    let mut found = Vec::new();
    for person in people {
        for one in half_years(&person.duty.discharges, &person.events, today) {
            if today < one.on {
                continue;
            }
            found.push(Case {
                on: one.on,
                subject: of_person(person.id),
                found: match one.of(aspect) {
                    AspectState::Yes(_) => Found::Yes,
                    AspectState::No(_) => Found::No,
                    AspectState::Both(_) | AspectState::NotSaid => Found::NotSaid,
                },
                amount: None,
                tags: person.tags.clone(),
            });
        }
    }
    found
}
