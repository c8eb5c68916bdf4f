//! A new version of the app is published while people work with the old one.

use anyhow::{Result, ensure};
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::person::{add_person, found_agency, unlock};
use handrail_system_tests::relay::Relay;
use handrail_system_tests::site::Site;
use handrail_system_tests::wait::LONG_PATIENCE;

#[tokio::test]
async fn an_update_is_announced_and_applied_without_losing_a_half_written_note() -> Result<()> {
    let site = Site::copy()?;
    let mut relay = Relay::serving(site.folder())?;
    let phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    found_agency(&phone, &relay.origin(), "Sam Sandpiper").await?;
    let robin = add_person(&phone, "Robin Alder").await?;
    phone.ready_for_no_signal().await?;
    phone.press("@person-log").await?;
    phone.enter("@log-note", "Half of").await?;

    site.publish("second")?;
    phone.reload().await?;
    unlock(&phone).await?;
    // Announced, not applied: nothing is taken from under the person's hands.
    phone.see_within(LONG_PATIENCE, "@update-ready", "").await?;
    ensure!(
        version(&phone).await?.is_empty(),
        "the new version runs unasked"
    );
    let note = phone.value("@log-note").await?;
    ensure!(note == "Half of", "the draft holds {note:?}");
    phone.enter("@log-note", " a thought").await?;

    phone.press("@update-apply").await?;
    phone.see_within(LONG_PATIENCE, "@lock", "").await?;
    unlock(&phone).await?;
    runs(&phone, "second").await?;
    phone.see_no("@update-ready").await?;
    let note = phone.value("@log-note").await?;
    ensure!(note == "Half of a thought", "the draft holds {note:?}");

    relay.stop();
    phone.reload().await?;
    unlock(&phone).await?;
    runs(&phone, "second").await?;
    phone.press("@log-save").await?;
    phone.go(&robin).await?;
    phone
        .see_text("@entry-note", "Half of a thought")
        .await
        .map(drop)
}

#[tokio::test]
async fn an_update_put_off_leaves_the_work_alone_and_comes_with_the_next_start() -> Result<()> {
    let site = Site::copy()?;
    let mut relay = Relay::serving(site.folder())?;
    let mut phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    found_agency(&phone, &relay.origin(), "Sam Sandpiper").await?;
    let robin = add_person(&phone, "Robin Alder").await?;
    phone.ready_for_no_signal().await?;
    site.publish("second")?;
    phone.reload().await?;
    unlock(&phone).await?;
    phone.see_within(LONG_PATIENCE, "@update-ready", "").await?;
    phone.press("@update-later").await?;
    phone.see_no("@update-ready").await?;
    phone.go(&robin).await?;
    phone.press("@person-log").await?;
    phone.enter("@log-note", "Still here").await?;
    phone.press("@log-save").await?;
    phone.see_text("@entry-note", "Still here").await?;
    ensure!(
        version(&phone).await?.is_empty(),
        "the new version runs unasked"
    );

    phone.close().await?;
    relay.stop();
    phone.open_again().await?;
    phone.visit(&relay.origin()).await?;
    unlock(&phone).await?;
    runs(&phone, "second").await?;
    phone.go(&robin).await?;
    phone.see_text("@entry-note", "Still here").await.map(drop)
}

/// Empty for the first version.
async fn version(phone: &Browser) -> Result<String> {
    let script = "return getComputedStyle(document.documentElement)\
        .getPropertyValue('--published').trim()";
    let version = phone.script(script, vec![]).await?;
    Ok(version.as_str().unwrap_or_default().to_owned())
}

async fn runs(phone: &Browser, wanted: &str) -> Result<()> {
    let version = version(phone).await?;
    ensure!(version == wanted, "{version:?} runs");
    Ok(())
}
