//! What the desktop around the window offers.

use std::sync::{LazyLock, Mutex, PoisonError};

use arboard::Clipboard;

use crate::camera::{Hear, PutOff, Seen};

/// Says that this program is a second copy that only runs the engine: never
/// on a desktop, where the engine has a thread.
pub fn is_worker() -> bool {
    false
}

/// Address of the server that this app came from: none on a desktop.
pub fn current_origin() -> Option<String> {
    None
}

/// Whole address of the page: none on a desktop.
pub fn page_link() -> Option<String> {
    None
}

/// Removes the fragment from the page's address: nothing to do on a desktop.
pub fn forget_page_fragment() {}

/// Code and words of some screens come after those of the first: not in a program.
pub const COMES_IN_PARTS: bool = false;

/// Calls back when the code of every screen is here: a program has all of it.
pub fn on_later_ready(callback: impl Fn() + 'static) {
    callback();
}

/// Calls back when a new version waits: on a desktop the system's package
/// manager sees to that, so never.
pub fn on_update_ready(callback: impl Fn() + 'static) {
    drop(callback);
}

/// Starts the version that waits: there is none on a desktop.
pub fn apply_update() {}

/// What prints the page: a window has its own way, which is not known here.
pub fn page_printer() -> Option<fn()> {
    None
}

/// A window of its own has no voice.
pub fn voice() -> Option<fn(&str, &str) -> bool> {
    None
}

/// A window of its own has no camera: what another device gives comes as a file.
pub const MAY_HAVE_CAMERA: bool = false;

/// Says that there is none.
pub fn watch_camera(_video: &str, mut hear: Hear) -> PutOff {
    hear(Seen::Missing);
    Box::new(|| ())
}

/// Keeps the screen on: a desktop's own settings see to that.
pub fn keep_screen_on(_on: bool) {}

/// The person asked their device for less that moves: a window of its own is not told.
pub fn wants_stillness() -> bool {
    false
}

/// A window of its own has no host, and passkeys belong to hosts.
pub fn passkeys() -> Option<crate::passkeys::Passkeys> {
    None
}

/// Whether a window can be opened: X11 and Wayland name their screen to programs.
pub fn has_screen() -> bool {
    let named = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(target_os = "macos", target_os = "windows"))
        || ["DISPLAY", "WAYLAND_DISPLAY"].into_iter().any(named)
}

/// A desktop's screen is never that of a phone.
pub fn is_phone() -> bool {
    false
}

/// Language and title of the page: the window has its own.
pub fn set_page(_language_tag: &str, _title: &str) {}

/// A program on a desktop is always installed.
pub fn is_installed() -> bool {
    true
}

/// Calls back when the app can be installed: it is, so never.
pub fn on_install_ready(callback: impl Fn() + 'static) {
    drop(callback);
}

/// Asks whether to install the app: it is.
pub fn ask_install() {}

/// Puts text on the clipboard; `false` when there is none.
#[allow(clippy::unused_async, reason = "a browser asks for permission first")]
pub async fn copy_to_clipboard(text: &str) -> bool {
    // Some systems lose the text with the owner: it stays for the program's life.
    static CLIPBOARD: LazyLock<Mutex<Option<Clipboard>>> =
        LazyLock::new(|| Mutex::new(Clipboard::new().ok()));
    let mut clipboard = CLIPBOARD.lock().unwrap_or_else(PoisonError::into_inner);
    clipboard
        .as_mut()
        .is_some_and(|clipboard| clipboard.set_text(text).is_ok())
}

/// Languages of the user, best first, such as `es-MX`.
pub(crate) fn preferred_languages() -> Vec<String> {
    sys_locale::get_locales().collect()
}
