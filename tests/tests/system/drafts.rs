//! What was typed and not yet saved.

use anyhow::{Result, ensure};
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::person::{add_person, found_agency, unlock};
use handrail_system_tests::relay::Relay;

/// Every form whose words somebody would miss: a new contact, an edited one, a
/// new person, a person's details.
#[tokio::test]
async fn half_written_forms_come_back_where_they_were_after_a_kill() -> Result<()> {
    let relay = Relay::start()?;
    let mut phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    found_agency(&phone, &relay.origin(), "Sam Sandpiper").await?;
    let robin = add_person(&phone, "Robin Alder").await?;
    phone.press("@person-log").await?;
    phone.enter("@log-note", "As it was").await?;
    phone.press("@log-save").await?;
    phone.see_text("@entry-note", "As it was").await?;

    phone.press("@entry-edit").await?;
    phone.enter("@log-note", " said").await?;
    let edited = phone.path().await?;
    let after = killed(&mut phone, &relay, &edited, "@log-note").await?;
    ensure!(after == "As it was said", "{after:?}");

    let new_contact = robin.replace("/people/", "/log/");
    phone.go(&new_contact).await?;
    phone.press("@log-kind-custody").await?;
    phone.enter("@log-note", "Behind glass").await?;
    let after = killed(&mut phone, &relay, &new_contact, "@log-note").await?;
    ensure!(after == "Behind glass", "{after:?}");
    let minutes = phone.value("@log-minutes").await?;
    ensure!(minutes == "45", "{minutes:?} minutes");

    phone.go("/people/new").await?;
    phone.enter("@detail-preferred-name", "Theo Marsh").await?;
    phone.enter("@detail-phone", "608 555 0100").await?;
    let after = killed(&mut phone, &relay, "/people/new", "@detail-preferred-name").await?;
    ensure!(after == "Theo Marsh", "{after:?}");
    let number = phone.value("@detail-phone").await?;
    ensure!(number == "608 555 0100", "{number:?}");

    let details = format!("{robin}/edit");
    phone.go(&details).await?;
    phone.enter("@detail-program", "Bridge Street").await?;
    let after = killed(&mut phone, &relay, &details, "@detail-program").await?;
    ensure!(after == "Bridge Street", "{after:?}");
    phone.see_text("@details-unsaved", "not saved yet").await?;
    phone.press("@details-submit").await?;
    phone.see_text("@details", "Bridge Street").await?;

    // Saved or put away, nothing of it stays.
    phone.press("@person-edit").await?;
    phone.see("@details-submit").await?;
    phone.see_no("@details-unsaved").await?;
    phone.enter("@detail-program", " and more").await?;
    phone.reload().await?;
    unlock(&phone).await?;
    phone.press("@details-discard").await?;
    phone.see_no("@details-unsaved").await?;
    let program = phone.value("@detail-program").await?;
    ensure!(program == "Bridge Street", "{program:?}");
    phone.reload().await?;
    unlock(&phone).await?;
    phone.see("@details-submit").await?;
    phone.see_no("@details-unsaved").await
}

/// Kills the browser, opens the place again, and gives what stands in the field.
async fn killed(phone: &mut Browser, relay: &Relay, path: &str, field: &str) -> Result<String> {
    // The first letters are being saved while the last are typed: what is
    // asked after that is answered when they are saved too.
    phone.go("/more/settings").await?;
    phone.see("@auto-lock").await?;
    phone.go("/people").await?;
    phone.see("@people-count").await?;
    let killed = phone.kill()?;
    ensure!(killed > 1, "only {killed} processes were there to kill");
    phone.open_again().await?;
    phone.visit(&format!("{}{path}", relay.origin())).await?;
    unlock(phone).await?;
    phone.value(field).await
}
