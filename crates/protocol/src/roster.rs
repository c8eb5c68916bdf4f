//! The roster: who belongs to an agency, on which devices, in which groups.
//! A linear chain of signed entries that every device and the relay replay to
//! the same [`RosterState`].
//!
//! ```text
//! entry = 0x01 || u32be body length || body || signature[64]
//! ```

pub mod entry;
mod error;
pub mod operation;
mod rules;
mod state;
mod tables;

pub use entry::{RosterBody, RosterEntry, Signer, encode_entry, roster_signing_message};
pub use error::RosterError;
pub use rules::GroupNeed;
pub use state::{Confirmation, RosterState, SessionKey, WriterStanding};
pub use tables::{Device, Group, Invitation, InvitationStatus, Member, Office, Revocation};

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use crate::id::RosterHash;

/// A point of the roster: the number and hash of one entry. Also the body of
/// the relay's 409 (`POST /v1/roster`) and 412 (`POST /v1/items`) answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Encode, Decode, Serialize, Deserialize)]
#[cbor(map)]
pub struct RosterHead {
    #[n(0)]
    pub n: u64,
    #[n(1)]
    pub hash: RosterHash,
}
