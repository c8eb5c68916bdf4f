//! The conversation machine over an in-memory store, in a bad world: small and
//! fast, so that thousands of seeds can be tried.

mod check;
mod device;
mod explain;
mod workload;

use rand_chacha::ChaCha20Rng;

use crate::agency::{AgencyError, TestAgency};
use crate::random::{below, bytes, chance, seeded};
use crate::world::Faults;

pub use check::Broken;
pub use device::ItemDevice;

/// A promise was broken, or the world could not be made.
#[derive(Debug, thiserror::Error)]
pub enum SimulationError {
    /// Before anything happened.
    #[error("seed {seed}: the agency could not be made: {source}")]
    Agency {
        /// Seed.
        seed: u64,
        /// Why.
        source: AgencyError,
    },
    /// At the end.
    #[error("seed {seed}: {broken}")]
    Broken {
        /// Seed.
        seed: u64,
        /// Which promise.
        broken: Broken,
        /// Who held what at the end.
        story: String,
    },
}

/// What a run did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Report {
    /// Changes written.
    pub changes: u64,
    /// Crashes of devices.
    pub crashes: u64,
    /// Relay restarts, rollbacks and wipes.
    pub relay_faults: u64,
    /// Items that the relay destroyed because snapshots stand for them.
    pub destroyed: u64,
    /// Virtual milliseconds until everything agreed.
    pub calm_ms: u64,
    /// Things that happened.
    pub steps: u64,
}

/// Virtual time of the bad part, ms.
const STORM_MS: u64 = 120_000;
/// Virtual time within which everything must agree afterwards, ms (I9).
const CALM_MS: u64 = 60 * 60_000;
const CALM_STEPS: u64 = 60_000;

/// Runs one world to its end and checks every promise.
pub fn run(seed: u64) -> Result<Report, SimulationError> {
    run_world(seed, false)
}

/// The same, where people also hand over to each other, beside the relay, what is new.
pub fn run_with_parcels(seed: u64) -> Result<Report, SimulationError> {
    run_world(seed, true)
}

fn run_world(seed: u64, gives: bool) -> Result<Report, SimulationError> {
    let mut rng = seeded(seed);
    let coaches = 1 + usize::try_from(below(&mut rng, 3)).unwrap_or(0);
    let agency = TestAgency::with_coaches(coaches, &mut rng)
        .map_err(|source| SimulationError::Agency { seed, source })?;
    let mut story = workload::Story::begin(seed, &agency, gives, &mut rng);
    let mut report = Report::default();
    story.world.faults = Faults::random(&mut rng);
    let storms = 30 + below(&mut rng, 60);
    for _ in 0..storms {
        story.something_happens(&mut rng, &mut report);
        if gives && chance(&mut rng, 250) {
            story.somebody_meets_somebody(&mut rng);
        }
        let pause = STORM_MS / storms;
        story.world.run(below(&mut rng, 2 * pause), 2_000);
    }
    report.destroyed += story.relay_runs_on();
    let began = story.world.now();
    story.world.calm_down();
    let broken = |broken, story: String| SimulationError::Broken {
        seed,
        broken,
        story,
    };
    let mut left = CALM_STEPS;
    while !story.is_settled() {
        let until = began + CALM_MS;
        if left == 0 || !story.world.step(until) {
            return Err(broken(story.why_not_settled(), story.explain()));
        }
        left -= 1;
    }
    report.calm_ms = story.world.now() - began;
    report.steps = story.world.steps();
    report.destroyed += story.relay_runs_on();
    if let Err(promise) = story.check() {
        return Err(broken(promise, story.explain()));
    }
    let newcomer = below(&mut rng, agency.members.len() as u64);
    let newcomer = usize::try_from(newcomer).unwrap_or(0);
    if let Err(promise) = story.check_newcomer(&agency, newcomer, &mut rng) {
        return Err(broken(promise, story.explain()));
    }
    Ok(report)
}

/// A clock that is wrong by up to ten years either way, or right again, ms.
fn wrong_clock(rng: &mut ChaCha20Rng) -> i64 {
    const TEN_YEARS_MS: u64 = 10 * 365 * 86_400_000;
    if chance(rng, 300) {
        return 0;
    }
    let by = i64::try_from(below(rng, TEN_YEARS_MS)).unwrap_or(0);
    if chance(rng, 500) { by } else { -by }
}

/// A change with the word that must never be seen outside.
pub(crate) fn change(number: u64, rng: &mut ChaCha20Rng) -> Vec<u8> {
    let mut change = format!("{CANARY} {number} ").into_bytes();
    let padding: [u8; 16] = bytes(rng);
    change.extend_from_slice(&padding);
    let more = usize::try_from(below(rng, 3_000)).unwrap_or(0);
    change.extend(std::iter::repeat_n(b'x', more));
    change
}

/// A snapshot after so few changes that worlds have some: what a byte counts for.
pub(crate) const SNAPSHOT_WEIGHT: u64 = 150;

/// The word in every change.
pub const CANARY: &str = "marigold-canary-marigold";
