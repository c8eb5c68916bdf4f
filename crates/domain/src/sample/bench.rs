//! Caseloads of any size, to measure with.

use super::dice::Dice;
use super::story::{Writer, encounter_at};
use super::{SampleParticipant, people, words};
use crate::document::ParticipantCommand;
use crate::id::{MemberId, RecordId};
use crate::time::Now;

/// Participants with so many contacts each, spread evenly over the year before `now`, with notes
/// of 200 to 600 characters. All have the same coach.
pub fn bench_caseload(
    seed: u64,
    now: Now,
    participants: u32,
    encounters: u32,
) -> impl Iterator<Item = SampleParticipant> {
    let coach = MemberId::random(Dice::new(seed, u64::MAX).rng());
    (0..participants).map(move |number| participant(seed, number, coach, now, encounters))
}

fn participant(
    seed: u64,
    number: u32,
    coach: MemberId,
    now: Now,
    encounters: u32,
) -> SampleParticipant {
    const YEAR: i64 = 365 * 1440;
    let number = usize::try_from(number).unwrap_or(0);
    let mut writer = Writer::new(Dice::new(seed, 1_000_000 + number as u64), coach, now);
    let details = people::details(
        number,
        "Hospital response",
        "step-down",
        1980,
        &mut writer.dice,
    );
    let mut details = details;
    details.name = format!("{} {}", details.name, number + 1);
    writer.write(
        YEAR,
        ParticipantCommand::Create {
            details,
            by: coach,
            import_key: None,
        },
    );
    for count in 0..i64::from(encounters) {
        let ago = YEAR - (YEAR * (count + 1)) / (i64::from(encounters) + 1);
        let when = writer.ago(ago);
        let mut facts = encounter_at(when, coach, true, &mut writer.dice);
        facts.note = words::long_note(&mut writer.dice);
        let id = RecordId::new(when.at, writer.dice.rng());
        writer.write(ago, ParticipantCommand::LogEncounter { id, facts });
    }
    writer.finish()
}
