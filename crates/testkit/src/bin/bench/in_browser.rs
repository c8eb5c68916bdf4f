//! What a person waits for in Chromium, between a tap and what it shows.
//!
//! Taps and keys are the browser's own. "Shown" is when the page has changed,
//! "seen" when the frame with the change is done.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::chromium::Chromium;
use crate::device::PASSPHRASE;
use crate::figures::{Figures, milliseconds, number};
use crate::wire::Wire;
use crate::world::World;

/// What is typed, letter by letter: names, a phone number, a word of notes.
const TYPED: [&str; 4] = ["juniper", "sparrow", "555-01", "housing"];

/// A supervisor who joined in a browser and has the whole caseload.
pub struct Guest {
    chromium: Chromium,
}

impl Guest {
    /// Joins on an empty device and fetches the caseload of this agency.
    pub fn join(world: &mut World, figures: &mut Figures) -> Result<Self> {
        let name = format!("first_sync_{}_chromium", world.size.name());
        let wire = Wire::to(world.relay.address)?;
        let here = format!("http://{}", wire.address);
        let link = world.invite()?.replacen(&world.relay.origin(), &here, 1);
        let mut chromium = Chromium::start()?;
        figures.note(format!("Chromium {}, headless", chromium.version));
        chromium.open(&link)?;
        let given = json!({ "passphrase": PASSPHRASE, "all": world.size.participants });
        chromium.run(FILL_IN, &given)?;
        let files = wire.counted().files;
        let before = wire.counted().relay;
        let times = chromium.run(JOIN, &given)?;
        let after = wire.counted().relay;
        let least = json!({ "contacts": world.size.encounters });
        chromium.run(CHECK, &least)?;
        let (joined, whole) = (time(&times, "joined")?, time(&times, "whole")?);
        let fetched = milliseconds(whole.saturating_sub(joined));
        figures.add(&format!("{name}_join"), milliseconds(joined), "ms", 1);
        figures.add(&format!("{name}_time"), fetched, "ms", 1);
        let received = number(after.received - before.received);
        figures.add(&format!("{name}_received"), received, "bytes", 1);
        let sent = number(after.sent - before.sent);
        figures.add(&format!("{name}_sent"), sent, "bytes", 1);
        let requests = number(after.requests - before.requests);
        figures.add(&format!("{name}_requests"), requests, "requests", 1);
        let received = number(files.received);
        figures.add("first_visit_files_chromium", received, "bytes", 1);
        Ok(Self { chromium })
    }

    /// From the tap on Save until "Saved on this phone" is on the screen.
    pub fn log(&mut self, times: usize, figures: &mut Figures) -> Result<()> {
        let mut taps = Steps::default();
        for number in 0..times {
            // A step that shares no factor with the list's length visits everybody.
            let given = json!({ "number": number * 7 });
            self.chromium.run(OPEN_SHEET, &given)?;
            self.chromium.press("log-save")?;
            taps.add(&self.chromium.run(OUTCOME, &Value::Null)?)?;
        }
        taps.tell("tap_to_durable_chromium", 30.0, figures);
        Ok(())
    }

    /// From a key until the list has changed.
    pub fn search(&mut self, figures: &mut Figures) -> Result<()> {
        let mut keys = Steps::default();
        let mut unchanged = 0;
        for word in TYPED {
            self.chromium.run(OPEN_SEARCH, &Value::Null)?;
            self.chromium.press("people-search")?;
            for letter in word.chars() {
                self.chromium.run(AWAIT_KEY, &Value::Null)?;
                self.chromium.key(letter)?;
                let outcome = self.chromium.run(OUTCOME, &Value::Null)?;
                if outcome.get("unchanged").is_some() {
                    unchanged += 1;
                } else {
                    keys.add(&outcome)?;
                }
            }
        }
        ensure!(!keys.seen.is_empty(), "no key changed the list");
        keys.tell("search_keystroke_chromium", 16.0, figures);
        figures.note(format!(
            "search in Chromium: {unchanged} further keys left the list as it was"
        ));
        Ok(())
    }

    /// From the tap on Unlock until Today, in an app that was just opened. A
    /// wrong passphrase tells what its derivation costs.
    pub fn unlock(&mut self, times: usize, figures: &mut Figures) -> Result<()> {
        let (mut opened, mut refused) = (Vec::new(), Steps::default());
        let mut unlocked = Steps::default();
        self.chromium.run(GO_TO_TODAY, &Value::Null)?;
        for _ in 0..times {
            self.chromium.reload()?;
            let at = self.chromium.run(LOCKED, &Value::Null)?;
            opened.push(time(&at, "opened")?);
            for (passphrase, shows, steps) in [
                ("not the passphrase", "#lock-passphrase-error", &mut refused),
                (PASSPHRASE, "[data-testid=today-state]", &mut unlocked),
            ] {
                let given = json!({ "passphrase": passphrase, "shows": shows });
                self.chromium.run(TYPE_PASSPHRASE, &given)?;
                self.chromium.press("lock-submit")?;
                steps.add(&self.chromium.run(OUTCOME, &Value::Null)?)?;
            }
        }
        figures.add_durations("open_to_lock_screen_chromium", &opened, None);
        figures.add_durations("argon2id_chromium", &refused.answered, None);
        unlocked.tell("unlock_to_today_chromium", 1_000.0, figures);
        let rest: Vec<Duration> = unlocked
            .seen
            .iter()
            .zip(&refused.answered)
            .map(|(whole, derivation)| whole.saturating_sub(*derivation))
            .collect();
        figures.add_durations(
            "unlock_to_today_without_argon2id_chromium",
            &rest,
            Some(1_000.0),
        );
        Ok(())
    }
}

/// Where the time went, for each of several times.
#[derive(Default)]
struct Steps {
    /// From the event to the page's question.
    asked: Vec<Duration>,
    /// From the question to the engine's answer.
    answered: Vec<Duration>,
    /// From the event to the changed page.
    shown: Vec<Duration>,
    /// From the event to the frame on the screen.
    seen: Vec<Duration>,
}

impl Steps {
    fn add(&mut self, outcome: &Value) -> Result<()> {
        self.asked.push(time(outcome, "asked")?);
        self.answered.push(time(outcome, "answered")?);
        self.shown.push(time(outcome, "shown")?);
        self.seen.push(time(outcome, "seen")?);
        Ok(())
    }

    fn tell(&self, name: &str, target: f64, figures: &mut Figures) {
        figures.add_durations(&format!("{name}_asked"), &self.asked, None);
        figures.add_durations(&format!("{name}_answered"), &self.answered, None);
        figures.add_durations(&format!("{name}_shown"), &self.shown, None);
        figures.add_durations(name, &self.seen, Some(target));
    }
}

fn time(times: &Value, name: &str) -> Result<Duration> {
    let milliseconds = times
        .get(name)
        .and_then(Value::as_f64)
        .with_context(|| format!("no time {name} in {times}"))?;
    Ok(Duration::from_secs_f64(milliseconds.max(0.0) / 1_000.0))
}

const FILL_IN: &str = r"
    await there('join-name');
    type('join-name', 'Bea Browser');
    type('join-passphrase', given.passphrase);
    type('join-again', given.passphrase);
    // The app's files are all on the device: they are not part of this.
    await navigator.serviceWorker.ready;
    await soon(500);
";

const JOIN: &str = r"
    const began = performance.now();
    at('join-submit').click();
    const joined = await there('place-people');
    await tap('place-people');
    const isWhole = () => !text('sync-pill').includes('Getting your people')
        && new RegExp(`\\b${given.all}\\b`).test(text('people-count'));
    const whole = await until(isWhole, 280000);
    return { joined: joined - began, whole: whole - began };
";

/// Somebody at the start, in the middle and at the end of the list has everything.
const CHECK: &str = r"
    await tap('place-people');
    await there('person-row');
    const count = all('person-row').length;
    for (const place of [0, Math.floor(count / 2), count - 1]) {
        await tap('place-people');
        await until(() => all('person-row').length === count);
        all('person-row')[place].click();
        await there('timeline');
        const contacts = Number(at('timeline').querySelector('.count').textContent);
        if (contacts < given.contacts) throw new Error(`only ${contacts} contacts came`);
        await tap('back');
    }
";

const OPEN_SHEET: &str = r"
    if (at('toast-close')) at('toast-close').click();
    await gone('toast');
    await tap('place-log');
    await there('log-person');
    const people = all('log-person');
    people[given.number % people.length].click();
    await there('log-save');
    await until(() => at('log-sheet').querySelector('h1').textContent.length > 10);
    // A chip is touched, and its draft kept, before anybody saves.
    all('log-activity')[0].closest('label').click();
    await soon(300);
    watch('pointerup', () => document.querySelector('[data-testid=toast]')
        ?.textContent.startsWith('Saved on this '));
";

const OUTCOME: &str = "return window.benchOutcome;";

const OPEN_SEARCH: &str = r"
    if (at('toast-close')) at('toast-close').click();
    await tap('place-people');
    await there('people-search');
    type('people-search', '');
    await soon(400);
";

/// The list has changed, or the engine has answered and nothing has.
const AWAIT_KEY: &str = r"
    await soon(50);
    let changed = false;
    const page = at('people');
    const observer = new MutationObserver((records) => {
        if (records.some(({ target }) => !target.closest?.('.search'))) changed = true;
    });
    observer.observe(page,
        { childList: true, subtree: true, characterData: true, attributes: true });
    watch('keydown', () => changed);
    const messages = overhear();
    const nothing = (async () => {
        while (messages.told.length === 0) await soon(50);
        await soon(300);
        return { unchanged: true };
    })();
    window.benchOutcome = Promise.race([window.benchOutcome, nothing]);
";

const GO_TO_TODAY: &str = r"
    await tap('place-today');
    await there('today-state');
";

const LOCKED: &str = r"
    await there('lock-passphrase');
    return { opened: performance.now() };
";

const TYPE_PASSPHRASE: &str = r"
    await there('lock-passphrase');
    type('lock-passphrase', given.passphrase);
    await soon(300);
    watch('pointerup', () => document.querySelector(given.shows));
";
