//! Every place of the open app, with sample data in it.

use anyhow::{Context, Result};
use serde_json::json;

use crate::browser::Browser;

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

/// Looks around with sample data, from the first screen.
pub async fn open_sample(browser: &Browser, address: &str) -> Result<()> {
    browser.visit(address).await?;
    browser.press("@welcome-sample").await?;
    let patience = crate::wait::LONG_PATIENCE;
    browser.see_within(patience, "@today", "").await?;
    Ok(())
}

/// All places, about the first participant who is owed a contact.
pub async fn all(browser: &Browser) -> Result<Vec<Place>> {
    browser.go("/").await?;
    browser.see("@owed-open").await?;
    let today = browser.attribute("@owed-open", "href").await?;
    let participant = today
        .rsplit('/')
        .next()
        .context("no participant")?
        .to_owned();
    browser.go(&format!("/people/{participant}")).await?;
    browser.press("@entry-edit").await?;
    browser.see("@log-sheet").await?;
    let entry = browser.path().await?;
    browser.go("/team").await?;
    browser.press("@member-row").await?;
    browser.see("@member").await?;
    let member = browser.path().await?;
    browser.go("/team").await?;
    browser.see("@member-row").await?;
    // Of the sample's people only whoever looks around has a device.
    let rows = browser.texts("@member-row").await?;
    let own = |mark: &&str| rows.iter().any(|row| row.lines().any(|line| line == *mark));
    let own = ["You", "Usted"].into_iter().find(own);
    browser
        .press_one("@member-row", own.context("nobody is this person")?)
        .await?;
    browser.press("@device-open").await?;
    browser.see("@device-facts").await?;
    let device = browser.path().await?;
    browser.go("/call-outs").await?;
    browser.press("@call-out-begin").await?;
    browser.see("@call-out-next").await?;
    let call_out = browser.path().await?;
    browser.go("/groups/new").await?;
    browser.enter("@group-name", "Evening group").await?;
    let first = "return document.querySelectorAll('[data-testid=group-member] option')[1].value";
    let leader = browser.script(first, vec![]).await?;
    let led_by = leader.as_str().context("nobody can lead a group")?;
    browser.choose("@group-member", led_by).await?;
    browser.press("@group-save").await?;
    browser.press("@group").await?;
    browser.see("@group-page").await?;
    let group = browser.path().await?;
    browser.press("@meeting").await?;
    browser.see("@meeting-sheet").await?;
    let meeting = browser.path().await?;
    let sayings = format!("/people/{participant}/say");
    browser.go(&sayings).await?;
    browser.press("@saying-add").await?;
    browser.enter("@saying-to", "Dr. Example").await?;
    browser
        .enter("@saying-words", "The dose makes me sick.")
        .await?;
    browser.press("@saying-save").await?;
    browser.press("@saying-paper-open").await?;
    browser.see("@saying-page").await?;
    let saying_paper = browser.path().await?;
    browser.go("/more/coaches").await?;
    browser.press("@coaches-begin").await?;
    browser
        .enter("@coaches-words", "How do you end a long call?")
        .await?;
    browser.press("@coaches-save").await?;
    browser.see("@coaches-message").await?;
    let places = [
        ("today", "/".to_owned(), "@today-owed"),
        ("today-person", today, "@timeline"),
        ("people", "/people".to_owned(), "@people-count"),
        ("person", format!("/people/{participant}"), "@timeline"),
        ("add-person", "/people/new".to_owned(), "@details-submit"),
        (
            "edit-person",
            format!("/people/{participant}/edit"),
            "@details-submit",
        ),
        (
            "around",
            format!("/people/{participant}/around"),
            "@around-professionals",
        ),
        ("sayings", sayings, "@saying"),
        ("saying-paper", saying_paper, "@saying-page"),
        ("links", format!("/people/{participant}/links"), "@link-add"),
        ("lived", "/more/lived".to_owned(), "@lived-only-here"),
        ("coaches", "/more/coaches".to_owned(), "@coaches-message"),
        ("fits", "/team/fits".to_owned(), "@fits-asked"),
        ("import", "/import".to_owned(), "@import-file"),
        ("choose", "/log".to_owned(), "@log-person"),
        ("log", format!("/log/{participant}"), "@log-sheet"),
        ("edit-log", entry, "@log-sheet"),
        ("team", "/team".to_owned(), "@team-members"),
        ("member", member, "@member-devices"),
        ("device", device, "@device-facts"),
        ("accesses", "/team/accesses".to_owned(), "@access-log"),
        (
            "emergency",
            "/team/emergency".to_owned(),
            "@emergency-requests",
        ),
        ("numbers", "/team/numbers".to_owned(), "@numbers"),
        ("bill", "/team/billing".to_owned(), "@bill-rules"),
        ("client-reports", "/team/reports".to_owned(), "@reports"),
        (
            "scorecards",
            "/team/scorecards".to_owned(),
            "@measures-how_well",
        ),
        (
            "scorecard",
            "/team/scorecards/connected".to_owned(),
            "@measure-figures",
        ),
        (
            "scorecard-rows",
            "/team/scorecards/calls/2026".to_owned(),
            "@measure-rows",
        ),
        (
            "scorecard-paper",
            "/team/scorecards/connected/paper".to_owned(),
            "@scorecard-page",
        ),
        ("call-outs", "/call-outs".to_owned(), "@call-outs-open"),
        ("call-out", call_out.clone(), "@call-out-next"),
        (
            "call-out-person",
            format!("{call_out}/person"),
            "@call-out-known-person",
        ),
        ("call-out-new", format!("{call_out}/new"), "@details-submit"),
        ("groups", "/groups".to_owned(), "@groups-list"),
        ("group-new", "/groups/new".to_owned(), "@group-preview"),
        ("group", group.clone(), "@group-regulars"),
        ("group-change", format!("{group}/change"), "@group-preview"),
        ("meeting", meeting, "@meeting-changes"),
        ("forgetting", "/team/forgetting".to_owned(), "@forgetting"),
        ("rules", "/team/forgetting/rules".to_owned(), "@rules"),
        ("texts", "/team/texts".to_owned(), "@texts"),
        ("programs", "/team/programs".to_owned(), "@programs"),
        (
            "program",
            "/team/programs/ed-overdose".to_owned(),
            "@program-preview",
        ),
        (
            "referral",
            format!("/people/{participant}/referral"),
            "@referral",
        ),
        ("keep", format!("/people/{participant}/keep"), "@keep"),
        ("plan", format!("/people/{participant}/plan"), "@plan"),
        ("calendar", "/calendar".to_owned(), "@calendar"),
        (
            "person-calendar",
            format!("/people/{participant}/calendar"),
            "@appointment-add",
        ),
        (
            "required",
            format!("/people/{participant}/required"),
            "@required",
        ),
        (
            "barc10",
            format!("/people/{participant}/barc10"),
            "@barc10-save",
        ),
        ("invite", "/team/invite".to_owned(), "@invite"),
        ("more", "/more".to_owned(), "@more-settings"),
        ("settings", "/more/settings".to_owned(), "@auto-lock"),
        ("resources", "/more/resources".to_owned(), "@resources-add"),
        ("sending", "/more/sync".to_owned(), "@sync-line"),
        ("limit", "/more/limit".to_owned(), "@limit-start"),
        (
            "limit-person",
            format!("/people/{participant}/limit"),
            "@limit-start",
        ),
        ("crisis", "/crisis".to_owned(), "@crisis"),
        (
            "crisis-change",
            "/crisis/change".to_owned(),
            "@crisis-edit-look",
        ),
        ("card", format!("/people/{participant}/card"), "@card-make"),
        ("card-open", "/more/card".to_owned(), "@card-open-go"),
        ("hand-on", "/more/hand-on".to_owned(), "@hand-on-show"),
    ];
    Ok(places
        .into_iter()
        .map(|(name, path, marker)| Place { name, path, marker })
        .collect())
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
        .until(
            "the page to stand still",
            crate::wait::PATIENCE,
            async || {
                let still = browser.script(script, vec![]).await?;
                Ok((still == json!(true)).then_some(()))
            },
        )
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
