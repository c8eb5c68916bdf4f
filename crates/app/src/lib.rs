//! Screens of Handrail: they render the engine's views and send its commands.
//!
//! No storage, no cryptography and no rules of the field live here. The only
//! module that touches the device is [`engine_link`].

mod app;
pub mod ask;
pub mod components;
pub mod crisis_pack;
#[cfg(feature = "desktop")]
mod desktop;
pub mod drafts;
pub mod engine_link;
mod exports;
pub mod forms;
pub mod giving;
pub mod keys;
pub mod routes;
pub mod screens;
pub mod session;
pub mod theme;
pub mod toast;
pub mod words;

pub use app::Frame;
#[cfg(any(feature = "web", feature = "desktop"))]
pub use app::launch;
#[cfg(any(feature = "web", feature = "desktop"))]
pub use engine_link::start_options;
