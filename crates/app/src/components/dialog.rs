use std::{cell::RefCell, rc::Rc};

use dioxus::prelude::*;

/// Remembers the button pressed last, so that focus returns to it when a
/// dialog closes.
#[derive(Clone, Default)]
pub struct FocusMemory(Rc<RefCell<Option<Rc<MountedData>>>>);

impl FocusMemory {
    /// The button just pressed.
    pub fn remember(&self, element: Rc<MountedData>) {
        self.0.replace(Some(element));
    }

    fn last(&self) -> Option<Rc<MountedData>> {
        self.0.borrow().clone()
    }
}

/// A question that must be answered first. Focus moves to its title, stays
/// inside, and returns to the button that opened it; Escape closes.
#[component]
pub fn Dialog(
    title: String,
    testid: String,
    on_close: EventHandler<()>,
    children: Element,
) -> Element {
    let mut heading = use_signal(|| None::<Rc<MountedData>>);
    let opener = use_hook(|| try_consume_context::<FocusMemory>().and_then(|memory| memory.last()));
    use_drop(move || {
        if let Some(opener) = opener {
            dioxus::core::spawn_forever(async move {
                // The opener may be gone with its row: then there is nothing to focus.
                let _gone = opener.set_focus(true).await;
            });
        }
    });
    let to_heading = move || {
        if let Some(heading) = heading.peek().clone() {
            spawn(async move {
                let _gone = heading.set_focus(true).await;
            });
        }
    };
    rsx! {
        div { class: "veil", onclick: move |_| on_close.call(()),
            span { tabindex: "0", "aria-hidden": "true", onfocus: move |_| to_heading() }
            div {
                class: "dialog",
                role: "dialog",
                "aria-modal": "true",
                "aria-labelledby": "dialog-title",
                "data-testid": testid,
                onclick: |event| event.stop_propagation(),
                onkeydown: move |event| {
                    event.stop_propagation();
                    if event.key() == Key::Escape {
                        on_close.call(());
                    }
                },
                h2 {
                    id: "dialog-title",
                    tabindex: "-1",
                    onmounted: move |event| {
                        let mounted = event.data();
                        heading.set(Some(mounted.clone()));
                        spawn(async move {
                            let _gone = mounted.set_focus(true).await;
                        });
                    },
                    "{title}"
                }
                {children}
            }
            span { tabindex: "0", "aria-hidden": "true", onfocus: move |_| to_heading() }
        }
    }
}
