//! Words said at the bottom of the screen after something was done.

use dioxus::prelude::*;
use handrail_engine::api::Command;

use crate::{
    components::{Button, ButtonLook, FocusMemory, Icon, IconName},
    engine_link::use_link,
    session::use_shared,
    words::{errors, use_words},
};

/// How long words stay when nobody closes them.
const STAYS_MS: u64 = 5_000;
/// How long words with an Undo button stay.
const STAYS_WITH_UNDO_MS: u64 = 12_000;

/// Words, and the order that takes the deed back.
#[derive(Debug, Clone, PartialEq)]
pub struct Toast {
    /// What was done.
    pub words: String,
    /// Order of the Undo button.
    pub undo: Option<Command>,
}

/// Shows the newest toast; screen readers hear it.
#[component]
pub fn Toasts() -> Element {
    let words = use_words();
    let link = use_link();
    let mut shared = use_shared();
    let mut shown = use_hook(|| CopyValue::new(0_u64));
    let sleep = link.device.sleep;
    use_effect(move || {
        let stays = match &*shared.toast.read() {
            None => return,
            Some(Toast { undo: None, .. }) => STAYS_MS,
            Some(_) => STAYS_WITH_UNDO_MS,
        };
        let number = shown().wrapping_add(1);
        shown.set(number);
        let ends = sleep(stays);
        spawn(async move {
            ends.await;
            if shown() == number {
                shared.toast.set(None);
            }
        });
    });
    let memory = use_context::<FocusMemory>();
    let closing = memory.clone();
    let undo_words = words.clone();
    let undo = use_callback(move |command: Command| {
        let order = link.order(command);
        let (words, memory) = (undo_words.clone(), memory.clone());
        spawn(async move {
            let said = match order.await {
                Ok(_) => words.say("toast-undone"),
                Err(error) => errors::error_text(&words, &error),
            };
            shared.toast.set(Some(Toast {
                words: said,
                undo: None,
            }));
            memory.go_home();
        });
    });
    rsx! {
        div { class: "toasts", role: "status", "aria-live": "polite", "data-testid": "toast-region",
            if let Some(toast) = (shared.toast)() {
                div { class: "toast", "data-testid": "toast",
                    span { class: "toast-words",
                        Icon { name: IconName::Check }
                        span { "{toast.words}" }
                    }
                    if let Some(command) = toast.undo {
                        Button {
                            label: words.say("toast-undo"),
                            look: ButtonLook::Plain,
                            testid: "undo",
                            on_press: move |()| undo.call(command.clone()),
                        }
                    }
                    Button {
                        label: words.say("close"),
                        icon: IconName::Close,
                        icon_only: true,
                        look: ButtonLook::Quiet,
                        testid: "toast-close",
                        on_press: move |()| {
                            shared.toast.set(None);
                            closing.go_home();
                        },
                    }
                }
            }
        }
    }
}
