//! A coach who goes in alone.

use anyhow::Result;
use handrail_system_tests::person::unlock;
use handrail_system_tests::relay::Relay;
use handrail_system_tests::team::supervisor_and_coach;
use handrail_system_tests::wait::LONG_PATIENCE;

/// Issue 4.4: S4-8, on a phone whose signal comes and goes.
#[tokio::test]
async fn a_coach_who_goes_in_alone_is_missed_on_the_supervisors_today() -> Result<()> {
    let mut relay = Relay::start()?;
    let (desk, phone) = supervisor_and_coach(&relay).await?;
    phone.ready_for_no_signal().await?;
    relay.stop();
    phone.go("/").await?;
    phone.press("@check-in-begin").await?;
    phone.press("@check-in-30").await?;
    phone.enter("@check-in-place", "County jail").await?;
    phone.press("@check-in-start").await?;
    // What is not sent is said not to be known.
    phone.see_text("@check-in-own", "nobody can know").await?;
    phone.reload().await?;
    unlock(&phone).await?;
    phone.see_text("@check-in-own", "County jail").await?;
    relay.start_again()?;
    desk.go("/").await?;
    desk.see_within(LONG_PATIENCE, "@check-ins", "County jail")
        .await?;
    phone
        .see_within(LONG_PATIENCE, "@check-in-own", "device knows")
        .await?;
    phone.press("@check-in-end").await?;
    phone.see("@check-in-begin").await?;
    desk.see_no("@check-ins").await?;
    Ok(())
}
