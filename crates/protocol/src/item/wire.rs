//! Bytes of an item, before and after its signature is checked.

use crate::id::{DeviceId, ItemId, hash};
use crate::key::{SignPublicKey, Signature};
use crate::limits::{MAX_ITEM_BYTES, MAX_ITEM_HEADER_BYTES, MAX_SNAPSHOT_ITEM_BYTES};

use super::{ItemError, ItemHeader, ItemKind};

/// First byte of every item.
pub const ITEM_VERSION: u8 = 1;
/// Nonce, commitment and tag: what a body holds besides its plaintext.
pub const MIN_BODY_BYTES: usize = 24 + 32 + 16;

const SIGNING_CONTEXT: &[u8; 16] = b"handrail item v1";

/// The most bytes an item of this kind may have.
pub const fn max_item_bytes(kind: ItemKind) -> usize {
    match kind {
        ItemKind::Snapshot => MAX_SNAPSHOT_ITEM_BYTES,
        ItemKind::Change | ItemKind::Receipt | ItemKind::Tombstone => MAX_ITEM_BYTES,
    }
}

/// What a writer signs: `"handrail item v1" || BLAKE3(header) || BLAKE3(body)`.
pub fn item_signing_message(header: &[u8], body: &[u8]) -> [u8; 80] {
    let mut message = [0; 80];
    let parts = SIGNING_CONTEXT
        .iter()
        .copied()
        .chain(hash(&[header]))
        .chain(hash(&[body]));
    for (slot, byte) in message.iter_mut().zip(parts) {
        *slot = byte;
    }
    message
}

/// Puts an item together. The parts are not checked: parse the result.
///
/// # Errors
/// `TooLarge` when the header does not fit its length field.
pub fn encode_item(
    header: &[u8],
    signature: &Signature,
    body: &[u8],
) -> Result<Vec<u8>, ItemError> {
    let length = u16::try_from(header.len()).map_err(|_| ItemError::TooLarge)?;
    let item = [
        [ITEM_VERSION].as_slice(),
        &length.to_be_bytes(),
        header,
        signature.as_bytes(),
        body,
    ]
    .concat();
    Ok(item)
}

/// The bytes of an item and what was read from them.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Parsed {
    bytes: Vec<u8>,
    id: ItemId,
    header: ItemHeader,
    header_length: usize,
}

impl Parsed {
    fn header_bytes(&self) -> &[u8] {
        let end = 3 + self.header_length;
        self.bytes.get(3..end).unwrap_or_default()
    }

    fn body(&self) -> &[u8] {
        let start = 3 + self.header_length + 64;
        self.bytes.get(start..).unwrap_or_default()
    }
}

/// An item of the right shape, from anybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnverifiedItem {
    parsed: Parsed,
    signature: Signature,
}

impl UnverifiedItem {
    /// Reads an item that must fill `bytes` exactly. Checks every rule that
    /// needs no key: version, sizes, canonical header, fields, counters,
    /// coverage, wraps, body length.
    pub fn parse(bytes: &[u8]) -> Result<Self, ItemError> {
        if bytes.len() > MAX_SNAPSHOT_ITEM_BYTES {
            return Err(ItemError::TooLarge);
        }
        let (version, rest) = bytes.split_first().ok_or(ItemError::Truncated)?;
        if *version != ITEM_VERSION {
            return Err(ItemError::Version(*version));
        }
        let (length, rest) = rest.split_first_chunk::<2>().ok_or(ItemError::Truncated)?;
        let header_length = usize::from(u16::from_be_bytes(*length));
        debug_assert!(header_length <= MAX_ITEM_HEADER_BYTES);
        let (header, rest) = rest
            .split_at_checked(header_length)
            .ok_or(ItemError::Truncated)?;
        let (signature, body) = rest.split_first_chunk::<64>().ok_or(ItemError::Truncated)?;
        let header = ItemHeader::decode(header)?;
        if bytes.len() > max_item_bytes(header.kind) {
            return Err(ItemError::TooLarge);
        }
        if usize::try_from(header.body_length) != Ok(body.len()) {
            return Err(ItemError::BodyLength);
        }
        Ok(Self {
            signature: Signature::from_bytes(*signature),
            parsed: Parsed {
                bytes: bytes.to_vec(),
                id: ItemId::of(bytes),
                header,
                header_length,
            },
        })
    }

    pub fn id(&self) -> ItemId {
        self.parsed.id
    }

    /// What the item claims, until it is verified.
    pub fn header(&self) -> &ItemHeader {
        &self.parsed.header
    }

    pub fn as_bytes(&self) -> &[u8] {
        &self.parsed.bytes
    }

    /// Checks that `key` made the signature. That `key` is the key of
    /// `header().writer` is for the caller to know from the roster; see
    /// [`UnverifiedItem::verify_as`].
    ///
    /// # Errors
    /// `Signature`.
    pub fn verify(self, key: &SignPublicKey) -> Result<VerifiedItem, ItemError> {
        let message = item_signing_message(self.parsed.header_bytes(), self.parsed.body());
        if key.verifies(&message, &self.signature) {
            Ok(VerifiedItem {
                parsed: self.parsed,
            })
        } else {
            Err(ItemError::Signature)
        }
    }

    /// As `verify`, and checks first that the item names `writer`.
    ///
    /// # Errors
    /// `OtherWriter`, `Signature`.
    pub fn verify_as(
        self,
        writer: DeviceId,
        key: &SignPublicKey,
    ) -> Result<VerifiedItem, ItemError> {
        if self.parsed.header.writer != writer {
            return Err(ItemError::OtherWriter);
        }
        self.verify(key)
    }

    /// Skips the signature for bytes that this device verified before it put
    /// them into its own authenticated database. Never for bytes from outside.
    #[must_use]
    pub fn trust_own_storage(self) -> VerifiedItem {
        VerifiedItem {
            parsed: self.parsed,
        }
    }
}

/// An item whose writer's signature was checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifiedItem {
    parsed: Parsed,
}

impl VerifiedItem {
    pub fn id(&self) -> ItemId {
        self.parsed.id
    }

    pub fn header(&self) -> &ItemHeader {
        &self.parsed.header
    }

    /// The exact signed bytes of the header; the associated data of the body.
    pub fn header_bytes(&self) -> &[u8] {
        self.parsed.header_bytes()
    }

    /// `nonce[24] || commitment[32] || ciphertext || tag[16]`.
    pub fn body(&self) -> &[u8] {
        self.parsed.body()
    }

    pub fn as_bytes(&self) -> &[u8] {
        &self.parsed.bytes
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.parsed.bytes
    }
}
