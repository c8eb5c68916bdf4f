//! An entry is corrected: nothing is deleted, and the supervisor sees the same.

use anyhow::{Result, ensure};
use handrail_system_tests::browser::Browser;
use handrail_system_tests::person::{add_person, discharge_today, log_from_today, unlock};
use handrail_system_tests::relay::Relay;
use handrail_system_tests::team::{meet, supervisor_and_coach};
use handrail_system_tests::wait::LONG_PATIENCE;

const NAME: &str = "Robin Alder";

/// S0-6: a contact that is taken back settles nothing.
#[tokio::test]
async fn undo_takes_a_contact_back_and_the_day_is_owed_again() -> Result<()> {
    let relay = Relay::start()?;
    let (desk, phone) = supervisor_and_coach(&relay).await?;
    let robin = add_person(&phone, NAME).await?;
    discharge_today(&phone).await?;
    log_from_today(&phone).await?;
    phone.see_text("@settled-row", NAME).await?;
    phone.press("@undo").await?;
    phone.see_text("@toast", "stays in the history").await?;
    phone.see_text("@owed-row", NAME).await?;
    phone.see_no("@settled-row").await?;

    meet(&desk, &robin, NAME).await?;
    let reason = "Taken back right after saving";
    phone.go(&robin).await?;
    for browser in [&phone, &desk] {
        browser
            .see_within(LONG_PATIENCE, "@entry-void", reason)
            .await?;
        browser.see_text("@entry-void", "Cleo Marsh").await?;
        browser.see("@duty-owed").await?;
        browser.see_no("@duty-settled").await?;
    }
    phone.reload().await?;
    unlock(&phone).await?;
    phone.see_text("@entry-void", reason).await?;

    // The supervisor knows better: it did happen.
    desk.press("@entry-restore").await?;
    for browser in [&desk, &phone] {
        browser
            .see_within(LONG_PATIENCE, "@duty-settled", "")
            .await?;
        browser.see_no("@entry-void").await?;
        browser.see_no("@duty-owed").await?;
    }
    Ok(())
}

/// Every version stays with its author, on both devices.
#[tokio::test]
async fn an_edited_and_voided_contact_shows_its_history_on_both_devices() -> Result<()> {
    let relay = Relay::start()?;
    let (desk, phone) = supervisor_and_coach(&relay).await?;
    let robin = add_person(&phone, NAME).await?;
    phone.press("@person-log").await?;
    phone.press("@log-outcome-left-message").await?;
    phone.enter("@log-note", "Rang twice").await?;
    phone.press("@log-save").await?;
    phone.see_text("@entry-note", "Rang twice").await?;
    meet(&desk, &robin, NAME).await?;
    desk.see_within(LONG_PATIENCE, "@entry-note", "Rang twice")
        .await?;

    phone.press("@entry-edit").await?;
    phone.press("@log-outcome-reached").await?;
    phone.enter("@log-note", ", then met").await?;
    phone.press("@log-save").await?;
    for browser in [&phone, &desk] {
        browser
            .see_within(LONG_PATIENCE, "@entry-note", "Rang twice, then met")
            .await?;
        browser.see_text("@entry-what", "Phone · Reached").await?;
        browser.see_text("@entry", "Edited").await?;
    }

    phone.press("@entry-void-open").await?;
    phone.press("@reason-submit").await?;
    phone.see("@reason-dialog").await?;
    phone.enter("@reason", "Somebody else").await?;
    phone.press("@reason-submit").await?;
    phone.see_text("@toast", "Saved on this").await?;
    for browser in [&phone, &desk] {
        browser
            .see_within(LONG_PATIENCE, "@entry-void", "Somebody else (Cleo Marsh")
            .await?;
        browser.see_no("@entry-edit, @entry-void-open").await?;
    }
    desk.press("@entry-restore").await?;
    let mut told = Vec::new();
    for browser in [&desk, &phone] {
        browser
            .see_within(LONG_PATIENCE, "@entry-void-open", "")
            .await?;
        browser.see_no("@entry-void").await?;
        told.push(history(browser).await?);
    }
    ensure!(told.first() == told.last(), "{told:#?}");
    let versions = told.concat();
    ensure!(versions.len() >= 8, "{versions:#?}");
    let (first, last) = (&versions[0], &versions[versions.len() / 2 - 1]);
    ensure!(
        first.starts_with("Cleo Marsh") && first.contains("Left a message"),
        "{first}"
    );
    ensure!(!first.contains("then met"), "{first}");
    ensure!(last.starts_with("Sam Sandpiper"), "{last}");
    let has = |author: &str, text: &str| {
        versions
            .iter()
            .any(|version| version.starts_with(author) && version.contains(text))
    };
    ensure!(has("Cleo Marsh", "Rang twice, then met"), "{versions:#?}");
    ensure!(has("Cleo Marsh", "Somebody else"), "{versions:#?}");
    Ok(())
}

/// What each version says, oldest first.
async fn history(browser: &Browser) -> Result<Vec<String>> {
    browser.press("@entry-history").await?;
    browser.see("@history .version").await?;
    let versions = browser.texts("@history .version").await?;
    browser.press("@history-close").await?;
    browser.see_no("@history").await?;
    Ok(versions)
}
