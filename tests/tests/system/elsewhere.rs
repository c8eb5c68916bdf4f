//! Other browsers, other storage, and no agency at all.

use anyhow::{Result, ensure};
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::person::{
    add_person, discharge_today, found_agency, invite_a_coach, join, log_from_today, unlock,
};
use handrail_system_tests::places::open_sample;
use handrail_system_tests::relay::Relay;
use handrail_system_tests::wait::LONG_PATIENCE;

#[tokio::test]
async fn firefox_works_with_no_signal_and_sends_what_waited() -> Result<()> {
    let mut relay = Relay::start()?;
    let desk = Browser::open(Kind::Chromium, Screen::Desk).await?;
    found_agency(&desk, &relay.origin(), "Sam Sandpiper").await?;
    let link = invite_a_coach(&desk).await?;
    let fox = Browser::open(Kind::Firefox, Screen::Phone).await?;
    join(&fox, &link, "Cleo Marsh").await?;
    let robin = add_person(&fox, "Robin Alder").await?;
    discharge_today(&fox).await?;
    fox.ready_for_no_signal().await?;

    relay.stop();
    let taps = log_from_today(&fox).await?;
    ensure!(taps <= 4, "logging took {taps} taps");
    fox.reload().await?;
    unlock(&fox).await?;
    fox.go(&robin).await?;
    fox.see_text("@entry-what", "Phone · Reached").await?;
    fox.see_text("@entry-delivery", "waits to be sent").await?;

    relay.start_again()?;
    fox.see_within(LONG_PATIENCE, "@entry-delivery", "reached the supervisor")
        .await?;
    desk.go(&robin).await?;
    desk.see_text("@entry-what", "Phone · Reached")
        .await
        .map(drop)
}

#[tokio::test]
async fn where_private_files_are_missing_the_other_storage_keeps_everything() -> Result<()> {
    let relay = Relay::start()?;
    let mut phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    let address = format!("{}/?storage=indexeddb", relay.origin());
    found_agency(&phone, &address, "Sam Sandpiper").await?;
    let script = "const done = arguments[0]; \
                  indexedDB.databases().then((list) => done(list.length))";
    let databases = phone.driver()?.execute_async(script, vec![]).await?;
    ensure!(databases.json().as_u64() > Some(0), "no database was made");
    let robin = add_person(&phone, "Robin Alder").await?;
    discharge_today(&phone).await?;
    log_from_today(&phone).await?;
    phone.close().await?;

    phone.open_again().await?;
    phone.visit(&address).await?;
    unlock(&phone).await?;
    phone.go(&robin).await?;
    phone
        .see_text("@entry-what", "Phone · Reached")
        .await
        .map(drop)
}

#[tokio::test]
async fn looking_around_with_sample_data_needs_no_relay() -> Result<()> {
    let mut relay = Relay::start()?;
    let phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    phone.visit(&relay.origin()).await?;
    phone.see("@welcome").await?;
    phone.ready_for_no_signal().await?;
    relay.stop();
    open_sample(&phone, &relay.origin()).await?;
    phone.see("@owed-row").await?;
    phone.press("@place-people").await?;
    phone.see_text("@people-count", "40 people").await?;
    phone.press("@person-row").await?;
    phone.see("@timeline @entry").await
}
