//! What is due says why it is there, and can wait for a reason.

use anyhow::Result;
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::person::{add_person, found_agency};
use handrail_system_tests::relay::Relay;

/// Issue 4.3, S0-25, with no signal from the first milestone on.
#[tokio::test]
async fn what_is_due_says_why_and_can_be_put_off_and_shown_again() -> Result<()> {
    let mut relay = Relay::start()?;
    let phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    found_agency(&phone, &relay.origin(), "Sam Sandpiper").await?;
    let robin = add_person(&phone, "Robin Alder").await?;
    phone.ready_for_no_signal().await?;
    relay.stop();

    phone.press("@add-other-date").await?;
    phone.press("@milestone-injection").await?;
    phone.set("@milestone-day", "2025-01-05").await?;
    phone.press("@milestone-save").await?;
    phone.see_text("@milestone", "Injection given").await?;
    phone.see_text("@obligation", "Next injection. Due").await?;
    phone.see_text("@obligation", "The clinic decides").await?;
    phone.press("@place-today").await?;
    phone.see_text("@owed-reason", "Next injection").await?;

    phone.go(&robin).await?;
    phone.press("@put-off").await?;
    phone.press("@put-off-3").await?;
    phone.press("@quiet-save").await?;
    phone
        .see_text("#quiet-reason-error", "Say why, in a few words.")
        .await?;
    phone.enter("@quiet-reason", "Away with family").await?;
    phone.press("@quiet-save").await?;
    phone.see_text("@obligation", "Away with family").await?;
    phone.press("@place-today").await?;
    phone.see_text("@today-hushed", "Away with family").await?;
    phone.see_no("@owed-row").await?;

    phone.go(&robin).await?;
    phone.press("@show-again").await?;
    phone.enter("@quiet-reason", "Back early").await?;
    phone.press("@quiet-save").await?;
    phone.see("@put-off").await?;
    phone.press("@place-today").await?;
    phone.see_text("@owed-reason", "Next injection").await?;
    phone.see_no("@today-hushed").await
}
