//! Notices that the person came back to the page, or the network to the
//! device.

use std::{cell::Cell, rc::Rc};

use web_sys::Event;

use super::{browser, clock, js};

/// The three events below come in a bunch.
const BUNCH_MS: u64 = 1_000;

/// Calls back when the page is shown again or the network is there again, as
/// long as the page lives. iOS cuts connections in the background silently,
/// and restores pages without loading them: no single event tells it all.
pub(super) fn on_resumed(callback: impl Fn() + Clone + 'static) {
    let Some(window) = browser::window() else {
        return;
    };
    let last = Rc::new(Cell::new(clock::now().monotonic));
    let resumed = move || {
        let now = clock::now().monotonic;
        if now.saturating_sub(last.replace(now)) >= BUNCH_MS {
            callback();
        }
    };
    js::listen(&window, "pageshow", {
        let resumed = resumed.clone();
        move |_: Event| resumed()
    });
    js::listen(&window, "online", {
        let resumed = resumed.clone();
        move |_: Event| resumed()
    });
    if let Some(document) = window.document() {
        let shown = document.clone();
        js::listen(&document, "visibilitychange", move |_: Event| {
            if !shown.hidden() {
                resumed();
            }
        });
    }
}
