//! Another passphrase, and a PIN for coming back.

use std::time::Duration;

use anyhow::Result;
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::person::{PASSPHRASE, add_person, found_agency};
use handrail_system_tests::relay::Relay;
use handrail_system_tests::team::supervisor_and_coach;
use handrail_system_tests::wait::LONG_PATIENCE;

const NAME: &str = "Robin Alder";
const NEW: &str = "a quieter river in spring";
const PIN: &str = "7305";

/// Issue 3.5.
#[tokio::test]
async fn a_changed_passphrase_opens_the_notes_and_the_old_one_does_not() -> Result<()> {
    let relay = Relay::start()?;
    let mut phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    found_agency(&phone, &relay.origin(), "Sam Sandpiper").await?;
    add_person(&phone, NAME).await?;
    phone.go("/more/settings").await?;
    phone.press("@passphrase-change").await?;
    phone.enter("@passphrase-current", "not this one").await?;
    phone.enter("@passphrase-new", NEW).await?;
    phone.enter("@passphrase-again", NEW).await?;
    phone.press("@passphrase-go").await?;
    phone
        .see_text("@form-error", "That is not the passphrase")
        .await?;
    phone.enter("@passphrase-current", PASSPHRASE).await?;
    phone.press("@passphrase-go").await?;
    phone
        .see_text("@toast", "Your passphrase was changed")
        .await?;
    phone.see_no("@passphrase-dialog").await?;

    phone.kill()?;
    phone.open_again().await?;
    phone.visit(&relay.origin()).await?;
    phone.enter("@lock-passphrase", PASSPHRASE).await?;
    phone.press("@lock-submit").await?;
    phone
        .see_text("@lock", "That is not the passphrase")
        .await?;
    phone.enter("@lock-passphrase", NEW).await?;
    phone.press("@lock-submit").await?;
    phone.see_no("@lock").await?;
    phone.press("@place-people").await?;
    phone.see_text("@person-row", NAME).await.map(drop)
}

/// Issue 3.5.
#[tokio::test]
async fn a_pin_opens_a_phone_that_locked_itself_and_not_one_that_was_started_anew() -> Result<()> {
    let relay = Relay::start()?;
    let mut phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    found_agency(&phone, &relay.origin(), "Sam Sandpiper").await?;
    phone.go("/more/settings").await?;
    phone.press("@pin-choose").await?;
    phone.enter("@pin-passphrase", PASSPHRASE).await?;
    phone.enter("@pin-new", PIN).await?;
    phone.press("@pin-go").await?;
    phone.see_text("@toast", "The PIN works").await?;
    phone.choose("@auto-lock", "1").await?;
    phone.see_text("@toast", "Saved on this").await?;
    let patience = LONG_PATIENCE + Duration::from_mins(1);
    phone.see_within(patience, "@lock-pin", "").await?;
    phone.enter("@lock-pin", "4711").await?;
    phone.press("@lock-submit").await?;
    phone.see_text("@lock", "4 tries are left").await?;
    phone.enter("@lock-pin", PIN).await?;
    phone.press("@lock-submit").await?;
    phone.see_no("@lock").await?;

    phone.kill()?;
    phone.open_again().await?;
    phone.visit(&relay.origin()).await?;
    phone.see("@lock-passphrase").await?;
    phone.see_no("@lock-pin").await
}

/// Issue 3.5: no network on either side.
#[tokio::test]
async fn a_forgotten_passphrase_is_helped_over_the_phone_and_no_note_is_lost() -> Result<()> {
    let mut relay = Relay::start()?;
    let (desk, mut phone) = supervisor_and_coach(&relay).await?;
    add_person(&phone, NAME).await?;
    phone.ready_for_no_signal().await?;
    desk.ready_for_no_signal().await?;
    let origin = relay.origin();
    relay.stop();
    phone.kill()?;
    phone.open_again().await?;
    phone.visit(&origin).await?;
    phone.press("@lock-help").await?;
    let request = phone.see_text("@help-request", "-").await?;

    desk.go("/more/help").await?;
    desk.enter("@help-give-request", request.trim()).await?;
    desk.press("@help-give-ask").await?;
    desk.see_text("@help-given", "Cleo Marsh").await?;
    let code = desk.see_text("@help-give-code", " ").await?;

    phone.enter("@help-code", code.trim()).await?;
    phone.enter("@help-passphrase", NEW).await?;
    phone.enter("@help-again", NEW).await?;
    phone.press("@help-submit").await?;
    phone.see_no("@help").await?;
    phone.press("@place-people").await?;
    phone.see_text("@person-row", NAME).await?;

    phone.press("@place-more").await?;
    phone.press("@lock-now").await?;
    phone.enter("@lock-passphrase", NEW).await?;
    phone.press("@lock-submit").await?;
    phone.see_no("@lock").await
}
