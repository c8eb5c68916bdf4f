use std::collections::BTreeMap;

use dioxus::prelude::*;
use handrail_engine::api::{DetailField, LocalText, Query, Reply, Topic};

use crate::{
    ask::{Load, use_view},
    components::{Button, ButtonLook, Check, FieldKind, Notice, NoticeTone, TextArea, TextField},
    screens::team::local,
    words::{Words, fields::all, labels, use_words},
};

/// What is typed about somebody: a value for each field.
pub type DetailsForm = BTreeMap<DetailField, String>;

/// The fields of a participant's details, each on its own line.
#[component]
pub fn DetailsFormContent(
    initial: DetailsForm,
    submit_label: String,
    busy: bool,
    error: Option<String>,
    on_change: EventHandler<DetailsForm>,
    on_submit: EventHandler<()>,
    #[props(default)] children: Element,
) -> Element {
    let words = use_words();
    let programs = use_view(
        &[Topic::People, Topic::Team],
        || Query::ProgramNames,
        |reply| match reply {
            Reply::ProgramNames(names) => Some(names),
            _ => None,
        },
    );
    let mut typed = use_signal(|| initial.clone());
    let set = use_callback(move |(field, value): (DetailField, String)| {
        typed.write().insert(field, value);
        on_change.call(typed.peek().clone());
    });
    rsx! {
        form {
            class: "stack",
            onsubmit: move |event| {
                event.prevent_default();
                on_submit.call(());
            },
            for field in all::DETAILS {
                DetailInput { key: "{field:?}", field, suggestions: if field == DetailField::Program { names(&words, &programs()) } else { Vec::new() }, initial: initial.get(&field).cloned().unwrap_or_default(), on_input: move |value| set.call((field, value)) }
            }
            {children}
            if let Some(error) = error {
                Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { "{error}" } }
            }
            Button { label: if busy { words.say("saving") } else { submit_label }, look: ButtonLook::Main, wide: true, large: true, submit: true, busy, testid: "details-submit" }
        }
    }
}

#[component]
fn DetailInput(
    field: DetailField,
    suggestions: Vec<String>,
    initial: String,
    on_input: EventHandler<String>,
) -> Element {
    let words = use_words();
    let label = words.say(labels::detail(field));
    let id = format!("detail-{}", code(field));
    let hint = hint(&words, field);
    match field {
        DetailField::NoVoicemail => {
            let mut checked = use_signal(|| initial == "yes");
            rsx! {
                Check {
                    label,
                    checked: checked(),
                    testid: id,
                    on_toggle: move |now| {
                        checked.set(now);
                        on_input.call(if now { "yes".to_owned() } else { String::new() });
                    },
                }
            }
        }
        DetailField::SafeContact => rsx! {
            TextArea { id: id.clone(), label, hint, initial, testid: id, on_input }
        },
        _ => rsx! {
            TextField { id: id.clone(), label, hint, initial, kind: kind(field), testid: id, suggestions, on_input }
        },
    }
}

/// What the programs in use are called, in the language of the screen.
fn names(words: &Words, programs: &Load<Vec<LocalText>>) -> Vec<String> {
    let Load::Ready(names) = programs else {
        return Vec::new();
    };
    names.iter().map(|name| local(words, name)).collect()
}

fn kind(field: DetailField) -> FieldKind {
    match field {
        DetailField::Phone => FieldKind::Phone,
        DetailField::BirthDate => FieldKind::Date,
        DetailField::NotAfter => FieldKind::Time,
        _ => FieldKind::Text,
    }
}

fn hint(words: &Words, field: DetailField) -> Option<String> {
    let key = match field {
        DetailField::PreferredName => "hint-preferred-name",
        DetailField::Name => "hint-name",
        DetailField::SafeContact => "hint-safe-contact",
        DetailField::NotAfter => "hint-not-after",
        DetailField::Tags => "hint-tags",
        _ => return None,
    };
    Some(words.say(key))
}

/// Stable name of a field in element ids.
fn code(field: DetailField) -> &'static str {
    match field {
        DetailField::Name => "name",
        DetailField::PreferredName => "preferred-name",
        DetailField::Pronouns => "pronouns",
        DetailField::Phone => "phone",
        DetailField::BirthDate => "birth-date",
        DetailField::Program => "program",
        DetailField::Phase => "phase",
        DetailField::SafeContact => "safe-contact",
        DetailField::NoVoicemail => "no-voicemail",
        DetailField::NotAfter => "not-after",
        DetailField::Language => "language",
        DetailField::Tags => "tags",
    }
}
