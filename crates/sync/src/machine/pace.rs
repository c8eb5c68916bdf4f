//! When to try again, and how much at once.

use core::mem::{Discriminant, discriminant};

use rand_core::CryptoRng;

use super::flight::Purpose;
use super::io::Trouble;

const FIRST_WAIT_MS: u64 = 1_000;
const LONGEST_WAIT_MS: u64 = 5 * 60_000;
const LEAST_WAIT_MS: u64 = 200;
/// What is waited when the relay is asked too much and names no time.
const USUAL_PATIENCE_MS: u64 = 2_000;

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
    /// The relay was reached and asked for patience.
    patience: bool,
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
        self.patience = false;
    }

    /// The relay answers that it is asked too much, and perhaps for how long to
    /// leave it alone. Nothing is wrong; everything waits at least so long.
    pub(super) fn be_patient(
        &mut self,
        blame: Blame,
        asked_ms: Option<u64>,
        now: u64,
        rng: &mut dyn CryptoRng,
    ) {
        self.fail(blame, None, now, rng);
        let asked = asked_ms.unwrap_or(USUAL_PATIENCE_MS).min(LONGEST_WAIT_MS);
        self.until = self.until.map(|until| until.max(now + asked));
        self.patience = true;
    }

    /// A request succeeded.
    pub(super) fn succeed(&mut self, purpose: &Purpose) {
        if self.blame == Some(Blame::of(purpose)) {
            self.reset();
        }
    }

    /// Something outside suggests that the relay can be reached.
    pub(super) fn nudge(&mut self) {
        if self.blame != Some(Blame::Storage) && !self.patience {
            self.reset();
        }
    }

    /// Whether the wait is one that the relay asked for.
    pub(super) fn is_patience(&self) -> bool {
        self.patience
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

/// Requests that may bring nothing new, one after the other.
const FRUITLESS_AT_ONCE: u64 = 240;
/// Then one in so many milliseconds.
const FRUITLESS_EACH_MS: u64 = 500;

/// How often a relay is asked that answers well and brings nothing: one whose
/// pages never end, or that ends every session, must not empty a battery.
#[derive(Debug, Clone, Copy)]
pub(super) struct Allowance {
    left: u64,
    since: u64,
}

impl Default for Allowance {
    fn default() -> Self {
        Self {
            left: FRUITLESS_AT_ONCE,
            since: 0,
        }
    }
}

impl Allowance {
    /// A request was made.
    pub(super) fn spend(&mut self, now: u64) {
        let earned = now.saturating_sub(self.since) / FRUITLESS_EACH_MS;
        self.since += earned * FRUITLESS_EACH_MS;
        self.left = self
            .left
            .saturating_add(earned)
            .min(FRUITLESS_AT_ONCE)
            .saturating_sub(1);
    }

    /// It brought something.
    pub(super) fn give_back(&mut self) {
        self.left = (self.left + 1).min(FRUITLESS_AT_ONCE);
    }

    /// When the next request may be made, if that is still ahead.
    pub(super) fn waiting(&self, now: u64) -> Option<u64> {
        let next = self.since + FRUITLESS_EACH_MS;
        (self.left == 0 && next > now).then_some(next)
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
    fn what_the_relay_asks_for_is_waited_and_hints_do_not_shorten_it() {
        let mut rng = ChaCha20Rng::seed_from_u64(2);
        let mut backoff = Backoff::default();
        let blame = Blame::of(&Purpose::FetchRoster);
        backoff.be_patient(blame, Some(7_000), 100, &mut rng);
        assert!(backoff.is_patience() && backoff.waiting(7_099).is_some());
        backoff.nudge();
        assert!(backoff.waiting(7_099).is_some());
        backoff.be_patient(blame, Some(u64::MAX), 8_000, &mut rng);
        assert!(backoff.waiting(8_000 + LONGEST_WAIT_MS).is_none());
        backoff.succeed(&Purpose::FetchRoster);
        assert_eq!(backoff.waiting(8_001), None);
    }

    #[test]
    fn requests_in_vain_become_slow_and_those_that_bring_something_do_not() {
        let mut allowance = Allowance::default();
        for _ in 0..FRUITLESS_AT_ONCE {
            assert_eq!(allowance.waiting(1_000), None);
            allowance.spend(1_000);
        }
        let next = allowance.waiting(1_000).unwrap();
        assert!(next <= 1_000 + FRUITLESS_EACH_MS);
        assert_eq!(allowance.waiting(next), None);
        allowance.spend(next);
        assert!(allowance.waiting(next).is_some());
        allowance.give_back();
        assert_eq!(allowance.waiting(next), None);
        // After a while everything is forgiven.
        let later = next + FRUITLESS_AT_ONCE * FRUITLESS_EACH_MS * 2;
        for _ in 0..FRUITLESS_AT_ONCE {
            assert_eq!(allowance.waiting(later), None);
            allowance.spend(later);
        }
        assert!(allowance.waiting(later).is_some());
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
