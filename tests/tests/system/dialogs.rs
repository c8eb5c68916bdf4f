//! What opens over a screen can be used by everybody, and every screen in high contrast and on a desk.

use std::cell::RefCell;

use anyhow::{Result, ensure};
use handrail_system_tests::axe::check;
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::dialogs::{Stage, found_up_to_the_kit, sample};
use handrail_system_tests::places::{self, choose, open_sample, stand_still};
use handrail_system_tests::relay::Relay;

const THEMES: [&str; 3] = ["theme-light", "theme-dark", "theme-high-contrast"];

#[tokio::test]
async fn every_dialog_can_be_used_by_everybody_in_both_languages_and_every_theme() -> Result<()> {
    let stage = Stage::set_up(Screen::Phone).await?;
    let problems = RefCell::new(Vec::new());
    let seen = RefCell::new(0);
    for language in ["language-english", "language-spanish"] {
        for theme in THEMES {
            choose(&stage.browser, theme, language).await?;
            stage
                .each(async |name| {
                    let mut found = Vec::new();
                    let place = format!("{language}, {theme}, {name}");
                    check(&stage.browser, &place, &mut found).await?;
                    problems.borrow_mut().extend(found);
                    *seen.borrow_mut() += 1;
                    Ok(())
                })
                .await?;
        }
    }
    let problems = problems.into_inner();
    ensure!(problems.is_empty(), "{}", problems.join("\n"));
    ensure!(seen.into_inner() >= 6 * 25, "too few were looked at");
    Ok(())
}

#[tokio::test]
async fn every_form_over_sample_data_can_be_used_by_everybody_in_both_languages_and_every_theme()
-> Result<()> {
    let relay = Relay::start()?;
    let phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    let problems = RefCell::new(Vec::new());
    open_sample(&phone, &relay.origin()).await?;
    let places = places::all(&phone).await?;
    // Colors do not depend on the language.
    let [light, dark, high_contrast] = THEMES;
    for (language, theme) in [
        ("language-english", light),
        ("language-english", dark),
        ("language-english", high_contrast),
        ("language-spanish", light),
    ] {
        choose(&phone, theme, language).await?;
        let look = async |name: &str| {
            let mut found = Vec::new();
            let place = format!("{language}, {theme}, {name}");
            check(&phone, &place, &mut found).await?;
            problems.borrow_mut().extend(found);
            anyhow::Ok(())
        };
        let unseen = sample::each(&phone, &places, &look).await?;
        problems.borrow_mut().extend(unseen);
    }
    let problems = problems.into_inner();
    ensure!(problems.is_empty(), "{}", problems.join("\n"));
    Ok(())
}

#[tokio::test]
async fn the_recovery_kit_can_be_used_by_everybody() -> Result<()> {
    let relay = Relay::start()?;
    let phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    let mut problems = Vec::new();
    found_up_to_the_kit(&phone, &relay.origin()).await?;
    for colors in ["light", "dark"] {
        phone.show_as("screen", colors).await?;
        for _language in 0..2 {
            phone.press("@language-switch").await?;
            stand_still(&phone).await?;
            check(&phone, &format!("{colors}, kit"), &mut problems).await?;
            phone.press("@kit-next").await?;
            phone.see("@kit-ask").await?;
            stand_still(&phone).await?;
            check(&phone, &format!("{colors}, kit-ask"), &mut problems).await?;
            phone.press("@kit-again").await?;
            phone.see("@kit-next").await?;
        }
    }
    ensure!(problems.is_empty(), "{}", problems.join("\n"));
    Ok(())
}

#[tokio::test]
async fn every_screen_can_be_used_by_everybody_in_high_contrast() -> Result<()> {
    let languages = ["language-english", "language-spanish"];
    every_screen_passes(Screen::Phone, &["theme-high-contrast"], &languages).await
}

#[tokio::test]
async fn every_screen_can_be_used_by_everybody_on_a_desk() -> Result<()> {
    every_screen_passes(Screen::Desk, &THEMES, &["language-english"]).await
}

async fn every_screen_passes(screen: Screen, themes: &[&str], languages: &[&str]) -> Result<()> {
    let relay = Relay::start()?;
    let browser = Browser::open(Kind::Chromium, screen).await?;
    let problems = RefCell::new(Vec::new());
    open_sample(&browser, &relay.origin()).await?;
    let places = places::all(&browser).await?;
    for language in languages {
        for theme in themes {
            choose(&browser, theme, language).await?;
            let look = async |name: &str| {
                let mut found = Vec::new();
                let place = format!("{language}, {theme}, {name}");
                check(&browser, &place, &mut found).await?;
                problems.borrow_mut().extend(found);
                anyhow::Ok(())
            };
            let unseen = places::each(&browser, &places, &look).await?;
            problems.borrow_mut().extend(unseen);
        }
    }
    let problems = problems.into_inner();
    ensure!(problems.is_empty(), "{}", problems.join("\n"));
    Ok(())
}
