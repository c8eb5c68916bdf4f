//! Words said at the bottom of the screen after something was done.

use dioxus::prelude::*;
use handrail_engine::api::{Command, Topic};

use crate::{
    ask::Revisions,
    components::{Button, ButtonLook, FocusMemory, Icon, IconName},
    engine_link::use_link,
    session::use_shared,
    words::{errors, use_words},
};

/// How long words stay when nobody closes them, at the least.
const STAYS_MS: u64 = 5_000;
/// How long words with an Undo button stay, at the least.
const STAYS_WITH_UNDO_MS: u64 = 12_000;
/// How long each letter stays: why something was refused is read to its end.
const LETTER_MS: usize = 70;

/// Words, and the order that takes the deed back.
#[derive(Debug, Clone, PartialEq)]
pub struct Toast {
    /// What was done.
    pub words: String,
    /// Order of the Undo button.
    pub undo: Option<Command>,
}

/// How long a toast stays when nobody closes it, in milliseconds.
fn stays(toast: &Toast) -> u64 {
    let least = match toast.undo {
        None => STAYS_MS,
        Some(_) => STAYS_WITH_UNDO_MS,
    };
    let read = u64::try_from(toast.words.len() * LETTER_MS);
    least.max(read.unwrap_or(least))
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
            Some(toast) => stays(toast),
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
    let mut revisions = use_context::<Signal<Revisions>>();
    let undo_words = words.clone();
    let undo = use_callback(move |()| {
        let taken = shared.toast.write().take();
        let Some(command) = taken.and_then(|toast| toast.undo) else {
            return;
        };
        // What was put away comes back, and is in no history.
        let said = match command {
            Command::SaveDraft { .. } => "log-kept",
            _ => "toast-undone",
        };
        let order = link.order(command);
        let (words, memory) = (undo_words.clone(), memory.clone());
        spawn(async move {
            let said = match order.await {
                Ok(_) => {
                    // Nobody is told of a form that is there again.
                    revisions.write().bump(Topic::Encounters);
                    words.say(said)
                }
                Err(error) => errors::error_text(&words, &error),
            };
            shared.toast.set(Some(Toast {
                words: said,
                undo: None,
            }));
            memory.go_home();
        });
    });
    // The order itself is taken, never copied.
    let said = shared.toast.read();
    let said = said
        .as_ref()
        .map(|toast| (toast.words.clone(), toast.undo.is_some()));
    rsx! {
        div { class: "toasts", role: "status", "aria-live": "polite", "data-testid": "toast-region",
            if let Some((said , can_undo)) = said {
                div { class: "toast", "data-testid": "toast",
                    span { class: "toast-words",
                        // Beside a refusal a tick would say that it was done.
                        if can_undo || said == words.say("saved-here") {
                            Icon { name: IconName::Check }
                        }
                        span { "{said}" }
                    }
                    if can_undo {
                        Button {
                            label: words.say("toast-undo"),
                            look: ButtonLook::Plain,
                            testid: "undo",
                            on_press: undo,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_words_go_soon_and_a_long_refusal_stays_until_it_is_read() {
        let said = |words: &str, undo| {
            stays(&Toast {
                words: words.to_owned(),
                undo,
            })
        };
        assert_eq!(said("Saved", None), 5_000);
        let lock = Some(Command::Lock);
        assert_eq!(said("Saved", lock.clone()), 12_000);
        let long = "Nothing was changed. ".repeat(10);
        assert_eq!(said(&long, None), 14_700);
        assert_eq!(said(&long, lock), 14_700);
    }
}
