//! Writing down what happened, so many days or minutes before now.

use super::encounter_at;
use crate::document::ParticipantCommand as Command;
use crate::encounter::{Activity, EncounterChange, EncounterFacts, EncounterKind};
use crate::id::{MemberId, ParticipantId, RecordId};
use crate::milestone::{IntakeStatus, MilestoneFacts, Step};
use crate::quantity::{Kits, Minutes};
use crate::sample::dice::Dice;
use crate::sample::{SampleParticipant, SampleStep, people, words};
use crate::time::Now;

const DAY: i64 = 1440;

/// Writes steps down, each so many minutes before now.
pub(in crate::sample) struct Writer {
    pub(in crate::sample) dice: Dice,
    pub(super) coach: MemberId,
    pub(super) now: Now,
    pub(super) spanish: bool,
    id: ParticipantId,
    steps: Vec<SampleStep>,
}

impl Writer {
    pub(in crate::sample) fn new(mut dice: Dice, coach: MemberId, now: Now) -> Self {
        let id = ParticipantId::random(dice.rng());
        Self {
            dice,
            coach,
            now,
            spanish: false,
            id,
            steps: Vec::new(),
        }
    }

    /// The moment so many minutes before now.
    pub(in crate::sample) fn ago(&self, minutes: i64) -> Now {
        Now {
            at: self.now.at.plus_minutes(minutes.saturating_neg()),
            ..self.now
        }
    }

    pub(in crate::sample) fn write(&mut self, minutes_ago: i64, command: Command) {
        let now = self.ago(minutes_ago);
        self.steps.push(SampleStep { now, command });
    }

    pub(in crate::sample) fn finish(mut self) -> SampleParticipant {
        self.steps.sort_by_key(|step| step.now.at);
        SampleParticipant {
            id: self.id,
            coach: self.coach,
            steps: self.steps,
        }
    }

    /// Minutes ago of a time on the day so many days ago, never in the future.
    fn on_day(&mut self, days_ago: i64) -> i64 {
        let minute_now = i64::from(self.now.minute_of_day());
        let latest = if days_ago == 0 {
            minute_now.saturating_sub(1).max(0)
        } else {
            19 * 60
        };
        let minute = self.dice.between(latest.min(8 * 60 + 30), latest);
        (days_ago * DAY + minute_now - minute).max(0)
    }

    pub(super) fn create(&mut self, number: usize, program: usize, phase: &str, days_ago: i64) {
        let year = self.now.local_date().year();
        let born = year - i32::try_from(self.dice.between(19, 61)).unwrap_or(30);
        let program = people::PROGRAMS.get(program).copied().unwrap_or_default();
        let details = people::details(number, program, phase, born, &mut self.dice);
        let create = Command::Create {
            details,
            by: self.coach,
            import_key: None,
        };
        self.write(days_ago * DAY + 2 * DAY, create);
    }

    /// At the bedside, the day before discharge, and the discharge.
    pub(super) fn hospital(&mut self, number: usize, days_ago: i64, phase: &str) {
        self.create(number, 0, phase, days_ago);
        let minutes_ago = self.on_day(days_ago + 1);
        let mut facts = encounter_at(self.ago(minutes_ago), self.coach, true, &mut self.dice);
        facts.kind = EncounterKind::Bedside;
        facts.activities = [Activity::SatWith, Activity::NaloxoneTraining].into();
        facts.kits = Kits::new(1).unwrap_or_default();
        facts.note = words::note(2, true, self.spanish, &mut self.dice);
        self.log(minutes_ago, facts);
        let on = self.now.local_date().plus_days(-days_ago);
        let minutes_ago = self.on_day(days_ago);
        self.milestone(minutes_ago, Step::Discharge { on }, "Sample Hospital");
    }

    pub(super) fn milestone(&mut self, minutes_ago: i64, step: Step, place: &str) -> RecordId {
        let id = RecordId::new(self.ago(minutes_ago).at, self.dice.rng());
        let facts = MilestoneFacts {
            step,
            place: place.to_owned(),
        };
        self.write(
            minutes_ago,
            Command::RecordMilestone {
                id,
                facts,
                by: self.coach,
            },
        );
        id
    }

    pub(super) fn intake(
        &mut self,
        days_ago: i64,
        status: IntakeStatus,
        days_ahead: Option<i64>,
    ) -> RecordId {
        let on = days_ahead.map(|days| self.now.local_date().plus_days(days));
        let minutes_ago = self.on_day(days_ago);
        self.milestone(
            minutes_ago,
            Step::Intake { status, on },
            "Sample Treatment Center",
        )
    }

    pub(super) fn status(
        &mut self,
        id: RecordId,
        days_ago: i64,
        status: IntakeStatus,
        days_ahead: Option<i64>,
    ) {
        let on = days_ahead.map(|days| self.now.local_date().plus_days(days));
        let minutes_ago = self.on_day(days_ago);
        self.write(minutes_ago, Command::SetMilestoneStatus { id, status, on });
    }

    pub(super) fn log(&mut self, minutes_ago: i64, facts: EncounterFacts) -> RecordId {
        let id = RecordId::new(self.ago(minutes_ago).at, self.dice.rng());
        self.write(minutes_ago, Command::LogEncounter { id, facts });
        id
    }

    /// A contact or an attempt on that day.
    pub(super) fn contact(&mut self, days_ago: i64, reached: bool) -> RecordId {
        let minutes_ago = self.on_day(days_ago);
        let mut facts = encounter_at(self.ago(minutes_ago), self.coach, reached, &mut self.dice);
        let sentences = self.dice.between(0, 3);
        facts.note = words::note(sentences, reached, self.spanish, &mut self.dice);
        self.log(minutes_ago, facts)
    }

    /// Contacts from one day to a later one (both in days ago), every so many days or sooner. Now
    /// and then one is corrected or taken back.
    pub(super) fn every(&mut self, from: i64, until: i64, gap: i64) {
        let mut days_ago = from;
        while days_ago >= until.max(1) {
            let reached = self.dice.percent(78);
            let id = self.contact(days_ago, reached);
            let later = self.dice.between(0, (days_ago - 1) * DAY);
            if self.dice.percent(3) {
                let minutes = Minutes::new(45).unwrap_or_default();
                self.write(
                    later,
                    Command::EditEncounter {
                        id,
                        changes: vec![EncounterChange::Minutes(minutes)],
                    },
                );
            } else if self.dice.percent(1) {
                let reason = "Logged for the wrong person.".to_owned();
                self.write(
                    later,
                    Command::VoidEncounter {
                        id,
                        by: self.coach,
                        reason,
                    },
                );
            }
            days_ago -= self.dice.between((gap / 2).max(1), gap);
        }
    }
}
