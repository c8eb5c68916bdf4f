//! A caseload of the wanted size: logged through the engine as a coach would, or, where years of it
//! are only the ground that something else is measured on, written while the program is closed.

use std::ops::Range;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use handrail_domain::sample::{SampleParticipant, SampleStep, bench_caseload};
use handrail_domain::{EncounterFacts, Now, ParticipantCommand, ParticipantDetails, Timestamp};
use handrail_engine::api::{
    Activity, Command, DetailField, EncounterInput, EncounterKind, MilestoneInput, Outcome, Reply,
    Request,
};
use handrail_testkit::random::seeded;
use serde_json::{from_value, to_value};

use crate::device::Device;
use crate::records;

/// 1 November 2026, 15:00 UTC: contacts reach back a year from here.
const END: i64 = 1_793_545_200_000;
const OFFSET_MINUTES: i32 = -300;
/// In ms.
const YEAR: i64 = 365 * 24 * 3_600_000;
/// One of so many is owed a contact every day (S0-6).
const OWED_ONE_OF: usize = 5;

/// Participants with so many contacts each.
#[derive(Clone, Copy)]
pub struct Size {
    pub participants: u32,
    pub encounters: u32,
}

impl Size {
    pub fn name(self) -> String {
        format!("{}x{}", self.participants, self.encounters)
    }
}

/// Writes the caseload contact by contact; answers the participants and how long each log took.
pub fn write(
    device: &mut Device,
    size: Size,
    mut after_each: impl FnMut(&mut Device) -> Result<()>,
) -> Result<(Vec<String>, Vec<Duration>)> {
    let participants = add_people(device, size.participants)?;
    let mut all = Vec::new();
    for (participant, contacts) in participants.iter().zip(contacts(size, 0)) {
        all.extend(contacts.into_iter().map(|facts| (participant, facts)));
    }
    // As the year goes by: one after another, not person by person.
    all.sort_by(|one, other| (one.1.at, one.0).cmp(&(other.1.at, other.0)));
    let mut durations = Vec::with_capacity(all.len());
    for (participant, facts) in all {
        durations.push(log(device, participant, &facts)?);
        after_each(device)?;
    }
    Ok((participants, durations))
}

/// Gives each participant so many contacts in each of the years that ended so many years ago, all
/// at once while the program is closed.
pub fn write_years(
    device: &mut Device,
    participants: &[String],
    encounters: u32,
    ago: Range<u32>,
) -> Result<()> {
    let size = Size {
        participants: u32::try_from(participants.len())?,
        encounters,
    };
    device.while_closed(|store| {
        for ago in ago.rev() {
            // No session is ever used twice for one document.
            let mut rng = seeded(1_000 + u64::from(ago));
            for (participant, contacts) in participants.iter().zip(contacts(size, ago)) {
                records::add(store, participant, contacts, &mut rng)?;
            }
        }
        Ok(())
    })
}

/// Adds so many participants, some of whom are owed a contact every day.
pub fn add_people(device: &mut Device, participants: u32) -> Result<Vec<String>> {
    let mut added = Vec::new();
    for (place, person) in people(participants, 0, 0).enumerate() {
        let begins = |step: SampleStep| match step.command {
            ParticipantCommand::Create { details, .. } => Some(details),
            _ => None,
        };
        let details = person.steps.into_iter().find_map(begins);
        let id = add(device, &details.context("somebody without a name")?)?;
        if place % OWED_ONE_OF == 0 {
            let milestone = MilestoneInput::Discharged {
                on: "2026-10-20".to_owned(),
            };
            let participant = id.clone();
            device.timed(Request::Command(Command::RecordMilestone {
                participant,
                milestone,
            }))?;
        }
        added.push(id);
    }
    Ok(added)
}

/// The contacts of each participant in the year that ended so many years ago.
fn contacts(size: Size, ago: u32) -> impl Iterator<Item = Vec<EncounterFacts>> {
    let logged = |step: SampleStep| match step.command {
        ParticipantCommand::LogEncounter { facts, .. } => Some(facts),
        _ => None,
    };
    people(size.participants, size.encounters, ago)
        .map(move |person| person.steps.into_iter().filter_map(logged).collect())
}

fn people(participants: u32, encounters: u32, ago: u32) -> impl Iterator<Item = SampleParticipant> {
    let now = Now {
        at: Timestamp::from_millis(END - i64::from(ago) * YEAR),
        offset_minutes: OFFSET_MINUTES,
    };
    bench_caseload(7 + u64::from(ago), now, participants, encounters)
}

/// Further contacts, spread over all participants; how long each took.
pub fn log_more(
    device: &mut Device,
    participants: &[String],
    count: usize,
    mut after_each: impl FnMut(&mut Device) -> Result<()>,
) -> Result<Vec<Duration>> {
    let mut durations = Vec::new();
    // A step that shares no factor with usual sizes visits everybody.
    for participant in participants.iter().cycle().step_by(17).take(count) {
        durations.push(log_one(device, participant)?);
        after_each(device)?;
    }
    Ok(durations)
}

/// One contact as it is logged most: on the phone, reached, a short note.
pub fn log_one(device: &mut Device, participant: &str) -> Result<Duration> {
    let encounter = EncounterInput {
        kind: EncounterKind::Phone,
        outcome: Outcome::Reached,
        at: None,
        minutes: 15,
        activities: vec![Activity::CheckIn],
        naloxone_kits: 0,
        miles_tenths: 0,
        circumstances: Vec::new(),
        note: "Talked about the ride to group on Thursday. Will text the address.".to_owned(),
    };
    order(device, participant, encounter)
}

fn log(device: &mut Device, participant: &str, facts: &EncounterFacts) -> Result<Duration> {
    // Kinds, outcomes and activities have the same names on both sides.
    let encounter = EncounterInput {
        kind: from_value(to_value(facts.kind)?)?,
        outcome: from_value(to_value(facts.outcome)?)?,
        at: Some(facts.at.millis()),
        minutes: u32::from(facts.minutes.get()),
        activities: from_value(to_value(&facts.activities)?)?,
        circumstances: facts.circumstances.iter().copied().collect(),
        naloxone_kits: u32::from(facts.kits.get()),
        miles_tenths: facts.miles.tenths(),
        note: facts.note.as_str().to_owned(),
    };
    order(device, participant, encounter)
}

fn order(device: &mut Device, participant: &str, encounter: EncounterInput) -> Result<Duration> {
    let command = Command::LogEncounter {
        participant: participant.to_owned(),
        encounter,
        draft: None,
    };
    Ok(device.timed(Request::Command(command))?.0)
}

fn add(device: &mut Device, details: &ParticipantDetails) -> Result<String> {
    let mut fields = vec![(DetailField::Name, details.name.clone())];
    let known = [
        (DetailField::PreferredName, &details.preferred_name),
        (DetailField::Phone, &details.phone),
        (DetailField::Program, &details.program),
        (DetailField::Phase, &details.phase),
    ];
    for (field, value) in known {
        fields.extend(value.clone().map(|value| (field, value)));
    }
    let tags: Vec<String> = details.tags.iter().cloned().collect();
    fields.push((DetailField::Tags, tags.join(", ")));
    let command = Command::AddParticipant { details: fields };
    let (_, reply) = device
        .timed(Request::Command(command))
        .context("a participant was refused")?;
    match reply {
        Reply::Record(record) => Ok(record.participant),
        other => bail!("not a record: {other:?}"),
    }
}
