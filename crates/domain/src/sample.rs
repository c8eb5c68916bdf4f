//! A plainly fictional agency to look around in, and caseloads to measure with. Both come from a
//! seed: the same seed and the same moment give the same agency.

mod bench;
mod dice;
mod people;
mod story;
mod words;

pub use bench::bench_caseload;

use crate::document::ParticipantCommand;
use crate::id::{MemberId, ParticipantId};
use crate::role::Role;
use crate::time::Now;
use dice::Dice;

/// How many participants the sample agency has.
pub const SAMPLE_PARTICIPANTS: usize = 40;

/// A fictional agency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleAgency {
    /// Its name, which says that it is not real.
    pub name: String,
    /// Its members: three coaches and a supervisor, who comes first.
    pub members: Vec<SampleMember>,
    /// The names of its programs.
    pub programs: Vec<String>,
    /// Its participants with everything that happened.
    pub participants: Vec<SampleParticipant>,
}

/// A fictional member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleMember {
    /// Who.
    pub member: MemberId,
    /// The name as shown.
    pub name: String,
    /// What they do.
    pub role: Role,
    /// The title of their caseload.
    pub caseload_title: String,
}

/// A fictional participant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleParticipant {
    /// Who.
    pub id: ParticipantId,
    /// Their coach.
    pub coach: MemberId,
    /// What was written down about them, in the order of time. The first step creates the document.
    pub steps: Vec<SampleStep>,
}

/// One thing that was written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SampleStep {
    /// When; never after the moment for which the sample was made.
    pub now: Now,
    /// What.
    pub command: ParticipantCommand,
}

/// Makes the fictional agency: three coaches, a supervisor, forty participants and a year of
/// contacts up to `now`, with a dozen people who left the hospital lately and have no confirmed
/// intake, so that Today has something to show (S0-6).
pub fn sample_agency(seed: u64, now: Now) -> SampleAgency {
    let mut dice = Dice::new(seed, 0);
    let mut member = |name: &str, role: Role| SampleMember {
        member: MemberId::random(dice.rng()),
        name: format!("{name} (sample)"),
        role,
        caseload_title: format!("{name}'s caseload"),
    };
    let members = vec![
        member("Pat Example", Role::Supervisor),
        member("Rosa Example", Role::Coach),
        member("Dev Example", Role::Coach),
        member("Nia Example", Role::Coach),
    ];
    let coaches: Vec<MemberId> = members.iter().skip(1).map(|member| member.member).collect();
    let participants = (0..SAMPLE_PARTICIPANTS).zip(coaches.iter().cycle());
    let participants = participants
        .map(|(number, coach)| story::participant(seed, number, *coach, now))
        .collect();
    SampleAgency {
        name: "Sample Agency (not real)".to_owned(),
        members,
        programs: people::PROGRAMS
            .iter()
            .map(|program| (*program).to_owned())
            .collect(),
        participants,
    }
}

#[cfg(test)]
mod tests;
