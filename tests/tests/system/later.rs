//! The code of the first screens has arrived, that of the others is on its way.

use anyhow::{Result, ensure};
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::person::{
    add_person, discharge_today, found_agency, log_from_today, unlock,
};
use handrail_system_tests::relay::Relay;
use handrail_system_tests::site::Site;
use handrail_system_tests::wait::LONG_PATIENCE;

#[tokio::test]
async fn the_day_goes_on_while_the_code_of_other_screens_is_still_on_its_way() -> Result<()> {
    let site = Site::copy()?;
    let rest = site.hold_back_later_code()?;
    let relay = Relay::serving(site.folder())?;
    let phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    found_agency(&phone, &relay.origin(), "Sam Sandpiper").await?;
    let robin = add_person(&phone, "Robin Alder").await?;
    discharge_today(&phone).await?;
    phone.press("@place-today").await?;
    log_from_today(&phone).await?;
    phone.see_text("@settled-row", "Robin Alder").await?;
    phone.go(&robin).await?;
    phone.press("@person-log").await?;
    phone.enter("@log-note", "Called her back").await?;
    phone.press("@log-save").await?;
    phone.see_text("@entry-note", "Called her back").await?;
    phone.reload().await?;
    unlock(&phone).await?;
    phone.see_text("@entry-note", "Called her back").await?;

    phone.go("/team").await?;
    phone.see("@comes-later").await?;
    phone.press("@place-people").await?;
    phone.see_text("@person-row", "Robin Alder").await?;
    let forced = phone
        .script("return globalThis.handrailLaterReady", vec![])
        .await?;
    ensure!(forced == false, "a first screen needed later code");

    phone.go("/team").await?;
    rest.give_back()?;
    phone.see_within(LONG_PATIENCE, "@team", "").await?;
    phone.see_no("@comes-later").await
}
