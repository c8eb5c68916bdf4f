//! A compiler for the bundle that people get: with a standard library compiled for size, and panics
//! that stop without a word.
//!
//! What a panic would say costs a tenth of the module, and the console of a browser is no place for it:
//! the words could quote a note. The function where it stopped is found with `dist/web.symbols`.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use super::{TARGET, library};
use crate::process::{self, output, succeeds};
use crate::project;

/// What `{:?}` would print of a value is left out too, but for its name. Equal functions are made one by
/// the bundler, which keeps the names of both: it must know whose code may come later.
const STOP_AT_ONCE: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none \
                            -Zfmt-debug=shallow -Zmerge-functions=disabled";
/// Names compiler and flags that the folder was made with; written last.
const STAMP: &str = "made-with";

/// A compiler ready to use, and what it must be told.
pub struct CompactCompiler {
    rustc: PathBuf,
    /// Flags for everything compiled with it.
    pub flags: &'static str,
}

impl CompactCompiler {
    /// Makes it where rustup can fetch the library's sources; without them, says that the bundle will be
    /// larger. Cheap when it has been done before.
    pub fn ensure() -> Result<Option<Self>> {
        let system = system_root()?;
        if !has_sources(&system) {
            eprintln!("The sources of Rust's library are missing; asking rustup for them.");
            let mut add = process::command("rustup");
            let _told_below = succeeds(add.args(["component", "add", "rust-src"]));
        }
        if !has_sources(&system) {
            eprintln!("rustup cannot fetch them here; the web app will be a little larger.");
            return Ok(None);
        }
        let folder = project::tools().join("wasm-compact");
        let compiler = Self {
            rustc: folder.join("bin/rustc"),
            flags: STOP_AT_ONCE,
        };
        let wanted = stamp()?;
        if fs::read_to_string(folder.join(STAMP)).is_ok_and(|stamp| stamp == wanted) {
            return Ok(Some(compiler));
        }
        if folder.exists() {
            fs::remove_dir_all(&folder).context("the old compiler folder cannot be removed")?;
        }
        lay_out(&folder, &system, &compile_library()?)?;
        fs::write(folder.join(STAMP), wanted)?;
        Ok(Some(compiler))
    }

    /// Lets this cargo use the compiler.
    pub fn serve(&self, cargo: &mut Command) {
        cargo.env("RUSTC", &self.rustc);
    }
}

fn system_root() -> Result<PathBuf> {
    let mut rustc = process::command("rustc");
    let folder = output(rustc.args(["--print", "sysroot"]))?;
    Ok(PathBuf::from(folder.trim()))
}

fn has_sources(system: &Path) -> bool {
    let library = system.join("lib/rustlib/src/rust/library");
    library.join("Cargo.lock").is_file()
}

fn stamp() -> Result<String> {
    let compiler = output(process::command("rustc").arg("-vV"))?;
    Ok(format!("{compiler}{STOP_AT_ONCE}\n"))
}

/// Its sorting and formatting are written for size. Bitcode is kept for LTO.
fn compile_library() -> Result<PathBuf> {
    let mut cargo = process::cargo();
    cargo
        .env("RUSTFLAGS", format!("-Cembed-bitcode=yes {STOP_AT_ONCE}"))
        .args(["build", "-Zbuild-std=std,panic_abort"])
        .arg("-Zbuild-std-features=optimize_for_size");
    library::compile(&mut cargo, "wasm-compact-std")
}

fn lay_out(folder: &Path, system: &Path, libraries: &Path) -> Result<()> {
    let (bin, all) = (folder.join("bin"), folder.join("lib/rustlib"));
    let wasm = all.join(TARGET).join("lib");
    for part in [&bin, &wasm] {
        fs::create_dir_all(part)?;
    }
    library::copy(libraries, &wasm)?;
    let compiler = output(process::command("rustc").arg("-vV"))?;
    let host = compiler
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .context("rustc does not say what it runs on")?;
    symlink(system.join("lib/rustlib").join(host), all.join(host))?;
    let (own, rustc) = (folder.display(), system.join("bin/rustc"));
    library::script(
        &bin.join("rustc"),
        &format!(
            "# The flags above are for wasm alone; what runs while building is compiled as ever.\n\
             case \"$*\" in *{TARGET}*) export RUSTC_BOOTSTRAP=1 ;; esac\n\
             exec '{}' --sysroot '{own}' \"$@\"",
            rustc.display()
        ),
    )
}
