//! Call-outs: large timed steps that work with no signal, the answer, and who accepted (S0-2, S0-3).

mod call_out_words;
mod details;
mod list;
mod page;
mod person;
mod steps;

use dioxus::prelude::*;
use handrail_engine::api::{
    CallOutCommand, CallOutInput, CallOutView, CallOutsView, Command, Query, Reply, Topic,
};

pub use list::{CallOutBegin, CallOuts, CallOutsContent};
pub use page::{CallOut, CallOutContent};
pub use person::{CallOutNew, CallOutPerson, join};

use page::ends;

use crate::{
    ask::{Load, use_view},
    drafts::{Drafts, use_drafts},
    forms::PageOrder,
    giving::use_giving,
    routes::LaterRoute,
};

/// Key under which words are kept on this device alone until somebody accepts.
pub fn draft_key(call_out: &str) -> String {
    format!("call-out:{call_out}")
}

/// Key of the form for somebody new who accepted there; it goes as those words go.
pub fn new_person_key(call_out: &str) -> String {
    format!("call-out-new:{call_out}")
}

/// Key of a place that is being typed.
fn place_key(call_out: &str) -> String {
    format!("call-out-place:{call_out}")
}

/// Whereto coaches were called, kept current; or only one's own that are not finished.
pub fn use_call_outs(own: bool) -> Signal<Load<CallOutsView>> {
    use_view(
        &[Topic::Encounters, Topic::Team],
        move || Query::CallOuts { own },
        |reply| match reply {
            Reply::CallOuts(view) => Some(*view),
            _ => None,
        },
    )
}

/// The one with this id.
fn find(view: &CallOutsView, id: &str) -> Option<CallOutView> {
    let mut all = view.open.iter().chain(&view.earlier);
    all.find(|one| one.id == id).cloned()
}

/// Sends orders, one at a time; what is refused is said. A new call-out is opened. `ended` follows an answer
/// with which the words that were kept for a call-out have gone.
fn use_order(ended: Option<Callback<()>>) -> Callback<CallOutCommand> {
    let giving = use_giving();
    let drafts = use_drafts();
    let mut busy = use_hook(|| CopyValue::new(false));
    use_callback(move |command: CallOutCommand| {
        if busy() {
            return;
        }
        let begins = command == CallOutCommand::Begin;
        let last_of = match &command {
            CallOutCommand::Change { call_out, change } if ends(change) => Some(call_out.clone()),
            _ => None,
        };
        let draft = match &command {
            CallOutCommand::Change {
                call_out,
                change: CallOutInput::Site { .. },
            } => Some(place_key(call_out)),
            _ => None,
        };
        let Some(given) = giving.give(PageOrder {
            said: "",
            draft,
            ..Command::CallOut(command).into()
        }) else {
            return;
        };
        busy.set(true);
        let waited = last_of.as_deref().map(|call_out| forget(&drafts, call_out));
        let drafts = drafts.clone();
        spawn(async move {
            let answer = given.await;
            busy.set(false);
            match answer {
                Ok(Reply::CallOut(call_out)) if begins => {
                    navigator().push(LaterRoute::CallOut { call_out });
                }
                Ok(_) => {
                    if let Some(ended) = ended.filter(|_| last_of.is_some()) {
                        ended.call(());
                    }
                }
                Err(_) => {
                    for (key, json) in waited.into_iter().flatten() {
                        drafts.save(&key, json);
                    }
                }
            }
        });
    })
}

/// What still waits to be kept for a call-out must not come after an answer that ends it. Gives it back for
/// when that is refused.
fn forget(drafts: &Drafts, call_out: &str) -> Vec<(String, String)> {
    [draft_key(call_out), new_person_key(call_out)]
        .into_iter()
        .filter_map(|key| {
            let json = drafts.forget_waiting(&key)?;
            Some((key, json))
        })
        .collect()
}
