//! A plan is made with no signal, done step by step, and the same on the supervisor's device.

use anyhow::{Result, ensure};
use handrail_system_tests::browser::Browser;
use handrail_system_tests::person::unlock;
use handrail_system_tests::team::NoSignal;
use handrail_system_tests::wait::LONG_PATIENCE;

const NAME: &str = "Robin Alder";

/// Issue 4.5: S0-27, S2-1, S2-14, S2-22 and the BARC-10, on a phone without signal in the middle.
#[tokio::test]
async fn a_plan_is_made_and_kept_with_no_signal_and_reaches_the_supervisor() -> Result<()> {
    let NoSignal {
        mut relay,
        desk,
        phone,
        record: robin,
    } = NoSignal::with(NAME).await?;

    // A goal that is not whole says what is missing and keeps what was typed.
    phone.press("@person-plan").await?;
    phone.see_text("@plan", "No goals yet").await?;
    phone.press("@add-goal").await?;
    phone.enter("@plan-words", "Work with my hands").await?;
    phone.press("@plan-save").await?;
    phone
        .see_text("@form-error", "Choose what the goal is about.")
        .await?;
    phone.press("@dimension-purpose").await?;
    phone.press("@area-employment").await?;
    phone.press("@plan-save").await?;
    phone.see_text("@plan-goal", "Purpose · Work").await?;
    phone.press("@add-step").await?;
    phone.enter("@plan-words", "Ask at the job center").await?;
    phone.press("@help-advocacy").await?;
    phone.press("@plan-save").await?;
    phone.see_text("@plan-step", "Speak up for them").await?;
    phone.press("@plan-step @plan-done").await?;
    phone.see_text("@toast", "Each step counts").await?;
    phone.see_text("@plan-step", "Done: today").await?;

    // A goal of a court is marked as one.
    phone.press("@add-goal").await?;
    phone.enter("@plan-words", "Parenting class").await?;
    phone.press("@dimension-community").await?;
    phone.press("@area-family").await?;
    phone.press("@origin-court-ordered").await?;
    phone
        .see_text("@plan-court", "You never report on it")
        .await?;
    phone.press("@plan-save").await?;
    phone.see_text("@plan-goal", "Ordered by a court").await?;

    phone.press("@add-barrier").await?;
    phone.enter("@plan-words", "No bus after six").await?;
    phone.press("@scope-environmental").await?;
    phone.press("@plan-save").await?;
    phone.see_text("@plan-barrier", "Around them").await?;
    phone.press("@plan-barrier @plan-change").await?;
    phone.press("@standing-working").await?;
    phone.press("@plan-save").await?;
    phone
        .see_text("@plan-barrier", "Being worked on: today")
        .await?;

    require(&phone).await?;
    take_along(&phone).await?;
    ten_statements(&phone).await?;

    // It is in the database, not only on the screen.
    phone.reload().await?;
    unlock(&phone).await?;
    phone.see_text("@plan-goal", "Work with my hands").await?;
    relay.start_again()?;
    desk.go(&format!("{robin}/plan")).await?;
    for (place, text) in [
        ("@plan-goal", "Parenting class"),
        ("@plan-step", "Ask at the job center"),
        ("@plan-barrier", "No bus after six"),
        ("@plan-requirement", "Bring the signed form"),
        ("@barc10-table", "50"),
    ] {
        desk.see_within(LONG_PATIENCE, place, text).await?;
    }
    Ok(())
}

/// Writes something down that is required, and words it anew.
async fn require(phone: &Browser) -> Result<()> {
    phone.press("@add-requirement").await?;
    phone.enter("@plan-words", "Bring the form").await?;
    phone.enter("@plan-source", "County court").await?;
    phone.set("@plan-due", "2031-05-06").await?;
    phone.press("@plan-save").await?;
    phone
        .see_text("@plan-requirement", "Asked by: County court")
        .await?;
    phone.press("@plan-requirement @plan-change").await?;
    phone.retype("@plan-words", "Bring the signed form").await?;
    phone.press("@plan-save").await?;
    phone
        .see_text("@plan-requirement", "Bring the signed form")
        .await?;
    phone.press("@plan-requirement @plan-change").await?;
    phone.press("@plan-history").await?;
    phone.see_text("@history", "Bring the form").await?;
    phone.press("@history-close").await
}

/// The page to take along, in the participant's language and with no name unasked.
async fn take_along(phone: &Browser) -> Result<()> {
    phone.press("@plan-required").await?;
    let paper = phone
        .see_text("@required-paper", "Bring the signed form")
        .await?;
    ensure!(paper.contains("By: May 6, 2031"), "{paper}");
    for other in ["Robin", "Parenting", "Harbor"] {
        ensure!(!paper.contains(other), "{other} is on the page: {paper}");
    }
    phone.press("@required-es").await?;
    phone.press("@required-name").await?;
    phone
        .see_text("@required-paper", "Lo que se le pide")
        .await?;
    phone.see_text("@required-paper", "Para Robin").await?;
    phone.press("@back").await
}

/// Nine of ten give no total; what was answered comes back after a lock.
async fn ten_statements(phone: &Browser) -> Result<()> {
    phone.press("@barc10-open").await?;
    for item in 1..=9 {
        phone.press(&format!("@barc10-{item}-5")).await?;
    }
    phone
        .see_text("@barc10-left", "1 statement is open")
        .await?;
    phone.reload().await?;
    unlock(phone).await?;
    phone
        .see_text("@barc10-left", "1 statement is open")
        .await?;
    phone.press("@barc10-save").await?;
    phone.see_text("@barc10-table", "9 of 10").await?;
    phone.press("@barc10-open").await?;
    phone
        .see_text("@barc10-left", "10 statements are open")
        .await?;
    for item in 1..=10 {
        phone.press(&format!("@barc10-{item}-5")).await?;
    }
    phone.see_no("@barc10-left").await?;
    phone.press("@barc10-save").await?;
    phone.see_text("@barc10-table", "50").await.map(drop)
}
