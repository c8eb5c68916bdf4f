//! The programs of the crate `handrail-testkit`.

use anyhow::Result;

use crate::process::{cargo, run};
use crate::project;

/// Runs worlds one after another; a failing one names its seed.
pub fn simulate(seeds: u64, from: u64) -> Result<()> {
    let mut simulate = cargo();
    simulate
        .args(["run", "--release", "--package", "handrail-testkit"])
        .args(["--bin", "simulate", "--"])
        .args(["--seeds", &seeds.to_string(), "--from", &from.to_string()]);
    run(&mut simulate)
}

/// Measures the product on this machine and prints the figures as JSON.
pub fn bench(quick: bool) -> Result<()> {
    let mut bench = cargo();
    bench
        .args(["run", "--quiet", "--release"])
        .args(["--package", "handrail-testkit", "--bin", "bench", "--"])
        .arg("--site")
        .arg(project::root().join("dist/web"));
    if quick {
        bench.arg("--quick");
    }
    run(&mut bench)
}
