//! Identifiers. Each is a fixed number of bytes, random or a BLAKE3 hash, and
//! means nothing to whoever does not hold the keys.

use core::fmt;
use core::str::FromStr;

use minicbor::{Decode, Decoder, Encode, Encoder};
use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::key::{HpkePublicKey, SignPublicKey};

/// Text that is not the lower or upper case hexadecimal form of an identifier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an identifier: {expected} hexadecimal digits were expected")]
pub struct IdTextError {
    expected: usize,
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident[$len:literal]) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; $len]);

        impl $name {
            /// Length in bytes.
            pub const LENGTH: usize = $len;

            pub const fn from_bytes(bytes: [u8; $len]) -> Self {
                Self(bytes)
            }

            /// `None` when `bytes` has another length.
            pub fn from_slice(bytes: &[u8]) -> Option<Self> {
                bytes.try_into().ok().map(Self)
            }

            pub const fn as_bytes(&self) -> &[u8; $len] {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                for byte in self.0 {
                    write!(f, "{byte:02x}")?;
                }
                Ok(())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl FromStr for $name {
            type Err = IdTextError;

            fn from_str(text: &str) -> Result<Self, IdTextError> {
                let mut bytes = [0; $len];
                parse_hex(text, &mut bytes).ok_or(IdTextError { expected: $len * 2 })?;
                Ok(Self(bytes))
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

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_bytes(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_bytes(FixedBytes::<$len>).map(Self)
            }
        }
    };
}

id! {
    /// An agency: the first half of the hash of its root public key.
    AgencyId[16]
}
id! {
    /// The whole hash of an agency's root public key. What people compare and
    /// what an invitation carries.
    Fingerprint[32]
}
id! {
    /// A document. Random.
    DocumentId[16]
}
id! {
    /// A person who belongs to the agency. Random.
    MemberId[16]
}
id! {
    /// A device, named by the hash of its two public keys.
    DeviceId[16]
}
id! {
    /// An invitation, named as a device is: by the hash of its public keys.
    InvitationId[16]
}
id! {
    /// The agency's root and recovery keys, named as a device is.
    RootKeyId[16]
}
id! {
    /// A device, an invitation or the root, where the wire does not say which.
    KeyId[16]
}
id! {
    /// One life of one device's database. Random; a restored or copied
    /// database takes a new one before it writes.
    Incarnation[16]
}
id! {
    /// One life of a relay's database. Random.
    RelayIncarnation[16]
}
id! {
    /// A group of members who share epoch keys. Random.
    GroupId[16]
}
id! {
    /// The BLAKE3 hash of a whole item.
    ItemId[32]
}
id! {
    /// The BLAKE3 hash of a whole roster entry.
    RosterHash[32]
}
id! {
    /// A document key, named by a hash that does not tell the key.
    DocumentKeyId[16]
}
id! {
    /// The key of one epoch of a group, named by a hash that does not tell it.
    GroupKeyId[16]
}

impl AgencyId {
    /// `BLAKE3("handrail agency v1" || root public key)`, first 16 bytes.
    pub fn of_root(root: &SignPublicKey) -> Self {
        Self(short_hash(&[b"handrail agency v1", root.as_bytes()]))
    }
}

impl Fingerprint {
    /// `BLAKE3("handrail fingerprint v1" || root public key)`.
    pub fn of_root(root: &SignPublicKey) -> Self {
        Self(hash(&[b"handrail fingerprint v1", root.as_bytes()]))
    }
}

impl KeyId {
    /// `BLAKE3("handrail device v1" || signing key || HPKE key)`, first 16
    /// bytes: one formula for devices, invitations and the root.
    pub fn of_keys(sign: &SignPublicKey, hpke: &HpkePublicKey) -> Self {
        Self(short_hash(&[
            b"handrail device v1",
            sign.as_bytes(),
            hpke.as_bytes(),
        ]))
    }
}

macro_rules! key_id {
    ($($name:ident),*) => {$(
        impl $name {
            /// See [`KeyId::of_keys`].
            pub fn of_keys(sign: &SignPublicKey, hpke: &HpkePublicKey) -> Self {
                Self(KeyId::of_keys(sign, hpke).0)
            }
        }

        impl From<$name> for KeyId {
            fn from(id: $name) -> Self {
                Self(id.0)
            }
        }
    )*};
}
key_id!(DeviceId, InvitationId, RootKeyId);

impl GroupId {
    /// The group of one participant's record that is shared out of a caseload:
    /// `H16("handrail shared record v1" || document || caseload group)`.
    pub fn of_shared_record(document: &DocumentId, caseload: &Self) -> Self {
        Self(short_hash(&[
            b"handrail shared record v1",
            document.as_bytes(),
            caseload.as_bytes(),
        ]))
    }

    /// The group of what an agency's clinical providers and supervisors say among themselves:
    /// `H16("handrail desk v1" || agency)`.
    pub fn of_desk(agency: &AgencyId) -> Self {
        Self(short_hash(&[b"handrail desk v1", agency.as_bytes()]))
    }

    /// The group of what an agency's coaches and supervisors say among themselves:
    /// `H16("handrail coaches v1" || agency)`.
    pub fn of_coaches(agency: &AgencyId) -> Self {
        Self(short_hash(&[b"handrail coaches v1", agency.as_bytes()]))
    }
}

impl ItemId {
    /// `BLAKE3(item bytes)`.
    pub fn of(item: &[u8]) -> Self {
        Self(hash(&[item]))
    }
}

impl RosterHash {
    /// `BLAKE3(entry bytes)`.
    pub fn of(entry: &[u8]) -> Self {
        Self(hash(&[entry]))
    }
}

pub(crate) fn hash(parts: &[&[u8]]) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(part);
    }
    *hasher.finalize().as_bytes()
}

fn short_hash(parts: &[&[u8]]) -> [u8; 16] {
    let [first, _] = halves(hash(parts));
    first
}

fn halves(bytes: [u8; 32]) -> [[u8; 16]; 2] {
    let mut out = [[0; 16]; 2];
    for (half, chunk) in out.iter_mut().zip(bytes.chunks_exact(16)) {
        half.copy_from_slice(chunk);
    }
    out
}

fn parse_hex(text: &str, out: &mut [u8]) -> Option<()> {
    if text.len() != out.len() * 2 {
        return None;
    }
    for (byte, digits) in out.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
        let mut value = 0;
        for digit in digits {
            value = value * 16 + char::from(*digit).to_digit(16)?;
        }
        *byte = u8::try_from(value).ok()?;
    }
    Some(())
}

struct FixedBytes<const N: usize>;

impl<'de, const N: usize> Visitor<'de> for FixedBytes<N> {
    type Value = [u8; N];

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{N} bytes")
    }

    fn visit_bytes<E: serde::de::Error>(self, bytes: &[u8]) -> Result<[u8; N], E> {
        bytes
            .try_into()
            .map_err(|_| E::invalid_length(bytes.len(), &self))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<[u8; N], A::Error> {
        let mut bytes = [0; N];
        for (index, byte) in bytes.iter_mut().enumerate() {
            *byte = seq
                .next_element()?
                .ok_or_else(|| serde::de::Error::invalid_length(index, &self))?;
        }
        Ok(bytes)
    }
}
