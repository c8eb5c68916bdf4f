//! The desktop program through the same story as the phone.

use anyhow::{Result, ensure};
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::person::{
    add_person, discharge_today, found_agency, found_agency_by_hand, invite_a_coach, join,
    join_by_pasting, log_from_today, unlock,
};
use handrail_system_tests::relay::Relay;
use handrail_system_tests::residue::files_with;
use handrail_system_tests::wait::LONG_PATIENCE;

/// A word that stands nowhere else.
const CANARY: &str = "quetzalquetzal";
/// The name of somebody, and nobody else's.
const NAME: &str = "Zephyrine Oxbow";

/// S0-5, S0-6: the coach sits at a desk with no connection, and the program dies.
#[tokio::test]
async fn the_desktop_program_keeps_a_contact_through_a_kill_and_hears_that_it_reached() -> Result<()>
{
    let mut relay = Relay::start()?;
    let desk = Browser::open(Kind::Chromium, Screen::Desk).await?;
    found_agency(&desk, &relay.origin(), "Sam Sandpiper").await?;
    let link = invite_a_coach(&desk).await?;
    let mut program = Browser::open(Kind::Desktop, Screen::Desk).await?;
    join_by_pasting(&program, &link, "Cleo Marsh").await?;
    add_person(&program, NAME).await?;
    discharge_today(&program).await?;
    desk.press("@place-people").await?;
    desk.press_one("@person-row", NAME).await?;
    desk.see_text("@duty-owed", "no intake date yet").await?;

    relay.stop();
    program.press("@place-today").await?;
    program
        .see_text("@owed-reason", "Daily contact, day 1")
        .await?;
    program.press("@owed-log").await?;
    program.press("@log-kind-phone").await?;
    program.press("@log-outcome-reached").await?;
    program.enter("@log-note", CANARY).await?;
    program.press("@log-save").await?;
    program.see_text("@toast", "Saved on this computer").await?;
    let killed = program.kill()?;
    ensure!(killed == 1, "{killed} processes were there to kill");

    program.open_again().await?;
    unlock(&program).await?;
    program.see_text("@settled-row", NAME).await?;
    program.press("@place-people").await?;
    program.press_one("@person-row", NAME).await?;
    program.see_text("@entry-what", "Phone · Reached").await?;
    program.see_text("@entry-note", CANARY).await?;
    program
        .see_text("@entry-delivery", "waits to be sent")
        .await?;

    relay.start_again()?;
    desk.see_within(LONG_PATIENCE, "@entry-note", CANARY)
        .await?;
    program
        .see_within(LONG_PATIENCE, "@entry-delivery", "reached the supervisor")
        .await?;
    program
        .see_text("@sync-pill", "reached your supervisor")
        .await?;

    program.close().await?;
    for word in [CANARY, "Zephyrine"] {
        let (found, read) = files_with(program.profile(), word)?;
        ensure!(read > 100_000, "only {read} bytes were looked at");
        ensure!(found.is_empty(), "{word} stands in {found:?}");
    }
    // The same eyes do see a word that may be there.
    let (found, _) = files_with(program.profile(), "SQLite format 3")?;
    let lock = program.profile().join("home/.local/share/handrail/lock.db");
    ensure!(found.contains(&lock), "only {found:?} are databases");
    Ok(())
}

/// S0-6: what a coach does on a phone is seen at the supervisor's desk.
#[tokio::test]
async fn an_agency_that_the_desktop_program_started_is_joined_from_a_phone() -> Result<()> {
    let relay = Relay::start()?;
    let program = Browser::open(Kind::Desktop, Screen::Desk).await?;
    found_agency_by_hand(&program, &relay.origin(), "Sam Sandpiper").await?;
    let link = invite_a_coach(&program).await?;
    let phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    join(&phone, &link, "Cleo Marsh").await?;
    add_person(&phone, NAME).await?;
    discharge_today(&phone).await?;
    log_from_today(&phone).await?;

    program.press("@place-people").await?;
    program
        .see_within(LONG_PATIENCE, "@person-row", NAME)
        .await?;
    program.press_one("@person-row", NAME).await?;
    program
        .see_within(LONG_PATIENCE, "@entry-what", "Phone · Reached")
        .await?;
    program
        .see_text("@duty-settled", "Today's contact is done")
        .await
        .map(drop)
}
