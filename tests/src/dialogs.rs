//! Everything that opens over a screen or appears on it now and then, with
//! what must have happened for it.

mod agency;
pub mod sample;

use std::cell::Cell;

use anyhow::Result;
use tempfile::TempDir;
use thirtyfour::Key;

use crate::browser::{Browser, Kind, Screen};
use crate::person::{
    PASSPHRASE, add_person, discharge_today, found_agency, invite_a_coach, join, unlock,
};
use crate::places::stand_still;
use crate::relay::Relay;
use crate::site::Site;
use crate::team::{COACH, SUPERVISOR, meet};
use crate::wait::{LONG_PATIENCE, PATIENCE};

/// Long enough to show what does not fit.
pub const NAME: &str = "Maximiliana Featherstonehaugh-Montgomery";
/// Of a limited view.
const CODE: &str = "2580";
/// Line 2 is a person, line 3 has a day that is none.
const CASELOAD: &str = "Name,Phone,Date of birth\n\
    Theo Sandpiper,608 555 0101,1990-04-01\nAnn Marsh,608 555 0102,31 June 1990\n";

/// A supervisor's device on which all of it can be shown.
pub struct Stage {
    /// The device.
    pub browser: Browser,
    relay: Relay,
    site: Site,
    files: TempDir,
    person: String,
    published: Cell<bool>,
}

impl Stage {
    /// An agency of two with one participant whose program the two wrote at once, and a coach who asked for
    /// help with the cost of a class.
    pub async fn set_up(screen: Screen) -> Result<Self> {
        let site = Site::copy()?;
        let mut relay = Relay::serving(site.folder())?;
        let browser = Browser::open(Kind::Chromium, screen).await?;
        found_agency(&browser, &relay.origin(), SUPERVISOR).await?;
        let link = invite_a_coach(&browser).await?;
        let coach = Browser::open(Kind::Chromium, Screen::Phone).await?;
        join(&coach, &link, COACH).await?;
        let person = add_person(&coach, NAME).await?;
        discharge_today(&coach).await?;
        coach.press("@person-log").await?;
        coach.enter("@log-note", "Rang twice").await?;
        coach.press("@log-save").await?;
        coach.press("@entry-edit").await?;
        coach.enter("@log-note", ", then met").await?;
        coach.press("@log-save").await?;
        coach.see_no("@log-sheet").await?;
        agency::ask_for_a_stipend(&coach).await?;
        meet(&browser, &person, NAME).await?;
        browser
            .see_within(LONG_PATIENCE, "@entry-note", "then met")
            .await?;
        relay.stop();
        for (device, program) in [(&coach, "Bridge Street"), (&browser, "Mill Lane")] {
            device.go(&format!("{person}/edit")).await?;
            device.enter("@detail-program", program).await?;
            device.press("@details-submit").await?;
            device.see_text("@details", program).await?;
        }
        relay.start_again()?;
        browser.see_within(LONG_PATIENCE, "@conflict", "").await?;
        browser.go(&format!("{person}/edit")).await?;
        browser.press("@detail-no-voicemail").await?;
        browser.enter("@detail-phone", "608 555 0100").await?;
        browser.press("@details-submit").await?;
        browser.see("@safe-contact").await?;
        browser.ready_for_no_signal().await?;
        let files = tempfile::tempdir()?;
        std::fs::write(files.path().join("caseload.csv"), CASELOAD)?;
        Ok(Self {
            browser,
            relay,
            site,
            files,
            person,
            published: Cell::new(false),
        })
    }

    /// Shows one after another; `look` is called with the name of each.
    pub async fn each(&self, look: impl AsyncFn(&str) -> Result<()>) -> Result<()> {
        let look = async |name: &str| {
            stand_still(&self.browser).await?;
            look(name).await
        };
        self.about_a_person(&look).await?;
        self.about_the_log_sheet(&look).await?;
        self.about_the_agency(&look).await?;
        self.about_the_coach(&look).await?;
        self.about_the_device(&look).await?;
        self.about_the_page(&look).await
    }

    async fn about_a_person(&self, look: &impl AsyncFn(&str) -> Result<()>) -> Result<()> {
        let browser = &self.browser;
        browser.go(&self.person).await?;
        browser.see("@conflict-choose").await?;
        look("two versions").await?;
        browser.press("@entry-void-open").await?;
        browser.see("@reason-dialog").await?;
        look("reason").await?;
        self.escape("@reason-dialog").await?;
        browser.press("@entry-history").await?;
        browser.see("@history .version").await?;
        look("history").await?;
        self.escape("@history").await?;
        browser.press("@add-intake").await?;
        browser.press("@intake-status-confirmed").await?;
        look("intake").await?;
        self.escape("@milestone-dialog").await?;
        browser.press("@add-other-date").await?;
        browser.press("@milestone-injection").await?;
        look("another date").await?;
        browser.set("@milestone-day", "2025-01-05").await?;
        browser.press("@milestone-save").await?;
        browser.press("@put-off").await?;
        browser.see("@quiet-dialog").await?;
        look("put off").await?;
        self.escape("@quiet-dialog").await?;
        browser.press("@mute").await?;
        browser.see("@quiet-dialog").await?;
        look("mute").await?;
        self.escape("@quiet-dialog").await?;
        browser.press("@hand-over").await?;
        browser.see("@hand-over-dialog").await?;
        look("hand over").await?;
        self.escape("@hand-over-dialog").await?;
        browser.press("@person-call").await?;
        browser.see("@guard").await?;
        look("safe contact").await?;
        self.escape("@guard").await?;
        browser.press("@person-edit").await?;
        browser.enter("@detail-phase", "x").await?;
        browser.press("@back").await?;
        browser.press("@person-edit").await?;
        browser.see("@details-unsaved").await?;
        look("unsaved details").await?;
        browser.press("@details-discard").await?;
        browser.see_no("@details-unsaved").await
    }

    async fn about_the_log_sheet(&self, look: &impl AsyncFn(&str) -> Result<()>) -> Result<()> {
        let browser = &self.browser;
        browser.go(&self.person).await?;
        browser.press("@person-log").await?;
        browser.press("@log-earlier").await?;
        browser.enter("@log-miles", "a few").await?;
        browser.press("@log-save").await?;
        browser.see("@form-error").await?;
        look("log sheet refused").await?;
        browser.press("@log-discard").await?;
        browser.press("@person-log").await?;
        browser.press("@log-save").await?;
        browser.see("@undo").await?;
        look("saved").await?;
        browser.press("@undo").await?;
        browser.see_no("@undo").await
    }

    async fn about_the_page(&self, look: &impl AsyncFn(&str) -> Result<()>) -> Result<()> {
        let browser = &self.browser;
        browser.key("?").await?;
        browser.see("@key-help").await?;
        look("keys").await?;
        self.escape("@key-help").await?;
        browser.go(&format!("{}/limit", self.person)).await?;
        browser.enter("@limit-code", CODE).await?;
        browser.press("@limit-start").await?;
        browser.see("@inspected-person").await?;
        look("limited view").await?;
        browser.enter("@inspected-code", CODE).await?;
        browser.press("@inspected-end").await?;
        browser.press("@hide-now").await?;
        browser.see("@cover").await?;
        look("cover").await?;
        browser.press("@cover-back").await?;
        unlock(browser).await?;
        browser
            .in_another_tab(&self.relay.origin(), async || {
                browser.see("@open-elsewhere").await?;
                look("open elsewhere").await
            })
            .await?;
        // Once: it moves what is below when it comes.
        if !self.published.replace(true) {
            self.site.publish("second")?;
        }
        browser.reload().await?;
        browser.enter("@lock-passphrase", "a wrong one").await?;
        browser.press("@lock-submit").await?;
        browser.see("#lock-passphrase-error").await?;
        look("wrong passphrase").await?;
        browser
            .until("an empty field", PATIENCE, async || {
                let typed = browser.value("@lock-passphrase").await?;
                Ok(typed.is_empty().then_some(()))
            })
            .await?;
        unlock(browser).await?;
        browser
            .see_within(LONG_PATIENCE, "@update-ready", "")
            .await?;
        look("update").await?;
        browser.press("@update-later").await?;
        browser.see_no("@update-ready").await
    }

    /// The key reaches a dialog once the focus is in it.
    async fn escape(&self, dialog: &str) -> Result<()> {
        self.browser
            .until(&format!("no {dialog}"), PATIENCE, async || {
                self.browser.key(Key::Escape).await?;
                let shown = self.browser.texts(dialog).await?;
                Ok(shown.is_empty().then_some(()))
            })
            .await
    }
}

/// Starts an agency and stops at its recovery kit.
pub async fn found_up_to_the_kit(browser: &Browser, address: &str) -> Result<()> {
    browser.visit(address).await?;
    browser.press("@welcome-found").await?;
    browser
        .enter("@found-agency", "Harbor Light Recovery")
        .await?;
    browser.enter("@found-name", SUPERVISOR).await?;
    browser.enter("@found-passphrase", PASSPHRASE).await?;
    browser.enter("@found-again", PASSPHRASE).await?;
    browser.press("@found-submit").await?;
    browser
        .see_within(LONG_PATIENCE, "@kit-words", "")
        .await
        .map(drop)
}
