//! A standard library for wasm, compiled from its sources.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::TARGET;
use crate::process::run;
use crate::project;

/// Builds an empty library crate with the standard library from source, by a cargo that was told which
/// parts; gives the folder that they are in.
pub fn compile(cargo: &mut Command, name: &str) -> Result<PathBuf> {
    let package = project::tools().join(name);
    if package.exists() {
        // What was made with other flags would be found beside.
        fs::remove_dir_all(&package).context("the old library cannot be removed")?;
    }
    fs::create_dir_all(package.join("src"))?;
    fs::write(
        package.join("Cargo.toml"),
        "[package]\nname = \"wasm-std\"\nversion = \"0.0.0\"\nedition = \"2021\"\n\n[workspace]\n\n\
         [profile.release]\nopt-level = \"s\"\n",
    )?;
    fs::write(package.join("src/lib.rs"), "#![no_std]\n")?;
    let target = package.join("target");
    cargo
        .current_dir(&package)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", &target)
        .args(["--release", "--target", TARGET]);
    run(cargo)?;
    Ok(target.join(TARGET).join("release").join("deps"))
}

/// Copies what [`compile`] made, without the empty crate.
pub fn copy(libraries: &Path, into: &Path) -> Result<()> {
    for entry in fs::read_dir(libraries)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default();
        let library = path
            .extension()
            .is_some_and(|extension| extension == "rlib");
        if library && !name.to_string_lossy().starts_with("libwasm_std") {
            fs::copy(&path, into.join(name))?;
        }
    }
    Ok(())
}

/// Writes a program for the shell.
pub fn script(path: &Path, body: &str) -> Result<()> {
    fs::write(path, format!("#!/bin/sh\n{body}\n"))?;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755))?;
    Ok(())
}
