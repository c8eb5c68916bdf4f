//! The facts of what is owed, gathered from rows.

use std::collections::{HashMap, HashSet};

use handrail_domain::duty::{Duty, DutyFacts, IntakeFact, duty, duty_at};
use handrail_domain::obligation::{
    EventFact, Exit, Facts, Obligation, ObligationKind, Quiet, QuietFacts, Rules, exit, obligations,
};
use handrail_domain::{
    EncounterKind, Event, IntakeStatus, LocalDate, Now, Outcome, RecordId, Timestamp, time,
};
use handrail_protocol::DocumentId;
use handrail_store::{ContactDay, MilestoneRow, ParticipantRow, Read, StoreError};

use crate::api::EngineError;
use crate::caseload::projection::{TIE, is_for_lists};
use crate::convert::domain_member;
use crate::open::Open;
use crate::ties::Persons;

/// Missed groups are looked for this many days back.
const GROUP_DAYS: i64 = 30;

/// The duties of many participants on one day. Who has several records is one person: what stands
/// in one of them counts for all.
pub struct Duties {
    day: LocalDate,
    facts: HashMap<DocumentId, Facts>,
    persons: Persons,
}

impl Duties {
    /// Of all participants.
    pub fn of_all(open: &Open, day: LocalDate) -> Result<Self, EngineError> {
        let read = open.store.read();
        let mut gathered: HashMap<DocumentId, Gathered> = HashMap::new();
        let mut first = day.plus_days(-GROUP_DAYS).to_string();
        let mut ties = Vec::new();
        for milestone in read.all_milestones()? {
            if milestone.kind == TIE {
                ties.push(milestone);
                continue;
            }
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
        let mut duties = Self {
            day,
            facts: gathered.into_iter().map(whole).collect(),
            persons: Persons::of(open, &ties)?,
        };
        duties.bring_together();
        Ok(duties)
    }

    /// Of these participants.
    pub fn of(
        open: &Open,
        participants: impl Iterator<Item = DocumentId>,
        day: LocalDate,
    ) -> Result<Self, EngineError> {
        let read = open.store.read();
        let mut facts = HashMap::new();
        let mut is_tied = false;
        for participant in participants {
            let (of, tied) = facts_of(&read, &participant, day)?;
            is_tied |= tied;
            facts.insert(participant, of);
        }
        let mut persons = Persons::default();
        if is_tied {
            persons = Persons::of(open, &read.milestones_of_kind(TIE)?)?;
            let asked: HashSet<DocumentId> =
                facts.keys().map(|record| persons.person(*record)).collect();
            for (record, person) in persons.records() {
                if asked.contains(&person) && !facts.contains_key(&record) {
                    facts.insert(record, facts_of(&read, &record, day)?.0);
                }
            }
        }
        let mut duties = Self {
            day,
            facts,
            persons,
        };
        duties.bring_together();
        Ok(duties)
    }

    /// Gives every record what the others of the same person say; what was put off is put off in
    /// its own record alone.
    fn bring_together(&mut self) {
        let mut of_persons: HashMap<DocumentId, Facts> = HashMap::new();
        for (record, person) in self.persons.records() {
            if let Some(facts) = self.facts.get(&record) {
                of_persons.entry(person).or_default().merge(facts);
            }
        }
        for (record, person) in self.persons.records() {
            if let (Some(facts), Some(all)) = (self.facts.get_mut(&record), of_persons.get(&person))
            {
                let quiet = std::mem::take(&mut facts.quiet);
                *facts = Facts {
                    quiet,
                    ..all.clone()
                };
            }
        }
    }

    /// The person of a record, by the first of their records.
    pub fn person(&self, record: DocumentId) -> DocumentId {
        self.persons.person(record)
    }

    /// The same on another day.
    pub fn set_day(&mut self, day: LocalDate) {
        self.day = day;
    }

    /// The facts of one participant; `None` where no day of theirs matters.
    pub fn facts(&self, participant: &DocumentId) -> Option<&Facts> {
        self.facts.get(participant)
    }

    /// The duties of daily contact towards all, as they stood on that day, one for each person and with
    /// the record that stands for them.
    pub fn all(&self) -> impl Iterator<Item = (DocumentId, Duty)> {
        let mut seen = HashSet::new();
        self.facts.iter().filter_map(move |(record, facts)| {
            let person = self.person(*record);
            let is_new = seen.insert(person);
            is_new.then(|| (person, self.daily(facts, duty_at)))
        })
    }

    fn daily(&self, facts: &Facts, duty: fn(&DutyFacts, LocalDate) -> Duty) -> Duty {
        match facts.said_no(self.day) {
            Some(_) => Duty::NotStarted,
            None => duty(&facts.duty, self.day),
        }
    }

    /// The duty of daily contact towards one participant.
    pub fn towards(&self, participant: &DocumentId) -> Duty {
        self.facts
            .get(participant)
            .map_or(Duty::NotStarted, |facts| self.daily(facts, duty))
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

/// Everything that is owed to one participant, worked out from rows, with the duties and the rules
/// that it comes from.
pub fn owed_to(
    open: &Open,
    row: &ParticipantRow,
    now: Now,
) -> Result<(Vec<Obligation>, Duties, Rules), EngineError> {
    let day = now.local_date();
    let duties = Duties::of(open, std::iter::once(row.participant), day)?;
    let rules = open.programs.rules(&row.program, day)?;
    let owed = duties.obligations(row, &rules, now.offset_minutes);
    Ok((owed, duties, rules))
}

impl Duties {
    /// The day on which somebody said no before they were in any program.
    pub fn said_no(&self, participant: &DocumentId) -> Option<LocalDate> {
        self.facts.get(participant)?.said_no(self.day)
    }

    /// Whether something happened to somebody, at any time.
    pub fn has(&self, participant: &DocumentId, event: Event) -> bool {
        let known = self.facts.get(participant);
        known.is_some_and(|facts| facts.events.iter().any(|fact| fact.event == event))
    }

    /// What should be there before contact after a birth ends, by the rules that hold.
    pub fn exit(&self, participant: &DocumentId, rules: &Rules) -> Option<Exit> {
        let facts = self.facts.get(participant)?;
        let mut events = facts.events.iter();
        let is_known = events.any(|fact| matches!(fact.event, Event::Birth | Event::DueDate));
        is_known.then(|| exit(facts, rules, self.day)).flatten()
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

/// What rows say of one participant, and whether they belong together with another.
fn facts_of(
    read: &Read<'_>,
    participant: &DocumentId,
    day: LocalDate,
) -> Result<(Facts, bool), StoreError> {
    let mut gathered = Gathered::default();
    let mut first = day.plus_days(-GROUP_DAYS).to_string();
    let mut is_tied = false;
    let known = read.milestones(participant)?;
    for milestone in known.iter().filter(|row| row.voided_at.is_none()) {
        is_tied |= milestone.kind == TIE;
        if !is_for_lists(&milestone.kind) {
            note_first(&mut first, milestone);
            gathered.add(milestone);
        }
    }
    let mut facts = gathered.whole();
    for contact in read.contact_days_of(participant, &first)? {
        add_contact(&mut facts, &contact);
    }
    Ok((facts, is_tied))
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
