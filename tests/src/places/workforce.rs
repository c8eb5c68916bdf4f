//! Places about the people who work here: their training, growth, cards and money.

use anyhow::Result;

use super::{COACH, OWN, Place, at};
use crate::browser::Browser;

/// One's own pages.
const ME: &str = "/team/people/me";
/// Who pays; it is a part of a figure, too.
const FUNDER: &str = "Coalition";

/// With trainings, a mentor, cards, miles and a stipend; `person` is whom miles were driven for.
pub async fn places(browser: &Browser, person: &str) -> Result<Vec<Place>> {
    let coach = require_training(browser).await?;
    guide(browser, &coach).await?;
    write_about_oneself(browser).await?;
    ask_for_money(browser, person).await?;
    pay_another_rate(browser).await?;
    let own = |page: &str| format!("{ME}/{page}");
    let theirs = |page: &str| format!("{coach}/{page}");
    Ok(vec![
        at("workforce", "/team/people", "@workforce-person"),
        at("training", ME, "@training"),
        at("growth", own("growth"), "@wellbeing"),
        at("claims", own("claims"), "@claim"),
        at("coach-card", own("card"), "@coach-card-page"),
        at("payroll", "/team/payroll", "@payroll-open"),
        at("coach-training", coach.clone(), "@training-missing"),
        at("coach-growth", theirs("growth"), "@pair"),
        at("coach-claims", theirs("claims"), "@stipends"),
        at("coach-card-suggested", theirs("card"), "@coach-card-waits"),
    ])
}

/// Everybody needs a training, and somebody without a device is on the list; gives where the coach's
/// trainings are.
async fn require_training(browser: &Browser) -> Result<String> {
    browser.go("/team/people").await?;
    browser.press("@listed-add").await?;
    browser.enter("@listed-name", "Jo Rivers (sample)").await?;
    browser.press("@listed-save").await?;
    browser.see_no("@listed-form").await?;
    browser.press("@require-change").await?;
    browser.press("@need-naloxone").await?;
    browser.press("@require-save").await?;
    browser.see_no("@require-form").await?;
    browser.press_one("@workforce-open", COACH).await?;
    browser.see("@training").await?;
    browser.path().await
}

/// The coach has a mentor, a goal, and a card that somebody suggested.
async fn guide(browser: &Browser, coach: &str) -> Result<()> {
    browser.go(&format!("{coach}/growth")).await?;
    browser.press("@pair-add").await?;
    browser.choose_named("@pair-mentor", OWN).await?;
    browser.press("@pair-save").await?;
    browser.see("@pair").await?;
    browser.press("@growth-goal-add").await?;
    browser
        .enter("@growth-goal-words", "Lead a group of her own")
        .await?;
    browser.press("@growth-goal-save").await?;
    browser.see("@growth-goal").await?;
    write_a_card(browser, coach, "Rosa").await?;
    browser.see("@coach-card-waits").await
}

async fn write_a_card(browser: &Browser, whose: &str, name: &str) -> Result<()> {
    browser.go(&format!("{whose}/card")).await?;
    browser.press("@coach-card-write").await?;
    browser.enter("@coach-card-name", name).await?;
    browser
        .enter("@coach-card-english", "I have time for you.")
        .await?;
    browser
        .enter("@coach-card-spanish", "Tengo tiempo para usted.")
        .await?;
    browser.press("@coach-card-save").await?;
    browser.see_no("@coach-card-form").await
}

async fn write_about_oneself(browser: &Browser) -> Result<()> {
    browser.go(ME).await?;
    browser.press("@training-add").await?;
    browser.enter("@training-hours", "30").await?;
    browser.enter("@training-funder", FUNDER).await?;
    browser.press("@training-save").await?;
    browser.see_no("@training-form").await?;
    browser.see("@training").await?;
    browser.go(&format!("{ME}/growth")).await?;
    browser.press("@wellbeing-tired").await?;
    browser.press("@wellbeing-keep").await?;
    browser.see("@wellbeing-forget").await?;
    browser.press("@availability-change").await?;
    browser.enter("@availability-hours", "6").await?;
    browser.press("@availability-save").await?;
    browser.see_no("@availability-form").await?;
    write_a_card(browser, ME, "Pat").await?;
    browser.see("@coach-card-page").await
}

/// For some miles and a class; other miles are left.
async fn ask_for_money(browser: &Browser, person: &str) -> Result<()> {
    drive(browser, person).await?;
    browser.go(&format!("{ME}/claims")).await?;
    browser.press("@claim-add").await?;
    browser.press("@claim-save").await?;
    browser.see_no("@claim-form").await?;
    browser.see("@claim").await?;
    browser.press("@stipend-add").await?;
    browser.enter("@stipend-what", "A class on ethics").await?;
    browser.enter("@stipend-money", "40").await?;
    browser.press("@stipend-save").await?;
    browser.see_no("@stipend-form").await?;
    browser.see("@stipend").await?;
    drive(browser, person).await
}

/// Logs a visit ten miles away.
async fn drive(browser: &Browser, person: &str) -> Result<()> {
    browser.go(&format!("/people/{person}")).await?;
    browser.press("@person-log").await?;
    browser.press("@log-kind-community").await?;
    browser.enter("@log-miles", "10").await?;
    browser.press("@log-save").await?;
    browser.see_no("@log-sheet").await?;
    browser.see("@person-name").await
}

async fn pay_another_rate(browser: &Browser) -> Result<()> {
    browser.go("/team/payroll").await?;
    browser.press("@rate-add").await?;
    browser.set("@rate-from", &browser.today().await?).await?;
    browser.enter("@rate-cents", "60").await?;
    browser.enter("@rate-source", "The board (sample)").await?;
    browser.press("@rate-save").await?;
    browser.see_no("@rate-form").await
}
