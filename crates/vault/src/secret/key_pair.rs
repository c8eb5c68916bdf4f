//! A signing key and an HPKE key that belong together.

use ed25519_dalek::{Signer as _, SigningKey};
use handrail_protocol::{HpkePublicKey, KeyId, SignPublicKey, Signature};
use hpke::{Deserializable, Kem, Serializable};
use rand_core::CryptoRng;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::seal::{HpkeKem, derive};

/// Private halves: an Ed25519 seed and an X25519 private key.
#[derive(Zeroize, ZeroizeOnDrop)]
pub(crate) struct KeyPair {
    sign: [u8; 32],
    hpke: [u8; 32],
}

impl KeyPair {
    pub fn generate(rng: &mut impl CryptoRng) -> Self {
        let mut pair = Self {
            sign: [0; 32],
            hpke: [0; 32],
        };
        rng.fill_bytes(&mut pair.sign);
        rng.fill_bytes(&mut pair.hpke);
        pair
    }

    /// Both keys from one secret, by HKDF-SHA256 under two labels.
    pub fn derive(secret: &[u8; 32], sign_label: &[u8], hpke_label: &[u8]) -> Self {
        Self {
            sign: *derive(secret, &[], sign_label),
            hpke: *derive(secret, &[], hpke_label),
        }
    }

    pub fn from_bytes(bytes: &[u8; 64]) -> Self {
        let mut pair = Self {
            sign: [0; 32],
            hpke: [0; 32],
        };
        for (slot, byte) in pair.sign.iter_mut().chain(pair.hpke.iter_mut()).zip(bytes) {
            *slot = *byte;
        }
        pair
    }

    pub fn to_bytes(&self) -> Zeroizing<[u8; 64]> {
        let mut bytes = Zeroizing::new([0; 64]);
        for (slot, byte) in bytes.iter_mut().zip(self.sign.iter().chain(&self.hpke)) {
            *slot = *byte;
        }
        bytes
    }

    pub fn sign_public(&self) -> SignPublicKey {
        SignPublicKey::from_bytes(
            SigningKey::from_bytes(&self.sign)
                .verifying_key()
                .to_bytes(),
        )
    }

    pub fn hpke_public(&self) -> HpkePublicKey {
        let bytes = HpkeKem::sk_to_pk(&self.hpke_private()).to_bytes();
        HpkePublicKey::from_bytes(bytes.into())
    }

    pub fn id(&self) -> KeyId {
        KeyId::of_keys(&self.sign_public(), &self.hpke_public())
    }

    pub fn sign(&self, message: &[u8]) -> Signature {
        Signature::from_bytes(SigningKey::from_bytes(&self.sign).sign(message).to_bytes())
    }

    #[allow(clippy::expect_used, reason = "any 32 bytes are an X25519 private key")]
    pub fn hpke_private(&self) -> <HpkeKem as Kem>::PrivateKey {
        <HpkeKem as Kem>::PrivateKey::from_bytes(&self.hpke).expect("32 bytes")
    }
}
