//! Something is off at night, and a week's supervision.

use anyhow::{Result, ensure};
use handrail_system_tests::person::{add_person, unlock};
use handrail_system_tests::relay::Relay;
use handrail_system_tests::team::supervisor_and_coach;
use handrail_system_tests::wait::LONG_PATIENCE;

/// Issue 5.1: S4-10, S4-20, S4-21, S4-22, from a phone without signal to the decision and back.
#[tokio::test]
async fn s4_20_a_concern_at_night_reaches_a_decision_and_comes_back_in_words() -> Result<()> {
    let mut relay = Relay::start()?;
    let (desk, mut phone) = supervisor_and_coach(&relay).await?;
    add_person(&phone, "Robin Alder").await?;
    phone.ready_for_no_signal().await?;
    relay.stop();
    // Two taps, with no signal.
    let before = phone.taps();
    phone.press("@person-off").await?;
    phone.press("@off-struggling").await?;
    ensure!(phone.taps() - before == 2, "two taps");
    phone
        .see_text("@concern-known", "not known to have left")
        .await?;
    phone.see_text("@concern-next", "Nobody is known").await?;
    phone.enter("@concern-more", "Did not eat.").await?;
    phone.press("@concern-more-save").await?;
    phone.see_text("@concern-words", "Did not eat.").await?;
    // The battery dies; nothing is lost.
    phone.kill()?;
    phone.open_again().await?;
    phone.visit(&relay.origin()).await?;
    unlock(&phone).await?;
    phone.see_text("@today-concerns", "Robin Alder").await?;
    relay.start_again()?;
    // The supervisor sees it, says so and decides.
    desk.press("@place-today").await?;
    desk.see_within(LONG_PATIENCE, "@today-concerns", "Robin Alder")
        .await?;
    desk.press("@concern-row").await?;
    desk.see_text("@concern-words", "Did not eat.").await?;
    desk.press("@concern-see").await?;
    desk.press("@off-action-clinic-talks").await?;
    desk.press("@off-decide-save").await?;
    desk.see_text("@concern-next", "The clinic will talk")
        .await?;
    // Back on the phone, in words; nobody asks the coach to say it.
    phone.press("@place-today").await?;
    phone
        .see_within(LONG_PATIENCE, "@today-concern-next", "The clinic will talk")
        .await?;
    phone.press("@concern-row").await?;
    phone
        .see_text("@concern-next", "You do not have to")
        .await?;
    phone.see_no("@concern-decide").await?;
    desk.enter("@concern-told-by", "Dr. Example").await?;
    desk.press("@concern-told").await?;
    phone
        .see_within(LONG_PATIENCE, "@concern-next", "Dr. Example told them")
        .await?;
    Ok(())
}

/// Issue 5.2: S4-14, S4-15, S2-8, a week's supervision, signed by both.
#[tokio::test]
async fn s4_15_a_weeks_supervision_is_brought_held_and_signed_by_both() -> Result<()> {
    let relay = Relay::start()?;
    let (desk, phone) = supervisor_and_coach(&relay).await?;
    phone.press("@place-more").await?;
    phone.press("@more-supervision").await?;
    phone.see_text("@role", "you enforce nothing").await?;
    // For oneself alone, and for supervision.
    phone
        .enter("@bring-words", "How I got my kids back")
        .await?;
    phone.press("@shelf-keep").await?;
    phone.see_text("@shelf", "How I got my kids back").await?;
    phone
        .enter("@bring-words", "She asked for my own number")
        .await?;
    phone.press("@bring-save").await?;
    phone
        .see_text("@supervision-items", "She asked for my own number")
        .await?;
    desk.press("@place-team").await?;
    desk.press("@team-supervision").await?;
    desk.see_within(LONG_PATIENCE, "@supervised", "1 thing brought")
        .await?;
    desk.press("@supervised").await?;
    desk.see_text("@supervision-items", "She asked for my own number")
        .await?;
    let page = desk.texts("@supervision").await?.join("\n");
    ensure!(!page.contains("my kids"), "the shelf is the coach's alone");
    desk.press("@supervision-hold").await?;
    desk.press("@supervision-item").await?;
    desk.press("@supervision-boundaries").await?;
    desk.enter("@supervision-words", "A second phone").await?;
    desk.press("@supervision-save").await?;
    desk.see_text("@supervision-sessions", "Not signed by the coach")
        .await?;
    phone
        .see_within(LONG_PATIENCE, "@supervision-sessions", "A second phone")
        .await?;
    phone.press("@supervision-sign").await?;
    phone
        .see_text("@supervision-standing", "Done for now")
        .await?;
    desk.see_within(
        LONG_PATIENCE,
        "@supervision-sessions",
        "Signed by the coach",
    )
    .await?;
    Ok(())
}
