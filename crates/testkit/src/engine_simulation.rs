//! Whole engines with their encrypted databases, in a bad world: what people do
//! on screens, and what must be true of it on every device afterwards.

mod check;
mod device;
mod rebuilt;
mod template;
mod twisted;
mod twists;
mod workload;

use crate::random::{below, seeded};
use crate::world::Faults;

pub use check::Broken;
pub use device::{EngineDevice, RELAY};
pub use template::{Template, TemplateError};

/// A promise was broken, or the world could not be made.
#[derive(Debug, thiserror::Error)]
pub enum SimulationError {
    /// Before anything happened.
    #[error("seed {seed}: {source}")]
    Template {
        /// Seed.
        seed: u64,
        /// Why.
        source: TemplateError,
    },
    /// At the end.
    #[error("seed {seed}: {broken}")]
    Broken {
        /// Seed.
        seed: u64,
        /// Which promise.
        broken: Broken,
    },
}

/// What a run did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Report {
    /// Commands that were acknowledged.
    pub commands: u64,
    /// Crashes of devices.
    pub crashes: u64,
    /// Relay restarts, rollbacks and wipes.
    pub relay_faults: u64,
    /// Shares, covers, orders to forget and the like that were carried out.
    pub twists: u64,
    /// Items that the relay destroyed because snapshots stand for them.
    pub destroyed: u64,
    /// Virtual milliseconds until everything agreed.
    pub calm_ms: u64,
}

const STORM_MS: u64 = 90_000;
/// Virtual time within which everything must agree (I9), ms.
const CALM_MS: u64 = 30 * 60_000;
/// Between two looks, ms.
const LOOK_MS: u64 = 10_000;

/// Runs one world over a copy of the template and checks every promise.
pub fn run(seed: u64, template: &Template) -> Result<Report, SimulationError> {
    run_with(seed, template, false)
}

/// The same in an agency that also shares, covers, forgets, changes keys and loses a phone, with
/// a relay that runs on for months. The template needs a guest.
pub fn run_twisted(seed: u64, template: &Template) -> Result<Report, SimulationError> {
    run_with(seed, template, true)
}

fn run_with(seed: u64, template: &Template, twisted: bool) -> Result<Report, SimulationError> {
    let mut rng = seeded(seed);
    let mut story = workload::Story::begin(seed, template)
        .map_err(|source| SimulationError::Template { seed, source })?;
    story.twists.on = twisted;
    let mut report = Report::default();
    story.world.faults = Faults::random(&mut rng);
    let events = 15 + below(&mut rng, 25);
    for _ in 0..events {
        story.something_happens(&mut rng, &mut report);
        story
            .world
            .run(below(&mut rng, 2 * STORM_MS / events), 2_000);
    }
    let began = story.world.now();
    story.world.calm_down();
    let mut verdict = story.until_all_agree();
    report.calm_ms = story.world.now() - began;
    if twisted && verdict.is_ok() {
        story.months_later(&mut rng, &mut report);
        verdict = story.until_all_agree();
    }
    let devices = story.world.len() as u64;
    let mut rebuilt = usize::try_from(seed % devices.max(1)).unwrap_or(0);
    if story.lost() == Some(rebuilt) {
        rebuilt = twists::DESK;
    }
    verdict
        .and_then(|()| story.check_rebuilt(rebuilt))
        .map(|()| report)
        .map_err(|broken| SimulationError::Broken { seed, broken })
}

/// The word in every text that people write.
pub const CANARY: &str = "marigold-canary-marigold";
