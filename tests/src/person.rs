//! What people do, step by step.

use anyhow::{Context, Result, ensure};

use crate::browser::Browser;
use crate::wait::LONG_PATIENCE;

/// A passphrase nobody uses.
pub const PASSPHRASE: &str = "seven lanterns by the river";

/// Starts an agency on the relay that serves the page, writes the recovery kit
/// down and confirms it from paper.
pub async fn found_agency(browser: &Browser, address: &str, own_name: &str) -> Result<()> {
    browser.visit(address).await?;
    begin_founding(browser, own_name).await?;
    finish_founding(browser).await
}

/// As [`found_agency`], in a window that no relay serves: its address is typed.
pub async fn found_agency_by_hand(browser: &Browser, relay: &str, own_name: &str) -> Result<()> {
    begin_founding(browser, own_name).await?;
    browser.enter("@found-relay", relay).await?;
    finish_founding(browser).await
}

async fn begin_founding(browser: &Browser, own_name: &str) -> Result<()> {
    browser.press("@welcome-found").await?;
    browser
        .enter("@found-agency", "Harbor Light Recovery")
        .await?;
    browser.enter("@found-name", own_name).await?;
    browser.enter("@found-passphrase", PASSPHRASE).await?;
    browser.enter("@found-again", PASSPHRASE).await
}

async fn finish_founding(browser: &Browser) -> Result<()> {
    browser.press("@found-submit").await?;
    browser.see_within(LONG_PATIENCE, "@kit-words", "").await?;
    let paper = browser.texts("@kit-words li").await?;
    ensure!(paper.len() == 24, "the kit has {} words", paper.len());
    browser.press("@kit-next").await?;
    browser.see("@kit-ask").await?;
    for (index, line) in paper.iter().enumerate() {
        let field = format!("@kit-word-{}", index + 1);
        if !browser.texts(&field).await?.is_empty() {
            let word = line.split_whitespace().last().context("an empty line")?;
            browser.enter(&field, word).await?;
        }
    }
    browser.press("@kit-confirm").await?;
    browser.see("@today").await
}

/// Makes an invitation for a coach; gives the link that is shown.
pub async fn invite_a_coach(browser: &Browser) -> Result<String> {
    invite(browser, "@invite-coach").await
}

/// Invites somebody of the role with that choice and answers the link.
pub async fn invite(browser: &Browser, role: &str) -> Result<String> {
    browser.press("@place-team").await?;
    browser.press("@team-invite").await?;
    browser.press(role).await?;
    browser.press("@invite-submit").await?;
    let link = browser.see_text("@invitation-link", "http").await?;
    Ok(link.trim().to_owned())
}

/// Opens an invitation and joins.
pub async fn join(browser: &Browser, link: &str, own_name: &str) -> Result<()> {
    browser.visit(link).await?;
    accept_invitation(browser, own_name).await
}

/// Joins with a link that is pasted, where addresses cannot be opened.
pub async fn join_by_pasting(browser: &Browser, link: &str, own_name: &str) -> Result<()> {
    browser.press("@welcome-join").await?;
    browser.enter("@join-link", link).await?;
    browser.press("@join-submit").await?;
    accept_invitation(browser, own_name).await
}

async fn accept_invitation(browser: &Browser, own_name: &str) -> Result<()> {
    browser.see("@invitation-found").await?;
    browser.enter("@join-name", own_name).await?;
    browser.enter("@join-passphrase", PASSPHRASE).await?;
    browser.enter("@join-again", PASSPHRASE).await?;
    browser.press("@join-submit").await?;
    // Not every role has a Today.
    browser
        .see_within(LONG_PATIENCE, "@place-more", "")
        .await
        .map(drop)
}

/// Opens the lock.
pub async fn unlock(browser: &Browser) -> Result<()> {
    browser.enter("@lock-passphrase", PASSPHRASE).await?;
    browser.press("@lock-submit").await?;
    browser.see_no("@lock").await
}

/// Adds somebody; gives the path of the screen about them.
pub async fn add_person(browser: &Browser, name: &str) -> Result<String> {
    browser.press("@place-people").await?;
    browser.press("@people-add").await?;
    browser.enter("@detail-preferred-name", name).await?;
    browser.press("@details-submit").await?;
    browser.see_text("@person-name", name).await?;
    browser.path().await
}

/// Writes down that the person on the screen left the hospital today.
pub async fn discharge_today(browser: &Browser) -> Result<()> {
    browser.press("@add-discharge").await?;
    browser.see("@milestone-dialog").await?;
    browser.press("@milestone-save").await?;
    browser.see("@duty-owed").await
}

/// Logs a phone call from Today with no keyboard; gives how many taps it took.
pub async fn log_from_today(browser: &Browser) -> Result<usize> {
    browser.press("@place-today").await?;
    browser.see("@owed-log").await?;
    let before = browser.taps();
    browser.press("@owed-log").await?;
    browser.press("@log-kind-phone").await?;
    browser.press("@log-outcome-reached").await?;
    browser.press("@log-save").await?;
    let taps = browser.taps() - before;
    browser.see_text("@toast", "Saved on this").await?;
    Ok(taps)
}
