//! What the browser around the page offers.

use js_sys::futures::JsFuture;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{DedicatedWorkerGlobalScope, Event, Window};

use super::js;

/// Says that this is the copy of the program that only runs the engine.
pub fn is_worker() -> bool {
    js_sys::global().is_instance_of::<DedicatedWorkerGlobalScope>()
}

/// Scheme, host and port that this app came from.
pub fn current_origin() -> Option<String> {
    window()?.location().origin().ok()
}

/// Whole address of the page, fragment included.
pub fn page_link() -> Option<String> {
    window()?.location().href().ok()
}

/// Removes the fragment from the page's address and from its history entry:
/// an invitation's secret must not stay there.
pub fn forget_page_fragment() {
    let Some(window) = window() else { return };
    let location = window.location();
    let (Ok(path), Ok(query)) = (location.pathname(), location.search()) else {
        return;
    };
    if let Ok(history) = window.history() {
        let state = history.state().unwrap_or_default();
        let _ = history.replace_state_with_url(&state, "", Some(&format!("{path}{query}")));
    }
}

/// Calls back when a new version waits; at once if it does so already.
pub fn on_update_ready(callback: impl Fn() + 'static) {
    let Some(window) = window() else { return };
    if js::property(&window, "handrailUpdateReady").is_some_and(|ready| ready.is_truthy()) {
        callback();
    }
    js::listen(&window, "handrail-update-ready", move |_: Event| callback());
}

#[wasm_bindgen]
extern "C" {
    /// Fetches the later part of the module at once, if it is not here (`assets/web/later.js`).
    #[wasm_bindgen(js_name = handrailLoadLater)]
    fn load_later();
}

/// Code and words of some screens come after those of the first.
pub const COMES_IN_PARTS: bool = true;

/// Calls back when the code of every screen is here; at once if it is so already.
pub fn on_later_ready(callback: impl Fn() + 'static) {
    // What stands in for later code calls this; here it is named so that the module keeps it.
    std::hint::black_box(load_later as fn());
    let Some(window) = window() else { return };
    if js::property(&window, "handrailLaterReady").is_some_and(|ready| ready.is_truthy()) {
        callback();
    }
    js::listen(&window, "handrail-later-ready", move |_: Event| callback());
}

/// Starts the version that waits: the page loads again, once.
pub fn apply_update() {
    let Some(window) = window() else { return };
    if let Some(apply) = js::property(&window, "handrailApplyUpdate") {
        let _ = apply.unchecked_into::<js_sys::Function>().call0(&window);
    }
}

/// What prints the page: the browser, with its own dialog.
pub fn page_printer() -> Option<fn()> {
    Some(|| {
        if let Some(window) = window() {
            let _ = window.print();
        }
    })
}

/// Puts text on the clipboard; `false` when the browser refuses.
pub async fn copy_to_clipboard(text: &str) -> bool {
    let clipboard = window()
        .and_then(|window| js::property(&window.navigator(), "clipboard"))
        .map(wasm_bindgen::JsCast::unchecked_into::<web_sys::Clipboard>);
    match clipboard {
        Some(clipboard) => JsFuture::from(clipboard.write_text(text)).await.is_ok(),
        None => false,
    }
}

/// Languages of the user, best first, such as `es-MX`.
pub(crate) fn preferred_languages() -> Vec<String> {
    window()
        .map(|window| window.navigator().languages())
        .map(|languages| languages.iter().filter_map(|tag| tag.as_string()).collect())
        .unwrap_or_default()
}

pub(super) fn window() -> Option<Window> {
    web_sys::window()
}
