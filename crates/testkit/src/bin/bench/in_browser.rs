//! What a person waits for in a browser, between a tap and what it shows.

use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use crate::chromium::Chromium;
use crate::device::PASSPHRASE;
use crate::figures::{Figures, number};

/// Joins by this link, fetches the caseload, and measures its screens.
/// A browser or app that is missing, or a screen that does not come, is noted.
pub fn measure(link: &str, participants: u32, quick: bool, figures: &mut Figures) -> Result<()> {
    let Some(mut chromium) = Chromium::start()? else {
        figures.note("Chromium: missing, chromedriver is not installed (cargo xtask setup)");
        return Ok(());
    };
    let times = if quick { 20 } else { 100 };
    if let Err(error) = all(&mut chromium, link, participants, times, figures) {
        figures.note(format!("Chromium: stopped early: {error:#}"));
    }
    Ok(())
}

fn all(
    chromium: &mut Chromium,
    link: &str,
    participants: u32,
    times: usize,
    figures: &mut Figures,
) -> Result<()> {
    chromium.open(link)?;
    let fetched = chromium.run(
        JOIN,
        &json!({ "passphrase": PASSPHRASE, "all": participants }),
    )?;
    figures.add_durations("first_sync_in_chromium", &durations(&fetched)?, None);
    let saved = chromium.run(LOG, &json!({ "times": times }))?;
    figures.add_durations("tap_to_durable_chromium", &durations(&saved)?, Some(30.0));
    let found = chromium.run(SEARCH, &Value::Null)?;
    figures.add_durations("search_keystroke_chromium", &durations(&found)?, Some(16.0));
    let unlocked = chromium.run(UNLOCK, &json!({ "passphrase": PASSPHRASE, "times": 5 }))?;
    let unlocked = durations(&unlocked)?;
    figures.add_durations("unlock_to_today_chromium", &unlocked, Some(1_000.0));
    Ok(())
}

fn durations(milliseconds: &Value) -> Result<Vec<Duration>> {
    let list = milliseconds.as_array().context("not a list of times")?;
    list.iter()
        .map(|value| {
            let value = value.as_f64().context("not a time")?;
            Ok(Duration::from_secs_f64(value.max(0.0) / number(1_000)))
        })
        .collect()
}

/// From the tap that joins, which includes Argon2id and the talk with the
/// relay, until the list has everybody.
const JOIN: &str = r"
    if (!at('join-name')) {
        await until(() => at('join-submit'), 60000);
        if (!at('join-name')) await tap('join-submit');
        await there('join-name', 60000);
    }
    type('join-name', 'Bea Browser');
    type('join-passphrase', given.passphrase);
    type('join-again', given.passphrase);
    await soon(200);
    at('join-submit').click();
    const began = await there('place-people', 60000);
    await tap('place-people');
    await there('people-search', 60000);
    const whole = () => new RegExp(`\\b${given.all}\\b`).test(at('people-count')?.innerText ?? '');
    return [await until(whole, 240000) - began];
";

/// From the tap on Save until the app says that it is saved.
const LOG: &str = r"
    const times = [];
    for (let i = 0; i < given.times; i += 1) {
        await tap('place-log');
        await there('log-person');
        const people = all('log-person');
        people[i % people.length].click();
        await there('log-save');
        if (at('toast-close')) at('toast-close').click();
        await until(() => !at('toast'));
        await soon(300);
        const began = performance.now();
        at('log-save').click();
        times.push(await there('toast') - began);
        await until(() => !at('log-save'));
    }
    return times;
";

/// From a letter until the list changed.
const SEARCH: &str = r"
    await tap('place-people');
    await there('people-search');
    const times = [];
    for (const word of ['juniper', 'sparrow', '555-01', 'housing']) {
        for (let end = 1; end <= word.length; end += 1) {
            const before = document.body.innerText;
            const began = performance.now();
            type('people-search', word.slice(0, end));
            try {
                times.push(await until(() => document.body.innerText !== before, 1000) - began);
            } catch (_) { /* The same people were found: nothing to see. */ }
            await soon(60);
        }
        type('people-search', '');
        await soon(300);
    }
    return times;
";

/// From the tap on Unlock until Today is shown.
const UNLOCK: &str = r"
    const times = [];
    for (let i = 0; i < given.times; i += 1) {
        await tap('place-more');
        await tap('lock-now');
        await there('lock-passphrase');
        type('lock-passphrase', given.passphrase);
        await soon(200);
        const began = performance.now();
        at('lock-submit').click();
        await there('place-today');
        if (!at('today-owed')) at('place-today').click();
        times.push(await there('today-owed') - began);
    }
    return times;
";
