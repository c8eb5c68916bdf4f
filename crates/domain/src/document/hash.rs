//! The hash that names a change.

use serde::{Deserialize, Serialize};
use std::fmt;

/// SHA-256 of a change, as Automerge defines it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ChangeHash([u8; 32]);

impl ChangeHash {
    /// From its thirty-two bytes.
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its thirty-two bytes.
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    pub(super) const fn to_automerge(self) -> automerge::ChangeHash {
        automerge::ChangeHash(self.0)
    }
}

impl From<automerge::ChangeHash> for ChangeHash {
    fn from(hash: automerge::ChangeHash) -> Self {
        Self(hash.0)
    }
}

pub(super) fn sorted(hashes: &[automerge::ChangeHash]) -> Vec<ChangeHash> {
    let mut sorted: Vec<ChangeHash> = hashes.iter().copied().map(ChangeHash::from).collect();
    sorted.sort_unstable();
    sorted
}

/// Sixty-four lower-case hexadecimal digits.
impl fmt::Display for ChangeHash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0
            .iter()
            .try_for_each(|byte| write!(formatter, "{byte:02x}"))
    }
}

impl fmt::Debug for ChangeHash {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "ChangeHash({self})")
    }
}
