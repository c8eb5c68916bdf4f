//! A supervisor plans who is on call; a coach without a signal has the number at hand.

use anyhow::{Result, ensure};
use handrail_system_tests::person::add_person;
use handrail_system_tests::relay::Relay;
use handrail_system_tests::team::{SUPERVISOR, supervisor_and_coach};
use handrail_system_tests::wait::LONG_PATIENCE;

/// S4-16: one tap from Today and from a participant's page, with no signal; the supervisor sees later
/// how long an answer took, and a gap before it comes.
#[tokio::test]
async fn s4_16_a_coach_reaches_the_supervisor_on_call_with_no_signal() -> Result<()> {
    let mut relay = Relay::start()?;
    let (desk, phone) = supervisor_and_coach(&relay).await?;
    let robin = add_person(&phone, "Robin Alder").await?;
    phone.ready_for_no_signal().await?;

    desk.press("@place-team").await?;
    desk.press("@team-on-call").await?;
    desk.press("@rota-add").await?;
    desk.enter("@rota-name", "Supervisors").await?;
    let find = "return [...document.querySelectorAll('[data-testid=rota-adding] option')]
        .find((option) => option.textContent === arguments[0])?.value";
    let member = desk.script(find, vec![SUPERVISOR.into()]).await?;
    desk.choose("@rota-adding", member.as_str().unwrap_or_default())
        .await?;
    desk.press("@rota-person-add").await?;
    desk.enter("@rota-phone", "608-555-0190").await?;
    // By day alone: every night is a gap.
    desk.press("@rota-group-0-0-0").await?;
    desk.press("@rota-fallback-0").await?;
    desk.press("@rota-save").await?;
    desk.see("@on-call-gap").await?;
    desk.press("@place-today").await?;
    desk.see("@on-call-gaps").await?;

    phone.press("@place-today").await?;
    phone
        .see_within(LONG_PATIENCE, "@on-call-supervisor", SUPERVISOR)
        .await?;
    relay.stop();
    phone.reload().await?;
    handrail_system_tests::person::unlock(&phone).await?;
    phone.go(&robin).await?;
    let number = phone.attribute("@on-call-call", "href").await?;
    ensure!(number == "tel:6085550190", "{number}");
    // The dialler of a test browser goes nowhere; the tap is counted all the same.
    let hold = "addEventListener('click', (event) => event.preventDefault(), true)";
    phone.script(hold, Vec::new()).await?;
    phone.press("@on-call-call").await?;
    phone.see_text("@on-call-waiting", SUPERVISOR).await?;
    phone.press("@on-call-answered").await?;
    phone.see_no("@on-call-waiting").await?;

    relay.start_again()?;
    desk.go("/on-call").await?;
    desk.see_within(LONG_PATIENCE, "@sought", "Answered")
        .await?;
    Ok(())
}
