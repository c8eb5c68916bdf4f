//! No violation of WCAG 2.2 A or AA on any screen.

use std::cell::RefCell;

use anyhow::{Result, ensure};
use handrail_system_tests::axe::check;
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::places::{self, choose, open_sample, stand_still};
use handrail_system_tests::relay::Relay;

#[tokio::test]
async fn every_screen_can_be_used_by_everybody_in_english() -> Result<()> {
    every_screen_passes("language-english").await
}

#[tokio::test]
async fn every_screen_can_be_used_by_everybody_in_spanish() -> Result<()> {
    every_screen_passes("language-spanish").await
}

async fn every_screen_passes(language: &str) -> Result<()> {
    let relay = Relay::start()?;
    let phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    let problems = RefCell::new(Vec::new());
    open_sample(&phone, &relay.origin()).await?;
    let places = places::all(&phone).await?;
    for theme in ["theme-light", "theme-dark"] {
        choose(&phone, theme, language).await?;
        let look = async |name: &str| {
            let mut found = Vec::new();
            check(&phone, &format!("{theme}, {name}"), &mut found).await?;
            problems.borrow_mut().extend(found);
            anyhow::Ok(())
        };
        let unseen = places::each(&phone, &places, &look).await?;
        problems.borrow_mut().extend(unseen);
        phone.go("/more").await?;
        phone.press("@lock-now").await?;
        phone.see("@lock").await?;
        stand_still(&phone).await?;
        look("lock").await?;
        phone.enter("@lock-passphrase", SAMPLE_PASSPHRASE).await?;
        phone.press("@lock-submit").await?;
        phone.see_no("@lock").await?;
    }
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
