//! The page with the suite, served by the real relay and opened in real browsers.
//! `cargo xtask test --only system` builds what this needs and says where it is.
#![cfg(not(target_arch = "wasm32"))]

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use thirtyfour::{By, Capabilities, ChromiumLikeCapabilities, DesiredCapabilities, WebDriver};
use tokio::time::{Instant, sleep};

#[path = "browsers/program.rs"]
mod program;

use program::{Program, place};

const PATIENCE: Duration = Duration::from_mins(3);
/// What the suite has for a place that keeps its content, twice.
const LEAST: usize = 100;

#[tokio::test]
async fn the_store_conforms_on_chromiums_private_files() -> Result<()> {
    let driver = Program::start(
        "HANDRAIL_CHROMEDRIVER",
        &["--port=0"],
        "successfully on port ",
    )?;
    let mut wanted = DesiredCapabilities::chrome();
    wanted.add_arg("--headless=new")?;
    wanted.add_arg("--no-sandbox")?;
    conforms(&driver, wanted.into()).await
}

#[tokio::test]
async fn the_store_conforms_on_firefoxs_private_files() -> Result<()> {
    let driver = Program::start(
        "HANDRAIL_GECKODRIVER",
        &["--port", "0"],
        "Listening on 127.0.0.1:",
    )?;
    let mut wanted = DesiredCapabilities::firefox();
    wanted.set_headless()?;
    conforms(&driver, wanted.into()).await
}

async fn conforms(driver: &Program, wanted: Capabilities) -> Result<()> {
    let data = tempfile::tempdir()?;
    let data_folder = data.path().to_string_lossy().into_owned();
    let site = place("HANDRAIL_CONFORMANCE_DIST")?;
    let site_folder = site.to_string_lossy().into_owned();
    let arguments = [
        "--listen",
        "127.0.0.1:0",
        "--data",
        &data_folder,
        "--web",
        &site_folder,
    ];
    let relay = Program::start(
        "HANDRAIL_RELAY",
        &arguments,
        "listening on http://127.0.0.1:",
    )?;
    // The drivers are asked without TLS; the client wants a provider all the same.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let browser = WebDriver::new(format!("http://127.0.0.1:{}", driver.port), wanted)
        .await
        .context("the browser did not start")?;
    let outcome = read_outcome(&browser, relay.port).await;
    browser.quit().await?;
    let (title, problems) = outcome?;
    let passed: usize = title
        .strip_prefix("passed ")
        .with_context(|| format!("{title}:\n{problems}"))?
        .parse()?;
    ensure!(passed >= LEAST, "only {passed} cases ran");
    Ok(())
}

/// Title and list of problems, once the last case is through.
async fn read_outcome(browser: &WebDriver, port: u16) -> Result<(String, String)> {
    browser.goto(format!("http://127.0.0.1:{port}/")).await?;
    let start = Instant::now();
    let mut title = browser.title().await?;
    while title == "running" {
        ensure!(start.elapsed() < PATIENCE, "the suite did not end");
        sleep(Duration::from_millis(200)).await;
        title = browser.title().await?;
    }
    let problems = browser.find(By::Id("problems")).await?.text().await?;
    Ok((title, problems))
}
