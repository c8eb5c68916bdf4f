//! What opens over screens about the agency, its coach and the device.

use std::path::PathBuf;

use anyhow::Result;

use super::Stage;
use crate::browser::Browser;
use crate::team::COACH;
use crate::wait::LONG_PATIENCE;

impl Stage {
    pub(super) async fn about_the_agency(
        &self,
        look: &impl AsyncFn(&str) -> Result<()>,
    ) -> Result<()> {
        let browser = &self.browser;
        browser.go("/team/invite").await?;
        browser.press("@invite-submit").await?;
        browser.see("@invitation-qr").await?;
        look("invitation").await?;
        browser.go("/import").await?;
        browser
            .enter("@import-file", &self.caseload().to_string_lossy())
            .await?;
        browser.see("@import-column-0").await?;
        look("columns of a file").await?;
        browser.press("@import-run").await?;
        browser.see("@report-problem").await?;
        look("report of a file").await?;
        browser.press("@import-other").await
    }

    pub(super) async fn about_the_coach(
        &self,
        look: &impl AsyncFn(&str) -> Result<()>,
    ) -> Result<()> {
        let browser = &self.browser;
        browser.go("/team").await?;
        browser.press_one("@member-row", COACH).await?;
        browser.press("@leave").await?;
        browser.see("@leave-dialog").await?;
        look("leaving").await?;
        self.escape("@leave-dialog").await?;
        browser.press("@device-open").await?;
        browser.press("@device-lost").await?;
        browser.see("@device-remove-dialog").await?;
        look("lost device").await?;
        self.escape("@device-remove-dialog").await?;
        browser.go("/team/payroll").await?;
        browser
            .see_within(LONG_PATIENCE, "@payroll-open", COACH)
            .await?;
        browser.press_one("@payroll-open", COACH).await?;
        for (decision, name) in [
            ("@money-approve", "approving money"),
            ("@money-decline", "declining money"),
        ] {
            browser.press(decision).await?;
            browser.see("@decide-form").await?;
            look(name).await?;
            self.escape("@decide-form").await?;
        }
        Ok(())
    }

    pub(super) async fn about_the_device(
        &self,
        look: &impl AsyncFn(&str) -> Result<()>,
    ) -> Result<()> {
        let browser = &self.browser;
        browser.go("/more/settings").await?;
        for (press, dialog, name) in [
            ("@passphrase-change", "@passphrase-dialog", "passphrase"),
            ("@pin-choose", "@pin-dialog", "pin"),
            ("@erase", "@erase-dialog", "erase"),
        ] {
            browser.press(press).await?;
            browser.see(dialog).await?;
            look(name).await?;
            self.escape(dialog).await?;
        }
        Ok(())
    }

    fn caseload(&self) -> PathBuf {
        self.files.path().join("caseload.csv")
    }
}

/// The coach does, for the supervisor to decide.
pub(super) async fn ask_for_a_stipend(coach: &Browser) -> Result<()> {
    coach.go("/team/people/me/claims").await?;
    coach.press("@stipend-add").await?;
    coach.enter("@stipend-what", "A class on ethics").await?;
    coach.enter("@stipend-money", "40").await?;
    coach.press("@stipend-save").await?;
    coach.see_no("@stipend-form").await?;
    coach.see("@stipend").await
}
