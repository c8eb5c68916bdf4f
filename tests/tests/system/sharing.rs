//! A record is shared with a clinical provider, and opened in an emergency by who is on call.

use anyhow::{Context, Result};
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::consent::agree;
use handrail_system_tests::person::{add_person, invite, join};
use handrail_system_tests::relay::Relay;
use handrail_system_tests::team::{COACH, meet, supervisor_and_coach};
use handrail_system_tests::wait::LONG_PATIENCE;
use serde_json::json;

const NAME: &str = "Robin Alder";
const PROVIDER: &str = "Dr. Lena Moreau";
const ON_CALL: &str = "Olga Heron";
const REASON: &str = "The ED called: found down";

/// Issue 3.3: the provider reads that one record and writes nothing in it, until the supervisor
/// ends it; who is on call is let in by the supervisor's open device, and the coach sees why.
#[tokio::test]
async fn a_record_is_shared_for_a_while_and_opened_in_an_emergency() -> Result<()> {
    let relay = Relay::start()?;
    let (desk, coach) = supervisor_and_coach(&relay).await?;
    let provider = joined(&desk, "@invite-clinical-provider", PROVIDER).await?;
    let on_call = joined(&desk, "@invite-on-call-supervisor", ON_CALL).await?;
    let robin = add_person(&coach, NAME).await?;
    meet(&desk, &robin, NAME).await?;
    agree(&desk, &robin, PROVIDER).await?;
    desk.go(&robin).await?;

    desk.press("@share").await?;
    desk.see_text("@share-with", PROVIDER).await?;
    choose_named(&desk, "share-with", PROVIDER).await?;
    let day = "return new Date(Date.now() + 5 * 86400000).toISOString().slice(0, 10)";
    let day = desk.script(day, Vec::new()).await?;
    desk.set("@share-through", day.as_str().context("no day")?)
        .await?;
    desk.enter("@share-reason", "A visit on Thursday").await?;
    desk.press("@share-go").await?;
    desk.see_within(LONG_PATIENCE, "@guest-row", PROVIDER)
        .await?;
    meet(&provider, &robin, NAME).await?;
    provider.see("@guests").await?;
    provider
        .see_no("@person-log, @person-edit, @place-log")
        .await?;

    desk.press("@share-end").await?;
    desk.see_no("@guest-row").await?;
    provider.press("@place-people").await?;
    provider.see_no("@person-row").await?;

    on_call.press("@place-people").await?;
    on_call.see_no("@person-row").await?;
    on_call.press("@place-team").await?;
    on_call.press("@team-emergency").await?;
    on_call.see_text("@emergency-coach", COACH).await?;
    choose_named(&on_call, "emergency-coach", COACH).await?;
    on_call.enter("@emergency-name", "robin alder").await?;
    on_call.enter("@emergency-reason", REASON).await?;
    on_call.press("@emergency-go").await?;
    on_call
        .see_within(LONG_PATIENCE, "@emergency-record", "")
        .await?;
    on_call.press("@emergency-record").await?;
    on_call.see_text("@person-name", NAME).await?;
    meet(&coach, &robin, NAME).await?;
    coach
        .see_within(LONG_PATIENCE, "@guest-row", REASON)
        .await?;
    Ok(())
}

async fn joined(desk: &Browser, role: &str, name: &str) -> Result<Browser> {
    let link = invite(desk, role).await?;
    let browser = Browser::open(Kind::Chromium, Screen::Phone).await?;
    join(&browser, &link, name).await?;
    Ok(browser)
}

/// Chooses in a list by what is shown there.
async fn choose_named(browser: &Browser, list: &str, name: &str) -> Result<()> {
    let find = "return [...document.querySelectorAll(`[data-testid=${arguments[0]}] option`)]
        .find((option) => option.textContent === arguments[1])?.value";
    let value = browser.script(find, vec![json!(list), json!(name)]).await?;
    let value = value.as_str().context("nobody of that name")?;
    browser.choose(&format!("@{list}"), value).await
}
