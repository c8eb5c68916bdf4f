//! What all records share: they are taken back with a reason, never deleted.

use crate::id::MemberId;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// Longest reason for taking a record back, in bytes.
pub const REASON_LIMIT: usize = 500;

/// Longest short text, such as a name or a place, in bytes.
pub const TEXT_LIMIT: usize = 1000;

/// A record was taken back: by whom, when and why. The record stays readable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Void {
    /// When it was taken back.
    pub at: Timestamp,
    /// Who took it back; `None` only when the document does not say.
    pub by: Option<MemberId>,
    /// Why, in words.
    pub reason: String,
}

/// A key that stays the same when the same row is imported again.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ImportKey(String);

impl ImportKey {
    /// From its text, as a document or a table holds it.
    pub fn from_text(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// Its text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
