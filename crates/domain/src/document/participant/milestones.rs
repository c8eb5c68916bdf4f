//! Milestones in the document.

use super::super::value::{Fields, versions};
use super::super::{CommandError, FieldValue, ParticipantDocument, RecordRef, Touched, Written};
use super::entries::{recorded, recorded_at, recorded_by};
use super::void;
use crate::duty::{ContactFact, DutyFacts};
use crate::id::{MemberId, RecordId};
use crate::milestone::{Event, IntakeStatus, Milestone, MilestoneFacts, Step};
use crate::quantity::check_length;
use crate::record::TEXT_LIMIT;
use crate::time::{LocalDate, Now, local_date};
use automerge::ObjId;

const KIND: &str = "kind";
const ON: &str = "on";
const STATUS: &str = "status";
const STATUS_DAY: &str = "status_day";
const REOPENED_DAY: &str = "reopened_day";
const PLACE: &str = "place";

impl ParticipantDocument {
    /// One milestone.
    pub fn milestone(&self, id: RecordId) -> Option<Milestone> {
        let object = self.object(&RecordRef::Milestone(id))?;
        self.read_milestone(id, &object)
    }

    /// Every milestone in the order in which they were written down; ones taken back too.
    pub fn milestones(&self) -> Vec<Milestone> {
        self.objects_among_milestones(|id, object| self.read_milestone(id, object))
    }

    /// What the duty of daily contact is worked out from (S0-6).
    pub fn duty_facts(&self) -> DutyFacts {
        let contacts = self
            .encounters()
            .into_iter()
            .filter(|encounter| encounter.void.is_none());
        let contacts = contacts
            .map(|encounter| ContactFact::of(&encounter.facts))
            .collect();
        DutyFacts::new(&self.milestones(), contacts)
    }

    pub(super) fn record_milestone(
        &mut self,
        id: RecordId,
        facts: &MilestoneFacts,
        by: MemberId,
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        let at = self.free_place(id)?;
        let place = facts.place.trim();
        check_length(place, TEXT_LIMIT)?;
        let text = |text: &str| FieldValue::Text(text.to_owned());
        let mut fields = vec![
            (KIND, text(facts.step.code())),
            (ON, day(facts.step.on())),
            (
                PLACE,
                FieldValue::optional_text(Some(place).filter(|place| !place.is_empty())),
            ),
        ];
        fields.extend(recorded(by, now));
        if let Step::Intake { status, on } = facts.step {
            check_status(status, on)?;
            fields.push((STATUS, text(status.code())));
            fields.push((STATUS_DAY, day(Some(now.local_date()))));
        }
        if let Step::Dated { .. } = facts.step {
            fields.push((STATUS_DAY, day(Some(now.local_date()))));
        }
        self.write_at(at, fields, now)
    }

    pub(super) fn set_milestone_status(
        &mut self,
        id: RecordId,
        status: IntakeStatus,
        on: Option<LocalDate>,
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        let (object, milestone) = self.standing_milestone(id)?;
        let Step::Intake { status: before, .. } = milestone.facts.step else {
            return Err(CommandError::NotAnIntake);
        };
        check_status(status, on)?;
        let mut writes = self.puts(
            &object,
            [(STATUS, FieldValue::Text(status.code().to_owned()))],
        );
        if status != before {
            let today = day(Some(now.local_date()));
            writes.extend(self.puts(&object, [(STATUS_DAY, today.clone())]));
            if before == IntakeStatus::Confirmed {
                writes.extend(self.puts(&object, [(REOPENED_DAY, today)]));
            }
        }
        writes.extend(self.puts(&object, [(ON, day(on))]));
        self.commit(&writes, Touched::one(RecordRef::Milestone(id)), now)
    }

    pub(super) fn set_milestone_date(
        &mut self,
        id: RecordId,
        on: LocalDate,
        now: Now,
    ) -> Result<Option<Written>, CommandError> {
        let (object, milestone) = self.standing_milestone(id)?;
        let mut writes = self.puts(&object, [(ON, day(Some(on)))]);
        if let Step::Dated { .. } = milestone.facts.step
            && !writes.is_empty()
        {
            writes.extend(self.puts(&object, [(STATUS_DAY, day(Some(now.local_date())))]));
        }
        self.commit(&writes, Touched::one(RecordRef::Milestone(id)), now)
    }

    fn standing_milestone(&self, id: RecordId) -> Result<(ObjId, Milestone), CommandError> {
        let read = |object: &ObjId| self.read_milestone(id, object);
        self.standing(id, read, |one: &Milestone| one.void.is_some())
    }

    /// `None` for kinds of a newer version.
    fn read_milestone(&self, id: RecordId, object: &ObjId) -> Option<Milestone> {
        let fields = Fields::read(&self.automerge, object);
        let date = |field| {
            fields
                .get(field)
                .as_text()
                .and_then(|text| LocalDate::parse(text).ok())
        };
        let recorded_at = recorded_at(&fields);
        let recorded_day = local_date(recorded_at, 0);
        let statuses = if fields.is_conflicted(STATUS) {
            let all = versions(&self.automerge, object, STATUS).into_iter();
            all.map(|version| status_of(&version.value)).collect()
        } else {
            vec![status_of(fields.get(STATUS))]
        };
        let step = match fields.get(KIND).as_text()? {
            "discharge" => Step::Discharge { on: date(ON)? },
            "intake" => Step::Intake {
                status: *statuses.first()?,
                on: date(ON),
            },
            code => Step::Dated {
                event: Event::from_code(code)?,
                on: date(ON)?,
            },
        };
        Some(Milestone {
            id,
            facts: MilestoneFacts {
                step,
                place: fields.text(PLACE).unwrap_or_default(),
            },
            recorded_at,
            recorded_by: recorded_by(&fields),
            status_day: date(STATUS_DAY).unwrap_or(recorded_day),
            reopened_day: date(REOPENED_DAY),
            statuses,
            void: void::read(&fields),
        })
    }
}

fn status_of(value: &FieldValue) -> IntakeStatus {
    value
        .as_text()
        .and_then(IntakeStatus::from_code)
        .unwrap_or(IntakeStatus::Asked)
}

fn day(date: Option<LocalDate>) -> FieldValue {
    FieldValue::optional_text(date.map(|date| date.to_string()).as_deref())
}

fn check_status(status: IntakeStatus, on: Option<LocalDate>) -> Result<(), CommandError> {
    if status == IntakeStatus::Confirmed && on.is_none() {
        return Err(CommandError::ConfirmedNeedsDate);
    }
    Ok(())
}
