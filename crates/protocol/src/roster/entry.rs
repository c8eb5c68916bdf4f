//! Bytes of a roster entry.

use minicbor::{Decode, Decoder, Encode, Encoder};

use super::operation::{LAST_OPERATION_TAG, Operation};
use super::{RosterError, RosterHead};
use crate::canonical::check_canonical;
use crate::encoding::{array_of, fixed, from_slice, to_vec, unknown};
use crate::id::{AgencyId, DeviceId, InvitationId, RootKeyId, RosterHash};
use crate::key::{SignPublicKey, Signature};
use crate::limits::{MAX_ROSTER_ENTRY_BYTES, MAX_ROSTER_OPERATIONS};

/// First byte of every roster entry.
pub const ROSTER_VERSION: u8 = 1;

const SIGNING_CONTEXT: &[u8] = b"handrail roster v1";

/// Whose key signed an entry. On the wire `[kind, id]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Signer {
    /// The recovery kit: entry 0, or a restoration.
    Root(RootKeyId),
    /// An administrator's device.
    Device(DeviceId),
    /// The person who holds an invitation link.
    Invitation(InvitationId),
}

impl<C> Encode<C> for Signer {
    fn encode<W: minicbor::encode::Write>(
        &self,
        e: &mut Encoder<W>,
        _: &mut C,
    ) -> Result<(), minicbor::encode::Error<W::Error>> {
        match self {
            Self::Root(id) => crate::encoding::pair(e, 0, id.as_bytes()),
            Self::Device(id) => crate::encoding::pair(e, 1, id.as_bytes()),
            Self::Invitation(id) => crate::encoding::pair(e, 2, id.as_bytes()),
        }
    }
}

impl<'b, C> Decode<'b, C> for Signer {
    fn decode(d: &mut Decoder<'b>, _: &mut C) -> Result<Self, minicbor::decode::Error> {
        array_of(d, 2)?;
        let kind = d.u8()?;
        let id = fixed(d)?;
        match kind {
            0 => Ok(Self::Root(RootKeyId::from_bytes(id))),
            1 => Ok(Self::Device(DeviceId::from_bytes(id))),
            2 => Ok(Self::Invitation(InvitationId::from_bytes(id))),
            _ => Err(unknown("signer kind")),
        }
    }
}

/// What is signed.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct RosterBody {
    #[n(0)]
    pub agency: AgencyId,
    /// From 0, without gaps.
    #[n(1)]
    pub n: u64,
    /// Hash of entry `n - 1`; absent exactly in entry 0.
    #[n(2)]
    pub previous: Option<RosterHash>,
    #[n(3)]
    pub signer: Signer,
    #[n(4)]
    pub operations: Vec<Operation>,
}

impl RosterBody {
    /// The canonical bytes of this body.
    pub fn encode(&self) -> Vec<u8> {
        to_vec(self)
    }
}

/// What a signer signs: `"handrail roster v1" || body`.
pub fn roster_signing_message(body: &[u8]) -> Vec<u8> {
    [SIGNING_CONTEXT, body].concat()
}

/// Puts an entry together. The parts are not checked: parse the result.
///
/// # Errors
/// `TooLarge`.
pub fn encode_entry(body: &[u8], signature: &Signature) -> Result<Vec<u8>, RosterError> {
    let length = u32::try_from(body.len()).map_err(|_| RosterError::TooLarge)?;
    let entry = [
        [ROSTER_VERSION].as_slice(),
        &length.to_be_bytes(),
        body,
        signature.as_bytes(),
    ]
    .concat();
    if entry.len() > MAX_ROSTER_ENTRY_BYTES {
        return Err(RosterError::TooLarge);
    }
    Ok(entry)
}

/// An entry of the right shape, from anybody. Whether it counts is for
/// [`RosterState`](super::RosterState) to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterEntry {
    body: RosterBody,
    body_bytes: Vec<u8>,
    signature: Signature,
    hash: RosterHash,
}

impl RosterEntry {
    /// Reads an entry that must fill `bytes` exactly and be byte for byte what
    /// this version would write: an entry that is not wholly understood by
    /// every device must not count on any.
    ///
    /// # Errors
    /// `TooLarge`, `Version`, `Truncated`, `Canonical`, `UnknownOperation`, `Field`.
    pub fn parse(bytes: &[u8]) -> Result<Self, RosterError> {
        if bytes.len() > MAX_ROSTER_ENTRY_BYTES {
            return Err(RosterError::TooLarge);
        }
        let (version, rest) = bytes.split_first().ok_or(RosterError::Truncated)?;
        if *version != ROSTER_VERSION {
            return Err(RosterError::Version(*version));
        }
        let (length, rest) = rest
            .split_first_chunk::<4>()
            .ok_or(RosterError::Truncated)?;
        let (body_bytes, signature) = rest
            .split_last_chunk::<64>()
            .ok_or(RosterError::Truncated)?;
        if usize::try_from(u32::from_be_bytes(*length)) != Ok(body_bytes.len()) {
            return Err(RosterError::Truncated);
        }
        check_canonical(body_bytes)?;
        check_operation_tags(body_bytes)?;
        let body: RosterBody = from_slice(body_bytes).map_err(|_| RosterError::Field)?;
        if body.encode() != body_bytes {
            return Err(RosterError::Field);
        }
        Ok(Self {
            body,
            body_bytes: body_bytes.to_vec(),
            signature: Signature::from_bytes(*signature),
            hash: RosterHash::of(bytes),
        })
    }

    pub fn body(&self) -> &RosterBody {
        &self.body
    }

    pub fn hash(&self) -> RosterHash {
        self.hash
    }

    pub fn head(&self) -> RosterHead {
        RosterHead {
            n: self.body.n,
            hash: self.hash,
        }
    }

    /// The invitation that this entry uses up, if it does. The relay compares
    /// its expiry with its own clock before it stores the entry.
    pub fn redeems(&self) -> Option<InvitationId> {
        self.body
            .operations
            .iter()
            .find_map(|operation| match operation {
                Operation::Redeem { invitation, .. } => Some(*invitation),
                _ => None,
            })
    }

    pub(super) fn is_signed_by(&self, key: &SignPublicKey) -> bool {
        key.verifies(&roster_signing_message(&self.body_bytes), &self.signature)
    }
}

/// Tells an entry of a newer version apart from a broken one.
fn check_operation_tags(body: &[u8]) -> Result<(), RosterError> {
    let mut decoder = Decoder::new(body);
    let fields = decoder.map().map_err(|_| RosterError::Field)?.unwrap_or(0);
    for _ in 0..fields {
        if decoder.u64().map_err(|_| RosterError::Field)? != 4 {
            decoder.skip().map_err(|_| RosterError::Field)?;
            continue;
        }
        let count = decoder
            .array()
            .map_err(|_| RosterError::Field)?
            .unwrap_or(0);
        if count > MAX_ROSTER_OPERATIONS as u64 {
            return Err(RosterError::TooLarge);
        }
        for _ in 0..count {
            array_of(&mut decoder, 2).map_err(|_| RosterError::Field)?;
            let tag = decoder.u64().map_err(|_| RosterError::Field)?;
            if tag > LAST_OPERATION_TAG {
                return Err(RosterError::UnknownOperation(tag));
            }
            decoder.skip().map_err(|_| RosterError::Field)?;
        }
    }
    Ok(())
}
