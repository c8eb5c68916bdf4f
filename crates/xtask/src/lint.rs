//! What must hold for every change, besides the tests.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::packages;
use crate::process::{cargo, run};
use crate::project;
use crate::steps::Steps;
use crate::wasm::{TARGET, WasmToolchain};

mod calls;
mod edges;
mod licences;
mod metadata;
mod mission;
mod sizes;
mod sources;
mod words;

/// The features with which the whole workspace is compiled natively, in every command: one set, one build.
pub const NATIVE: [&str; 3] = [
    "--workspace",
    "--features",
    "handrail-app/desktop,handrail-store/conformance",
];

/// The checks that compile nothing: structure and formatting.
pub fn quick(steps: &mut Steps) -> Result<()> {
    steps.step("structure", structure)?;
    steps.step("formatting", || {
        run(cargo().args(["fmt", "--all", "--check"]))
    })
}

/// Runs every check; the quick ones first.
pub fn everything(steps: &mut Steps) -> Result<()> {
    quick(steps)?;
    steps.step("clippy, native", || {
        packages::ensure(&[&packages::DESKTOP])?;
        let mut clippy = cargo();
        clippy.arg("clippy").args(NATIVE).arg("--all-targets");
        run(clippy.args(["--", "--deny", "warnings"]))
    })?;
    steps.step("clippy, wasm", || {
        let mut clippy = WasmToolchain::ensure()?.cargo()?;
        clippy
            .args([
                "clippy",
                "--package",
                "handrail-app",
                "--package",
                "handrail-platform",
                "--package",
                "store-conformance",
            ])
            .args(["--features", "handrail-app/web", "--target", TARGET]);
        run(clippy.args(["--", "--deny", "warnings"]))
    })
}

/// Dependency edges, file sizes, forbidden calls, licences and the mission's table.
fn structure() -> Result<()> {
    let metadata = metadata::read()?;
    let sources = sources::read()?;
    let mut faults = edges::faults(&metadata);
    faults.extend(licences::faults(&metadata));
    faults.extend(sizes::faults(&sources));
    faults.extend(calls::faults(&sources));
    faults.extend(words::faults(&sources));
    let mission = fs::read_to_string(project::root().join(mission::PATH))
        .with_context(|| format!("{} cannot be read", mission::PATH))?;
    faults.extend(mission::faults(&mission, &sources));
    for fault in &faults {
        eprintln!("{fault}");
    }
    if faults.is_empty() {
        println!(
            "{} source files, {} packages: nothing to mend",
            sources.len(),
            metadata.len()
        );
        return Ok(());
    }
    bail!("{} to mend, listed above", faults.len())
}
