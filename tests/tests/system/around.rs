//! Who is around somebody, and what else is known of a contact, written with no signal.

use anyhow::Result;
use handrail_system_tests::person::unlock;
use handrail_system_tests::team::NoSignal;
use handrail_system_tests::wait::LONG_PATIENCE;

const NAME: &str = "Robin Alder";

/// Issue 4.6: S1-23, S2-6, S4-24, on a phone without signal in the middle.
#[tokio::test]
async fn who_is_around_somebody_is_kept_with_no_signal_and_reaches_the_supervisor() -> Result<()> {
    let NoSignal {
        mut relay,
        desk,
        phone,
        record: robin,
    } = NoSignal::with(NAME).await?;

    phone.press("@person-around").await?;
    phone.see_text("@around-circle", "Nobody yet").await?;
    phone.press("@around-add").await?;
    phone.enter("@around-name", "Aunt Example").await?;
    // Somebody who is not whole says what is missing and keeps what was typed.
    phone.press("@around-save").await?;
    phone
        .see_text("@form-error", "Choose who they are.")
        .await?;
    phone.press("@relation-family").await?;
    phone.press("@around-save").await?;
    phone.see_text("@around-circle", "Aunt Example").await?;
    phone.press("@around-add").await?;
    phone.enter("@around-name", "Nurse Example").await?;
    phone.press("@relation-clinic").await?;
    phone.enter("@around-phone", "608-555-0144").await?;
    phone.press("@around-save").await?;
    phone
        .see_text("@around-professionals", "608-555-0144")
        .await?;
    phone.press("@around-professionals @around-change").await?;
    phone.press("@link-lapsed").await?;
    phone.press("@around-save").await?;
    phone
        .see_text(
            "@around-professionals",
            "This changes nothing between you and them.",
        )
        .await?;

    // It is in the database, not only on the screen.
    phone.reload().await?;
    unlock(&phone).await?;
    phone
        .see_text("@around-professionals", "Lost touch")
        .await?;
    relay.start_again()?;
    desk.go(&format!("{robin}/around")).await?;
    for (place, text) in [
        ("@around-circle", "Aunt Example"),
        ("@around-professionals", "Lost touch"),
    ] {
        desk.see_within(LONG_PATIENCE, place, text).await?;
    }
    Ok(())
}

/// Issue 4.4: S2-13, S2-16, S3-11, S3-22.
#[tokio::test]
async fn what_else_is_known_of_a_contact_stands_in_the_timeline() -> Result<()> {
    let NoSignal {
        mut relay,
        desk,
        phone,
        record: robin,
    } = NoSignal::with(NAME).await?;

    phone.press("@person-log").await?;
    phone.see("@log-sheet").await?;
    phone.press("@log-outcome-not-there").await?;
    phone.press("@log-missed-transport").await?;
    phone.press("@log-more").await?;
    phone.press("@log-with-paramedics").await?;
    phone.press("@log-about-probation").await?;
    phone.press("@log-save").await?;
    let line = "Paramedics, Probation or parole, No ride";
    phone.see_text("@timeline", line).await?;
    relay.start_again()?;
    desk.go(&robin).await?;
    desk.see_within(LONG_PATIENCE, "@timeline", line).await?;
    Ok(())
}
