//! The same person on a second device, by a code that its camera reads.

use anyhow::{Result, ensure};
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::code;
use handrail_system_tests::person::{PASSPHRASE, add_person, discharge_today, log_from_today};
use handrail_system_tests::relay::Relay;
use handrail_system_tests::team::{COACH, meet, supervisor_and_coach};
use handrail_system_tests::wait::LONG_PATIENCE;

const NAME: &str = "Robin Alder";

/// Issue 3.2, and 3.9 for what the log says of it.
#[tokio::test]
async fn a_coach_scans_a_code_and_goes_on_with_a_second_device_under_their_own_name() -> Result<()>
{
    let relay = Relay::start()?;
    let (desk, phone) = supervisor_and_coach(&relay).await?;
    let robin = add_person(&phone, NAME).await?;
    discharge_today(&phone).await?;
    log_from_today(&phone).await?;

    desk.press("@place-team").await?;
    desk.see_within(LONG_PATIENCE, "@member-row", COACH).await?;
    desk.press_one("@member-row", COACH).await?;
    desk.press("@device-invite").await?;
    desk.see_within(LONG_PATIENCE, "@invitation-link", "http")
        .await?;
    let scanned = code::scan(&desk, "@invitation-qr").await?;

    // No name is asked of somebody who has one.
    let tablet = Browser::open(Kind::Chromium, Screen::Desk).await?;
    tablet.visit(&scanned).await?;
    tablet.see("@invitation-found").await?;
    tablet.enter("@join-passphrase", PASSPHRASE).await?;
    tablet.enter("@join-again", PASSPHRASE).await?;
    tablet.press("@join-submit").await?;
    tablet.see_within(LONG_PATIENCE, "@today", "").await?;
    meet(&tablet, &robin, NAME).await?;
    tablet
        .see_within(LONG_PATIENCE, "@entry-what", "Phone")
        .await?;
    tablet.go("/more").await?;
    tablet.see_within(LONG_PATIENCE, "@more", COACH).await?;

    // What is written on the one comes to the other.
    tablet.go(&robin).await?;
    tablet.press("@person-log").await?;
    tablet.enter("@log-note", "From the tablet").await?;
    tablet.press("@log-save").await?;
    phone.go(&robin).await?;
    phone
        .see_within(LONG_PATIENCE, "@entry-note", "From the tablet")
        .await?;

    // Both stand under the coach's name, and the log tells when the second came.
    desk.press("@place-team").await?;
    desk.press_one("@member-row", COACH).await?;
    desk.until("two devices", LONG_PATIENCE, async || {
        let devices = desk.texts("@device-row").await?;
        Ok((devices.len() == 2).then_some(()))
    })
    .await?;
    desk.go("/team/accesses").await?;
    desk.see_within(LONG_PATIENCE, "@access", "Added a device")
        .await?;
    let lines = desk.texts("@access").await?;
    let added = |line: &&String| line.contains("Added a device");
    let added: Vec<_> = lines.iter().filter(added).collect();
    ensure!(added.len() == 1 && added[0].contains(COACH), "{lines:?}");
    ensure!(!lines.concat().contains("Time not known"), "{lines:?}");
    desk.press("@accesses-given").await?;
    desk.see_no("@access").await?;
    desk.press("@accesses-team").await?;
    desk.see_text("@access", "Made a link for another device of Cleo")
        .await
        .map(drop)
}
