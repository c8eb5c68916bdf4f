//! The calendar: appointments, and everything else that has a day (issue 4.8).

mod content;
mod export;
mod form;
mod today;
mod words;

use std::rc::Rc;

use dioxus::prelude::*;
use handrail_engine::api::{
    AgendaRow, AgendaView, AgendaWhat, AppointmentCommand, AppointmentFacts, AppointmentField,
    Command, Outcome, Query, Reply, Slot, TimeOfDay, Topic, Upshot, contact_of,
};

pub use today::TodayAppointments;
pub use words::when;

use content::{CalendarContent, Doing};
use export::Export;
use form::AppointmentForm;

use super::{
    log::LogForm,
    person::{ReasonDialog, use_noted},
};
use crate::{
    ask::{Load, use_view},
    components::{Notice, NoticeTone, Page, Skeleton},
    engine_link::use_link,
    forms::PageOrder,
    giving::use_giving,
    routes::Route,
    session::{use_moment, use_shared},
    toast::Toast,
    words::{dates::Moment, errors, use_words},
};

/// An appointment that is to be changed: whose, which, and what is said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    participant: String,
    name: String,
    id: String,
    facts: AppointmentFacts,
}

/// What the page is asking.
#[derive(Debug, Clone, PartialEq)]
pub enum Asking {
    /// A new appointment, or what is known of one.
    Form(Option<Rc<Known>>),
    /// Why one does not belong there: participant and record.
    Void(String, String),
    /// What may leave the app.
    Export,
}

/// Everybody's.
#[component]
pub fn Calendar() -> Element {
    rsx! { Agenda {} }
}

/// One participant's.
#[component]
pub fn PersonCalendar(participant: String) -> Element {
    rsx! {
        for participant in [participant] {
            OneAgenda { key: "{participant}", participant }
        }
    }
}

#[component]
fn OneAgenda(participant: String) -> Element {
    use_noted(&participant);
    rsx! {
        Agenda { participant }
    }
}

#[component]
fn Agenda(#[props(default)] participant: Option<String>) -> Element {
    let words = use_words();
    let mut asking = use_signal(|| None::<Asking>);
    let moment = use_moment();
    let order = use_order();
    let half_hour = use_half_hour();
    let of = participant.clone();
    let answer = use_view(
        &[Topic::People, Topic::Encounters],
        move || {
            let _asks_again_as_time_passes = half_hour();
            Query::Agenda {
                participant: of.clone(),
            }
        },
        |reply| match reply {
            Reply::Agenda(view) => Some(*view),
            _ => None,
        },
    );
    let on_ask = use_callback(move |next: Option<Asking>| asking.set(next));
    let to = back_to(participant.as_deref());
    let back = move |()| {
        navigator().push(to.clone());
    };
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! {
                    CalendarContent { view: view.clone(), participant: participant.clone(), moment, on_ask, on_order: order }
                    {asked(asking(), view, participant.clone(), moment, on_ask, order)}
                },
                Load::Failed(error) => rsx! {
                    Page { title: words.say("calendar-title"), testid: "calendar-failed", back,
                        Notice { tone: NoticeTone::Attention, alert: true, p { {errors::error_text(&words, &error)} } }
                    }
                },
                Load::Waiting => rsx! {
                    Page { title: words.say("calendar-title"), testid: "calendar-loading", take_focus: false, back,
                        Skeleton { words: words.say("loading") }
                    }
                },
            }
        }
    }
}

fn asked(
    asking: Option<Asking>,
    view: AgendaView,
    participant: Option<String>,
    moment: Moment,
    on_ask: Callback<Option<Asking>>,
    order: Callback<Command>,
) -> Element {
    let words = use_words();
    match asking {
        None => rsx! {},
        Some(Asking::Form(known)) => rsx! {
            AppointmentForm { known, participant, people: view.people, on_ask, on_order: order }
        },
        Some(Asking::Void(participant, milestone)) => rsx! {
            ReasonDialog {
                title: words.say("void-title"),
                words: words.say("void-words-for-good"),
                on_close: move |()| on_ask.call(None),
                on_reason: move |reason| {
                    order.call(Command::VoidMilestone { participant: participant.clone(), milestone: milestone.clone(), reason });
                },
            }
        },
        Some(Asking::Export) => rsx! {
            Export { rows: view.coming, moment, on_close: move |()| on_ask.call(None) }
        },
    }
}

/// Where the page leads back to.
fn back_to(participant: Option<&str>) -> Route {
    match participant {
        Some(participant) => Route::Person {
            participant: participant.to_owned(),
        },
        None => Route::Today {},
    }
}

/// Counts half hours: what has begun is asked for anew.
pub fn use_half_hour() -> Memo<i64> {
    let moment = use_context::<Signal<Moment>>();
    use_memo(move || moment().at.div_euclid(1_800_000))
}

/// Orders what a page of appointments does, and says that it is saved.
pub fn use_order() -> Callback<Command> {
    let giving = use_giving();
    use_callback(move |command: Command| {
        let draft = match &command {
            Command::Appointment(AppointmentCommand::Add { participant, .. }) => {
                Some(form::draft_of(participant))
            }
            _ => None,
        };
        giving.send(PageOrder {
            undo: undo_of(&command),
            draft,
            ..command.into()
        });
    })
}

/// What takes back that something was said of how an appointment went.
fn undo_of(command: &Command) -> Option<Command> {
    let Command::Appointment(AppointmentCommand::Change {
        participant,
        appointment,
        changes,
    }) = command
    else {
        return None;
    };
    let [AppointmentField::Upshot(Some(_))] = changes.as_slice() else {
        return None;
    };
    Some(said_of(participant, appointment, None))
}

/// The order that says what became of an appointment.
pub fn said_of(participant: &str, appointment: &str, upshot: Option<Upshot>) -> Command {
    Command::Appointment(AppointmentCommand::Change {
        participant: participant.to_owned(),
        appointment: appointment.to_owned(),
        changes: vec![AppointmentField::Upshot(upshot)],
    })
}

/// One press says what became of an appointment, and opens the log sheet with what is known of it.
/// A sheet that was begun before stays as it is.
pub fn use_went() -> Callback<(AgendaRow, Upshot)> {
    let link = use_link();
    let words = use_words();
    let mut shared = use_shared();
    let moment = use_moment();
    use_callback(move |(row, upshot): (AgendaRow, Upshot)| {
        let (link, words) = (link.clone(), words.clone());
        let Some(known) = known_of(&row) else { return };
        spawn(async move {
            let command = said_of(&known.participant, &known.id, Some(upshot));
            let undo = undo_of(&command);
            if let Err(error) = link.order(command).await {
                let words = errors::error_text(&words, &error);
                return shared.toast.set(Some(Toast { words, undo: None }));
            }
            let words = words.say("saved-here");
            shared.toast.set(Some(Toast { words, undo }));
            if !matches!(upshot, Upshot::WentAlong | Upshot::Missed) {
                return;
            }
            let key = format!("log:{}", known.participant);
            if let Ok(Reply::Draft(None)) = link.query(Query::Draft { key: key.clone() }).await {
                let sheet = sheet_of(&known.facts, row.slot, upshot, &moment);
                if let Ok(json) = serde_json::to_string(&sheet) {
                    let _kept = link.order(Command::SaveDraft { key, json }).await;
                }
            }
            navigator().push(Route::Log {
                participant: known.participant,
            });
        });
    })
}

/// The log sheet of an appointment: how, where they went together, when, and how it ended.
fn sheet_of(facts: &AppointmentFacts, slot: Slot, upshot: Upshot, moment: &Moment) -> LogForm {
    let mut sheet = LogForm::default();
    sheet.set_kind(contact_of(facts.kind));
    if upshot == Upshot::Missed {
        sheet.set_outcome(Outcome::NotThere);
    } else if let Some(circumstance) = facts.kind.circumstance() {
        sheet.set_circumstance(circumstance, true);
    }
    let time = match slot.time.map(TimeOfDay::minutes) {
        Some(minutes) => Some(format!("{:02}:{:02}", minutes / 60, minutes % 60)),
        // Of a day that is over, noon stands for the hour that nobody said.
        None if slot.day.to_string() != moment.today().to_string() => Some("12:00".to_owned()),
        None => None,
    };
    sheet.earlier = time.map(|time| (slot.day.to_string(), time));
    sheet
}

/// The appointment of a row.
pub fn known_of(row: &AgendaRow) -> Option<Known> {
    match &row.what {
        AgendaWhat::Appointment { id, facts } => Some(Known {
            participant: row.participant.clone(),
            name: row.name.clone(),
            id: id.clone(),
            facts: (**facts).clone(),
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
