//! Worlds in which the relay, or a member, means harm. Each [`Scenario`] is a row
//! of the fault list (`docs/faults.md`); each seed is another world of it.

mod attack;
mod check;
mod hand;
mod scenario;
mod story;

use crate::agency::AgencyError;
use crate::random::{below, seeded};
use crate::world::{Faults, NodeInput};

pub use check::Broken;
pub use scenario::Scenario;

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
    /// While the attack went on, or after it.
    #[error("{}, seed {seed}, {when}: {broken}", scenario.name())]
    Broken {
        /// Seed.
        seed: u64,
        /// Which attack.
        scenario: Scenario,
        /// Before, during or after it.
        when: &'static str,
        /// Which promise.
        broken: Broken,
    },
}

/// What a run did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Report {
    /// Which attack.
    pub scenario: Scenario,
    /// Whether it took place.
    pub attacked: bool,
    /// Devices that said that something is wrong while it went on.
    pub warned: usize,
    /// Items that the relay destroyed because snapshots stand for them.
    pub destroyed: u64,
    /// Virtual milliseconds until everything agreed afterwards.
    pub calm_ms: u64,
}

const ROUNDS: u64 = 10;
const ROUND_MS: u64 = 6_000;
/// Without faults of the network, while the attack goes on.
const QUIET_MS: u64 = 10 * 60_000;
const LOOK_MS: u64 = 15_000;
/// Virtual time within which everything must agree, ms (I9).
const CALM_MS: u64 = 60 * 60_000;
const CALM_STEPS: u64 = 60_000;
/// I8: what one device asks at most, at once and then in each minute.
const MOST_AT_ONCE: u64 = 400;
const MOST_PER_MINUTE: u64 = 150;

/// Runs the scenario of a seed.
pub fn run(seed: u64) -> Result<Report, SimulationError> {
    run_scenario(Scenario::of_seed(seed), seed)
}

/// Runs one world of this scenario and checks every promise.
pub fn run_scenario(scenario: Scenario, seed: u64) -> Result<Report, SimulationError> {
    let mut rng = seeded(seed ^ 0x0bad);
    let broken = |when| {
        move |broken| SimulationError::Broken {
            seed,
            scenario,
            when,
            broken,
        }
    };
    let mut story = story::Story::begin(seed, &mut rng)
        .map_err(|source| SimulationError::Agency { seed, source })?;
    settle(&mut story, scenario).map_err(broken("before"))?;

    let mut attack = attack::Attack::begin(scenario, seed, &mut story, &mut rng);
    if seed % 2 == 1 {
        story.world.faults = Faults::random(&mut rng);
    }
    let mut destroyed = 0;
    for round in 0..ROUNDS {
        story.people_write(&mut rng);
        destroyed += story.relay_runs_on();
        attack.round(round, &mut story, &mut rng);
        story.world.run(below(&mut rng, 2 * ROUND_MS), 4_000);
    }
    story.world.faults = Faults::default();
    attack.evidence(&mut story, &mut rng);
    story.world.run(60_000, 20_000);
    attack.cross(&mut story, &mut rng);
    for index in 0..story.world.len() {
        story.world.give(index, NodeInput::Resumed);
    }
    let warned = endure(&mut story, &attack, scenario).map_err(broken("during"))?;

    destroyed += story.relay_runs_on();
    attack.end(&mut story, &mut rng);
    let report = |calm_ms| Report {
        scenario,
        attacked: attack.done,
        warned,
        destroyed,
        calm_ms,
    };
    if scenario == Scenario::ForksTheRoster {
        // The two sides can never agree again; that they say so was checked.
        return Ok(report(0));
    }
    let calm_ms = settle(&mut story, scenario).map_err(broken("after"))?;
    story
        .check_end(&attack, scenario)
        .map_err(broken("after"))?;
    Ok(report(calm_ms))
}

/// The attack goes on over a quiet network: what must hold then.
fn endure(
    story: &mut story::Story,
    attack: &attack::Attack,
    scenario: Scenario,
) -> Result<usize, Broken> {
    if !attack.done && scenario != Scenario::MembershipStorm {
        return Err(Broken::NoAttack);
    }
    let (began, requests) = (story.world.now(), story.world.traffic.requests);
    let devices = story.world.len();
    let mut honest = vec![false; devices];
    let mut warned = vec![false; devices];
    while story.world.now() < began + QUIET_MS {
        story.world.run(LOOK_MS, 20_000);
        for index in 0..devices {
            let Some(node) = story.world.node(index) else {
                continue;
            };
            let seen = honest.get_mut(index).zip(warned.get_mut(index));
            if let Some((honest, warned)) = seen {
                *honest |= story.away.contains(&index) || story.is_honest(index, scenario);
                *warned |= node.warns();
            }
        }
    }
    if let Some(device) = honest.iter().position(|honest| !honest) {
        let missing = story.missing(device, false);
        return Err(Broken::SilentLoss { device, missing });
    }
    let requests = story.world.traffic.requests - requests;
    let minutes = QUIET_MS / 60_000;
    if requests > devices as u64 * (MOST_AT_ONCE + MOST_PER_MINUTE * minutes) {
        return Err(Broken::Requests {
            requests,
            devices,
            minutes,
        });
    }
    story.check_safety(attack)?;
    Ok(warned.into_iter().filter(|warned| *warned).count())
}

/// Nothing goes wrong any more: everybody must have everything before long.
fn settle(story: &mut story::Story, scenario: Scenario) -> Result<u64, Broken> {
    let began = story.world.now();
    story.world.calm_down();
    let mut left = CALM_STEPS;
    while !story.is_settled(scenario) {
        if left == 0 || !story.world.step(began + CALM_MS) {
            return Err(story.why_not_settled(scenario));
        }
        left -= 1;
    }
    Ok(story.world.now() - began)
}
