//! A coach with no signal and a supervisor who hears of it.

use anyhow::{Result, ensure};
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::person::{
    add_person, discharge_today, found_agency, invite_a_coach, join, log_from_today, unlock,
};
use handrail_system_tests::relay::Relay;
use handrail_system_tests::wait::LONG_PATIENCE;

/// S0-6, S0-9, S0-10: the first slice of the whole.
#[tokio::test]
async fn a_contact_logged_with_no_signal_survives_a_kill_and_reaches_the_supervisor() -> Result<()>
{
    let mut relay = Relay::start()?;
    let desk = Browser::open(Kind::Chromium, Screen::Desk).await?;
    found_agency(&desk, &relay.origin(), "Sam Sandpiper").await?;
    let link = invite_a_coach(&desk).await?;
    let mut phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    join(&phone, &link, "Cleo Marsh").await?;
    let robin = add_person(&phone, "Robin Alder").await?;
    discharge_today(&phone).await?;
    desk.press("@place-people").await?;
    desk.press_one("@person-row", "Robin Alder").await?;
    desk.see_text("@duty-owed", "no intake date yet").await?;
    phone.ready_for_no_signal().await?;

    relay.stop();
    phone.reload().await?;
    unlock(&phone).await?;
    phone.press("@place-today").await?;
    phone.see_text("@owed-row", "no intake date yet").await?;
    let taps = log_from_today(&phone).await?;
    ensure!(taps <= 4, "logging took {taps} taps");
    phone.see_text("@toast", "Saved on this phone").await?;
    phone.see_text("@settled-row", "Robin Alder").await?;

    phone.go(&robin).await?;
    phone.press("@person-log").await?;
    phone.enter("@log-note", "Half of a thought").await?;
    phone.press("@log-sheet @back").await?;
    phone.press("@place-today").await?;
    phone.see_text("@draft-row", "Robin Alder").await?;
    let killed = phone.kill()?;
    ensure!(killed > 1, "only {killed} processes were there to kill");

    phone.open_again().await?;
    phone.visit(&relay.origin()).await?;
    unlock(&phone).await?;
    phone.press("@draft-row").await?;
    let note = phone.value("@log-note").await?;
    ensure!(note == "Half of a thought", "the draft holds {note:?}");
    phone.press("@log-discard").await?;
    phone.go(&robin).await?;
    phone.see_text("@entry-what", "Phone · Reached").await?;
    phone
        .see_text("@entry-delivery", "waits to be sent")
        .await?;
    phone.see_text("@sync-pill", "waiting to send").await?;

    relay.start_again()?;
    phone
        .see_within(LONG_PATIENCE, "@sync-pill", "Sent")
        .await?;
    desk.see_within(LONG_PATIENCE, "@entry-what", "Phone · Reached")
        .await?;
    let evidence = "reached the supervisor's device";
    phone
        .see_within(LONG_PATIENCE, "@entry-delivery", evidence)
        .await?;
    phone
        .see_text("@sync-pill", "reached your supervisor")
        .await?;
    Ok(())
}
