//! The page that the screens are in: its size, its title, its place in the system.

use wasm_bindgen::JsCast as _;
use web_sys::Event;

use super::{browser::window, js};

/// Narrower than this, screens speak of a phone (CSS pixels).
const PHONE_BELOW: f64 = 1000.0;

/// Minutes that local time is ahead of UTC at an instant.
pub fn offset_minutes_at(unix_milliseconds: i64) -> i32 {
    #[allow(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        reason = "dates of JavaScript are doubles; offsets are small"
    )]
    let behind = js_sys::Date::new(&(unix_milliseconds as f64).into()).get_timezone_offset() as i32;
    -behind
}

/// The screen is that of a phone.
pub fn is_phone() -> bool {
    window()
        .and_then(|window| window.inner_width().ok())
        .and_then(|width| width.as_f64())
        .is_some_and(|width| width < PHONE_BELOW)
}

/// Says the page's language, such as `es`, and its title.
pub fn set_page(language_tag: &str, title: &str) {
    let Some(document) = window().and_then(|window| window.document()) else {
        return;
    };
    document.set_title(title);
    if let Some(root) = document.document_element() {
        let _ = root.set_attribute("lang", language_tag);
    }
}

/// The app was installed and has a window of its own.
pub fn is_installed() -> bool {
    holds("(display-mode: standalone)")
}

/// The person asked their device for less that moves.
pub fn wants_stillness() -> bool {
    holds("(prefers-reduced-motion: reduce)")
}

fn holds(media: &str) -> bool {
    window()
        .and_then(|window| window.match_media(media).ok().flatten())
        .is_some_and(|answer| answer.matches())
}

/// Calls back when the browser offers to install the app; at once if it does so already.
pub fn on_install_ready(callback: impl Fn() + 'static) {
    let Some(window) = window() else { return };
    if js::property(&window, "handrailInstallReady").is_some_and(|ready| ready.is_truthy()) {
        callback();
    }
    js::listen(&window, "handrail-install-ready", move |_: Event| {
        callback();
    });
}

/// Shows the browser's question whether to install the app.
pub fn ask_install() {
    let Some(window) = window() else { return };
    if let Some(ask) = js::property(&window, "handrailAskInstall") {
        let _ = ask.unchecked_into::<js_sys::Function>().call0(&window);
    }
}
