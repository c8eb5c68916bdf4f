//! Measures what people feel and what the relay bears; prints JSON.
//!
//! Nothing here decides whether the product is right: a slow machine is not a
//! failing test.

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
mod relay;
mod relay_pushes;
mod screens;

use std::io::Write;
use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;

use caseload::Size;
use figures::Figures;

/// Measures the native program and the relay on this machine.
#[derive(Parser)]
struct Arguments {
    /// Shorter: fewer repetitions and only one caseload.
    #[arg(long)]
    quick: bool,
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

fn main() -> ExitCode {
    match measure(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "Stopped: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn measure(arguments: &Arguments) -> Result<()> {
    let site = arguments
        .site
        .join("index.html")
        .is_file()
        .then(|| arguments.site.clone());
    let run = first_sync::Run {
        site,
        quick: arguments.quick,
    };
    let whole = Size {
        participants: arguments.participants,
        encounters: arguments.encounters,
    };
    let mut figures = Figures::default();
    figures.note("the machine was shared with other work while this ran: times are upper bounds");
    bundle::measure(&arguments.site, &mut figures)?;
    first_sync::measure(whole, &run, &mut figures)?;
    if !arguments.quick {
        let fifty = Size {
            participants: 50,
            encounters: 400,
        };
        first_sync::measure(fifty, &run, &mut figures)?;
    }
    first_sync::measure_as_logged(arguments.quick, &mut figures)?;
    relay_pushes::measure(arguments.quick, &mut figures)?;
    let report = machine::report(&figures, arguments.quick);
    writeln!(std::io::stdout(), "{report:#}")?;
    Ok(())
}
