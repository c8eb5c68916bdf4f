//! Runs simulated worlds: `simulate --seeds 10000 --from 1`, with `--engines`
//! for whole engines with their databases, with `--twisted` for those of agencies
//! that share, cover, forget and lose phones (and `--parcels` where these also hand parcels over), with `--scenario NAME` for one attack.
//! Without either, each seed is a world in bad weather and one that is attacked.

use std::io::Write;
use std::process::ExitCode;

use clap::Parser;
use handrail_testkit::engine_simulation::{self, Template};
use handrail_testkit::hostile_simulation::{self, Scenario};
use handrail_testkit::item_simulation::{self, SimulationError};

/// Runs simulated worlds and names the seeds that break a promise.
#[derive(Parser)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "flags of a command line, each on its own"
)]
struct Arguments {
    /// How many seeds.
    #[arg(long, default_value_t = 500)]
    seeds: u64,
    /// The first seed.
    #[arg(long, default_value_t = 0)]
    from: u64,
    /// Whole engines instead of the conversation alone.
    #[arg(long)]
    engines: bool,
    /// Whole engines of agencies that also share, cover, forget, change keys and lose phones.
    #[arg(long)]
    twisted: bool,
    /// With `--twisted`: parcels go from hand to hand as well. Takes the odd seeds from there on.
    #[arg(long)]
    parcels: bool,
    /// Only the attack of this name, as in `docs/faults.md`.
    #[arg(long)]
    scenario: Option<String>,
    /// Only attacks, of every kind.
    #[arg(long)]
    attacks: bool,
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let seeds = arguments.from..arguments.from + arguments.seeds;
    let few = arguments.seeds <= 30;
    let mut failed = 0_u64;
    let mut tell = |outcome: Result<String, String>| match outcome {
        Ok(report) if few => say(&report),
        Ok(_) => {}
        Err(error) => {
            failed += 1;
            say(&error);
        }
    };
    if arguments.engines || arguments.twisted {
        let (template, run): (_, fn(u64, &Template) -> _) = if arguments.twisted {
            let run = if arguments.parcels {
                engine_simulation::run_twisted_with_parcels
            } else {
                engine_simulation::run_twisted
            };
            (Template::with_guest(2), run)
        } else {
            (Template::with_coaches(2), engine_simulation::run)
        };
        let template = match template {
            Ok(template) => template,
            Err(error) => {
                say(&error.to_string());
                return ExitCode::FAILURE;
            }
        };
        for seed in seeds {
            let seed = if arguments.parcels {
                2 * seed + 1
            } else {
                seed
            };
            let outcome: Result<engine_simulation::Report, _> = run(seed, &template);
            tell(
                outcome
                    .map(|report| format!("seed {seed}: {report:?}"))
                    .map_err(|e| e.to_string()),
            );
        }
    } else {
        let only = Scenario::ALL
            .into_iter()
            .find(|scenario| Some(scenario.name()) == arguments.scenario);
        if only.is_none() && arguments.scenario.is_some() {
            say("there is no attack of that name");
            return ExitCode::FAILURE;
        }
        for seed in seeds {
            if only.is_none() && !arguments.attacks {
                tell(weather(seed, few));
            }
            let scenario = only.unwrap_or_else(|| Scenario::of_seed(seed));
            let outcome = hostile_simulation::run_scenario(scenario, seed);
            tell(
                outcome
                    .map(|report| format!("seed {seed}: {report:?}"))
                    .map_err(|error| error.to_string()),
            );
        }
    }
    say(&format!("{} seeds, {failed} failed", arguments.seeds));
    if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// A world in which nobody means harm.
fn weather(seed: u64, few: bool) -> Result<String, String> {
    item_simulation::run(seed)
        .map(|report| format!("seed {seed}: {report:?}"))
        .map_err(|error| match &error {
            SimulationError::Broken { story, .. } if few => format!("{error}\n{story}"),
            _ => error.to_string(),
        })
}

/// Prints a line; nobody may be listening any more.
fn say(line: &str) {
    let _ = writeln!(std::io::stdout(), "{line}");
}
