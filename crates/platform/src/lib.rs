//! The only place that knows on what it runs: clock, randomness, timers,
//! files, network, thread or worker.
//!
//! On the web the engine runs in a dedicated worker, which is this same
//! program started a second time; on a desktop it runs on a thread. Screens
//! see an [`EngineHandle`] in both cases.

mod backoff;
mod camera;
#[cfg(any(test, target_arch = "wasm32"))]
mod codes;
mod content_type;
mod core;
mod driver;
mod errands;
mod handle;
#[cfg(any(test, target_arch = "wasm32"))]
mod image;
mod language;
mod launch;
mod message;
mod passkeys;
mod places;
mod registry;
mod sse;
mod standing;
mod wake;

#[cfg(not(target_arch = "wasm32"))]
mod native;
#[cfg(not(target_arch = "wasm32"))]
use native as host;
#[cfg(target_arch = "wasm32")]
mod web;
#[cfg(target_arch = "wasm32")]
use web as host;

pub use crate::core::EngineCore;
pub use camera::{Hear, PutOff, Seen};
pub use handle::EngineHandle;
pub use host::{
    COMES_IN_PARTS, MAY_HAVE_CAMERA, apply_update, ask_install, copy_to_clipboard, current_origin,
    forget_page_fragment, is_installed, is_phone, is_worker, keep_screen_on, now,
    offset_minutes_at, on_install_ready, on_later_ready, on_update_ready, page_link, page_printer,
    passkeys, set_page, sleep, voice, wants_stillness, watch_camera,
};
#[cfg(not(target_arch = "wasm32"))]
pub use host::{has_screen, wait_for_engines, window_directory};
pub use language::preferred_language;
pub use launch::{StartOptions, run_engine_worker, run_engine_worker_with, start, start_with};
pub use passkeys::Passkeys;
pub use places::{NotErased, Places};
