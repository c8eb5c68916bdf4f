//! A participant goes from one coach to another while the first has no signal.

use anyhow::{Result, ensure};
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::person::{add_person, discharge_today, invite_a_coach, join, unlock};
use handrail_system_tests::relay::Relay;
use handrail_system_tests::team::{COACH, meet, supervisor_and_coach};
use handrail_system_tests::wait::LONG_PATIENCE;

const NAME: &str = "Robin Alder";
const OTHER_COACH: &str = "Dana Heron";
const OFFLINE: &str = "Wrote this in the basement";

/// Issue 3.3: the note that was written with no signal reaches the new coach, and the first coach
/// is told where the participant went and keeps nothing of them.
#[tokio::test]
async fn a_participant_is_handed_over_while_the_first_coach_has_no_signal() -> Result<()> {
    let mut relay = Relay::start()?;
    let (desk, mut first) = supervisor_and_coach(&relay).await?;
    let link = invite_a_coach(&desk).await?;
    let second = Browser::open(Kind::Chromium, Screen::Phone).await?;
    join(&second, &link, OTHER_COACH).await?;
    let robin = add_person(&first, NAME).await?;
    discharge_today(&first).await?;
    meet(&desk, &robin, NAME).await?;
    first.ready_for_no_signal().await?;

    // The first phone writes with no signal, and is switched off before there is one.
    relay.stop();
    first.press("@person-log").await?;
    first.enter("@log-note", OFFLINE).await?;
    first.press("@log-save").await?;
    first.see_text("@toast", "Saved on this phone").await?;
    first.kill()?;
    relay.start_again()?;

    desk.press("@hand-over").await?;
    desk.see("@hand-over-dialog").await?;
    desk.press_one("@hand-over-dialog label", OTHER_COACH)
        .await?;
    desk.press("@hand-over-go").await?;
    desk.see_text("@hand-overs", OTHER_COACH).await?;
    meet(&second, &robin, NAME).await?;
    second.see_text("@hand-overs", OTHER_COACH).await?;

    first.open_again().await?;
    first.visit(&relay.origin()).await?;
    unlock(&first).await?;
    second.go(&robin).await?;
    second
        .see_within(LONG_PATIENCE, "@entry-note", OFFLINE)
        .await?;
    first.press("@place-people").await?;
    first
        .see_within(LONG_PATIENCE, "@departures", OTHER_COACH)
        .await?;
    first.see_no("@person-row").await?;
    first.press("@place-today").await?;
    first.see_no("@owed-row, @settled-row").await?;
    second.press("@place-today").await?;
    second.see_text("@owed-row, @settled-row", NAME).await?;
    second.go(&robin).await?;
    let timeline = second.texts("@timeline").await?.concat();
    ensure!(timeline.contains(COACH), "{timeline}");
    Ok(())
}
