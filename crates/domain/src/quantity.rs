//! Measured things, each with its own type and its bounds. Kept exact; only billing rounds (field-facts, rule 5).

use serde::{Deserialize, Serialize};

/// Longest note, in bytes of UTF-8.
pub const NOTE_LIMIT: usize = 64 * 1024;

/// Minutes that a contact took, at most a whole day.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(try_from = "u16", into = "u16")]
pub struct Minutes(u16);

impl Minutes {
    /// The longest contact that can be recorded: 24 hours.
    pub const MOST: u16 = 1440;

    /// # Errors
    /// [`ValueError::Minutes`] beyond 24 hours.
    pub fn new(minutes: u16) -> Result<Self, ValueError> {
        if minutes > Self::MOST {
            return Err(ValueError::Minutes);
        }
        Ok(Self(minutes))
    }

    /// The number of minutes.
    pub const fn get(self) -> u16 {
        self.0
    }
}

/// Miles driven for a contact, exact to a tenth.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(try_from = "u32", into = "u32")]
pub struct Miles(u32);

impl Miles {
    /// The longest trip that can be recorded: 9,999.9 miles.
    pub const MOST_TENTHS: u32 = 99_999;

    /// From tenths of a mile.
    ///
    /// # Errors
    /// [`ValueError::Miles`] beyond 9,999.9 miles.
    pub fn from_tenths(tenths: u32) -> Result<Self, ValueError> {
        if tenths > Self::MOST_TENTHS {
            return Err(ValueError::Miles);
        }
        Ok(Self(tenths))
    }

    /// Tenths of a mile.
    pub const fn tenths(self) -> u32 {
        self.0
    }
}

/// Naloxone kits given.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(try_from = "u8", into = "u8")]
pub struct Kits(u8);

impl Kits {
    /// The most kits that one contact can record.
    pub const MOST: u8 = 99;

    /// # Errors
    /// [`ValueError::Kits`] beyond 99 kits.
    pub fn new(kits: u8) -> Result<Self, ValueError> {
        if kits > Self::MOST {
            return Err(ValueError::Kits);
        }
        Ok(Self(kits))
    }

    /// The number of kits.
    pub const fn get(self) -> u8 {
        self.0
    }
}

/// Free words about a contact, at most [`NOTE_LIMIT`] bytes. Never cut silently.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Note(String);

impl Note {
    /// # Errors
    /// [`TooLong`] when the text has more than [`NOTE_LIMIT`] bytes.
    pub fn new(text: impl Into<String>) -> Result<Self, TooLong> {
        let text = text.into();
        check_length(&text, NOTE_LIMIT)?;
        Ok(Self(text))
    }

    /// The words.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing but white space was written.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl TryFrom<u16> for Minutes {
    type Error = ValueError;

    fn try_from(value: u16) -> Result<Self, ValueError> {
        Self::new(value)
    }
}

impl From<Minutes> for u16 {
    fn from(value: Minutes) -> Self {
        value.0
    }
}

impl TryFrom<u32> for Miles {
    type Error = ValueError;

    fn try_from(value: u32) -> Result<Self, ValueError> {
        Self::from_tenths(value)
    }
}

impl From<Miles> for u32 {
    fn from(value: Miles) -> Self {
        value.0
    }
}

impl TryFrom<u8> for Kits {
    type Error = ValueError;

    fn try_from(value: u8) -> Result<Self, ValueError> {
        Self::new(value)
    }
}

impl From<Kits> for u8 {
    fn from(value: Kits) -> Self {
        value.0
    }
}

impl TryFrom<String> for Note {
    type Error = TooLong;

    fn try_from(value: String) -> Result<Self, TooLong> {
        Self::new(value)
    }
}

impl From<Note> for String {
    fn from(value: Note) -> Self {
        value.0
    }
}

/// # Errors
/// [`TooLong`] when `text` has more than `limit` bytes.
pub fn check_length(text: &str, limit: usize) -> Result<(), TooLong> {
    if text.len() > limit {
        return Err(TooLong {
            limit,
            found: text.len(),
        });
    }
    Ok(())
}

/// A text is longer than it may be. Sizes are bytes of UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("this text is too long ({found} bytes, at most {limit}): shorten it or split it in two")]
pub struct TooLong {
    /// The most bytes allowed.
    pub limit: usize,
    /// The bytes that there were.
    pub found: usize,
}

/// A number is outside what can be recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum ValueError {
    /// More than 24 hours.
    #[error("a contact can take at most 24 hours: log each day on its own")]
    Minutes,
    /// More than 9,999.9 miles.
    #[error("a trip can have at most 9,999.9 miles")]
    Miles,
    /// More than 99 kits.
    #[error("one contact can record at most 99 naloxone kits")]
    Kits,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_of_64_kib_is_kept_and_one_byte_more_is_refused_whole() {
        let fits = "é".repeat(NOTE_LIMIT / 2);
        assert_eq!(Note::new(fits.clone()).unwrap().as_str(), fits);
        let found = NOTE_LIMIT + 1;
        let error = Note::new("a".repeat(found)).unwrap_err();
        assert_eq!(
            error,
            TooLong {
                limit: NOTE_LIMIT,
                found
            }
        );
        assert!(error.to_string().contains("shorten"));
    }

    #[test]
    fn quantities_stop_at_their_bounds() {
        assert_eq!(Minutes::new(1440).unwrap().get(), 1440);
        assert_eq!(Minutes::new(1441), Err(ValueError::Minutes));
        assert_eq!(Miles::from_tenths(99_999).unwrap().tenths(), 99_999);
        assert_eq!(Miles::from_tenths(100_000), Err(ValueError::Miles));
        assert_eq!(Kits::new(99).unwrap().get(), 99);
        assert_eq!(Kits::new(100), Err(ValueError::Kits));
    }
}
