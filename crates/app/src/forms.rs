//! Forms in dialogs, and the orders of the pages that they lie on.

mod lasting;
mod sending;
mod trying;

use std::rc::Rc;

use dioxus::prelude::*;
use handrail_engine::api::{Command, Query, Reply};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

pub use lasting::use_lasting_orders;
pub use sending::{Sending, changed, use_put_aside, use_sending};
pub use trying::{Trying, use_trying};

use crate::{
    drafts::use_drafts,
    engine_link::use_link,
    giving::use_giving,
    session::use_shared,
    toast::Toast,
    words::{errors, use_words},
};

/// What a page is asking, and why its last order was refused.
#[derive(PartialEq)]
pub struct Open<A: 'static> {
    /// The dialog that is open.
    pub asking: Signal<Option<A>>,
    /// Why its last order was refused; none for that of a dialog, which shows it by itself.
    pub problem: Signal<Option<String>>,
}

impl<A> Clone for Open<A> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<A> Copy for Open<A> {}

impl<A> Open<A> {
    /// Opens another dialog, or none.
    pub fn ask(mut self, asking: Option<A>) {
        self.problem.set(None);
        self.asking.set(asking);
    }
}

/// An order of a page with dialogs.
#[derive(Debug, Clone, PartialEq)]
pub struct PageOrder {
    /// What to do.
    pub command: Command,
    /// Key of what is said then; empty where the screen shows it.
    pub said: &'static str,
    /// What Undo does.
    pub undo: Option<Command>,
    /// Key of the draft that ends with it.
    pub draft: Option<String>,
}

impl From<Command> for PageOrder {
    fn from(command: Command) -> Self {
        Self {
            command,
            said: "saved-here",
            undo: None,
            draft: None,
        }
    }
}

/// A page that has dialogs, and what takes its orders: a dialog stays open with what was typed until its
/// order has been taken.
pub fn use_dialogs<A>() -> (Open<A>, Callback<PageOrder>) {
    let giving = use_giving();
    let mut open = Open {
        asking: use_signal(|| None),
        problem: use_signal(|| None),
    };
    let on_order = use_callback(move |order: PageOrder| {
        let by_dialog = open.asking.peek().is_some();
        let Some(given) = giving.give(order) else {
            return;
        };
        open.problem.set(None);
        spawn(async move {
            // A dialog closes by itself, and shows its own refusal.
            if let Err(said) = given.await
                && !by_dialog
            {
                open.problem.set(Some(said));
            }
        });
    });
    (open, on_order)
}

/// Takes the orders of a form that stays on its page: what is refused is said, and `done` follows what
/// was taken, so that what was typed goes only then.
pub fn use_orders(done: Callback<()>) -> Callback<PageOrder> {
    let giving = use_giving();
    use_callback(move |order: PageOrder| {
        let Some(given) = giving.give(order) else {
            return;
        };
        spawn(async move {
            if given.await.is_ok() {
                done.call(());
            }
        });
    })
}

/// Takes the order of a form that has a page of its own, and says why it was refused. What was taken puts
/// the draft away and leads `back`.
pub fn use_page_form(
    discard: Callback<()>,
    back: EventHandler<()>,
) -> (Signal<Option<String>>, Callback<Command>) {
    let words = use_words();
    let link = use_link();
    let mut shared = use_shared();
    let mut problem = use_signal(|| None);
    let on_order = use_callback(move |command: Command| {
        problem.set(None);
        let ordered = link.order(command);
        let words = words.clone();
        spawn(async move {
            match ordered.await {
                Ok(_) => {
                    discard.call(());
                    let words = words.say("saved-here");
                    shared.toast.set(Some(Toast { words, undo: None }));
                    back.call(());
                }
                Err(error) => problem.set(Some(errors::error_text(&words, &error))),
            }
        });
    });
    (problem, on_order)
}

/// What is typed into a form, kept as a draft with every change.
pub struct Form<T: 'static> {
    /// What stood there when the form was begun, also where that was before a lock or a kill: what
    /// others changed since is theirs.
    pub before: Rc<T>,
    /// What stands there now.
    pub typed: Signal<T>,
    /// A draft has been looked for; only then are the fields shown, with what it holds.
    pub ready: Signal<bool>,
    /// Under which the draft is kept.
    pub draft: String,
    /// Puts the draft away.
    pub discard: Callback<()>,
}

/// A draft: what is typed, and what stood there when the form was begun.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Begun<T> {
    before: T,
    typed: T,
}

/// What a draft holds: what stood there, unless it was written by a version that did not keep that,
/// and what is typed. `None` for what this version cannot read.
fn restored<T: DeserializeOwned>(json: &str) -> Option<(Option<T>, T)> {
    if let Ok(Begun { before, typed }) = serde_json::from_str(json) {
        return Some((Some(before), typed));
    }
    serde_json::from_str(json).ok().map(|typed| (None, typed))
}

/// A form whose draft comes back after a lock or a kill. One that says what stood there before is no draft.
pub fn use_form<T>(draft: String, before: impl FnOnce() -> T) -> Form<T>
where
    T: Clone + PartialEq + Serialize + DeserializeOwned + 'static,
{
    let link = use_link();
    let drafts = use_drafts();
    let mut stood = use_signal(|| Rc::new(before()));
    let mut typed = use_signal(|| (**stood.peek()).clone());
    let mut ready = use_signal(|| false);
    let key = draft.clone();
    use_hook(move || {
        spawn(async move {
            if let Ok(Reply::Draft(Some(json))) = link.query(Query::Draft { key }).await
                && let Some((before, kept)) = restored(&json)
            {
                if let Some(before) = before {
                    stood.set(Rc::new(before));
                }
                typed.set(kept);
            }
            ready.set(true);
        })
    });
    let (discarding, key) = (drafts.clone(), draft.clone());
    let discard = use_callback(move |()| discarding.discard(&key));
    let key = draft.clone();
    let mut kept = use_hook(|| CopyValue::new(false));
    use_effect(move || {
        let now = typed.read();
        if !ready() {
            return;
        }
        let stood = stood.peek();
        if *now != **stood {
            let begun = Begun {
                before: &**stood,
                typed: &*now,
            };
            if let Ok(json) = serde_json::to_string(&begun) {
                kept.set(true);
                drafts.save(&key, json);
            }
        } else if kept() {
            discard.call(());
        }
    });
    let before = stood();
    Form {
        before,
        typed,
        ready,
        draft,
        discard,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_says_what_stood_there_when_it_was_begun_and_one_of_an_earlier_version_is_read() {
        let begun = Begun {
            before: "noon".to_owned(),
            typed: "one".to_owned(),
        };
        let json = serde_json::to_string(&begun).unwrap_or_default();
        let found = restored::<String>(&json);
        assert_eq!(found, Some((Some("noon".to_owned()), "one".to_owned())));
        let earlier = restored::<String>("\"one\"");
        assert_eq!(earlier, Some((None, "one".to_owned())));
        assert_eq!(restored::<String>("[1]"), None);
    }
}
