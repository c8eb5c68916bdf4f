//! Everything that must pass before a change is kept.

use std::path::PathBuf;
use std::process::Command;
use std::thread;

use anyhow::{Result, bail};
use clap::ValueEnum;

use crate::lint::{self, NATIVE};
use crate::packages;
use crate::process::{cargo, run};
use crate::project;
use crate::setup::TestTools;
use crate::steps::Steps;
use crate::web::{self, Quality};
use crate::{desktop, relay};

mod binaries;
mod tally;

use binaries::TestBinary;
use tally::Tally;

/// One part of the whole.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    /// Formatting, structure, clippy
    Lint,
    /// Unit, property and integration tests of every crate, natively
    Native,
    /// Relay, browsers and desktop program together
    System,
}

/// Its tests need the built programs, and browsers.
const SYSTEM_TESTS: &str = "handrail-system-tests";

/// Runs one part, or all of them; stops at the first failure.
///
/// `filter` keeps only the tests with that text in their name.
pub fn everything(only: Option<Part>, filter: Option<&str>) -> Result<()> {
    let wanted = |part| only.is_none_or(|only| only == part);
    let mut steps = Steps::default();
    let mut tally = Tally::default();
    if wanted(Part::Lint) {
        lint::everything(&mut steps)?;
    }
    if wanted(Part::Native) || wanted(Part::System) {
        let built = steps.step("compile, native", compile)?;
        let (system, native): (Vec<_>, Vec<_>) = built
            .into_iter()
            .partition(|binary| binary.package == SYSTEM_TESTS);
        if wanted(Part::Native) && wanted(Part::System) {
            // Linking the web app keeps one processor busy for minutes, some of the tests the other.
            let both = thread::scope(|scope| {
                let prepared = scope.spawn(Surroundings::prepare);
                let tested = native_tests(&mut steps, &native, filter, &mut tally);
                let prepared = steps.step("web app and browsers, beside the native tests", || {
                    prepared
                        .join()
                        .unwrap_or_else(|_| bail!("it broke; its report is above"))
                });
                tested.and(prepared)
            });
            system_tests(&mut steps, &both?, &system, filter, &mut tally)?;
        } else if wanted(Part::Native) {
            native_tests(&mut steps, &native, filter, &mut tally)?;
        } else {
            let surroundings = steps.step("web app and browsers", Surroundings::prepare)?;
            system_tests(&mut steps, &surroundings, &system, filter, &mut tally)?;
        }
    }
    steps.print_summary();
    println!("\n{tally}");
    Ok(())
}

fn native_tests(
    steps: &mut Steps,
    binaries: &[TestBinary],
    filter: Option<&str>,
    tally: &mut Tally,
) -> Result<()> {
    steps.step("native tests", || run_all(binaries, filter, tally, |_| {}))?;
    steps.step("examples in the documentation", || {
        run(cargo().arg("test").args(NATIVE).args(["--doc", "--quiet"]))
    })
}

fn system_tests(
    steps: &mut Steps,
    surroundings: &Surroundings,
    binaries: &[TestBinary],
    filter: Option<&str>,
    tally: &mut Tally,
) -> Result<()> {
    steps.step("system tests", || {
        run_all(binaries, filter, tally, |command| {
            surroundings.tell(command);
        })
    })
}

/// Compiles all programs and tests with one set of features, and lists the tests.
fn compile() -> Result<Vec<TestBinary>> {
    packages::ensure(&[&packages::DESKTOP])?;
    run(cargo().arg("build").args(NATIVE).arg("--bins"))?;
    binaries::compile(cargo().arg("test").args(NATIVE))
}

fn run_all(
    binaries: &[TestBinary],
    filter: Option<&str>,
    tally: &mut Tally,
    prepare: impl Fn(&mut Command),
) -> Result<()> {
    for binary in binaries {
        let mut command = binary.command();
        command.args(filter);
        prepare(&mut command);
        tally.run(&binary.name, &mut command)?;
    }
    Ok(())
}

/// What the system tests are told about their surroundings, by environment variables.
struct Surroundings {
    site: PathBuf,
    conformance: PathBuf,
    tools: TestTools,
}

impl Surroundings {
    fn prepare() -> Result<Self> {
        let tools = TestTools::ensure()?;
        let site = web::build(Quality::Shipped)?;
        let conformance = web::build_conformance()?;
        Ok(Self {
            site,
            conformance,
            tools,
        })
    }

    fn tell(&self, command: &mut Command) {
        command
            .env("HANDRAIL_WEB_DIST", &self.site)
            .env("HANDRAIL_CONFORMANCE_DIST", &self.conformance)
            .env("HANDRAIL_RELAY", relay::program("debug"))
            .env("HANDRAIL_DESKTOP", desktop::program("debug"))
            .env("HANDRAIL_CHROMEDRIVER", &self.tools.chromedriver)
            .env("HANDRAIL_GECKODRIVER", &self.tools.geckodriver)
            .env("HANDRAIL_WEBKIT_DRIVER", &self.tools.webkit_driver)
            .env("HANDRAIL_XVFB", &self.tools.xvfb)
            .env("HANDRAIL_AXE", &self.tools.axe)
            .env("HANDRAIL_OUTPUT", project::target().join("system-tests"))
            // Two browsers at once keep both processors busy; each test has a relay, browsers and a screen of its own.
            .arg("--test-threads=2");
    }
}
