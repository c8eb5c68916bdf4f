use dioxus::prelude::*;
use handrail_engine::api::{AgendaRow, Slot};

use super::{Asking, Doing, content::lines, use_order, use_went};
use crate::{
    components::{Go, Icon, IconName, Section},
    routes::LaterRoute,
    words::{dates::Moment, use_words},
};

/// On Today: appointments of today, of tomorrow in the evening, and those of which nobody said
/// what became of them; and the way to the calendar.
#[component]
pub fn TodayAppointments(rows: Vec<AgendaRow>, moment: Moment) -> Element {
    let words = use_words();
    let on_went = use_went();
    let on_order = use_order();
    // Whatever needs a form is done on the participant's own page.
    let on_ask = use_callback(move |asked: Option<Asking>| {
        if let Some(Asking::Form(Some(known))) = asked {
            navigator().push(LaterRoute::PersonCalendar {
                participant: known.participant.clone(),
            });
        }
    });
    let doing = Doing {
        ask: on_ask,
        order: on_order,
        went: on_went,
    };
    let today = moment.today().to_string();
    let clock = moment.clock_now();
    let begun = |slot: Slot| {
        let day = slot.day.to_string();
        day < today
            || day == today
                && slot
                    .time
                    .is_some_and(|time| super::words::clock(time) <= clock)
    };
    let (past, coming): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| begun(row.slot));
    let (now, tomorrow): (Vec<_>, Vec<_>) = coming
        .into_iter()
        .partition(|row| row.slot.day.to_string() == today);
    rsx! {
        if !past.is_empty() {
            Section { title: words.say("calendar-begun"), testid: "today-begun",
                {lines(&words, &moment, past, (false, true), Some(doing))}
            }
        }
        if !now.is_empty() {
            Section { title: words.say("calendar-today"), testid: "today-appointments",
                {lines(&words, &moment, now, (false, false), Some(doing))}
            }
        }
        if !tomorrow.is_empty() {
            Section { title: words.say("calendar-tomorrow"), testid: "today-tomorrow",
                {lines(&words, &moment, tomorrow, (false, false), Some(doing))}
            }
        }
        Go { to: LaterRoute::Calendar {}, class: "button button-soft", testid: "today-calendar",
            Icon { name: IconName::Calendar }
            span { {words.say("calendar-title")} }
        }
    }
}
