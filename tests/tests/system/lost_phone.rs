//! A phone is lost: the supervisor takes it out, and the coach goes on with another.

use anyhow::{Result, ensure};
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::person::{add_person, discharge_today, join, log_from_today};
use handrail_system_tests::relay::Relay;
use handrail_system_tests::team::{COACH, meet, supervisor_and_coach};
use handrail_system_tests::wait::LONG_PATIENCE;

const NAME: &str = "Robin Alder";
const AFTER: &str = "Met at the library";
const ON_NEW_PHONE: &str = "Called from the new phone";

/// The lost phone gets nothing more; the new one, by a link, has the whole caseload.
#[tokio::test]
async fn a_lost_phone_is_taken_out_and_the_coach_goes_on_with_a_new_one() -> Result<()> {
    let relay = Relay::start()?;
    let (desk, lost) = supervisor_and_coach(&relay).await?;
    let robin = add_person(&lost, NAME).await?;
    discharge_today(&lost).await?;
    log_from_today(&lost).await?;
    meet(&desk, &robin, NAME).await?;
    desk.see_within(LONG_PATIENCE, "@entry-what", "Phone")
        .await?;

    open_member(&desk, COACH).await?;
    desk.see_text("@device-holds", COACH).await?;
    desk.press("@device-remove").await?;
    desk.see("@device-remove-dialog").await?;
    desk.press("@device-remove-go").await?;
    desk.see_within(LONG_PATIENCE, "@device-row", "Taken out")
        .await?;
    desk.press("@device-invite").await?;
    let link = desk
        .see_within(LONG_PATIENCE, "@invitation-link", "http")
        .await?;

    // What is written from now on does not come to the lost phone, which says so.
    desk.go(&robin).await?;
    write(&desk, AFTER).await?;
    lost.see_within(LONG_PATIENCE, "@sync-pill", "taken out")
        .await?;
    lost.go(&robin).await?;
    lost.see_text("@person-name", NAME).await?;
    let notes = lost.texts("@entry-note").await?;
    ensure!(!notes.iter().any(|note| note.contains(AFTER)), "{notes:?}");

    let phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    join(&phone, link.trim(), "typed on the new phone").await?;
    meet(&phone, &robin, NAME).await?;
    phone
        .see_within(LONG_PATIENCE, "@entry-note", AFTER)
        .await?;
    write(&phone, ON_NEW_PHONE).await?;
    desk.see_within(LONG_PATIENCE, "@entry-note", ON_NEW_PHONE)
        .await?;
    open_member(&desk, COACH).await?;
    let devices = desk.texts("@device-row").await?;
    ensure!(devices.len() == 2, "{devices:?}");
    ensure!(
        devices
            .iter()
            .filter(|row| row.contains("Taken out"))
            .count()
            == 1,
        "{devices:?}"
    );
    Ok(())
}

/// Logs a contact with the person on the screen.
async fn write(browser: &Browser, note: &str) -> Result<()> {
    browser.press("@person-log").await?;
    browser.enter("@log-note", note).await?;
    browser.press("@log-save").await
}

async fn open_member(browser: &Browser, name: &str) -> Result<()> {
    browser.press("@place-team").await?;
    browser
        .see_within(LONG_PATIENCE, "@member-row", name)
        .await?;
    browser.press_one("@member-row", name).await?;
    browser.see("@member").await
}
