//! What is known of a device, line by line: on the screen, on paper and as text.

use handrail_engine::api::{DevicePageView, KeepingView, LateView, SheetView};

use super::member::name_of;
use crate::words::{
    Words,
    dates::{self, Moment},
    labels,
};

/// A label and what is known.
pub type Fact = (String, String);

/// What a device says of itself, and the rest of the sheet once it was taken out.
pub fn facts(words: &Words, moment: &Moment, view: &DevicePageView) -> Vec<Fact> {
    let mut facts = Vec::new();
    if let Some(sheet) = &view.sheet {
        facts.push((
            words.say("sheet-whose"),
            view.member_name.clone() + ", " + &words.say(labels::role(view.role)),
        ));
        let short: String = view.device.device.chars().take(8).collect();
        facts.push((
            words.say("sheet-device"),
            name_of(words, &view.device) + " (" + &short + ")",
        ));
        facts.push((words.say("sheet-out"), out(words, moment, sheet)));
        facts.push((
            words.say("sheet-heard"),
            match sheet.heard_at {
                Some(at) => dates::stamp(words, moment, at),
                None => words.say("coach-not-heard"),
            },
        ));
    }
    kept(words, moment, view.state.as_ref(), &mut facts);
    // What it said itself goes before what the agency wants of all.
    let said = view.state.as_ref().and_then(|state| state.lease_days);
    let days = said.unwrap_or(view.lease_days);
    facts.push((
        words.say("state-lease"),
        if days > 0 {
            words.say_with("state-lease-days", [("days", days.into())])
        } else {
            words.say("state-lease-never")
        },
    ));
    if let Some(sheet) = &view.sheet {
        known(words, moment, view, sheet, &mut facts);
    }
    facts
}

/// The same as lines of text.
pub fn text_of(words: &Words, facts: &[Fact]) -> String {
    let mut text = String::new();
    for (label, value) in facts {
        text = text + label + ": " + value + "\n";
    }
    text + &words.say("sheet-law") + "\n"
}

fn out(words: &Words, moment: &Moment, sheet: &SheetView) -> String {
    let Some(at) = sheet.at else {
        return words.say("sheet-missing");
    };
    words.say_with(
        "sheet-out-by",
        [
            ("name", sheet.by.clone().into()),
            ("when", dates::stamp(words, moment, at).into()),
            ("entry", sheet.entry.to_string().into()),
        ],
    )
}

fn kept(words: &Words, moment: &Moment, state: Option<&KeepingView>, facts: &mut Vec<Fact>) {
    let Some(state) = state else {
        facts.push((words.say("state-database"), words.say("state-unknown")));
        return;
    };
    facts.push((words.say("state-database"), words.say("state-encrypted")));
    facts.push((
        words.say("state-lock"),
        words.say_with(
            "state-lock-cost",
            [
                ("memory", state.memory_mib.into()),
                ("passes", state.passes.into()),
            ],
        ),
    ));
    facts.push((
        words.say("pin"),
        words.say(if state.pin {
            "state-pin"
        } else {
            "state-no-pin"
        }),
    ));
    if let Some(passkey) = state.passkey {
        let says = if passkey {
            "state-passkey"
        } else {
            "state-no-pin"
        };
        facts.push((words.say("state-passkey-title"), words.say(says)));
    }
    facts.push((
        words.say("settings-auto-lock"),
        words.say_with("minutes-count", [("count", state.auto_lock_minutes.into())]),
    ));
    facts.push((words.say("about-version"), state.version.clone()));
    facts.push((
        words.say("state-said"),
        words.say_with(
            "state-said-when",
            [("when", dates::stamp(words, moment, state.at).into())],
        ),
    ));
}

fn known(
    words: &Words,
    moment: &Moment,
    view: &DevicePageView,
    sheet: &SheetView,
    facts: &mut Vec<Fact>,
) {
    let count = u32::try_from(sheet.people.len()).unwrap_or(u32::MAX);
    let mut people = words.say_with(
        "sheet-people-count",
        [("count", count.saturating_add(sheet.unnamed).into())],
    );
    if count > 0 {
        people = people + ": " + &sheet.people.join("; ");
    }
    if sheet.at.is_none() {
        people = words.say("sheet-missing");
    }
    facts.push((words.say("sheet-people"), people));
    facts.push((
        words.say("sheet-not-arrived"),
        words.say_with("sheet-not-arrived-count", [("count", sheet.missing.into())]),
    ));
    let waits = |entry: &&LateView| entry.taken_in.is_empty() && !entry.withdrawn;
    let late = view.late.iter().filter(waits).count();
    let records = view.late_records.iter();
    let late = late
        + records
            .filter(|entry| entry.taken_in.is_empty() && !entry.withdrawn)
            .count();
    let rest: u32 = view.late_rest.iter().map(|rest| rest.count).sum();
    let late = u32::try_from(late).unwrap_or(u32::MAX).saturating_add(rest);
    facts.push((
        words.say("late-title"),
        words.say_with(
            "sheet-late-count",
            [("count", late.saturating_add(view.late_others).into())],
        ),
    ));
    let agency = sheet.agency_key.then(|| words.say("sheet-agency-key"));
    let coaches = sheet.coaches_key.then(|| words.say("device-holds-coaches"));
    let caseloads = sheet.rotated.iter().cloned();
    let rotated: Vec<String> = agency.into_iter().chain(caseloads).chain(coaches).collect();
    facts.push((words.say("sheet-rotated"), rotated.join("; ")));
    let wiped = match sheet.wiped {
        None => words.say("sheet-wipe-words"),
        Some(word) => words.say_with(
            "sheet-wiped",
            [
                ("when", dates::stamp(words, moment, word.at).into()),
                ("heard", dates::stamp(words, moment, word.heard_at).into()),
                ("count", word.left.into()),
            ],
        ),
    };
    facts.push((words.say("sheet-wipe"), wiped));
}
