//! What a person waits for on a device with a whole caseload, natively.

use std::time::Duration;

use anyhow::{Result, ensure};
use handrail_engine::api::{Command, PeopleFilter, Query, Reply, Request};

use crate::device::{Device, PASSPHRASE};
use crate::figures::Figures;

/// What is typed, letter by letter: names, a phone number, words of notes.
const TYPED: [&str; 6] = [
    "juniper", "sparrow", "björk", "555-01", "housing", "ride to",
];
/// Rows that the list asks for.
const ROWS: u32 = 50;

/// From the passphrase to the day's list, with the program just started.
pub fn unlock_to_today(device: &mut Device, times: usize, figures: &mut Figures) -> Result<()> {
    let (mut whole, mut today) = (Vec::new(), Vec::new());
    for _ in 0..times {
        device.restart()?;
        device.query(Query::Session)?;
        let unlock = Request::Command(Command::Unlock {
            passphrase: PASSPHRASE.to_owned(),
        });
        let (opened, _) = device.timed(unlock)?;
        let (listed, reply) = device.timed(Request::Query(Query::Today))?;
        ensure!(
            matches!(&reply, Reply::Today(view) if view.owed.len() + view.settled.len() > 0),
            "Today is empty"
        );
        whole.push(opened + listed);
        today.push(listed);
    }
    figures.add_durations("unlock_to_today_native", &whole, Some(1_000.0));
    figures.add_durations("today_query_native", &today, None);
    Ok(())
}

/// The list after each letter that is typed.
pub fn search(device: &mut Device, rounds: usize, figures: &mut Figures) -> Result<()> {
    let mut durations = Vec::new();
    let mut worst: (Duration, String) = (Duration::ZERO, String::new());
    for typed in TYPED.iter().cycle().take(TYPED.len() * rounds) {
        let ends = typed.char_indices().map(|(at, c)| at + c.len_utf8());
        for end in ends {
            let text = typed.get(..end).unwrap_or_default();
            let query = Query::People {
                search: text.to_owned(),
                filter: PeopleFilter::default(),
                offset: 0,
                limit: ROWS,
            };
            let (took, _) = device.timed(Request::Query(query))?;
            if took > worst.0 {
                worst = (took, text.to_owned());
            }
            durations.push(took);
        }
    }
    figures.add_durations("search_keystroke_native", &durations, Some(16.0));
    figures.note(format!("slowest search text: {:?}", worst.1));
    Ok(())
}
