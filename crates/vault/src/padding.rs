//! Lengths that tell little.

/// PADME: at most 12 % longer, and only the length's leading bits remain visible.
pub(crate) fn padded(length: usize) -> usize {
    let mask = mask(length);
    (length + mask) & !mask
}

/// The greatest padded length that is no more than `most`.
pub(crate) fn most_padded(most: usize) -> usize {
    most & !mask(most)
}

/// The bits of a length that are not told.
fn mask(length: usize) -> usize {
    let exponent = length.max(2).ilog2();
    let kept = exponent.ilog2() + 1;
    (1_usize << exponent.saturating_sub(kept)) - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_longer_than_the_most_is_not_padded_beyond_it() {
        for most in 2..20_000_usize {
            let room = most_padded(most);
            assert!(room <= most);
            assert_eq!(padded(room), room, "{most}");
            assert!(padded(room.saturating_sub(1).max(2)) <= most, "{most}");
        }
    }
}
