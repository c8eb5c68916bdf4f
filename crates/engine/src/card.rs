//! What a participant carries (issue 4.6): lines that they and their coach chose, sealed under a word
//! of theirs. Nothing of it is kept here, and no record says what is on it.

use handrail_domain::Now;
use handrail_domain::document::Event;
use handrail_protocol::base32::{from_base_32, to_base_32};
use handrail_vault::{Compose, LockError, Passphrase, UnlockError, open_card, seal_card};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::api::{CARD_MARK, CardCommand, CardView, EngineError, InvalidField, StorageProblem};
use crate::audit;
use crate::convert::invalid;
use crate::inviting::qr_modules;
use crate::open::Open;
use crate::plan::readable;

/// Most bytes of all lines together: a code that a phone still reads off paper.
const MOST_BYTES: usize = 400;
/// Fewest characters of the word.
const LEAST_CHARACTERS: usize = 8;

/// Makes a card, which is written down first, or opens one.
///
/// # Errors
/// As for a participant's record; see [`seal`] and [`opened`].
pub fn order(
    open: &mut Open,
    command: &CardCommand,
    compose: Compose,
    now: Now,
    rng: &mut dyn CryptoRng,
) -> Result<CardView, EngineError> {
    match command {
        CardCommand::Seal {
            participant,
            lines,
            word,
        } => {
            readable(open, participant)?;
            let card = seal(lines, word, compose, rng)?;
            audit::note(open, Event::CardMade, now, rng)?;
            Ok(card)
        }
        CardCommand::Open { text, word } => Ok(CardView {
            qr: Vec::new(),
            text: String::new(),
            lines: opened(text, word, compose)?,
        }),
    }
}

/// Seals lines under a word.
///
/// # Errors
/// `PassphraseTooShort` for the word, `Invalid` with `Words` for a card with nothing on it, with
/// `Detail` and the limit for too much.
fn seal(
    lines: &[String],
    word: &str,
    compose: Compose,
    rng: &mut dyn CryptoRng,
) -> Result<CardView, EngineError> {
    let word = Passphrase::new(word.trim(), compose);
    if word.characters() < LEAST_CHARACTERS {
        return Err(EngineError::PassphraseTooShort);
    }
    let lines = lines.iter().map(|line| line.trim());
    let written: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    let text = Zeroizing::new(written.join("\n"));
    if text.is_empty() {
        return Err(invalid(InvalidField::Words));
    }
    if text.len() > MOST_BYTES {
        return Err(EngineError::Invalid {
            field: InvalidField::Detail,
            limit: u32::try_from(MOST_BYTES).ok(),
        });
    }
    let sealed = seal_card(&word, text.as_bytes(), &mut &mut *rng);
    let sealed = sealed.map_err(|error| match error {
        LockError::Memory => EngineError::Storage(StorageProblem::Unavailable),
        LockError::EmptyPassphrase | LockError::Parameters => EngineError::PassphraseTooShort,
    })?;
    let text = format!("{CARD_MARK}{}", to_base_32(&sealed));
    Ok(CardView {
        qr: qr_modules(&text),
        text,
        lines: Vec::new(),
    })
}

/// The lines of a card.
///
/// # Errors
/// `NotFound` for what is no card that this version reads, `WrongPassphrase` for another word.
fn opened(text: &str, word: &str, compose: Compose) -> Result<Vec<String>, EngineError> {
    let letters: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let letters = letters.to_ascii_uppercase();
    let place = letters.find(CARD_MARK).ok_or(EngineError::NotFound)?;
    let letters = letters.get(place.saturating_add(CARD_MARK.len())..);
    let sealed = letters.and_then(from_base_32);
    let sealed = sealed.ok_or(EngineError::NotFound)?;
    let word = Passphrase::new(word.trim(), compose);
    let plain = open_card(&word, &sealed).map_err(|error| match error {
        UnlockError::WrongPassphrase => EngineError::WrongPassphrase { retry_after_ms: 0 },
        _ => EngineError::NotFound,
    })?;
    let text = std::str::from_utf8(&plain).map_err(|_| EngineError::NotFound)?;
    Ok(text.lines().map(str::to_owned).collect())
}
