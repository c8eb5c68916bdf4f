//! Places about one participant.

use anyhow::Result;

use super::{Place, at};
use crate::browser::Browser;

/// With an earlier contact, and something that they want to say.
pub async fn places(browser: &Browser, person: &str) -> Result<Vec<Place>> {
    let entry = entry(browser, person).await?;
    let paper = saying(browser, person).await?;
    let of = |page: &str| format!("/people/{person}/{page}");
    Ok(vec![
        at("person", format!("/people/{person}"), "@timeline"),
        at("edit-person", of("edit"), "@details-submit"),
        at("around", of("around"), "@around-professionals"),
        at("sayings", of("say"), "@saying"),
        at("saying-paper", paper, "@saying-page"),
        at("links", of("links"), "@link-add"),
        at("log", format!("/log/{person}"), "@log-sheet"),
        at("referral", of("referral"), "@referral"),
        at("keep", of("keep"), "@keep"),
        at("plan", of("plan"), "@plan"),
        at("edit-log", entry, "@log-sheet"),
        at("person-calendar", of("calendar"), "@appointment-add"),
        at("required", of("required"), "@required"),
        at("barc10", of("barc10"), "@barc10-save"),
        at("limit-person", of("limit"), "@limit-start"),
        at("card", of("card"), "@card-make"),
    ])
}

async fn entry(browser: &Browser, person: &str) -> Result<String> {
    browser.go(&format!("/people/{person}")).await?;
    browser.press("@entry-edit").await?;
    browser.see("@log-sheet").await?;
    browser.path().await
}

/// The page to take along.
async fn saying(browser: &Browser, person: &str) -> Result<String> {
    browser.go(&format!("/people/{person}/say")).await?;
    browser.press("@saying-add").await?;
    browser.enter("@saying-to", "Dr. Example").await?;
    browser
        .enter("@saying-words", "The dose makes me sick.")
        .await?;
    browser.press("@saying-save").await?;
    browser.press("@saying-paper-open").await?;
    browser.see("@saying-page").await?;
    browser.path().await
}
