//! Call-outs: large timed steps that work with no signal, the answer, and who accepted (S0-2, S0-3).

mod call_out_words;
mod details;
mod list;
mod page;
mod person;
mod steps;

use dioxus::prelude::*;
use handrail_engine::api::{
    CallOutCommand, CallOutView, CallOutsView, Command, Query, Reply, Topic,
};

pub use list::{CallOutBegin, CallOuts, CallOutsContent};
pub use page::{CallOut, CallOutContent};
pub use person::{CallOutNew, CallOutPerson, join};

use crate::{
    ask::{Load, use_view},
    engine_link::use_link,
    routes::LaterRoute,
    session::use_shared,
    toast::Toast,
    words::{errors, use_words},
};

/// Key under which words are kept on this device alone until somebody accepts.
pub fn draft_key(call_out: &str) -> String {
    format!("call-out:{call_out}")
}

/// Key of the form for somebody new who accepted there; it goes as those words go.
pub fn new_person_key(call_out: &str) -> String {
    format!("call-out-new:{call_out}")
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

/// Sends orders, one at a time; what is refused is said. A new call-out is opened.
fn use_order() -> Callback<CallOutCommand> {
    let link = use_link();
    let words = use_words();
    let mut shared = use_shared();
    let mut busy = use_hook(|| CopyValue::new(false));
    use_callback(move |command: CallOutCommand| {
        if busy() {
            return;
        }
        busy.set(true);
        let begins = command == CallOutCommand::Begin;
        let order = link.order(Command::CallOut(command));
        let words = words.clone();
        spawn(async move {
            let result = order.await;
            busy.set(false);
            match result {
                Ok(Reply::CallOut(call_out)) if begins => {
                    navigator().push(LaterRoute::CallOut { call_out });
                }
                Ok(_) => {}
                Err(problem) => shared.toast.set(Some(Toast {
                    words: errors::error_text(&words, &problem),
                    undo: None,
                })),
            }
        });
    })
}
