//! What the field says about credentials, continuing education, competencies and miles, as dated data
//! with its sources. Nothing of it stands in code.

use super::mileage::Payee;
use super::training::TrainingKind;
use crate::crisis::LocalText;
use crate::time::LocalDate;
use serde::{Deserialize, Serialize};

/// The version of the pack's form that this reader knows.
const FORMAT: u32 = 1;
/// Largest pack that is read, in bytes.
const PACK_LIMIT: usize = 64 * 1024;
/// The pack that ships with the app.
const SHIPPED: &str = include_str!("../../../../assets/workforce/us-wi-2026.json");

/// A dated set of rules about the people who work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkforcePack {
    /// The version of the pack's form.
    pub format: u32,
    /// Which pack it is, such as a state.
    pub id: String,
    /// Its version, for people.
    pub version: String,
    /// From the day after, screens ask that somebody looks whether something changed.
    pub review_by: LocalDate,
    /// Credentials. Two of one kind are two versions of the rule.
    pub credentials: Vec<CredentialRule>,
    /// Topics of continuing education.
    pub topics: Vec<Topic>,
    /// What a role must be able to do (S3-13).
    pub competencies: Vec<Competency>,
    /// What to look for in a new coach (S2-9, S0-17).
    pub recruitment: Vec<Topic>,
    /// What a mile is paid, by the day of the trip (S3-18).
    pub rates: Vec<Rate>,
}

/// What a credential needs from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CredentialRule {
    /// The code of its [`TrainingKind`].
    pub kind: String,
    /// The first day on which somebody could be given it under this rule.
    pub valid_from: LocalDate,
    /// Which of the two fields of training it proves (S2-12): `peer_support`, `recovery_coaching`, or none.
    #[serde(default)]
    pub proves: Option<String>,
    /// Calendar months for which it holds; none: it does not end.
    #[serde(default)]
    pub months: Option<u32>,
    /// Minutes of continuing education that are needed within that time.
    #[serde(default)]
    pub learning_minutes: u32,
    /// The topics that count for it, by id; none: every topic.
    #[serde(default)]
    pub topics: Vec<String>,
    /// Days before its end from which it is warned.
    #[serde(default)]
    pub warn_days: u16,
    /// Where it comes from.
    pub source: String,
    /// Whether somebody compared it with its source; if not, screens say so.
    pub verified: bool,
    /// The day of that; needed when verified.
    #[serde(default)]
    pub checked_on: Option<LocalDate>,
}

/// A word of the pack with an id that never changes its meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Its id.
    pub id: String,
    /// In words.
    pub words: LocalText,
}

/// Something that a role must be able to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Competency {
    /// Its id.
    pub id: String,
    /// In words.
    pub words: LocalText,
    /// Only for who guides other coaches (S3-16).
    #[serde(default)]
    pub leads: bool,
}

/// What a mile is paid from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rate {
    /// To whom.
    pub payee: Payee,
    /// The first day.
    pub from: LocalDate,
    /// Tenths of a cent for a mile: 72.5 ¢ are 725.
    pub tenths: u32,
    /// Where it comes from.
    pub source: String,
    /// The day on which somebody compared it with its source.
    #[serde(default)]
    pub checked_on: Option<LocalDate>,
}

/// What is wrong with a pack.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackFault {
    /// It is no JSON of this form.
    #[error("the text cannot be read: {0}")]
    Form(String),
    /// It is of another version of the form, or too large.
    #[error("the pack has another form or is too large")]
    Other,
    /// Something in it is not whole.
    #[error("{0} is not whole")]
    NotWhole(String),
}

impl WorkforcePack {
    /// The pack of the app.
    ///
    /// # Errors
    /// Never with a build whose tests passed.
    pub fn shipped() -> Result<Self, PackFault> {
        Self::parse(SHIPPED)
    }

    /// Reads a pack from its JSON text.
    ///
    /// # Errors
    /// [`PackFault`] says the first thing to mend.
    pub fn parse(json: &str) -> Result<Self, PackFault> {
        if json.len() > PACK_LIMIT {
            return Err(PackFault::Other);
        }
        let pack: Self =
            serde_json::from_str(json).map_err(|error| PackFault::Form(error.to_string()))?;
        if pack.format != FORMAT {
            return Err(PackFault::Other);
        }
        pack.fault()
            .map_or(Ok(pack), |what| Err(PackFault::NotWhole(what)))
    }

    fn fault(&self) -> Option<String> {
        let is_topic = |id: &String| self.topics.iter().any(|topic| topic.id == *id);
        let credential = self.credentials.iter().find(|rule| {
            TrainingKind::from_code(&rule.kind).is_none()
                || rule.source.trim().is_empty()
                || (rule.verified && rule.checked_on.is_none())
                || (rule.learning_minutes > 0 && rule.months.is_none())
                || !rule.topics.iter().all(is_topic)
        });
        let rate = self.rates.iter().find(|rate| rate.source.trim().is_empty());
        let words = self.topics.iter().chain(&self.recruitment);
        let words = words.map(|topic| (&topic.id, &topic.words));
        let competencies = self.competencies.iter().map(|one| (&one.id, &one.words));
        let mut all = words.chain(competencies);
        let unsaid = all.find(|(id, words)| {
            id.is_empty() || words.en.trim().is_empty() || words.es.trim().is_empty()
        });
        credential
            .map(|rule| rule.kind.clone())
            .or_else(|| rate.map(|rate| rate.from.to_string()))
            .or_else(|| unsaid.map(|(id, _)| id.clone()))
    }

    /// Whether the pack is to be looked at again on this day.
    pub fn is_stale(&self, day: LocalDate) -> bool {
        day > self.review_by
    }

    /// The rule about a credential that was given on a day.
    pub fn credential(&self, kind: &str, given: LocalDate) -> Option<&CredentialRule> {
        let rules = self.credentials.iter().filter(|rule| rule.kind == kind);
        rules
            .filter(|rule| rule.valid_from <= given)
            .max_by_key(|rule| rule.valid_from)
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        reason = "a test stops at what it does not expect"
    )]

    use super::*;

    #[test]
    fn the_pack_of_the_app_is_whole_and_says_where_each_thing_comes_from() {
        let pack = WorkforcePack::shipped().unwrap();
        assert!(pack.credentials.len() >= 5 && pack.rates.len() >= 11);
        let day = LocalDate::parse("2024-05-01").unwrap();
        let rule = pack.credential("certified_peer_specialist", day).unwrap();
        assert_eq!((rule.months, rule.learning_minutes), (Some(24), 1200));
        assert!(!pack.is_stale(pack.review_by) && pack.is_stale(pack.review_by.plus_days(1)));
    }

    #[test]
    fn a_pack_with_a_gap_is_not_used() {
        let broken = |from: &str, to: &str| {
            let text = SHIPPED.replacen(from, to, 1);
            assert_ne!(text, SHIPPED, "{from}");
            WorkforcePack::parse(&text).unwrap_err()
        };
        assert_eq!(broken("\"format\": 1", "\"format\": 2"), PackFault::Other);
        assert!(matches!(
            broken("certified_peer_specialist", "certified_wizard"),
            PackFault::NotWhole(_)
        ));
        assert!(matches!(
            broken("\"rates\"", "\"prices\""),
            PackFault::Form(_)
        ));
        assert!(matches!(
            broken("\"source\": \"IRS", "\"source\": \" \", \"x\": \"IRS"),
            PackFault::Form(_)
        ));
    }
}
