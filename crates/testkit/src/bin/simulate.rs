//! Runs simulated worlds: `simulate --seeds 10000 --from 1`.

use clap::Parser;
use handrail_testkit::item_simulation::{self, SimulationError};

/// Runs simulated worlds and names the seeds that break a promise.
#[derive(Parser)]
struct Arguments {
    /// How many seeds.
    #[arg(long, default_value_t = 500)]
    seeds: u64,
    /// The first seed.
    #[arg(long, default_value_t = 0)]
    from: u64,
}

fn main() -> std::process::ExitCode {
    let arguments = Arguments::parse();
    let mut failed = 0_u64;
    for seed in arguments.from..arguments.from + arguments.seeds {
        match item_simulation::run(seed) {
            Ok(report) => {
                if arguments.seeds <= 20 {
                    println!("seed {seed}: {report:?}");
                }
            }
            Err(error) => {
                failed += 1;
                println!("{error}");
                if let SimulationError::Broken { story, .. } = &error
                    && arguments.seeds == 1
                {
                    println!("{story}");
                }
            }
        }
    }
    println!("{} seeds, {failed} failed", arguments.seeds);
    if failed == 0 {
        std::process::ExitCode::SUCCESS
    } else {
        std::process::ExitCode::FAILURE
    }
}
