//! How long to wait before the next try.

/// Doubles from one second to one minute, with chance in it, so that a relay
/// that comes back is not met by everybody at once.
#[derive(Debug, Default)]
pub(crate) struct Backoff {
    failures: u32,
}

const FIRST_MS: u64 = 1_000;
const LONGEST_MS: u64 = 60_000;

impl Backoff {
    /// Milliseconds to wait after one more failure: between half of the step
    /// and all of it, as `chance` says.
    pub(crate) fn next(&mut self, chance: u32) -> u64 {
        let step = (FIRST_MS << self.failures.min(6)).min(LONGEST_MS);
        self.failures = self.failures.saturating_add(1);
        step / 2 + (step / 2) * u64::from(chance) / u64::from(u32::MAX)
    }

    /// The last try went well.
    pub(crate) fn reset(&mut self) {
        self.failures = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_to_a_minute_and_start_again_after_success() {
        let mut backoff = Backoff::default();
        let longest: Vec<u64> = (0..8).map(|_| backoff.next(u32::MAX)).collect();
        assert_eq!(
            longest,
            [1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]
        );
        backoff.reset();
        assert_eq!(backoff.next(0), 500);
    }
}
