//! What happened with one fictional participant, at the rhythm that the mission describes: daily
//! contact after discharge until an intake is confirmed (S0-6), then step by step less (S0-7).

mod appointment;
mod contact;
mod plan;
mod writer;

pub(super) use contact::encounter_at;
pub(super) use writer::Writer;

use super::dice::Dice;
use super::{SampleParticipant, people};
use crate::details::Detail;
use crate::document::ParticipantCommand as Command;
use crate::id::MemberId;
use crate::milestone::IntakeStatus;
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
    if number.is_multiple_of(2) {
        writer.plan((CONFIRMED..STEPPING_DOWN).contains(&number));
    }
    writer.appointment(number);
    writer.finish()
}

impl Writer {
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
}
