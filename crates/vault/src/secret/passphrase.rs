//! A passphrase as its person typed it.

use zeroize::{Zeroize, ZeroizeOnDrop};

use super::composed::composed;

/// A passphrase in Unicode form NFC, so that "ñ" from a phone and "ñ" from a
/// desktop are the same. Nothing else is changed: spaces count.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct Passphrase(String);

impl Passphrase {
    pub fn new(text: &str) -> Self {
        Self(core::mem::take(&mut *composed(text)))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Length in characters; what is long enough is for the caller to say.
    pub fn characters(&self) -> usize {
        self.0.chars().count()
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}
