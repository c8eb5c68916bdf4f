//! Lock, crisis numbers, two tabs, and what is left on disk.

use anyhow::{Context, Result, ensure};
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::person::{
    add_person, discharge_today, found_agency, invite_a_coach, join, unlock,
};
use handrail_system_tests::relay::Relay;
use handrail_system_tests::residue::files_with;
use handrail_system_tests::wait::{LONG_PATIENCE, PATIENCE};

/// S0-29, S0-30.
#[tokio::test]
async fn a_wrong_passphrase_is_told_and_slowed_down_and_crisis_numbers_stay_open() -> Result<()> {
    let mut relay = Relay::start()?;
    let phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    found_agency(&phone, &relay.origin(), "Sam Sandpiper").await?;
    add_person(&phone, "Robin Alder").await?;
    phone.ready_for_no_signal().await?;
    relay.stop();
    phone.press("@place-more").await?;
    phone.press("@lock-now").await?;
    phone.see("@lock").await?;
    let shown = phone.texts("body").await?.concat();
    ensure!(!shown.contains("Robin"), "a name is shown while locked");

    phone.press("@open-crisis").await?;
    phone.see_text("@crisis", "988").await?;
    phone.see("a[href='tel:911']").await?;
    phone.see("a[href='tel:988']").await?;
    phone.press("@crisis @back").await?;

    for attempt in 1..=3 {
        phone.see_text("@lock-submit", "Unlock").await?;
        phone.enter("@lock-passphrase", "a wrong one").await?;
        phone.press("@lock-submit").await?;
        let told = phone.see_text("@lock", "That is not the passphrase");
        told.await.with_context(|| format!("try {attempt}"))?;
        if attempt == 3 {
            phone.see_text("@lock-submit", "Try again in").await?;
        }
        phone
            .until("an empty field", PATIENCE, async || {
                let typed = phone.value("@lock-passphrase").await?;
                Ok(typed.is_empty().then_some(()))
            })
            .await?;
    }
    phone
        .see_within(LONG_PATIENCE, "@lock-submit", "Unlock")
        .await?;
    unlock(&phone).await?;
    phone
        .see_text("body", "Harbor Light Recovery")
        .await
        .map(drop)
}

#[tokio::test]
async fn a_second_tab_says_open_elsewhere_and_takes_over() -> Result<()> {
    let relay = Relay::start()?;
    let phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    found_agency(&phone, &relay.origin(), "Sam Sandpiper").await?;
    add_person(&phone, "Robin Alder").await?;
    let first = phone.driver()?.window().await?;
    let second = phone.driver()?.new_tab().await?;
    phone.driver()?.switch_to_window(second.clone()).await?;
    phone.visit(&relay.origin()).await?;
    phone.see_text("@open-elsewhere", "another tab").await?;
    phone.press("@take-over").await?;
    unlock(&phone).await?;
    phone.press("@place-people").await?;
    phone.see_text("@person-row", "Robin Alder").await?;

    phone.driver()?.switch_to_window(first).await?;
    phone.see("@open-elsewhere").await?;
    ensure!(
        phone.texts("@person-row, @person").await?.is_empty(),
        "the first tab still shows people"
    );
    phone.press("@take-over").await?;
    unlock(&phone).await?;
    phone.press("@place-people").await?;
    phone.see_text("@person-row", "Robin Alder").await?;
    phone.driver()?.switch_to_window(second).await?;
    phone.see("@open-elsewhere").await
}

/// A word that stands nowhere else.
const CANARY: &str = "quetzalquetzal";
/// The name of somebody, and nobody else's.
const NAME: &str = "Zephyrine Oxbow";

#[tokio::test]
async fn what_is_written_is_readable_nowhere_on_disk_or_on_the_relay() -> Result<()> {
    let mut relay = Relay::start()?;
    let mut desk = Browser::open(Kind::Chromium, Screen::Desk).await?;
    found_agency(&desk, &relay.origin(), "Sam Sandpiper").await?;
    let link = invite_a_coach(&desk).await?;
    let mut phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    join(&phone, &link, "Cleo Marsh").await?;
    let place = add_person(&phone, NAME).await?;
    discharge_today(&phone).await?;
    phone.press("@person-log").await?;
    phone.enter("@log-note", CANARY).await?;
    phone.press("@log-save").await?;
    phone.see_text("@entry-note", CANARY).await?;
    // A draft as well.
    phone.press("@person-log").await?;
    phone.enter("@log-note", CANARY).await?;
    phone.press("@log-sheet @back").await?;
    phone.press("@place-today").await?;
    phone.see("@draft-row").await?;
    desk.go(&place).await?;
    desk.see_within(LONG_PATIENCE, "@entry-note", CANARY)
        .await?;

    phone.close().await?;
    desk.close().await?;
    relay.stop();
    let folders = [phone.profile(), desk.profile(), &relay.folder()];
    for folder in folders {
        for word in [CANARY, "Zephyrine"] {
            let (found, read) = files_with(folder, word)?;
            ensure!(read > 10_000, "only {read} bytes were looked at");
            ensure!(found.is_empty(), "{word} stands in {found:?}");
        }
    }
    // The same eyes do see a word that may be there.
    let (found, _) = files_with(phone.profile(), "127.0.0.1")?;
    ensure!(!found.is_empty(), "nothing is found at all");
    Ok(())
}

#[tokio::test]
async fn a_second_tab_says_so_each_time_it_is_opened() -> Result<()> {
    let relay = Relay::start()?;
    let phone = Browser::open(Kind::Chromium, Screen::Narrow).await?;
    found_agency(&phone, &relay.origin(), "Sam Sandpiper").await?;
    let tries = std::env::var("TRIES").map_or(5, |tries| tries.parse().unwrap_or(5));
    for time in 0..tries {
        phone
            .in_another_tab(&relay.origin(), async || phone.see("@open-elsewhere").await)
            .await
            .map_err(|error| error.context(format!("time {time}")))?;
    }
    Ok(())
}
