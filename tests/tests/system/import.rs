//! A large list from another system, with the faults such files have.

use std::fs;

use anyhow::{Context, Result, ensure};
use handrail_system_tests::browser::{Browser, Kind, Screen};
use handrail_system_tests::person::{found_agency, unlock};
use handrail_system_tests::relay::Relay;
use handrail_system_tests::wait::{LONG_PATIENCE, PATIENCE};

mod file;

use file::{BAD, ROWS, list};

/// What the column `Ref` holds, which no rule can guess.
const NUMBER_IN_THE_OTHER_SYSTEM: &str = "Number in the other system";

#[tokio::test]
async fn five_thousand_rows_come_in_once_even_when_the_page_closes_half_way() -> Result<()> {
    let relay = Relay::start()?;
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("caseload.csv");
    fs::write(&file, list())?;
    let file = file.to_string_lossy();
    let good = ROWS - BAD.len();

    let phone = Browser::open(Kind::Chromium, Screen::Phone).await?;
    found_agency(&phone, &relay.origin(), "Sam Sandpiper").await?;
    pick(&phone, &file).await?;
    choose(&phone, "@import-column-3", NUMBER_IN_THE_OTHER_SYSTEM).await?;
    phone.press("@import-run").await?;
    moves_to(&phone, ROWS / 3).await?;
    phone.reload().await?;
    unlock(&phone).await?;
    let half = people(&phone).await?;
    ensure!((1..good).contains(&half), "{half} people after the reload");

    pick(&phone, &file).await?;
    let remembered = chosen(&phone, "@import-column-3").await?;
    ensure!(remembered == NUMBER_IN_THE_OTHER_SYSTEM, "{remembered}");
    phone.press("@import-run").await?;
    let (added, already) = report(&phone).await?;
    ensure!(
        (added, already) == (good - half, half),
        "{added} added, {already} were here, {half} had come in before"
    );
    let told = phone.texts("@report-problem").await?;
    ensure!(told.len() == BAD.len(), "{told:?}");
    for (told, bad) in told.iter().zip(BAD) {
        let cells: Vec<&str> = told.split('\t').map(str::trim).collect();
        ensure!(cells == bad.told(), "{cells:?}, not {:?}", bad.told());
    }

    phone.press("@import-report @import-other").await?;
    phone.enter("@import-file", &file).await?;
    phone.press("@import-run").await?;
    ensure!(report(&phone).await? == (0, good));
    ensure!(people(&phone).await? == good);
    phone.enter("@people-search", "Heron 4242").await?;
    phone.see_text("@person-row", "Heron 4242").await.map(drop)
}

async fn pick(phone: &Browser, file: &str) -> Result<()> {
    phone.press("@place-people").await?;
    phone.press("@people-import").await?;
    phone.enter("@import-file", file).await?;
    phone.see("@import-run").await
}

/// Chooses by its words what a column holds, as a person does.
async fn choose(phone: &Browser, column: &str, words: &str) -> Result<()> {
    phone.enter(column, words).await?;
    let chosen = chosen(phone, column).await?;
    ensure!(chosen == words, "{column} holds {chosen:?}");
    Ok(())
}

async fn chosen(phone: &Browser, column: &str) -> Result<String> {
    let name = column.trim_start_matches('@');
    let script =
        format!("return document.querySelector('[data-testid={name}]')?.selectedOptions[0]?.label");
    phone
        .until(column, PATIENCE, async || {
            let label = phone.script(&script, vec![]).await?;
            Ok(label.as_str().map(str::to_owned))
        })
        .await
}

/// Watches the rows go by until so many are done.
async fn moves_to(phone: &Browser, rows: usize) -> Result<()> {
    let script = "return document.querySelector('[data-testid=import-progress] progress')?.value";
    let mut seen = Vec::new();
    while seen.last().is_none_or(|last| *last < rows as u64) {
        let before = seen.last().copied();
        let now = phone
            .until("the next rows", PATIENCE, async || {
                let value = phone.script(script, vec![]).await?;
                Ok(value.as_u64().filter(|value| Some(*value) > before))
            })
            .await?;
        seen.push(now);
    }
    ensure!(seen.len() > 4, "only {seen:?} were shown");
    let text = phone.texts("@import-progress [role=status]").await?;
    ensure!(text.iter().any(|text| text.contains("5000")), "{text:?}");
    Ok(())
}

/// How many were added and how many were here already.
async fn report(phone: &Browser) -> Result<(usize, usize)> {
    let added = phone
        .see_within(LONG_PATIENCE, "@report-added", "added")
        .await?;
    let already = phone.texts("@report-already").await?;
    Ok((
        number(&added)?,
        already.first().map_or(Ok(0), |text| number(text))?,
    ))
}

async fn people(phone: &Browser) -> Result<usize> {
    phone.press("@place-people").await?;
    number(&phone.see_text("@people-count", "").await?)
}

/// The number at the beginning of a sentence.
fn number(text: &str) -> Result<usize> {
    let digits: String = text
        .chars()
        .take_while(|letter| letter.is_ascii_digit() || *letter == ',')
        .filter(char::is_ascii_digit)
        .collect();
    digits
        .parse()
        .with_context(|| format!("{text:?} begins with no number"))
}
