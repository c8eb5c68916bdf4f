//! The lock that closes by itself, and the one that slows down who guesses.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::person::{add_person, found_agency, unlock};
use handrail_system_tests::relay::Relay;
use handrail_system_tests::wait::{LONG_PATIENCE, PATIENCE};
use tokio::time::Instant;

const NAME: &str = "Robin Alder";

#[tokio::test]
async fn a_phone_left_alone_locks_itself_and_gives_the_half_written_note_back() -> Result<()> {
    let relay = Relay::start()?;
    let phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    found_agency(&phone, &relay.origin(), "Sam Sandpiper").await?;
    let robin = add_person(&phone, NAME).await?;
    phone.go("/more/settings").await?;
    phone.choose("@auto-lock", "1").await?;
    phone.see_text("@toast", "Saved on this").await?;

    phone.go(&robin).await?;
    phone.press("@person-log").await?;
    phone.press("@log-outcome-left-message").await?;
    phone.enter("@log-note", "Half of a thought").await?;
    let left_alone = Instant::now();
    phone.see_within(LONG_PATIENCE, "@lock", "").await?;
    let after = left_alone.elapsed();
    // A touch is told to the engine every 20 seconds at most.
    ensure!(after > Duration::from_secs(35), "locked after {after:?}");
    let shown = phone.texts("html").await?.concat();
    for secret in ["Robin", "thought", "Harbor Light"] {
        ensure!(
            !shown.contains(secret),
            "{secret} is shown while locked: {shown}"
        );
    }

    unlock(&phone).await?;
    let note = phone.value("@log-note").await?;
    ensure!(note == "Half of a thought", "the draft holds {note:?}");
    phone.enter("@log-note", ", whole").await?;
    phone.press("@log-save").await?;
    phone.go(&robin).await?;
    phone
        .see_text("@entry-note", "Half of a thought, whole")
        .await?;
    phone
        .see_text("@entry-what", "Phone · Left a message")
        .await
        .map(drop)
}

#[tokio::test]
async fn each_wrong_passphrase_costs_more_time_even_over_a_restart() -> Result<()> {
    let relay = Relay::start()?;
    let mut phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    found_agency(&phone, &relay.origin(), "Sam Sandpiper").await?;
    phone.press("@place-more").await?;
    phone.press("@lock-now").await?;
    let mut waits = Vec::new();
    for attempt in 1..=5 {
        phone
            .see_within(LONG_PATIENCE, "@lock-submit", "Unlock")
            .await?;
        phone.enter("@lock-passphrase", "a wrong one").await?;
        phone.press("@lock-submit").await?;
        let told = phone.see_text("@lock", "That is not the passphrase");
        told.await.with_context(|| format!("try {attempt}"))?;
        emptied(&phone).await?;
        if attempt >= 3 {
            let button = phone.see_text("@lock-submit", "Try again in").await?;
            waits.push(seconds(&button)?);
        }
    }
    let [first, second, third] = waits[..] else {
        anyhow::bail!("{waits:?}");
    };
    ensure!(first >= 1 && first < second && second < third, "{waits:?}");
    ensure!(third > 10, "{waits:?}");

    // Neither the right passphrase nor a new start shortens it.
    phone.kill()?;
    phone.open_again().await?;
    phone.visit(&relay.origin()).await?;
    let button = phone.see_text("@lock-submit", "Try again in").await?;
    ensure!(seconds(&button)? <= third, "{button} after {third} seconds");
    phone
        .see_within(LONG_PATIENCE, "@lock-submit", "Unlock")
        .await?;
    unlock(&phone).await?;
    phone.see("@today").await?;

    // The right one ends the counting.
    phone.press("@place-more").await?;
    phone.press("@lock-now").await?;
    phone.enter("@lock-passphrase", "a wrong one").await?;
    phone.press("@lock-submit").await?;
    phone
        .see_text("@lock", "That is not the passphrase")
        .await?;
    phone.see_text("@lock-submit", "Unlock").await?;
    unlock(&phone).await
}

async fn emptied(phone: &Browser) -> Result<()> {
    phone
        .until("an empty field", PATIENCE, async || {
            let typed = phone.value("@lock-passphrase").await?;
            Ok(typed.is_empty().then_some(()))
        })
        .await
}

/// From "Try again in 0:05".
fn seconds(button: &str) -> Result<u64> {
    let (rest, seconds) = button.trim().rsplit_once(':').context("no time")?;
    let minutes = rest.split_whitespace().last().context("no minutes")?;
    Ok(minutes.parse::<u64>()? * 60 + seconds.parse::<u64>()?)
}
