//! The project's own commands, run as `cargo xtask <command>`.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

mod desktop;
mod lint;
mod mutants;
mod packages;
mod process;
mod project;
mod relay;
mod screenshots;
mod setup;
mod steps;
mod test;
mod testkit;
mod wasm;
mod web;

use steps::Steps;
use web::Quality;

#[derive(Parser)]
#[command(
    name = "cargo xtask",
    about = "Build, run and check Handrail",
    disable_help_subcommand = true
)]
struct Arguments {
    #[command(subcommand)]
    command: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Install what building and testing need
    Setup,
    /// Build everything, start the relay with the web app, and print the link
    Run {
        /// Address and port of the relay
        #[arg(long, default_value = "127.0.0.1:8787")]
        listen: SocketAddr,
        /// Folder of the relay's database
        #[arg(long, default_value = "target/relay-data")]
        data: PathBuf,
        /// Build the web app quickly, without optimisation
        #[arg(long)]
        dev: bool,
    },
    /// Build the web app into dist/web
    Web {
        /// Build quickly, without optimisation
        #[arg(long)]
        dev: bool,
    },
    /// Build the desktop program and open it
    Desktop,
    /// Check formatting, structure, clippy and licences
    Lint {
        /// Only what needs no compiling
        #[arg(long)]
        quick: bool,
    },
    /// Run all checks and tests
    Test {
        /// Only this part
        #[arg(long)]
        only: Option<test::Part>,
        /// Only tests with this text in their name
        filter: Option<String>,
    },
    /// Take pictures of every screen into target/screenshots and docs/screenshots
    Screenshots {
        /// Build the web app quickly, without optimisation
        #[arg(long)]
        dev: bool,
    },
    /// Simulate devices, a bad network, the relay, and attackers, each world from one seed
    Simulate {
        /// How many worlds
        #[arg(long, default_value_t = 500)]
        seeds: u64,
        /// The first seed
        #[arg(long, default_value_t = 0)]
        from: u64,
        /// Only this attack of docs/faults.md
        #[arg(long)]
        scenario: Option<String>,
    },
    /// Alter inputs of one target until it breaks; without a name, list the targets
    Fuzz {
        /// Target
        target: Option<String>,
        /// Another seed tries other inputs
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// Take checks of the verification code away, one by one, and see whether a test notices
    Mutants {
        /// Only this part
        #[arg(long)]
        only: Option<mutants::Part>,
        /// Only this file of it
        #[arg(long)]
        file: Option<String>,
    },
    /// Measure speed and sizes, and print them as JSON
    Bench {
        /// Fewer repetitions and only one caseload
        #[arg(long)]
        quick: bool,
        /// Only scenarios whose name begins so, and what they need
        #[arg(long)]
        only: Option<String>,
        /// Participants of the caseload
        #[arg(long)]
        participants: Option<u32>,
    },
    /// Run a cargo command for wasm, as in `cargo xtask wasm check -p handrail-store`
    Wasm {
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
}

fn main() -> ExitCode {
    match perform(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nStopped: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task) -> Result<()> {
    match task {
        Task::Setup => setup::everything(),
        Task::Run { listen, data, dev } => {
            relay::serve(&relay::Place { listen, data }, quality(dev))
        }
        Task::Web { dev } => web::build(quality(dev)).map(drop),
        Task::Desktop => desktop::open(),
        Task::Lint { quick } => {
            let mut steps = Steps::default();
            if quick {
                lint::quick(&mut steps)?;
            } else {
                lint::everything(&mut steps)?;
            }
            steps.print_summary();
            Ok(())
        }
        Task::Test { only, filter } => test::everything(only, filter.as_deref()),
        Task::Screenshots { dev } => screenshots::take(quality(dev)),
        Task::Simulate {
            seeds,
            from,
            scenario,
        } => testkit::simulate(seeds, from, scenario.as_deref()),
        Task::Fuzz { target, seed } => testkit::fuzz(target.as_deref(), seed),
        Task::Mutants { only, file } => mutants::try_all(only, file.as_deref()),
        Task::Bench {
            quick,
            only,
            participants,
        } => testkit::bench(quick, only.as_deref(), participants),
        Task::Wasm { arguments } => wasm::pass_through(&arguments),
    }
}

fn quality(dev: bool) -> Quality {
    if dev {
        Quality::Quick
    } else {
        Quality::Shipped
    }
}
