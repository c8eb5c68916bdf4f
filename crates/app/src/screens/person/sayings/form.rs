use std::rc::Rc;

use dioxus::prelude::*;
use handrail_engine::api::{
    CoachingCommand, Command, SayingCommand, SayingField, SayingState, SayingView,
};
use serde::{Deserialize, Serialize};

use super::{super::pages::EntryTools, Asking};
use crate::{
    components::{Check, ChipRadio, Chips, Dialog, FormEnd, TextArea, TextField, plain},
    forms::{Open, PageOrder, changed, use_form, use_put_aside, use_sending},
    words::{coaching, use_words},
};

/// What is typed and chosen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Typed {
    to: String,
    words: String,
    afraid: String,
    ask: String,
    shows_afraid: bool,
    state: SayingState,
}

impl Typed {
    fn of(saying: Option<&SayingView>) -> Self {
        let text = |of: fn(&SayingView) -> &String| saying.map(of).cloned().unwrap_or_default();
        Self {
            to: text(|one| &one.to),
            words: text(|one| &one.words),
            afraid: text(|one| &one.afraid),
            ask: text(|one| &one.ask),
            shows_afraid: saying.is_some_and(|one| one.shows_afraid),
            state: saying.map_or(SayingState::Open, |one| one.state),
        }
    }

    /// What the fields say, or the key of what is missing.
    fn fields(&self) -> Result<Vec<SayingField>, &'static str> {
        if self.to.trim().is_empty() {
            return Err("say-to-missing");
        }
        if self.words.trim().is_empty() {
            return Err("say-words-missing");
        }
        Ok(vec![
            SayingField::To(self.to.trim().to_owned()),
            SayingField::Words(self.words.trim().to_owned()),
            SayingField::Afraid(self.afraid.trim().to_owned()),
            SayingField::Ask(self.ask.trim().to_owned()),
            SayingField::ShowsAfraid(self.shows_afraid),
            SayingField::State(self.state),
        ])
    }
}

/// Writes something down or changes it; only what differs is written.
#[component]
pub fn SayingForm(
    participant: String,
    saying: Option<Rc<SayingView>>,
    open: Open<Asking>,
    on_order: EventHandler<PageOrder>,
) -> Element {
    let words = use_words();
    let id = saying.as_ref().map(|saying| saying.id.clone());
    let draft = format!("saying:{participant}:{}", id.as_deref().unwrap_or("new"));
    let form = use_form(draft, || Typed::of(saying.as_deref()));
    let mut typed = form.typed;
    let sending = use_sending(open, on_order);
    let put_aside = use_put_aside(&form, open);
    let (before, draft, known) = (form.before.clone(), form.draft.clone(), id.clone());
    let submit = move |event: FormEvent| {
        event.prevent_default();
        let said = typed.peek().fields().map(|fields| {
            let participant = participant.clone();
            let command = match id.clone() {
                None => SayingCommand::Add {
                    participant,
                    fields,
                },
                Some(saying) => SayingCommand::Change {
                    participant,
                    saying,
                    changes: changed(fields, &before.fields().unwrap_or_default())?,
                },
            };
            Some(PageOrder {
                draft: Some(draft.clone()),
                ..Command::Coaching(CoachingCommand::Saying(command)).into()
            })
        });
        sending.send_changes(said, open);
    };
    let problem = sending.shown(&words);
    if !(form.ready)() {
        return rsx! {};
    }
    let initial = typed.peek().clone();
    let title = if known.is_some() {
        "say-change"
    } else {
        "say-add"
    };
    rsx! {
        Dialog { title: words.say(title), testid: "saying-form", on_close: put_aside,
            form { class: "stack", onsubmit: submit,
                TextField { id: "saying-to", label: words.say("say-to"), hint: words.say("say-to-hint"), initial: initial.to.clone(), testid: "saying-to", on_input: move |text| typed.write().to = text }
                TextArea { id: "saying-words", label: words.say("say-words"), initial: initial.words.clone(), testid: "saying-words", on_input: move |text| typed.write().words = text }
                TextArea { id: "saying-afraid", label: words.say("say-afraid"), hint: words.say("say-afraid-hint"), initial: initial.afraid.clone(), testid: "saying-afraid", on_input: move |text| typed.write().afraid = text }
                Check { label: words.say("say-shows-afraid"), checked: typed.read().shows_afraid, testid: "saying-shows-afraid", on_toggle: move |shows| typed.write().shows_afraid = shows }
                TextArea { id: "saying-ask", label: words.say("say-ask"), initial: initial.ask.clone(), testid: "saying-ask", on_input: move |text| typed.write().ask = text }
                if known.is_some() {
                    Chips { label: words.say("say-state"),
                        for state in SayingState::ALL.iter().copied() {
                            ChipRadio { key: "{state:?}", group: "saying-state", label: words.say(coaching::saying_state(state)), chosen: typed.read().state == state, testid: "saying-{plain(state.code())}", on_choose: move |()| typed.write().state = state }
                        }
                    }
                }
                FormEnd { problem, testid: "saying", on_close: put_aside }
            }
            if let Some(id) = known {
                EntryTools {
                    testid: "saying",
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
