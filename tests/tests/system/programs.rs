//! A program is looked at, put to use and changed, and decides what is due.

use anyhow::{Result, ensure};
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::person::found_agency;
use handrail_system_tests::relay::Relay;

/// Issue 4.1, S1-7: a program begins with a sample and goes on with the agency's own numbers.
#[tokio::test]
async fn a_program_is_looked_at_put_to_use_and_changed_from_a_day_on() -> Result<()> {
    let relay = Relay::start()?;
    let desk = Browser::open(Kind::Chromium, Screen::Desk).await?;
    found_agency(&desk, &relay.origin(), "Sam Sandpiper").await?;
    desk.press("@place-people").await?;
    desk.press("@people-add").await?;
    desk.enter("@detail-preferred-name", "Robin Alder").await?;
    desk.enter("@detail-program", "People Supporting People")
        .await?;
    desk.press("@details-submit").await?;
    desk.see_text("@person-name", "Robin Alder").await?;
    let robin = desk.path().await?;

    // Looked at: whom it would change, before anything holds.
    desk.press("@place-team").await?;
    desk.press("@team-programs").await?;
    desk.see_text("@programs-in-use", "No program is in use yet")
        .await?;
    desk.press_one("@program-row", "People Supporting People")
        .await?;
    desk.see_text("@program-effect", "Robin Alder").await?;
    desk.see_text("@program-effect", "Newly: Regular contact")
        .await?;
    desk.press("@program-put").await?;
    desk.see_text("@programs-in-use", "1 person is in it")
        .await?;
    desk.go(&robin).await?;
    desk.see_text("@obligation", "Regular contact").await?;

    // Other numbers, first wrong ones.
    desk.go("/team/programs/family").await?;
    desk.press("@duty-change").await?;
    desk.retype("@duty-every-days", "0").await?;
    desk.press("@duty-look").await?;
    desk.see_text("@program-fault", "a whole number from 1 to")
        .await?;
    desk.retype("@duty-every-days", "often").await?;
    desk.press("@duty-look").await?;
    desk.see_text("@form-error", "Type whole numbers.").await?;
    desk.retype("@duty-every-days", "3").await?;
    desk.press("@duty-look").await?;
    desk.see("@program-preview").await?;
    desk.press("@program-put").await?;
    desk.press_one("@program-row", "People Supporting People")
        .await?;
    desk.see_text("@program-changes", "What is owed: weekly")
        .await?;
    desk.see_text("@duty", "Days between contacts: 3").await?;

    // A text that is none changes nothing.
    desk.press("@program-as-text").await?;
    desk.enter("@program-text", "}").await?;
    desk.press("@program-look").await?;
    desk.see_text("@program-fault", "It cannot be read at line")
        .await?;
    ensure!(desk.texts("@program-put").await?.is_empty());

    // The details offer what is in use.
    desk.go(&format!("{robin}/edit")).await?;
    let list = desk.attribute("@detail-program", "list").await?;
    ensure!(list == "detail-program-list", "{list}");
    Ok(())
}
