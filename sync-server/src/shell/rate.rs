//! Rate caps: a token bucket for each address and each device.

use std::collections::HashMap;
use std::hash::Hash;
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};

const MAX_BUCKETS: usize = 50_000;

/// Allows `per_second` requests on average and `burst` at once for each key.
#[derive(Debug)]
pub struct RateCap<K> {
    per_second: f64,
    burst: f64,
    buckets: Mutex<HashMap<K, Bucket>>,
}

#[derive(Debug)]
struct Bucket {
    tokens: f64,
    filled_ms: u64,
}

impl<K: Eq + Hash> RateCap<K> {
    /// `per_second` 0 allows everything.
    pub fn new(per_second: u32, burst: u32) -> Self {
        Self {
            per_second: f64::from(per_second),
            burst: f64::from(burst.max(1)),
            buckets: Mutex::new(HashMap::new()),
        }
    }

    /// Takes one request from the key's bucket; `false` when it is empty.
    pub fn allows(&self, key: K, now_ms: u64) -> bool {
        if self.per_second <= 0.0 {
            return true;
        }
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= MAX_BUCKETS && !buckets.contains_key(&key) {
            self.forget_full(&mut buckets, now_ms);
            if buckets.len() >= MAX_BUCKETS {
                return false;
            }
        }
        let bucket = buckets.entry(key).or_insert(Bucket {
            tokens: self.burst,
            filled_ms: now_ms,
        });
        bucket.tokens = self.tokens_at(bucket, now_ms);
        bucket.filled_ms = now_ms;
        if bucket.tokens < 1.0 {
            return false;
        }
        bucket.tokens -= 1.0;
        true
    }

    fn tokens_at(&self, bucket: &Bucket, now_ms: u64) -> f64 {
        let passed = u32::try_from(now_ms.saturating_sub(bucket.filled_ms)).unwrap_or(u32::MAX);
        (bucket.tokens + f64::from(passed) / 1000.0 * self.per_second).min(self.burst)
    }

    fn forget_full(&self, buckets: &mut HashMap<K, Bucket>, now_ms: u64) {
        buckets.retain(|_, bucket| self.tokens_at(bucket, now_ms) < self.burst);
    }
}

/// One household or office: an IPv4 address, or the /64 network of an IPv6 address.
pub fn network_of(address: IpAddr) -> [u8; 8] {
    match address.to_canonical() {
        IpAddr::V4(address) => {
            let [a, b, c, d] = address.octets();
            [0, 0, 0, 0, a, b, c, d]
        }
        IpAddr::V6(address) => address.octets().first_chunk().copied().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_is_allowed_and_then_the_rate() {
        let cap = RateCap::new(2, 3);
        assert_eq!(
            [0; 5].map(|now| cap.allows("phone", now)),
            [true, true, true, false, false]
        );
        assert!(cap.allows("phone", 500), "half a second brings one request");
        assert!(!cap.allows("phone", 500));
        assert!(
            cap.allows("other phone", 500),
            "each key has its own bucket"
        );
    }

    #[test]
    fn a_clock_that_jumps_back_neither_fills_nor_breaks() {
        let cap = RateCap::new(1, 1);
        assert!(cap.allows("phone", 10_000));
        assert!(!cap.allows("phone", 1));
        assert!(cap.allows("phone", 1_001));
    }

    #[test]
    fn zero_means_no_cap() {
        let cap = RateCap::new(0, 0);
        assert!((0..1000).all(|_| cap.allows("phone", 0)));
    }

    #[test]
    fn many_strangers_do_not_grow_the_table_without_bound() {
        let cap = RateCap::new(1, 2);
        for key in 0..MAX_BUCKETS + 10 {
            cap.allows(key, 0);
        }
        assert!(cap.buckets.lock().unwrap().len() <= MAX_BUCKETS);
        assert!(cap.allows(usize::MAX, 5_000), "full buckets are forgotten");
    }

    #[test]
    fn a_v6_network_counts_as_one() {
        let one: IpAddr = "2001:db8:1:2::1".parse().unwrap();
        let two: IpAddr = "2001:db8:1:2:ffff::9".parse().unwrap();
        let mapped: IpAddr = "::ffff:192.0.2.1".parse().unwrap();
        assert_eq!(network_of(one), network_of(two));
        assert_eq!(network_of(mapped), network_of("192.0.2.1".parse().unwrap()));
    }
}
