use std::rc::Rc;

use dioxus::prelude::*;
use handrail_engine::api::{
    Along, AppointmentCommand, AppointmentField, AppointmentKind, Command, LocalDate, Query, Reply,
    ResourceView, Ride, Slot, TimeOfDay, Topic,
};
use serde::{Deserialize, Serialize};

use super::{Asking, Known, words as said};
use crate::{
    ask::{Load, use_view},
    components::{
        Button, ButtonLook, ChipRadio, Chips, Dialog, FieldKind, SelectField, TextArea, TextField,
        plain,
    },
    drafts::use_drafts,
    engine_link::use_link,
    session::use_shared,
    words::{appointments, use_words},
};

/// Which half-written form it is.
pub fn draft_of(participant: &str) -> String {
    format!("appointment:{participant}")
}

/// What is typed and chosen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Typed {
    participant: String,
    kind: Option<AppointmentKind>,
    day: String,
    time: String,
    place: String,
    words: String,
    along: Along,
    ride: Option<Ride>,
}

impl Typed {
    /// Nothing yet; the coach goes along unless they say otherwise.
    pub fn new(participant: &str) -> Self {
        Self {
            participant: participant.to_owned(),
            kind: None,
            day: String::new(),
            time: String::new(),
            place: String::new(),
            words: String::new(),
            along: Along::Coach,
            ride: None,
        }
    }

    /// What is said of one.
    pub fn of(known: &Known) -> Self {
        let facts = &known.facts;
        let slot = facts.slots.first();
        let time = slot.and_then(|slot| slot.time);
        Self {
            participant: known.participant.clone(),
            kind: Some(facts.kind),
            day: slot.map(|slot| slot.day.to_string()).unwrap_or_default(),
            time: time.map(said::clock).unwrap_or_default(),
            place: facts.place.clone(),
            words: facts.words.clone(),
            along: facts.along,
            ride: facts.ride,
        }
    }

    #[cfg(test)]
    pub fn on(&self, day: &str, time: &str) -> Self {
        Self {
            day: day.to_owned(),
            time: time.to_owned(),
            ..self.clone()
        }
    }

    /// What the fields say, or the key of what is missing.
    pub fn fields(&self) -> Result<Vec<AppointmentField>, &'static str> {
        let kind = self.kind.ok_or("appointment-kind-missing")?;
        let day = LocalDate::parse(&self.day).map_err(|_| "appointment-day-missing")?;
        let time = match self.time.trim() {
            "" => None,
            text => Some(TimeOfDay::parse(text).map_err(|_| "appointment-time-missing")?),
        };
        Ok(vec![
            AppointmentField::Kind(kind),
            AppointmentField::When(Slot { day, time }),
            AppointmentField::Place(self.place.trim().to_owned()),
            AppointmentField::Words(self.words.trim().to_owned()),
            AppointmentField::Along(self.along),
            AppointmentField::Ride(self.ride),
        ])
    }

    /// The order that writes down what differs from before; `None`: nothing does. Whoever moves
    /// an appointment says that it is to come after all.
    pub fn order(&self, known: Option<&Known>) -> Result<Option<Command>, &'static str> {
        let mut fields = self.fields()?;
        let participant = self.participant.clone();
        let Some(known) = known else {
            let add = AppointmentCommand::Add {
                participant,
                fields,
            };
            return Ok(Some(Command::Appointment(add)));
        };
        let before = Self::of(known).fields().unwrap_or_default();
        fields.retain(|field| !before.contains(field));
        let moves = |field: &AppointmentField| matches!(field, AppointmentField::When(_));
        if fields.iter().any(moves) && known.facts.upshot.is_some() {
            fields.push(AppointmentField::Upshot(None));
        }
        let change = AppointmentCommand::Change {
            participant,
            appointment: known.id.clone(),
            changes: fields.clone(),
        };
        Ok((!fields.is_empty()).then_some(Command::Appointment(change)))
    }
}

/// Adds an appointment, changes it, or moves it. A new one is kept as a draft of its participant,
/// who is chosen first.
#[component]
pub fn AppointmentForm(
    known: Option<Rc<Known>>,
    participant: Option<String>,
    people: Vec<(String, String)>,
    on_ask: Callback<Option<Asking>>,
    on_order: Callback<Command>,
) -> Element {
    let words = use_words();
    let link = use_link();
    let mut started = use_signal(|| known.as_deref().map(Typed::of));
    let begin = use_callback(move |participant: String| {
        let query = link.query(Query::Draft {
            key: draft_of(&participant),
        });
        spawn(async move {
            let kept = match query.await {
                Ok(Reply::Draft(Some(json))) => serde_json::from_str(&json).ok(),
                _ => None,
            };
            started.set(Some(kept.unwrap_or_else(|| Typed::new(&participant))));
        });
    });
    let known_whom = participant.is_some();
    use_hook(|| {
        if let Some(participant) = participant.filter(|_| started.peek().is_none()) {
            begin.call(participant);
        }
    });
    let title = words.say(if known.is_some() {
        "appointment-change"
    } else {
        "appointment-add"
    });
    let mut whom = vec![(String::new(), words.say("appointment-whom-choose"))];
    whom.extend(people.clone());
    rsx! {
        Dialog { title, testid: "appointment-form", on_close: move |()| on_ask.call(None),
            if let Some(started) = started() {
                Fields { started, known, people, on_ask, on_order }
            } else if !known_whom {
                SelectField { id: "appointment-whom", label: words.say("appointment-whom"), choices: whom, chosen: String::new(), testid: "appointment-whom", on_choose: move |id: String| { if !id.is_empty() { begin.call(id); } } }
                div { class: "dialog-actions",
                    Button { label: words.say("cancel"), testid: "appointment-cancel", on_press: move |()| on_ask.call(None) }
                }
            }
        }
    }
}

#[component]
fn Fields(
    started: Typed,
    known: Option<Rc<Known>>,
    people: Vec<(String, String)>,
    on_ask: Callback<Option<Asking>>,
    on_order: Callback<Command>,
) -> Element {
    let words = use_words();
    let asked = use_shared().asked;
    let drafts = use_drafts();
    let mut typed = use_signal(|| started.clone());
    let mut missing = use_signal(|| None::<&'static str>);
    // Counts up when a place out of the directory is put in.
    let mut place_number = use_signal(|| 0_u32);
    let resources = use_resources();
    let is_new = known.is_none();
    let draft = draft_of(&started.participant);
    let name = people
        .into_iter()
        .find(|(id, _)| *id == started.participant);
    let name = name.map(|(_, name)| name).unwrap_or_default();
    let (saving, key) = (drafts.clone(), draft.clone());
    let change = use_callback(move |edit: Edit| {
        edit.put(&mut typed.write());
        if is_new && let Ok(json) = serde_json::to_string(&*typed.peek()) {
            saving.save(&key, json);
        }
    });
    let before = known.clone();
    let submit = move |event: FormEvent| {
        event.prevent_default();
        match typed.peek().order(before.as_deref()) {
            Ok(Some(command)) => {
                missing.set(None);
                on_order.call(command);
            }
            Ok(None) => on_ask.call(None),
            Err(key) => missing.set(Some(key)),
        }
    };
    let discard = move |()| {
        if is_new {
            drafts.discard(&draft);
        }
        on_ask.call(None);
    };
    let now = typed();
    let mut places = vec![(String::new(), words.say("appointment-place-none"))];
    places.extend(
        resources
            .iter()
            .map(|one| (one.id.clone(), one.entry.name.clone())),
    );
    let wrong = missing().map(|key| words.say(key));
    rsx! {
        form { class: "stack", onsubmit: submit,
            p { class: "strong", "{name}" }
            Chips { label: words.say("appointment-kind"),
                for kind in AppointmentKind::ALL.iter().copied() {
                    ChipRadio { key: "{kind:?}", group: "appointment-kind", label: words.say(appointments::appointment(kind)), chosen: now.kind == Some(kind), testid: "appointment-{plain(kind.code())}", on_choose: move |()| change.call(Edit::Kind(kind)) }
                }
            }
            div { class: "field-pair",
                TextField { id: "appointment-day", label: words.say("field-day"), kind: FieldKind::Date, initial: started.day.clone(), testid: "appointment-day", on_input: move |text| change.call(Edit::Day(text)) }
                TextField { id: "appointment-time", label: words.say("appointment-time"), kind: FieldKind::Time, initial: started.time.clone(), testid: "appointment-time", on_input: move |text| change.call(Edit::Time(text)) }
            }
            Chips { label: words.say("field-along"),
                for along in Along::ALL.iter().copied() {
                    ChipRadio { key: "{along:?}", group: "appointment-along", label: words.say(appointments::along(along)), chosen: now.along == along, testid: "along-{plain(along.code())}", on_choose: move |()| change.call(Edit::Along(along)) }
                }
            }
            if places.len() > 1 {
                SelectField {
                    id: "appointment-directory",
                    label: words.say("appointment-directory"),
                    choices: places,
                    chosen: String::new(),
                    testid: "appointment-directory",
                    on_choose: move |id: String| {
                        if let Some(place) = resources.iter().find(|one| one.id == id).map(place_of) {
                            change.call(Edit::Place(place));
                            place_number += 1;
                        }
                    },
                }
            }
            for number in [place_number()] {
                TextField { key: "{number}", id: "appointment-place", label: words.say("field-place"), initial: now.place.clone(), testid: "appointment-place", on_input: move |text| change.call(Edit::Place(text)) }
            }
            Chips { label: words.say("field-ride"),
                for ride in Ride::ALL.iter().copied() {
                    ChipRadio { key: "{ride:?}", group: "appointment-ride", label: words.say(appointments::ride(ride)), chosen: now.ride == Some(ride), testid: "ride-{plain(ride.code())}", on_choose: move |()| change.call(Edit::Ride(ride)) }
                }
            }
            TextArea { id: "appointment-words", label: words.say("around-words"), hint: words.say("appointment-words-hint"), initial: started.words.clone(), testid: "appointment-words", on_input: move |text| change.call(Edit::Words(text)) }
            {asked.refusal(wrong)}
            div { class: "dialog-actions",
                Button { label: words.say("save"), look: ButtonLook::Main, submit: true, busy: asked.waits(), testid: "appointment-save" }
                Button { label: words.say(if is_new { "log-discard" } else { "cancel" }), testid: "appointment-cancel", on_press: discard }
            }
            if let Some(known) = known {
                Button { label: words.say("entry-void"), look: ButtonLook::Quiet, testid: "appointment-void", on_press: move |()| on_ask.call(Some(Asking::Void(known.participant.clone(), known.id.clone()))) }
            }
        }
    }
}

/// One thing typed or chosen.
#[derive(Debug, Clone, PartialEq)]
enum Edit {
    Kind(AppointmentKind),
    Day(String),
    Time(String),
    Along(Along),
    Place(String),
    Ride(Ride),
    Words(String),
}

impl Edit {
    fn put(self, typed: &mut Typed) {
        match self {
            Self::Kind(kind) => typed.kind = Some(kind),
            Self::Day(text) => typed.day = text,
            Self::Time(text) => typed.time = text,
            Self::Along(along) => typed.along = along,
            Self::Place(text) => typed.place = text,
            Self::Ride(ride) => typed.ride = Some(ride),
            Self::Words(text) => typed.words = text,
        }
    }
}

/// What the directory knows and is still there.
fn use_resources() -> Vec<ResourceView> {
    let answer = use_view(
        &[Topic::Team],
        || Query::Resources,
        |reply| match reply {
            Reply::Resources(view) => Some(*view),
            _ => None,
        },
    );
    match answer() {
        Load::Ready(mut view) => {
            view.resources.retain(|one| !one.entry.closed);
            view.resources
        }
        _ => Vec::new(),
    }
}

/// "Lakeside Clinic, 12 Example Street".
fn place_of(one: &ResourceView) -> String {
    let parts = [&one.entry.name, &one.entry.address];
    let said: Vec<&str> = parts
        .into_iter()
        .map(String::as_str)
        .filter(|part| !part.is_empty())
        .collect();
    said.join(", ")
}
