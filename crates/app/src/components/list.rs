use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

use dioxus::prelude::*;

use super::{Icon, IconName};

/// Kind words where a list has nothing to show.
#[component]
pub fn Empty(
    icon: IconName,
    title: String,
    #[props(default)] words: Option<String>,
    #[props(default)] children: Element,
) -> Element {
    rsx! {
        div { class: "empty",
            Icon { name: icon }
            h2 { "{title}" }
            if let Some(words) = words {
                p { "{words}" }
            }
            {children}
        }
    }
}

/// How loud a mark is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MarkTone {
    /// For information.
    #[default]
    Quiet,
    /// Asks for attention.
    Attention,
    /// Done.
    Good,
    /// Belongs to the app's colour.
    Primary,
}

/// A few words in a small frame.
#[component]
pub fn Mark(
    words: String,
    #[props(default)] tone: MarkTone,
    #[props(default)] icon: Option<IconName>,
) -> Element {
    let class = match tone {
        MarkTone::Quiet => "mark",
        MarkTone::Attention => "mark mark-attention",
        MarkTone::Good => "mark mark-good",
        MarkTone::Primary => "mark mark-primary",
    };
    rsx! {
        span { class,
            if let Some(icon) = icon {
                Icon { name: icon }
            }
            span { "{words}" }
        }
    }
}

/// Moves the focus through the rows of a list with `j` and `k`.
#[derive(Clone, Default)]
pub struct RowFocus {
    rows: Rc<RefCell<BTreeMap<usize, Rc<MountedData>>>>,
    at: Rc<RefCell<Option<usize>>>,
}

impl PartialEq for RowFocus {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.rows, &other.rows)
    }
}

impl RowFocus {
    /// Row number `index` is on the screen.
    pub fn mounted(&self, index: usize, element: Rc<MountedData>) {
        self.rows.borrow_mut().insert(index, element);
    }

    /// The focus is on row number `index`.
    pub fn focused(&self, index: usize) {
        self.at.replace(Some(index));
    }

    /// The row after (`forward`) or before the focused one, among `count`.
    pub fn step(&self, forward: bool, count: usize) -> Option<Rc<MountedData>> {
        let next = match (*self.at.borrow(), forward) {
            (None, _) => 0,
            (Some(at), true) => at.saturating_add(1).min(count.saturating_sub(1)),
            (Some(at), false) => at.saturating_sub(1),
        };
        let row = self.rows.borrow().get(&next)?.clone();
        self.at.replace(Some(next));
        Some(row)
    }
}

/// One [`RowFocus`] for the list of a screen, told about `j` and `k` by the
/// shell's [`crate::keys::ListKeys`].
pub fn use_row_focus(count: usize) -> RowFocus {
    let focus = use_hook(RowFocus::default);
    let keys = try_use_context::<Signal<crate::keys::ListKeys>>();
    let moving = focus.clone();
    let mut last = use_hook(|| CopyValue::new(keys.map_or(0, |keys| keys.peek().pressed)));
    let mut rows = use_hook(|| CopyValue::new(0));
    rows.set(count);
    use_effect(move || {
        let Some(keys) = keys else { return };
        let now = keys();
        if now.pressed == last() {
            return;
        }
        last.set(now.pressed);
        if let Some(row) = moving.step(now.forward, rows()) {
            spawn(async move {
                let _gone = row.set_focus(true).await;
            });
        }
    });
    focus
}
