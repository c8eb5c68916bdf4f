//! The facts of what is owed, gathered from rows.

use std::collections::HashMap;

use handrail_domain::duty::{Duty, IntakeFact, duty};
use handrail_domain::obligation::{
    EventFact, Facts, Obligation, ObligationKind, Quiet, QuietFacts, Rules, obligations,
};
use handrail_domain::{
    EncounterKind, Event, IntakeStatus, LocalDate, Outcome, RecordId, Timestamp, time,
};
use handrail_protocol::DocumentId;
use handrail_store::{ContactDay, MilestoneRow, ParticipantRow, Read, StoreError};

use crate::caseload::projection::is_for_lists;
use crate::convert::domain_member;

/// Missed groups are looked for this many days back.
const GROUP_DAYS: i64 = 30;

/// The duties of many participants on one day.
pub struct Duties {
    day: LocalDate,
    facts: HashMap<DocumentId, Facts>,
}

impl Duties {
    /// Of all participants.
    pub fn of_all(read: &Read<'_>, day: LocalDate) -> Result<Self, StoreError> {
        let mut gathered: HashMap<DocumentId, Gathered> = HashMap::new();
        let mut first = day.plus_days(-GROUP_DAYS).to_string();
        for milestone in read.all_milestones()? {
            if is_for_lists(&milestone.kind) {
                continue;
            }
            note_first(&mut first, &milestone);
            let participant = milestone.participant;
            gathered.entry(participant).or_default().add(&milestone);
        }
        for contact in read.contact_days(&first)? {
            let facts = &mut gathered.entry(contact.participant).or_default().facts;
            add_contact(facts, &contact);
        }
        let whole =
            |(participant, gathered): (DocumentId, Gathered)| (participant, gathered.whole());
        Ok(Self {
            day,
            facts: gathered.into_iter().map(whole).collect(),
        })
    }

    /// Of these participants.
    pub fn of(
        read: &Read<'_>,
        participants: impl Iterator<Item = DocumentId>,
        day: LocalDate,
    ) -> Result<Self, StoreError> {
        let mut facts = HashMap::new();
        for participant in participants {
            facts.insert(participant, facts_of(read, &participant, day)?);
        }
        Ok(Self { day, facts })
    }

    /// The same on another day.
    pub fn set_day(&mut self, day: LocalDate) {
        self.day = day;
    }

    /// The duties of daily contact towards all.
    pub fn all(&self) -> impl Iterator<Item = Duty> {
        self.facts.values().map(|facts| duty(&facts.duty, self.day))
    }

    /// The duty of daily contact towards one participant.
    pub fn towards(&self, participant: &DocumentId) -> Duty {
        self.facts
            .get(participant)
            .map_or(Duty::NotStarted, |facts| duty(&facts.duty, self.day))
    }

    /// Everything that is owed to a participant, by the rules that hold for them, where local time
    /// is `offset_minutes` ahead of UTC.
    pub fn obligations(
        &self,
        row: &ParticipantRow,
        rules: &Rules,
        offset_minutes: i32,
    ) -> Vec<Obligation> {
        let mut facts = self
            .facts
            .get(&row.participant)
            .cloned()
            .unwrap_or_default();
        let day_of = |at: i64| time::local_date(Timestamp::from_millis(at), offset_minutes);
        facts.begun = Some(day_of(row.created_at));
        // Contacts long before the first milestone are not read; the last of them still counts.
        if !facts.duty.contacts.iter().any(|contact| contact.reached)
            && let Some(at) = row.last_reached_at
        {
            facts.add_contact_day(day_of(at), true, EncounterKind::Other);
        }
        obligations(&facts, rules, self.day)
    }
}

/// Facts while they are gathered.
#[derive(Default)]
struct Gathered {
    facts: Facts,
    quiet: Vec<Quiet>,
}

impl Gathered {
    fn add(&mut self, row: &MilestoneRow) {
        let on = row.on_date.as_deref().and_then(day);
        if row.kind == "discharge" {
            self.facts.duty.discharges.extend(on);
        } else if let Some(event) = Event::from_code(&row.kind) {
            self.facts.events.extend(on.map(|on| EventFact {
                on,
                said: row.status_day.as_deref().and_then(day).unwrap_or(on),
                event,
                record: row.id.parse().ok(),
            }));
        } else if let Some(quiet) = quiet(row) {
            self.quiet.push(quiet);
        } else {
            self.facts.duty.intakes.extend(intake(row, on));
        }
    }

    fn whole(self) -> Facts {
        let mut facts = self.facts;
        facts.quiet = QuietFacts::new(&self.quiet);
        facts
    }
}

fn facts_of(
    read: &Read<'_>,
    participant: &DocumentId,
    day: LocalDate,
) -> Result<Facts, StoreError> {
    let mut gathered = Gathered::default();
    let mut first = day.plus_days(-GROUP_DAYS).to_string();
    for milestone in read
        .milestones(participant)?
        .iter()
        .filter(|m| m.voided_at.is_none() && !is_for_lists(&m.kind))
    {
        note_first(&mut first, milestone);
        gathered.add(milestone);
    }
    let mut facts = gathered.whole();
    for contact in read.contact_days_of(participant, &first)? {
        add_contact(&mut facts, &contact);
    }
    Ok(facts)
}

/// Contacts count from the first day that anything is said of.
fn note_first(first: &mut String, milestone: &MilestoneRow) {
    for day in [&milestone.on_date, &milestone.status_day]
        .into_iter()
        .flatten()
    {
        if *day < *first {
            first.clone_from(day);
        }
    }
}

fn intake(row: &MilestoneRow, on: Option<LocalDate>) -> Option<IntakeFact> {
    let status = row.status.as_deref().and_then(IntakeStatus::from_code)?;
    let mut statuses = vec![status];
    if row.statuses_disagree {
        // Which other status it is does not matter: any disagreement keeps the duty.
        statuses.extend(IntakeStatus::ALL.into_iter().find(|other| *other != status));
    }
    Some(IntakeFact {
        statuses,
        on,
        status_day: row.status_day.as_deref().and_then(day)?,
        reopened_day: row.reopened_day.as_deref().and_then(day),
    })
}

/// What was put off, as [`crate::caseload::projection::quiet_row`] keeps it.
fn quiet(row: &MilestoneRow) -> Option<Quiet> {
    let of = match row.kind.as_str() {
        "snoozed" => {
            let kind = ObligationKind::from_code(row.status.as_deref()?)?;
            Some((kind, day(row.reopened_day.as_deref()?)?))
        }
        "muted" => None,
        _ => return None,
    };
    let id: RecordId = row.id.parse().ok()?;
    Some(Quiet {
        id,
        of,
        until: row.on_date.as_deref().and_then(day),
        reason: row.place.clone(),
        said: day(row.status_day.as_deref()?)?,
        recorded_at: Timestamp::from_millis(row.recorded_at),
        by: Some(domain_member(row.author_member)),
        void: None,
    })
}

fn add_contact(facts: &mut Facts, contact: &ContactDay) {
    let reached = Outcome::from_code(&contact.outcome).is_some_and(Outcome::person_was_reached);
    let kind = EncounterKind::from_code(&contact.kind).unwrap_or(EncounterKind::Other);
    if let Some(day) = day(&contact.local_date) {
        facts.add_contact_day(day, reached, kind);
    }
}

fn day(text: &str) -> Option<LocalDate> {
    LocalDate::parse(text).ok()
}
