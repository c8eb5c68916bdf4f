//! Measures what people feel and what the relay bears; prints JSON.
//!
//! Nothing here decides whether the product is right: a slow machine is not a
//! failing test. A scenario that cannot be carried out is told in the JSON,
//! and the program then ends with a failure.

#![allow(
    clippy::disallowed_methods,
    reason = "a benchmark reads the clock: that is its work"
)]

mod bundle;
mod caseload;
mod chromium;
mod device;
mod disk;
mod figures;
mod first_sync;
mod http;
mod in_browser;
mod machine;
mod network;
mod records;
mod relay;
mod relay_pushes;
mod scenarios;
mod screens;
mod teams;
mod wire;
mod world;
mod years;

use std::io::Write;
use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;

use caseload::Size;
use in_browser::Guest;
use scenarios::Scenarios;
use world::World;

/// Measures the native program, the relay, and the app in Chromium on this machine.
#[derive(Parser)]
struct Arguments {
    /// Shorter: fewer repetitions and only one caseload.
    #[arg(long)]
    quick: bool,
    /// Only scenarios whose name begins so (and what they need).
    #[arg(long)]
    only: Option<String>,
    /// Participants of the caseload.
    #[arg(long, default_value_t = 60)]
    participants: u32,
    /// Contacts of each participant.
    #[arg(long, default_value_t = 400)]
    encounters: u32,
    /// Folder of the built web app.
    #[arg(long, default_value = "dist/web")]
    site: std::path::PathBuf,
}

/// The scenarios that are measured on one caseload, which is written only for them.
const ON_THE_CASELOAD: [&str; 9] = [
    "native_log_offline",
    "native_log_online",
    "native_unlock",
    "native_search",
    "native_first_sync",
    "chromium_first_sync",
    "chromium_log",
    "chromium_search",
    "chromium_unlock",
];

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut scenarios = Scenarios::new(arguments.only.clone());
    scenarios.figures.note(machine::load("at the start"));
    measure(&arguments, &mut scenarios);
    match report(&scenarios, arguments.quick) {
        Ok(()) if scenarios.failures() == 0 => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

fn measure(arguments: &Arguments, scenarios: &mut Scenarios) {
    scenarios.run("bundle", |figures| {
        bundle::measure(&arguments.site, figures)
    });
    let whole = Size {
        participants: arguments.participants,
        encounters: arguments.encounters,
    };
    if ON_THE_CASELOAD.iter().any(|name| scenarios.is_wanted(name)) {
        measure_caseload(whole, arguments, scenarios);
    }
    if !arguments.quick {
        scenarios.run("native_first_sync_50x400", |figures| {
            let fifty = Size {
                participants: 50,
                encounters: 400,
            };
            let mut world = World::write(fifty, None, figures)?;
            world.send(figures)?;
            first_sync::measure(&mut world, figures)
        });
    }
    scenarios.run("native_two_years", teams::two_years);
    scenarios.run("native_ten_years", years::ten_years);
    scenarios.run("native_twelve_coaches", |figures| {
        teams::twelve_coaches(arguments.quick, figures)
    });
    scenarios.run("native_first_sync_sent_one_by_one", |figures| {
        first_sync::measure_as_logged(arguments.quick, figures)
    });
    scenarios.run("relay_pushes", |figures| {
        relay_pushes::measure(arguments.quick, figures)
    });
}

fn measure_caseload(size: Size, arguments: &Arguments, scenarios: &mut Scenarios) {
    let app = arguments.site.clone();
    let is_built = app.join("index.html").is_file();
    let mut world = scenarios.prepare("caseload_written", |figures| {
        World::write(size, is_built.then_some(app), figures)
    });
    scenarios.run_on(world.as_mut(), "native_log_offline", World::log_offline);
    scenarios.prepare("caseload_sent", |figures| match world.as_mut() {
        Some(world) => world.send(figures),
        None => anyhow::bail!("there is no caseload"),
    });
    scenarios.run_on(world.as_mut(), "native_log_online", World::log_online);
    scenarios.run_on(world.as_mut(), "native_unlock", |world, figures| {
        screens::unlock_to_today(&mut world.writer, 5, figures)
    });
    scenarios.run_on(world.as_mut(), "native_search", |world, figures| {
        screens::search(&mut world.writer, 3, figures)
    });
    scenarios.run_on(world.as_mut(), "native_first_sync", first_sync::measure);
    if scenarios.is_any_wanted("chromium") {
        measure_in_chromium(world.as_mut(), is_built, arguments.quick, scenarios);
    }
}

fn measure_in_chromium(
    world: Option<&mut World>,
    is_built: bool,
    quick: bool,
    scenarios: &mut Scenarios,
) {
    let mut guest = scenarios.prepare("chromium_first_sync", |figures| match world {
        Some(_) if !is_built => anyhow::bail!("the web app is not built (cargo xtask web)"),
        Some(world) => Guest::join(world, figures),
        None => anyhow::bail!("there is no caseload"),
    });
    let times = if quick { 40 } else { 120 };
    scenarios.run_on(guest.as_mut(), "chromium_log", |guest, figures| {
        guest.log(times, figures)
    });
    scenarios.run_on(guest.as_mut(), "chromium_search", Guest::search);
    let times = if quick { 10 } else { 30 };
    scenarios.run_on(guest.as_mut(), "chromium_unlock", |guest, figures| {
        guest.unlock(times, figures)
    });
}

fn report(scenarios: &Scenarios, quick: bool) -> Result<()> {
    let report = machine::report(scenarios, quick);
    writeln!(std::io::stdout(), "{report:#}")?;
    Ok(())
}
