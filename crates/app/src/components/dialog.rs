use std::{cell::RefCell, rc::Rc};

use dioxus::prelude::*;

/// Remembers the button pressed last, so that focus returns to it when a
/// dialog closes, and the frame of the app for when that button is gone:
/// without a focus inside of it the app would hear no keys.
#[derive(Clone, Default)]
pub struct FocusMemory {
    last: Rc<RefCell<Option<Rc<MountedData>>>>,
    home: Rc<RefCell<Option<Rc<MountedData>>>>,
}

impl FocusMemory {
    /// The button just pressed.
    pub fn remember(&self, element: Rc<MountedData>) {
        self.last.replace(Some(element));
    }

    /// No button was pressed: a key was.
    pub fn forget(&self) {
        self.last.replace(None);
    }

    /// The frame that hears the keys.
    pub fn set_home(&self, element: Rc<MountedData>) {
        self.home.replace(Some(element));
    }

    /// Moves the focus to the frame.
    pub fn go_home(&self) {
        self.go_to(None);
    }

    fn last(&self) -> Option<Rc<MountedData>> {
        self.last.borrow().clone()
    }

    /// Moves the focus to `element`, or to the frame when it is gone.
    fn go_to(&self, element: Option<Rc<MountedData>>) {
        let home = self.home.borrow().clone();
        dioxus::core::spawn_forever(async move {
            for candidate in [home, element].into_iter().flatten() {
                // A gone element leaves the focus on the frame.
                let _gone = candidate.set_focus(true).await;
            }
        });
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
    let memory = use_hook(try_consume_context::<FocusMemory>);
    let opener = use_hook(|| memory.as_ref().and_then(FocusMemory::last));
    use_drop(move || {
        if let Some(memory) = memory {
            memory.go_to(opener);
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
            span { tabindex: "0", onfocus: move |_| to_heading() }
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
            span { tabindex: "0", onfocus: move |_| to_heading() }
        }
    }
}
