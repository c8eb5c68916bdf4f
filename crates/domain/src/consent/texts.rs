//! Legal texts that travel with what is told, and what is read to the participant: dated data, never
//! constants. An agency can put others in the place of those that ship with the app.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::crisis::LocalText;
use crate::time::LocalDate;
use serde::{Deserialize, Serialize};

/// The pack that ships with the app.
pub const TEXTS: &str = include_str!("../../../../assets/consent/us-42cfr2-2026.json");

/// The version of the pack's form that this reader knows.
const FORMAT: u32 = 1;
/// Largest pack that is read, in bytes: as much as a statement holds.
const PACK_LIMIT: usize = crate::statement::BODY_LIMIT;
/// Longest text in one language, in characters: a consent keeps what was read.
const TEXT_LIMIT: usize = 4000;
/// The texts that the screens need.
const NEEDED: [&str; 6] = [
    "notice",
    "scope",
    "revoking",
    "passed_on",
    "refusing",
    "exceptions",
];

/// One text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalText {
    /// Its id. Two with one id are two versions of it.
    pub id: String,
    /// The first day on which it holds.
    pub valid_from: LocalDate,
    /// What it says.
    pub text: LocalText,
    /// Where it comes from.
    pub source: String,
    /// Whether somebody compared it with its source; if not, it is to be checked by the agency's counsel.
    pub verified: bool,
    /// The day on which it was last looked at.
    pub checked_on: LocalDate,
}

/// A dated set of texts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalTexts {
    /// The version of the pack's form.
    pub format: u32,
    /// Which pack it is.
    pub id: String,
    /// Its version, for people.
    pub version: String,
    /// The first day on which it holds.
    pub valid_from: LocalDate,
    /// From the day after, screens ask that somebody looks whether the law changed.
    pub review_by: LocalDate,
    /// The texts.
    pub texts: Vec<LegalText>,
}

/// What every form of the pack has.
#[derive(Deserialize)]
struct Form {
    format: u32,
}

/// The words that were read to a participant before they signed, as they were then.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadTexts {
    /// Of which pack they are.
    pub pack: String,
    /// Its version.
    pub version: String,
    /// By their ids, in the language of the consent.
    pub texts: BTreeMap<String, String>,
}

impl LegalTexts {
    /// Reads a pack from its JSON text.
    ///
    /// # Errors
    /// Everything that is to be mended, at least one: of a text that is no pack the first place, of a
    /// pack every text.
    pub fn parse(json: &str) -> Result<Self, Vec<TextsError>> {
        if json.len() > PACK_LIMIT {
            return Err(vec![TextsError::TooLarge]);
        }
        // Some editors put a mark before the text.
        let json = json.trim_start_matches('\u{feff}');
        let malformed = |error: &serde_json::Error| {
            vec![TextsError::Malformed {
                line: error.line(),
                column: error.column(),
                why: error.to_string(),
            }]
        };
        let form: Form = serde_json::from_str(json).map_err(|error| malformed(&error))?;
        if form.format != FORMAT {
            return Err(vec![TextsError::OtherFormat(form.format)]);
        }
        let pack: Self = serde_json::from_str(json).map_err(|error| malformed(&error))?;
        let faults = pack.faults();
        if faults.is_empty() {
            Ok(pack)
        } else {
            Err(faults)
        }
    }

    fn faults(&self) -> Vec<TextsError> {
        let is_blank = |text: &str| text.trim().is_empty();
        let mut faults = Vec::new();
        if is_blank(&self.id) || is_blank(&self.version) {
            faults.push(TextsError::NameMissing);
        }
        if self.review_by < self.valid_from {
            faults.push(TextsError::ReviewTooEarly);
        }
        for (place, one) in self.texts.iter().enumerate() {
            let words = [&one.text.en, &one.text.es];
            if words.iter().any(|text| is_blank(text)) {
                faults.push(TextsError::TextMissing(one.id.clone()));
            }
            if words.iter().any(|text| text.chars().count() > TEXT_LIMIT) {
                faults.push(TextsError::TextTooLong(one.id.clone()));
            }
            if is_blank(&one.source) {
                faults.push(TextsError::SourceMissing(one.id.clone()));
            }
            let mut before = self.texts.iter().take(place);
            if before.any(|other| other.id == one.id && other.valid_from == one.valid_from) {
                faults.push(TextsError::Twice(one.id.clone()));
            }
        }
        let is_there = |id: &str| self.texts.iter().any(|one| one.id == id);
        let missing = NEEDED.into_iter().filter(|id| !is_there(id));
        faults.extend(missing.map(|id| TextsError::TextMissing(id.to_owned())));
        faults
    }

    /// The text of that id as it holds on a day; of one that does not hold yet, the first.
    pub fn on(&self, id: &str, day: LocalDate) -> Option<&LegalText> {
        let versions = || self.texts.iter().filter(|one| one.id == id);
        let held = versions().filter(|one| one.valid_from <= day);
        held.max_by_key(|one| one.valid_from)
            .or_else(|| versions().min_by_key(|one| one.valid_from))
    }

    /// Its words in a language: `es`, or anything else for English; empty where there is none.
    pub fn words(&self, id: &str, language: &str, day: LocalDate) -> &str {
        let text = self.on(id, day).map(|one| &one.text);
        text.map_or("", |text| {
            if language == "es" {
                text.es.as_str()
            } else {
                text.en.as_str()
            }
        })
    }

    /// What is read to a participant on a day, in a language, for the consent to keep.
    pub fn read(&self, language: &str, day: LocalDate) -> ReadTexts {
        let read = NEEDED.into_iter().filter(|id| *id != "notice");
        ReadTexts {
            pack: self.id.clone(),
            version: self.version.clone(),
            texts: read
                .map(|id| (id.to_owned(), self.words(id, language, day).to_owned()))
                .collect(),
        }
    }

    /// Whether the pack is to be looked at again on this day.
    pub fn is_stale(&self, day: LocalDate) -> bool {
        day > self.review_by
    }
}

/// Which of the packs that were put in force count on a day, by their places.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PackStanding {
    /// The one that holds; `None`: that of the app.
    pub holds: Option<usize>,
    /// The next one to come.
    pub next: Option<usize>,
}

/// Of packs by their first days, the one said first before the others, `None` where somebody went back to
/// that of the app: since then the newest whose day has come holds, and of two of one day the one said
/// last.
pub fn pack_standing(said: &[Option<LocalDate>], today: LocalDate) -> PackStanding {
    let since = said
        .iter()
        .rposition(Option::is_none)
        .map_or(0, |place| place + 1);
    let own = || {
        let all = said.iter().enumerate().skip(since);
        all.filter_map(|(place, from)| from.map(|from| (from, place)))
    };
    let come = own().filter(|(from, _)| *from <= today).max();
    let to_come = own().filter(|(from, _)| *from > today);
    PackStanding {
        holds: come.map(|(_, place)| place),
        next: to_come
            .min_by_key(|(from, place)| (*from, Reverse(*place)))
            .map(|(_, place)| place),
    }
}

/// Why texts cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextsError {
    /// More text than is read.
    #[error("the legal texts are too large: at most 64 KiB")]
    TooLarge,
    /// It is no pack.
    #[error("line {line}, column {column}: {why}")]
    Malformed {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
        /// What the reader says.
        why: String,
    },
    /// A form of a newer app.
    #[error("these legal texts have form {0}, which this version cannot read: update the app")]
    OtherFormat(u32),
    /// A text that is needed is not there, or is empty in one of the languages.
    #[error("the text {0} is missing in English or Spanish")]
    TextMissing(String),
    /// It does not say where a text comes from.
    #[error("the source of the text {0} is missing")]
    SourceMissing(String),
    /// A text is longer than a consent can keep.
    #[error("the text {0} is longer than 4,000 characters")]
    TextTooLong(String),
    /// Two versions of one text from the same day.
    #[error("the text {0} is there twice from the same day")]
    Twice(String),
    /// The pack has no id or no version.
    #[error("the pack needs an id and a version")]
    NameMissing,
    /// It is to be looked at again before it holds.
    #[error("the day of the review is before the first day")]
    ReviewTooEarly,
}
