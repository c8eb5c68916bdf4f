//! Who opened the records of another's caseload.

use anyhow::Result;
use handrail_system_tests::person::add_person;
use handrail_system_tests::relay::Relay;
use handrail_system_tests::team::{SUPERVISOR, meet, supervisor_and_coach};
use handrail_system_tests::wait::LONG_PATIENCE;

const NAME: &str = "Robin Alder";

/// Issue 3.9: the coach sees on the record that the supervisor opened it.
#[tokio::test]
async fn a_coach_sees_who_opened_the_record_of_a_participant() -> Result<()> {
    let relay = Relay::start()?;
    let (desk, phone) = supervisor_and_coach(&relay).await?;
    let robin = add_person(&phone, NAME).await?;
    phone.see_no("@accesses").await?;
    meet(&desk, &robin, NAME).await?;
    desk.go("/team/accesses").await?;
    desk.see_text("@access", NAME).await?;
    phone
        .see_within(LONG_PATIENCE, "@accesses", SUPERVISOR)
        .await
        .map(drop)
}
