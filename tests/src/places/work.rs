//! Places of the day's work: call-outs, groups, who is on call, supervision.

use anyhow::Result;

use super::{COACH, OWN, Place, at};
use crate::browser::Browser;
use crate::wait::PATIENCE;

/// With one of each under way.
pub async fn places(browser: &Browser) -> Result<Vec<Place>> {
    let mut places = call_outs(browser).await?;
    places.extend(groups(browser).await?);
    begin_among_coaches(browser).await?;
    places.extend(on_call(browser).await?);
    places.extend(supervision(browser).await?);
    places.extend([
        at("coaches", "/more/coaches", "@coaches-message"),
        at("calendar", "/calendar", "@calendar"),
    ]);
    Ok(places)
}

async fn call_outs(browser: &Browser) -> Result<Vec<Place>> {
    browser.go("/call-outs").await?;
    browser.press("@call-out-begin").await?;
    browser.see("@call-out-next").await?;
    let one = browser.path().await?;
    let (person, new) = (format!("{one}/person"), format!("{one}/new"));
    Ok(vec![
        at("call-outs", "/call-outs", "@call-outs-open"),
        at("call-out", one, "@call-out-next"),
        at("call-out-person", person, "@call-out-known-person"),
        at("call-out-new", new, "@details-submit"),
    ])
}

async fn groups(browser: &Browser) -> Result<Vec<Place>> {
    browser.go("/groups/new").await?;
    browser.enter("@group-name", "Evening group").await?;
    browser.choose_named("@group-member", COACH).await?;
    browser.press("@group-save").await?;
    browser.press("@group").await?;
    browser.see("@group-page").await?;
    let group = browser.path().await?;
    browser.press("@meeting").await?;
    browser.see("@meeting-sheet").await?;
    let meeting = browser.path().await?;
    let change = format!("{group}/change");
    Ok(vec![
        at("groups", "/groups", "@groups-list"),
        at("group-new", "/groups/new", "@group-preview"),
        at("group", group, "@group-regulars"),
        at("group-change", change, "@group-preview"),
        at("meeting", meeting, "@meeting-changes"),
    ])
}

async fn begin_among_coaches(browser: &Browser) -> Result<()> {
    browser.go("/more/coaches").await?;
    browser.press("@coaches-begin").await?;
    browser
        .enter("@coaches-words", "How do you end a long call?")
        .await?;
    browser.press("@coaches-save").await?;
    browser.see("@coaches-message").await
}

/// Two people by day and by night, with a swap and a shift that nobody has.
async fn on_call(browser: &Browser) -> Result<Vec<Place>> {
    browser.go("/on-call/new").await?;
    browser.enter("@rota-name", "Supervisors").await?;
    for (place, name) in [OWN, COACH].into_iter().enumerate() {
        browser.choose_named("@rota-adding", name).await?;
        browser.press("@rota-person-add").await?;
        let phone = format!("#rota-phone-{place}");
        browser
            .enter(&phone, &format!("608-555-019{place}"))
            .await?;
    }
    browser.press("@rota-group-0-0-0").await?;
    browser.press("@rota-group-1-0-1").await?;
    browser.press("@rota-fallback-0").await?;
    browser.press("@rota-save").await?;
    browser.see("@rota").await?;
    browser.press("@shift-swap").await?;
    browser.press("@swap-save").await?;
    browser.see("@swap").await?;
    // Neither of the two that are swapped.
    browser.press("@shift:nth-of-type(4) @shift-cannot").await?;
    browser.see("@on-call-gap").await?;
    let rota = browser.attribute("@rota-change", "href").await?;
    Ok(vec![
        at("rota-new", "/on-call/new", "@rota-save"),
        at("on-call", "/on-call", "@shift"),
        at("rota", rota, "@rota-save"),
    ])
}

/// With something that was brought and something on the private shelf, and a supervision of a coach.
async fn supervision(browser: &Browser) -> Result<Vec<Place>> {
    browser.go("/more/supervision").await?;
    browser
        .enter("@bring-words", "How I got my children back")
        .await?;
    browser.press("@shelf-keep").await?;
    browser.see("@on-shelf").await?;
    browser
        .until("an empty field", PATIENCE, async || {
            let typed = browser.value("@bring-words").await?;
            Ok(typed.is_empty().then_some(()))
        })
        .await?;
    browser
        .enter("@bring-words", "He asked for my own number")
        .await?;
    browser.press("@bring-save").await?;
    browser.see("@supervision-items").await?;
    browser.go("/team/supervision").await?;
    browser.press_one("@supervised", COACH).await?;
    browser.press("@supervision-hold").await?;
    browser.press("@supervision-case").await?;
    browser.press("@supervision-boundaries").await?;
    browser
        .enter("@supervision-words", "A second phone, for work alone.")
        .await?;
    browser.press("@supervision-save").await?;
    browser.see("@supervision-session").await?;
    let one = browser.path().await?;
    Ok(vec![
        at("supervision-own", "/more/supervision", "@on-shelf"),
        at("supervisions", "/team/supervision", "@supervised"),
        at("supervision", one, "@supervision-session"),
    ])
}
