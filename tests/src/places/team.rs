//! Places about the agency and who is in it.

use anyhow::{Context, Result};

use super::{Place, at};
use crate::browser::Browser;

/// With one member, and the one device that the sample agency has.
pub async fn places(browser: &Browser) -> Result<Vec<Place>> {
    browser.go("/team").await?;
    browser.press("@member-row").await?;
    browser.see("@member").await?;
    let member = browser.path().await?;
    let device = own_device(browser).await?;
    Ok(vec![
        at("team", "/team", "@team-members"),
        at("member", member, "@member-devices"),
        at("device", device, "@device-facts"),
        at("invite", "/team/invite", "@invite"),
        at("accesses", "/team/accesses", "@access-log"),
        at("emergency", "/team/emergency", "@emergency-requests"),
        at("fits", "/team/fits", "@fits-asked"),
        at("forgetting", "/team/forgetting", "@forgetting"),
        at("rules", "/team/forgetting/rules", "@rules"),
        at("texts", "/team/texts", "@texts"),
        at("programs", "/team/programs", "@programs"),
        at("program", "/team/programs/ed-overdose", "@program-preview"),
    ])
}

/// Of the sample's people only whoever looks around has a device.
async fn own_device(browser: &Browser) -> Result<String> {
    browser.go("/team").await?;
    browser.see("@member-row").await?;
    let rows = browser.texts("@member-row").await?;
    let own = |mark: &&str| rows.iter().any(|row| row.lines().any(|line| line == *mark));
    let own = ["You", "Usted"].into_iter().find(own);
    browser
        .press_one("@member-row", own.context("nobody is this person")?)
        .await?;
    browser.press("@device-open").await?;
    browser.see("@device-facts").await?;
    browser.path().await
}
