//! The desktop program.

use std::path::PathBuf;

use anyhow::Result;

use crate::packages;
use crate::process::{cargo, command, run};
use crate::project;

/// Builds the program and opens its window; ends when the window is closed.
pub fn open() -> Result<()> {
    packages::ensure(&[&packages::DESKTOP])?;
    let mut build = cargo();
    build
        .args([
            "build",
            "--release",
            "--package",
            "handrail-app",
            "--bin",
            "handrail",
        ])
        .args(["--features", "desktop"]);
    run(&mut build)?;
    run(&mut command(program("release")))
}

/// Where cargo puts the program.
pub fn program(profile_folder: &str) -> PathBuf {
    project::target().join(profile_folder).join("handrail")
}
