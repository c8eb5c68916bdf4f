//! A passkey opens the phone; where there is none, the passphrase does.

use anyhow::{Result, ensure};
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::person::{PASSPHRASE, add_person, found_agency, unlock};
use handrail_system_tests::relay::Relay;
use handrail_system_tests::wait::LONG_PATIENCE;

const NAME: &str = "Robin Alder";

/// Issue 3.5.
#[tokio::test]
async fn a_passkey_opens_the_notes_and_the_passphrase_opens_them_without_it() -> Result<()> {
    let relay = Relay::start()?;
    let mut phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    let address = relay.origin_by_name();
    found_agency(&phone, &address, "Sam Sandpiper").await?;
    add_person(&phone, NAME).await?;
    let passkeys = phone.add_passkeys().await?;

    // The passphrase comes first: a wrong one makes no passkey.
    phone.go("/more/settings").await?;
    phone.press("@passkey-choose").await?;
    phone.enter("@passkey-passphrase", "not this one").await?;
    phone.press("@passkey-go").await?;
    phone
        .see_text("@form-error", "That is not the passphrase")
        .await?;
    phone.enter("@passkey-passphrase", PASSPHRASE).await?;
    phone.press("@passkey-go").await?;
    phone.see_within(LONG_PATIENCE, "@passkey-next", "").await?;
    ensure!(passkeys.count().await? == 0, "made too early");
    make(&phone).await?;
    ensure!(passkeys.count().await? == 1, "no passkey was made");

    // It opens the lock, also when the page was loaded anew.
    lock(&phone).await?;
    phone.press("@lock-by-passkey").await?;
    phone.see_no("@lock").await?;
    phone.reload().await?;
    phone.press("@lock-by-passkey").await?;
    phone.see_no("@lock").await?;
    phone.press("@place-people").await?;
    phone.see_text("@person-row", NAME).await?;

    // Removed, it is not asked for any more.
    phone.go("/more/settings").await?;
    phone.press("@passkey-remove").await?;
    phone.see_no("@passkey-remove").await?;
    lock(&phone).await?;
    phone.see("@lock-passphrase").await?;
    phone.see_no("@lock-by-passkey").await?;
    unlock(&phone).await?;

    // Set up once more.
    phone.go("/more/settings").await?;
    phone.press("@passkey-choose").await?;
    phone.enter("@passkey-passphrase", PASSPHRASE).await?;
    phone.press("@passkey-go").await?;
    phone.see_within(LONG_PATIENCE, "@passkey-next", "").await?;
    make(&phone).await?;

    // The device does not know the finger: nothing opens, and the passphrase does. This comes late, for
    // the keeper then wants no finger any more, whoever comes.
    lock(&phone).await?;
    passkeys.knows_the_finger(false).await?;
    phone.press("@lock-by-passkey").await?;
    phone
        .see_within(LONG_PATIENCE, "@lock", "The passkey was not used")
        .await?;
    unlock(&phone).await?;

    // The keeper loses it with the next start.
    phone.kill()?;
    phone.open_again().await?;
    phone.visit(&address).await?;
    phone.add_passkeys().await?;
    phone.press("@lock-by-passkey").await?;
    phone
        .see_within(LONG_PATIENCE, "@lock", "use your passphrase")
        .await?;
    unlock(&phone).await?;
    phone.press("@place-people").await?;
    phone.see_text("@person-row", NAME).await.map(drop)
}

/// Issue 3.5: an address that is a number owns no passkey, so that nothing is said of any.
#[tokio::test]
async fn where_the_page_has_no_name_no_passkey_is_offered() -> Result<()> {
    let relay = Relay::start()?;
    let phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    found_agency(&phone, &relay.origin(), "Sam Sandpiper").await?;
    phone.add_passkeys().await?;
    phone.go("/more/settings").await?;
    phone.see("@pin-choose").await?;
    phone.see_no("@passkey-choose").await?;
    let shown = phone.texts("main").await?.concat();
    ensure!(!shown.contains("passkey"), "{shown}");
    Ok(())
}

/// Presses, and waits for what stays: words that vanish may be gone before a slow machine looks.
async fn make(phone: &Browser) -> Result<()> {
    phone.press("@passkey-make").await?;
    phone
        .see_within(LONG_PATIENCE, "@passkey-remove", "")
        .await?;
    phone.see_no("@passkey-dialog").await
}

async fn lock(phone: &Browser) -> Result<()> {
    phone.press("@place-more").await?;
    phone.press("@lock-now").await?;
    phone.see("@lock").await
}
