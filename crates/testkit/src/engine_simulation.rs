//! Whole engines with their encrypted databases, in a bad world: what people do
//! on screens, and what must be true of it on every device afterwards.

mod check;
mod device;
mod parcels;
mod rebuilt;
mod template;
mod twisted;
mod twists;
mod workload;

use crate::random::{below, chance, seeded};
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
    /// Parcels that went from hand to hand among the twists.
    pub parcels: u64,
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
    run_with(seed, template, (false, false))
}

/// The same where people also hand over to each other, beside the relay, what is new. Of an even seed
/// devices are restored, and who was given what one forgot keeps one of the two aside, visibly: that is
/// no promise kept.
pub fn run_with_parcels(seed: u64, template: &Template) -> Result<Report, SimulationError> {
    run_with(seed, template, (false, true))
}

/// The same in an agency that also shares, covers, forgets, changes keys and loses a phone, with
/// a relay that runs on for months. The template needs a guest.
pub fn run_twisted(seed: u64, template: &Template) -> Result<Report, SimulationError> {
    run_with(seed, template, (true, false))
}

/// The same where parcels go from hand to hand as well: to somebody who reads them and to mere
/// carriers, damaged, twice, and long after, also those of a phone that was taken out meanwhile. Of odd
/// seeds, as with [`run_with_parcels`]. What happens besides is drawn as without parcels.
pub fn run_twisted_with_parcels(seed: u64, template: &Template) -> Result<Report, SimulationError> {
    run_with(seed, template, (true, true))
}

fn run_with(
    seed: u64,
    template: &Template,
    (twisted, gives): (bool, bool),
) -> Result<Report, SimulationError> {
    let mut rng = seeded(seed);
    let mut story = workload::Story::begin(seed, template)
        .map_err(|source| SimulationError::Template { seed, source })?;
    story.twists.on = twisted;
    let mut report = Report::default();
    let mut apart = seeded(seed ^ parcels::DRAWN_APART);
    story.world.faults = Faults::random(&mut rng);
    let events = 15 + below(&mut rng, 25);
    for _ in 0..events {
        story.something_happens(&mut rng, &mut report);
        if gives && twisted {
            if chance(&mut apart, 500) {
                report.parcels += u64::from(story.hand_on(&mut apart));
            }
        } else if gives && chance(&mut rng, 350) {
            story.somebody_meets_somebody(&mut rng);
        }
        story
            .world
            .run(below(&mut rng, 2 * STORM_MS / events), 2_000);
    }
    let began = story.world.now();
    story.world.calm_down();
    let mut verdict = story.until_all_agree();
    report.calm_ms = story.world.now() - began;
    if twisted && gives && verdict.is_ok() {
        story.empty_the_drawer(&mut apart);
        verdict = story.until_all_agree();
    }
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
