//! The crisis card: who to call when life is in danger (S0-29 to S0-32).
//!
//! Numbers change, so they are dated data and never constants in code: a pack that ships with the
//! app and that an agency can replace. The card opens without unlocking and without a network. It
//! only dials; it never asks, triages or scores (S0-32).

mod check;

use crate::time::LocalDate;
use serde::{Deserialize, Serialize};

/// The version of the pack's form that this reader knows.
const FORMAT: u32 = 1;
/// Largest pack that is read, in bytes.
const PACK_LIMIT: usize = 64 * 1024;

/// A language of the card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Language {
    /// English.
    English,
    /// Spanish.
    Spanish,
}

/// A text in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LocalText {
    /// In English.
    pub en: String,
    /// In Spanish.
    pub es: String,
}

impl LocalText {
    /// The text in a language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::English => &self.en,
            Language::Spanish => &self.es,
        }
    }
}

/// Whether a line answers everywhere or in one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Area {
    /// Everywhere in the country.
    National,
    /// In one place only.
    Local,
}

/// A line that takes text messages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextLine {
    /// The number to write to, digits only.
    pub to: String,
    /// What to write, where the line asks for a word.
    #[serde(default)]
    pub body: Option<LocalText>,
}

/// One line of the card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CrisisEntry {
    /// Its id within the pack.
    pub id: String,
    /// Its name.
    pub name: LocalText,
    /// Who it is for, in a sentence.
    pub about: LocalText,
    /// The number to dial, digits only.
    #[serde(default)]
    pub call: Option<String>,
    /// The number as people write it.
    #[serde(default)]
    pub call_shown: Option<String>,
    /// The number for text messages.
    #[serde(default)]
    pub text: Option<TextLine>,
    /// The address for chat; always https.
    #[serde(default)]
    pub chat: Option<String>,
    /// What to press after dialing, in the order of the menu.
    #[serde(default)]
    pub prompts: Vec<LocalText>,
    /// Whether it answers everywhere.
    pub area: Area,
    /// Whether somebody checked it; if not, the card says so.
    pub verified: bool,
    /// The day it was last checked; needed when verified.
    #[serde(default)]
    pub checked_on: Option<LocalDate>,
    /// Where the number comes from.
    pub source: String,
    /// An agency's own card cannot take it away.
    #[serde(default)]
    pub keep: bool,
}

/// A dated set of lines with the statement of what the app is not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CrisisPack {
    /// The version of the pack's form.
    pub format: u32,
    /// Which pack it is, such as a country.
    pub id: String,
    /// Its version, for people.
    pub version: String,
    /// The first day on which it holds.
    pub valid_from: LocalDate,
    /// What the app is not, and who to call (S0-32).
    pub scope: LocalText,
    /// The lines, most urgent first.
    pub entries: Vec<CrisisEntry>,
}

impl CrisisPack {
    /// Reads a pack from its JSON text.
    ///
    /// # Errors
    /// [`CrisisPackError`] says what to mend. The card then keeps the pack that it has.
    pub fn parse(json: &str) -> Result<Self, CrisisPackError> {
        if json.len() > PACK_LIMIT {
            return Err(CrisisPackError::TooLarge);
        }
        let form: Form = serde_json::from_str(json).map_err(|error| CrisisPackError::at(&error))?;
        if form.format != FORMAT {
            return Err(CrisisPackError::OtherFormat(form.format));
        }
        let pack: Self = serde_json::from_str(json).map_err(|error| CrisisPackError::at(&error))?;
        check::pack(&pack)?;
        Ok(pack)
    }

    /// The pack as JSON text, as an agency's document keeps its own.
    ///
    /// # Errors
    /// [`CrisisPackError`] when the pack would not be read again.
    pub fn to_json(&self) -> Result<String, CrisisPackError> {
        check::pack(self)?;
        serde_json::to_string(self).map_err(|error| CrisisPackError::at(&error))
    }

    /// The card as it is shown: an agency's own lines in place of these, and before them those of
    /// these that nobody can take away and that the agency's do not dial. What is no card changes
    /// nothing (S0-29).
    #[must_use]
    pub fn with_own(self, own: Option<&str>) -> Self {
        let Some(own) = own.and_then(|text| Self::parse(text).ok()) else {
            return self;
        };
        let dialed = |entry: &CrisisEntry| {
            let is_it = |other: &CrisisEntry| other.call.is_some() && other.call == entry.call;
            own.entries.iter().any(is_it)
        };
        let mut entries = self.entries;
        entries.retain(|entry| entry.keep && !dialed(entry));
        entries.extend(own.entries);
        Self { entries, ..own }
    }

    /// The day on which the numbers that are verified were last all checked.
    pub fn checked_on(&self) -> Option<LocalDate> {
        self.entries
            .iter()
            .filter_map(|entry| entry.checked_on)
            .min()
    }
}

#[derive(Deserialize)]
struct Form {
    format: u32,
}

/// A pack cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CrisisPackError {
    /// More text than a card needs.
    #[error("the crisis card is too large")]
    TooLarge,
    /// The text is not a pack.
    #[error("the crisis card cannot be read at line {line}, column {column}")]
    Malformed {
        /// The line of the text.
        line: usize,
        /// The column in the line.
        column: usize,
    },
    /// A form of a newer app.
    #[error("this crisis card has form {0}, which this version cannot read: update the app")]
    OtherFormat(u32),
    /// There is no line in it.
    #[error("the crisis card has no numbers")]
    NoEntries,
    /// A text is missing.
    #[error("a text is missing in {0}")]
    TextMissing(String),
    /// A number is not one.
    #[error("the number in {0} must be digits only, 3 to 15 of them")]
    NotANumber(String),
    /// A line has no way to reach it.
    #[error("{0} has no number to call or to text")]
    NoWayToReach(String),
    /// A chat address that is not https.
    #[error("the chat address in {0} must begin with https://")]
    ChatAddress(String),
    /// Two lines with the same id.
    #[error("{0} is there twice")]
    Twice(String),
    /// Said to be verified, but not when.
    #[error("{0} is marked as verified: say on which day it was checked")]
    CheckedOnMissing(String),
}

impl CrisisPackError {
    fn at(error: &serde_json::Error) -> Self {
        Self::Malformed {
            line: error.line(),
            column: error.column(),
        }
    }
}

#[cfg(test)]
mod tests;
