//! A clock that tests turn by hand.

use handrail_sync::Moment;

/// A device's idea of time: a monotonic clock that only moves forward, and a
/// wall clock that may be wrong by years and may jump.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FakeClock {
    monotonic: u64,
    wrong_by: i64,
}

/// 1 May 2026, 12:00 UTC: when every simulated world begins, Unix ms.
pub const BEGINNING: i64 = 1_777_636_800_000;

impl Default for FakeClock {
    fn default() -> Self {
        Self::new()
    }
}

impl FakeClock {
    /// A right clock at the beginning.
    pub fn new() -> Self {
        Self {
            monotonic: 0,
            wrong_by: 0,
        }
    }

    /// Lets time pass.
    pub fn pass(&mut self, ms: u64) {
        self.monotonic += ms;
    }

    /// Sets how far the monotonic clock is; never back.
    pub fn pass_until(&mut self, monotonic: u64) {
        self.monotonic = self.monotonic.max(monotonic);
    }

    /// Makes the wall clock wrong by so much, ms.
    pub fn jump(&mut self, wrong_by: i64) {
        self.wrong_by = wrong_by;
    }

    /// Milliseconds of the monotonic clock.
    pub fn monotonic(&self) -> u64 {
        self.monotonic
    }

    /// Unix ms as the device believes.
    pub fn wall(&self) -> i64 {
        let passed = i64::try_from(self.monotonic).unwrap_or(i64::MAX);
        BEGINNING
            .saturating_add(passed)
            .saturating_add(self.wrong_by)
    }

    /// Both.
    pub fn moment(&self) -> Moment {
        Moment {
            monotonic: self.monotonic,
            at: self.wall(),
        }
    }
}
