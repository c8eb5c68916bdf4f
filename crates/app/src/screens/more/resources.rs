//! The agency's directory of what helps nearby (issue 4.8).

mod form;

use std::rc::Rc;

use dioxus::prelude::*;
use handrail_engine::api::{
    Command, LocalDate, Query, Reply, ResourceCommand, ResourceField, ResourceKind, ResourceView,
    ResourcesView, Topic,
};

use form::ResourceForm;

use crate::{
    ask::{Load, use_view},
    components::{
        Absent, Button, ButtonLook, Empty, IconName, LinkButton, Mark, MarkTone, Page, SearchField,
        SelectField,
    },
    forms::{Open, PageOrder, use_dialogs},
    routes::Route,
    screens::person::dial,
    session::use_moment,
    words::{
        Words, dates,
        dates::Moment,
        fields::{field_name, field_value},
        labels, use_words,
    },
};

/// What the page is asking.
#[derive(Debug, Clone, PartialEq)]
struct Asking(Option<Rc<ResourceView>>);

/// The directory.
#[component]
pub fn Resources() -> Element {
    let words = use_words();
    let moment = use_moment();
    let answer = use_view(
        &[Topic::Team],
        || Query::Resources,
        |reply| match reply {
            Reply::Resources(view) => Some(*view),
            _ => None,
        },
    );
    let (open, on_order) = use_dialogs::<Asking>();
    let back = move |()| {
        navigator().push(Route::More {});
    };
    rsx! {
        div { class: "pane",
            match answer() {
                Load::Ready(view) => rsx! {
                    ResourcesContent { view, moment, open, on_order }
                    if let Some(Asking(resource)) = (open.asking)() {
                        ResourceForm { resource, today: moment.today().to_string(), open, on_order }
                    }
                },
                other => rsx! { Absent { title: words.say("resources-title"), page: "resources", why: other.why(), back } },
            }
        }
    }
}

/// The page as rendered from the engine's view.
#[component]
fn ResourcesContent(
    view: ResourcesView,
    moment: Moment,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let mut search = use_signal(String::new);
    let mut kind = use_signal(|| None::<ResourceKind>);
    let wanted = search().to_lowercase();
    let found: Vec<&ResourceView> = view
        .resources
        .iter()
        .filter(|one| kind().is_none_or(|kind| one.entry.kind == kind))
        .filter(|one| is_about(one, &wanted))
        .collect();
    let choices = std::iter::once((String::new(), words.say("resources-all")))
        .chain(ResourceKind::ALL.iter().map(|kind| {
            let label = words.say(labels::resource_kind(*kind));
            (kind.code().to_owned(), label)
        }))
        .collect::<Vec<_>>();
    rsx! {
        Page {
            title: words.say("resources-title"),
            testid: "resources",
            back: move |()| {
                navigator().push(Route::More {});
            },
            if !view.resources.is_empty() {
                SearchField { id: "resources-search", label: words.say("resources-search"), testid: "resources-search", on_input: move |text| search.set(text) }
                SelectField {
                    id: "resources-kind",
                    label: words.say("resources-kind"),
                    choices,
                    chosen: kind().map(|kind| kind.code().to_owned()).unwrap_or_default(),
                    testid: "resources-kind",
                    on_choose: move |code: String| kind.set(ResourceKind::from_code(&code)),
                }
            }
            if view.resources.is_empty() {
                Empty { icon: IconName::Seedling, title: words.say("resources-empty"), words: words.say("resources-empty-words") }
            } else if found.is_empty() {
                Empty { icon: IconName::Search, title: words.say("resources-none"), words: words.say("resources-none-words") }
            } else {
                ul { class: "rows", "data-testid": "resources-list",
                    for one in found {
                        {row(&words, &moment, one, (!view.read_only).then_some((open, on_order)))}
                    }
                }
            }
            if !view.read_only {
                Button {
                    label: words.say("resources-add"),
                    icon: IconName::Plus,
                    look: if view.resources.is_empty() { ButtonLook::Main } else { ButtonLook::Plain },
                    testid: "resources-add",
                    on_press: move |()| open.ask(Some(Asking(None))),
                }
            }
        }
    }
}

/// Whether every word that was typed stands somewhere in it.
fn is_about(one: &ResourceView, wanted: &str) -> bool {
    let entry = &one.entry;
    let all = [
        &entry.name,
        &entry.phone,
        &entry.address,
        &entry.words,
        &entry.peers,
    ];
    let all = all.map(|text| text.to_lowercase());
    wanted
        .split_whitespace()
        .all(|word| all.iter().any(|text| text.contains(word)))
}

/// What may be asked for, and ordered.
type Doing = (Open<Asking>, EventHandler<PageOrder>);

/// One of the things that were written at once, and the choice of it.
fn keep(
    words: &Words,
    moment: &Moment,
    (id, field, value): (&str, &str, &str),
    doing: Option<Doing>,
) -> Element {
    let shown = match ResourceField::chosen(field, value) {
        Some(ResourceField::Kind(kind)) => words.say(labels::resource_kind(kind)),
        _ => field_value(words, moment, field, value),
    };
    let choice = ResourceField::chosen(field, value).zip(doing);
    let id = id.to_owned();
    rsx! {
        span { class: "entry-tools",
            span { class: "row-line", "{shown}" }
            if let Some((chosen, (_, on_order))) = choice {
                Button {
                    label: words.say("conflict-choose"),
                    spoken: words.say_with("conflict-choose-value", [("value", shown.clone().into())]),
                    look: ButtonLook::Quiet,
                    testid: "resource-keep",
                    on_press: move |()| on_order.call(Command::Resource(ResourceCommand::Change { resource: id.clone(), changes: vec![chosen.clone()] }).into()),
                }
            }
        }
    }
}

/// One entry, with what can be done.
fn row(words: &Words, moment: &Moment, one: &ResourceView, doing: Option<Doing>) -> Element {
    let ResourceView {
        id,
        entry,
        look_again,
    } = one.clone();
    let name = entry.name.clone();
    let spoken = |key: &str| words.say_with(key, [("name", name.clone().into())]);
    let class = if entry.closed {
        "row plan-entry is-void"
    } else {
        "row plan-entry"
    };
    let day = entry
        .verified_on
        .map(|day| dates::day(words, moment, &day.to_string()));
    let still_right = {
        let today = LocalDate::parse(&moment.today().to_string());
        let id = id.clone();
        move || ResourceCommand::Change {
            resource: id.clone(),
            changes: today
                .iter()
                .copied()
                .map(ResourceField::VerifiedOn)
                .collect(),
        }
    };
    rsx! {
        li { key: "{id}", class, "data-testid": "resource",
            div { class: "row-body",
                span { class: "row-line", {words.say(labels::resource_kind(entry.kind))} }
                span { class: "row-title", "{entry.name}" }
                if entry.closed {
                    span { class: "row-line", {words.say("resource-closed")} }
                }
                if entry.own_staff {
                    span { class: "wrap", Mark { words: words.say("resource-own-staff-is") } }
                }
                for line in [&entry.address, &entry.words].into_iter().filter(|line| !line.is_empty()) {
                    span { class: "row-line keep-lines", "{line}" }
                }
                if !entry.peers.is_empty() {
                    span { class: "row-line keep-lines", {words.say_with("resource-peers-are", [("peers", entry.peers.clone().into())])} }
                }
                for (field , said) in entry.disagreements.clone() {
                    span { class: "row-line", "data-testid": "resource-disagree",
                        {words.say_with("resource-disagree", [("field", field_name(words, &field).into())])}
                    }
                    for value in said {
                        {keep(words, moment, (&id, &field, &value), doing)}
                    }
                }
                if !entry.closed {
                    div { class: "wrap",
                        if look_again {
                            Mark { words: words.say("resource-look-again"), tone: MarkTone::Attention, icon: IconName::Attention }
                        }
                        if let Some(day) = day {
                            span { class: "row-line", {words.say_with("resource-verified", [("day", day.into())])} }
                        }
                    }
                }
                span { class: "entry-tools",
                    if !entry.phone.is_empty() && !entry.closed {
                        LinkButton { label: entry.phone.clone(), href: dial(&entry.phone), spoken: spoken("around-call-of"), icon: IconName::Phone, look: ButtonLook::Quiet, testid: "resource-call" }
                    }
                    if let Some((open, on_order)) = doing {
                        if look_again && !entry.closed {
                            Button { label: words.say("resource-still-right"), spoken: spoken("resource-still-right-of"), icon: IconName::Check, look: ButtonLook::Quiet, testid: "resource-still-right", on_press: move |()| on_order.call(Command::Resource(still_right()).into()) }
                        }
                        Button {
                            label: words.say("milestone-change"),
                            spoken: words.say_with("milestone-change-of", [("what", entry.name.clone().into())]),
                            look: ButtonLook::Quiet,
                            testid: "resource-change",
                            on_press: {
                                let one = Rc::new(one.clone());
                                move |()| open.ask(Some(Asking(Some(one.clone()))))
                            },
                        }
                    }
                }
            }
        }
    }
}
