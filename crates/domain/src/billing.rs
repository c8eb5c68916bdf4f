//! Units of service for a payer (S3-19). Minutes stay exact in the record; only here are they rounded,
//! by the rule of the payer on the day of the service.
//!
//! Time that is no service is none here: miles and the writing of notes have no minutes in a contact,
//! and contacts in which nobody was reached, or of a kind that the payer does not pay, are shown with
//! the reason and no units.

mod table;
mod units;

pub use table::{Row, table};
pub use units::{DayLine, NotPaid, Service, billed};

use crate::coded::coded;
use crate::encounter::EncounterKind;
use crate::time::LocalDate;
use serde::{Deserialize, Serialize};

/// The payers that ship with the app, as samples.
pub const PAYERS: &str = include_str!("../../../assets/payers/us-2026.json");

/// The version of the pack's form that this reader knows.
const FORMAT: u32 = 1;
/// Largest pack that is read, in bytes.
const PACK_LIMIT: usize = 64 * 1024;

coded! {
    /// How minutes become units.
    #[serde(rename_all = "snake_case")]
    UnitRule {
        /// Of each contact the full units alone.
        FullUnits = "full_units",
        /// Of each contact the full units, and one more for a rest of more than half of one: 8 minutes
        /// or more of 15.
        EightMinute = "eight_minute",
        /// Of each contact every unit that was begun.
        Begun = "begun",
        /// A day's minutes are added up first, then the full units.
        DayFullUnits = "day_full_units",
        /// A day's minutes are added up first, then one more for a rest of more than half.
        DayEightMinute = "day_eight_minute",
    }
}

impl UnitRule {
    /// Whether a day's minutes are added up before they are rounded.
    pub const fn adds_up_the_day(self) -> bool {
        matches!(self, Self::DayFullUnits | Self::DayEightMinute)
    }

    /// Units of so many minutes, with so many minutes in a unit; none where a unit has none.
    pub const fn units(self, minutes: u32, unit: u32) -> u32 {
        if unit == 0 {
            return 0;
        }
        let (full, rest) = (minutes / unit, minutes % unit);
        let more = match self {
            Self::FullUnits | Self::DayFullUnits => false,
            Self::EightMinute | Self::DayEightMinute => rest * 2 > unit,
            Self::Begun => rest > 0,
        };
        if more { full + 1 } else { full }
    }
}

/// What a payer pays, from a day on. Two with one id are two versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Payer {
    /// Its id within the pack.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The first day on which this holds.
    pub from: LocalDate,
    /// The code of the service, such as `H0038`.
    pub code: String,
    /// Minutes in a unit.
    pub unit_minutes: u32,
    /// How minutes become units.
    pub rule: UnitRule,
    /// At most so many units for one person on one day.
    #[serde(default)]
    pub daily_cap: Option<u32>,
    /// So many units for one person in a calendar year need no authorization.
    #[serde(default)]
    pub unmanaged_units: Option<u32>,
    /// Modifiers of every service, such as `HF`.
    #[serde(default)]
    pub modifiers: Vec<String>,
    /// Further modifiers of a service in a group, such as `HQ`.
    #[serde(default)]
    pub group_modifiers: Vec<String>,
    /// The least age on the day of the service.
    #[serde(default)]
    pub least_age: Option<u32>,
    /// The kinds of contact that are paid.
    #[serde(with = "kinds")]
    pub kinds: Vec<EncounterKind>,
    /// Where this comes from.
    pub source: String,
    /// The day on which somebody looked there.
    #[serde(default)]
    pub checked_on: Option<LocalDate>,
    /// Whether it was compared with the payer's own words; if not, screens say so.
    pub verified: bool,
}

/// A dated set of payers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PayerPack {
    /// The version of the pack's form.
    pub format: u32,
    /// Which pack it is.
    pub id: String,
    /// Its version, for people.
    pub version: String,
    /// From the day after, screens ask that somebody looks whether payers changed their rules.
    pub review_by: LocalDate,
    /// The payers.
    pub payers: Vec<Payer>,
}

/// Why a pack of payers cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum PayerFault {
    /// More than 64 kB.
    #[error("the text is too long: at most 64 kB")]
    TooLarge,
    /// No pack.
    #[error("line {line}, column {column}: {why}")]
    Malformed {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
        /// What the reader says.
        why: String,
    },
    /// A form of another version of the app.
    #[error("this is form {0} of the pack, which this version does not know")]
    OtherFormat(u32),
    /// A payer without id, name, code or source, without minutes in a unit, or more than an hour.
    #[error("payer {0}: id, name, code and source are needed, and 1 to 60 minutes in a unit")]
    Incomplete(String),
    /// Two versions of one payer from the same day.
    #[error("payer {0} is there twice from the same day")]
    Twice(String),
}

impl PayerPack {
    /// Reads a pack from its JSON text.
    ///
    /// # Errors
    /// [`PayerFault`] says what to mend.
    pub fn parse(json: &str) -> Result<Self, PayerFault> {
        if json.len() > PACK_LIMIT {
            return Err(PayerFault::TooLarge);
        }
        let pack: Self =
            serde_json::from_str(json.trim_start_matches('\u{feff}')).map_err(|error| {
                PayerFault::Malformed {
                    line: error.line(),
                    column: error.column(),
                    why: error.to_string(),
                }
            })?;
        if pack.format != FORMAT {
            return Err(PayerFault::OtherFormat(pack.format));
        }
        for (index, payer) in pack.payers.iter().enumerate() {
            let texts = [&payer.id, &payer.name, &payer.code, &payer.source];
            let blank = texts.iter().any(|text| text.trim().is_empty());
            if blank || !(1..=60).contains(&payer.unit_minutes) {
                return Err(PayerFault::Incomplete(payer.id.clone()));
            }
            let mut before = pack.payers.iter().take(index);
            if before.any(|other| other.id == payer.id && other.from == payer.from) {
                return Err(PayerFault::Twice(payer.id.clone()));
            }
        }
        Ok(pack)
    }

    /// What a payer pays on a day; `None` before its first version.
    pub fn on(&self, id: &str, day: LocalDate) -> Option<&Payer> {
        let versions = self.payers.iter().filter(|payer| payer.id == id);
        versions
            .filter(|payer| payer.from <= day)
            .max_by_key(|payer| payer.from)
    }
}

mod kinds {
    use super::EncounterKind;
    use serde::{Deserialize, Deserializer, Serializer, de::Error as _};

    pub(super) fn serialize<S: Serializer>(
        kinds: &[EncounterKind],
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.collect_seq(kinds.iter().map(|kind| kind.code()))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Vec<EncounterKind>, D::Error> {
        let codes = Vec::<String>::deserialize(from)?;
        let kind = |code: &String| {
            EncounterKind::from_code(code)
                .ok_or_else(|| D::Error::custom(format!("unknown kind of contact {code}")))
        };
        codes.iter().map(kind).collect()
    }
}

#[cfg(test)]
mod tests;
