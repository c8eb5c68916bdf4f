//! Training, miles and what is required: written down with no signal, and decided at a desk.

use anyhow::{Context, Result, bail, ensure};
use handrail_system_tests::browser::Browser;
use handrail_system_tests::person::{add_person, unlock};
use handrail_system_tests::relay::Relay;
use handrail_system_tests::team::{COACH, SUPERVISOR, meet, supervisor_and_coach};
use handrail_system_tests::wait::LONG_PATIENCE;
use thirtyfour::Key;

use super::growing::{first_choice, look};

const ROBIN: &str = "Robin Alder";
const JUNE: &str = "June Park";
const NEWCOMER: &str = "Dana Heron";
const OFFER: &str = "An evening on naloxone";
const TRAINING: &str = "Giving naloxone";
const FUNDER: &str = "Prevention coalition (test)";
const REFUSED: &str = "not confirmed on file";

/// Issue 5.5: S2-2, S3-12, S3-14, S3-18, S4-2 and G-4, from a training on offer to miles that are paid.
#[tokio::test]
async fn s3_18_training_and_miles_are_asked_for_with_no_signal_and_decided_at_a_desk() -> Result<()>
{
    let mut relay = Relay::start()?;
    let (desk, phone) = supervisor_and_coach(&relay).await?;
    let robin = add_person(&phone, ROBIN).await?;
    let june = add_person(&desk, JUNE).await?;
    let mut problems = Vec::new();
    offer_and_require(&desk, &mut problems).await?;
    phone.press("@place-more").await?;
    phone.press("@more-training").await?;
    phone
        .see_within(LONG_PATIENCE, "@training-missing", TRAINING)
        .await?;
    phone.see_text("@offers", OFFER).await?;
    phone.ready_for_no_signal().await?;
    relay.stop();

    for (back, note) in [(6, "Before the new rate"), (1, "After it")] {
        drive(&phone, &robin, back, note).await?;
    }
    attend_and_ask(&phone, &mut problems).await?;
    relay.start_again()?;

    decide_about_money(&desk, &mut problems).await?;
    phone.go("/team/people/me/claims").await?;
    phone
        .see_within(LONG_PATIENCE, "@claim .mark", "Paid")
        .await?;
    phone
        .see_text("@claim", &format!("Decided by {SUPERVISOR}"))
        .await?;
    phone
        .see_within(LONG_PATIENCE, "@stipend", "The year's money is spent")
        .await?;

    hand_over_to_the_coach(&desk, &june).await?;
    desk.see_text("@hand-over-dialog", REFUSED).await?;
    desk.press("@hand-over-cancel").await?;
    desk.see_no("@hand-overs").await?;
    desk.go("/team/people").await?;
    desk.press_one("@workforce-open", COACH).await?;
    desk.see_within(LONG_PATIENCE, "@training", "Own word")
        .await?;
    desk.see_text("@training-missing", TRAINING).await?;
    look(&desk, "a coach's training", &mut problems).await?;
    desk.press("@training-confirm").await?;
    desk.see_text("@training .mark", "Confirmed").await?;
    desk.see_no("@training-missing").await?;
    hand_over_to_the_coach(&desk, &june).await?;
    desk.see_text("@hand-overs", COACH).await?;

    phone.go("/team/people/me").await?;
    phone
        .see_within(LONG_PATIENCE, "@training .mark", "Confirmed")
        .await?;
    phone.see_no("@training-missing").await?;
    // What was typed when it was refused is there still.
    phone.go("/people/new").await?;
    let typed = phone.value("@detail-preferred-name").await?;
    ensure!(typed == NEWCOMER, "{typed}");
    phone.press("@details-submit").await?;
    phone.see_text("@person-name", NEWCOMER).await?;
    meet(&phone, &june, JUNE).await?;
    ensure!(problems.is_empty(), "{}", problems.join("\n"));
    Ok(())
}

/// At the desk: another rate from two days ago on, a training on offer, and what everybody needs.
async fn offer_and_require(desk: &Browser, problems: &mut Vec<String>) -> Result<()> {
    desk.press("@place-team").await?;
    desk.press("@team-payroll").await?;
    desk.press("@rate-add").await?;
    desk.set("@rate-from", &day_back(desk, 2).await?).await?;
    desk.enter("@rate-cents", "60").await?;
    desk.enter("@rate-source", "The board (test)").await?;
    look(desk, "another rate", problems).await?;
    desk.press("@rate-save").await?;
    desk.see_no("@rate-form").await?;
    desk.see_text("@rates", "60 ¢ a mile today").await?;
    look(desk, "miles and payroll", problems).await?;

    desk.press("@place-team").await?;
    desk.press("@team-workforce").await?;
    desk.press("@offer-add").await?;
    desk.enter("@offer-name", OFFER).await?;
    desk.choose("@offer-kind", "naloxone").await?;
    desk.enter("@offer-hours", "2").await?;
    desk.enter("@offer-cost", "40").await?;
    desk.enter("@offer-funder", FUNDER).await?;
    look(desk, "a training on offer", problems).await?;
    desk.press("@offer-save").await?;
    desk.see_no("@offer-form").await?;
    desk.see_text("@offer", OFFER).await?;
    desk.press("@require-change").await?;
    desk.press("@need-naloxone").await?;
    look(desk, "what is required", problems).await?;
    desk.press("@require-save").await?;
    desk.see_text("@requirement", TRAINING).await?;
    look(desk, "trainings and people", problems).await
}

/// Logs a visit so many days ago, ten miles away.
async fn drive(phone: &Browser, robin: &str, back: i64, note: &str) -> Result<()> {
    phone.go(robin).await?;
    phone.press("@person-log").await?;
    phone.press("@log-kind-community").await?;
    phone.enter("@log-miles", "10").await?;
    phone.enter("@log-note", note).await?;
    phone.press("@log-earlier").await?;
    phone.set("@log-day", &day_back(phone, back).await?).await?;
    phone.press("@log-save").await?;
    phone.see_no("@log-sheet").await?;
    phone.see_text("@entry-note", note).await.map(drop)
}

/// With no signal: the training, the miles, help with its cost, and somebody new who is refused.
async fn attend_and_ask(phone: &Browser, problems: &mut Vec<String>) -> Result<()> {
    phone.press("@place-more").await?;
    phone.press("@more-training").await?;
    phone.press("@training-add").await?;
    phone.choose("@training-kind", "naloxone").await?;
    phone.enter("@training-hours", "2").await?;
    look(phone, "a training form", problems).await?;
    phone.press("@training-save").await?;
    phone.see_no("@training-form").await?;
    phone.see_text("@training", "Own word").await?;
    // One's own word is on file, and not enough.
    phone.see_text("@training-missing", TRAINING).await?;
    look(phone, "my training", problems).await?;

    phone.press("@claims-title-page").await?;
    phone.see_text("@claims-miles", "20 miles").await?;
    phone.press("@claim-add").await?;
    phone.see_text("@claim-form label", "$6.00").await?;
    look(phone, "asking for miles", problems).await?;
    phone.press("@claim-save").await?;
    phone.see_no("@claim-form").await?;
    phone.press("@claim summary").await?;
    phone
        .see_text("@claim li", "10 miles at 60 ¢, $6.00")
        .await?;
    let trips = phone.texts("@claim li").await?;
    let newer = trips.iter().filter(|trip| trip.contains("at 60 ¢"));
    ensure!(trips.len() == 2 && newer.count() == 1, "{trips:?}");

    phone.press("@stipend-add").await?;
    let offer = first_choice(phone, "stipend-offer").await?;
    phone.choose("@stipend-offer", &offer).await?;
    phone.enter("@stipend-money", "40").await?;
    look(phone, "asking for a stipend", problems).await?;
    phone.press("@stipend-save").await?;
    phone.see_no("@stipend-form").await?;
    phone.see_text("@stipend", OFFER).await?;
    phone.reload().await?;
    unlock(phone).await?;
    phone.see_text("@claim .mark", "Asked for").await?;
    phone.see_text("@stipend .mark", "Asked for").await?;
    look(phone, "my miles and stipends", problems).await?;

    phone.press("@place-people").await?;
    phone.press("@people-add").await?;
    phone.enter("@detail-preferred-name", NEWCOMER).await?;
    phone.press("@details-submit").await?;
    phone.see_text("@form-error", REFUSED).await.map(drop)
}

/// At the desk: the miles are approved by keyboard alone and paid, and the stipend is not approved.
async fn decide_about_money(desk: &Browser, problems: &mut Vec<String>) -> Result<()> {
    desk.press("@place-team").await?;
    desk.press("@team-payroll").await?;
    desk.see_within(LONG_PATIENCE, "@payroll-open", COACH)
        .await?;
    desk.press_one("@payroll-open", COACH).await?;
    desk.see_within(LONG_PATIENCE, "@stipend", OFFER).await?;
    desk.see_text("@claim .mark", "Asked for").await?;
    look(desk, "a coach's miles and stipends", problems).await?;

    let heading = "document.querySelector('[data-testid=claims] h1').focus()";
    desk.script(heading, vec![]).await?;
    tab_to(desk, "money-approve").await?;
    desk.key(Key::Enter).await?;
    desk.see("@decide-form").await?;
    look(desk, "a decision", problems).await?;
    tab_to(desk, "decide-funder").await?;
    desk.key("County (test)").await?;
    tab_to(desk, "decide-save").await?;
    desk.key(Key::Enter).await?;
    desk.see_no("@decide-form").await?;
    desk.see_text("@claim .mark", "Approved").await?;

    desk.press("@claim @money-pay").await?;
    desk.press("@decide-save").await?;
    desk.see_text("@claim .mark", "Paid").await?;
    desk.press("@stipend @money-decline").await?;
    desk.press("@decide-save").await?;
    desk.see("#decide-reason-error").await?;
    desk.enter("@decide-reason", "The year's money is spent")
        .await?;
    desk.press("@decide-save").await?;
    desk.see_text("@stipend .mark", "Not approved")
        .await
        .map(drop)
}

async fn hand_over_to_the_coach(desk: &Browser, june: &str) -> Result<()> {
    desk.go(june).await?;
    desk.press("@hand-over").await?;
    desk.see("@hand-over-dialog").await?;
    desk.press_one("@hand-over-dialog label", COACH).await?;
    desk.press("@hand-over-go").await
}

/// By keyboard, to what has that name for tests.
async fn tab_to(desk: &Browser, name: &str) -> Result<()> {
    for _ in 0..80 {
        desk.key(Key::Tab).await?;
        let at = "return document.activeElement.getAttribute('data-testid')";
        if desk.script(at, vec![]).await? == name {
            return Ok(());
        }
    }
    bail!("{name} is not reached by Tab")
}

/// The day so many days ago, as fields take it.
async fn day_back(browser: &Browser, days: i64) -> Result<String> {
    let script = "const day = new Date(); day.setDate(day.getDate() - arguments[0]); \
                  const two = (number) => String(number).padStart(2, '0'); \
                  return [day.getFullYear(), two(day.getMonth() + 1), two(day.getDate())].join('-')";
    let day = browser.script(script, vec![days.into()]).await?;
    Ok(day.as_str().context("no day")?.to_owned())
}
