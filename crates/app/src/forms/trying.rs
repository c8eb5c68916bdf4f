//! Secrets that are tried: codes and passphrases.

use dioxus::prelude::*;
use handrail_engine::api::{Command, EngineError};

use crate::{
    engine_link::EngineLink,
    session::Shared,
    words::{Words, errors},
};

/// A secret that somebody types, and what came of the last try.
#[derive(Clone, Copy)]
pub struct Trying {
    /// What is typed.
    pub secret: Signal<String>,
    /// How often it was wrong: with each time the field empties.
    pub wrong: Signal<u32>,
    /// A try is going on.
    pub busy: Signal<bool>,
    /// Words for why the last one did not do it.
    pub error: Signal<Option<String>>,
}

/// For a page or a dialog that asks for a secret.
pub fn use_trying() -> Trying {
    Trying {
        secret: use_signal(String::new),
        wrong: use_signal(|| 0),
        busy: use_signal(|| false),
        error: use_signal(|| None),
    }
}

impl Trying {
    /// A try begins.
    pub fn begin(mut self) {
        self.busy.set(true);
        self.error.set(None);
    }

    /// Says why a try did not do it; a wrong secret is to be typed anew.
    pub fn refuse(mut self, words: &Words, problem: &EngineError) {
        if matches!(
            problem,
            EngineError::WrongPassphrase { .. }
                | EngineError::WrongHelpCode { .. }
                | EngineError::WrongCode { .. }
        ) {
            self.secret.set(String::new());
            self.wrong += 1;
        }
        self.error.set(Some(errors::error_text(words, problem)));
    }

    /// Tries to open the device.
    pub fn open(mut self, command: Command, link: &EngineLink, words: &Words, shared: Shared) {
        self.begin();
        let order = link.order(command);
        let (link, words) = (link.clone(), words.clone());
        spawn(async move {
            let result = order.await;
            self.busy.set(false);
            match result {
                Ok(reply) => shared.arrived(&link, reply),
                Err(problem) => self.refuse(&words, &problem),
            }
        });
    }
}
