//! The toolchain folder made from Debian's `rustc-web`, `cargo-web` and `rust-web-src`.

use std::env;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::{TARGET, library};
use crate::process::{self, find_program, output};
use crate::project;

const RUSTC: &str = "/usr/bin/rustc";
const CARGO: &str = "/usr/bin/cargo";
const HOST_LIBRARIES: &str = "/usr/lib/rustlib/x86_64-unknown-linux-gnu/lib";
/// Names the compiler the folder was made from; written last.
const STAMP: &str = "made-from";

/// The folder, if it was made from the compiler that is installed now.
pub fn ready() -> Option<PathBuf> {
    let folder = folder();
    let made_from = fs::read_to_string(folder.join(STAMP)).ok()?;
    (made_from == installed_compiler().ok()?).then_some(folder)
}

/// Compiles the standard library and lays the folder out.
pub fn build() -> Result<PathBuf> {
    let folder = folder();
    if folder.exists() {
        fs::remove_dir_all(&folder).context("the old toolchain folder cannot be removed")?;
    }
    let libraries = compile_standard_library()?;
    lay_out(&folder, &libraries)?;
    fs::write(folder.join(STAMP), installed_compiler()?)?;
    Ok(folder)
}

/// Cargo of the folder, freed from what rustup told the cargo that runs us.
pub fn cargo(folder: &Path) -> Result<Command> {
    let bin = folder.join("bin");
    let mut cargo = process::command(bin.join("cargo"));
    for name in ["RUSTUP_TOOLCHAIN", "RUSTUP_HOME", "CARGO", "RUSTC_WRAPPER"] {
        cargo.env_remove(name);
    }
    cargo.env("RUSTC", bin.join("rustc"));
    let inherited = env::var_os("PATH").unwrap_or_default();
    let search = [bin].into_iter().chain(env::split_paths(&inherited));
    cargo.env("PATH", env::join_paths(search)?);
    Ok(cargo)
}

fn folder() -> PathBuf {
    project::tools().join("wasm-toolchain")
}

fn installed_compiler() -> Result<String> {
    output(
        process::command(RUSTC)
            .env_remove("RUSTUP_TOOLCHAIN")
            .arg("-vV"),
    )
}

/// Bitcode is kept for LTO.
fn compile_standard_library() -> Result<PathBuf> {
    let mut cargo = process::command(CARGO);
    cargo
        .env_remove("RUSTUP_TOOLCHAIN")
        .env("RUSTC", RUSTC)
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .args([
            "build",
            "-Zbuild-std=std,panic_abort,panic_unwind,proc_macro",
        ]);
    library::compile(&mut cargo, "wasm-std")
}

fn lay_out(folder: &Path, libraries: &Path) -> Result<()> {
    let bin = folder.join("bin");
    let wasm = folder.join("lib/rustlib").join(TARGET).join("lib");
    let host = folder.join("lib/rustlib/x86_64-unknown-linux-gnu");
    for part in [&bin, &wasm, &host.join("bin")] {
        fs::create_dir_all(part)?;
    }
    library::copy(libraries, &wasm)?;
    symlink(HOST_LIBRARIES, host.join("lib"))?;
    let linker = find_program(&["lld-22", "lld"]).context("lld is not installed")?;
    symlink(linker, host.join("bin/rust-lld"))?;
    symlink(CARGO, bin.join("cargo"))?;
    let shown = folder.display();
    library::script(
        &bin.join("rustc"),
        &format!("exec {RUSTC} --sysroot '{shown}' \"$@\""),
    )?;
    // cargo-clippy looks for its driver beside itself, so it is copied rather than linked.
    fs::copy("/usr/bin/cargo-clippy", bin.join("cargo-clippy"))?;
    library::script(
        &bin.join("clippy-driver"),
        &format!("export SYSROOT='{shown}'\nexec /usr/bin/clippy-driver \"$@\""),
    )
}
