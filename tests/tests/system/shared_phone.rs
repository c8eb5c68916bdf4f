//! Two people on one phone, each behind a lock of their own.

use anyhow::{Result, ensure};
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::person::{PASSPHRASE, add_person, found_agency, invite_a_coach, join};
use handrail_system_tests::relay::Relay;
use handrail_system_tests::wait::LONG_PATIENCE;

const MINE: &str = "Robin Alder";
const THEIRS: &str = "Wren Hazel";
const SECOND: &str = "nobody else holds this one";

/// Issue 3.6.
#[tokio::test]
async fn two_coaches_share_a_phone_and_one_signs_out_without_the_other() -> Result<()> {
    let relay = Relay::start()?;
    let desk = Browser::open(Kind::Chromium, Screen::Desk).await?;
    found_agency(&desk, &relay.origin(), "Sam Sandpiper").await?;
    let first = invite_a_coach(&desk).await?;
    desk.go("/team").await?;
    let second = invite_a_coach(&desk).await?;

    let mut phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    join(&phone, &first, "Cleo Marsh").await?;
    add_person(&phone, MINE).await?;
    lock(&phone).await?;
    phone.press("@lock-add").await?;
    phone.press("@welcome-join").await?;
    phone.enter("@join-link", &second).await?;
    phone.press("@join-submit").await?;
    phone.see("@invitation-found").await?;
    phone.enter("@join-name", "Dana Reed").await?;
    phone.enter("@join-passphrase", SECOND).await?;
    phone.enter("@join-again", SECOND).await?;
    phone.press("@join-submit").await?;
    phone.see_within(LONG_PATIENCE, "@today", "").await?;
    add_person(&phone, THEIRS).await?;
    sees(&phone, THEIRS, MINE).await?;

    // A new start asks who it is, and names nobody.
    phone.kill()?;
    phone.open_again().await?;
    phone.visit(&relay.origin()).await?;
    phone.see("@lock-profile-1").await?;
    let shown = phone.texts("html").await?.concat();
    for name in ["Cleo", "Dana", "Harbor Light", "Robin", "Wren"] {
        ensure!(
            !shown.contains(name),
            "{name} is shown while locked: {shown}"
        );
    }
    unlock_as(&phone, 1, PASSPHRASE).await?;
    sees(&phone, MINE, THEIRS).await?;

    // One signs out as soon as everything is sent; the other notices nothing.
    lock(&phone).await?;
    unlock_as(&phone, 2, SECOND).await?;
    phone.go("/more/settings").await?;
    phone
        .see_within(LONG_PATIENCE, "@sync-pill", "Sent")
        .await?;
    phone.press("@erase").await?;
    phone.see_text("@erase-dialog", "Nothing is lost").await?;
    phone.press("@erase-go").await?;
    phone.see("@lock-passphrase").await?;
    phone.see_no("@lock-profile-2").await?;
    phone.see("@lock-form-1").await?;
    phone.enter("@lock-passphrase", PASSPHRASE).await?;
    phone.press("@lock-submit").await?;
    phone.see_no("@lock").await?;
    sees(&phone, MINE, THEIRS).await
}

async fn lock(phone: &Browser) -> Result<()> {
    phone.press("@place-more").await?;
    phone.press("@lock-now").await?;
    phone.see("@lock").await.map(drop)
}

async fn unlock_as(phone: &Browser, profile: u32, passphrase: &str) -> Result<()> {
    phone.press(&format!("@lock-profile-{profile}")).await?;
    phone.see(&format!("@lock-form-{profile}")).await?;
    phone.enter("@lock-passphrase", passphrase).await?;
    phone.press("@lock-submit").await?;
    phone.see_no("@lock").await
}

/// The first is on the list of people, the second is not.
async fn sees(phone: &Browser, there: &str, not_there: &str) -> Result<()> {
    phone.press("@place-people").await?;
    phone.see_text("@person-row", there).await?;
    let shown = phone.texts("@person-row").await?.concat();
    ensure!(!shown.contains(not_there), "{shown}");
    Ok(())
}
