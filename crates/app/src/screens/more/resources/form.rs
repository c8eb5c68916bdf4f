use std::rc::Rc;

use dioxus::prelude::*;
use handrail_engine::api::{
    Command, LocalDate, ResourceCommand, ResourceField, ResourceKind, ResourceView,
};
use serde::{Deserialize, Serialize};

use super::Asking;

use crate::{
    components::{Check, ChipRadio, Chips, FieldKind, FormDialog, TextArea, TextField, plain},
    forms::{Open, PageOrder, changed, use_form, use_put_aside, use_sending},
    words::{labels, use_words},
};

/// What is typed and chosen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Typed {
    name: String,
    kind: Option<ResourceKind>,
    phone: String,
    address: String,
    words: String,
    peers: String,
    verified: String,
    #[serde(default)]
    own_staff: bool,
    closed: bool,
}

impl Typed {
    fn of(known: Option<&ResourceView>, today: &str) -> Self {
        let Some(ResourceView { entry, .. }) = known else {
            return Self {
                name: String::new(),
                kind: None,
                phone: String::new(),
                address: String::new(),
                words: String::new(),
                peers: String::new(),
                verified: today.to_owned(),
                own_staff: false,
                closed: false,
            };
        };
        Self {
            name: entry.name.clone(),
            kind: Some(entry.kind),
            phone: entry.phone.clone(),
            address: entry.address.clone(),
            words: entry.words.clone(),
            peers: entry.peers.clone(),
            verified: entry
                .verified_on
                .map(|day| day.to_string())
                .unwrap_or_default(),
            own_staff: entry.own_staff,
            closed: entry.closed,
        }
    }

    /// What the fields say, or the key of what is missing.
    fn fields(&self, today: &str) -> Result<Vec<ResourceField>, &'static str> {
        use ResourceField as Field;
        if self.name.trim().is_empty() {
            return Err("around-name-missing");
        }
        let mut fields = vec![
            Field::Name(self.name.trim().to_owned()),
            Field::Kind(self.kind.ok_or("resource-kind-missing")?),
            Field::Phone(self.phone.trim().to_owned()),
            Field::Address(self.address.trim().to_owned()),
            Field::Words(self.words.trim().to_owned()),
            Field::Peers(self.peers.trim().to_owned()),
            Field::OwnStaff(self.own_staff),
            Field::Closed(self.closed),
        ];
        let verified = self.verified.trim();
        if !verified.is_empty() {
            // Days as text are in the order of the days.
            if verified > today {
                return Err("resource-not-yet");
            }
            let day = LocalDate::parse(verified).map_err(|_| "invalid-date")?;
            fields.push(Field::VerifiedOn(day));
        }
        Ok(fields)
    }
}

/// Adds an entry or changes one; only what differs is written.
#[component]
pub fn ResourceForm(
    resource: Option<Rc<ResourceView>>,
    today: String,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let id = resource.as_ref().map_or("new", |known| known.id.as_str());
    let form = use_form(format!("resource:{id}"), || {
        Typed::of(resource.as_deref(), &today)
    });
    let mut typed = form.typed;
    let sending = use_sending(open, on_order);
    let put_aside = use_put_aside(&form, open);
    let (before, draft) = (form.before.clone(), form.draft.clone());
    let known = resource.clone();
    let submit = move |()| {
        let said = typed.peek().fields(&today).map(|fields| {
            let command = match &known {
                None => ResourceCommand::Add { fields },
                Some(known) => ResourceCommand::Change {
                    resource: known.id.clone(),
                    changes: changed(fields, &before.fields(&today).unwrap_or_default())?,
                },
            };
            Some(PageOrder {
                draft: Some(draft.clone()),
                ..Command::Resource(command).into()
            })
        });
        sending.send_changes(said, open);
    };
    let problem = sending.shown(&words);
    if !(form.ready)() {
        return rsx! {};
    }
    let initial = typed.peek().clone();
    let title = if resource.is_some() {
        "around-change"
    } else {
        "resources-add"
    };
    rsx! {
        FormDialog { title: words.say(title), testid: "resource", problem, on_submit: submit, on_close: put_aside,
            TextField { id: "resource-name", label: words.say("field-called"), initial: initial.name.clone(), testid: "resource-name", on_input: move |text| typed.write().name = text }
            Chips { label: words.say("resources-kind"),
                for kind in ResourceKind::ALL.iter().copied() {
                    ChipRadio { key: "{kind:?}", group: "resource-kind", label: words.say(labels::resource_kind(kind)), chosen: typed.read().kind == Some(kind), testid: "kind-{plain(kind.code())}", on_choose: move |()| typed.write().kind = Some(kind) }
                }
            }
            TextField { id: "resource-phone", label: words.say("detail-phone"), kind: FieldKind::Phone, initial: initial.phone.clone(), testid: "resource-phone", on_input: move |text| typed.write().phone = text }
            TextField { id: "resource-address", label: words.say("resource-address"), initial: initial.address.clone(), testid: "resource-address", on_input: move |text| typed.write().address = text }
            TextArea { id: "resource-words", label: words.say("around-words"), hint: words.say("resource-words-hint"), initial: initial.words.clone(), testid: "resource-words", on_input: move |text| typed.write().words = text }
            TextField { id: "resource-peers", label: words.say("resource-peers"), hint: words.say("resource-peers-hint"), initial: initial.peers.clone(), testid: "resource-peers", on_input: move |text| typed.write().peers = text }
            TextField { id: "resource-verified", label: words.say("resource-verified-on"), kind: FieldKind::Date, initial: initial.verified.clone(), testid: "resource-verified", on_input: move |text| typed.write().verified = text }
            Check { label: words.say("resource-own-staff"), checked: typed.read().own_staff, testid: "resource-own-staff", on_toggle: move |on| typed.write().own_staff = on }
            if resource.is_some() {
                Check { label: words.say("resource-closed"), checked: typed.read().closed, testid: "resource-closed", on_toggle: move |closed| typed.write().closed = closed }
            }
        }
    }
}
