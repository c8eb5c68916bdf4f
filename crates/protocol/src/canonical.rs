//! The strict subset of CBOR that signed bytes use, so that two readers can
//! never understand the same bytes differently.

use crate::limits::MAX_CBOR_DEPTH;

/// Why bytes are not in the strict subset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CanonicalError {
    #[error("the bytes end inside a value")]
    Truncated,
    #[error("bytes follow the value")]
    Trailing,
    /// Negative numbers, text, tags, floats, `undefined`, indefinite lengths.
    #[error("a kind of value that signed bytes do not use")]
    Kind,
    #[error("a number or length that is not in its shortest form")]
    NotShortest,
    #[error("map keys that are not ascending unsigned numbers")]
    KeyOrder,
    #[error("nested deeper than {MAX_CBOR_DEPTH} levels")]
    TooDeep,
}

/// Checks that `bytes` are exactly one value of unsigned integers, byte
/// strings, arrays, maps with strictly ascending unsigned keys, booleans and
/// null; definite lengths; shortest forms; at most 8 levels deep.
pub fn check_canonical(bytes: &[u8]) -> Result<(), CanonicalError> {
    let rest = value(bytes, MAX_CBOR_DEPTH)?;
    if rest.is_empty() {
        Ok(())
    } else {
        Err(CanonicalError::Trailing)
    }
}

fn value(bytes: &[u8], depth: usize) -> Result<&[u8], CanonicalError> {
    let (first, _) = bytes.split_first().ok_or(CanonicalError::Truncated)?;
    if matches!(first, 0xf4..=0xf6) {
        return bytes.get(1..).ok_or(CanonicalError::Truncated);
    }
    let (major, argument, mut rest) = head(bytes)?;
    match major {
        0 => Ok(rest),
        2 => {
            let length = usize::try_from(argument).map_err(|_| CanonicalError::Truncated)?;
            rest.get(length..).ok_or(CanonicalError::Truncated)
        }
        4 => {
            let depth = depth.checked_sub(1).ok_or(CanonicalError::TooDeep)?;
            for _ in 0..argument {
                rest = value(rest, depth)?;
            }
            Ok(rest)
        }
        5 => {
            let depth = depth.checked_sub(1).ok_or(CanonicalError::TooDeep)?;
            let mut previous = None;
            for _ in 0..argument {
                let (major, key, after) = head(rest)?;
                if major != 0 || previous.is_some_and(|previous| previous >= key) {
                    return Err(CanonicalError::KeyOrder);
                }
                previous = Some(key);
                rest = value(after, depth)?;
            }
            Ok(rest)
        }
        _ => Err(CanonicalError::Kind),
    }
}

/// Major type, argument, and what follows the head.
fn head(bytes: &[u8]) -> Result<(u8, u64, &[u8]), CanonicalError> {
    let (first, rest) = bytes.split_first().ok_or(CanonicalError::Truncated)?;
    let (major, low) = (first >> 5, first & 0x1f);
    let width = match low {
        0..=23 => return Ok((major, u64::from(low), rest)),
        24 => 1,
        25 => 2,
        26 => 4,
        27 => 8,
        _ => return Err(CanonicalError::Kind),
    };
    let (digits, rest) = rest
        .split_at_checked(width)
        .ok_or(CanonicalError::Truncated)?;
    let argument = digits
        .iter()
        .fold(0, |value, digit| (value << 8) | u64::from(*digit));
    let least = match width {
        1 => 24,
        2 => 1 << 8,
        4 => 1 << 16,
        _ => 1 << 32,
    };
    if argument < least {
        return Err(CanonicalError::NotShortest);
    }
    Ok((major, argument, rest))
}
