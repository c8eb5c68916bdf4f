//! Browser: a dedicated worker for the engine, its files in the origin's
//! private file system or, where that is missing, as images in IndexedDB.

mod browser;
mod camera;
mod clock;
mod code_reader;
mod envelope;
mod http;
mod images;
mod js;
mod lock;
mod memory_vfs;
mod opfs;
mod page;
mod passkey;
mod storage;
mod storage_gauge;
mod visibility;
mod voice;
mod wake;
mod window;
mod worker;
mod worker_link;

/// Memory that a try at the passphrase may take: a worker never gives it back, and a phone ends a
/// page that holds too much.
pub(crate) const LOCK_MEMORY_KIB: u32 = 64 * 1024;

pub(crate) use browser::preferred_languages;
pub(crate) use clock::spawn;
pub use clock::{now, sleep};
pub(crate) use http::exchange;
pub(crate) use js::compose;
pub(crate) use wake::open_stream;
pub(crate) use window::{Outlet, start_with};
pub(crate) use worker::run_worker_with;

pub use browser::{
    COMES_IN_PARTS, apply_update, copy_to_clipboard, current_origin, forget_page_fragment,
    is_worker, on_later_ready, on_update_ready, page_link, page_printer,
};
pub use camera::{MAY_HAVE_CAMERA, keep_screen_on, watch_camera};
pub use page::{
    ask_install, is_installed, is_phone, offset_minutes_at, on_install_ready, set_page,
    wants_stillness,
};
pub use passkey::passkeys;
pub use voice::voice;
