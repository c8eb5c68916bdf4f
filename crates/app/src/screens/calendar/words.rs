//! What stands in a calendar, in words.

use handrail_engine::api::{AgendaRow, AgendaWhat, PlanKind, Slot, TimeOfDay};

use crate::words::{Words, appointments, dates, dates::Moment, labels};

/// `HH:MM`.
pub fn clock(time: TimeOfDay) -> String {
    format!("{:02}:{:02}", time.minutes() / 60, time.minutes() % 60)
}

/// "2:30 pm"; empty without an hour.
pub fn hour(words: &Words, slot: Slot) -> String {
    slot.time
        .map(|time| dates::time_of_rule(words, &clock(time)))
        .unwrap_or_default()
}

/// "tomorrow, 2:30 pm", as it stands within a sentence; the day alone without an hour.
pub fn when(words: &Words, moment: &Moment, slot: Slot) -> String {
    let day = dates::day(words, moment, &slot.day.to_string());
    let time = hour(words, slot);
    if time.is_empty() {
        return day;
    }
    words.say_with("day-and-time", [("day", day.into()), ("time", time.into())])
}

/// "Dentist", "Court date", "Intake confirmed", "Required: …".
pub fn what(words: &Words, row: &AgendaRow) -> String {
    match &row.what {
        AgendaWhat::Appointment { facts, .. } => words.say(appointments::appointment(facts.kind)),
        AgendaWhat::Milestone(event) => words.say(labels::milestone(*event)),
        AgendaWhat::Intake(status) => words.say_with(
            "calendar-intake",
            [("status", words.say(labels::intake(*status)).into())],
        ),
        AgendaWhat::Due { kind, words: text } => {
            let key = if *kind == PlanKind::Requirement {
                "calendar-required"
            } else {
                "calendar-step"
            };
            words.say_with(key, [("what", text.clone().into())])
        }
    }
}
