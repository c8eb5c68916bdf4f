//! The five programs, each from the referral to its end, on a phone that has no signal in between.

use anyhow::{Context, Result, ensure};
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::person::{found_agency, log_from_today};
use handrail_system_tests::places::choose;
use handrail_system_tests::relay::Relay;
use handrail_system_tests::wait::LONG_PATIENCE;
use serde_json::json;

/// Somebody whom a coach goes along with, on the coach's phone.
struct Journey {
    phone: Browser,
    relay: Relay,
    person: String,
}

impl Journey {
    /// Puts the sample program to use, adds somebody to it, and writes down who referred them.
    async fn begin(program: &str, name: &str, referred_by: &str) -> Result<Self> {
        let relay = Relay::start()?;
        let phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
        found_agency(&phone, &relay.origin(), "Sam Sandpiper").await?;
        phone.go(&format!("/team/programs/{program}")).await?;
        phone.press("@program-put").await?;
        phone.see("@programs-in-use").await?;
        phone.press("@place-people").await?;
        phone.press("@people-add").await?;
        phone.enter("@detail-preferred-name", "Robin Alder").await?;
        phone.enter("@detail-program", name).await?;
        phone.press("@details-submit").await?;
        phone.see_text("@person-name", "Robin Alder").await?;
        let person = phone.path().await?;
        phone.press("@person-referral").await?;
        phone.choose("@referral-source", referred_by).await?;
        phone.choose("@referral-legal", "voluntary").await?;
        phone.press("@referral-save").await?;
        phone.see_text("@person-name", "Robin Alder").await?;
        Ok(Self {
            phone,
            relay,
            person,
        })
    }

    /// From here on there is no signal.
    async fn lose_signal(&mut self) -> Result<()> {
        self.phone.ready_for_no_signal().await?;
        self.relay.stop();
        Ok(())
    }

    /// There is signal again, and what was written meanwhile is sent.
    async fn find_signal(&mut self) -> Result<()> {
        self.relay.start_again()?;
        let sent = if self.phone.texts("html[lang=es]").await?.is_empty() {
            "Sent"
        } else {
            "Enviado"
        };
        self.phone
            .see_within(LONG_PATIENCE, "@sync-pill", sent)
            .await?;
        self.phone.go(&self.person).await?;
        Ok(())
    }

    /// Writes down that something was, or will be, so many days from today.
    async fn date(&self, milestone: &str, days: i64) -> Result<()> {
        self.phone.go(&self.person).await?;
        self.phone.press("@add-other-date").await?;
        self.phone.press(&format!("@milestone-{milestone}")).await?;
        self.save_day(days).await
    }

    async fn save_day(&self, days: i64) -> Result<()> {
        let day = self.day(days).await?;
        self.phone.set("@milestone-day", &day).await?;
        self.phone.press("@milestone-save").await?;
        self.phone.see_no("@milestone-dialog").await
    }

    /// A day by the phone's clock, as YYYY-MM-DD.
    async fn day(&self, days: i64) -> Result<String> {
        let script = "const day = new Date(); day.setDate(day.getDate() + arguments[0]); \
                      return day.toLocaleDateString('sv')";
        let day = self.phone.script(script, vec![json!(days)]).await?;
        let day = day.as_str().context("the phone tells no day")?;
        Ok(day.to_owned())
    }

    async fn owes(&self, what: &str) -> Result<()> {
        self.phone.see_text("@obligation", what).await.map(drop)
    }

    /// What is due on the person's page does not name it (any more).
    async fn owes_no(&self, what: &str) -> Result<()> {
        let script = "return [...document.querySelectorAll('[data-testid=obligation]')]\
                      .map((row) => row.textContent)";
        self.phone
            .until(what, LONG_PATIENCE, async || {
                let rows = self.phone.script(script, vec![]).await?;
                let owed = rows.to_string().contains(what);
                Ok((!owed).then_some(()))
            })
            .await
    }

    /// Calls from Today and reaches them.
    async fn reach(&self) -> Result<()> {
        log_from_today(&self.phone).await?;
        self.phone.go(&self.person).await
    }

    /// Somebody says that the foundation is solid: this is not due any more, and no contact is.
    async fn ends_on_solid_ground(&self, what: &str) -> Result<()> {
        self.date("solid_foundation", 0).await?;
        self.owes_no(what).await?;
        self.phone.press("@place-today").await?;
        self.phone.see_no("@owed-row").await
    }
}

/// S0-1 to S0-11: from the hospital, by a call each day until the intake is confirmed, to a solid foundation.
#[tokio::test]
async fn hospital_response_goes_from_the_bedside_to_a_solid_foundation() -> Result<()> {
    let mut journey = Journey::begin("ed-overdose", "Hospital response", "hospital").await?;
    journey.lose_signal().await?;
    journey.phone.press("@add-discharge").await?;
    journey.save_day(-2).await?;
    journey.owes("Daily contact").await?;
    journey.reach().await?;

    journey.phone.press("@add-intake").await?;
    journey.phone.press("@intake-status-tentative").await?;
    journey.save_day(3).await?;
    journey.owes("Daily contact").await?;
    journey.phone.press("@milestone-change").await?;
    journey.phone.press("@intake-status-confirmed").await?;
    journey.save_day(0).await?;
    journey.owes("Contact after the intake").await?;
    journey.owes_no("Daily contact").await?;

    journey.find_signal().await?;
    journey.date("first_appointment", 0).await?;
    journey.owes("Contact after the intake").await?;
    journey
        .ends_on_solid_ground("Contact after the intake")
        .await
}

/// S0-12 to S0-22: through the pregnancy until three months after the birth, with a warm hand-off.
#[tokio::test]
async fn pregnancy_to_recovery_goes_on_until_the_warm_hand_off() -> Result<()> {
    let mut journey = Journey::begin("pregnancy", "Pregnancy2recovery", "provider").await?;
    journey.lose_signal().await?;
    journey.date("due_date", 20).await?;
    journey
        .owes("Contact in pregnancy and after the birth")
        .await?;
    journey.reach().await?;
    journey.date("birth", -80).await?;
    journey.owes("Warm hand-off").await?;
    journey.find_signal().await?;
    journey.date("handed_off", 0).await?;
    journey.owes_no("Warm hand-off").await?;
    journey.phone.press("@place-today").await?;
    journey.phone.see_no("@owed-row").await
}

/// S0-23 to S0-28: from jail through the two weeks after release, with the injections that the person wishes.
#[tokio::test]
async fn coming_home_goes_from_jail_to_a_solid_foundation() -> Result<()> {
    let mut journey = Journey::begin("re-entry", "Coming home", "custody").await?;
    journey.lose_signal().await?;
    journey.date("release_expected", 10).await?;
    journey.owes("Contact before release").await?;
    journey.date("released", -1).await?;
    journey.owes("Contact after release").await?;
    journey.owes("Days of higher overdose risk").await?;
    journey.owes_no("Contact before release").await?;
    journey.reach().await?;
    journey.date("injection", 0).await?;
    journey.owes("Next injection").await?;
    journey.find_signal().await?;
    journey.date("first_appointment", 0).await?;
    journey.owes("Contact after the intake").await?;
    journey.date("injections_ended", 0).await?;
    journey.owes_no("Next injection").await?;
    journey.date("solid_foundation", 0).await?;
    journey.owes_no("Contact after the intake").await
}

/// S2-1 to S2-25, in Spanish: side by side through human services and the court.
#[tokio::test]
async fn people_supporting_people_goes_side_by_side_in_spanish() -> Result<()> {
    let mut journey = Journey::begin("family", "People Supporting People", "social_worker").await?;
    choose(&journey.phone, "theme-light", "language-spanish").await?;
    journey.phone.go(&journey.person).await?;
    journey.lose_signal().await?;
    journey.date("enrolled", -8).await?;
    journey.owes("Contacto regular").await?;
    journey.date("court_date", 5).await?;
    journey.owes("Tribunal").await?;
    journey.phone.press("@place-today").await?;
    journey.phone.press("@owed-log").await?;
    journey.phone.press("@log-kind-phone").await?;
    journey.phone.press("@log-outcome-reached").await?;
    journey.phone.press("@log-save").await?;
    journey.phone.see_text("@toast", "Guardado en este").await?;
    journey.find_signal().await?;
    journey.owes("Contacto regular").await?;
    journey.date("solid_foundation", 0).await?;
    journey.owes_no("Contacto regular").await?;
    let tag = journey.phone.texts("html[lang=es]").await?;
    ensure!(!tag.is_empty(), "the page is no longer in Spanish");
    Ok(())
}

/// S3-11, S1-4: looked for within three days of an overdose, then in touch until a solid foundation.
#[tokio::test]
async fn overdose_response_looks_for_the_person_until_they_are_reached() -> Result<()> {
    let program = "Post Overdose Response Team";
    let mut journey = Journey::begin("overdose-response", program, "ems").await?;
    journey.lose_signal().await?;
    journey.date("overdose", -1).await?;
    journey.owes("First contact").await?;

    // Nobody at home: it stays due.
    journey.phone.press("@person-log").await?;
    journey.phone.press("@log-outcome-not-there").await?;
    journey.phone.press("@log-save").await?;
    journey.phone.see("@entry-what").await?;
    journey.owes("First contact").await?;
    journey.reach().await?;
    journey.owes_no("First contact").await?;
    journey.date("enrolled", 0).await?;
    journey.owes("Regular contact").await?;
    journey.find_signal().await?;
    journey.ends_on_solid_ground("Regular contact").await
}
