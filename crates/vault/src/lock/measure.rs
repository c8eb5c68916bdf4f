//! Parameters for the device in hand: as dear as its owner can bear to wait for.

use super::record::{LockParameters, NotStretched, stretch};
use crate::secret::Passphrase;

/// What one try should take, in milliseconds.
const TARGET_MS: u64 = 750;
/// What no machine is faster than; a clock that says less does not count milliseconds.
const PLAUSIBLE_MS: u64 = 5;
/// Memory is raised first, for that is what a guesser's machine is short of.
const MEMORY_MIB: [u32; 4] = [32, 64, 128, 256];
/// More says nothing but that the clock is wrong.
const MOST_PASSES: u32 = 16;

impl LockParameters {
    /// Measures one try with the least parameters (19 MiB, two passes), and chooses those that
    /// take about three quarters of a second here: never less than the least, and never more
    /// memory than `most_memory_kib` or 256 MiB, whatever the device could do.
    ///
    /// `time` runs the work it is given, once, and says how many milliseconds that took. Where it
    /// does not run it, or its clock is too coarse to tell, the least is chosen.
    pub fn measured(most_memory_kib: u32, time: &mut dyn FnMut(&mut dyn FnMut()) -> u64) -> Self {
        let least = Self::default();
        let probe = Passphrase::new("a passphrase of middling length", |plain| {
            plain.to_owned().into()
        });
        let mut outcome = Err(NotStretched::Parameters);
        let took = time(&mut || outcome = stretch(&probe, least, &[0; 16]).map(drop));
        if outcome.is_err() || took < PLAUSIBLE_MS {
            return least;
        }
        // One KiB in one pass costs took / (memory × passes): the cost grows with both alike.
        let cost = |memory_kib: u32, passes: u32| {
            let work = u64::from(memory_kib) * u64::from(passes);
            took.saturating_mul(work) / (u64::from(least.memory_kib) * u64::from(least.passes))
        };
        let memory_kib = MEMORY_MIB
            .into_iter()
            .map(|mebibytes| mebibytes * 1024)
            .rfind(|kib| *kib <= most_memory_kib && cost(*kib, least.passes) <= TARGET_MS)
            .unwrap_or(least.memory_kib);
        let passes = (least.passes..=MOST_PASSES)
            .take_while(|passes| cost(memory_kib, *passes) <= TARGET_MS)
            .last()
            .unwrap_or(least.passes);
        Self {
            memory_kib,
            passes,
            lanes: least.lanes,
        }
    }
}
