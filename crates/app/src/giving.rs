//! Orders that screens give, and what becomes of each.

use dioxus::prelude::*;
use handrail_engine::api::Reply;

use crate::{
    drafts::{Drafts, use_drafts},
    engine_link::{EngineLink, Local, use_link},
    forms::PageOrder,
    session::{Shared, use_shared},
    toast::Toast,
    words::{Words, errors, use_words},
};

/// Gives orders and says what became of them: at the bottom of the screen, or in the dialog that gave one
/// where that was refused.
#[derive(Clone)]
pub struct Giving {
    link: EngineLink,
    drafts: Drafts,
    shared: Shared,
    words: Words,
}

/// For a screen that gives orders.
pub fn use_giving() -> Giving {
    Giving {
        link: use_link(),
        drafts: use_drafts(),
        shared: use_shared(),
        words: use_words(),
    }
}

impl Giving {
    /// Gives an order; the answer is the reply, or the words for why it was refused. A dialog that gave it
    /// stays open and busy until then, closes once it was taken, and else shows those words. `None` while
    /// the answer to another order of the dialog is awaited.
    pub fn give(&self, order: PageOrder) -> Option<Local<Result<Reply, String>>> {
        let Self {
            link,
            drafts,
            mut shared,
            words,
        } = self.clone();
        let dialog = shared.asked.begins()?;
        let ordered = link.order(order.command);
        Some(Box::pin(async move {
            let (answer, said, undo) = match ordered.await {
                Ok(reply) => {
                    if let Some(draft) = &order.draft {
                        drafts.discard(draft);
                    }
                    shared.asked.ends(dialog, None);
                    let said = (!order.said.is_empty()).then(|| words.say(order.said));
                    (Ok(reply), said, order.undo)
                }
                Err(error) => {
                    let said = errors::error_text(&words, &error);
                    let is_shown = shared.asked.ends(dialog, Some(said.clone()));
                    (Err(said.clone()), Some(said).filter(|_| !is_shown), None)
                }
            };
            if let Some(words) = said {
                shared.toast.set(Some(Toast { words, undo }));
            }
            answer
        }))
    }

    /// Gives an order that nothing else follows; what became of it is said wherever the person is by then.
    pub fn send(&self, order: PageOrder) {
        if let Some(given) = self.give(order) {
            dioxus::core::spawn_forever(async move {
                // It was said.
                let _told = given.await;
            });
        }
    }
}
