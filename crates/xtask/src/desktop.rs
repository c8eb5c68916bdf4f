//! The desktop program.

use std::env;
use std::path::PathBuf;

use anyhow::{Result, ensure};

use crate::packages;
use crate::process::{cargo, command, run};
use crate::project;

/// Builds the program and opens its window; ends when the window is closed.
pub fn open() -> Result<()> {
    ensure!(
        has_screen(),
        "the desktop program needs a screen, and there is none here: neither DISPLAY nor \
         WAYLAND_DISPLAY is set.\nStart this from a desktop session. To see the program work \
         without one: cargo xtask test --only system desktop"
    );
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

/// Said before minutes of building, not after.
fn has_screen() -> bool {
    let named = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(target_os = "macos", target_os = "windows"))
        || ["DISPLAY", "WAYLAND_DISPLAY"].into_iter().any(named)
}

/// Where cargo puts the program.
pub fn program(profile_folder: &str) -> PathBuf {
    project::target().join(profile_folder).join("handrail")
}
