//! A passphrase as its person typed it.

use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// A passphrase in Unicode form NFC, so that "ñ" from a phone and "ñ" from a
/// desktop are the same. Nothing else is changed: spaces count.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct Passphrase(String);

impl Passphrase {
    pub fn new(text: &str) -> Self {
        // Sized for the worst growth of NFC, so that no partial copy is left
        // behind by a growing buffer.
        let mut normal = Zeroizing::new(String::with_capacity(text.len().saturating_mul(3)));
        normal.extend(text.nfc());
        Self(core::mem::take(&mut *normal))
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
