//! What happened with one fictional participant, at the rhythm that the mission describes: daily
//! contact after discharge until an intake is confirmed (S0-6), then step by step less (S0-7).

use super::dice::Dice;
use super::{SampleParticipant, SampleStep, people, words};
use crate::details::Detail;
use crate::document::ParticipantCommand as Command;
use crate::encounter::{Activity, EncounterChange, EncounterFacts, EncounterKind, Outcome};
use crate::id::{MemberId, ParticipantId, RecordId};
use crate::milestone::{IntakeStatus, MilestoneFacts, Step};
use crate::quantity::{Kits, Miles, Minutes};
use crate::time::Now;

const DAY: i64 = 1440;

/// The first participants left the hospital lately and have no confirmed intake.
const OPEN: usize = 12;
/// The next ones have an intake that was confirmed lately.
const CONFIRMED: usize = 18;
/// The next ones are in the step-down phase; the rest are in the other programs.
const STEPPING_DOWN: usize = 34;

/// Everything about the participant with this number.
pub(super) fn participant(
    seed: u64,
    number: usize,
    coach: MemberId,
    now: Now,
) -> SampleParticipant {
    let dice = Dice::new(seed, number as u64 + 1);
    let mut writer = Writer::new(dice, coach, now);
    writer.spanish = people::speaks_spanish(number);
    match number {
        0..OPEN => writer.open_duty(number),
        OPEN..CONFIRMED => writer.confirmed_lately(number),
        CONFIRMED..STEPPING_DOWN => writer.stepping_down(number),
        _ => writer.other_program(number),
    }
    writer.finish()
}

/// Writes steps down, each so many minutes before now.
pub(super) struct Writer {
    pub(super) dice: Dice,
    coach: MemberId,
    now: Now,
    spanish: bool,
    id: ParticipantId,
    steps: Vec<SampleStep>,
}

impl Writer {
    pub(super) fn new(mut dice: Dice, coach: MemberId, now: Now) -> Self {
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
    pub(super) fn ago(&self, minutes: i64) -> Now {
        Now {
            at: self.now.at.plus_minutes(minutes.saturating_neg()),
            ..self.now
        }
    }

    pub(super) fn write(&mut self, minutes_ago: i64, command: Command) {
        let now = self.ago(minutes_ago);
        self.steps.push(SampleStep { now, command });
    }

    pub(super) fn finish(mut self) -> SampleParticipant {
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

    fn create(&mut self, number: usize, program: usize, phase: &str, days_ago: i64) {
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
    fn hospital(&mut self, number: usize, days_ago: i64, phase: &str) {
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

    fn milestone(&mut self, minutes_ago: i64, step: Step, place: &str) -> RecordId {
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

    fn intake(&mut self, days_ago: i64, status: IntakeStatus, days_ahead: Option<i64>) -> RecordId {
        let on = days_ahead.map(|days| self.now.local_date().plus_days(days));
        let minutes_ago = self.on_day(days_ago);
        self.milestone(
            minutes_ago,
            Step::Intake { status, on },
            "Sample Treatment Center",
        )
    }

    fn status(
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

    fn log(&mut self, minutes_ago: i64, facts: EncounterFacts) -> RecordId {
        let id = RecordId::new(self.ago(minutes_ago).at, self.dice.rng());
        self.write(minutes_ago, Command::LogEncounter { id, facts });
        id
    }

    /// A contact or an attempt on that day.
    fn contact(&mut self, days_ago: i64, reached: bool) -> RecordId {
        let minutes_ago = self.on_day(days_ago);
        let mut facts = encounter_at(self.ago(minutes_ago), self.coach, reached, &mut self.dice);
        let sentences = self.dice.between(0, 3);
        facts.note = words::note(sentences, reached, self.spanish, &mut self.dice);
        self.log(minutes_ago, facts)
    }

    /// Daily contact from discharge until `last` days ago: four in five days reached, some missed.
    fn daily(&mut self, discharged: i64, last: i64) {
        for days_ago in last..=discharged {
            match self.dice.between(1, 10) {
                1 => {}
                2 => {
                    self.contact(days_ago, false);
                }
                _ => {
                    self.contact(days_ago, true);
                }
            }
        }
    }

    /// Left the hospital lately; no intake is confirmed.
    fn open_duty(&mut self, number: usize) {
        let discharged = self.dice.between(2, 9);
        self.hospital(number, discharged, "daily contact");
        self.daily(discharged, 1);
        match number % 6 {
            0 => {}
            1 => {
                self.intake(discharged - 1, IntakeStatus::Asked, None);
            }
            2 => {
                self.intake(discharged - 1, IntakeStatus::Tentative, Some(6));
            }
            3 => {
                let id = self.intake(discharged, IntakeStatus::Confirmed, Some(2));
                self.status(id, 1, IntakeStatus::Tentative, None);
            }
            4 => {
                self.contact(0, true);
            }
            _ => {
                self.contact(0, false);
            }
        }
    }

    /// Daily contact ended with a confirmed intake; now every few days.
    fn confirmed_lately(&mut self, number: usize) {
        let discharged = self.dice.between(12, 24);
        let confirmed = self.dice.between(4, 9);
        self.hospital(number, discharged, "intake confirmed");
        self.daily(discharged, confirmed);
        let id = self.intake(confirmed + 2, IntakeStatus::Asked, None);
        let ahead = self.dice.between(-2, 8);
        self.status(id, confirmed, IntakeStatus::Confirmed, Some(ahead));
        self.every(confirmed - 2, 1, 3);
    }

    /// Months of contact that grows less (S0-7).
    fn stepping_down(&mut self, number: usize) {
        let discharged = self.dice.between(70, 355);
        let phase = if discharged > 200 {
            "foundation"
        } else {
            "step-down"
        };
        self.hospital(number, discharged, phase);
        let confirmed = discharged - self.dice.between(3, 9);
        self.daily(discharged, confirmed);
        let id = self.intake(confirmed + 1, IntakeStatus::Tentative, None);
        self.status(id, confirmed, IntakeStatus::Confirmed, Some(5 - confirmed));
        self.every(confirmed - 2, confirmed - 30, 4);
        self.every(confirmed - 31, confirmed - 120, 8);
        self.every(confirmed - 121, 2, 15);
    }

    /// Not through the hospital: about once a week.
    fn other_program(&mut self, number: usize) {
        let started = self.dice.between(40, 300);
        self.create(
            number,
            1 + number % 2,
            "getting to know each other",
            started,
        );
        self.write(
            (started - 20) * DAY,
            Command::SetDetail(Detail::Phase(Some("weekly".to_owned()))),
        );
        self.every(started, 1, 9);
    }

    /// Contacts from one day to a later one (both in days ago), every so many days or sooner. Now
    /// and then one is corrected or taken back.
    fn every(&mut self, from: i64, until: i64, gap: i64) {
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

/// A plausible contact at that moment, without a note.
pub(super) fn encounter_at(
    when: Now,
    coach: MemberId,
    reached: bool,
    dice: &mut Dice,
) -> EncounterFacts {
    use EncounterKind::{Appointment, Community, Court, Phone, Text, Video};
    let usual = [
        Phone,
        Phone,
        Phone,
        Phone,
        Text,
        Text,
        Text,
        Video,
        Community,
        Community,
        Appointment,
        Court,
    ];
    let kind = dice.one_of(&usual).copied().unwrap_or(Phone);
    let travels = matches!(kind, Community | Appointment | Court);
    let missed = match kind {
        Phone | Video => [Outcome::NoAnswer, Outcome::LeftMessage],
        Text => [Outcome::NoAnswer, Outcome::NoAnswer],
        _ => [Outcome::NotThere, Outcome::NotThere],
    };
    let outcome = if reached {
        if dice.percent(4) {
            Outcome::DeclinedForNow
        } else {
            Outcome::Reached
        }
    } else {
        dice.one_of(&missed).copied().unwrap_or(Outcome::NoAnswer)
    };
    let minutes = match (reached, travels) {
        (false, _) => 5,
        (true, false) => 5 * dice.between(1, 8),
        (true, true) => 15 * dice.between(2, 8),
    };
    let tenths = if travels { dice.between(10, 240) } else { 0 };
    let kits = i64::from(reached && dice.percent(6));
    let mut activities = std::collections::BTreeSet::new();
    if reached {
        activities.insert(Activity::CheckIn);
        for _ in 0..dice.between(0, 2) {
            activities.extend(dice.one_of(Activity::ALL));
        }
    }
    EncounterFacts {
        kind,
        outcome,
        at: when.at,
        offset_minutes: when.offset_minutes,
        minutes: u16::try_from(minutes)
            .ok()
            .and_then(|n| Minutes::new(n).ok())
            .unwrap_or_default(),
        miles: u32::try_from(tenths)
            .ok()
            .and_then(|n| Miles::from_tenths(n).ok())
            .unwrap_or_default(),
        kits: u8::try_from(kits)
            .ok()
            .and_then(|n| Kits::new(n).ok())
            .unwrap_or_default(),
        activities,
        note: crate::quantity::Note::default(),
        made_by: coach,
    }
}
