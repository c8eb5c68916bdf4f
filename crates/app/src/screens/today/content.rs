use dioxus::prelude::*;
use handrail_engine::api::{DraftKind, DraftRow, ObligationRow, OwedRow, TodayView};

use super::OwedCard;
use crate::{
    components::{Avatar, Empty, Go, Icon, IconName, Page, Section, use_row_focus},
    routes::{Address, LaterRoute, Route},
    screens::{calendar::TodayAppointments, person::LinksToday},
    words::{
        Words,
        dates::{self, Moment},
        obligations, owed, use_words,
    },
};

/// Today as rendered from the engine's view.
#[component]
pub fn TodayContent(
    view: TodayView,
    moment: Moment,
    supervisor: bool,
    chosen: Option<String>,
    /// What stands before who is owed a contact.
    #[props(default)]
    children: Element,
    /// What stands after them.
    rest: Element,
) -> Element {
    let words = use_words();
    let rows = use_row_focus(view.owed.len());
    let owed = u32::try_from(view.owed.len()).unwrap_or(u32::MAX);
    let settled = u32::try_from(view.settled.len()).unwrap_or(u32::MAX);
    let day = view
        .date
        .parse()
        .map_or_else(|_| view.date.clone(), |day| dates::long_day(&words, day));
    rsx! {
        Page { title: words.say("today-title"), testid: "today", line: day, take_focus: chosen.is_none(),
            p { class: "strong", "data-testid": "today-state", {state_line(&words, owed, settled)} }
            {children}
            if !view.drafts.is_empty() {
                Section { title: words.say("today-drafts"), testid: "today-drafts",
                    ul { class: "rows",
                        for draft in view.drafts {
                            DraftLine { key: "{draft.key}", draft, moment }
                        }
                    }
                }
            }
            if view.caseload == 0 {
                Empty { icon: IconName::Seedling, title: words.say("today-nobody"), words: words.say("today-nobody-words"),
                    Go { to: Route::AddPerson {}, class: "button button-main", testid: "today-add", {words.say("people-add")} }
                    Go { to: LaterRoute::Import {}, class: "button button-plain", testid: "today-import", {words.say("people-import")} }
                }
            } else if view.owed.is_empty() {
                Empty {
                    icon: IconName::Today,
                    title: words.say(if settled > 0 { "today-all-done" } else { "today-nothing-owed" }),
                    words: words.say(if settled > 0 { "today-all-done-words" } else { "today-nothing-owed-words" }),
                }
            } else {
                Section { title: words.say("today-owed"), count: owed, testid: "today-owed",
                    ul { class: "owed",
                        for (index , row) in view.owed.into_iter().enumerate() {
                            OwedCard { key: "{row.participant}", row: row.clone(), moment, supervisor, index, focus: rows.clone(), chosen: chosen.as_ref() == Some(&row.participant) }
                        }
                    }
                }
            }
            {rest}
            TodayAppointments { rows: view.appointments, moment }
            LinksToday { links: view.links, moment }
            Others { title: words.say("today-ahead"), rows: view.ahead, moment, supervisor, testid: "today-ahead" }
            if settled > 0 {
                Section { title: words.say("today-settled"), count: settled, testid: "today-settled",
                    ul { class: "rows",
                        for row in view.settled {
                            SettledLine { key: "{row.participant}", row, moment }
                        }
                    }
                }
            }
            Others { title: words.say("today-hushed"), rows: view.hushed, moment, supervisor, testid: "today-hushed" }
        }
    }
}

/// What lies ahead, or was put off.
#[component]
fn Others(
    title: String,
    rows: Vec<ObligationRow>,
    moment: Moment,
    supervisor: bool,
    testid: String,
) -> Element {
    let words = use_words();
    if rows.is_empty() {
        return rsx! {};
    }
    rsx! {
        Section { title, testid,
            ul { class: "rows",
                for row in rows {
                    li { key: "{row.participant}{row.obligation.kind:?}{row.obligation.anchor}",
                        Go { to: Route::TodayPerson { participant: row.participant.clone() }, class: "row",
                            Avatar { name: row.name.clone(), id: row.participant.clone() }
                            span { class: "row-body",
                                span { class: "row-title", "{row.name}" }
                                span { class: "row-line", {obligations::title(&words, &moment, &row.obligation)} }
                                if let Some(hushed) = &row.obligation.hushed {
                                    span { class: "row-line", {obligations::hushed(&words, &moment, hushed)} }
                                }
                                if supervisor && !row.own {
                                    span { class: "row-line", {words.say_with("whose-coach", [("coach", row.coach.clone().into())])} }
                                }
                            }
                            span { class: "row-end", Icon { name: IconName::Right } }
                        }
                    }
                }
            }
        }
    }
}

fn state_line(words: &Words, owed: u32, settled: u32) -> String {
    let mut line = words.say_with("today-owed-count", [("count", owed.into())]);
    if settled > 0 {
        line.push_str(" · ");
        line.push_str(&words.say_with("today-settled-count", [("count", settled.into())]));
    }
    line
}

#[component]
fn DraftLine(draft: DraftRow, moment: Moment) -> Element {
    let words = use_words();
    let (to, key) = unfinished(draft.kind, draft.participant.clone());
    rsx! {
        li {
            Go { to, class: "row", testid: "draft-row",
                Icon { name: IconName::Edit }
                span { class: "row-body",
                    span { class: "row-title", {words.say_with(key, [("name", draft.name.clone().into())])} }
                    span { class: "row-line", {dates::alone(dates::day_and_time(&words, &moment, draft.updated_at))} }
                }
                span { class: "row-end", Icon { name: IconName::Right } }
            }
        }
    }
}

/// Where a half-written form goes on, and its words.
fn unfinished(kind: DraftKind, participant: String) -> (Address, &'static str) {
    match kind {
        DraftKind::Contact => (Route::Log { participant }.into(), "today-draft"),
        DraftKind::Details => (
            LaterRoute::EditPerson { participant }.into(),
            "today-draft-details",
        ),
        DraftKind::Referral => (
            LaterRoute::Referral { participant }.into(),
            "today-draft-referral",
        ),
        DraftKind::Plan => (LaterRoute::Plan { participant }.into(), "today-draft-plan"),
        DraftKind::Around => (
            LaterRoute::Around { participant }.into(),
            "today-draft-around",
        ),
        DraftKind::Barc10 => (
            LaterRoute::Barc10 { participant }.into(),
            "today-draft-barc10",
        ),
        DraftKind::Appointment => (
            LaterRoute::PersonCalendar { participant }.into(),
            "today-draft-appointment",
        ),
        DraftKind::New => (Route::AddPerson {}.into(), "add-title"),
        DraftKind::Other => (Route::Person { participant }.into(), "today-draft-other"),
    }
}

#[component]
fn SettledLine(row: OwedRow, moment: Moment) -> Element {
    let words = use_words();
    rsx! {
        li {
            Go { to: Route::TodayPerson { participant: row.participant.clone() }, class: "row", testid: "settled-row",
                Avatar { name: row.name.clone(), id: row.participant.clone() }
                span { class: "row-body",
                    span { class: "row-title", "{row.name}" }
                    span { class: "row-line", {dates::last_reached(&words, &moment, row.last_reached_at)} }
                    span { class: "row-line", {owed::reason(&words, &moment, &row.reason)} }
                }
                span { class: "row-end", Icon { name: IconName::Check } span { class: "only-read", {words.say("today-settled")} } }
            }
        }
    }
}
