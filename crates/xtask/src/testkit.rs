//! The programs of the crate `handrail-testkit`.

use anyhow::Result;

use crate::process::{cargo, run};

/// Runs worlds one after another; a failing one names its seed.
pub fn simulate(seeds: u64, from: u64) -> Result<()> {
    let mut simulate = cargo();
    simulate
        .args(["run", "--release", "--package", "handrail-testkit"])
        .args(["--bin", "simulate", "--"])
        .args(["--seeds", &seeds.to_string(), "--from", &from.to_string()]);
    run(&mut simulate)
}
