//! The directory of what helps nearby.

use anyhow::{Result, ensure};
use handrail_system_tests::person::unlock;
use handrail_system_tests::relay::Relay;
use handrail_system_tests::team::supervisor_and_coach;
use handrail_system_tests::wait::LONG_PATIENCE;

/// Issue 4.8: S1-1, S1-10, S4-7, on a phone without signal in the middle.
#[tokio::test]
async fn what_helps_nearby_is_added_with_no_signal_and_reaches_the_team() -> Result<()> {
    let mut relay = Relay::start()?;
    let (desk, phone) = supervisor_and_coach(&relay).await?;
    phone.ready_for_no_signal().await?;
    relay.stop();

    phone.go("/more").await?;
    phone.press("@more-resources").await?;
    phone.see_text("@resources", "Nothing here yet").await?;
    for (name, kind, peers) in [
        ("Monday meeting", "@kind-self-help", ""),
        ("Lakeside Clinic", "@kind-partner", "On the ward"),
    ] {
        phone.press("@resources-add").await?;
        phone.enter("@resource-name", name).await?;
        phone.press(kind).await?;
        phone.enter("@resource-peers", peers).await?;
        phone.press("@resource-save").await?;
        phone.see_text("@resources-list", name).await?;
    }
    phone.enter("@resources-search", "ward").await?;
    phone
        .see_text("@resources-list", "Peers: On the ward")
        .await?;
    let found = phone.texts("@resource").await?;
    ensure!(found.len() == 1, "{found:?}");

    // It is in the database, not only on the screen.
    phone.reload().await?;
    unlock(&phone).await?;
    phone.see_text("@resources-list", "Monday meeting").await?;
    relay.start_again()?;
    desk.go("/more/resources").await?;
    desk.see_within(LONG_PATIENCE, "@resources-list", "Lakeside Clinic")
        .await?;
    Ok(())
}
