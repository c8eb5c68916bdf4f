use std::{
    sync::LazyLock,
    time::{Duration, Instant},
};

use chrono::{Local, Offset as _, TimeZone as _};
use handrail_engine::io::Clock;

#[allow(
    clippy::disallowed_methods,
    reason = "the one place that reads the clock"
)]
static START: LazyLock<Instant> = LazyLock::new(Instant::now);

/// The time as this device has it.
pub fn now() -> Clock {
    let local = Local::now();
    let monotonic = START.elapsed().as_millis();
    Clock {
        at: local.timestamp_millis(),
        offset_minutes: local.offset().fix().local_minus_utc() / 60,
        monotonic: u64::try_from(monotonic).unwrap_or(u64::MAX),
    }
}

/// Minutes that local time is ahead of UTC at an instant.
pub fn offset_minutes_at(unix_milliseconds: i64) -> i32 {
    Local
        .timestamp_millis_opt(unix_milliseconds)
        .single()
        .map_or(0, |local| local.offset().fix().local_minus_utc() / 60)
}

/// Returns after so many milliseconds, or a little later.
pub async fn sleep(milliseconds: u64) {
    futures_timer::Delay::new(Duration::from_millis(milliseconds)).await;
}
