//! What a device says about itself, or about one that was taken out, signed so that it can be
//! shown to others later. Statements lie in the agency's document.
//!
//! ```text
//! statement = u8 version || agency[16] || device[16] || u32be body length || body || signature[64]
//! ```
//!
//! The signature is Ed25519 by `device` over `"handrail statement v1"`, or `v2`, and all before it.
//! What version 1 can say is said in version 1.

use minicbor::{Decode, Encode};

use crate::encoding::{from_slice, to_vec};
use crate::id::{AgencyId, DeviceId, DocumentId};
use crate::key::{SignPublicKey, Signature};

/// What is signed before a statement, by its version less one.
const LABELS: [&[u8]; 2] = [b"handrail statement v1", b"handrail statement v2"];
/// Bytes before the body.
const HEAD: usize = 1 + 16 + 16 + 4;
/// Largest statement, bytes.
pub const MAX_STATEMENT_BYTES: usize = 128 * 1024;
/// Longest version of an app, bytes.
const MAX_VERSION_BYTES: usize = 64;

/// What is said. On the wire `[tag, map]`, a CBOR value as of a roster entry.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub enum Said {
    /// How the device that signs keeps what it has.
    #[n(0)]
    State(#[n(0)] KeepingState),
    /// What is known of a device that was taken out.
    #[n(1)]
    TakenOut(#[n(0)] TakenOut),
    /// The last word of a device that was taken out. Version 2.
    #[n(2)]
    Wiped(#[n(0)] Wiped),
}

impl Said {
    fn version(&self) -> u8 {
        match self {
            Self::State(KeepingState { since_2: None, .. }) | Self::TakenOut(_) => 1,
            Self::State(_) | Self::Wiped(_) => 2,
        }
    }
}

/// How a device keeps what it has.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct KeepingState {
    /// The device's clock, Unix ms.
    #[n(0)]
    pub at: i64,
    /// How the database is encrypted.
    #[n(1)]
    pub cipher: Cipher,
    /// Of Argon2id, KiB.
    #[n(2)]
    pub memory_kib: u32,
    /// Of Argon2id.
    #[n(3)]
    pub passes: u32,
    /// Of Argon2id.
    #[n(4)]
    pub lanes: u32,
    /// A PIN opens it for some hours after a lock by time.
    #[n(5)]
    pub pin: bool,
    /// Minutes without touch until it locks.
    #[n(6)]
    pub auto_lock_minutes: u32,
    /// Of the app.
    #[n(7)]
    pub version: String,
    /// What a statement of version 1 does not say.
    #[n(8)]
    pub since_2: Option<KeepingSince2>,
}

/// What version 2 says beside that. On the wire `[passkey, lease days]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
pub struct KeepingSince2 {
    /// A passkey opens it too.
    #[n(0)]
    pub passkey: bool,
    /// Days without contact after which it locks by itself, as far as it knew; 0 for never.
    #[n(1)]
    pub lease_days: u32,
}

/// What a device says that was taken out, when it has handed over what it had and before it
/// deletes all that is on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Wiped {
    /// The device's clock, Unix ms.
    #[n(0)]
    pub at: i64,
    /// Entries and drafts that could not be handed over, and go with the rest.
    #[n(1)]
    pub left: u32,
}

/// How a database is encrypted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Cipher {
    /// `SQLite3MC`: each page with `ChaCha20` and Poly1305.
    #[n(1)]
    ChaCha20Poly1305,
}

/// What was known of a device when it was taken out. Who says it also signed the roster entry.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct TakenOut {
    /// The device that was taken out.
    #[n(0)]
    pub device: DeviceId,
    /// Clock of who says it, Unix ms.
    #[n(1)]
    pub at: i64,
    /// When the last item of the device arrived there, Unix ms.
    #[n(2)]
    pub heard_at: Option<i64>,
    /// Items of the device that others said to hold and that had not arrived there.
    #[n(3)]
    pub missing: u64,
    /// Participants' documents whose keys the device held, ascending.
    #[n(4)]
    pub documents: Vec<DocumentId>,
}

/// Why bytes are no statement that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum StatementError {
    #[error("not a statement")]
    Malformed,
    #[error("a statement of another version")]
    Version,
    #[error("a statement of another agency or device")]
    Other,
    #[error("the signature of a statement is wrong")]
    Signature,
}

/// Everything of a statement but its signature.
pub fn statement_head(agency: AgencyId, device: DeviceId, said: &Said) -> Vec<u8> {
    let body = to_vec(said);
    let mut bytes = vec![said.version()];
    bytes.extend_from_slice(agency.as_bytes());
    bytes.extend_from_slice(device.as_bytes());
    bytes.extend_from_slice(&u32::try_from(body.len()).unwrap_or(u32::MAX).to_be_bytes());
    bytes.extend_from_slice(&body);
    bytes
}

/// What is signed of a statement.
pub fn statement_signing_message(head: &[u8]) -> Vec<u8> {
    let version = head.first().copied().unwrap_or_default();
    [label_of(version).unwrap_or_default(), head].concat()
}

fn label_of(version: u8) -> Option<&'static [u8]> {
    let place = usize::from(version).checked_sub(1)?;
    LABELS.get(place).copied()
}

/// Reads a statement that `device`, whose key is `sign`, made in this agency.
///
/// # Errors
/// The first check that failed: size and version, agency and device, signature, body. A body
/// counts only if it is byte for byte what a writer of its version would write.
pub fn read_statement(
    bytes: &[u8],
    agency: AgencyId,
    device: DeviceId,
    sign: &SignPublicKey,
) -> Result<Said, StatementError> {
    let malformed = StatementError::Malformed;
    if bytes.len() > MAX_STATEMENT_BYTES {
        return Err(malformed);
    }
    let (head, signature) = bytes.split_last_chunk::<64>().ok_or(malformed)?;
    let version = *head.first().ok_or(malformed)?;
    if label_of(version).is_none() {
        return Err(StatementError::Version);
    }
    let (fixed, body) = head.split_at_checked(HEAD).ok_or(malformed)?;
    let is = |range: core::ops::Range<usize>, wanted: &[u8]| fixed.get(range) == Some(wanted);
    if !is(1..17, agency.as_bytes()) || !is(17..33, device.as_bytes()) {
        return Err(StatementError::Other);
    }
    let length = u32::try_from(body.len()).map_err(|_| malformed)?;
    if !is(33..37, &length.to_be_bytes()) {
        return Err(malformed);
    }
    if !sign.verifies(
        &statement_signing_message(head),
        &Signature::from_bytes(*signature),
    ) {
        return Err(StatementError::Signature);
    }
    let said: Said = from_slice(body).map_err(|_| malformed)?;
    let is_in_order = match &said {
        Said::State(state) => state.version.len() <= MAX_VERSION_BYTES,
        Said::TakenOut(sheet) => sheet.documents.is_sorted_by(|one, next| one < next),
        Said::Wiped(_) => true,
    };
    if is_in_order && said.version() == version && to_vec(&said) == body {
        Ok(said)
    } else {
        Err(malformed)
    }
}
