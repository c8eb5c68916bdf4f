//! A supervisor asks who fits a participant; coaches answer, and nobody reads what they have lived.

use anyhow::{Result, ensure};
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::fit;
use handrail_system_tests::person::{add_person, invite_a_coach, join, unlock};
use handrail_system_tests::relay::Relay;
use handrail_system_tests::team::{COACH, meet, supervisor_and_coach};
use handrail_system_tests::wait::LONG_PATIENCE;
use serde_json::json;

const OTHER: &str = "Dana Plover";
const LIVED: &str = "Court, jail or prison";

/// S0-4, S3-10: the coach's own device tells them alone that a question may be for them; their yes is
/// written with no signal, and the supervisor reads a name and nothing else. Who says nothing is not
/// heard of.
#[tokio::test]
async fn s0_4_a_yes_comes_from_a_phone_with_no_signal_and_says_nothing_of_what_was_lived()
-> Result<()> {
    let mut relay = Relay::start()?;
    let (desk, phone) = supervisor_and_coach(&relay).await?;
    let link = invite_a_coach(&desk).await?;
    let other = Browser::open(Kind::Chromium, Screen::Phone).await?;
    join(&other, &link, OTHER).await?;
    // Both caseloads have arrived at the desk.
    for (browser, name) in [(&phone, "Robin Alder"), (&other, "Jules Heron")] {
        let place = add_person(browser, name).await?;
        meet(&desk, &place, name).await?;
    }
    phone.ready_for_no_signal().await?;

    phone.go("/more/lived").await?;
    phone
        .see_text("@lived-only-here", "Only on this device")
        .await?;
    phone.press("@lived-criminal-justice-own").await?;
    phone.press("@lived-criminal-justice-match").await?;
    until_kept(&phone, "lived-criminal-justice-match").await?;

    desk.press("@place-team").await?;
    desk.press("@team-fits").await?;
    // What is not whole says what is missing.
    desk.press("@fits-ask").await?;
    desk.see_text("@form-error", "Choose what is wished for.")
        .await?;
    desk.press("@fits-criminal-justice").await?;
    desk.press("@fits-lost-custody").await?;
    desk.press("@fits-ask").await?;
    desk.see_text("@question-asked", "2 coaches were asked")
        .await?;

    // Today looks the same for both; only the device of whom it may be for says so, and inside.
    let mut today = Vec::new();
    for browser in [&phone, &other] {
        browser.press("@place-today").await?;
        let text = browser
            .see_within(LONG_PATIENCE, "@today-questions", "")
            .await?;
        today.push(text);
    }
    ensure!(today.first() == today.last(), "{today:?}");
    other.press("@today-questions").await?;
    other.see_text("@question", LIVED).await?;
    other.see_no("@question-for-you").await?;
    other.press("@question-no").await?;
    other.see_no("@question").await?;

    relay.stop();
    phone.reload().await?;
    unlock(&phone).await?;
    phone.press("@today-questions").await?;
    let mine = phone.see_text("@question-for-you", "Only you see").await?;
    ensure!(mine.contains(LIVED) && !mine.contains("custody"), "{mine}");
    let misfits = fit::misfits(&phone).await?;
    ensure!(misfits.is_empty(), "{}", misfits.join("\n"));
    phone.press("@question-yes").await?;
    phone.see_text("@question", "You said yes.").await?;
    desk.see_no("@question-names").await?;

    relay.start_again()?;
    let names = desk
        .see_within(LONG_PATIENCE, "@question-names", COACH)
        .await?;
    ensure!(
        names.trim() == format!("They would like to: {COACH}"),
        "{names}"
    );
    desk.press("@place-team").await?;
    desk.press_one("@member-row", COACH).await?;
    let page = desk.see_text("@member", COACH).await?;
    ensure!(!page.contains(LIVED), "{page}");
    desk.go("/more/lived").await?;
    desk.see("@lived-only-here").await?;
    desk.see_no("@question, @lived-criminal-justice-match")
        .await?;

    // It is the coach's own: with what they lived taken back, the question looks as it does to anybody.
    phone.press("@lived-criminal-justice-none").await?;
    phone.see_no("@question-for-you").await?;
    phone.see_text("@question", "You said yes.").await?;
    Ok(())
}

/// Waits until what was tapped is kept, also by the database: the page asks it anew.
async fn until_kept(phone: &Browser, tick: &str) -> Result<()> {
    phone.see_text("@toast", "Saved on this").await?;
    phone.press("@place-today").await?;
    phone.go("/more/lived").await?;
    let script = "return document.querySelector(`[data-testid=${arguments[0]}]`)?.checked";
    phone
        .until(tick, LONG_PATIENCE, async || {
            let ticked = phone.script(script, vec![json!(tick)]).await?;
            Ok((ticked == json!(true)).then_some(()))
        })
        .await
}
