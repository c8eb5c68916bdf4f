//! Places about what a participant agreed to, and what was told.

use anyhow::Result;

use super::{Place, at};
use crate::browser::Browser;
use crate::consent::agree;

/// Who may be told.
const PROVIDER: &str = "Dr. Lena Moreau (sample)";

/// With a consent that lacks something and that somebody else is to sign, one that is valid, something
/// that was told because of it, and a list of what was told that the participant asked for.
pub async fn places(browser: &Browser, person: &str) -> Result<Vec<Place>> {
    let page = format!("/people/{person}");
    let all = format!("{page}/consents");
    let new = format!("{all}/new");
    browser.go(&new).await?;
    browser.press("@signer-other").await?;
    browser.enter("@signer-name", "Jo Rivers (sample)").await?;
    browser.press("@consent-save").await?;
    browser.see("@consent-missing").await?;
    agree(browser, &page, PROVIDER).await?;
    browser.press("@tell-agreed").await?;
    browser.enter("@tell-whom", PROVIDER).await?;
    browser.press("@tell-what-contacts").await?;
    browser.press("@tell-save").await?;
    browser.see_no("@tell-form").await?;
    browser.press("@list-ask").await?;
    browser.see("@list-form").await?;
    browser.press("@list-save").await?;
    browser.see("@list-asked").await?;
    let change = browser
        .attribute("@consent:nth-of-type(2) @consent-change", "href")
        .await?;
    let paper = browser.attribute("@consent-paper-open", "href").await?;
    Ok(vec![
        at("consents", all, "@list-asked"),
        at("consent", new, "@consent-save"),
        at("consent-paper", paper, "@consent-paper"),
        at("consent-change", change, "@consent-save"),
        at(
            "accounting",
            format!("{page}/accounting"),
            "@accounting-row",
        ),
    ])
}
