//! The same key under a passkey: 32 bytes that the authenticator makes of a fixed salt (WebAuthn, PRF
//! extension). Nobody guesses those, so that nothing has to be stretched.

use handrail_protocol::message;
use minicbor::{Decode, Encode};
use rand_core::CryptoRng;

use super::{LockError, UnlockError, record::of_version};
use crate::seal::{open_key, seal_key};
use crate::secret::{DatabaseKey, PasskeyOutput};

const VERSION: u8 = 1;
const KEY_LABEL: &[u8] = b"handrail passkey v1";
/// What WebAuthn allows, in bytes.
const LONGEST_CREDENTIAL: usize = 1023;

/// A database key sealed under what a passkey gives. Says which passkey, and not whose.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct PasskeyRecord {
    #[n(0)]
    version: u8,
    #[cbor(n(1), with = "minicbor::bytes")]
    credential: Vec<u8>,
    #[cbor(n(2), with = "minicbor::bytes")]
    sealed: [u8; 72],
}

impl PasskeyRecord {
    /// Seals `key` under what the passkey of this credential id (1 to 1,023 bytes) gave.
    ///
    /// # Errors
    /// `Parameters` for another length.
    pub fn make(
        output: &PasskeyOutput,
        credential: Vec<u8>,
        key: &DatabaseKey,
        rng: &mut impl CryptoRng,
    ) -> Result<Self, LockError> {
        if !(1..=LONGEST_CREDENTIAL).contains(&credential.len()) {
            return Err(LockError::Parameters);
        }
        let aad = associated_data(&credential);
        Ok(Self {
            version: VERSION,
            sealed: seal_key(output.expose(), KEY_LABEL, &aad, key.expose(), rng),
            credential,
        })
    }

    /// # Errors
    /// `Damaged` for another passkey's output, too: the two cannot be told apart.
    pub fn unlock(&self, output: &PasskeyOutput) -> Result<DatabaseKey, UnlockError> {
        let aad = associated_data(&self.credential);
        open_key(output.expose(), KEY_LABEL, &aad, &self.sealed)
            .map(|key| DatabaseKey::from_bytes(*key))
            .map_err(|_| UnlockError::Damaged)
    }

    /// The credential id to ask for.
    pub fn credential(&self) -> &[u8] {
        &self.credential
    }

    /// For the plain file beside the database.
    pub fn to_bytes(&self) -> Vec<u8> {
        message::encode(self)
    }

    /// # Errors
    /// `Malformed`, `Version`.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, UnlockError> {
        of_version(bytes, VERSION)
    }
}

fn associated_data(credential: &[u8]) -> Vec<u8> {
    [[VERSION].as_slice(), credential].concat()
}
