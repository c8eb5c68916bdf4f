//! Compression and padding.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use handrail_protocol::ItemKind;
use zeroize::Zeroizing;

use super::open::OpenError;
use crate::padding::padded;

/// Most bytes that a payload may inflate to.
pub(super) const MAX_INFLATED_BYTES: usize = 64 * 1024 * 1024;
/// Most times that a payload may grow when inflated.
const MAX_RATIO: usize = 1_000;
/// Least plaintext of anything but a snapshot, bytes: a one-word note and a
/// short paragraph look alike.
const FLOOR_BYTES: usize = 512;

const STORED: u8 = 0;
const DEFLATED: u8 = 1;

/// Compresses a frame when that makes it smaller, and pads it.
pub(super) fn to_plaintext(frame: &[u8], kind: ItemKind) -> Option<Zeroizing<Vec<u8>>> {
    let deflated = deflate(frame).filter(|deflated| {
        deflated.len() < frame.len() && frame.len() <= deflated.len().saturating_mul(MAX_RATIO)
    });
    let (compression, data) = match &deflated {
        Some(deflated) => (DEFLATED, deflated.as_slice()),
        None => (STORED, frame),
    };
    let payload_length = u32::try_from(data.len() + 1).ok()?;
    let length = padded_length(4 + 1 + data.len(), kind);
    let mut plaintext = Zeroizing::new(Vec::with_capacity(length));
    plaintext.extend_from_slice(&payload_length.to_be_bytes());
    plaintext.push(compression);
    plaintext.extend_from_slice(data);
    plaintext.resize(length, 0);
    Some(plaintext)
}

/// The frame inside a plaintext.
pub(super) fn from_plaintext(plaintext: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    let (length, rest) = plaintext
        .split_first_chunk::<4>()
        .ok_or(OpenError::Padding)?;
    let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| OpenError::Padding)?;
    let (payload, padding) = rest.split_at_checked(length).ok_or(OpenError::Padding)?;
    if padding.iter().any(|byte| *byte != 0) {
        return Err(OpenError::Padding);
    }
    match payload.split_first() {
        Some((&STORED, data)) => Ok(Zeroizing::new(data.to_vec())),
        Some((&DEFLATED, data)) => inflate(data),
        Some((other, _)) => Err(OpenError::Compression(*other)),
        None => Err(OpenError::Padding),
    }
}

/// How long a plaintext becomes.
fn padded_length(length: usize, kind: ItemKind) -> usize {
    padded(match kind {
        ItemKind::Snapshot => length,
        ItemKind::Change | ItemKind::Receipt | ItemKind::Tombstone => length.max(FLOOR_BYTES),
    })
}

fn deflate(data: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(data).ok()?;
    encoder.finish().ok().map(Zeroizing::new)
}

fn inflate(data: &[u8]) -> Result<Zeroizing<Vec<u8>>, OpenError> {
    let cap = data.len().saturating_mul(MAX_RATIO).min(MAX_INFLATED_BYTES);
    let mut out = Zeroizing::new(Vec::new());
    let mut decoder = DeflateDecoder::new(data);
    decoder
        .by_ref()
        .take(cap as u64 + 1)
        .read_to_end(&mut out)
        .map_err(|_| OpenError::Inflate)?;
    if out.len() > cap {
        return Err(OpenError::TooLarge);
    }
    if decoder.total_in() == data.len() as u64 {
        Ok(out)
    } else {
        Err(OpenError::Inflate)
    }
}

#[cfg(test)]
mod tests {
    use rand_chacha::ChaCha20Rng;
    use rand_core::{Rng as _, SeedableRng as _};

    use super::*;

    fn noise(length: usize) -> Vec<u8> {
        let mut noise = vec![0; length];
        ChaCha20Rng::seed_from_u64(length as u64).fill_bytes(&mut noise);
        noise
    }

    #[test]
    fn what_cannot_be_made_smaller_is_stored_and_has_all_the_room_it_takes() {
        for length in 1..1_300 {
            let frame = noise(length);
            let plaintext = to_plaintext(&frame, ItemKind::Change).unwrap();
            assert_eq!(plaintext[4], STORED, "{length}");
            let whole = padded_length(4 + 1 + length, ItemKind::Change);
            assert_eq!(plaintext.len(), whole, "{length}");
            assert_eq!(*from_plaintext(&plaintext).unwrap(), frame, "{length}");
        }
    }

    #[test]
    fn words_are_made_smaller_and_a_long_record_comes_back() {
        let note = b"Ruiz called; a bed is free at the Elm Street house from Monday. ".repeat(60);
        let plaintext = to_plaintext(&note, ItemKind::Change).unwrap();
        assert_eq!((plaintext[4], plaintext.len()), (DEFLATED, FLOOR_BYTES));
        assert_eq!(*from_plaintext(&plaintext).unwrap(), note);
        let record = noise(5_000).repeat(300);
        let plaintext = to_plaintext(&record, ItemKind::Snapshot).unwrap();
        assert_eq!(plaintext[4], DEFLATED);
        assert!(plaintext.len() < record.len() / 20);
        assert!(*from_plaintext(&plaintext).unwrap() == record);
    }

    #[test]
    fn padding_keeps_few_leading_bits_and_adds_at_most_an_eighth() {
        for length in 513..100_000_usize {
            let padded = padded_length(length, ItemKind::Change);
            assert!(padded >= length);
            assert!((padded - length) * 8 < length, "{length} became {padded}");
        }
        assert_eq!(padded_length(9, ItemKind::Change), 512);
        assert_eq!(padded_length(9, ItemKind::Snapshot), 10);
        assert_eq!(padded_length(513, ItemKind::Receipt), 544);
        assert_eq!(padded_length(100_000, ItemKind::Snapshot), 100_352);
    }

    #[test]
    fn a_payload_that_inflates_too_far_is_refused() {
        let bomb = deflate(&vec![0; 4 * 1024 * 1024]).unwrap();
        assert_eq!(inflate(&bomb).err(), Some(OpenError::TooLarge));
    }

    #[test]
    fn zeros_beyond_the_ratio_are_stored_and_come_back() {
        let frame = vec![0; 200_000];
        let plaintext = to_plaintext(&frame, ItemKind::Change).unwrap();
        assert_eq!(*from_plaintext(&plaintext).unwrap(), frame);
    }

    #[test]
    fn bytes_after_a_deflated_payload_are_refused() {
        let mut data = deflate(b"a note about a note about a note").unwrap();
        data.push(0);
        assert_eq!(inflate(&data).err(), Some(OpenError::Inflate));
    }

    fn plaintext(payload: &[u8], padding: &[u8]) -> Vec<u8> {
        let length = u32::try_from(payload.len()).unwrap().to_be_bytes();
        [&length, payload, padding].concat()
    }

    #[test]
    fn only_zeros_may_follow_a_payload() {
        let read =
            |padding: &[u8]| from_plaintext(&plaintext(&[STORED, 7], padding)).map(|f| f.to_vec());
        assert_eq!(read(&[0; 9]), Ok(vec![7]));
        assert_eq!(read(&[]), Ok(vec![7]));
        assert_eq!(read(&[0, 0, 1]), Err(OpenError::Padding));
    }

    #[test]
    fn a_plaintext_that_is_too_short_for_its_length_is_refused() {
        let whole = plaintext(&[STORED, 7], &[]);
        for cut in 0..whole.len() {
            assert_eq!(
                from_plaintext(&whole[..cut]).err(),
                Some(OpenError::Padding)
            );
        }
        assert_eq!(
            from_plaintext(&plaintext(&[], &[0; 9])).err(),
            Some(OpenError::Padding)
        );
    }

    #[test]
    fn compression_of_a_newer_version_is_told_from_damage() {
        let newer = plaintext(&[2, 7], &[0; 9]);
        assert_eq!(
            from_plaintext(&newer).err(),
            Some(OpenError::Compression(2))
        );
        let broken = plaintext(&[DEFLATED, 0xff, 0xff], &[]);
        assert_eq!(from_plaintext(&broken).err(), Some(OpenError::Inflate));
    }
}
