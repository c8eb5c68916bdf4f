//! The store's conformance suite on the private files of real browsers.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::program::place;
use handrail_system_tests::relay::Relay;

const PATIENCE: Duration = Duration::from_mins(3);
/// What the suite has for a place that keeps its content, twice.
const LEAST: usize = 100;

#[tokio::test]
async fn the_store_conforms_on_chromiums_private_files() -> Result<()> {
    conforms(Kind::Chromium).await
}

#[tokio::test]
async fn the_store_conforms_on_firefoxs_private_files() -> Result<()> {
    conforms(Kind::Firefox).await
}

async fn conforms(kind: Kind) -> Result<()> {
    let relay = Relay::serving(&place("HANDRAIL_CONFORMANCE_DIST")?)?;
    let browser = Browser::open(kind, Screen::Desk).await?;
    browser.visit(&relay.origin()).await?;
    let outcome = browser
        .until("the end of the suite", PATIENCE, async || {
            let title = browser.driver()?.title().await?;
            Ok((title != "running").then_some(title))
        })
        .await?;
    let problems = browser.texts("#problems").await?;
    let passed: usize = outcome
        .strip_prefix("passed ")
        .with_context(|| format!("{outcome}: {problems:?}"))?
        .parse()?;
    ensure!(passed >= LEAST, "only {passed} cases ran");
    Ok(())
}
