//! Half-written forms go to the engine with every change.
//!
//! One save is under way at a time; changes meanwhile are joined into the
//! next one, so that typing is never slowed and the newest state is what the
//! engine keeps.

use std::{cell::RefCell, collections::HashMap, rc::Rc};

use dioxus::prelude::*;
use handrail_engine::api::{Command, Query};

use crate::engine_link::EngineLink;

/// Saves drafts in the background; lives as long as the app.
#[derive(Clone)]
pub struct Drafts {
    link: EngineLink,
    waiting: Rc<RefCell<Queue>>,
}

#[derive(Default)]
struct Queue {
    newest: HashMap<String, Command>,
    busy: bool,
}

impl Drafts {
    /// Saves over `link`.
    pub fn new(link: EngineLink) -> Self {
        Self {
            link,
            waiting: Rc::default(),
        }
    }

    /// Keeps the newest state of a form.
    pub fn save(&self, key: &str, json: String) {
        self.put(
            key,
            Command::SaveDraft {
                key: key.to_owned(),
                json,
            },
        );
    }

    /// Forgets a form, after anything still waiting for it.
    pub fn discard(&self, key: &str) {
        self.put(
            key,
            Command::DiscardDraft {
                key: key.to_owned(),
            },
        );
    }

    /// Drops what still waits for a form that another order is about to end, and gives it back.
    pub fn forget_waiting(&self, key: &str) -> Option<String> {
        match self.waiting.borrow_mut().newest.remove(key)? {
            Command::SaveDraft { json, .. } => Some(json),
            _ => None,
        }
    }

    /// Nothing is waiting or under way.
    pub fn is_idle(&self) -> bool {
        let queue = self.waiting.borrow();
        !queue.busy && queue.newest.is_empty()
    }

    /// Waits until what was typed so far is kept, or was refused.
    pub async fn settled(&self) {
        // The engine answers one after another: each answer is later than a save before it.
        while !self.is_idle() {
            if self.link.query(Query::Session).await.is_err() {
                break;
            }
        }
    }

    fn put(&self, key: &str, command: Command) {
        {
            let mut queue = self.waiting.borrow_mut();
            queue.newest.insert(key.to_owned(), command);
            if queue.busy {
                return;
            }
            queue.busy = true;
        }
        let drafts = self.clone();
        dioxus::core::spawn_forever(async move {
            while let Some(command) = drafts.next() {
                // A refusal (locked, storage full) is told by the form's own
                // save; the next change tries again.
                let _refused = drafts.link.order(command).await;
            }
        });
    }

    fn next(&self) -> Option<Command> {
        let mut queue = self.waiting.borrow_mut();
        let key = queue.newest.keys().next().cloned();
        let command = key.and_then(|key| queue.newest.remove(&key));
        queue.busy = command.is_some();
        command
    }
}

/// The app's draft saver.
pub fn use_drafts() -> Drafts {
    use_context::<Drafts>()
}
