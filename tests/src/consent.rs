//! A participant agrees that somebody is told something, on a coach's device.

use anyhow::Result;

use crate::browser::Browser;

/// Writes a consent that whoever treats them, of this name, may read the whole record, from the page of
/// the participant at `place`. It is signed by name and valid at once.
pub async fn agree(browser: &Browser, place: &str, to: &str) -> Result<()> {
    browser.go(&format!("{place}/consents/new")).await?;
    browser.press("@consent-kind-specific").await?;
    browser.press("@consent-recipient-add").await?;
    browser.enter("@recipient-name", to).await?;
    browser.press("@consent-info-record").await?;
    browser.press("@consent-purpose-treatment").await?;
    browser.choose("@consent-ends", "event").await?;
    browser.enter("@consent-end", "The treatment ends").await?;
    browser.press("@consent-told-revoking").await?;
    browser
        .enter("@consent-revoke-how", "A note to the agency")
        .await?;
    browser.see_text("@consent-gaps", "signature").await?;
    browser.press("@sign-typed").await?;
    browser.enter("@sign-name", "Robin Alder").await?;
    browser.see("@consent-whole").await?;
    browser.press("@consent-save").await?;
    browser.see_text("@consent", to).await.map(drop)
}
