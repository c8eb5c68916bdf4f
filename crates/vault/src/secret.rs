//! Secrets, each its own type, so that none can stand in for another.

mod holder;
mod key_pair;
mod passphrase;
mod words;

pub use holder::{DeviceSecret, Holder, InvitationKeys, RootKeys};
#[cfg(feature = "nfc")]
pub use passphrase::nfc;
pub use passphrase::{Compose, Passphrase};
pub use words::WordsError;

pub(crate) use key_pair::KeyPair;

use handrail_protocol::{DocumentKeyId, GroupKeyId};
use rand_core::CryptoRng;
use zeroize::{Zeroize, ZeroizeOnDrop};

macro_rules! secret {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Zeroize, ZeroizeOnDrop)]
        pub struct $name([u8; 32]);

        impl $name {
            /// A new one.
            pub fn generate(rng: &mut impl CryptoRng) -> Self {
                let mut bytes = [0; 32];
                rng.fill_bytes(&mut bytes);
                Self(bytes)
            }

            /// One that was kept. The caller wipes its own copy.
            pub const fn from_bytes(bytes: [u8; 32]) -> Self {
                Self(bytes)
            }

            /// The secret itself, to be kept in the encrypted database.
            pub const fn expose(&self) -> &[u8; 32] {
                &self.0
            }
        }
    };
}

secret! {
    /// The agency's root, written down as the recovery kit and kept on no
    /// device once that is confirmed.
    RootSecret
}
secret! {
    /// What an invitation link carries.
    InvitationSecret
}
secret! {
    /// The key of one epoch of a group. Seals document keys.
    GroupKey
}
secret! {
    /// A key of one document. Seals its items.
    DocumentKey
}
secret! {
    /// The key of this device's database file.
    DatabaseKey
}
secret! {
    /// What a passkey's authenticator makes of our salt.
    PasskeyOutput
}

impl DocumentKey {
    /// The name of this key on the wire: the first half of
    /// `BLAKE3 derive_key("handrail document key id v1", key)`.
    pub fn id(&self) -> DocumentKeyId {
        DocumentKeyId::from_bytes(key_name("handrail document key id v1", &self.0))
    }
}

impl GroupKey {
    /// The name of this key on the wire: the first half of
    /// `BLAKE3 derive_key("handrail group key id v1", key)`.
    pub fn id(&self) -> GroupKeyId {
        GroupKeyId::from_bytes(key_name("handrail group key id v1", &self.0))
    }
}

fn key_name(context: &str, key: &[u8; 32]) -> [u8; 16] {
    let mut name = [0; 16];
    for (slot, byte) in name.iter_mut().zip(blake3::derive_key(context, key)) {
        *slot = byte;
    }
    name
}
