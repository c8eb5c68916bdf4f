//! The recovery kit: the root secret as 24 English words (BIP-39).

use bip39::{Language, Mnemonic};
use zeroize::Zeroizing;

use super::RootSecret;

/// Why words are not a recovery kit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WordsError {
    #[error("the recovery kit has 24 words; {0} were given")]
    Count(usize),
    /// `position` counts from 1.
    #[error("word {position} is not in the list of recovery words; check its spelling")]
    Unknown { position: usize },
    #[error("a word is wrong or in the wrong place; compare them with the printed kit")]
    Checksum,
}

impl RootSecret {
    /// 24 lower-case words separated by single spaces.
    #[allow(clippy::expect_used, reason = "32 bytes are always a valid length")]
    pub fn to_words(&self) -> Zeroizing<String> {
        let words = Mnemonic::from_entropy(self.expose()).expect("32 bytes");
        Zeroizing::new(words.to_string())
    }

    /// Reads words in any case, with any white space between them.
    pub fn from_words(text: &str) -> Result<Self, WordsError> {
        let text = Zeroizing::new(text.to_lowercase());
        let words: Vec<&str> = text.split_whitespace().collect();
        if words.len() != 24 {
            return Err(WordsError::Count(words.len()));
        }
        let joined = Zeroizing::new(words.join(" "));
        let mnemonic = Mnemonic::parse_in_normalized(Language::English, &joined).map_err(
            |error| match error {
                bip39::Error::UnknownWord(index) => WordsError::Unknown {
                    position: index + 1,
                },
                bip39::Error::BadWordCount(count) => WordsError::Count(count),
                _ => WordsError::Checksum,
            },
        )?;
        let (entropy, length) = mnemonic.to_entropy_array();
        let entropy = Zeroizing::new(entropy);
        let bytes: &[u8; 32] = entropy.first_chunk().ok_or(WordsError::Checksum)?;
        if length == bytes.len() {
            Ok(Self::from_bytes(*bytes))
        } else {
            Err(WordsError::Checksum)
        }
    }
}
