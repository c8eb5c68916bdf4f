//! Tables that only later code reads, and that no compression makes smaller.

/// What QR codes are corrected with (`rqrr`): products of two numbers in the field of 256 elements, row by
/// row, from 1 times 1 to 255 times 255. Before these are only zeros.
pub fn products() -> Vec<u8> {
    (0..=u8::MAX)
        .flat_map(|left| (0..=u8::MAX).map(move |right| product(left, right)))
        .skip_while(|product| *product == 0)
        .collect()
}

/// By the polynomial x⁸ + x⁴ + x³ + x² + 1.
fn product(left: u8, right: u8) -> u8 {
    let twice = |number: u8| (number << 1) ^ (0x1d & (number >> 7).wrapping_neg());
    let mut sum = 0;
    let mut shifted = left;
    for place in 0..8 {
        sum ^= shifted & ((right >> place) & 1).wrapping_neg();
        shifted = twice(shifted);
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::{product, products};

    #[test]
    fn products_are_those_of_the_field() {
        assert_eq!(product(2, 0x80), 0x1d);
        assert_eq!(product(7, 11), 7 ^ (7 << 1) ^ (7 << 3));
        let all = products();
        assert_eq!(all.len(), 256 * 256 - 257);
        assert_eq!(all.first(), Some(&1));
        assert_eq!(
            all.get(..254),
            Some((1..255).collect::<Vec<u8>>().as_slice())
        );
        for left in 1..=u8::MAX {
            let inverses = (1..=u8::MAX).filter(|right| product(left, *right) == 1);
            assert_eq!(inverses.count(), 1, "{left}");
        }
    }
}
