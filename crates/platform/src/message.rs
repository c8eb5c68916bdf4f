//! What reaches the loop that runs the engine.

use handrail_engine::io::Input;

/// One thing for the engine's loop to look at.
#[cfg_attr(
    not(target_arch = "wasm32"),
    allow(dead_code, reason = "only tabs of a browser come to this")
)]
#[allow(
    clippy::large_enum_variant,
    reason = "one is alive at a time, and most are for the engine"
)]
pub(crate) enum Message {
    /// For the engine.
    Input(Input),
    /// A screen here wants the database that is open elsewhere.
    TakeOver,
    /// Somebody elsewhere wants the database that is open here.
    StepBack,
    /// Nobody listens any more.
    Stop,
}
