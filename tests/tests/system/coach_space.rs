//! Two coaches talk among themselves, with no signal in between.

use anyhow::{Result, ensure};
use handrail_system_tests::axe;
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::person::{add_person, invite_a_coach, join, unlock};
use handrail_system_tests::relay::Relay;
use handrail_system_tests::team::{COACH, supervisor_and_coach};
use handrail_system_tests::wait::LONG_PATIENCE;

const COLLEAGUE: &str = "Dana Reed";
const QUESTION: &str = "How do you end a long call?";
const ANSWER: &str = "I say when I will call again.";

/// Issue 5.5: S3-16, from the first tap of an administrator to a word that is taken back.
#[tokio::test]
async fn s3_16_coaches_talk_with_no_signal_and_read_each_other_when_it_is_back() -> Result<()> {
    let mut relay = Relay::start()?;
    let (desk, phone) = supervisor_and_coach(&relay).await?;
    let link = invite_a_coach(&desk).await?;
    let other = Browser::open(Kind::Chromium, Screen::Phone).await?;
    join(&other, &link, COLLEAGUE).await?;
    add_person(&phone, "Robin Alder").await?;

    phone.press("@place-more").await?;
    phone.press("@more-coaches").await?;
    phone
        .see_text("@coach-space", "Nobody has begun it yet")
        .await?;
    desk.go("/more/coaches").await?;
    desk.press("@coaches-begin").await?;
    other.go("/more/coaches").await?;
    for browser in [&desk, &phone, &other] {
        browser
            .see_within(LONG_PATIENCE, "@coaches-words", "")
            .await?;
    }
    phone.ready_for_no_signal().await?;
    relay.stop();

    // Whom it names is asked about; what was typed stays.
    phone
        .enter("@coaches-words", "How do you end a call with Robin?")
        .await?;
    phone.press("@coaches-save").await?;
    phone.see_text("@coaches-named", "Robin Alder").await?;
    phone.press("@coaches-named-change").await?;
    phone.retype("@coaches-words", QUESTION).await?;
    phone.press("@coaches-save").await?;
    phone.see_text("@coaches-message", QUESTION).await?;
    let left = phone.value("@coaches-words").await?;
    ensure!(left.is_empty(), "{left}");
    // Half an answer is in the database, too.
    phone.press("@coaches-answer-open").await?;
    phone.enter("@coaches-answer-words", "Or is it").await?;
    phone.reload().await?;
    unlock(&phone).await?;
    phone.see_text("@coaches-message", QUESTION).await?;
    phone.press("@coaches-answer-open").await?;
    let kept = phone.value("@coaches-answer-words").await?;
    ensure!(kept == "Or is it", "{kept}");
    phone.press("@coaches-answer-close").await?;
    let mut problems = Vec::new();
    axe::check(&phone, "among coaches", &mut problems).await?;
    ensure!(problems.is_empty(), "{problems:?}");
    other
        .enter("@coaches-words", "Who knows a detox bed?")
        .await?;
    other.press("@coaches-save").await?;
    other
        .see_text("@coaches-message", "Who knows a detox bed?")
        .await?;
    phone.press("@place-more").await?;
    phone.see_no("@coaches-news").await?;

    relay.start_again()?;
    other
        .see_within(LONG_PATIENCE, "@coaches-message", QUESTION)
        .await?;
    let answer = format!("[aria-label=\"Answer {COACH}\"]");
    other.press(&answer).await?;
    other.enter("@coaches-answer-words", ANSWER).await?;
    other.press("@coaches-answer-save").await?;
    phone
        .see_within(LONG_PATIENCE, "@coaches-news", "New")
        .await?;
    phone.press("@more-coaches").await?;
    for browser in [&phone, &desk] {
        browser
            .see_within(LONG_PATIENCE, "@coaches-answer", ANSWER)
            .await?;
        browser
            .see_within(LONG_PATIENCE, "@coaches-message", "detox bed")
            .await?;
    }

    // Taken back, it is gone for all; its answer stays.
    phone.press("@coaches-back").await?;
    phone.press("@coaches-back-save").await?;
    for browser in [&other, &desk] {
        browser
            .see_within(LONG_PATIENCE, "@coaches-message", "Taken back")
            .await?;
        browser.see_text("@coaches-answer", ANSWER).await?;
        let page = browser.texts("@coach-space").await?.join("\n");
        ensure!(!page.contains(QUESTION), "{page}");
    }
    Ok(())
}
