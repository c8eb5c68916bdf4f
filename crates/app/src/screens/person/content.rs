use dioxus::prelude::*;
use handrail_engine::api::{Command, DetailField, PersonView};

use super::{
    Accesses, CallButton, TextButton,
    conflicts::Conflicts,
    connection::connection,
    duty::DutyCard,
    entry::Entry,
    exit::ExitCard,
    hand_over::{HandOver, HandOvers, HandedOver},
    linked::linked,
    milestones::Milestones,
    obligations::Obligations,
    outreach::OutreachCard,
    sharing::Guests,
};
use crate::{
    components::{
        Avatar, Back, Button, Empty, Go, Icon, IconName, Mark, Notice, NoticeTone, Section,
    },
    routes::{LaterRoute, Route},
    screens::on_call::Reach,
    session::use_shared,
    words::{
        dates::{self, Moment},
        labels, owed, use_words,
    },
};

/// An order from a participant's page, and the order that takes it back.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonOrder {
    /// What to do.
    pub command: Command,
    /// What Undo does.
    pub undo: Option<Command>,
}

impl From<Command> for PersonOrder {
    fn from(command: Command) -> Self {
        Self {
            command,
            undo: None,
        }
    }
}

/// A participant as rendered from the engine's view.
#[component]
pub fn PersonContent(
    view: PersonView,
    moment: Moment,
    supervisor: bool,
    on_order: EventHandler<PersonOrder>,
    on_back: EventHandler<()>,
    on_more: EventHandler<()>,
) -> Element {
    let words = use_words();
    let shown = u32::try_from(view.timeline.len()).unwrap_or(u32::MAX);
    let safe = owed::safe_contact(&words, &view.safe_contact);
    let later_ready = (use_shared().later_ready)();
    if let Some(coach) = view.handed_over.clone() {
        return rsx! {
            HandedOver { participant: view.participant.clone(), name: view.name.clone(), coach, on_back }
        };
    }
    rsx! {
        div { class: "page", "data-testid": "person",
            Back { on_press: on_back }
            Header { view: view.clone(), supervisor }
            if !safe.is_empty() {
                Notice { testid: "safe-contact",
                    p { class: "strong", {words.say("detail-safe-contact")} }
                    p { {safe.join(" ")} }
                }
            }
            if let Some(why) = view.incomplete {
                Notice { tone: NoticeTone::Attention, testid: "person-incomplete", p { {words.say(labels::incomplete(why))} } }
            }
            if let Some(by) = view.to_be_forgotten.clone() {
                ToBeForgotten { participant: view.participant.clone(), by, on_order }
            }
            for (other , name) in view.same.clone() {
                Notice { key: "{other}", testid: "person-same",
                    p { {words.say("same-words")} }
                    Go { to: Route::Person { participant: other.clone() }, class: "button button-quiet", testid: "person-same-open",
                        span { {words.say_with("same-open", [("name", name.clone().into())])} }
                    }
                }
            }
            if !view.read_only {
                Actions { view: view.clone() }
            }
            if later_ready && !view.read_only {
                Reach {}
            }
            if !view.conflicts.is_empty() && !view.read_only {
                Conflicts { participant: view.participant.clone(), conflicts: view.conflicts.clone(), moment, on_order }
            }
            DutyCard { duty: view.duty.clone(), moment }
            if !view.read_only {
                Obligations { participant: view.participant.clone(), obligations: view.obligations.clone(), moment, on_order }
            }
            Go { to: LaterRoute::Plan { participant: view.participant.clone() }, class: "button button-soft", testid: "person-plan",
                Icon { name: IconName::Seedling }
                span { {words.say("plan-open")} }
            }
            Go { to: LaterRoute::Around { participant: view.participant.clone() }, class: "button button-soft", testid: "person-around",
                Icon { name: IconName::People }
                span { {words.say("around-open")} }
            }
            if !view.read_only {
                Go { to: LaterRoute::Sayings { participant: view.participant.clone() }, class: "button button-soft", testid: "person-say",
                    Icon { name: IconName::Message }
                    span { {words.say("say-title")} }
                }
                Go { to: LaterRoute::Consents { participant: view.participant.clone() }, class: "button button-soft", testid: "person-consents",
                    Icon { name: IconName::Lock }
                    span { {words.say("consents-title")} }
                }
            }
            if !view.read_only {
                Go { to: LaterRoute::MakeCard { participant: view.participant.clone() }, class: "button button-soft", testid: "person-card",
                    Icon { name: IconName::Device }
                    span { {words.say("card-title")} }
                }
            }
            Go { to: LaterRoute::PersonCalendar { participant: view.participant.clone() }, class: "button button-soft", testid: "person-calendar",
                Icon { name: IconName::Calendar }
                span { {words.say("calendar-person")} }
            }
            if !view.outreach.is_empty() {
                OutreachCard { outreach: view.outreach.clone(), moment }
            }
            if let Some(exit) = view.exit.clone() {
                ExitCard { participant: view.participant.clone(), exit, moment, read_only: view.read_only, on_order }
            }
            {connection(&words, &moment, &view.connection)}
            {linked(&words, &moment, &view.participant, &view.links)}
            Milestones { participant: view.participant.clone(), milestones: view.milestones.clone(), moment, read_only: view.read_only, on_order }
            Section { title: words.say("timeline-title"), count: view.timeline_total, testid: "timeline",
                if view.timeline.is_empty() {
                    Empty { icon: IconName::Log, title: words.say("timeline-empty"), words: words.say("timeline-empty-words") }
                }
                ol { class: "timeline",
                    for encounter in view.timeline.clone() {
                        Entry { key: "{encounter.id}", other: encounter.participant != view.participant, participant: encounter.participant.clone(), encounter, moment, read_only: view.read_only, on_order }
                    }
                }
                if shown < view.timeline_total {
                    Button { label: words.say("timeline-more"), wide: true, testid: "timeline-more", on_press: on_more }
                }
            }
            Go { to: LaterRoute::OwnReport { participant: view.participant.clone() }, class: "button button-quiet", testid: "person-report",
                Icon { name: IconName::Phone }
                span { {words.say("off-report-myself")} }
            }
            Guests { view: view.clone(), moment, on_order }
            HandOvers { hand_overs: view.hand_overs.clone(), moment }
            Details { view: view.clone() }
            if !view.accesses.is_empty() {
                Section { title: words.say("accesses-person-title"), testid: "accesses",
                    p { class: "soft", {words.say("accesses-person-words")} }
                    Accesses { accesses: view.accesses.clone(), moment }
                }
            }
            HandOver { view, on_order }
        }
    }
}

/// Words of this device keep somebody who was ordered to be forgotten.
#[component]
fn ToBeForgotten(participant: String, by: String, on_order: EventHandler<PersonOrder>) -> Element {
    let words = use_words();
    let about = |key: &str| words.say_with(key, [("name", by.clone().into())]);
    rsx! {
        Notice { tone: NoticeTone::Attention, testid: "to-be-forgotten",
            p { class: "strong", {about("to-be-forgotten")} }
            p { {about("to-be-forgotten-words")} }
            Button {
                label: words.say("to-be-forgotten-go"),
                testid: "to-be-forgotten-go",
                on_press: move |()| {
                    on_order.call(PersonOrder::from(Command::ForgetUnsent { participant: participant.clone() }));
                },
            }
        }
    }
}

#[component]
fn Header(view: PersonView, supervisor: bool) -> Element {
    let words = use_words();
    let detail = |field: DetailField| {
        view.details
            .iter()
            .find(|(known, _)| *known == field)
            .map(|(_, value)| value.clone())
    };
    let legal = detail(DetailField::Name).filter(|name| *name != view.name);
    rsx! {
        div { class: "person-head",
            Avatar { name: view.name.clone(), id: view.participant.clone(), large: true }
            div { class: "stack-tight",
                h1 {
                    tabindex: "-1",
                    "data-testid": "person-name",
                    onmounted: move |event| {
                        spawn(async move {
                            let _gone = event.set_focus(true).await;
                        });
                    },
                    "{view.name}"
                }
                p { class: "soft",
                    if let Some(legal) = legal {
                        "{legal} "
                    }
                    if let Some(pronouns) = detail(DetailField::Pronouns) {
                        "({pronouns})"
                    }
                }
                div { class: "wrap",
                    if let Some(program) = detail(DetailField::Program) {
                        Mark { words: program }
                    }
                    if let Some(phase) = detail(DetailField::Phase) {
                        Mark { words: phase }
                    }
                    if supervisor {
                        Mark { words: words.say_with("whose-coach", [("coach", view.coach.clone().into())]) }
                    }
                }
            }
        }
    }
}

#[component]
fn Actions(view: PersonView) -> Element {
    let words = use_words();
    let phone = view
        .details
        .iter()
        .find(|(field, _)| *field == DetailField::Phone)
        .map(|(_, value)| value.clone())
        .unwrap_or_default();
    rsx! {
        div { class: "person-actions",
            CallButton { participant: view.participant.clone(), name: view.name.clone(), phone: phone.clone(), rule: view.safe_contact.clone(), testid: "person-call" }
            TextButton { participant: view.participant.clone(), name: view.name.clone(), phone, rule: view.safe_contact.clone(), testid: "person-text" }
            Go { to: Route::Log { participant: view.participant.clone() }, class: "button button-main", spoken: words.say_with("log-for", [("name", view.name.clone().into())]), testid: "person-log",
                Icon { name: IconName::Log }
                span { {words.say("log")} }
            }
            Go { to: LaterRoute::SomethingOff { participant: view.participant.clone() }, class: "button button-plain", spoken: words.say_with("off-of", [("name", view.name.clone().into())]), testid: "person-off",
                Icon { name: IconName::Attention }
                span { {words.say("off-title")} }
            }
        }
    }
}

#[component]
fn Details(view: PersonView) -> Element {
    let words = use_words();
    rsx! {
        Section { title: words.say("details-title"), testid: "details",
            dl { class: "card facts",
                for (field , value) in view.details {
                    dt { {words.say(labels::detail(field))} }
                    dd {
                        match field {
                            DetailField::NotAfter => dates::time_of_rule(&words, &value),
                            DetailField::NoVoicemail => words.say("value-yes"),
                            DetailField::BirthDate => value.parse().map_or(value.clone(), |day| dates::full_date(&words, day)),
                            _ => value,
                        }
                    }
                }
            }
            if !view.read_only {
                Go { to: LaterRoute::EditPerson { participant: view.participant.clone() }, class: "button button-plain", testid: "person-edit",
                    Icon { name: IconName::Edit }
                    span { {words.say("edit-title")} }
                }
            }
            Go { to: LaterRoute::Referral { participant: view.participant.clone() }, class: "button button-quiet", testid: "person-referral",
                Icon { name: IconName::Invite }
                span { {words.say("referral-title")} }
            }
            Go { to: LaterRoute::Keep { participant: view.participant.clone() }, class: "button button-quiet", testid: "person-keep",
                Icon { name: IconName::Lock }
                span { {words.say("keep-open")} }
            }
            Go { to: LaterRoute::LimitToPerson { participant: view.participant.clone() }, class: "button button-quiet", testid: "person-limit",
                Icon { name: IconName::Hide }
                span { {words.say("limit-person")} }
            }
        }
    }
}
