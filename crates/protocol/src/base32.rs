//! Base 32 (RFC 4648) without padding: capital letters and digits, which a QR code holds best.

const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// As text.
pub fn to_base_32(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().saturating_mul(8).div_ceil(5));
    let (mut held, mut bits) = (0_u32, 0_u32);
    for byte in bytes {
        held = (held << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(letter(held >> bits));
        }
        held &= (1 << bits) - 1;
    }
    if bits > 0 {
        text.push(letter(held << (5 - bits)));
    }
    text
}

fn letter(five_bits: u32) -> char {
    let place = usize::try_from(five_bits & 31).unwrap_or(0);
    LETTERS.get(place).map_or('A', |byte| char::from(*byte))
}

/// `None` for another letter, and where the bits that are left over are not nothing.
pub fn from_base_32(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len().saturating_mul(5) / 8);
    let (mut held, mut bits) = (0_u32, 0_u32);
    for byte in text.bytes() {
        let place = LETTERS.iter().position(|letter| *letter == byte)?;
        held = (held << 5) | u32::try_from(place).ok()?;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from((held >> bits) & 255).ok()?);
            held &= (1 << bits) - 1;
        }
    }
    (bits < 5 && held == 0).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base_32_is_that_of_the_standard() {
        for (bytes, text) in [
            ("", ""),
            ("f", "MY"),
            ("fo", "MZXQ"),
            ("foo", "MZXW6"),
            ("foobar", "MZXW6YTBOI"),
        ] {
            assert_eq!(to_base_32(bytes.as_bytes()), text);
            assert_eq!(from_base_32(text).as_deref(), Some(bytes.as_bytes()));
        }
        for wrong in ["M", "MZ1", "MZ", "mzxq", "MZXW6YTBOIA"] {
            assert_eq!(from_base_32(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn whatever_is_written_is_read_again() {
        for length in 0..70_usize {
            let each = (0..length).map(|place| place.wrapping_mul(151) ^ length);
            let bytes: Vec<u8> = each.map(|number| number.to_le_bytes()[0]).collect();
            assert_eq!(from_base_32(&to_base_32(&bytes)), Some(bytes));
        }
    }
}
