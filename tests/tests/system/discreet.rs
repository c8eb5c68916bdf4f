//! Eyes that should not see: the cover, the app behind others, the limited view.

use anyhow::{Result, ensure};
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::person::{add_person, found_agency, unlock};
use handrail_system_tests::relay::Relay;
use serde_json::json;

const NAMES: [&str; 2] = ["Robin Alder", "Ana Marsh"];

/// S0-16: one tap hides everything; a half-written note is there again after unlocking.
#[tokio::test]
async fn one_tap_hides_everything_and_keeps_the_half_written_note() -> Result<()> {
    let relay = Relay::start()?;
    let phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    found_agency(&phone, &relay.origin(), "Sam Sandpiper").await?;
    add_person(&phone, NAMES[0]).await?;
    phone.press("@person-log").await?;
    phone.enter("@log-note", "Half of a thought").await?;
    phone.press("@hide-now").await?;
    phone.see("@cover").await?;
    shows_nobody(&phone).await?;
    phone.press("@cover-back").await?;
    phone.see("@lock").await?;
    shows_nobody(&phone).await?;
    unlock(&phone).await?;
    let note = phone.value("@log-note").await?;
    ensure!(note == "Half of a thought", "the draft holds {note:?}");
    Ok(())
}

/// S0-16: the picture that a phone keeps of the app behind others shows nothing.
#[tokio::test]
async fn behind_other_apps_nothing_is_shown() -> Result<()> {
    let relay = Relay::start()?;
    let phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    found_agency(&phone, &relay.origin(), "Sam Sandpiper").await?;
    let visible = "return getComputedStyle(document.querySelector('#main')).visibility";
    ensure!(phone.script(visible, vec![]).await? == json!("visible"));
    let behind = "Object.defineProperty(document, 'visibilityState', \
        { configurable: true, get: () => arguments[0] ? 'hidden' : 'visible' }); \
        document.dispatchEvent(new Event('visibilitychange'))";
    let behind = format!(
        "const hide = arguments[0]; {}",
        behind.replace("arguments[0]", "hide")
    );
    phone.script(&behind, vec![json!(true)]).await?;
    ensure!(phone.script(visible, vec![]).await? == json!("hidden"));
    phone.script(&behind, vec![json!(false)]).await?;
    ensure!(phone.script(visible, vec![]).await? == json!("visible"));
    Ok(())
}

/// Issue 3.7: in other hands the phone shows one name; the addresses of others lead nowhere, and a
/// reload leads to the lock.
#[tokio::test]
async fn in_other_hands_the_phone_shows_one_person_until_the_code() -> Result<()> {
    let relay = Relay::start()?;
    let phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    found_agency(&phone, &relay.origin(), "Sam Sandpiper").await?;
    let ana = add_person(&phone, NAMES[1]).await?;
    add_person(&phone, NAMES[0]).await?;
    phone.press("@person-limit").await?;
    phone.enter("@limit-code", "12").await?;
    phone.press("@limit-start").await?;
    phone.see_text("@limit", "Choose 4 to 8 digits").await?;
    phone.enter("@limit-code", "34").await?;
    phone.press("@limit-start").await?;
    phone.see_text("@inspected-person", NAMES[0]).await?;
    phone.press("@open-crisis").await?;
    phone.see("@crisis").await?;
    phone.press("@back").await?;
    phone.enter("@inspected-code", "9999").await?;
    phone.press("@inspected-end").await?;
    phone.see_text("@inspected", "4 tries are left").await?;
    let shown = phone.texts("html").await?.concat();
    ensure!(!shown.contains(NAMES[1]), "{shown}");
    phone.enter("@inspected-code", "1234").await?;
    phone.press("@inspected-end").await?;
    phone.go(&ana).await?;
    phone.see_text("@person-name", NAMES[1]).await?;

    phone.go("/more/limit").await?;
    phone.enter("@limit-code", "1234").await?;
    phone.press("@limit-start").await?;
    phone.see("@inspected").await?;
    shows_nobody(&phone).await?;
    phone.reload().await?;
    phone.see("@lock").await?;
    unlock(&phone).await
}

async fn shows_nobody(phone: &Browser) -> Result<()> {
    let shown = phone.texts("html").await?.concat();
    for secret in NAMES.into_iter().chain(["thought", "Harbor Light", "Sam"]) {
        ensure!(!shown.contains(secret), "{secret} is shown: {shown}");
    }
    Ok(())
}
