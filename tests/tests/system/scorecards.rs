//! A scorecard at a desk: written with no signal, read by keyboard, by axe and on paper.

use anyhow::{Result, ensure};
use handrail_system_tests::axe;
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::places::open_sample;
use handrail_system_tests::relay::Relay;
use thirtyfour::Key;

/// Writes down a figure of a year that is so many back.
async fn figure(desk: &Browser, back: i64, number: &str) -> Result<()> {
    desk.press("@measure-figure").await?;
    let year = "return String(new Date().getFullYear() - arguments[0])";
    let year = desk.script(year, vec![back.into()]).await?;
    let year = year.as_str().unwrap_or_default().to_owned();
    desk.choose("@measure-figure-period", &year).await?;
    desk.enter("@measure-figure-first", number).await?;
    desk.press("@measure-save").await?;
    desk.see_no("@measure-figure-form").await?;
    desk.see_text("@measure-table", &year).await?;
    Ok(())
}

/// Issue 5.6 and 5.7: S3-2, S3-3, S3-5, S3-20 and S3-24.
#[tokio::test]
async fn a_scorecard_is_written_with_no_signal_and_read_by_keyboard_and_on_paper() -> Result<()> {
    let relay = Relay::start()?;
    let desk = Browser::open(Kind::Chromium, Screen::Desk).await?;
    open_sample(&desk, &relay.origin()).await?;
    desk.ready_for_no_signal().await?;
    drop(relay);

    desk.go("/team/numbers").await?;
    desk.press("@numbers-scorecards").await?;
    desk.press("@measure-add").await?;
    desk.enter("@measure-name", "New recovery coaches trained")
        .await?;
    desk.press("@measure-save").await?;
    desk.see_no("@measure-define-form").await?;
    desk.press_one("@measure", "New recovery coaches trained")
        .await?;
    // Without a definition it is incomplete.
    desk.see("@measure-incomplete").await?;
    desk.press("@measure-define").await?;
    desk.enter("@measure-words", "People who completed the academy.")
        .await?;
    desk.press("@measure-save").await?;
    desk.see_no("@measure-incomplete").await?;
    for (back, number) in [(5, "5"), (4, "14"), (3, "0"), (2, "39"), (1, "12")] {
        figure(&desk, back, number).await?;
    }
    // Nought stands in the table, and five figures are enough for a forecast.
    let rows = desk.texts("@measure-table tbody td").await?;
    ensure!(rows.iter().any(|row| row == "0"), "{rows:?}");
    desk.see_text("@measure-forecast", "If nothing changes")
        .await?;
    let said = desk.attribute("@measure-curve", "aria-label").await?;
    ensure!(
        said.contains("from 5 (") && said.contains("to 12 ("),
        "{said}"
    );
    desk.press("@write-story").await?;
    desk.enter(
        "@measure-block",
        "A steady pool of volunteers is hard to keep.",
    )
    .await?;
    desk.press("@measure-save").await?;
    desk.see_text("@block-story", "A steady pool of volunteers")
        .await?;
    let mut problems = Vec::new();
    axe::check(&desk, "the scorecard", &mut problems).await?;

    // By keyboard alone: from the heading to the page for paper.
    desk.script(
        "document.querySelector('[data-testid=scorecard] h1').focus()",
        vec![],
    )
    .await?;
    for _ in 0..60 {
        desk.key(Key::Tab).await?;
        let at = "return document.activeElement.getAttribute('data-testid')";
        if desk.script(at, vec![]).await? == "measure-paper" {
            break;
        }
    }
    desk.key(Key::Enter).await?;
    desk.see_text("@scorecard-page", "A steady pool of volunteers")
        .await?;
    axe::check(&desk, "the page for paper", &mut problems).await?;
    ensure!(problems.is_empty(), "{problems:?}");
    let pages = desk.printed_pages().await?;
    ensure!(pages == 1, "{pages} pages");

    // A figure that is counted opens to what it is counted from.
    desk.go("/team/scorecards/discharge_to_contact").await?;
    desk.press("@measure-open").await?;
    desk.see("@measure-case").await?;
    Ok(())
}
