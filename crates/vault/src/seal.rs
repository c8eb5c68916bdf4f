//! The primitives, used in one way each.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use handrail_protocol::HpkePublicKey;
use hkdf::Hkdf;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable};
use rand_core::CryptoRng;
use sha2::Sha256;
use zeroize::Zeroizing;

pub(crate) type HpkeKem = hpke::kem::X25519HkdfSha256;
type HpkeKdf = hpke::kdf::HkdfSha256;
type HpkeAead = hpke::aead::ChaCha20Poly1305;

/// The bytes do not open: another key, other associated data, or damage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DoesNotOpen;

/// HKDF-SHA256 to `N` bytes, at most 255 blocks.
#[allow(
    clippy::expect_used,
    reason = "the longest output asked for is 64 bytes"
)]
pub(crate) fn derive<const N: usize>(ikm: &[u8], salt: &[u8], info: &[u8]) -> Zeroizing<[u8; N]> {
    let mut out = Zeroizing::new([0; N]);
    Hkdf::<Sha256>::new(Some(salt), ikm)
        .expand(info, &mut *out)
        .expect("a short output");
    out
}

pub(crate) fn random<const N: usize>(rng: &mut impl CryptoRng) -> [u8; N] {
    let mut bytes = [0; N];
    rng.fill_bytes(&mut bytes);
    bytes
}

/// XChaCha20-Poly1305: ciphertext and tag.
#[allow(clippy::expect_used, reason = "fails only beyond 256 GiB")]
pub(crate) fn seal(key: &[u8; 32], nonce: &[u8; 24], aad: &[u8], plaintext: &[u8]) -> Vec<u8> {
    let payload = Payload {
        msg: plaintext,
        aad,
    };
    XChaCha20Poly1305::new(key.into())
        .encrypt(&XNonce::from(*nonce), payload)
        .expect("the plaintext is short")
}

pub(crate) fn open(
    key: &[u8; 32],
    nonce: &[u8; 24],
    aad: &[u8],
    ciphertext: &[u8],
) -> Result<Zeroizing<Vec<u8>>, DoesNotOpen> {
    let payload = Payload {
        msg: ciphertext,
        aad,
    };
    XChaCha20Poly1305::new(key.into())
        .decrypt(&XNonce::from(*nonce), payload)
        .map(Zeroizing::new)
        .map_err(|_| DoesNotOpen)
}

/// A key sealed under a key: `nonce[24] || sealed key[32] || tag[16]`, with
/// `HKDF(outer key, salt = nonce, info = label)`.
pub(crate) fn seal_key(
    outer: &[u8; 32],
    label: &[u8],
    aad: &[u8],
    inner: &[u8; 32],
    rng: &mut impl CryptoRng,
) -> [u8; 72] {
    let nonce: [u8; 24] = random(rng);
    let key = derive(outer, &nonce, label);
    let sealed = seal(&key, &nonce, aad, inner);
    let mut out = [0; 72];
    for (slot, byte) in out.iter_mut().zip(nonce.iter().chain(&sealed)) {
        *slot = *byte;
    }
    out
}

pub(crate) fn open_key(
    outer: &[u8; 32],
    label: &[u8],
    aad: &[u8],
    sealed: &[u8; 72],
) -> Result<Zeroizing<[u8; 32]>, DoesNotOpen> {
    let (nonce, sealed) = sealed.split_first_chunk::<24>().ok_or(DoesNotOpen)?;
    let key = derive(outer, nonce, label);
    let plain = open(&key, nonce, aad, sealed)?;
    let bytes: &[u8; 32] = plain.as_slice().try_into().map_err(|_| DoesNotOpen)?;
    Ok(Zeroizing::new(*bytes))
}

/// HPKE base mode, one message, no associated data.
pub(crate) fn hpke_seal(
    to: &HpkePublicKey,
    info: &[u8],
    plaintext: &[u8; 32],
    rng: &mut impl CryptoRng,
) -> Result<([u8; 32], [u8; 48]), DoesNotOpen> {
    let to = <HpkeKem as Kem>::PublicKey::from_bytes(to.as_bytes()).map_err(|_| DoesNotOpen)?;
    let (encapsulated, ciphertext) = hpke::single_shot_seal_with_rng::<HpkeAead, HpkeKdf, HpkeKem>(
        &OpModeS::Base,
        &to,
        info,
        plaintext,
        &[],
        rng,
    )
    .map_err(|_| DoesNotOpen)?;
    let ciphertext = ciphertext.try_into().map_err(|_| DoesNotOpen)?;
    Ok((encapsulated.to_bytes().into(), ciphertext))
}

pub(crate) fn hpke_open(
    private: &<HpkeKem as Kem>::PrivateKey,
    info: &[u8],
    encapsulated: &[u8; 32],
    ciphertext: &[u8],
) -> Result<Zeroizing<[u8; 32]>, DoesNotOpen> {
    let encapsulated =
        <HpkeKem as Kem>::EncappedKey::from_bytes(encapsulated).map_err(|_| DoesNotOpen)?;
    let plain = hpke::single_shot_open::<HpkeAead, HpkeKdf, HpkeKem>(
        &OpModeR::Base,
        private,
        &encapsulated,
        info,
        ciphertext,
        &[],
    )
    .map(Zeroizing::new)
    .map_err(|_| DoesNotOpen)?;
    let bytes: &[u8; 32] = plain.as_slice().try_into().map_err(|_| DoesNotOpen)?;
    Ok(Zeroizing::new(*bytes))
}

#[cfg(test)]
mod vectors;
