//! Places about what is off with somebody, and the desk.

use anyhow::Result;

use super::{Place, at};
use crate::browser::Browser;

/// With a concern that waits, one that was decided, lines that take reports, a report of a member, and
/// an entry on the desk.
pub async fn places(browser: &Browser, person: &str) -> Result<Vec<Place>> {
    let off = format!("/people/{person}/off");
    let report = format!("/people/{person}/report");
    let waiting = raise(browser, &off, "@off-struggling").await?;
    browser
        .enter("@concern-more", "Did not eat, and asked for nobody.")
        .await?;
    browser.press("@concern-more-save").await?;
    browser.see("@concern-words").await?;
    let decided = raise(browser, &off, "@off-confided").await?;
    browser.press("@off-action-clinic-talks").await?;
    browser.press("@off-decide-save").await?;
    browser.see("@concern-tell").await?;
    keep_a_line(browser).await?;
    browser.go(&report).await?;
    browser.see("@report-call").await?;
    browser.press("@report-other").await?;
    browser.go("/concerns").await?;
    browser.see("@own-report").await?;
    write_on_the_desk(browser, person).await?;
    Ok(vec![
        at("concerns", "/concerns", "@concerns-open @concern-row"),
        at("concern", waiting, "@concern-see"),
        at("concern-decided", decided, "@concern-tell"),
        at("concerns-set", "/team/concerns", "@lines-save"),
        at("off-choose", "/off", "@off-person"),
        at("off", off, "@off-before"),
        at("own-report", report, "@report-call"),
        at("desk", "/team/desk", "@desk-entry"),
    ])
}

/// Says what is off, on the page that asks; gives where the concern is.
async fn raise(browser: &Browser, off: &str, what: &str) -> Result<String> {
    browser.go(off).await?;
    browser.press(what).await?;
    browser.see("@concern-next").await?;
    browser.path().await
}

async fn keep_a_line(browser: &Browser) -> Result<()> {
    browser.go("/team/concerns").await?;
    browser
        .enter("@line-name", "County child protection (sample)")
        .await?;
    browser.enter("@line-number", "608-555-0170").await?;
    browser.enter("@line-when", "Weekdays, 8 to 5").await?;
    browser.enter("@line-source", "The county's page").await?;
    browser.set("@line-day", &browser.today().await?).await?;
    browser.press("@lines-save").await
}

async fn write_on_the_desk(browser: &Browser, person: &str) -> Result<()> {
    browser.go("/team/desk").await?;
    browser.press("@desk-open").await?;
    browser.press("@desk-add").await?;
    browser.choose("@desk-person", person).await?;
    browser
        .enter("@desk-first", "Fourth edition (sample)")
        .await?;
    browser.enter("@desk-second", "2.1").await?;
    browser.enter("@desk-third", "Lena Moreau (sample)").await?;
    browser
        .enter("@desk-said", "From Monday on, twice a week.")
        .await?;
    browser.press("@desk-save").await?;
    browser.see("@desk-entry").await
}
