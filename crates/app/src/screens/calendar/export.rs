use dioxus::prelude::*;
use handrail_engine::api::{
    AgendaRow, AgendaWhat, Along, Command, Export as Exported, Timestamp, Upshot, icalendar,
};

use super::words as said;
use crate::{
    components::{Button, ButtonLook, Check, ChipRadio, Chips, Dialog, Icon, IconName, Notice},
    engine_link::use_link,
    session::use_shared,
    toast::Toast,
    words::{Words, appointments, dates::Moment, errors, use_words},
};

/// The name of the file.
const NAME: &str = "handrail.ics";

/// What the file says of an appointment besides its hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Says {
    /// What it is and the participant's initials; else only that there is an appointment.
    pub what: bool,
    /// Where.
    pub place: bool,
}

/// What leaves the app: whoever's own appointments to which they go along.
pub fn own(rows: &[AgendaRow]) -> Vec<&AgendaRow> {
    rows.iter()
        .filter(|row| {
            let along = matches!(&row.what, AgendaWhat::Appointment { facts, .. }
                if facts.along == Along::Coach && facts.slots.first() == Some(&row.slot));
            row.own && along
        })
        .collect()
}

/// The file. The hour on the wall becomes a moment by the rules of this device's zone on that day.
pub fn file(words: &Words, moment: &Moment, rows: &[AgendaRow], says: Says) -> String {
    let entries: Vec<icalendar::Entry> = own(rows)
        .into_iter()
        .filter_map(|row| {
            let AgendaWhat::Appointment { id, facts } = &row.what else {
                return None;
            };
            let summary = if says.what {
                format!(
                    "{} ({})",
                    words.say(appointments::appointment(facts.kind)),
                    initials(&row.name)
                )
            } else {
                words.say("calendar-appointment")
            };
            let at = row
                .slot
                .time
                .and_then(|time| moment.instant_of(&row.slot.day.to_string(), &said::clock(time)));
            Some(icalendar::Entry {
                id: id.clone(),
                start: match at {
                    Some(at) => icalendar::Start::At(Timestamp::from_millis(at)),
                    None => icalendar::Start::On(row.slot.day),
                },
                summary,
                place: if says.place {
                    facts.place.clone()
                } else {
                    String::new()
                },
                called_off: facts.upshot == Some(Upshot::CalledOff),
            })
        })
        .collect();
    icalendar::file(&entries, Timestamp::from_millis(moment.at))
}

/// "R. E."
fn initials(name: &str) -> String {
    let each = name
        .split_whitespace()
        .filter_map(|part| part.chars().next());
    let each: Vec<String> = each.take(3).map(|letter| format!("{letter}.")).collect();
    each.join(" ")
}

/// Says what the file would tell, before it is made; it stands in the log before it leaves.
#[component]
pub fn Export(rows: Vec<AgendaRow>, moment: Moment, on_close: EventHandler<()>) -> Element {
    let words = use_words();
    let link = use_link();
    let mut shared = use_shared();
    let mut says = use_signal(Says::default);
    let mut made = use_signal(|| None::<String>);
    let save_file = link.device.save_file;
    let count = u32::try_from(own(&rows).len()).unwrap_or(u32::MAX);
    let say = words.clone();
    let change = use_callback(move |next: Says| {
        says.set(next);
        made.set(None);
    });
    let make = move |()| {
        let text = file(&say, &moment, &rows, *says.peek());
        let noting = link.order(Command::NoteExport(Exported::Calendar(count)));
        let words = say.clone();
        spawn(async move {
            let said = match (noting.await, save_file) {
                (Ok(_), Some(save)) => {
                    let saved = save(NAME.to_owned(), text).await;
                    saved.then(|| words.say("calendar-saved"))
                }
                (Ok(_), None) => {
                    made.set(Some(href(&text)));
                    None
                }
                (Err(error), _) => Some(errors::error_text(&words, &error)),
            };
            if let Some(words) = said {
                shared.toast.set(Some(Toast { words, undo: None }));
            }
        });
    };
    rsx! {
        Dialog { title: words.say("calendar-export"), testid: "calendar-export-dialog", on_close,
            p { {words.say_with("calendar-export-count", [("count", count.into())])} }
            Notice { testid: "calendar-export-outside", p { {words.say("calendar-export-outside")} } }
            if count > 0 {
                Chips { label: words.say("calendar-export-says"),
                    ChipRadio { group: "calendar-says", label: words.say("calendar-appointment"), chosen: !says().what, testid: "calendar-says-little", on_choose: move |()| change.call(Says { what: false, ..says() }) }
                    ChipRadio { group: "calendar-says", label: words.say("calendar-export-initials"), chosen: says().what, testid: "calendar-says-initials", on_choose: move |()| change.call(Says { what: true, ..says() }) }
                }
                Check { label: words.say("calendar-export-place"), checked: says().place, testid: "calendar-says-place", on_toggle: move |place| change.call(Says { place, ..says() }) }
            }
            div { class: "dialog-actions",
                if let Some(href) = made() {
                    a { class: "button button-main", href, download: NAME, "data-testid": "calendar-download",
                        Icon { name: IconName::Import }
                        span { {words.say("calendar-export-save")} }
                    }
                } else if count > 0 {
                    Button { label: words.say("calendar-export-make"), icon: IconName::Calendar, look: ButtonLook::Main, testid: "calendar-make", on_press: make }
                }
                Button { label: words.say("close"), testid: "calendar-export-close", on_press: on_close }
            }
        }
    }
}

/// The file as an address that a browser saves.
fn href(text: &str) -> String {
    let mut out = String::from("data:text/calendar;charset=utf-8,");
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for half in [byte >> 4, byte & 15] {
                out.extend(char::from_digit(u32::from(half), 16));
            }
        }
    }
    out
}
