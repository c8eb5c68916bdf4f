//! Every place of the open app, with sample data in it.

mod addresses;
mod concerns;
mod consents;
mod figures;
mod person;
mod team;
mod work;
mod workforce;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::browser::Browser;
use crate::wait::PATIENCE;

/// A coach of the sample agency.
const COACH: &str = "Rosa Example";
/// Whoever looks around in it: its supervisor and administrator.
const OWN: &str = "Pat Example";
/// So many that are not shown end a run.
const MOST_UNSEEN: usize = 6;

/// One screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Short and plain, good for a file name.
    pub name: &'static str,
    /// Its address in the app.
    pub path: String,
    /// What is shown once it is complete.
    pub marker: &'static str,
}

fn at(name: &'static str, path: impl Into<String>, marker: &'static str) -> Place {
    Place {
        name,
        path: path.into(),
        marker,
    }
}

/// Looks around with sample data, from the first screen.
pub async fn open_sample(browser: &Browser, address: &str) -> Result<()> {
    browser.visit(address).await?;
    browser.press("@welcome-sample").await?;
    let patience = crate::wait::LONG_PATIENCE;
    browser.see_within(patience, "@today", "").await?;
    Ok(())
}

/// All places, about the first participant who is owed a contact. What the sample agency lacks is made
/// as people make it; two places that follow each other are never the same screen about somebody else.
pub async fn all(browser: &Browser) -> Result<Vec<Place>> {
    browser.go("/").await?;
    browser.see("@owed-open").await?;
    let today = browser.attribute("@owed-open", "href").await?;
    let person = today.rsplit('/').next().context("no participant")?;
    let other = another_person(browser, person).await?;
    let mut places = person::places(browser, person).await?;
    places.extend(consents::places(browser, person).await?);
    places.extend(concerns::places(browser, person).await?);
    places.extend(team::places(browser).await?);
    places.extend(work::places(browser).await?);
    places.extend(workforce::places(browser, &other).await?);
    places.extend(figures::places(browser).await?);
    places.extend(ready(&today));
    let missing = addresses::without_a_place(&places);
    ensure!(missing.is_empty(), "no place for {}", missing.join(", "));
    Ok(places)
}

/// Those for which nothing has to be made.
fn ready(today: &str) -> Vec<Place> {
    vec![
        at("today", "/", "@today-owed"),
        at("today-person", today, "@timeline"),
        at("people", "/people", "@people-count"),
        at("add-person", "/people/new", "@details-submit"),
        at("import", "/import", "@import-file"),
        at("choose", "/log", "@log-person"),
        at("more", "/more", "@more-settings"),
        at("settings", "/more/settings", "@auto-lock"),
        at("lived", "/more/lived", "@lived-only-here"),
        at("resources", "/more/resources", "@resources-add"),
        at("sending", "/more/sync", "@sync-line"),
        at("help", "/more/help", "@help-give-ask"),
        at("limit", "/more/limit", "@limit-start"),
        at("crisis", "/crisis", "@crisis"),
        at("crisis-change", "/crisis/change", "@crisis-edit-look"),
        at("card-open", "/more/card", "@card-open-go"),
        at("hand-on", "/more/hand-on", "@hand-on-show"),
    ]
}

/// Somebody else, whom a contact does not take off the top of Today.
async fn another_person(browser: &Browser, person: &str) -> Result<String> {
    browser.go("/people").await?;
    let script = "return [...document.querySelectorAll('[data-testid=person-row]')]\
        .map((row) => row.getAttribute('href').split('/').pop())\
        .find((other) => other !== arguments[0])";
    browser
        .until("another participant", PATIENCE, async || {
            let other = browser.script(script, vec![json!(person)]).await?;
            Ok(other.as_str().map(str::to_owned))
        })
        .await
}

/// Shows one after another; `look` is called with the name of each. Answers what could not be shown,
/// and stops where that is much.
pub async fn each(
    browser: &Browser,
    places: &[Place],
    look: &impl AsyncFn(&str) -> Result<()>,
) -> Result<Vec<String>> {
    let mut unseen = Vec::new();
    for place in places {
        match visit(browser, place).await {
            Ok(()) => look(place.name).await?,
            Err(error) => note_unseen(&mut unseen, place.name, &error)?,
        }
    }
    Ok(unseen)
}

/// Writes down that something was not shown.
pub(crate) fn note_unseen(
    unseen: &mut Vec<String>,
    name: &str,
    error: &anyhow::Error,
) -> Result<()> {
    unseen.push(format!("{name} is not shown: {error:#}"));
    ensure!(unseen.len() < MOST_UNSEEN, "{}", unseen.join("\n"));
    Ok(())
}

/// Goes there and waits until it is complete and nothing moves.
pub async fn visit(browser: &Browser, place: &Place) -> Result<()> {
    browser.go(&place.path).await?;
    browser.see(place.marker).await?;
    stand_still(browser).await
}

/// Waits until nothing moves.
pub async fn stand_still(browser: &Browser) -> Result<()> {
    let script = "return document.getAnimations()\
        .every((animation) => animation.playState !== 'running')";
    browser
        .until("the page to stand still", PATIENCE, async || {
            let still = browser.script(script, vec![]).await?;
            Ok((still == json!(true)).then_some(()))
        })
        .await
}

/// Chooses colors (`theme-light`, `theme-dark`) and language
/// (`language-english`, `language-spanish`) in the settings.
pub async fn choose(browser: &Browser, theme: &str, language: &str) -> Result<()> {
    browser.go("/more/settings").await?;
    browser.press(&format!("@{language}")).await?;
    let tag = if language == "language-spanish" {
        "es"
    } else {
        "en"
    };
    browser.see(&format!("html[lang={tag}] @settings")).await?;
    browser.press(&format!("@{theme}")).await?;
    let name = theme.trim_start_matches("theme-");
    browser.see(&format!("[data-theme={name}] @settings")).await
}
