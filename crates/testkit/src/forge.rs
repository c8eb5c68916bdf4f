//! A changed program: items and roster entries as somebody with real keys can
//! make them who does not keep to the rules. Written from `docs/protocol.md`,
//! not from the code that it attacks.

use std::io::Write;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use ed25519_dalek::{Signer as _, SigningKey};
use flate2::Compression;
use flate2::write::DeflateEncoder;
use handrail_protocol::item::item_signing_message;
use handrail_protocol::roster::{RosterBody, encode_entry, roster_signing_message};
use handrail_protocol::{ItemHeader, Signature, UnverifiedItem, encode_item};
use handrail_vault::{DeviceSecret, DocumentKey};
use hkdf::Hkdf;
use rand_core::Rng;
use sha2::Sha256;

use crate::random::bytes;

/// A device's signing key, to sign whatever its owner likes.
pub fn signing_key(secret: &DeviceSecret) -> Option<SigningKey> {
    let bytes = secret.to_bytes();
    let (seed, _) = bytes.split_first_chunk::<32>()?;
    Some(SigningKey::from_bytes(seed))
}

/// Seals this plaintext and signs the item. The header's body length is set; all
/// else goes out as it is.
pub fn item(
    mut header: ItemHeader,
    plaintext: &[u8],
    key: &DocumentKey,
    signer: &SigningKey,
    rng: &mut impl Rng,
) -> Option<Vec<u8>> {
    header.body_length = u32::try_from(24 + 32 + plaintext.len() + 16).ok()?;
    let header = header.encode();
    let nonce: [u8; 24] = bytes(rng);
    let mut keys = [0; 64];
    Hkdf::<Sha256>::new(Some(&nonce), key.expose())
        .expand(b"handrail item v1", &mut keys)
        .ok()?;
    let (item_key, commitment) = keys.split_first_chunk::<32>()?;
    let payload = Payload {
        msg: plaintext,
        aad: &header,
    };
    let sealed = XChaCha20Poly1305::new(item_key.into())
        .encrypt(&XNonce::from(nonce), payload)
        .ok()?;
    let body = [nonce.as_slice(), commitment, &sealed].concat();
    let signature = signer.sign(&item_signing_message(&header, &body));
    encode_item(&header, &Signature::from_bytes(signature.to_bytes()), &body).ok()
}

/// The same body and signature under another header.
pub fn under_another_header(item: &[u8], change: impl FnOnce(&mut ItemHeader)) -> Option<Vec<u8>> {
    let mut header = UnverifiedItem::parse(item).ok()?.header().clone();
    let (length, rest) = item.get(1..)?.split_first_chunk::<2>()?;
    let rest = rest.get(usize::from(u16::from_be_bytes(*length))..)?;
    let (signature, body) = rest.split_first_chunk::<64>()?;
    change(&mut header);
    encode_item(&header.encode(), &Signature::from_bytes(*signature), body).ok()
}

/// The plaintext of a change item with one change, stored without compression.
pub fn plaintext_of_change(change: &[u8]) -> Option<Vec<u8>> {
    let mut data = vec![1, 1];
    data.extend(u32::try_from(change.len()).ok()?.to_be_bytes());
    data.extend_from_slice(change);
    padded(0, &data)
}

/// A plaintext that inflates to so many zero bytes.
pub fn bomb(inflated: usize) -> Option<Vec<u8>> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    let zeros = vec![0; 1 << 16];
    let mut left = inflated;
    while left > 0 {
        let part = zeros.get(..left.min(zeros.len()))?;
        encoder.write_all(part).ok()?;
        left -= part.len();
    }
    padded(1, &encoder.finish().ok()?)
}

fn padded(compression: u8, data: &[u8]) -> Option<Vec<u8>> {
    let mut plaintext = u32::try_from(data.len() + 1).ok()?.to_be_bytes().to_vec();
    plaintext.push(compression);
    plaintext.extend_from_slice(data);
    let length = plaintext.len().max(512);
    plaintext.resize(length, 0);
    Some(plaintext)
}

/// Signs a roster entry, whatever it says and whoever it names as its signer.
pub fn entry(body: &RosterBody, signer: &SigningKey) -> Option<Vec<u8>> {
    let body = body.encode();
    let signature = signer.sign(&roster_signing_message(&body));
    encode_entry(&body, &Signature::from_bytes(signature.to_bytes())).ok()
}
