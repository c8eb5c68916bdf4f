//! The programs of the crate `handrail-testkit`.

use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::process::{cargo, run};
use crate::web::{self, Quality};

/// Runs worlds one after another; a failing one names its seed.
pub fn simulate(seeds: u64, from: u64, scenario: Option<&str>) -> Result<()> {
    let mut simulate = program("simulate");
    simulate.args(["--seeds", &seeds.to_string(), "--from", &from.to_string()]);
    if let Some(scenario) = scenario {
        simulate.args(["--scenario", scenario]);
    }
    run(&mut simulate)
}

/// Alters inputs of a target until it breaks.
pub fn fuzz(target: Option<&str>, seed: u64) -> Result<()> {
    let mut fuzz = program("fuzz");
    fuzz.args(target).args(["--seed", &seed.to_string()]);
    run(&mut fuzz)
}

fn program(name: &str) -> Command {
    let mut program = cargo();
    program
        .args(["run", "--release", "--package", "handrail-testkit"])
        .args(["--bin", name, "--"]);
    program
}

/// Measures the product on this machine and prints the figures as JSON; all else goes to standard error.
pub fn bench(quick: bool, only: Option<&str>, participants: Option<u32>) -> Result<()> {
    let site = web::build(Quality::Shipped)?;
    let mut bench = cargo();
    bench
        .args(["run", "--quiet", "--release"])
        .args(["--package", "handrail-testkit", "--bin", "bench", "--"])
        .arg("--site")
        .arg(site);
    if quick {
        bench.arg("--quick");
    }
    if let Some(only) = only {
        bench.args(["--only", only]);
    }
    if let Some(participants) = participants {
        bench.args(["--participants", &participants.to_string()]);
    }
    // Nothing else may come before the JSON.
    let status = bench.status().context("cargo could not be started")?;
    ensure!(status.success(), "the benchmark ended with {status}");
    Ok(())
}
