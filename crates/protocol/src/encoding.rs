//! Small CBOR helpers shared by the hand-written codecs.

use minicbor::decode::Error;
use minicbor::{Decode, Decoder, Encoder, encode::Write};

/// Encodes a value into a new vector. Writing to a vector cannot fail, so the
/// error case yields what was written so far, which no reader accepts.
pub(crate) fn to_vec<T: minicbor::Encode<()>>(value: &T) -> Vec<u8> {
    let mut out = Vec::new();
    let _ = minicbor::encode(value, &mut out);
    out
}

/// Decodes a value that must fill `bytes` exactly.
pub(crate) fn from_slice<'b, T: Decode<'b, ()>>(bytes: &'b [u8]) -> Result<T, Error> {
    let mut decoder = Decoder::new(bytes);
    let value = decoder.decode()?;
    if decoder.position() == bytes.len() {
        Ok(value)
    } else {
        Err(Error::message("bytes after the end"))
    }
}

/// Reads the header of a definite array that must have `length` elements.
pub(crate) fn array_of(decoder: &mut Decoder<'_>, length: u64) -> Result<(), Error> {
    match decoder.array()? {
        Some(found) if found == length => Ok(()),
        _ => Err(Error::message("array of another length")),
    }
}

/// Reads a byte string of exactly `N` bytes.
pub(crate) fn fixed<const N: usize>(decoder: &mut Decoder<'_>) -> Result<[u8; N], Error> {
    decoder
        .bytes()?
        .try_into()
        .map_err(|_| Error::message("byte string of another length"))
}

/// A decoded `u8` that has no meaning in this version.
pub(crate) fn unknown(what: &'static str) -> Error {
    Error::message(what)
}

/// Writes `[first, second]` where both are already encodable.
pub(crate) fn pair<W: Write>(
    encoder: &mut Encoder<W>,
    tag: u8,
    id: &[u8],
) -> Result<(), minicbor::encode::Error<W::Error>> {
    encoder.array(2)?.u8(tag)?.bytes(id)?;
    Ok(())
}
