//! Public keys and signatures.

use core::fmt;

use minicbor::{Decode, Decoder, Encode, Encoder};

/// Why a public key is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// Not a point of Ed25519, or one of the few weak points.
    #[error("the signing key is not a usable Ed25519 public key")]
    WeakSignKey,
    /// Not a canonical X25519 public key, or one whose every shared secret is
    /// zero. Nobody could seal a key to it, so it would block each rotation.
    #[error("the sealing key is not a usable X25519 public key")]
    WeakHpkeKey,
}

macro_rules! bytes_newtype {
    ($(#[$doc:meta])* $name:ident[$len:literal]) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; $len]);

        impl $name {
            pub const fn from_bytes(bytes: [u8; $len]) -> Self {
                Self(bytes)
            }

            pub const fn as_bytes(&self) -> &[u8; $len] {
                &self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "("))?;
                for byte in self.0.iter().take(8) {
                    write!(f, "{byte:02x}")?;
                }
                f.write_str("..)")
            }
        }

        impl<C> Encode<C> for $name {
            fn encode<W: minicbor::encode::Write>(
                &self,
                e: &mut Encoder<W>,
                _: &mut C,
            ) -> Result<(), minicbor::encode::Error<W::Error>> {
                e.bytes(&self.0)?;
                Ok(())
            }
        }

        impl<'b, C> Decode<'b, C> for $name {
            fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
                crate::encoding::fixed(d).map(Self)
            }
        }
    };
}

bytes_newtype! {
    /// An Ed25519 public key. Any 32 bytes until [`SignPublicKey::check`].
    SignPublicKey[32]
}
bytes_newtype! {
    /// An X25519 public key for HPKE. Any 32 bytes until [`HpkePublicKey::check`].
    HpkePublicKey[32]
}
bytes_newtype! {
    /// An Ed25519 signature.
    Signature[64]
}

impl SignPublicKey {
    /// Whether signatures can be made for this key: a point, and not a weak one.
    pub fn check(&self) -> Result<(), KeyError> {
        match ed25519_dalek::VerifyingKey::from_bytes(&self.0) {
            Ok(key) if !key.is_weak() => Ok(()),
            _ => Err(KeyError::WeakSignKey),
        }
    }

    /// Strict Ed25519 verification: canonical encodings only, no weak key.
    #[must_use]
    pub fn verifies(&self, message: &[u8], signature: &Signature) -> bool {
        ed25519_dalek::VerifyingKey::from_bytes(&self.0).is_ok_and(|key| {
            let signature = ed25519_dalek::Signature::from_bytes(signature.as_bytes());
            key.verify_strict(message, &signature).is_ok()
        })
    }
}

impl HpkePublicKey {
    /// Whether HPKE can seal to this key: canonical and not of low order.
    pub fn check(&self) -> Result<(), KeyError> {
        if is_below_prime(&self.0) && !LOW_ORDER.contains(&self.0) {
            Ok(())
        } else {
            Err(KeyError::WeakHpkeKey)
        }
    }
}

/// `2^255 - 19`, little endian.
const PRIME: [u8; 32] = {
    let mut bytes = [0xff; 32];
    bytes[0] = 0xed;
    bytes[31] = 0x7f;
    bytes
};

const MINUS_ONE: [u8; 32] = {
    let mut bytes = PRIME;
    bytes[0] = 0xec;
    bytes
};

const ONE: [u8; 32] = {
    let mut bytes = [0; 32];
    bytes[0] = 1;
    bytes
};

/// The canonical u-coordinates whose product with any clamped scalar is zero.
const LOW_ORDER: [[u8; 32]; 5] = [
    [0; 32],
    ONE,
    MINUS_ONE,
    [
        0xe0, 0xeb, 0x7a, 0x7c, 0x3b, 0x41, 0xb8, 0xae, 0x16, 0x56, 0xe3, 0xfa, 0xf1, 0x9f, 0xc4,
        0x6a, 0xda, 0x09, 0x8d, 0xeb, 0x9c, 0x32, 0xb1, 0xfd, 0x86, 0x62, 0x05, 0x16, 0x5f, 0x49,
        0xb8, 0x00,
    ],
    [
        0x5f, 0x9c, 0x95, 0xbc, 0xa3, 0x50, 0x8c, 0x24, 0xb1, 0xd0, 0xb1, 0x55, 0x9c, 0x83, 0xef,
        0x5b, 0x04, 0x44, 0x5c, 0xc4, 0x58, 0x1c, 0x8e, 0x86, 0xd8, 0x22, 0x4e, 0xdd, 0xd0, 0x9f,
        0x11, 0x57,
    ],
];

fn is_below_prime(bytes: &[u8; 32]) -> bool {
    bytes.iter().rev().lt(PRIME.iter().rev())
}
