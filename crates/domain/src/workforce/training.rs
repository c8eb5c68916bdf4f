//! Trainings that somebody completed (S2-5, S2-12, S3-3, S3-4, S3-12, S4-2, S4-17), and the list of
//! trainings that are on offer.

use super::ledger::{Entry, Told, matters, own};
use super::{ListedPerson, Person};
use crate::coded::coded;
use crate::id::{MemberId, RecordId};
use crate::record::TEXT_LIMIT;
use crate::statement::Statement;
use crate::time::LocalDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The code of a completed training in the agency's document; the body is a [`Told`] of [`Training`].
pub const TRAINING: &str = "training";
/// The code of somebody without a device; the body is a [`Told`] of [`ListedPerson`].
pub const LISTED: &str = "workforce-person";
/// The code of a training on offer; the body is a [`Told`] of [`Offer`].
pub const OFFER: &str = "training-offer";

/// Longest training, in minutes: a year of working days.
pub const MOST_MINUTES: u32 = 120_000;
/// Most that a training costs, in cents.
pub const MOST_CENTS: u32 = 10_000_000;

coded! {
    /// Which training or credential it is.
    TrainingKind {
        /// Recovery Coach Academy (S4-2).
        RecoveryCoachAcademy = "recovery_coach_academy",
        /// Another training for recovery coaches.
        RecoveryCoaching = "recovery_coaching",
        /// A training in peer support.
        PeerSupport = "peer_support",
        /// Certified Peer Specialist, or certified again.
        CertifiedPeerSpecialist = "certified_peer_specialist",
        /// Recovery Coach Professional.
        RecoveryCoachProfessional = "recovery_coach_professional",
        /// First aid and resuscitation.
        Cpr = "cpr",
        /// Giving naloxone.
        Naloxone = "naloxone",
        /// Ethics for recovery coaches.
        Ethics = "ethics",
        /// Any other continuing education.
        ContinuingEducation = "continuing_education",
        /// One of the agency's own; its name says which.
        Own = "own",
    }
}

/// A training that somebody completed, or a credential that they were given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Training {
    /// Who.
    pub person: Person,
    /// The code of a [`TrainingKind`]; a later version may know more.
    pub kind: String,
    /// What it was called; needed where the kind does not say.
    #[serde(default)]
    pub name: String,
    /// The day on which it was completed.
    pub on: LocalDate,
    /// How long it was, in minutes.
    #[serde(default)]
    pub minutes: u32,
    /// The topics of continuing education that it counts for, by their ids in the pack.
    #[serde(default)]
    pub topics: Vec<String>,
    /// The last day on which the credential holds, where the paper says another than the rule.
    #[serde(default)]
    pub until: Option<LocalDate>,
    /// The number on the paper.
    #[serde(default)]
    pub number: String,
    /// What it cost, in cents.
    #[serde(default)]
    pub cents: u32,
    /// Who paid (S3-4).
    #[serde(default)]
    pub funder: String,
    /// With whom it was done.
    #[serde(default)]
    pub cohort: String,
    /// The program for which it was done, by the id of its pack; empty for none in particular.
    #[serde(default)]
    pub program: String,
}

/// Why a training cannot be written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum TrainingFault {
    /// It has no name and its kind does not say which it is.
    NameMissing,
    /// The day is still to come, or the credential ends before it begins.
    Day,
    /// A text, the length or the cost is out of bounds.
    TooMuch,
    /// The kind is none that this version knows.
    Kind,
}

impl Training {
    /// Which it is; `None` for one of a later version.
    pub fn kind(&self) -> Option<TrainingKind> {
        TrainingKind::from_code(&self.kind)
    }

    /// What is to be mended before it is written down.
    pub fn fault(&self, today: LocalDate) -> Option<TrainingFault> {
        let texts = [
            &self.name,
            &self.number,
            &self.funder,
            &self.cohort,
            &self.program,
        ];
        let needs_name =
            |kind| matches!(kind, TrainingKind::Own | TrainingKind::ContinuingEducation);
        match self.kind() {
            None => Some(TrainingFault::Kind),
            Some(kind) if needs_name(kind) && self.name.trim().is_empty() => {
                Some(TrainingFault::NameMissing)
            }
            _ if self.on > today || self.until.is_some_and(|until| until < self.on) => {
                Some(TrainingFault::Day)
            }
            _ if texts.iter().any(|text| text.len() > TEXT_LIMIT)
                || self.topics.len() > 20
                || self.topics.iter().any(|topic| topic.len() > TEXT_LIMIT)
                || self.minutes > MOST_MINUTES
                || self.cents > MOST_CENTS =>
            {
                Some(TrainingFault::TooMuch)
            }
            _ => None,
        }
    }
}

/// A training that people of the agency can take (S3-12).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offer {
    /// The code of a [`TrainingKind`].
    pub kind: String,
    /// What it is called.
    pub name: String,
    /// Who gives it, where and how to sign up.
    #[serde(default)]
    pub words: String,
    /// How long it is, in minutes.
    #[serde(default)]
    pub minutes: u32,
    /// What it costs, in cents.
    #[serde(default)]
    pub cents: u32,
    /// Who pays for it, where that is known (S3-14).
    #[serde(default)]
    pub funder: String,
    /// The topics of continuing education that it counts for.
    #[serde(default)]
    pub topics: Vec<String>,
}

impl Offer {
    /// Whether it can be written down.
    pub fn is_whole(&self) -> bool {
        let texts = [&self.name, &self.words, &self.funder];
        TrainingKind::from_code(&self.kind).is_some()
            && !self.name.trim().is_empty()
            && texts.iter().all(|text| text.len() <= TEXT_LIMIT)
            && self.minutes <= MOST_MINUTES
            && self.cents <= MOST_CENTS
            && self.topics.len() <= 20
    }
}

/// Trainings by the statement with which each began; those that were taken back too. `may` says whose
/// word counts about whom.
pub fn trainings(
    statements: &[Statement],
    may: impl Fn(&Statement, Option<&Training>) -> bool,
) -> BTreeMap<RecordId, Entry<Training>> {
    matters(
        statements,
        TRAINING,
        own,
        |statement, told: &Told<Training>| may(statement, told.said.as_ref()),
    )
}

/// People without a device, by their entry.
pub fn listed(
    statements: &[Statement],
    may: impl Fn(&Statement) -> bool,
) -> BTreeMap<RecordId, Entry<ListedPerson>> {
    matters(statements, LISTED, own, |statement, _| may(statement))
}

/// Trainings on offer, by their entry.
pub fn offers(
    statements: &[Statement],
    may: impl Fn(&Statement) -> bool,
) -> BTreeMap<RecordId, Entry<Offer>> {
    matters(statements, OFFER, own, |statement, _| may(statement))
}

/// The person under whom somebody counts: who joined counts as the member that they are.
pub fn counted_as(person: Person, listed: &BTreeMap<RecordId, Entry<ListedPerson>>) -> Person {
    let joined = |id: &RecordId| -> Option<MemberId> { listed.get(id)?.said()?.joined };
    match person {
        Person::Listed(id) => joined(&id).map_or(person, Person::Member),
        Person::Member(_) => person,
    }
}

#[cfg(test)]
mod tests {
    #![allow(
        clippy::unwrap_used,
        reason = "a test stops at what it does not expect"
    )]

    use super::*;
    use crate::id::DeviceId;
    use crate::time::Timestamp;

    fn day(text: &str) -> LocalDate {
        LocalDate::parse(text).unwrap()
    }

    fn academy(on: &str) -> Training {
        Training {
            person: Person::Member(MemberId::from_bytes([1; 16])),
            kind: TrainingKind::RecoveryCoachAcademy.code().to_owned(),
            name: String::new(),
            on: day(on),
            minutes: 1800,
            topics: Vec::new(),
            until: None,
            number: String::new(),
            cents: 85_000,
            funder: "Prevention coalition".to_owned(),
            cohort: String::new(),
            program: String::new(),
        }
    }

    #[test]
    fn s4_2_a_training_of_the_future_or_without_a_name_is_refused() {
        let today = day("2026-11-29");
        assert_eq!(academy("2026-11-29").fault(today), None);
        assert_eq!(academy("2026-11-30").fault(today), Some(TrainingFault::Day));
        let mut own = academy("2026-11-01");
        own.kind = "own".to_owned();
        assert_eq!(own.fault(today), Some(TrainingFault::NameMissing));
        own.name = "Working with the detectives".to_owned();
        assert_eq!(own.fault(today), None);
        own.until = Some(day("2026-10-01"));
        assert_eq!(own.fault(today), Some(TrainingFault::Day));
        let mut unknown = academy("2026-11-01");
        unknown.kind = "telepathy".to_owned();
        assert_eq!(unknown.fault(today), Some(TrainingFault::Kind));
        let mut dear = academy("2026-11-01");
        dear.cents = MOST_CENTS + 1;
        assert_eq!(dear.fault(today), Some(TrainingFault::TooMuch));
    }

    #[test]
    fn s1_5_who_has_no_device_counts_and_counts_once_after_they_joined() {
        let entry = RecordId::from_bytes([7; 16]);
        let member = MemberId::from_bytes([3; 16]);
        let statement = |number: u8, joined| Statement {
            id: RecordId::from_bytes([number; 16]),
            code: LISTED.to_owned(),
            about: (number != 7).then_some(entry),
            device: DeviceId::from_bytes([1; 16]),
            at: Timestamp::from_millis(0),
            step: u64::from(number),
            body: serde_json::to_string(&Told {
                over: vec![entry],
                said: Some(ListedPerson {
                    name: "Peer 12".to_owned(),
                    kind: "custody".to_owned(),
                    joined,
                }),
                reason: String::new(),
            })
            .unwrap(),
        };
        let before = listed(&[statement(7, None)], |_| true);
        assert_eq!(
            counted_as(Person::Listed(entry), &before),
            Person::Listed(entry)
        );
        let after = listed(&[statement(7, None), statement(8, Some(member))], |_| true);
        assert_eq!(
            counted_as(Person::Listed(entry), &after),
            Person::Member(member)
        );
    }

    #[test]
    fn a_training_of_an_earlier_version_without_the_newer_fields_is_read() {
        let body = r#"{"said":{"person":{"Listed":[7,7,7,7,7,7,7,7,7,7,7,7,7,7,7,7]},"kind":"cpr","on":"2023-05-01","later":1}}"#;
        let told: Told<Training> = serde_json::from_str(body).unwrap();
        let said = told.said.unwrap();
        assert_eq!((said.minutes, said.cents), (0, 0));
        assert_eq!(said.kind(), Some(TrainingKind::Cpr));
    }
}
