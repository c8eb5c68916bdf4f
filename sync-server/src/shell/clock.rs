//! The relay's clock: the one place of this crate that reads it. The core takes `now`.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// Unix milliseconds.
#[allow(
    clippy::disallowed_methods,
    reason = "the relay's shell is where its clock is read"
)]
pub fn now_ms() -> u64 {
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or(Duration::ZERO);
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}

/// A reading that never goes back, to measure with.
#[allow(
    clippy::disallowed_methods,
    reason = "the relay's shell is where its clock is read"
)]
pub fn instant() -> Instant {
    Instant::now()
}
