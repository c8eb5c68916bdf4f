use std::{cell::RefCell, rc::Rc};

use dioxus::prelude::*;

use super::{Notice, NoticeTone};
use crate::session::use_shared;

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

/// The dialog that is open. While the answer to its order is awaited it takes no other; it closes once the
/// order was taken, and stays with what was typed and the reason where it was refused.
#[derive(Clone, Copy)]
pub struct Asked {
    /// Its number and its way to close; none while no dialog is open.
    open: CopyValue<(u32, Option<EventHandler<()>>)>,
    waiting: Signal<bool>,
    refused: Signal<Option<String>>,
}

/// For all dialogs of the app, of which one is open at a time.
pub fn use_asked() -> Asked {
    Asked {
        open: use_hook(|| CopyValue::new((0, None))),
        waiting: use_signal(|| false),
        refused: use_signal(|| None),
    }
}

impl Asked {
    /// The answer to its order is awaited.
    pub fn waits(self) -> bool {
        (self.waiting)()
    }

    /// What is wrong with what was typed, or else why the order was refused. It stands before the buttons.
    pub fn refusal(self, wrong: Option<String>) -> Element {
        let problem = wrong.or_else(|| (self.refused)());
        rsx! {
            if let Some(problem) = problem {
                Notice { tone: NoticeTone::Attention, alert: true, testid: "form-error", p { "{problem}" } }
            }
        }
    }

    /// An order is given: the number of the dialog that gave it, 0 where none is open; `None` while the
    /// answer to another is awaited.
    pub fn begins(mut self) -> Option<u32> {
        let (number, on_close) = (self.open)();
        if on_close.is_none() {
            return Some(0);
        }
        if *self.waiting.peek() {
            return None;
        }
        self.waiting.set(true);
        self.refused.set(None);
        Some(number)
    }

    /// The order of that dialog was answered. False where it is not open any more.
    pub fn ends(mut self, number: u32, refused: Option<String>) -> bool {
        let (open, on_close) = (self.open)();
        let Some(on_close) = on_close.filter(|_| open == number) else {
            return false;
        };
        self.waiting.set(false);
        if refused.is_none() {
            on_close.call(());
        }
        self.refused.set(refused);
        true
    }

    /// Shows in the dialog why what it did by itself was refused, or that nothing is any more. False where
    /// none is open.
    pub fn shows(mut self, refused: Option<String>) -> bool {
        let (_, on_close) = (self.open)();
        if on_close.is_some() {
            self.refused.set(refused);
        }
        on_close.is_some()
    }

    fn opens(mut self, on_close: EventHandler<()>) -> u32 {
        let number = (self.open)().0.wrapping_add(1);
        self.open.set((number, Some(on_close)));
        if *self.waiting.peek() {
            self.waiting.set(false);
        }
        if self.refused.peek().is_some() {
            self.refused.set(None);
        }
        number
    }

    fn goes(mut self, number: u32) {
        if (self.open)().0 == number {
            self.open.set((number, None));
        }
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
    let asked = use_shared().asked;
    let (opener, number) = use_hook(|| {
        let opener = memory.as_ref().and_then(FocusMemory::last);
        (opener, asked.opens(on_close))
    });
    use_drop(move || {
        asked.goes(number);
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
