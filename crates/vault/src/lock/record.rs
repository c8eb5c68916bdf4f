//! The lock's stored form. Nothing in it tells whose device it is.

use std::hint::black_box;

use argon2::{Algorithm, Argon2, Block, Params, Version};
use handrail_protocol::message;
use minicbor::{Decode, Encode};
use rand_core::CryptoRng;
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use super::{LockError, UnlockError};
use crate::seal::{derive, open_key, random, seal_key};
use crate::secret::{DatabaseKey, Passphrase};

const VERSION: u8 = 1;
const KEY_LABEL: &[u8] = b"handrail lock v1";
const CHECK_LABEL: &[u8] = b"handrail lock check v1";

/// Cost of one try at the passphrase (Argon2id, RFC 9106).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode)]
#[cbor(array)]
pub struct LockParameters {
    /// 8,192 to 1,048,576 KiB.
    #[n(0)]
    pub memory_kib: u32,
    /// 1 to 64.
    #[n(1)]
    pub passes: u32,
    /// 1 to 16.
    #[n(2)]
    pub lanes: u32,
}

impl Default for LockParameters {
    /// 19 MiB, two passes, one lane: what OWASP names as the least, and what a
    /// cheap phone does in about a second.
    fn default() -> Self {
        Self {
            memory_kib: 19 * 1024,
            passes: 2,
            lanes: 1,
        }
    }
}

impl LockParameters {
    fn check(self) -> Option<Params> {
        let sane = (8 * 1024..=1024 * 1024).contains(&self.memory_kib)
            && (1..=64).contains(&self.passes)
            && (1..=16).contains(&self.lanes);
        if !sane {
            return None;
        }
        Params::new(self.memory_kib, self.passes, self.lanes, Some(32)).ok()
    }
}

/// A database key sealed under a passphrase.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct LockRecord {
    #[n(0)]
    version: u8,
    #[n(1)]
    parameters: LockParameters,
    #[cbor(n(2), with = "minicbor::bytes")]
    salt: [u8; 16],
    /// Tells a wrong passphrase from damage.
    #[cbor(n(3), with = "minicbor::bytes")]
    check: [u8; 16],
    #[cbor(n(4), with = "minicbor::bytes")]
    sealed: [u8; 72],
}

#[derive(Decode)]
#[cbor(map)]
struct VersionOnly {
    #[n(0)]
    version: u8,
}

/// Reads a record of the version that this one knows.
///
/// # Errors
/// `Malformed`, `Version`.
pub(super) fn of_version<'b, T: Decode<'b, ()>>(
    bytes: &'b [u8],
    known: u8,
) -> Result<T, UnlockError> {
    let VersionOnly { version } = message::decode(bytes).map_err(|_| UnlockError::Malformed)?;
    if version != known {
        return Err(UnlockError::Version(version));
    }
    message::decode(bytes).map_err(|_| UnlockError::Malformed)
}

impl LockRecord {
    /// Seals `key`. To change a passphrase, make a new record for the same key.
    pub fn make(
        passphrase: &Passphrase,
        key: &DatabaseKey,
        parameters: LockParameters,
        rng: &mut impl CryptoRng,
    ) -> Result<Self, LockError> {
        if passphrase.is_empty() {
            return Err(LockError::EmptyPassphrase);
        }
        let salt = random(rng);
        let stretched = stretch(passphrase, parameters, &salt).map_err(|error| match error {
            NotStretched::Parameters => LockError::Parameters,
            NotStretched::Memory => LockError::Memory,
        })?;
        let aad = associated_data(parameters, &salt);
        let sealed = seal_key(&stretched, KEY_LABEL, &aad, key.expose(), rng);
        let check = *derive(&*stretched, &salt, CHECK_LABEL);
        Ok(Self {
            version: VERSION,
            parameters,
            salt,
            check,
            sealed,
        })
    }

    /// Takes as long as the parameters say; not to be called where a person
    /// waits for a frame.
    pub fn unlock(&self, passphrase: &Passphrase) -> Result<DatabaseKey, UnlockError> {
        let stretched =
            stretch(passphrase, self.parameters, &self.salt).map_err(|error| match error {
                NotStretched::Parameters => UnlockError::Parameters,
                NotStretched::Memory => UnlockError::Memory,
            })?;
        let check: Zeroizing<[u8; 16]> = derive(&*stretched, &self.salt, CHECK_LABEL);
        if !bool::from(check.ct_eq(&self.check)) {
            return Err(UnlockError::WrongPassphrase);
        }
        let aad = associated_data(self.parameters, &self.salt);
        open_key(&stretched, KEY_LABEL, &aad, &self.sealed)
            .map(|key| DatabaseKey::from_bytes(*key))
            .map_err(|_| UnlockError::Damaged)
    }

    pub fn parameters(&self) -> LockParameters {
        self.parameters
    }

    /// For the plain file beside the database.
    pub fn to_bytes(&self) -> Vec<u8> {
        message::encode(self)
    }

    /// # Errors
    /// `Malformed`, `Version`, `Parameters`.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, UnlockError> {
        let record: Self = of_version(bytes, VERSION)?;
        record.parameters.check().ok_or(UnlockError::Parameters)?;
        Ok(record)
    }
}

/// Why no key came out of a passphrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotStretched {
    Parameters,
    Memory,
}

pub(crate) fn stretch(
    passphrase: &Passphrase,
    parameters: LockParameters,
    salt: &[u8; 16],
) -> Result<Zeroizing<[u8; 32]>, NotStretched> {
    stretch_in(&mut Vec::new(), passphrase, parameters, salt)
}

/// As [`stretch`], in this memory. The key follows from what Argon2 leaves there, and a browser's
/// program wipes nothing that it gives back: so it is wiped here.
fn stretch_in(
    memory: &mut Vec<Block>,
    passphrase: &Passphrase,
    parameters: LockParameters,
    salt: &[u8; 16],
) -> Result<Zeroizing<[u8; 32]>, NotStretched> {
    let checked = parameters.check().ok_or(NotStretched::Parameters)?;
    let blocks = checked.block_count();
    memory
        .try_reserve_exact(blocks)
        .map_err(|_| NotStretched::Memory)?;
    memory.resize(blocks, Block::new());
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, checked);
    let mut out = Zeroizing::new([0; 32]);
    let done = argon.hash_password_into_with_memory(
        passphrase.as_bytes(),
        salt,
        &mut *out,
        memory.as_mut_slice(),
    );
    memory.fill(Block::new());
    // Else the zeros could be left out: nobody reads them.
    black_box(&*memory);
    done.map_err(|_| NotStretched::Parameters)?;
    Ok(out)
}

fn associated_data(parameters: LockParameters, salt: &[u8; 16]) -> Vec<u8> {
    [
        [VERSION].as_slice(),
        &parameters.memory_kib.to_be_bytes(),
        &parameters.passes.to_be_bytes(),
        &parameters.lanes.to_be_bytes(),
        salt,
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_a_try_worked_with_stays_in_its_memory() {
        let typed = Passphrase::new("a quiet morning", |plain| plain.to_owned().into());
        let parameters = LockParameters {
            memory_kib: 8_192,
            passes: 1,
            lanes: 1,
        };
        let mut memory = Vec::new();
        let stretched = stretch_in(&mut memory, &typed, parameters, &[7; 16]).unwrap();
        assert_eq!(memory.len(), 8_192);
        let left = memory.iter().flat_map(AsRef::<[u64]>::as_ref);
        assert!(left.copied().all(|word| word == 0));
        let again = stretch(&typed, parameters, &[7; 16]).unwrap();
        assert_eq!(*again, *stretched);
        assert_ne!(*again, [0; 32]);
    }
}
