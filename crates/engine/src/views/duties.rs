//! The facts of the standing duty (S0-6), gathered from rows.

use std::collections::HashMap;

use handrail_domain::duty::{ContactFact, Duty, DutyFacts, IntakeFact, duty};
use handrail_domain::{IntakeStatus, LocalDate, Outcome};
use handrail_protocol::DocumentId;
use handrail_store::{ContactDay, MilestoneRow, Read, StoreError};

/// The duties of many participants on one day.
pub struct Duties {
    day: LocalDate,
    facts: HashMap<DocumentId, DutyFacts>,
}

impl Duties {
    /// Of all participants.
    pub fn of_all(read: &Read<'_>, day: LocalDate) -> Result<Self, StoreError> {
        let mut facts: HashMap<DocumentId, DutyFacts> = HashMap::new();
        let mut first: Option<String> = None;
        for milestone in read.all_milestones()? {
            note_first(&mut first, &milestone);
            add_milestone(facts.entry(milestone.participant).or_default(), &milestone);
        }
        if let Some(first) = first {
            for contact in read.contact_days(&first)? {
                if let Some(facts) = facts.get_mut(&contact.participant) {
                    add_contact(facts, &contact);
                }
            }
        }
        Ok(Self { day, facts })
    }

    /// Of these participants. Only those with a discharge owe their contacts being read.
    pub fn of(
        read: &Read<'_>,
        participants: impl Iterator<Item = DocumentId>,
        day: LocalDate,
    ) -> Result<Self, StoreError> {
        let mut all = HashMap::new();
        for participant in participants {
            let facts = facts_of(read, &participant)?;
            if !facts.discharges.is_empty() || !facts.intakes.is_empty() {
                all.insert(participant, facts);
            }
        }
        Ok(Self { day, facts: all })
    }

    /// Of one participant.
    pub fn of_one(
        read: &Read<'_>,
        participant: &DocumentId,
        day: LocalDate,
    ) -> Result<Self, StoreError> {
        let facts = facts_of(read, participant)?;
        Ok(Self {
            day,
            facts: HashMap::from([(*participant, facts)]),
        })
    }

    /// The duty towards one participant.
    pub fn towards(&self, participant: &DocumentId) -> Duty {
        self.facts
            .get(participant)
            .map_or(Duty::NotStarted, |facts| duty(facts, self.day))
    }
}

fn facts_of(read: &Read<'_>, participant: &DocumentId) -> Result<DutyFacts, StoreError> {
    let mut facts = DutyFacts::default();
    let mut first: Option<String> = None;
    for milestone in read
        .milestones(participant)?
        .iter()
        .filter(|m| m.voided_at.is_none())
    {
        note_first(&mut first, milestone);
        add_milestone(&mut facts, milestone);
    }
    if let Some(first) = first {
        for contact in read.contact_days_of(participant, &first)? {
            add_contact(&mut facts, &contact);
        }
    }
    Ok(facts)
}

/// Contacts count from the first discharge on.
fn note_first(first: &mut Option<String>, milestone: &MilestoneRow) {
    if milestone.kind == "discharge"
        && first
            .as_ref()
            .is_none_or(|known| Some(known) > milestone.on_date.as_ref())
    {
        first.clone_from(&milestone.on_date);
    }
}

fn add_milestone(facts: &mut DutyFacts, row: &MilestoneRow) {
    let on = row.on_date.as_deref().and_then(day);
    if row.kind == "discharge" {
        facts.discharges.extend(on);
        return;
    }
    let Some(status) = row.status.as_deref().and_then(IntakeStatus::from_code) else {
        return;
    };
    let Some(status_day) = row.status_day.as_deref().and_then(day) else {
        return;
    };
    let mut statuses = vec![status];
    if row.statuses_disagree {
        // Which other status it is does not matter: any disagreement keeps the duty.
        statuses.extend(IntakeStatus::ALL.into_iter().find(|other| *other != status));
    }
    facts.intakes.push(IntakeFact {
        statuses,
        on,
        status_day,
        reopened_day: row.reopened_day.as_deref().and_then(day),
    });
}

fn add_contact(facts: &mut DutyFacts, contact: &ContactDay) {
    let reached = Outcome::from_code(&contact.outcome).is_some_and(Outcome::person_was_reached);
    facts
        .contacts
        .extend(day(&contact.local_date).map(|day| ContactFact { day, reached }));
}

fn day(text: &str) -> Option<LocalDate> {
    LocalDate::parse(text).ok()
}
