//! When to try again, and how much at once.

use core::mem::{Discriminant, discriminant};

use rand_core::CryptoRng;

use super::flight::Purpose;
use super::io::Trouble;

const FIRST_WAIT_MS: u64 = 1_000;
const LONGEST_WAIT_MS: u64 = 5 * 60_000;
const LEAST_WAIT_MS: u64 = 200;

const SMALLEST_BATCH: usize = 8 * 1024;
const FIRST_BATCH: usize = 64 * 1024;
const LARGEST_BATCH: usize = 256 * 1024;
/// A request that took less leaves room for twice as much.
const QUICK_MS: u64 = 2_000;
/// A request that took more was too large.
const SLOW_MS: u64 = 10_000;

/// What a wait is because of. It grows until that very thing succeeds: success
/// of something else does not mean that this will.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Blame {
    /// Requests of this kind.
    Request(Discriminant<Purpose>),
    /// This device's own database.
    Storage,
}

impl Blame {
    pub(super) fn of(purpose: &Purpose) -> Self {
        Self::Request(discriminant(purpose))
    }
}

/// Exponential backoff with full jitter, so that devices that lost the same
/// relay do not come back at the same moment.
#[derive(Debug, Default)]
pub(super) struct Backoff {
    failures: u32,
    until: Option<u64>,
    trouble: Option<Trouble>,
    blame: Option<Blame>,
}

impl Backoff {
    pub(super) fn fail(
        &mut self,
        blame: Blame,
        trouble: Option<Trouble>,
        now: u64,
        rng: &mut dyn CryptoRng,
    ) {
        let ceiling = FIRST_WAIT_MS
            .saturating_mul(1 << self.failures.min(16))
            .min(LONGEST_WAIT_MS - LEAST_WAIT_MS);
        self.failures = self.failures.saturating_add(1);
        let until = now + LEAST_WAIT_MS + rng.next_u64() % ceiling;
        self.until = Some(self.until.map_or(until, |earlier| earlier.max(until)));
        self.trouble = trouble;
        self.blame = Some(blame);
    }

    /// A request succeeded.
    pub(super) fn succeed(&mut self, purpose: &Purpose) {
        if self.blame == Some(Blame::of(purpose)) {
            self.reset();
        }
    }

    /// Something outside suggests that the relay can be reached.
    pub(super) fn nudge(&mut self) {
        if self.blame != Some(Blame::Storage) {
            self.reset();
        }
    }

    /// Everything is done, or a person wants it tried at once.
    pub(super) fn reset(&mut self) {
        *self = Self::default();
    }

    /// Until when nothing may be sent, if that is still ahead.
    pub(super) fn waiting(&self, now: u64) -> Option<u64> {
        self.until.filter(|until| *until > now)
    }

    pub(super) fn trouble(&self) -> Option<Trouble> {
        self.trouble
    }
}

/// How many bytes go into one request, learned from how the last ones went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Batch(usize);

impl Default for Batch {
    fn default() -> Self {
        Self(FIRST_BATCH)
    }
}

impl Batch {
    pub(super) fn bytes(self) -> usize {
        self.0
    }

    pub(super) fn succeeded(&mut self, took_ms: u64) {
        if took_ms < QUICK_MS {
            self.0 = (self.0 * 2).min(LARGEST_BATCH);
        } else if took_ms > SLOW_MS {
            self.failed();
        }
    }

    pub(super) fn failed(&mut self) {
        self.0 = (self.0 / 2).max(SMALLEST_BATCH);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand_chacha::ChaCha20Rng;
    use rand_chacha::rand_core::SeedableRng;

    #[test]
    fn waits_grow_to_five_minutes_and_end_with_a_success() {
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        let mut backoff = Backoff::default();
        for _ in 0..40 {
            let now = 1_000_000;
            backoff.until = None;
            backoff.fail(Blame::of(&Purpose::FetchRoster), None, now, &mut rng);
            let until = backoff.waiting(now).unwrap();
            assert!(until > now && until <= now + LONGEST_WAIT_MS);
        }
        assert_eq!(backoff.failures, 40);
        backoff.succeed(&Purpose::Challenge);
        assert_eq!(backoff.failures, 40, "something else succeeded");
        backoff.succeed(&Purpose::FetchRoster);
        assert_eq!(backoff.waiting(1_000_000), None);
        assert_eq!(backoff.failures, 0);
    }

    #[test]
    fn the_batch_stays_between_8_and_256_kib() {
        let mut batch = Batch::default();
        for _ in 0..20 {
            batch.succeeded(10);
        }
        assert_eq!(batch.bytes(), 256 * 1024);
        for _ in 0..20 {
            batch.failed();
        }
        assert_eq!(batch.bytes(), 8 * 1024);
        batch.succeeded(SLOW_MS);
        assert_eq!(batch.bytes(), 8 * 1024);
    }
}
