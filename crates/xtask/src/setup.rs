//! What building and testing need beyond Rust itself.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::packages;
use crate::process::{cargo, command, find_program, run};
use crate::project;
use crate::wasm::WasmToolchain;

const GECKODRIVER_VERSION: &str = "0.37.1";
const AXE_VERSION: &str = "4.14.1";

/// Installs everything that is missing for any command.
pub fn everything() -> Result<()> {
    packages::ensure(&[&packages::WEB, &packages::DESKTOP, &packages::TESTS])?;
    WasmToolchain::ensure()?;
    let tools = TestTools::ensure()?;
    eprintln!(
        "Ready. Firefox is driven by {}.",
        tools.geckodriver.display()
    );
    Ok(())
}

/// Programs and files the browser and desktop tests use.
pub struct TestTools {
    pub chromedriver: PathBuf,
    pub geckodriver: PathBuf,
    pub webkit_driver: PathBuf,
    pub xvfb: PathBuf,
    pub axe: PathBuf,
}

impl TestTools {
    pub fn ensure() -> Result<Self> {
        packages::ensure(&[&packages::TESTS])?;
        Ok(Self {
            chromedriver: find_program(&["chromedriver"])
                .context("chromedriver is not installed (Debian package chromium-driver)")?,
            geckodriver: geckodriver()?,
            webkit_driver: find_program(&["WebKitWebDriver"])
                .context("WebKitWebDriver is not installed (Debian package webkit2gtk-driver)")?,
            xvfb: find_program(&["Xvfb"]).context("Xvfb is not installed (Debian package xvfb)")?,
            axe: axe()?,
        })
    }
}

/// Debian has no package of it; it is a Rust program.
fn geckodriver() -> Result<PathBuf> {
    if let Some(found) = find_program(&["geckodriver"]) {
        return Ok(found);
    }
    let program = project::tools().join("bin/geckodriver");
    if !program.is_file() {
        eprintln!("Compiling geckodriver, which drives Firefox in the tests.");
        let mut install = cargo();
        install
            .args([
                "install",
                "--locked",
                "--debug",
                "--version",
                GECKODRIVER_VERSION,
            ])
            .arg("--root")
            .arg(project::tools())
            .arg("--target-dir")
            .arg(project::tools().join("geckodriver-build"))
            .arg("geckodriver");
        run(&mut install)?;
    }
    Ok(program)
}

/// The accessibility checker that the tests run inside each page.
fn axe() -> Result<PathBuf> {
    let folder = project::tools().join(format!("axe-core-{AXE_VERSION}"));
    let script = folder.join("package/axe.min.js");
    if !script.is_file() {
        if find_program(&["npm"]).is_none() {
            packages::ensure(&[&packages::NPM])?;
        }
        fs::create_dir_all(&folder)?;
        let mut pack = command("npm");
        pack.args(["pack", "--silent", &format!("axe-core@{AXE_VERSION}")]);
        run(pack.current_dir(&folder))?;
        let mut unpack = command("tar");
        unpack.args([
            "--extract",
            "--gzip",
            "--file",
            &format!("axe-core-{AXE_VERSION}.tgz"),
        ]);
        run(unpack.current_dir(&folder).arg("package/axe.min.js"))?;
    }
    Ok(script)
}
