//! Randomness from a seed.

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use rand_core::Rng;

/// The generator of a seed; the same numbers everywhere.
pub fn seeded(seed: u64) -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(seed)
}

/// True in `per_mille` of 1,000 cases.
pub fn chance(rng: &mut impl Rng, per_mille: u32) -> bool {
    below(rng, 1_000) < u64::from(per_mille)
}

/// A number below `end`; 0 when `end` is 0.
pub fn below(rng: &mut impl Rng, end: u64) -> u64 {
    if end == 0 { 0 } else { rng.next_u64() % end }
}

/// An index of a slice of this length; 0 when it is empty.
pub fn index(rng: &mut impl Rng, length: usize) -> usize {
    usize::try_from(below(rng, length as u64)).unwrap_or(0)
}

/// An element; `None` when there is none.
pub fn pick<'a, T>(rng: &mut impl Rng, of: &'a [T]) -> Option<&'a T> {
    of.get(index(rng, of.len()))
}

/// Random bytes for an id.
pub fn bytes<const N: usize>(rng: &mut impl Rng) -> [u8; N] {
    let mut bytes = [0; N];
    rng.fill_bytes(&mut bytes);
    bytes
}
