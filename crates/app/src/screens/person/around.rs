//! The people around one participant: their circle of support, and professionals by system
//! (issue 4.6).

mod form;
mod ties;

use std::rc::Rc;

use dioxus::prelude::*;
use handrail_engine::api::{
    AroundPersonView, AroundView, CoachingCommand, Command, Link, Query, Reply, TieCommand, Topic,
};

use form::AroundForm;
use ties::{TieForm, ties};

use super::{
    PersonOrder,
    actions::dial,
    conflicts::Conflicts,
    history::History,
    pages::{VoidEntry, use_back_to},
    reason_dialog::ReasonDialog,
    use_noted,
};
use crate::{
    ask::{Load, use_view},
    components::{
        Absent, Avatar, Button, ButtonLook, Empty, IconName, LinkButton, Mark, MarkTone, Page,
        Section,
    },
    forms::{Open, PageOrder, use_dialogs},
    session::use_moment,
    words::{Words, dates, dates::Moment, labels, use_words},
};

/// What the page is asking.
#[derive(Debug, Clone, PartialEq)]
enum Asking {
    /// Somebody new, or what is known of somebody.
    Form(Option<Rc<AroundPersonView>>),
    /// Why somebody does not belong there.
    Void(String),
    /// What was known of somebody before.
    History(String),
    /// To whom they belong who has a record of their own.
    Tie,
    /// Why a tie is taken away.
    Untie(String),
}

/// Who is around a participant.
#[component]
pub fn Around(participant: String) -> Element {
    let words = use_words();
    let moment = use_moment();
    use_noted(&participant);
    let of = participant.clone();
    let answer = use_view(
        &[Topic::People, Topic::Encounters],
        move || Query::Around {
            participant: of.clone(),
        },
        |reply| match reply {
            Reply::Around(view) => Some(*view),
            _ => None,
        },
    );
    let (open, on_order) = use_dialogs::<Asking>();
    let back = use_back_to(&participant);
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! {
                    AroundContent { view: view.clone(), moment, open, on_order, back }
                    match (open.asking)() {
                        None => rsx! {},
                        Some(Asking::Form(person)) => rsx! {
                            AroundForm { participant, person, open, on_order }
                        },
                        Some(Asking::Void(entry)) => rsx! {
                            VoidEntry { participant, entry, on_order, on_close: move |()| open.ask(None) }
                        },
                        Some(Asking::Tie) => rsx! {
                            TieForm { view, open, on_order }
                        },
                        Some(Asking::Untie(tie)) => rsx! {
                            ReasonDialog {
                                title: words.say("tie-remove"),
                                words: words.say("tie-remove-words"),
                                submit: words.say("tie-remove"),
                                on_close: move |()| open.ask(None),
                                on_reason: move |reason| on_order.call(Command::Coaching(CoachingCommand::Tie(TieCommand::Remove { participant: participant.clone(), tie: tie.clone(), reason })).into()),
                            }
                        },
                        Some(Asking::History(record)) => rsx! {
                            History { query: Query::RecordHistory { participant, record }, moment, on_close: move |()| open.ask(None) }
                        },
                    }
                },
                other => rsx! { Absent { title: words.say("around-title"), page: "around", why: other.why(), back } },
            }
        }
    }
}

/// The page as rendered from the engine's view.
#[component]
fn AroundContent(
    view: AroundView,
    moment: Moment,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
    back: EventHandler<()>,
) -> Element {
    let words = use_words();
    let may_write = !view.read_only;
    let (professionals, circle): (Vec<_>, Vec<_>) = view
        .people
        .iter()
        .cloned()
        .partition(|person| person.relation.is_professional());
    let list = |people: Vec<AroundPersonView>| {
        rsx! {
            if !people.is_empty() {
                ul { class: "rows",
                    for person in people {
                        {row(&words, &moment, &person, may_write.then_some(open))}
                    }
                }
            }
        }
    };
    rsx! {
        Page {
            title: words.say_with("around-of", [("name", view.name.clone().into())]),
            testid: "around",
            back,
            if !view.conflicts.is_empty() && may_write {
                Conflicts {
                    participant: view.participant.clone(),
                    conflicts: view.conflicts.clone(),
                    records: view.people.iter().map(|one| (one.id.clone(), one.name.clone())).collect::<Vec<_>>(),
                    moment,
                    on_order: move |order: PersonOrder| on_order.call(order.command.into()),
                }
            }
            if may_write {
                Button {
                    label: words.say("around-add"),
                    icon: IconName::Plus,
                    look: ButtonLook::Main,
                    testid: "around-add",
                    on_press: move |()| open.ask(Some(Asking::Form(None))),
                }
            }
            Section { title: words.say("around-circle"), testid: "around-circle",
                if circle.is_empty() {
                    Empty { icon: IconName::People, title: words.say("around-circle-empty"), words: words.say("around-circle-empty-words") }
                }
                {list(circle)}
            }
            if may_write {
                {ties(&words, &view, open)}
            }
            Section { title: words.say("around-professionals"), testid: "around-professionals",
                p { class: "soft", {words.say("around-professionals-words")} }
                {list(professionals)}
            }
        }
    }
}

/// Somebody, with what can be done.
fn row(
    words: &Words,
    moment: &Moment,
    person: &AroundPersonView,
    open: Option<Open<Asking>>,
) -> Element {
    let AroundPersonView {
        id, name, phone, ..
    } = person.clone();
    let since = dates::day(words, moment, &person.since.to_string());
    let is_valid = person.voided.is_none();
    rsx! {
        li { key: "{id}", class: if is_valid { "row plan-entry" } else { "row plan-entry is-void" }, "data-testid": "around-person",
            Avatar { name: name.clone(), id: id.clone() }
            div { class: "row-body",
                span { class: "row-title", "{name}" }
                span { class: "row-line", {words.say(labels::relation(person.relation))} }
                if person.link != Link::InTouch {
                    div { class: "wrap",
                        Mark { words: words.say(labels::link(person.link)), tone: MarkTone::Attention }
                        span { class: "row-line", {words.say_with("around-since", [("day", since.into())])} }
                    }
                }
                if person.link != Link::InTouch && person.relation.is_professional() {
                    span { class: "row-line", {words.say("around-lapsed-words")} }
                }
                if !person.words.is_empty() {
                    span { class: "row-line keep-lines", "{person.words}" }
                }
                if let Some(void) = &person.voided {
                    span { class: "row-line",
                        {words.say_with("entry-voided", [("by", void.by.clone().into()), ("when", dates::day_and_time(words, moment, void.at).into()), ("reason", void.reason.clone().into())])}
                    }
                } else {
                    span { class: "entry-tools",
                        if !phone.is_empty() {
                            LinkButton { label: phone.clone(), href: dial(&phone), spoken: words.say_with("around-call-of", [("name", name.clone().into())]), icon: IconName::Phone, look: ButtonLook::Quiet, testid: "around-call" }
                        }
                        if let Some(open) = open {
                            Button {
                                label: words.say("milestone-change"),
                                spoken: words.say_with("milestone-change-of", [("what", name.into())]),
                                look: ButtonLook::Quiet,
                                testid: "around-change",
                                on_press: {
                                    let person = Rc::new(person.clone());
                                    move |()| open.ask(Some(Asking::Form(Some(person.clone()))))
                                },
                            }
                        }
                    }
                }
            }
        }
    }
}
