//! Two people of one agency, each with a device.

use anyhow::Result;

use crate::browser::{Browser, Kind, Screen};
use crate::person::{add_person, found_agency, invite_a_coach, join};
use crate::relay::Relay;

/// Who founds the agency.
pub const SUPERVISOR: &str = "Sam Sandpiper";
/// Who joins.
pub const COACH: &str = "Cleo Marsh";

/// A supervisor at a desk and a coach with a phone, in this order.
pub async fn supervisor_and_coach(relay: &Relay) -> Result<(Browser, Browser)> {
    let desk = Browser::open(Kind::Chromium, Screen::Desk).await?;
    found_agency(&desk, &relay.origin(), SUPERVISOR).await?;
    let link = invite_a_coach(&desk).await?;
    let phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    join(&phone, &link, COACH).await?;
    Ok((desk, phone))
}

/// A participant whom a supervisor and a coach both have, once the coach's phone is without signal.
pub struct NoSignal {
    /// Stopped.
    pub relay: Relay,
    /// The supervisor's.
    pub desk: Browser,
    /// The coach's, on the participant's page.
    pub phone: Browser,
    /// The address of the participant's page.
    pub record: String,
}

impl NoSignal {
    /// With a participant of this name.
    pub async fn with(name: &str) -> Result<Self> {
        let mut relay = Relay::start()?;
        let (desk, phone) = supervisor_and_coach(&relay).await?;
        let record = add_person(&phone, name).await?;
        meet(&desk, &record, name).await?;
        phone.ready_for_no_signal().await?;
        relay.stop();
        Ok(Self {
            relay,
            desk,
            phone,
            record,
        })
    }
}

/// Waits until the device knows of the participant at `place`, and shows them.
pub async fn meet(browser: &Browser, place: &str, name: &str) -> Result<()> {
    browser.press("@place-people").await?;
    browser
        .see_within(crate::wait::LONG_PATIENCE, "@person-row", name)
        .await?;
    browser.go(place).await?;
    browser.see_text("@person-name", name).await.map(drop)
}
