//! How long records are kept, as dated data, and when a participant should be forgotten
//! (issue 3.8).
//!
//! The rules are a pack like the crisis card: each says where it comes from and since when it
//! holds, and nothing of the law stands in code. A legal hold goes before every rule.

mod check;
mod error;
mod facts;

pub use error::{RetentionPackError, RuleFault};
pub use facts::{Judgement, Kept, RecordFacts};

use crate::crisis::LocalText;
use crate::time::LocalDate;
use serde::{Deserialize, Serialize};

/// The version of the pack's form that this reader knows.
const FORMAT: u32 = 1;
/// Largest pack that is read, in bytes.
const PACK_LIMIT: usize = 64 * 1024;
/// Longest id of a rule, in bytes: it travels in the order to forget.
pub const RULE_ID_LIMIT: usize = 40;

/// Records of which people a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AppliesTo {
    /// Somebody was reached at least once.
    Served,
    /// Nobody was ever reached, and the last that is known is that they declined.
    Declined,
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetentionRule {
    /// Its id within the pack. Two rules with one id are two versions of it.
    pub id: String,
    /// The first day on which it holds.
    pub valid_from: LocalDate,
    /// Whose records.
    pub applies_to: AppliesTo,
    /// Programs by the agency's names for them; none means every program.
    #[serde(default)]
    pub programs: Vec<String>,
    /// Whole years after the last service.
    #[serde(default)]
    pub years: u32,
    /// Days after that.
    #[serde(default)]
    pub days: u32,
    /// At least until the person has this age, if they were younger at the last service.
    #[serde(default)]
    pub until_age: Option<u32>,
    /// What it says, for people.
    pub text: LocalText,
    /// Where it comes from.
    pub source: String,
    /// Whether somebody compared it with its source; if not, screens say so.
    pub verified: bool,
    /// The day of that; needed when verified.
    #[serde(default)]
    pub checked_on: Option<LocalDate>,
}

/// A dated set of rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetentionPack {
    /// The version of the pack's form.
    pub format: u32,
    /// Which pack it is, such as a state.
    pub id: String,
    /// Its version, for people.
    pub version: String,
    /// The first day on which it holds.
    pub valid_from: LocalDate,
    /// From the day after, screens ask that somebody looks whether the law changed.
    pub review_by: LocalDate,
    /// The rules.
    pub rules: Vec<RetentionRule>,
}

impl RetentionPack {
    /// Reads a pack from its JSON text.
    ///
    /// # Errors
    /// Everything that is to be mended, at least one: of a text that is no pack the first place,
    /// of a pack every rule.
    pub fn parse(json: &str) -> Result<Self, Vec<RetentionPackError>> {
        if json.len() > PACK_LIMIT {
            return Err(vec![RetentionPackError::TooLarge]);
        }
        // Some editors put a mark before the text.
        let json = json.trim_start_matches('\u{feff}');
        let pack: Self =
            serde_json::from_str(json).map_err(|error| vec![RetentionPackError::of(&error)])?;
        let faults = check::pack(&pack);
        if faults.is_empty() {
            Ok(pack)
        } else {
            Err(faults)
        }
    }

    /// Whether the pack is to be looked at again on this day.
    pub fn is_stale(&self, day: LocalDate) -> bool {
        day > self.review_by
    }

    /// The rule of that id as it holds on a day.
    pub fn rule(&self, id: &str, day: LocalDate) -> Option<&RetentionRule> {
        let versions = self.rules.iter().filter(|rule| rule.id == id);
        versions
            .filter(|rule| rule.valid_from <= day)
            .max_by_key(|rule| rule.valid_from)
    }
}

#[cfg(test)]
mod tests;
