use dioxus::prelude::*;
use handrail_engine::api::{
    Command, ContactFigures, Delivery, EncounterKind, EncounterView, Outcome, Query,
};

use super::{PersonOrder, history::History, reason_dialog::ReasonDialog};
use crate::{
    components::{Button, ButtonLook, Icon, IconName, Mark},
    routes::Route,
    words::{
        Words,
        dates::{self, Moment},
        labels, sync_words, use_words,
    },
};

/// One contact of a timeline, with how far it got and what can be done.
#[component]
pub fn Entry(
    participant: String,
    encounter: EncounterView,
    moment: Moment,
    read_only: bool,
    /// It stands in another record of the same person.
    #[props(default)]
    other: bool,
    on_order: EventHandler<PersonOrder>,
) -> Element {
    let words = use_words();
    let mut voiding = use_signal(|| false);
    let mut history = use_signal(|| false);
    let void = encounter.voided.clone();
    let class = if void.is_some() {
        "entry card is-void"
    } else {
        "entry card"
    };
    let reached = matches!(
        encounter.outcome,
        Outcome::Reached | Outcome::DeclinedForNow
    );
    let mark = if reached {
        "entry-mark is-reached"
    } else {
        "entry-mark"
    };
    let restore = Command::RestoreEncounter {
        participant: participant.clone(),
        encounter: encounter.id.clone(),
    };
    let about = dates::day_and_time(&words, &moment, encounter.at);
    rsx! {
        li { class, "data-testid": "entry",
            span { class: mark, "aria-hidden": "true", Icon { name: picture(encounter.kind) } }
            div { class: "entry-body",
                h3 { class: "entry-what", "data-testid": "entry-what", {what(&words, &encounter)} }
                p { class: "small soft",
                    {dates::alone(about.clone())}
                    " · "
                    {words.say_with("entry-by", [("author", encounter.author.clone().into())])}
                    if written_later(&encounter) {
                        " · "
                        {words.say("entry-written-later")}
                    }
                }
                p { class: "entry-what small", {figures(&words, &encounter.figures())} }
                if !encounter.note.is_empty() {
                    p { class: "entry-what keep-lines", "data-testid": "entry-note", "{encounter.note}" }
                }
                if let Some(late) = &encounter.late {
                    p { class: "small", "data-testid": "entry-late",
                        {words.say_with("entry-late", [
                            ("from", late.from.clone().into()),
                            ("written", dates::stamp(&words, &moment, late.written_at).into()),
                            ("by", late.by.clone().into()),
                            ("when", dates::stamp(&words, &moment, late.at).into()),
                        ])}
                    }
                }
                if let Some(void) = &void {
                    p { class: "small", "data-testid": "entry-void",
                        {words.say_with("entry-voided", [("by", void.by.clone().into()), ("when", dates::day_and_time(&words, &moment, void.at).into()), ("reason", void.reason.clone().into())])}
                    }
                }
                div { class: "entry-foot",
                    span { class: "wrap", "data-testid": "entry-delivery",
                        Icon { name: delivery_picture(encounter.delivery) }
                        span { {sync_words::delivery(&words, &moment, encounter.delivery)} }
                    }
                    if other {
                        Mark { words: words.say("same-entry") }
                    }
                    if encounter.edited {
                        Mark { words: words.say("entry-edited") }
                    }
                }
                div { class: "entry-tools",
                    if read_only {
                    } else if void.is_none() {
                        Button { label: words.say("entry-edit"), spoken: words.say_with("entry-edit-of", [("when", about.clone().into())]), look: ButtonLook::Quiet, testid: "entry-edit",
                            on_press: {
                                let route = Route::EditLog { participant: participant.clone(), encounter: encounter.id.clone() };
                                move |()| { navigator().push(route.clone()); }
                            },
                        }
                        Button { label: words.say("entry-void"), spoken: words.say_with("entry-void-of", [("when", about.clone().into())]), look: ButtonLook::Quiet, testid: "entry-void-open", on_press: move |()| voiding.set(true) }
                    } else {
                        Button { label: words.say("entry-restore"), look: ButtonLook::Quiet, testid: "entry-restore", on_press: move |()| on_order.call(restore.clone().into()) }
                    }
                    if encounter.edited || void.is_some() {
                        Button { label: words.say("entry-history"), look: ButtonLook::Quiet, testid: "entry-history", on_press: move |()| history.set(true) }
                    }
                }
            }
            if voiding() {
                ReasonDialog {
                    title: words.say("void-title"),
                    words: words.say("void-words"),
                    on_close: move |()| voiding.set(false),
                    on_reason: {
                        let (participant, encounter) = (participant.clone(), encounter.id.clone());
                        move |reason| {
                            on_order.call(PersonOrder {
                                command: Command::VoidEncounter { participant: participant.clone(), encounter: encounter.clone(), reason },
                                undo: Some(Command::RestoreEncounter { participant: participant.clone(), encounter: encounter.clone() }),
                            });
                        }
                    },
                }
            }
            if history() {
                History { query: Query::RecordHistory { participant: participant.clone(), record: encounter.id.clone() }, moment, on_close: move |()| history.set(false) }
            }
        }
    }
}

/// "Phone · Reached".
pub fn what(words: &Words, encounter: &EncounterView) -> String {
    format!(
        "{} · {}",
        words.say(labels::kind(encounter.kind)),
        words.say(labels::outcome(encounter.outcome))
    )
}

/// "15 min · Support, Planning · 1 naloxone kit · 12.5 miles".
pub fn figures(words: &Words, figures: &ContactFigures) -> String {
    let mut parts = Vec::new();
    if figures.minutes > 0 {
        parts.push(words.say_with("figure-minutes", [("count", figures.minutes.into())]));
    }
    if !figures.activities.is_empty() {
        let names: Vec<_> = figures
            .activities
            .iter()
            .map(|activity| words.say(labels::activity(*activity)))
            .collect();
        parts.push(names.join(", "));
    }
    if !figures.circumstances.is_empty() {
        let names: Vec<_> = figures
            .circumstances
            .iter()
            .map(|circumstance| words.say(labels::circumstance(*circumstance)))
            .collect();
        parts.push(names.join(", "));
    }
    if figures.naloxone_kits > 0 {
        parts.push(words.say_with("figure-naloxone", [("count", figures.naloxone_kits.into())]));
    }
    if figures.miles_tenths > 0 {
        parts.push(words.say_with(
            "figure-miles",
            [("miles", dates::miles(figures.miles_tenths))],
        ));
    }
    parts.join(" · ")
}

/// More than two hours lie between the contact and its writing.
fn written_later(encounter: &EncounterView) -> bool {
    encounter.created_at.saturating_sub(encounter.at) > 2 * 3_600_000
}

/// The drawing for a kind of contact.
pub fn picture(kind: EncounterKind) -> IconName {
    match kind {
        EncounterKind::Bedside => IconName::Bed,
        EncounterKind::Phone => IconName::Phone,
        EncounterKind::Text => IconName::Message,
        EncounterKind::Video => IconName::Video,
        EncounterKind::Community => IconName::Cup,
        EncounterKind::Custody => IconName::Custody,
        EncounterKind::Court => IconName::Court,
        EncounterKind::Appointment => IconName::Calendar,
        EncounterKind::Group => IconName::Group,
        EncounterKind::Other => IconName::Dots,
    }
}

fn delivery_picture(delivery: Delivery) -> IconName {
    match delivery {
        Delivery::OnThisDevice => IconName::Device,
        Delivery::Sent(_) => IconName::Send,
        Delivery::Reached { .. } | Delivery::Received => IconName::Reached,
    }
}
