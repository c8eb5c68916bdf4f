use std::collections::{BTreeMap, BTreeSet};

use dioxus::prelude::*;
use handrail_engine::api::{
    AgendaRow, AgendaWhat, Along, Export as Exported, LocalDate, Timestamp, Upshot,
    consent::{Information, Purpose, Side},
    icalendar,
};

use super::words as said;
use crate::{
    components::{
        Button, ButtonLook, Check, ChipRadio, Chips, Dialog, FileLink, IconName, Notice,
        NoticeTone, TextField,
    },
    engine_link::use_link,
    exports::{Leaving, use_exports},
    screens::person::{agreed, of_file},
    session::use_shared,
    words::{Words, appointments, dates::Moment, use_words},
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

/// The file. The hour on the wall becomes a moment by the rules of this device's zone on that day. More
/// than the hour stands there of those alone who agreed, by participant, and then what goes along with it.
pub fn file(
    words: &Words,
    moment: &Moment,
    rows: &[AgendaRow],
    says: Says,
    agreed: &BTreeMap<String, String>,
) -> String {
    let entries: Vec<icalendar::Entry> = own(rows)
        .into_iter()
        .filter_map(|row| {
            let AgendaWhat::Appointment { id, facts } = &row.what else {
                return None;
            };
            let may = agreed.contains_key(&row.participant);
            let summary = if says.what && may {
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
                place: if says.place && may {
                    facts.place.clone()
                } else {
                    String::new()
                },
                called_off: facts.upshot == Some(Upshot::CalledOff),
            })
        })
        .collect();
    // Of several who agreed to the same it stands there once.
    let along: BTreeSet<&str> = agreed.values().map(String::as_str).collect();
    let along = along.into_iter().collect::<Vec<_>>().join("\n");
    icalendar::file(&entries, &along, Timestamp::from_millis(moment.at))
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
    let exports = use_exports();
    let asked = use_shared().asked;
    let mut says = use_signal(Says::default);
    let mut made = use_signal(|| None::<String>);
    let mut keeper = use_signal(String::new);
    let mut left = use_signal(|| 0_usize);
    let count = u32::try_from(own(&rows).len()).unwrap_or(u32::MAX);
    let say = words.clone();
    let change = use_callback(move |next: Says| {
        says.set(next);
        made.set(None);
    });
    let make = move |()| {
        let (link, words, rows) = (link.clone(), say.clone(), rows.clone());
        let exports = exports.clone();
        let says = *says.peek();
        let says_more = says.what || says.place;
        let people = own(&rows).into_iter().map(|row| row.participant.clone());
        let people: BTreeSet<String> = people.filter(|_| says_more).collect();
        let on = LocalDate::from_naive(moment.today()).unwrap_or(LocalDate::FIRST);
        let about = (Purpose::Request, Information::Appointments);
        let telling = of_file(NAME, (&keeper.peek(), Side::Other), about, on);
        spawn(async move {
            let asked = people.len();
            let agreed = match agreed((link, words.clone()), people, telling).await {
                Ok(agreed) => agreed,
                Err(error) => return exports.refuse(&error),
            };
            left.set(asked - agreed.len());
            let file = Leaving {
                export: Exported::Calendar(count),
                name: NAME.to_owned(),
                kind: "text/calendar",
                text: file(&words, &moment, &rows, says, &agreed),
                saved: "calendar-saved",
            };
            if let Some(href) = exports.leave(file).await {
                made.set(Some(href));
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
            if says().what || says().place {
                TextField { id: "calendar-keeper", label: words.say("calendar-keeper"), hint: words.say("calendar-keeper-hint"), testid: "calendar-keeper", on_input: move |text| { keeper.set(text); made.set(None); } }
            }
            if left() > 0 {
                Notice { tone: NoticeTone::Attention, alert: true, testid: "calendar-left", p { {words.say_with("calendar-left", [("count", left().into())])} } }
            }
            {asked.refusal(None)}
            div { class: "dialog-actions",
                if let Some(href) = made() {
                    FileLink { href, name: NAME, label: words.say("calendar-export-save"), testid: "calendar-download" }
                } else if count > 0 {
                    Button { label: words.say("calendar-export-make"), icon: IconName::Calendar, look: ButtonLook::Main, testid: "calendar-make", on_press: make }
                }
                Button { label: words.say("close"), testid: "calendar-export-close", on_press: on_close }
            }
        }
    }
}
