//! A day's work: a caseload from a file, a duty, and two who write at once.

use std::path::Path;

use anyhow::{Result, ensure};
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::person::{add_person, discharge_today, found_agency, log_from_today};
use handrail_system_tests::relay::Relay;

/// S0-6: a tentative date does not end the duty, a confirmed one does.
#[tokio::test]
async fn only_a_confirmed_intake_ends_the_daily_contact() -> Result<()> {
    let relay = Relay::start()?;
    let phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    found_agency(&phone, &relay.origin(), "Sam Sandpiper").await?;
    let robin = add_person(&phone, "Robin Alder").await?;
    discharge_today(&phone).await?;
    phone.press("@add-intake").await?;
    phone.press("@intake-status-tentative").await?;
    phone.set("@milestone-day", "2031-03-12").await?;
    phone.press("@milestone-save").await?;
    phone.see_text("@milestone", "Tentative").await?;
    phone
        .see_text("@duty-owed", "intake not confirmed (tentative")
        .await?;
    phone.press("@place-today").await?;
    phone
        .see_text("@owed-reason", "Daily contact, day 1")
        .await?;
    log_from_today(&phone).await?;
    phone.see_text("@settled-row", "Robin Alder").await?;
    phone.see_no("@owed-row").await?;

    phone.go(&robin).await?;
    phone.see("@duty-settled").await?;
    phone.press("@milestone-change").await?;
    phone.press("@intake-status-confirmed").await?;
    phone.press("@milestone-save").await?;
    phone.see_text("@duty-ended", "Intake confirmed").await?;
    phone.press("@place-today").await?;
    phone.see_no("@owed-row, @settled-row").await
}

#[tokio::test]
async fn a_caseload_from_a_file_comes_in_once() -> Result<()> {
    let relay = Relay::start()?;
    let phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    found_agency(&phone, &relay.origin(), "Sam Sandpiper").await?;
    phone.press("@place-people").await?;
    phone.press("@people-import").await?;
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/sample/caseload.csv");
    let file = file.canonicalize()?;
    let file = file.to_string_lossy();
    phone.enter("@import-file", &file).await?;
    phone.press("@import-run").await?;
    let added = phone.see_text("@report-added", "added").await?;
    ensure!(added.starts_with("40 "), "{added}");
    phone.press("@import-report @import-other").await?;

    phone.enter("@import-file", &file).await?;
    phone.press("@import-run").await?;
    phone.see_text("@report-added", "0 people added").await?;
    phone.see_text("@report-already", "40 were here").await?;
    phone.press("@report-see").await?;
    phone.see_text("@people-count", "40 people").await?;
    phone.enter("@people-search", "sandpip").await?;
    phone.see_text("@people-count", "1 person").await?;
    phone
        .see_text("@person-row", "Theo Sandpiper")
        .await
        .map(drop)
}
