//! Two people write the same thing with no signal: both values stay until one is chosen.

use anyhow::{Result, ensure};
use handrail_system_tests::browser::Browser;
use handrail_system_tests::person::{add_person, discharge_today, log_from_today, unlock};
use handrail_system_tests::relay::Relay;
use handrail_system_tests::team::{meet, supervisor_and_coach};
use handrail_system_tests::wait::LONG_PATIENCE;

const NAME: &str = "Robin Alder";

/// Two fields at once; each is settled on another device (S0-6 needs one truth on both).
#[tokio::test]
async fn a_field_written_by_two_offline_shows_both_until_one_is_chosen() -> Result<()> {
    let mut relay = Relay::start()?;
    let (desk, phone) = supervisor_and_coach(&relay).await?;
    let robin = add_person(&phone, NAME).await?;
    meet(&desk, &robin, NAME).await?;
    desk.ready_for_no_signal().await?;
    phone.ready_for_no_signal().await?;

    relay.stop();
    write_details(&phone, &robin, "Bridge Street", "Early weeks").await?;
    write_details(&desk, &robin, "Mill Lane", "Step down").await?;
    relay.start_again()?;
    for browser in [&phone, &desk] {
        sees_both(browser).await?;
    }
    // They are in the database, not only on the screen.
    for browser in [&phone, &desk] {
        browser.reload().await?;
        unlock(browser).await?;
        sees_both(browser).await?;
    }

    choose(&phone, "Mill Lane").await?;
    choose(&desk, "Early weeks").await?;
    let mut shown = Vec::new();
    for browser in [&phone, &desk] {
        browser
            .until("one version of each", LONG_PATIENCE, async || {
                let left = browser.texts("@conflict").await?;
                let details = browser.texts("@details dl").await?.concat();
                let settled = left.is_empty()
                    && details.contains("Mill Lane")
                    && details.contains("Early weeks");
                Ok(settled.then_some(()))
            })
            .await?;
        browser.reload().await?;
        unlock(browser).await?;
        browser.see_text("@details dl", "Mill Lane").await?;
        ensure!(
            browser.texts("@conflict").await?.is_empty(),
            "two versions again"
        );
        shown.push(browser.texts("@details dl").await?);
    }
    ensure!(shown.first() == shown.last(), "{shown:?}");
    let details = shown.concat().concat();
    for lost in ["Bridge Street", "Step down"] {
        ensure!(!details.contains(lost), "{lost} was not chosen");
    }
    Ok(())
}

/// The same for words about a contact: here only what was chosen counts, and
/// both texts stay readable in its history.
#[tokio::test]
async fn a_note_changed_by_two_offline_keeps_both_texts() -> Result<()> {
    let mut relay = Relay::start()?;
    let (desk, phone) = supervisor_and_coach(&relay).await?;
    let robin = add_person(&phone, NAME).await?;
    discharge_today(&phone).await?;
    log_from_today(&phone).await?;
    phone.go(&robin).await?;
    meet(&desk, &robin, NAME).await?;
    desk.see_within(LONG_PATIENCE, "@entry-what", "Phone · Reached")
        .await?;

    relay.stop();
    for (browser, note) in [(&phone, "Has a bus ticket"), (&desk, "Needs a ride")] {
        browser.press("@entry-edit").await?;
        browser.enter("@log-note", note).await?;
        browser.press("@log-save").await?;
        browser.see_text("@entry-note", note).await?;
    }
    relay.start_again()?;
    for browser in [&phone, &desk] {
        browser
            .see_within(LONG_PATIENCE, "@conflict", "Two versions: Note")
            .await?;
        version(browser, "Has a bus ticket", "Cleo Marsh").await?;
        version(browser, "Needs a ride", "Sam Sandpiper").await?;
    }
    choose(&desk, "Has a bus ticket").await?;
    for browser in [&phone, &desk] {
        browser
            .until("one note", LONG_PATIENCE, async || {
                let left = browser.texts("@conflict").await?;
                let notes = browser.texts("@entry-note").await?;
                Ok((left.is_empty() && notes == ["Has a bus ticket"]).then_some(()))
            })
            .await?;
        browser.press("@entry-history").await?;
        for note in ["Has a bus ticket", "Needs a ride"] {
            browser.see_text("@history", note).await?;
        }
        browser.press("@history-close").await?;
    }
    Ok(())
}

async fn write_details(browser: &Browser, place: &str, program: &str, phase: &str) -> Result<()> {
    browser.go(place).await?;
    browser.press("@person-edit").await?;
    browser.enter("@detail-program", program).await?;
    browser.enter("@detail-phase", phase).await?;
    browser.press("@details-submit").await?;
    browser.see_text("@details", program).await?;
    browser.see_text("@details", phase).await.map(drop)
}

async fn sees_both(browser: &Browser) -> Result<()> {
    for title in ["Two versions: Program", "Two versions: Phase"] {
        browser
            .see_within(LONG_PATIENCE, "@conflict", title)
            .await?;
    }
    version(browser, "Bridge Street", "Cleo Marsh").await?;
    version(browser, "Early weeks", "Cleo Marsh").await?;
    version(browser, "Mill Lane", "Sam Sandpiper").await?;
    version(browser, "Step down", "Sam Sandpiper").await
}

/// A version with its author and the time of day.
async fn version(browser: &Browser, value: &str, author: &str) -> Result<()> {
    let shown = browser
        .see_text("@conflict-version", &format!("{value}\n{author}, "))
        .await?;
    let (_, when) = shown.split_once(author).unwrap_or_default();
    let digits = when.bytes().filter(u8::is_ascii_digit).count();
    ensure!(digits >= 3, "no time in {shown:?}");
    Ok(())
}

async fn choose(browser: &Browser, value: &str) -> Result<()> {
    browser
        .press(&format!("@conflict-choose[aria-label*='{value}']"))
        .await?;
    browser
        .see_no(&format!("@conflict-choose[aria-label*='{value}']"))
        .await
}
