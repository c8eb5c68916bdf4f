//! Where no passkey can be had, none is offered.

use anyhow::{Result, ensure};
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::person::found_agency;
use handrail_system_tests::relay::Relay;

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
