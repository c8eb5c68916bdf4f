//! A coach is called to somebody: each step one tap, with no signal and through a kill.

use anyhow::{Result, ensure};
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::person::{found_agency, unlock};
use handrail_system_tests::relay::Relay;
use handrail_system_tests::team::supervisor_and_coach;
use handrail_system_tests::wait::LONG_PATIENCE;

async fn to_the_offer(phone: &Browser) -> Result<()> {
    for step in [
        "I'll go",
        "I'm on my way",
        "I'm with them",
        "I made the offer",
    ] {
        phone.press_one("@call-out-next", step).await?;
    }
    phone
        .see_text("@call-out-figures", "Call to bedside")
        .await?;
    Ok(())
}

/// S0-2, S0-3, S0-5: two call-outs with no signal; one is declined, one becomes a record.
#[tokio::test]
async fn s0_2_a_call_out_works_with_no_signal_and_who_declines_leaves_no_word() -> Result<()> {
    let mut relay = Relay::start()?;
    let (desk, mut phone) = supervisor_and_coach(&relay).await?;
    phone.ready_for_no_signal().await?;
    phone.press("@place-today").await?;
    phone.see("@call-out-begin").await?;
    relay.stop();
    // Once it says so, nothing on the page moves any more.
    phone.go("/more/sync").await?;
    phone.press("@sync-now").await?;
    phone.see("@sync-offline").await?;

    // Somebody declines: what was typed about them is gone.
    phone.press("@place-today").await?;
    phone.press("@call-out-begin").await?;
    phone.see("@call-out-next").await?;
    let declined = phone.path().await?;
    phone
        .enter("@call-out-words", "Zephyrine, bed four")
        .await?;
    phone.press_one("@call-out-next", "I'll go").await?;
    phone.press_one("@call-out-next", "I'm on my way").await?;

    // The battery dies; nothing is lost.
    phone.kill()?;
    phone.open_again().await?;
    phone.visit(&relay.origin()).await?;
    unlock(&phone).await?;
    phone.see_text("@today-call-outs", "On my way").await?;
    phone.press("@call-out-row").await?;
    let kept = phone.value("@call-out-words").await?;
    ensure!(kept == "Zephyrine, bed four", "{kept}");
    phone.press_one("@call-out-next", "I'm with them").await?;
    phone
        .press_one("@call-out-next", "I made the offer")
        .await?;
    phone.press("@call-out-answer-declined").await?;
    phone.press("@call-out-erase-go").await?;
    phone.see_no("@call-out-words").await?;
    phone.press_one("@call-out-next", "I've left").await?;
    phone
        .see_text("@call-out-finished", "Nothing about the person was kept")
        .await?;
    // Not even when the answer is taken back.
    phone.press("@call-out-no-answer").await?;
    phone.see("@call-out-words").await?;
    ensure!(phone.value("@call-out-words").await?.is_empty());
    phone.press("@call-out-answer-declined").await?;
    phone.see("@call-out-finished").await?;

    // A step that was forgotten is filled in; one that cannot be is refused in words.
    phone.press("@call-out-time-left").await?;
    phone.set("@call-out-day", "2020-01-01").await?;
    phone.press("@call-out-time-save").await?;
    phone
        .see_text("@call-out-time-dialog", "That time does not fit")
        .await?;
    let typed = phone.value("@call-out-day").await?;
    ensure!(typed == "2020-01-01", "{typed}");
    phone.press("@call-out-time-cancel").await?;
    phone.press("@call-out-time-called").await?;
    phone.set("@call-out-day", "2020-01-01").await?;
    phone.press("@call-out-time-save").await?;
    phone.see_text("@call-out-step-called", "Written").await?;

    // Somebody says yes: a record, and the visit in it.
    phone.go("/call-outs").await?;
    phone.press("@call-out-begin").await?;
    phone.see_text("@call-out-step-accepted", "Not yet").await?;
    let accepted = phone.path().await?;
    ensure!(accepted != declined);
    phone.enter("@call-out-place", "Willow clinic").await?;
    phone.press("@call-out-place-save").await?;
    phone.see_text("h1", "Willow clinic").await?;
    phone.enter("@call-out-words", "Coffee on Friday").await?;
    to_the_offer(&phone).await?;
    phone.press("@call-out-answer-accepted").await?;
    phone.press("@call-out-choose-person").await?;
    phone.press("@call-out-new-person").await?;
    phone.enter("@detail-preferred-name", "Robin Alder").await?;
    phone.press("@details-submit").await?;
    phone.see_text("@call-out-person", "Robin Alder").await?;
    phone.press_one("@call-out-next", "I've left").await?;
    phone.press("@call-out-open-person").await?;
    phone.see_text("@timeline", "Coffee on Friday").await?;

    // Back in reach, the supervisor sees both, without a word of the first.
    relay.start_again()?;
    desk.press("@place-team").await?;
    desk.press("@team-call-outs").await?;
    desk.see_within(LONG_PATIENCE, "@call-outs-earlier", "Willow clinic")
        .await?;
    desk.go(&declined).await?;
    desk.see_text("@call-out", "Coach: Cleo Marsh").await?;
    let shown = desk.texts("@call-out").await?.join(" ");
    ensure!(!shown.contains("Zephyrine"), "{shown}");
    Ok(())
}

/// S2-23, S1-9: a program says who refers, and whoever is typed in again is found.
#[tokio::test]
async fn s2_23_a_referral_follows_the_program_and_a_second_record_is_warned_of() -> Result<()> {
    let relay = Relay::start()?;
    let phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    found_agency(&phone, &relay.origin(), "Sam Sandpiper").await?;
    phone.go("/team/programs/family").await?;
    phone.press("@program-put").await?;
    phone.see("@programs-in-use").await?;
    phone.press("@place-people").await?;
    phone.press("@people-add").await?;
    phone.enter("@detail-preferred-name", "Robin Alder").await?;
    phone
        .enter("@detail-program", "People Supporting People")
        .await?;
    phone.press("@details-submit").await?;
    phone.see_text("@person-name", "Robin Alder").await?;
    let robin = phone.path().await?;

    phone.press("@person-referral").await?;
    let script = "const field = document.querySelector('[data-testid=referral-source]'); \
                  field.value = arguments[0]; \
                  field.dispatchEvent(new Event('change', { bubbles: true }))";
    phone.see("@referral-source").await?;
    phone.script(script, vec!["oneself".into()]).await?;
    phone
        .see_text("@referral-rule", "ask your social worker")
        .await?;
    phone.press("@referral-save").await?;
    phone
        .see_text("@form-error", "does not take referrals from there")
        .await?;
    phone.script(script, vec!["social_worker".into()]).await?;
    phone.press("@referral-save").await?;
    phone.see_text("@toast", "Saved on this").await?;
    phone.go(&format!("{robin}/referral")).await?;
    let kept = phone.value("@referral-source").await?;
    ensure!(kept == "social_worker", "{kept}");

    phone.go("/people/new").await?;
    phone.enter("@detail-preferred-name", "robin adler").await?;
    phone.see_text("@resembling", "Robin Alder").await?;
    phone.press("@resembling-row").await?;
    phone.see_text("@person-name", "Robin Alder").await?;
    ensure!(phone.path().await? == robin);
    Ok(())
}
