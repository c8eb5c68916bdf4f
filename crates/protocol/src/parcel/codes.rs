//! A small parcel as texts of QR codes, shown one after the other, over and over. They are read in any
//! order, and doubled ones change nothing.

use std::collections::BTreeMap;

use crate::ItemId;
use crate::base32::{from_base_32, to_base_32};
use crate::limits::MAX_SMALL_PARCEL_BYTES;

/// What each text begins with.
const MARK: &str = "HP1";
/// Bytes of the parcel in one code: at most 261 letters, a code of 53 by 53 squares, which a camera reads
/// also when it is held askew.
const PART: usize = 150;
/// Most codes of one parcel.
const MOST: usize = MAX_SMALL_PARCEL_BYTES.div_ceil(PART);
/// Bytes of the parcel's hash by which its codes are told from those of another.
const NAME: usize = 5;

/// What was read so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scanned {
    /// Different codes of the parcel.
    pub have: usize,
    /// All that there are; 0 while none was read.
    pub of: usize,
    /// The parcel, once all were read.
    pub parcel: Option<Vec<u8>>,
}

/// The texts of a parcel: `HP1:name:place/number:bytes`, place from 1, name and bytes in base 32.
/// `None` for a parcel over [`MAX_SMALL_PARCEL_BYTES`].
pub fn to_codes(parcel: &[u8]) -> Option<Vec<String>> {
    if parcel.is_empty() || parcel.len() > MAX_SMALL_PARCEL_BYTES {
        return None;
    }
    let name = name_of(parcel);
    let parts = parcel.chunks(PART);
    let of = parts.len();
    let text = |(place, part): (usize, &[u8])| {
        format!("{MARK}:{name}:{}/{of}:{}", place + 1, to_base_32(part))
    };
    Some(parts.enumerate().map(text).collect())
}

/// Puts the parcel together whose code was read last. Texts that are no code of a parcel are passed
/// over, those of another parcel too.
pub fn from_codes<'a>(texts: impl IntoIterator<Item = &'a str>) -> Scanned {
    let codes: Vec<Code> = texts.into_iter().filter_map(code).collect();
    let Some(last) = codes.last() else {
        return Scanned::default();
    };
    let same = |code: &&Code| code.name == last.name && code.of == last.of;
    let parts: BTreeMap<usize, &[u8]> = codes
        .iter()
        .filter(same)
        .map(|code| (code.place, code.part.as_slice()))
        .collect();
    let (have, of) = (parts.len(), last.of);
    let whole: Vec<u8> = parts.into_values().flatten().copied().collect();
    let parcel = (have == of && name_of(&whole) == last.name).then_some(whole);
    Scanned { have, of, parcel }
}

struct Code<'a> {
    name: &'a str,
    place: usize,
    of: usize,
    part: Vec<u8>,
}

fn code(text: &str) -> Option<Code<'_>> {
    let rest = text.trim().strip_prefix(MARK)?.strip_prefix(':')?;
    let (name, rest) = rest.split_once(':')?;
    let (places, part) = rest.split_once(':')?;
    let (place, of) = places.split_once('/')?;
    let (place, of) = (place.parse().ok()?, of.parse().ok()?);
    if !(1..=MOST).contains(&of) || !(1..=of).contains(&place) {
        return None;
    }
    let part = from_base_32(part)?;
    (1..=PART).contains(&part.len()).then_some(Code {
        name,
        place,
        of,
        part,
    })
}

fn name_of(parcel: &[u8]) -> String {
    let hash = ItemId::of(parcel);
    to_base_32(hash.as_bytes().get(..NAME).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parcel(length: usize, salt: u8) -> Vec<u8> {
        let byte = |place: usize| u8::try_from(place % 251).unwrap_or(0) ^ salt;
        (0..length).map(byte).collect()
    }

    fn read(texts: &[String]) -> Scanned {
        from_codes(texts.iter().map(String::as_str))
    }

    /// Issue 4.9.
    #[test]
    fn codes_are_read_in_any_order_and_doubled_ones_change_nothing() {
        for length in [1, PART, PART + 1, MAX_SMALL_PARCEL_BYTES] {
            let whole = parcel(length, 0);
            let mut texts = to_codes(&whole).unwrap();
            assert_eq!(texts.len(), length.div_ceil(PART));
            texts.reverse();
            texts.extend_from_within(..1);
            texts.push("https://example.org".to_owned());
            let scanned = read(&texts);
            assert_eq!(scanned.parcel, Some(whole), "{length}");
            assert_eq!(scanned.have, scanned.of);
        }
        assert_eq!(to_codes(&parcel(MAX_SMALL_PARCEL_BYTES + 1, 0)), None);
        assert_eq!(to_codes(&[]), None);
    }

    /// Issue 4.9.
    #[test]
    fn while_a_code_is_missing_there_is_no_parcel_and_another_parcels_codes_do_not_count() {
        let texts = to_codes(&parcel(1_000, 0)).unwrap();
        let others = to_codes(&parcel(1_000, 7)).unwrap();
        let mixed = [&others[..6], &texts[..6]].concat();
        let scanned = read(&mixed);
        assert_eq!((scanned.have, scanned.of), (6, 7));
        assert_eq!(scanned.parcel, None);
        assert_eq!(read(&[]), Scanned::default());
        for wrong in ["HP1", "HP1:A:1/0:MY", "HP1:A:2/1:MY", "HP1:A:1/99999:MY"] {
            assert_eq!(from_codes([wrong]).of, 0, "{wrong}");
        }
        // A part of another code under this one's name is found out.
        let mut forged = texts;
        let part = others[6].rsplit(':').next().unwrap();
        let head = forged[6].rsplit_once(':').unwrap().0;
        forged[6] = format!("{head}:{part}");
        let scanned = read(&forged);
        assert_eq!((scanned.have, scanned.parcel), (7, None));
    }

    /// Issue 4.9.
    #[test]
    fn a_code_holds_only_letters_that_a_qr_code_holds_best() {
        for text in to_codes(&parcel(1_000, 3)).unwrap() {
            let fits = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || ":/".contains(c);
            assert!(text.chars().all(fits), "{text}");
            assert!(text.len() < 262, "{}", text.len());
        }
    }
}
