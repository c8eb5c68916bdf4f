//! A phone is lost: the supervisor takes it out, it hands over its note and wipes itself, and the
//! coach goes on with another.

use anyhow::{Result, ensure};
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::person::{
    PASSPHRASE, add_person, discharge_today, join, log_from_today,
};
use handrail_system_tests::relay::Relay;
use handrail_system_tests::team::{COACH, SUPERVISOR, meet, supervisor_and_coach};
use handrail_system_tests::wait::LONG_PATIENCE;

const NAME: &str = "Robin Alder";
const AFTER: &str = "Met at the library";
const NOT_SENT: &str = "Sat with her in the parking lot";
const ON_NEW_PHONE: &str = "Called from the new phone";

/// The lost phone hands over what it had not sent and wipes itself; the new one, by a link, has the
/// whole caseload; the supervisor has the sheet (issue 3.4).
#[tokio::test]
async fn a_lost_phone_hands_over_its_note_and_wipes_itself_and_the_coach_goes_on_with_a_new_one()
-> Result<()> {
    let mut relay = Relay::start()?;
    let (desk, mut lost) = supervisor_and_coach(&relay).await?;
    let robin = add_person(&lost, NAME).await?;
    discharge_today(&lost).await?;
    log_from_today(&lost).await?;
    meet(&desk, &robin, NAME).await?;
    desk.see_within(LONG_PATIENCE, "@entry-what", "Phone")
        .await?;
    desk.ready_for_no_signal().await?;
    lost.ready_for_no_signal().await?;

    // A note that is not sent before the phone is lost.
    relay.stop();
    lost.go(&robin).await?;
    write(&lost, NOT_SENT).await?;
    lost.see_text("@entry-note", NOT_SENT).await?;
    lost.close().await?;
    relay.start_again()?;

    open_member(&desk, COACH).await?;
    desk.see_text("@device-holds", COACH).await?;
    desk.press("@device-open").await?;
    desk.see_text("@device-facts", "Encrypted").await?;
    desk.press("@device-lost").await?;
    desk.see_text("@device-remove-dialog", "wipes itself")
        .await?;
    desk.press("@device-remove-go").await?;
    desk.see_within(LONG_PATIENCE, "@device-facts", SUPERVISOR)
        .await?;
    desk.see_text("@device-facts", NAME).await?;
    let sheet = desk.path().await?;
    let pages = desk.printed_pages().await?;
    ensure!(pages == 1, "the sheet takes {pages} pages");

    // What is written from now on does not come to the lost phone.
    desk.go(&robin).await?;
    write(&desk, AFTER).await?;
    lost.open_again().await?;
    lost.visit(&relay.origin()).await?;
    lost.enter("@lock-passphrase", PASSPHRASE).await?;
    lost.press("@lock-submit").await?;
    lost.see_within(LONG_PATIENCE, "@removed", "call your supervisor")
        .await?;
    lost.reload().await?;
    lost.see("@removed").await?;
    ensure!(
        lost.texts("@removed-left").await?.is_empty(),
        "something could not be handed over"
    );
    lost.press("@removed-read").await?;
    lost.see("@welcome-join").await?;

    // Its note is set aside, for the supervisor to read.
    desk.go(&sheet).await?;
    desk.see_within(LONG_PATIENCE, "@late-row", NOT_SENT)
        .await?;
    desk.go(&robin).await?;
    desk.see_text("@entry-note", AFTER).await?;
    let notes = desk.texts("@entry-note").await?;
    ensure!(
        !notes.iter().any(|note| note.contains(NOT_SENT)),
        "{notes:?}"
    );

    open_member(&desk, COACH).await?;
    desk.press("@device-invite").await?;
    let link = desk
        .see_within(LONG_PATIENCE, "@invitation-link", "http")
        .await?;
    let phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    join(&phone, link.trim(), "typed on the new phone").await?;
    meet(&phone, &robin, NAME).await?;
    phone
        .see_within(LONG_PATIENCE, "@entry-note", AFTER)
        .await?;
    write(&phone, ON_NEW_PHONE).await?;
    desk.go(&robin).await?;
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
