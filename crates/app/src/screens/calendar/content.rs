use std::{collections::BTreeMap, rc::Rc};

use dioxus::prelude::*;
use handrail_engine::api::{
    AgendaRow, AgendaView, AgendaWhat, Along, AppointmentFacts, Command, GroupDue, LocalDate, Ride,
    Upshot,
};

use super::{Asking, back_to, known_of, said_of, use_went, words as said};
use crate::{
    components::{Button, ButtonLook, Empty, Go, Icon, IconName, Mark, MarkTone, Page, Section},
    routes::{Address, LaterRoute, Route},
    screens::{
        groups::due_row,
        person::{Conflicts, PersonOrder},
    },
    words::{Words, appointments, dates, dates::Moment, use_words},
};

/// What may be asked for, and ordered.
#[derive(Clone, Copy, PartialEq)]
pub struct Doing {
    pub ask: Callback<Option<Asking>>,
    pub order: Callback<Command>,
    pub went: Callback<(AgendaRow, Upshot)>,
}

/// The page as rendered from the engine's view.
#[component]
pub fn CalendarContent(
    view: AgendaView,
    participant: Option<String>,
    moment: Moment,
    on_ask: Callback<Option<Asking>>,
    on_order: Callback<Command>,
) -> Element {
    let words = use_words();
    let on_went = use_went();
    let doing = (!view.people.is_empty()).then_some(Doing {
        ask: on_ask,
        order: on_order,
        went: on_went,
    });
    let one = participant.is_some();
    let back = back_to(participant.as_deref());
    let name = view.people.first().map(|(_, name)| name.clone());
    let title = match name.filter(|_| one) {
        Some(name) => words.say_with("calendar-of", [("name", name.into())]),
        None => words.say("calendar-title"),
    };
    let is_empty = view.begun.is_empty()
        && view.coming.is_empty()
        && view.groups.is_empty()
        && view.done.is_empty();
    let list =
        |rows: Vec<AgendaRow>, begun: bool| lines(&words, &moment, rows, (one, begun), doing);
    let records = records(&words, &moment, &view);
    rsx! {
        Page { title, testid: "calendar", back: move |()| { navigator().push(back.clone()); },
            for (participant , conflict) in view.conflicts.clone() {
                Conflicts {
                    key: "{participant}{conflict.record}{conflict.field}",
                    participant,
                    conflicts: vec![conflict],
                    records: records.clone(),
                    moment,
                    on_order: move |order: PersonOrder| on_order.call(order.command),
                }
            }
            if doing.is_some() {
                div { class: "page-actions",
                    Button { label: words.say("appointment-add"), icon: IconName::Plus, look: ButtonLook::Main, testid: "appointment-add", on_press: move |()| on_ask.call(Some(Asking::Form(None))) }
                    if !one {
                        Button { label: words.say("calendar-export"), icon: IconName::Calendar, look: ButtonLook::Plain, testid: "calendar-export", on_press: move |()| on_ask.call(Some(Asking::Export)) }
                    }
                }
            }
            if is_empty {
                Empty { icon: IconName::Calendar, title: words.say("calendar-empty"), words: words.say("calendar-empty-words") }
            }
            if !view.begun.is_empty() {
                Section { title: words.say("calendar-begun"), testid: "calendar-begun",
                    {list(view.begun.clone(), true)}
                }
            }
            for (day , (rows , groups)) in by_day(&view) {
                Section { key: "{day}", title: day_title(&words, &moment, day), testid: "calendar-day",
                    if !rows.is_empty() {
                        {list(rows, false)}
                    }
                    if !groups.is_empty() {
                        ul { class: "rows", "data-testid": "calendar-groups",
                            for group in groups {
                                {due_row(&words, &moment, &group)}
                            }
                        }
                    }
                }
            }
            if !view.done.is_empty() {
                Section { title: words.say("calendar-done"), testid: "calendar-done",
                    {list(view.done.clone(), false)}
                }
            }
        }
    }
}

/// Rows in a list; `begun`: what became of them is asked.
pub fn lines(
    words: &Words,
    moment: &Moment,
    rows: Vec<AgendaRow>,
    (one, begun): (bool, bool),
    doing: Option<Doing>,
) -> Element {
    rsx! {
        ul { class: "rows",
            for row in rows {
                {line(words, moment, &row, (one, begun), doing)}
            }
        }
    }
}

/// "Tomorrow · Saturday, November 21".
fn day_title(words: &Words, moment: &Moment, day: LocalDate) -> String {
    let text = day.to_string();
    let short = dates::alone(dates::day(words, moment, &text));
    let Ok(date) = text.parse::<chrono::NaiveDate>() else {
        return short;
    };
    let near = (date - moment.today()).num_days().abs() <= 1;
    let far = (date - moment.today()).num_days().abs() >= 180;
    match (near, far) {
        (true, _) => format!("{short} · {}", dates::long_day(words, date)),
        (_, true) => dates::full_date(words, date),
        _ => dates::long_day(words, date),
    }
}

/// What is to come, by day: appointments and the like, and groups.
fn by_day(view: &AgendaView) -> BTreeMap<LocalDate, (Vec<AgendaRow>, Vec<GroupDue>)> {
    let mut days: BTreeMap<LocalDate, (Vec<AgendaRow>, Vec<GroupDue>)> = BTreeMap::new();
    for row in &view.coming {
        days.entry(row.slot.day).or_default().0.push(row.clone());
    }
    for group in &view.groups {
        let day = group.meeting.slot.on;
        days.entry(day).or_default().1.push(group.clone());
    }
    days
}

/// Words for the appointments on which two people do not agree.
fn records(words: &Words, moment: &Moment, view: &AgendaView) -> Vec<(String, String)> {
    let all = view.begun.iter().chain(&view.coming).chain(&view.done);
    let mut found: Vec<(String, String)> = Vec::new();
    for row in all {
        if let AgendaWhat::Appointment { id, facts } = &row.what
            && !found.iter().any(|(known, _)| known == id)
        {
            let times: Vec<String> = facts
                .slots
                .iter()
                .map(|slot| said::when(words, moment, *slot))
                .collect();
            let text = format!(
                "{} · {} · {}",
                row.name,
                said::what(words, row),
                times.join(" / ")
            );
            found.push((id.clone(), text));
        }
    }
    found
}

fn line(
    words: &Words,
    moment: &Moment,
    row: &AgendaRow,
    (one, begun): (bool, bool),
    doing: Option<Doing>,
) -> Element {
    let facts = match &row.what {
        AgendaWhat::Appointment { facts, .. } => Some(facts),
        _ => None,
    };
    let is_done = facts.is_some_and(|facts| facts.upshot.is_some());
    let hour = said::hour(words, row.slot);
    let time = if begun || is_done {
        dates::alone(said::when(words, moment, row.slot))
    } else {
        hour
    };
    let what = said::what(words, row);
    let to = match (one, facts) {
        (true, _) => None,
        (false, Some(_)) => Some(Address::from(LaterRoute::PersonCalendar {
            participant: row.participant.clone(),
        })),
        (false, None) => Some(Address::from(Route::Person {
            participant: row.participant.clone(),
        })),
    };
    let key = format!("{}{}{}", row.participant, row.slot, row.record);
    rsx! {
        li { key: "{key}", class: "row plan-entry", "data-testid": "agenda-row",
            Icon { name: picture(facts.map(|facts| &**facts)) }
            div { class: "row-body",
                span { class: "row-title",
                    if !time.is_empty() {
                        span { class: "agenda-time", "{time}" }
                        " · "
                    }
                    "{what}"
                }
                if let Some(to) = to {
                    Go { to, class: "agenda-name", testid: "agenda-person", "{row.name}" }
                }
                if row.disagree {
                    Mark { words: words.say("agenda-disagree"), tone: MarkTone::Attention, icon: IconName::Attention }
                }
                if !row.own {
                    span { class: "row-line", {words.say_with("whose-coach", [("coach", row.coach.clone().into())])} }
                }
                if let Some(facts) = facts {
                    {about(words, moment, facts)}
                }
                if let (Some(facts), Some(doing)) = (facts, doing) {
                    {tools(words, row, facts, begun, doing)}
                }
            }
        }
    }
}

/// Where, who goes along, how they get there, and what became of it.
fn about(words: &Words, moment: &Moment, facts: &AppointmentFacts) -> Element {
    let is_open = facts.upshot.is_none();
    let other_times: Vec<String> = facts
        .slots
        .iter()
        .map(|slot| said::when(words, moment, *slot))
        .collect();
    rsx! {
        for text in [&facts.place, &facts.words].into_iter().filter(|text| !text.is_empty()) {
            span { class: "row-line keep-lines", "{text}" }
        }
        if is_open {
            span { class: "row-line",
                {words.say(appointments::along(facts.along))}
                if let Some(ride) = facts.ride.filter(|ride| *ride != Ride::Missing) {
                    " · " {words.say(appointments::ride(ride))}
                }
            }
        }
        div { class: "wrap",
            if facts.slots.len() > 1 {
                Mark { tone: MarkTone::Attention, icon: IconName::Attention, words: words.say_with("appointment-two-times", [("times", other_times.join(" / ").into())]) }
            }
            if is_open && facts.ride == Some(Ride::Missing) {
                Mark { tone: MarkTone::Attention, icon: IconName::Attention, words: words.say(appointments::ride(Ride::Missing)) }
            }
            if let Some(upshot) = facts.upshot {
                Mark { icon: if upshot == Upshot::WentAlong { IconName::Check } else { IconName::Info }, words: words.say(appointments::upshot(upshot)) }
            }
        }
    }
}

fn tools(
    words: &Words,
    row: &AgendaRow,
    facts: &AppointmentFacts,
    begun: bool,
    doing: Doing,
) -> Element {
    let Some(known) = known_of(row) else {
        return rsx! {};
    };
    let spoken = |key: &str| {
        words.say_with(
            "appointment-do-for",
            [
                ("what", words.say(key).into()),
                ("name", row.name.clone().into()),
            ],
        )
    };
    let went = |label: &'static str, look: ButtonLook, upshot: Upshot, testid: &'static str| {
        let row = row.clone();
        rsx! {
            Button { label: words.say(label), spoken: spoken(label), look, testid, on_press: move |()| doing.went.call((row.clone(), upshot)) }
        }
    };
    let (of, id) = (known.participant.clone(), known.id.clone());
    let change = |label: &'static str, testid: &'static str| {
        let known = Rc::new(known.clone());
        rsx! {
            Button { label: words.say(label), spoken: spoken(label), look: ButtonLook::Quiet, testid, on_press: move |()| doing.ask.call(Some(Asking::Form(Some(known.clone())))) }
        }
    };
    let with_coach = if facts.along == Along::Coach {
        ButtonLook::Soft
    } else {
        ButtonLook::Plain
    };
    let say = |label: &'static str, upshot: Option<Upshot>, testid: &'static str| {
        let (of, id) = (of.clone(), id.clone());
        rsx! {
            Button { label: words.say(label), spoken: spoken(label), look: ButtonLook::Quiet, testid, on_press: move |()| doing.order.call(said_of(&of, &id, upshot)) }
        }
    };
    let class = if begun { "wrap" } else { "entry-tools" };
    rsx! {
        div { class,
            if facts.upshot.is_some() {
                {say("upshot-reopen", None, "upshot-reopen")}
            } else if begun {
                {went("upshot-went-along", with_coach, Upshot::WentAlong, "upshot-went-along")}
                {went("upshot-was-there", ButtonLook::Plain, Upshot::WasThere, "upshot-was-there")}
                {went("upshot-missed", ButtonLook::Plain, Upshot::Missed, "upshot-missed")}
                {change("appointment-moved", "appointment-moved")}
            } else {
                {change("milestone-change", "appointment-change")}
                {say("upshot-called-off", Some(Upshot::CalledOff), "upshot-called-off")}
            }
        }
    }
}

fn picture(facts: Option<&AppointmentFacts>) -> IconName {
    use handrail_engine::api::AppointmentKind as Kind;
    match facts.map(|facts| facts.kind) {
        Some(Kind::Court) => IconName::Court,
        Some(Kind::SelfHelp | Kind::ParentingClass) => IconName::Group,
        Some(Kind::Coffee | Kind::ResourceCenter) => IconName::Cup,
        Some(Kind::Treatment) => IconName::Bed,
        Some(Kind::Medical | Kind::Dental) | None => IconName::Calendar,
        Some(_) => IconName::People,
    }
}
