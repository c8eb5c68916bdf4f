//! How a coach grows: a mentor from the desk, and what the coach writes about themselves with no signal.

use anyhow::{Context, Result, ensure};
use handrail_system_tests::axe;
use handrail_system_tests::browser::Browser;
use handrail_system_tests::places::stand_still;
use handrail_system_tests::relay::Relay;
use handrail_system_tests::team::{COACH, SUPERVISOR, supervisor_and_coach};
use handrail_system_tests::wait::LONG_PATIENCE;

/// Issue 5.5: S2-9, S2-25, S3-6, S3-13, S3-15, S3-16 and S3-21.
#[tokio::test]
async fn s3_13_how_a_coach_grows_is_written_with_no_signal_and_read_at_a_desk() -> Result<()> {
    let mut relay = Relay::start()?;
    let (desk, phone) = supervisor_and_coach(&relay).await?;
    let pair = format!("{SUPERVISOR} guides {COACH}");
    let mut problems = Vec::new();
    desk.press("@place-team").await?;
    desk.press("@team-workforce").await?;
    desk.press_one("@workforce-open", COACH).await?;
    desk.press("@growth-title-page").await?;
    desk.press("@pair-add").await?;
    let mentor = first_choice(&desk, "pair-mentor").await?;
    desk.choose("@pair-mentor", &mentor).await?;
    look(&desk, "a mentor", &mut problems).await?;
    desk.press("@pair-save").await?;
    desk.see_no("@pair-form").await?;
    desk.see_text("@pair", &pair).await?;

    phone.press("@place-more").await?;
    phone.press("@more-training").await?;
    phone.press("@growth-title-page").await?;
    phone.see_within(LONG_PATIENCE, "@pair", &pair).await?;
    phone.ready_for_no_signal().await?;
    relay.stop();
    write_about_oneself(&phone, &mut problems).await?;
    relay.start_again()?;

    desk.see_within(LONG_PATIENCE, "@growth-goal", "Lead a group")
        .await?;
    desk.see_within(LONG_PATIENCE, "@pair", "Last talk").await?;
    desk.see_text("@availability", "6 hours a week").await?;
    desk.see_text("@stage", "In training").await?;
    // How somebody is stays on their own device.
    desk.see_no("@wellbeing").await?;
    desk.press("@competency-listens").await?;
    let seen = format!("Seen by {SUPERVISOR}");
    desk.see_text("@competency", &seen).await?;
    desk.press("@ready-people-true").await?;
    look(&desk, "a coach's growth", &mut problems).await?;
    desk.press("@coach-card-title-page").await?;
    desk.see_within(LONG_PATIENCE, "@coach-card-page", "I have time for you")
        .await?;
    look(&desk, "a coach's card", &mut problems).await?;

    phone.go("/team/people/me/growth").await?;
    phone
        .see_within(LONG_PATIENCE, "@competency", &seen)
        .await?;
    phone
        .see_within(LONG_PATIENCE, "@ready-item", "Yes")
        .await?;
    ensure!(problems.is_empty(), "{}", problems.join("\n"));
    Ok(())
}

/// With no signal, from the page about one's growth.
async fn write_about_oneself(phone: &Browser, problems: &mut Vec<String>) -> Result<()> {
    phone.press("@availability-change").await?;
    phone.enter("@availability-hours", "6").await?;
    look(phone, "availability", problems).await?;
    phone.press("@availability-save").await?;
    phone.see_text("@availability", "6 hours a week").await?;
    phone.press("@stage-add").await?;
    phone.choose("@stage-stage", "in_training").await?;
    look(phone, "a stage", problems).await?;
    phone.press("@stage-save").await?;
    phone.see_text("@stage", "In training").await?;
    phone.press("@growth-goal-add").await?;
    phone
        .enter("@growth-goal-words", "Lead a group of my own")
        .await?;
    look(phone, "a goal", problems).await?;
    phone.press("@growth-goal-save").await?;
    phone.see_text("@growth-goal", "Lead a group").await?;
    phone.press("@pair-talked").await?;
    look(phone, "a talk", problems).await?;
    phone.press("@talk-save").await?;
    phone.see_text("@pair", "Last talk").await?;
    look(phone, "my growth", problems).await?;
    phone.press("@coach-card-title-page").await?;
    phone.see("@coach-card-none").await?;
    phone.press("@coach-card-write").await?;
    phone.enter("@coach-card-name", "Cleo").await?;
    phone
        .enter("@coach-card-english", "I have time for you.")
        .await?;
    look(phone, "writing a card", problems).await?;
    phone.press("@coach-card-save").await?;
    phone
        .see_text("@coach-card-page", "I have time for you")
        .await?;
    look(phone, "my card", problems).await
}

/// The value of the first choice of a list after "none".
pub async fn first_choice(browser: &Browser, list: &str) -> Result<String> {
    browser.see(&format!("@{list}")).await?;
    let script = "return document.querySelector(arguments[0]).options[1].value";
    let list = format!("[data-testid={list}]");
    let value = browser.script(script, vec![list.into()]).await?;
    Ok(value.as_str().context("nothing to choose")?.to_owned())
}

/// What axe finds on the page once it stands still.
pub async fn look(browser: &Browser, place: &str, problems: &mut Vec<String>) -> Result<()> {
    stand_still(browser).await?;
    axe::check(browser, place, problems).await
}
