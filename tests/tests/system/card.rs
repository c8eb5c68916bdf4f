//! Issue 4.6: the card that a participant carries.

use std::fs;

use anyhow::{Result, ensure};
use handrail_system_tests::browser::{Browser, Screen};
use handrail_system_tests::code::{self, Drawn};
use handrail_system_tests::person::{add_person, found_agency, invite_a_coach};
use handrail_system_tests::relay::Relay;
use handrail_system_tests::team::SUPERVISOR;
use handrail_system_tests::wait::LONG_PATIENCE;
use serde_json::json;

const NAME: &str = "Robin Alder";
const OWN: &str = "Walk first, then call Casey.";
const WORD: &str = "blue kitchen door";

/// The camera looks past an invitation's code, reads the card's, and only the word is typed; with no
/// signal.
#[tokio::test]
async fn a_card_that_was_made_is_read_by_the_camera_and_opens_with_its_word() -> Result<()> {
    let mut relay = Relay::start()?;
    let folder = tempfile::tempdir()?;
    let film = folder.path().join("card.y4m");
    let desk = Browser::open_with_camera(Screen::Desk, &film).await?;
    found_agency(&desk, &relay.origin(), SUPERVISOR).await?;
    invite_a_coach(&desk).await?;
    let invitation = Drawn::on(&desk, "@invitation-qr").await?;
    let robin = add_person(&desk, NAME).await?;
    desk.ready_for_no_signal().await?;
    relay.stop();

    desk.go(&format!("{robin}/card")).await?;
    desk.press("@card-line-name").await?;
    desk.enter("@card-own", OWN).await?;
    desk.enter("@card-word", WORD).await?;
    desk.press("@card-make").await?;
    let text = desk
        .see_within(LONG_PATIENCE, "@card-text", "HANDRAIL:")
        .await?;
    let card = Drawn::on(&desk, "@card-qr").await?;
    fs::write(&film, code::film(&[invitation, card]))?;

    desk.go("/more/card").await?;
    desk.press("@card-camera").await?;
    desk.see_within(LONG_PATIENCE, "form", "The card is read")
        .await?;
    desk.see_no("video").await?;
    let read = desk.value("@card-paste").await?;
    ensure!(read == text.trim(), "{read} was read of {text}");
    let script = "return document.activeElement.id";
    let at = desk.script(script, vec![]).await?;
    ensure!(at == json!("card-open-word"), "{at} has the keyboard");
    desk.enter("@card-open-word", WORD).await?;
    desk.press("@card-open-go").await?;
    desk.see_within(LONG_PATIENCE, "@card-opened", NAME).await?;
    desk.see_text("@card-opened", OWN).await?;
    desk.press("@card-close").await?;
    desk.see_no("@card-opened").await?;
    ensure!(desk.value("@card-paste").await?.is_empty(), "it is kept");
    Ok(())
}
