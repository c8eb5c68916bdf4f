//! How long this device has been without its relay. After some days, which the agency's roster
//! says, it locks by itself.
//!
//! No clock is believed alone. What counts is how far the device's own clock was seen to move on,
//! from one look to the next: setting it back takes nothing away, and costs a day. A clock that
//! was behind what the relay had said already, as after an empty battery, counts only for how far
//! it moves; once it is right again, so is the count.

use handrail_store::{Read, StoreError, Tx};

/// One day, ms.
pub const DAY_MS: u64 = 86_400_000;
/// A clock may be corrected by so much, ms.
const CORRECTION_MS: i64 = 3_600_000;
/// Kept again after so much, ms.
const KEEP_EVERY_MS: u64 = 600_000;
const LEASE: &str = "lease";

/// What is known of the time since the last contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lease {
    /// The relay's clock at the last contact, Unix ms.
    contact_at: i64,
    /// This device's clock at the last look, Unix ms.
    last_at: i64,
    /// Time without contact, ms.
    spent: u64,
    /// Of this, so much is kept on disk.
    kept: u64,
    /// Monotonic ms at the last look of this program.
    looked: u64,
    /// Time since the relay told `contact_at`, ms: more than `spent` when it was met again in the
    /// same session.
    since_told: u64,
}

impl Lease {
    /// Contact, now. `relay_at` is the relay's clock, Unix ms.
    pub const fn renewed(relay_at: i64, at: i64, monotonic: u64) -> Self {
        Self {
            contact_at: relay_at,
            last_at: at,
            spent: 0,
            kept: 0,
            looked: monotonic,
            since_told: 0,
        }
    }

    /// Contact again. What passed since the relay told the time goes on counting until it tells
    /// another.
    #[must_use]
    pub fn after(mut self, before: Option<&Self>) -> Self {
        if let Some(before) = before.filter(|before| before.contact_at == self.contact_at) {
            self.since_told = before.since_told;
        }
        self
    }

    /// What time it is at the least, Unix ms: what the relay told, and what was seen to pass since.
    /// Setting this device's clock back does not make it earlier.
    pub fn now(&self) -> i64 {
        self.contact_at.saturating_add_unsigned(self.since_told)
    }

    /// As kept; `None` before the first contact.
    pub fn read(read: &Read<'_>, monotonic: u64) -> Result<Option<Self>, StoreError> {
        let bytes = read.meta(LEASE)?;
        let number = |bytes: &[u8], at: usize| {
            let eight = bytes.get(at..at + 8)?.try_into().ok()?;
            Some(u64::from_be_bytes(eight))
        };
        Ok(bytes.and_then(|bytes| {
            let spent = number(&bytes, 16)?;
            Some(Self {
                contact_at: number(&bytes, 0)?.cast_signed(),
                last_at: number(&bytes, 8)?.cast_signed(),
                spent,
                kept: spent,
                looked: monotonic,
                // Kept by an earlier version, it was the same.
                since_told: number(&bytes, 24).unwrap_or(spent),
            })
        }))
    }

    /// Keeps it.
    pub fn write(&mut self, tx: &Tx<'_>) -> Result<(), StoreError> {
        let mut bytes = [0; 32];
        let numbers = [
            self.contact_at.cast_unsigned(),
            self.last_at.cast_unsigned(),
            self.spent,
            self.since_told,
        ];
        for (place, number) in bytes.chunks_exact_mut(8).zip(numbers) {
            place.copy_from_slice(&number.to_be_bytes());
        }
        tx.set_meta(LEASE, &bytes)?;
        self.kept = self.spent;
        Ok(())
    }

    /// Whether more than a little is not on disk yet.
    pub const fn is_to_be_kept(&self) -> bool {
        self.spent.saturating_sub(self.kept) >= KEEP_EVERY_MS
    }

    /// Looks at the clocks.
    pub fn look(&mut self, at: i64, monotonic: u64) {
        let passed = monotonic.saturating_sub(self.looked);
        let seen = at.saturating_sub(self.last_at);
        let moved = u64::try_from(seen).unwrap_or(0);
        let is_behind = |at: i64| at < self.contact_at.saturating_sub(CORRECTION_MS);
        let added = if seen < -CORRECTION_MS {
            DAY_MS
        } else if is_behind(self.last_at) && !is_behind(at) {
            let since = u64::try_from(at.saturating_sub(self.contact_at)).unwrap_or(0);
            since.saturating_sub(self.spent)
        } else {
            moved
        };
        let added = added.max(passed);
        self.spent = self.spent.saturating_add(added);
        self.since_told = self.since_told.saturating_add(added);
        self.last_at = at;
        self.looked = monotonic;
    }

    /// Time without contact, ms.
    pub const fn spent(&self) -> u64 {
        self.spent
    }

    /// Whole days until it is over, at least; 0 when it is.
    pub fn days_left(&self, days: u32) -> u32 {
        let left = (u64::from(days) * DAY_MS).saturating_sub(self.spent);
        u32::try_from(left.div_ceil(DAY_MS)).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: i64 = 86_400_000;
    const NOW: i64 = 1_777_921_200_000;

    fn days(lease: &Lease) -> u64 {
        lease.spent / DAY_MS
    }

    /// Issue 3.4.
    #[test]
    fn days_count_while_the_device_is_off() {
        let mut lease = Lease::renewed(NOW, NOW, 0);
        lease.look(NOW + 12 * DAY, 5);
        assert_eq!((days(&lease), lease.days_left(30)), (12, 18));
        lease.look(NOW + 30 * DAY, 6);
        assert_eq!(lease.days_left(30), 0);
        lease = Lease::renewed(NOW + 30 * DAY, NOW + 30 * DAY, 7);
        assert_eq!(lease.days_left(30), 30);
    }

    /// Issue 3.4.
    #[test]
    fn setting_the_clock_back_gains_nothing() {
        let mut lease = Lease::renewed(NOW, NOW, 0);
        for round in 1..=5 {
            lease.look(NOW + 5 * DAY, 0);
            assert_eq!(days(&lease), round * 6 - 1);
            lease.look(NOW, 0);
            assert_eq!(days(&lease), round * 6);
        }
        assert_eq!(lease.days_left(30), 0);
    }

    /// Issue 3.4.
    #[test]
    fn a_clock_in_1970_neither_stops_the_count_nor_ends_it_at_once() {
        let mut lease = Lease::renewed(NOW, 0, 0);
        lease.look(2 * DAY, 0);
        assert_eq!(days(&lease), 2);
        // Right again, four days after the contact.
        lease.look(NOW + 4 * DAY, 0);
        assert_eq!(days(&lease), 4);
        // An empty battery: a day, and what the clock moves.
        lease.look(0, 0);
        lease.look(DAY, 0);
        assert_eq!(days(&lease), 6);
        lease.look(NOW + 7 * DAY, 0);
        assert_eq!(days(&lease), 7);
    }

    #[test]
    fn time_passes_in_a_running_program_whatever_the_clock_says() {
        let mut lease = Lease::renewed(NOW, NOW, 100);
        lease.look(NOW, 100 + DAY_MS);
        lease.look(NOW - 1_000, 100 + 2 * DAY_MS);
        assert_eq!(days(&lease), 2);
    }

    /// Issue 3.3.
    #[test]
    fn the_time_goes_on_whatever_the_clock_is_set_to_until_the_relay_tells_another() {
        let mut lease = Lease::renewed(NOW, NOW, 0);
        lease.look(NOW + 3_600_000, 0);
        assert_eq!(lease.now(), NOW + 3_600_000);
        // Met again in the same session, after which the clock is set back.
        lease = Lease::renewed(NOW, NOW + 3_600_000, 0).after(Some(&lease));
        assert_eq!((lease.now(), lease.spent()), (NOW + 3_600_000, 0));
        lease.look(NOW - 12 * 3_600_000, 0);
        assert!(lease.now() >= NOW + 12 * 3_600_000);
        // A clock that was years ahead ends nothing any more once the relay was asked.
        lease.look(NOW + 4_000 * DAY, 0);
        lease = Lease::renewed(NOW + DAY, NOW + DAY, 0).after(Some(&lease));
        assert_eq!(lease.now(), NOW + DAY);
    }

    #[test]
    fn a_relay_with_a_wrong_clock_neither_ends_nor_lengthens_it() {
        for relay_at in [0, NOW + 40_000 * DAY, i64::MIN, i64::MAX] {
            let mut lease = Lease::renewed(relay_at, NOW, 0);
            lease.look(NOW + 3 * DAY, 0);
            assert_eq!(days(&lease), 3, "{relay_at}");
        }
    }
}
