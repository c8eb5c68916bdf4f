//! Desktop: a thread for the engine, files in a directory, the system's TLS
//! roots.

mod clock;
mod desk;
mod directory;
mod ending;
mod host;
mod http;
mod thread;
mod wake;

/// Memory that a try at the passphrase may take on a computer.
pub(crate) const LOCK_MEMORY_KIB: u32 = 256 * 1024;

pub use clock::{now, offset_minutes_at, sleep};
pub(crate) use desk::preferred_languages;
pub(crate) use handrail_engine::nfc as compose;
pub(crate) use http::exchange;
pub(crate) use thread::{Outlet, run_worker_with, spawn, start_with};
pub(crate) use wake::open_stream;

pub use desk::{
    COMES_IN_PARTS, MAY_HAVE_CAMERA, apply_update, ask_install, copy_to_clipboard, current_origin,
    forget_page_fragment, has_screen, is_installed, is_phone, is_worker, keep_screen_on,
    on_install_ready, on_later_ready, on_update_ready, page_link, page_printer, passkeys, set_page,
    voice, wants_stillness, watch_camera,
};
pub use directory::window_directory;
pub use ending::wait_for_engines;

/// Notes and names pass through many hands: what is given back is wiped.
#[global_allocator]
static MEMORY: handrail_engine::memory::Scrubbed = handrail_engine::memory::Scrubbed;
