//! Parcels: items that go from device to device without the relay, as a file or as codes on a screen.
//! All of it but this head is sealed, for whoever belongs to the agency (`handrail-vault`).

pub mod codes;

use crate::AgencyId;
use crate::limits::MAX_PARCEL_BYTES;

/// What a parcel begins with.
const MAGIC: &[u8; 8] = b"HRPARCEL";
/// The version that this reader writes and reads.
const VERSION: u8 = 1;
const NONCE: usize = 24;

/// Why bytes are no parcel that this version reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ParcelError {
    /// Another kind of file.
    #[error("the bytes are no parcel")]
    NotAParcel,
    /// Made by a newer version.
    #[error("a parcel of version {0}")]
    Version(u8),
    /// Longer than [`MAX_PARCEL_BYTES`].
    #[error("the parcel is too large")]
    TooLarge,
    /// It ends inside its head.
    #[error("the parcel was cut off")]
    CutOff,
}

/// What anybody can read of a parcel: that it is one, of which agency, and which key it wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParcelHead {
    /// Agency.
    pub agency: AgencyId,
    /// Epoch of the agency's group whose key seals it.
    pub epoch: u32,
    /// Random, of this parcel.
    pub nonce: [u8; NONCE],
}

impl ParcelHead {
    /// Bytes of a head.
    pub const LENGTH: usize = MAGIC.len() + 1 + AgencyId::LENGTH + 4 + NONCE;

    /// `magic[8] || version || agency[16] || u32be epoch || nonce[24]`; also what is sealed along with
    /// the rest.
    pub fn to_bytes(&self) -> Vec<u8> {
        [
            MAGIC.as_slice(),
            &[VERSION],
            self.agency.as_bytes(),
            &self.epoch.to_be_bytes(),
            &self.nonce,
        ]
        .concat()
    }

    /// The head of a parcel, and what is sealed.
    ///
    /// # Errors
    /// See [`ParcelError`]; of a newer version nothing but that is told.
    pub fn parse(bytes: &[u8]) -> Result<(Self, &[u8]), ParcelError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(ParcelError::NotAParcel)?;
        let (version, rest) = rest.split_first().ok_or(ParcelError::CutOff)?;
        if *version != VERSION {
            return Err(ParcelError::Version(*version));
        }
        if bytes.len() > MAX_PARCEL_BYTES {
            return Err(ParcelError::TooLarge);
        }
        let (agency, rest) = rest.split_first_chunk().ok_or(ParcelError::CutOff)?;
        let (epoch, rest) = rest.split_first_chunk().ok_or(ParcelError::CutOff)?;
        let (nonce, sealed) = rest.split_first_chunk().ok_or(ParcelError::CutOff)?;
        let head = Self {
            agency: AgencyId::from_bytes(*agency),
            epoch: u32::from_be_bytes(*epoch),
            nonce: *nonce,
        };
        Ok((head, sealed))
    }
}
