//! A group that meets today: started at a desk, written down on a phone with no signal.

use anyhow::{Context, Result, ensure};
use handrail_system_tests::axe;
use handrail_system_tests::browser::Browser;
use handrail_system_tests::person::{add_person, unlock};
use handrail_system_tests::relay::Relay;
use handrail_system_tests::team::{COACH, supervisor_and_coach};
use handrail_system_tests::wait::LONG_PATIENCE;
use serde_json::json;

const GROUP: &str = "Evening group";
const ROBIN: &str = "Robin Alder";

/// A number that a script finds.
async fn number(browser: &Browser, script: &str) -> Result<u64> {
    let found = browser.script(script, vec![]).await?;
    found.as_u64().context("no number")
}

/// Starts a group that began some minutes ago, led by the coach.
async fn start(desk: &Browser) -> Result<()> {
    desk.go("/groups").await?;
    desk.press("@group-add").await?;
    desk.enter("@group-name", GROUP).await?;
    desk.enter("@group-place", "Room 2").await?;
    let script = "return [...document.querySelectorAll('[data-testid=group-member] option')]\
        .find((option) => option.textContent === arguments[0]).value";
    let coach = desk.script(script, vec![json!(COACH)]).await?;
    desk.choose("@group-member", coach.as_str().context("no coach")?)
        .await?;
    let weekday = number(desk, "return (new Date().getDay() + 6) % 7").await?;
    if weekday != 0 {
        desk.press("@group-day-0").await?;
        desk.press(&format!("@group-day-{weekday}")).await?;
    }
    let now = "return new Date().getHours() * 60 + new Date().getMinutes()";
    let minute = number(desk, now).await?.saturating_sub(5);
    let at = format!("{:02}:{:02}", minute / 60, minute % 60);
    desk.set("@group-at", &at).await?;
    desk.see_text("@group-preview", "Today").await?;
    desk.press("@group-save").await?;
    desk.see_within(LONG_PATIENCE, "@groups-list", GROUP)
        .await?;
    Ok(())
}

/// Issue 4.7: S0-20, S0-21, S0-22 and S4-11, on a phone without signal in the middle, while
/// somebody else writes on the same sheet.
#[tokio::test]
async fn a_group_is_written_down_with_no_signal_and_two_lose_nothing() -> Result<()> {
    let mut relay = Relay::start()?;
    let (desk, phone) = supervisor_and_coach(&relay).await?;
    let robin = add_person(&phone, ROBIN).await?;
    start(&desk).await?;
    phone.go("/").await?;
    phone
        .see_within(LONG_PATIENCE, "@today-groups", "Write down who came")
        .await?;
    phone.ready_for_no_signal().await?;
    relay.stop();

    phone.press("@group-due").await?;
    phone.see_text("@meeting-heads", "Nobody").await?;
    phone.enter("@meeting-search", "rob").await?;
    phone.press("@meeting-tick").await?;
    phone.see_text("@meeting-heads", "1 person").await?;
    phone.enter("@meeting-name", "Jo").await?;
    phone.press("@meeting-name-add").await?;
    phone.see_text("@meeting-names", "Jo").await?;
    phone.press("@meeting-more-more").await?;
    phone.see_text("@meeting-heads", "3 people").await?;
    phone.enter("@meeting-saw", "Two newcomers").await?;
    let typed = phone.value("@meeting-saw").await?;
    ensure!(typed == "Two newcomers", "{typed}");

    // All of it is in the database, what is half-written too.
    phone.reload().await?;
    unlock(&phone).await?;
    phone.see_text("@meeting-heads", "3 people").await?;
    let kept = phone.value("@meeting-saw").await?;
    ensure!(kept == "Two newcomers", "{kept}");
    phone.press("@meeting-saw-save").await?;
    phone.see_text("@meeting-seen", COACH).await?;
    phone.press("@meeting-done").await?;
    phone.see_text("@meeting-done-notice", COACH).await?;
    let mut problems = Vec::new();
    axe::check(&phone, "the sheet", &mut problems).await?;
    phone.press("@back").await?;
    phone.see_text("@group-upcoming", "Today").await?;
    axe::check(&phone, "the group", &mut problems).await?;
    ensure!(problems.is_empty(), "{problems:?}");

    // Meanwhile, at the desk, on the same sheet.
    desk.press("@group").await?;
    desk.press("@meeting").await?;
    desk.enter("@meeting-name", "Kim").await?;
    desk.press("@meeting-name-add").await?;
    desk.see_text("@meeting-heads", "1 person").await?;
    relay.start_again()?;
    desk.see_within(LONG_PATIENCE, "@meeting-heads", "4 people")
        .await?;
    desk.see_text("@meeting-seen", "Two newcomers").await?;
    phone.press("@meeting").await?;
    phone
        .see_within(LONG_PATIENCE, "@meeting-names", "Kim")
        .await?;

    // It stands in their record with the group, and with nobody else.
    phone.go(&robin).await?;
    phone.see_text("@timeline", GROUP).await?;
    let record = phone.texts("@person").await?.join("\n");
    for other in ["Jo", "Kim", "newcomers"] {
        ensure!(!record.contains(other), "{other}: {record}");
    }
    phone.go("/").await?;
    phone.see_text("@today-groups", GROUP).await?;
    let due = phone.texts("@group-due").await?.join("\n");
    ensure!(!due.contains("Write down"), "{due}");
    Ok(())
}
