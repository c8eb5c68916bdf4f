//! What leaves the app: a text that is copied, and files, of which it stands in the log first that they do.

use dioxus::prelude::*;
use handrail_engine::api::{Command, EngineError, Export};

use crate::{
    components::file_address,
    engine_link::{EngineLink, use_link},
    session::{Shared, use_shared},
    toast::Toast,
    words::{Words, errors, use_words},
};

/// What leaves.
#[derive(Debug, Clone, PartialEq)]
pub struct Leaving {
    /// As the log tells of it.
    pub export: Export,
    /// Its name.
    pub name: String,
    /// What is in it, as browsers name kinds of files.
    pub kind: &'static str,
    /// Its text.
    pub text: String,
    /// Key of what is said once the device has saved it.
    pub saved: &'static str,
}

/// Lets files leave, and says what came of it.
#[derive(Clone)]
pub struct Exports {
    link: EngineLink,
    words: Words,
    shared: Shared,
}

/// Copies a text, and says whether that could be done; `copied` is the key of what is said where it was.
pub fn use_copy(copied: &'static str) -> Callback<String> {
    let words = use_words();
    let link = use_link();
    let mut shared = use_shared();
    use_callback(move |text: String| {
        let copying = (link.device.copy)(text);
        let words = words.clone();
        spawn(async move {
            let said = if copying.await {
                copied
            } else {
                "accesses-not-copied"
            };
            shared.toast.set(Some(Toast {
                words: words.say(said),
                undo: None,
            }));
        });
    })
}

/// For a page that makes files.
pub fn use_exports() -> Exports {
    Exports {
        link: use_link(),
        words: use_words(),
        shared: use_shared(),
    }
}

impl Exports {
    /// Writes down that a file leaves, then has the device save it; where a link of the page saves it, the
    /// address of that link.
    pub async fn leave(&self, file: Leaving) -> Option<String> {
        self.shared.asked.shows(None);
        let noting = self.link.order(Command::NoteExport(file.export));
        match (noting.await, self.link.device.save_file) {
            (Ok(_), Some(save)) => {
                if save(file.name, file.text.into_bytes()).await {
                    self.say(self.words.say(file.saved));
                }
                None
            }
            (Ok(_), None) => Some(file_address(file.kind, &file.text)),
            (Err(error), _) => {
                self.refuse(&error);
                None
            }
        }
    }

    /// Says why there is no file: in the dialog where one is open.
    pub fn refuse(&self, error: &EngineError) {
        let said = errors::error_text(&self.words, error);
        if !self.shared.asked.shows(Some(said.clone())) {
            self.say(said);
        }
    }

    fn say(&self, words: String) {
        let mut toast = self.shared.toast;
        toast.set(Some(Toast { words, undo: None }));
    }
}
