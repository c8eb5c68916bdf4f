//! No violation of WCAG 2.2 A or AA on any screen.

use std::cell::RefCell;

use anyhow::{Result, ensure};
use handrail_system_tests::axe::check;
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::places::{self, choose, open_sample, stand_still};
use handrail_system_tests::relay::Relay;

#[tokio::test]
async fn every_screen_can_be_used_by_everybody_in_english() -> Result<()> {
    every_screen_passes(Screen::Phone, "language-english", "theme-light").await
}

#[tokio::test]
async fn every_screen_can_be_used_by_everybody_in_spanish_and_dark() -> Result<()> {
    every_screen_passes(Screen::Phone, "language-spanish", "theme-dark").await
}

#[tokio::test]
async fn every_screen_can_be_used_by_everybody_in_high_contrast() -> Result<()> {
    every_screen_passes(Screen::Phone, "language-english", "theme-high-contrast").await
}

#[tokio::test]
async fn every_screen_can_be_used_by_everybody_on_a_desk() -> Result<()> {
    every_screen_passes(Screen::Desk, "language-english", "theme-light").await
}

/// Contrast depends on the colors alone and words on the language: each is seen once.
async fn every_screen_passes(screen: Screen, language: &str, theme: &str) -> Result<()> {
    let relay = Relay::start()?;
    let browser = Browser::open(Kind::Chromium, screen).await?;
    let problems = RefCell::new(Vec::new());
    open_sample(&browser, &relay.origin()).await?;
    let places = places::all(&browser).await?;
    choose(&browser, theme, language).await?;
    let look = async |name: &str| {
        let mut found = Vec::new();
        check(&browser, &format!("{theme}, {name}"), &mut found).await?;
        problems.borrow_mut().extend(found);
        anyhow::Ok(())
    };
    let unseen = places::each(&browser, &places, &look).await?;
    problems.borrow_mut().extend(unseen);
    browser.go("/more").await?;
    browser.press("@lock-now").await?;
    browser.see("@lock").await?;
    stand_still(&browser).await?;
    look("lock").await?;
    browser.enter("@lock-passphrase", SAMPLE_PASSPHRASE).await?;
    browser.press("@lock-submit").await?;
    browser.see_no("@lock").await?;
    let problems = problems.into_inner();
    ensure!(problems.is_empty(), "{}", problems.join("\n"));
    Ok(())
}

/// As the lock screen of the sample agency shows it.
const SAMPLE_PASSPHRASE: &str = "sample data only";

#[tokio::test]
async fn the_first_screens_can_be_used_by_everybody() -> Result<()> {
    let relay = Relay::start()?;
    let phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    let mut problems = Vec::new();
    for language in ["en", "es"] {
        for way in ["@welcome-found", "@welcome-join"] {
            phone.visit(&relay.origin()).await?;
            phone.see("@welcome").await?;
            if phone
                .texts(&format!("html[lang={language}]"))
                .await?
                .is_empty()
            {
                phone.press("@language-switch").await?;
                phone.see(&format!("html[lang={language}]")).await?;
            }
            stand_still(&phone).await?;
            check(&phone, &format!("{language}, welcome"), &mut problems).await?;
            phone.press(way).await?;
            phone.see("@gate-back").await?;
            stand_still(&phone).await?;
            check(&phone, &format!("{language}, {way}"), &mut problems).await?;
        }
    }
    ensure!(problems.is_empty(), "{}", problems.join("\n"));
    Ok(())
}
