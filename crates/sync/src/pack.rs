//! How many changes travel in one item.

/// Most bytes of changes in one item, before compression, unless a single
/// change is larger. Keeps a request on a bad line small and an item worth one
/// signature.
pub const TARGET_BYTES: usize = 48 * 1024;

/// Splits changes, given by their lengths, into consecutive runs for one item
/// each: as many as fit into [`TARGET_BYTES`], at least one. The order stays.
pub fn split(lengths: &[usize]) -> Vec<core::ops::Range<usize>> {
    let mut runs = Vec::new();
    let mut start = 0;
    let mut bytes = 0_usize;
    for (index, length) in lengths.iter().enumerate() {
        let framed = handrail_protocol::frames::framed_length(*length);
        if index > start && bytes.saturating_add(framed) > TARGET_BYTES {
            runs.push(start..index);
            start = index;
            bytes = 0;
        }
        bytes = bytes.saturating_add(framed);
    }
    if start < lengths.len() {
        runs.push(start..lengths.len());
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_change_larger_than_the_target_travels_alone() {
        assert_eq!(split(&[10, TARGET_BYTES * 2, 10]), vec![0..1, 1..2, 2..3]);
        assert_eq!(split(&[]), Vec::<core::ops::Range<usize>>::new());
    }

    proptest! {
        #[test]
        fn every_change_is_in_exactly_one_run_and_runs_are_full(
            lengths in proptest::collection::vec(0_usize..30_000, 0..60)
        ) {
            let runs = split(&lengths);
            let all: Vec<usize> = runs.iter().cloned().flatten().collect();
            prop_assert_eq!(all, (0..lengths.len()).collect::<Vec<_>>());
            let size = |run: &core::ops::Range<usize>| {
                lengths[run.clone()].iter().map(|l| l + 4).sum::<usize>()
            };
            for pair in runs.windows(2) {
                prop_assert!(size(&pair[0]) <= TARGET_BYTES);
                prop_assert!(size(&pair[0]) + lengths[pair[1].start] + 4 > TARGET_BYTES);
            }
        }
    }
}
