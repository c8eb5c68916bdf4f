//! A participant agrees, somebody is told, and what was told stands in an accounting.

use anyhow::Result;
use handrail_system_tests::consent::agree;
use handrail_system_tests::person::add_person;
use handrail_system_tests::relay::Relay;
use handrail_system_tests::team::{COACH, meet, supervisor_and_coach};
use handrail_system_tests::wait::LONG_PATIENCE;

const NAME: &str = "Robin Alder";
const PROVIDER: &str = "Dr. Lena Moreau";

/// S2-11, G-7, G-8, G-9: refused without a consent, told with one, an emergency with no signal, and a
/// consent that is taken back stops the supervisor's desk, too.
#[tokio::test]
async fn s2_11_a_consented_disclosure_stands_in_its_accounting() -> Result<()> {
    let mut relay = Relay::start()?;
    let (desk, phone) = supervisor_and_coach(&relay).await?;
    let robin = add_person(&phone, NAME).await?;
    phone.ready_for_no_signal().await?;

    phone.go(&robin).await?;
    phone.press("@person-consents").await?;
    phone.press("@tell-agreed").await?;
    phone.enter("@tell-whom", PROVIDER).await?;
    phone.press("@tell-what-contacts").await?;
    phone.press("@tell-save").await?;
    phone.see_text("@form-error", "there is no consent").await?;
    phone.press("@tell-cancel").await?;

    agree(&phone, &robin, PROVIDER).await?;
    phone.press("@tell-agreed").await?;
    phone.enter("@tell-whom", PROVIDER).await?;
    phone.press("@tell-what-contacts").await?;
    phone.press("@tell-save").await?;
    phone.see_no("@tell-form").await?;
    meet(&desk, &robin, NAME).await?;
    desk.go(&format!("{robin}/accounting")).await?;
    desk.see_within(LONG_PATIENCE, "@accounting-row", PROVIDER)
        .await?;

    // The signal is gone: an emergency is written down, and the consent is taken back.
    relay.stop();
    phone.press("@tell-emergency").await?;
    phone
        .enter("@tell-whom", "Dr. Ito, Lakeside Hospital")
        .await?;
    phone.press("@tell-save").await?;
    phone
        .see_text("@form-error", "What is the emergency?")
        .await?;
    phone.enter("@tell-nature", "Found down").await?;
    phone.press("@tell-save").await?;
    phone.see_no("@tell-form").await?;
    phone.press("@consent-revoke").await?;
    phone.press("@consent-end-save").await?;
    phone.see_text("@consent", "Taken back").await?;
    phone.press("@accounting-open").await?;
    phone.see_text("@accounting-row", COACH).await?;
    phone.see_text("@accounting", "Dr. Ito").await?;

    relay.start_again()?;
    desk.go(&format!("{robin}/consents")).await?;
    desk.see_within(LONG_PATIENCE, "@consent", "Taken back")
        .await?;
    desk.press("@tell-agreed").await?;
    desk.enter("@tell-whom", PROVIDER).await?;
    desk.press("@tell-what-contacts").await?;
    desk.press("@tell-save").await?;
    desk.see_text("@form-error", "took the consent back")
        .await?;
    Ok(())
}
