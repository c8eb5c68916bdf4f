use std::rc::Rc;

use dioxus::prelude::*;
use handrail_engine::api::{ListedAs, ListedPerson, Person, WorkforceCommand, WorkforcePersonView};

use super::{super::order, Asking};
use crate::{
    components::{ChipRadio, Chips, FormDialog, SelectField, TextField, plain},
    forms::{Open, PageOrder},
    words::{use_words, workforce},
};

/// Somebody without a device: a peer in custody, a volunteer who has not joined, somebody of a partner.
#[component]
pub fn ListedForm(
    known: Option<Rc<WorkforcePersonView>>,
    people: Vec<WorkforcePersonView>,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let before = known.as_ref().and_then(|known| known.listed.clone());
    let before = before.unwrap_or_else(|| ListedPerson {
        name: String::new(),
        kind: ListedAs::Volunteer.code().to_owned(),
        joined: None,
    });
    let initial = before.name.clone();
    let mut typed = use_signal(|| before);
    let mut missing = use_signal(|| false);
    let entry = known.as_ref().map(|known| known.id.clone());
    let mut members = vec![(String::new(), words.say("listed-not-joined"))];
    members.extend(people.iter().filter_map(|one| match one.person {
        Person::Member(_) if !one.left => Some((one.id.clone(), one.name.clone())),
        _ => None,
    }));
    let joined = typed.read().joined.map(|id| id.to_string());
    let submit = move |()| {
        if typed.peek().name.trim().is_empty() {
            return missing.set(true);
        }
        on_order.call(order(WorkforceCommand::Listed {
            entry: entry.clone(),
            person: typed.peek().clone(),
        }));
    };
    let is_new = known.is_none();
    let title = if is_new {
        "listed-add"
    } else {
        "listed-change"
    };
    rsx! {
        FormDialog { title: words.say(title), testid: "listed", problem: (open.problem)(), on_submit: submit, on_close: move |()| open.ask(None),
            p { {words.say("listed-words")} }
            TextField { id: "listed-name", label: words.say("listed-name"), hint: words.say("listed-name-hint"), initial, error: missing().then(|| words.say("around-name-missing")), testid: "listed-name", on_input: move |text| typed.write().name = text }
            Chips { label: words.say("listed-kind"),
                for kind in ListedAs::ALL.iter().copied() {
                    ChipRadio { key: "{kind:?}", group: "listed-kind", label: words.say(workforce::listed_as(kind)), chosen: typed.read().kind == kind.code(), testid: "listed-{plain(kind.code())}", on_choose: move |()| kind.code().clone_into(&mut typed.write().kind) }
                }
            }
            if !is_new {
                SelectField { id: "listed-joined", label: words.say("listed-joined"), hint: words.say("listed-joined-hint"), choices: members, chosen: joined.unwrap_or_default(), testid: "listed-joined", on_choose: move |id: String| typed.write().joined = id.parse().ok() }
            }
        }
    }
}
