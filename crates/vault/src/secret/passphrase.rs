//! A passphrase as its person typed it.

use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

/// Gives a text in Unicode form NFC. Browsers have this, so that the web app need not carry its tables.
pub type Compose = fn(&str) -> Zeroizing<String>;

/// A passphrase in Unicode form NFC, so that "ñ" from a phone and "ñ" from a
/// desktop are the same. Nothing else is changed: spaces count.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct Passphrase(String);

impl Passphrase {
    /// What was typed; `compose` is asked only where there is something to compose.
    pub fn new(text: &str, compose: Compose) -> Self {
        if text.is_ascii() {
            return Self(text.to_owned());
        }
        Self(core::mem::take(&mut *compose(text)))
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

/// [`Compose`] where no browser does it.
#[cfg(feature = "nfc")]
pub fn nfc(text: &str) -> Zeroizing<String> {
    use unicode_normalization::UnicodeNormalization as _;
    // Sized for the worst growth, so that no partial copy is left behind by a growing buffer.
    let mut normal = Zeroizing::new(String::with_capacity(text.len().saturating_mul(3)));
    normal.extend(text.nfc());
    normal
}
