//! Pictures of every screen with sample data and of everything that opens over
//! one, at phone and desk size, light and dark, as PNG files in the folder given as the only argument.

use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::dialogs::{Stage, found_up_to_the_kit, sample};
use handrail_system_tests::places::{self, choose, open_sample, stand_still};
use handrail_system_tests::relay::Relay;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let folder = std::env::args_os().nth(1).map(PathBuf::from);
    let folder = folder.context("tell the folder for the pictures")?;
    fs::create_dir_all(&folder)?;
    let relay = Relay::start()?;
    let count = Cell::new(0);
    for (screen, size) in [(Screen::Phone, "phone"), (Screen::Desk, "desk")] {
        let browser = Browser::open(Kind::Chromium, screen).await?;
        browser.visit(&relay.origin()).await?;
        browser.see("@welcome").await?;
        picture(&browser, &folder, &format!("{size}-light-welcome")).await?;
        open_sample(&browser, &relay.origin()).await?;
        built(&browser).await?;
        let places = places::all(&browser).await?;
        for theme in ["light", "dark"] {
            choose(&browser, &format!("theme-{theme}"), "language-english").await?;
            browser.press("@toast-close").await?;
            browser.see_no("@toast").await?;
            let take = async |name: &str| {
                count.set(count.get() + 1);
                let name = format!("{size}-{theme}-{}", name.replace(' ', "-"));
                picture(&browser, &folder, &name).await
            };
            let mut unseen = places::each(&browser, &places, &take).await?;
            let take_over = async |name: &str| take(&format!("over {name}")).await;
            unseen.extend(sample::each(&browser, &places, &take_over).await?);
            ensure!(unseen.is_empty(), "{}", unseen.join("\n"));
        }
    }
    for (screen, size) in [(Screen::Phone, "phone"), (Screen::Desk, "desk")] {
        let stage = Stage::set_up(screen).await?;
        let browser = &stage.browser;
        for theme in ["light", "dark"] {
            choose(browser, &format!("theme-{theme}"), "language-english").await?;
            stage
                .each(async |name| {
                    let name = name.replace(' ', "-");
                    count.set(count.get() + 1);
                    picture(browser, &folder, &format!("{size}-{theme}-over-{name}")).await
                })
                .await?;
        }
        let kit = Browser::open(Kind::Chromium, screen).await?;
        let relay = Relay::start()?;
        found_up_to_the_kit(&kit, &relay.origin()).await?;
        for colors in ["light", "dark"] {
            kit.show_as("screen", colors).await?;
            picture(&kit, &folder, &format!("{size}-{colors}-kit")).await?;
            count.set(count.get() + 1);
        }
    }
    println!("{} screens in {}", count.get(), folder.display());
    Ok(())
}

async fn picture(browser: &Browser, folder: &Path, name: &str) -> Result<()> {
    browser.script("scrollTo(0, 0)", vec![]).await?;
    stand_still(browser).await?;
    let picture = browser.driver()?.screenshot_as_png().await?;
    fs::write(folder.join(format!("{name}.png")), picture)?;
    Ok(())
}

/// Waits until the sample agency is whole.
async fn built(browser: &Browser) -> Result<()> {
    let mut waited = browser.see_no("@building").await;
    for _ in 0..8 {
        if waited.is_ok() {
            break;
        }
        waited = browser.see_no("@building").await;
    }
    waited
}
