//! Pictures of every screen, taken from the built app in a real browser.

use std::fs;

use anyhow::{Context, Result};

use crate::process::{cargo, run};
use crate::setup::TestTools;
use crate::web::{self, Quality};
use crate::{project, relay};

/// The few that stand in the documentation.
const SHOWN: [&str; 8] = [
    "phone-light-today",
    "phone-dark-today",
    "phone-light-person",
    "phone-light-log",
    "phone-dark-log",
    "phone-light-team",
    "desk-light-today-person",
    "desk-dark-team",
];

/// All pictures go to `target/screenshots`, the shown ones to `docs/screenshots`.
pub fn take(quality: Quality) -> Result<()> {
    let tools = TestTools::ensure()?;
    let site = web::build(quality)?;
    run(cargo().args(["build", "--package", "handrail-relay"]))?;
    let all = project::target().join("screenshots");
    let package = "handrail-system-tests";
    run(cargo()
        .args(["run", "--quiet", "--package", package])
        .args(["--bin", "screenshots", "--"])
        .arg(&all)
        .env("HANDRAIL_WEB_DIST", site)
        .env("HANDRAIL_RELAY", relay::program("debug"))
        .env("HANDRAIL_CHROMEDRIVER", &tools.chromedriver))?;
    let shown = project::root().join("docs").join("screenshots");
    fs::create_dir_all(&shown)?;
    for name in SHOWN {
        let file = format!("{name}.png");
        fs::copy(all.join(&file), shown.join(&file))
            .with_context(|| format!("no picture {file}"))?;
    }
    Ok(())
}
