//! On a screen 320 wide and with text twice as large nothing is cut off and
//! nothing must be scrolled sideways.

use std::cell::RefCell;

use anyhow::{Result, ensure};
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::dialogs::{Stage, found_up_to_the_kit, sample};
use handrail_system_tests::fit::check;
use handrail_system_tests::places::{self, choose, open_sample, stand_still};
use handrail_system_tests::relay::Relay;

#[tokio::test]
async fn every_screen_fits_on_a_narrow_phone() -> Result<()> {
    every_screen_fits(Screen::Narrow).await
}

#[tokio::test]
async fn every_screen_fits_with_text_twice_as_large() -> Result<()> {
    every_screen_fits(Screen::LargeText).await
}

#[tokio::test]
async fn every_dialog_fits_on_a_narrow_phone() -> Result<()> {
    every_dialog_fits(Screen::Narrow).await
}

#[tokio::test]
async fn every_dialog_fits_with_text_twice_as_large() -> Result<()> {
    every_dialog_fits(Screen::LargeText).await
}

async fn every_screen_fits(screen: Screen) -> Result<()> {
    let relay = Relay::start()?;
    let phone = Browser::open(Kind::Chromium, screen).await?;
    let mut problems = Vec::new();
    first_screens(&phone, &relay.origin(), &mut problems).await?;
    let problems = RefCell::new(problems);
    open_sample(&phone, &relay.origin()).await?;
    is_set(&phone, screen).await?;
    let places = places::all(&phone).await?;
    for language in languages(screen) {
        choose(&phone, "theme-light", language).await?;
        let look = async |name: &str| {
            let mut found = Vec::new();
            check(&phone, &format!("{language}, {name}"), &mut found).await?;
            problems.borrow_mut().extend(found);
            anyhow::Ok(())
        };
        let mut unseen = places::each(&phone, &places, &look).await?;
        unseen.extend(sample::each(&phone, &places, &look).await?);
        problems.borrow_mut().extend(unseen);
    }
    let problems = problems.into_inner();
    ensure!(problems.is_empty(), "{}", problems.join("\n"));
    Ok(())
}

async fn every_dialog_fits(screen: Screen) -> Result<()> {
    let stage = Stage::set_up(screen).await?;
    is_set(&stage.browser, screen).await?;
    let problems = RefCell::new(Vec::new());
    for language in languages(screen) {
        choose(&stage.browser, "theme-light", language).await?;
        stage
            .each(async |name| {
                let mut found = Vec::new();
                let name = format!("{language}, {name}");
                check(&stage.browser, &name, &mut found).await?;
                problems.borrow_mut().extend(found);
                Ok(())
            })
            .await?;
    }
    let problems = problems.into_inner();
    ensure!(problems.is_empty(), "{}", problems.join("\n"));
    Ok(())
}

/// Spanish takes more room, and is enough where both have been seen to fit a narrower page.
fn languages(screen: Screen) -> &'static [&'static str] {
    match screen {
        Screen::LargeText => &["language-spanish"],
        _ => &["language-spanish", "language-english"],
    }
}

/// Before anything is open, and the recovery kit.
async fn first_screens(phone: &Browser, origin: &str, problems: &mut Vec<String>) -> Result<()> {
    let kit = Browser::open(Kind::Chromium, phone.screen()).await?;
    found_up_to_the_kit(&kit, origin).await?;
    for _language in 0..2 {
        kit.press("@language-switch").await?;
        stand_still(&kit).await?;
        check(&kit, "kit", problems).await?;
        kit.press("@kit-next").await?;
        kit.see("@kit-ask").await?;
        check(&kit, "kit-ask", problems).await?;
        kit.press("@kit-again").await?;
        kit.see("@kit-next").await?;
    }
    for _language in 0..2 {
        for way in ["@welcome-found", "@welcome-join", "@open-crisis"] {
            phone.visit(origin).await?;
            phone.see("@welcome").await?;
            check(phone, "welcome", problems).await?;
            phone.press(way).await?;
            phone.see_no("@welcome").await?;
            stand_still(phone).await?;
            check(phone, way, problems).await?;
        }
        phone.visit(origin).await?;
        phone.press("@language-switch").await?;
    }
    Ok(())
}

/// The browser did take the setting.
async fn is_set(phone: &Browser, screen: Screen) -> Result<()> {
    let script =
        "return [innerWidth, parseFloat(getComputedStyle(document.documentElement).fontSize)]";
    let set = phone.script(script, vec![]).await?;
    let wanted = match screen {
        Screen::Narrow => (Some(320.0), Some(16.0)),
        _ => (Some(390.0), Some(32.0)),
    };
    let number = |place: &str| set.pointer(place).and_then(serde_json::Value::as_f64);
    let got = (number("/0"), number("/1"));
    ensure!(got == wanted, "the page has width and text {set}");
    Ok(())
}
