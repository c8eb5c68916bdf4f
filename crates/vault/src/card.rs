//! What a participant carries with them, sealed under a word of their own: on paper or in a picture,
//! where anybody may copy it and try words for as long as they like. So one try is made dear, and the
//! length of what is on it is blurred.

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::lock::{LockError, LockParameters, NotStretched, UnlockError, stretch};
use crate::seal::{derive, open, random, seal};
use crate::secret::Passphrase;

const VERSION: u8 = 1;
const LABEL: &[u8] = b"handrail card v1";
/// What is sealed is as long as a whole number of these, in bytes.
const BLOCK: usize = 64;
/// A try at the word: as much memory as the least lock takes, and three times its passes.
const PARAMETERS: LockParameters = LockParameters {
    memory_kib: 19 * 1024,
    passes: 6,
    lanes: 1,
};
const SALT: usize = 16;
const NONCE: usize = 24;

/// Seals `text`: `version || salt[16] || nonce[24] || ciphertext`, by XChaCha20-Poly1305 under what
/// Argon2id makes of the word.
///
/// # Errors
/// `EmptyPassphrase`, `Memory`.
pub fn seal_card(
    word: &Passphrase,
    text: &[u8],
    rng: &mut impl CryptoRng,
) -> Result<Vec<u8>, LockError> {
    if word.is_empty() {
        return Err(LockError::EmptyPassphrase);
    }
    let salt: [u8; SALT] = random(rng);
    let nonce: [u8; NONCE] = random(rng);
    let stretched = stretch(word, PARAMETERS, &salt).map_err(|error| match error {
        NotStretched::Parameters => LockError::Parameters,
        NotStretched::Memory => LockError::Memory,
    })?;
    // A one ends the text; what follows fills the last block.
    let mut padded = Zeroizing::new(Vec::with_capacity(text.len().saturating_add(BLOCK)));
    padded.extend_from_slice(text);
    padded.push(1);
    let whole = padded.len().next_multiple_of(BLOCK);
    padded.resize(whole, 0);
    let key = derive(&*stretched, &salt, LABEL);
    let sealed = seal(&key, &nonce, &associated_data(&salt), &padded);
    Ok([[VERSION].as_slice(), &salt, &nonce, &sealed].concat())
}

/// Opens what [`seal_card`] sealed. Takes as long as one try is dear.
///
/// # Errors
/// `WrongPassphrase` for another word, and for a card that was changed: the two cannot be told apart;
/// `Malformed`, `Version`, `Memory`.
pub fn open_card(word: &Passphrase, card: &[u8]) -> Result<Zeroizing<Vec<u8>>, UnlockError> {
    let (version, rest) = card.split_first().ok_or(UnlockError::Malformed)?;
    if *version != VERSION {
        return Err(UnlockError::Version(*version));
    }
    let (salt, rest) = rest
        .split_first_chunk::<SALT>()
        .ok_or(UnlockError::Malformed)?;
    let (nonce, sealed) = rest
        .split_first_chunk::<NONCE>()
        .ok_or(UnlockError::Malformed)?;
    let stretched = stretch(word, PARAMETERS, salt).map_err(|error| match error {
        NotStretched::Parameters => UnlockError::Parameters,
        NotStretched::Memory => UnlockError::Memory,
    })?;
    let key = derive(&*stretched, salt, LABEL);
    let mut text = open(&key, nonce, &associated_data(salt), sealed)
        .map_err(|_| UnlockError::WrongPassphrase)?;
    let end = text.iter().rposition(|byte| *byte != 0);
    text.truncate(end.ok_or(UnlockError::Malformed)?);
    Ok(text)
}

fn associated_data(salt: &[u8; SALT]) -> Vec<u8> {
    [[VERSION].as_slice(), salt].concat()
}
