use std::rc::Rc;

use dioxus::prelude::*;
use handrail_engine::api::{AroundCommand, AroundField, AroundPersonView, Command, Link, Relation};
use serde::{Deserialize, Serialize};

use super::{super::pages::EntryTools, Asking};
use crate::{
    components::{ChipRadio, Chips, Dialog, FieldKind, FormEnd, TextArea, TextField, plain},
    forms::{Open, PageOrder, changed, use_form, use_put_aside, use_sending},
    words::{labels, use_words},
};

/// What is typed and chosen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Typed {
    name: String,
    relation: Option<Relation>,
    phone: String,
    words: String,
    link: Link,
}

impl Typed {
    fn of(person: Option<&AroundPersonView>) -> Self {
        Self {
            name: person.map(|one| one.name.clone()).unwrap_or_default(),
            relation: person.map(|one| one.relation),
            phone: person.map(|one| one.phone.clone()).unwrap_or_default(),
            words: person.map(|one| one.words.clone()).unwrap_or_default(),
            link: person.map_or(Link::InTouch, |one| one.link),
        }
    }

    /// What the fields say, or the key of what is missing.
    fn fields(&self) -> Result<Vec<AroundField>, &'static str> {
        if self.name.trim().is_empty() {
            return Err("around-name-missing");
        }
        Ok(vec![
            AroundField::Name(self.name.trim().to_owned()),
            AroundField::Relation(self.relation.ok_or("around-relation-missing")?),
            AroundField::Phone(self.phone.trim().to_owned()),
            AroundField::Words(self.words.trim().to_owned()),
            AroundField::Link(self.link),
        ])
    }
}

/// Adds somebody or changes what is known of them; only what differs is written.
#[component]
pub fn AroundForm(
    participant: String,
    person: Option<Rc<AroundPersonView>>,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let id = person.as_ref().map(|person| person.id.clone());
    let draft = format!("around:{participant}:{}", id.as_deref().unwrap_or("new"));
    let form = use_form(draft, || Typed::of(person.as_deref()));
    let mut typed = form.typed;
    let sending = use_sending(open, on_order);
    let put_aside = use_put_aside(&form, open);
    let (before, draft) = (form.before.clone(), form.draft.clone());
    let known = id.clone();
    let submit = move |event: FormEvent| {
        event.prevent_default();
        let said = typed.peek().fields().map(|fields| {
            let participant = participant.clone();
            let command = match id.clone() {
                None => AroundCommand::Add {
                    participant,
                    fields,
                },
                Some(person) => AroundCommand::Change {
                    participant,
                    person,
                    changes: changed(fields, &before.fields().unwrap_or_default())?,
                },
            };
            Some(PageOrder {
                draft: Some(draft.clone()),
                ..Command::Around(command).into()
            })
        });
        sending.send_changes(said, open);
    };
    let relations = |professional: bool| {
        let all = Relation::ALL.iter().copied();
        all.filter(move |relation| relation.is_professional() == professional)
    };
    let choices = |label: &str, professional: bool| {
        rsx! {
            Chips { label: words.say(label),
                for relation in relations(professional) {
                    ChipRadio { key: "{relation:?}", group: "around-relation", label: words.say(labels::relation(relation)), chosen: typed.read().relation == Some(relation), testid: "relation-{plain(relation.code())}", on_choose: move |()| typed.write().relation = Some(relation) }
                }
            }
        }
    };
    let problem = sending.shown(&words);
    if !(form.ready)() {
        return rsx! {};
    }
    let initial = typed.peek().clone();
    let title = if known.is_some() {
        "around-change"
    } else {
        "around-add"
    };
    rsx! {
        Dialog { title: words.say(title), testid: "around-form", on_close: put_aside,
            form { class: "stack", onsubmit: submit,
                TextField { id: "around-name", label: words.say("field-around-name"), initial: initial.name.clone(), testid: "around-name", on_input: move |text| typed.write().name = text }
                {choices("around-circle", false)}
                {choices("around-professionals", true)}
                TextField { id: "around-phone", label: words.say("detail-phone"), kind: FieldKind::Phone, initial: initial.phone.clone(), testid: "around-phone", on_input: move |text| typed.write().phone = text }
                TextArea { id: "around-words", label: words.say("around-words"), hint: words.say("around-words-hint"), initial: initial.words.clone(), testid: "around-words", on_input: move |text| typed.write().words = text }
                Chips { label: words.say("around-link"),
                    for link in Link::ALL.iter().copied() {
                        ChipRadio { key: "{link:?}", group: "around-link", label: words.say(labels::link(link)), chosen: typed.read().link == link, testid: "link-{plain(link.code())}", on_choose: move |()| typed.write().link = link }
                    }
                }
                FormEnd { problem, testid: "around", on_close: put_aside }
            }
            if let Some(id) = known {
                EntryTools {
                    testid: "around",
                    on_history: {
                        let id = id.clone();
                        move |()| open.ask(Some(Asking::History(id.clone())))
                    },
                    on_void: move |()| open.ask(Some(Asking::Void(id.clone()))),
                }
            }
        }
    }
}
