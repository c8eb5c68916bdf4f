//! Places with what is counted.

use anyhow::Result;

use super::{Place, at};
use crate::browser::Browser;

/// With a measure of the agency's own. A training of this year has a funder by now, which is a part of
/// how many coaches were trained.
pub async fn places(browser: &Browser) -> Result<Vec<Place>> {
    let part = part(browser).await?;
    let own = own_measure(browser).await?;
    let of = |page: &str| format!("/team/scorecards/{page}");
    Ok(vec![
        at("numbers", "/team/numbers", "@numbers"),
        at("bill", "/team/billing", "@bill-rules"),
        at("client-reports", "/team/reports", "@reports"),
        at("scorecards", "/team/scorecards", "@measures-how_well"),
        at("scorecard", of("connected"), "@measure-figures"),
        at("scorecard-rows", of("calls/2026"), "@measure-rows"),
        at("scorecard-own", own, "@measure-table"),
        at("scorecard-paper", of("connected/paper"), "@scorecard-page"),
        at("scorecard-part", part, "@measure-case"),
    ])
}

async fn own_measure(browser: &Browser) -> Result<String> {
    const NAME: &str = "New recovery coaches trained";
    browser.go("/team/scorecards").await?;
    browser.press("@measure-add").await?;
    browser.enter("@measure-name", NAME).await?;
    browser.press("@measure-save").await?;
    browser.see_no("@measure-define-form").await?;
    browser.press_one("@measure", NAME).await?;
    browser.see("@scorecard").await?;
    let own = browser.path().await?;
    browser.press("@measure-figure").await?;
    browser.enter("@measure-figure-first", "12").await?;
    browser.press("@measure-save").await?;
    browser.see_no("@measure-figure-form").await?;
    browser.see("@measure-table").await?;
    Ok(own)
}

async fn part(browser: &Browser) -> Result<String> {
    browser.go("/team/scorecards/coaches_trained").await?;
    browser.press("@measure-open-part").await?;
    browser.see("@measure-case").await?;
    browser.path().await
}
