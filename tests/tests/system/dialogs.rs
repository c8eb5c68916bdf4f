//! What opens over a screen can be used by everybody.

use std::cell::RefCell;

use anyhow::{Result, ensure};
use handrail_system_tests::axe::check;
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::dialogs::{Stage, found_up_to_the_kit, sample};
use handrail_system_tests::places::{self, choose, open_sample, stand_still};
use handrail_system_tests::relay::Relay;

/// Contrast depends on the colors alone and words on the language: each is seen once.
const ROUNDS: [(&str, &str); 3] = [
    ("language-english", "theme-light"),
    ("language-spanish", "theme-dark"),
    ("language-english", "theme-high-contrast"),
];

#[tokio::test]
async fn every_dialog_can_be_used_by_everybody_in_each_language_and_theme() -> Result<()> {
    let stage = Stage::set_up(Screen::Phone).await?;
    let problems = RefCell::new(Vec::new());
    let seen = RefCell::new(0);
    for (language, theme) in ROUNDS {
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
    let problems = problems.into_inner();
    ensure!(problems.is_empty(), "{}", problems.join("\n"));
    ensure!(seen.into_inner() >= 3 * 25, "too few were looked at");
    Ok(())
}

#[tokio::test]
async fn every_form_over_sample_data_can_be_used_by_everybody_in_each_language_and_theme()
-> Result<()> {
    let relay = Relay::start()?;
    let phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    let problems = RefCell::new(Vec::new());
    open_sample(&phone, &relay.origin()).await?;
    let places = places::all(&phone).await?;
    for (language, theme) in ROUNDS {
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
