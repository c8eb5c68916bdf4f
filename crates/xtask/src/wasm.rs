//! A toolchain that compiles to `wasm32-unknown-unknown`.
//!
//! rustup's target is the way where it can be fetched. Where it cannot, Debian ships a Rust with its
//! library sources: its standard library is compiled once and put into a toolchain folder of our own.
//! What people get is compiled with a smaller standard library still, see `compact`.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::packages;
use crate::process::{self, find_program, output, run, succeeds};

mod compact;
mod debian;
mod library;

pub use compact::CompactCompiler;

pub const TARGET: &str = "wasm32-unknown-unknown";

/// A ready toolchain: rustup's, or a folder of ours.
pub enum WasmToolchain {
    /// The cargo in use has the target.
    Rustup,
    /// `bin/cargo` and `bin/rustc` below this folder.
    Folder(PathBuf),
}

impl WasmToolchain {
    /// Finds a toolchain, and makes one when there is none. Cheap when it has been done before.
    pub fn ensure() -> Result<Self> {
        packages::ensure(&[&packages::WEB])?;
        if rustup_target_installed()? {
            return Ok(Self::Rustup);
        }
        if let Some(folder) = debian::ready() {
            return Ok(Self::Folder(folder));
        }
        eprintln!("The wasm target is missing; asking rustup for it.");
        let mut add = process::command("rustup");
        if succeeds(add.args(["target", "add", TARGET])) && rustup_target_installed()? {
            return Ok(Self::Rustup);
        }
        eprintln!(
            "rustup cannot fetch it here; compiling it from Debian's Rust sources (a minute)."
        );
        packages::ensure(&[&packages::WEB_RUST])?;
        Ok(Self::Folder(debian::build()?))
    }

    /// The compiler for what people get, where it can be had.
    pub fn compact(&self) -> Result<Option<CompactCompiler>> {
        match self {
            Self::Rustup => CompactCompiler::ensure(),
            Self::Folder(_) => Ok(None),
        }
    }

    /// Cargo of this toolchain, with the C compiler for wasm set. The caller adds `--target`.
    pub fn cargo(&self) -> Result<Command> {
        let mut cargo = match self {
            Self::Rustup => process::cargo(),
            Self::Folder(folder) => debian::cargo(folder)?,
        };
        let compiler = find_program(&["clang-22", "clang-21", "clang-20", "clang-19", "clang"])
            .context("clang is not installed; it compiles SQLite to wasm")?;
        let archiver = find_program(&[
            "llvm-ar-22",
            "llvm-ar-21",
            "llvm-ar-20",
            "llvm-ar-19",
            "llvm-ar",
        ])
        .context("llvm-ar is not installed; it comes with the package llvm")?;
        cargo.env("CC_wasm32_unknown_unknown", compiler);
        cargo.env("AR_wasm32_unknown_unknown", archiver);
        Ok(cargo)
    }
}

/// `cargo xtask wasm check -p ...`: any cargo command with the wasm toolchain and target.
pub fn pass_through(arguments: &[String]) -> Result<()> {
    let (subcommand, rest) = arguments
        .split_first()
        .context("say which cargo command, such as `cargo xtask wasm check -p handrail-store`")?;
    let mut cargo = WasmToolchain::ensure()?.cargo()?;
    run(cargo.arg(subcommand).args(["--target", TARGET]).args(rest))
}

fn rustup_target_installed() -> Result<bool> {
    let mut rustc = process::command("rustc");
    let folder = output(rustc.args(["--print", "target-libdir", "--target", TARGET]))?;
    Ok(PathBuf::from(folder.trim()).is_dir())
}
