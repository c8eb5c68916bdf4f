//! What obligations are worked out from.

use super::quiet::{Quiet, QuietFacts};
use crate::duty::{ContactFact, DutyFacts};
use crate::encounter::{EncounterFacts, EncounterKind};
use crate::id::RecordId;
use crate::milestone::{Event, Milestone, Step};
use crate::time::LocalDate;
use serde::{Deserialize, Serialize};

/// What is known of a participant. Records that were taken back are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// Discharges, intakes and contacts.
    pub duty: DutyFacts,
    /// Every other milestone.
    pub events: Vec<EventFact>,
    /// Days of groups that were missed.
    pub missed_groups: Vec<LocalDate>,
    /// What was put off, and whether the participant was muted.
    pub quiet: QuietFacts,
    /// The first day of the record.
    pub begun: Option<LocalDate>,
}

/// One milestone, for obligations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EventFact {
    /// The day.
    pub on: LocalDate,
    /// The local day on which it was last said.
    pub said: LocalDate,
    /// What it stands for.
    pub event: Event,
    /// Its record, where it is known.
    pub record: Option<RecordId>,
}

impl Facts {
    /// From milestones, those taken back left out, and what was put off.
    pub fn new(milestones: &[Milestone], quiet: &[Quiet], begun: Option<LocalDate>) -> Self {
        let events = milestones
            .iter()
            .filter(|milestone| milestone.void.is_none())
            .filter_map(|milestone| match milestone.facts.step {
                Step::Dated { event, on } => Some(EventFact {
                    on,
                    said: milestone.status_day,
                    event,
                    record: Some(milestone.id),
                }),
                Step::Discharge { .. } | Step::Intake { .. } => None,
            });
        Self {
            duty: DutyFacts::new(milestones, Vec::new()),
            events: events.collect(),
            missed_groups: Vec::new(),
            quiet: QuietFacts::new(quiet),
            begun,
        }
    }

    /// The day on which they said no before they were in any program, where nothing began since:
    /// nothing is owed to them.
    pub fn said_no(&self, today: LocalDate) -> Option<LocalDate> {
        let events = self.events.iter().map(|fact| (fact.event, fact.on));
        said_no(&events, &self.duty.discharges, today)
    }

    /// Adds what is known of the same person out of another record of theirs.
    pub fn merge(&mut self, other: &Self) {
        self.duty.discharges.extend(&other.duty.discharges);
        self.duty.intakes.extend(other.duty.intakes.iter().cloned());
        self.duty.contacts.extend(&other.duty.contacts);
        self.events.extend(&other.events);
        self.missed_groups.extend(&other.missed_groups);
        self.begun = self.begun.into_iter().chain(other.begun).min();
    }

    /// Adds a contact that was not taken back.
    pub fn add_contact(&mut self, facts: &EncounterFacts) {
        self.add_contact_day(facts.day(), facts.outcome.person_was_reached(), facts.kind);
    }

    /// Adds a contact by its day.
    pub fn add_contact_day(&mut self, day: LocalDate, reached: bool, kind: EncounterKind) {
        self.duty.contacts.push(ContactFact { day, reached });
        if kind == EncounterKind::Group && !reached {
            self.missed_groups.push(day);
        }
    }
}

/// As [`Facts::said_no`], of other events and days of discharge.
pub fn said_no(
    events: &(impl Iterator<Item = (Event, LocalDate)> + Clone),
    discharges: &[LocalDate],
    today: LocalDate,
) -> Option<LocalDate> {
    let days = |event: Event| {
        let all = events.clone().filter(move |(known, _)| *known == event);
        all.map(|(_, on)| on).filter(move |on| *on <= today)
    };
    let said = days(Event::SaidNo).max()?;
    let since = |on: &LocalDate| *on > said && *on <= today;
    let began = days(Event::Overdose).any(|on| since(&on))
        || discharges.iter().any(since)
        || days(Event::Enrolled).next().is_some();
    (!began).then_some(said)
}
