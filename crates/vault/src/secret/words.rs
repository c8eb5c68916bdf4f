//! The recovery kit: the root secret as 24 English words (BIP-39).

use bip39::{Language, Mnemonic};
use rand_core::CryptoRng;
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

/// Words of the list that call a person names, or that are about what people took and what it did to
/// them. The list is a standard and stays as it is; a kit that would hold one of these is drawn anew.
/// 31 of 2,048 words: about three draws in ten are thrown away, which takes half a bit from 256.
const HURTFUL: [&str; 31] = [
    "abuse", "addict", "alcohol", "blame", "clean", "crack", "crazy", "crime", "dirt", "disease",
    "dose", "dumb", "evil", "guilt", "inhale", "inject", "insane", "junk", "lazy", "liar", "pill",
    "prison", "sick", "smoke", "sniff", "tobacco", "trash", "useless", "vicious", "wine", "wreck",
];
/// So many draws with such a word do not happen to who has random numbers; without them, the program
/// is not to hang.
const MOST_DRAWS: usize = 100;

impl RootSecret {
    /// A new one to be written on paper: no word of it hurts somebody in recovery who reads it.
    pub fn for_paper(rng: &mut impl CryptoRng) -> Self {
        let mut secret = Self::generate(rng);
        for _ in 1..MOST_DRAWS {
            if !secret
                .to_words()
                .split(' ')
                .any(|word| HURTFUL.contains(&word))
            {
                break;
            }
            secret = Self::generate(rng);
        }
        secret
    }

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

#[cfg(test)]
mod tests {
    use super::*;
    use rand_chacha::ChaCha20Rng;
    use rand_core::SeedableRng;

    fn hurts(secret: &RootSecret) -> bool {
        let words = secret.to_words();
        words.split(' ').any(|word| HURTFUL.contains(&word))
    }

    /// Issue 3.5.
    #[test]
    fn no_kit_is_made_with_a_word_that_calls_people_names() {
        for word in HURTFUL {
            assert!(Language::English.find_word(word).is_some(), "{word}");
        }
        let mut drawn_anew = 0;
        for seed in 0..200 {
            let rng = || ChaCha20Rng::seed_from_u64(seed);
            drawn_anew += u32::from(hurts(&RootSecret::generate(&mut rng())));
            assert!(!hurts(&RootSecret::for_paper(&mut rng())), "{seed}");
        }
        assert!((30..100).contains(&drawn_anew), "{drawn_anew} of 200");
    }

    #[test]
    fn a_kit_from_before_opens_whatever_its_words_are() {
        let seeds = (0..200).map(ChaCha20Rng::seed_from_u64);
        let mut old = seeds
            .map(|mut rng| RootSecret::generate(&mut rng))
            .filter(hurts);
        let secret = old.next().unwrap();
        let read = RootSecret::from_words(&secret.to_words()).unwrap();
        assert_eq!(read.expose(), secret.expose());
    }
}
