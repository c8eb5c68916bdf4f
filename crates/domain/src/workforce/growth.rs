//! How people grow into the work: what to look for in a new coach, what they can do, who guides them,
//! the way to a certificate, plans, lead roles, and who is there (S0-17, S2-9, S3-6, S3-13, S3-15, S3-16, S3-21).

use super::Person;
use super::ledger::{Entry, Told, matters, own};
use crate::coded::coded;
use crate::id::{MemberId, RecordId};
use crate::record::TEXT_LIMIT;
use crate::statement::Statement;
use crate::time::LocalDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The code of a competency that somebody was seen to have, in the agency's document.
pub const COMPETENCY: &str = "competency";
/// The code of a pair of mentor and coach, in the agency's document.
pub const MENTOR: &str = "mentor";
/// The code of a talk of such a pair, in the agency's document.
pub const MENTOR_TALK: &str = "mentor-talk";
/// The code of a lead role, in the agency's document.
pub const LEAD_ROLE: &str = "lead-role";
/// The code of whether somebody can be asked to work, in the agency's document.
pub const AVAILABILITY: &str = "availability";
/// The code of a stage on the way to a certificate, in the agency's document.
pub const STAGE: &str = "certification-stage";
/// The code of what to look for in a new coach, in the document of their caseload.
pub const READINESS: &str = "readiness";
/// The code of a goal of somebody's growth, in the document of their caseload.
pub const GOAL: &str = "growth-goal";

/// Days within which a contact makes somebody active (S3-7).
pub const ACTIVE_DAYS: i64 = 90;
/// Most words of a goal or a role, in bytes.
pub const WORDS_LIMIT: usize = TEXT_LIMIT;

/// A competency that a mentor or supervisor saw in somebody (S3-13).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// Who has it.
    pub person: Person,
    /// Its id in the pack.
    pub competency: String,
    /// The day on which it was seen; `None`: not yet, after all.
    pub on: Option<LocalDate>,
}

/// Somebody who guides a coach (S3-16).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pairing {
    /// Who guides.
    pub mentor: MemberId,
    /// Whom.
    pub coach: MemberId,
    /// The first day.
    pub from: LocalDate,
    /// The last day; none while it goes on.
    #[serde(default)]
    pub until: Option<LocalDate>,
    /// They mean to talk every so many days.
    #[serde(default)]
    pub every_days: u16,
}

impl Pairing {
    /// Whether it goes on on a day.
    pub fn is_on(&self, day: LocalDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }

    /// The day by which they mean to talk again; `None` where they have no rhythm or it is over.
    pub fn next_talk(&self, last: Option<LocalDate>, today: LocalDate) -> Option<LocalDate> {
        let from = last.filter(|last| *last >= self.from).unwrap_or(self.from);
        (self.every_days > 0 && self.is_on(today))
            .then(|| from.plus_days(i64::from(self.every_days)))
    }
}

/// One talk of a mentor and a coach: that it was, and no word of what was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Talk {
    /// The pair.
    pub pair: RecordId,
    /// The day.
    pub on: LocalDate,
    /// How long, in minutes.
    pub minutes: u32,
}

/// Something that somebody leads beside their work with participants (S3-16).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeadRole {
    /// Who.
    pub member: MemberId,
    /// What.
    pub words: String,
    /// The first day.
    pub from: LocalDate,
    /// The last day; none while it goes on.
    #[serde(default)]
    pub until: Option<LocalDate>,
}

/// Whether somebody can be asked to work (S3-6, S3-18).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Availability {
    /// Who.
    pub member: MemberId,
    /// They can be asked.
    pub available: bool,
    /// Hours a week.
    #[serde(default)]
    pub hours: u8,
    /// When, and how: days, evenings, by video only.
    #[serde(default)]
    pub words: String,
}

coded! {
    /// A stage on the way to a certificate (S3-15), in their order.
    CertificationStage {
        /// They want to.
        Interested = "interested",
        /// They are in the training that is needed.
        InTraining = "in_training",
        /// They gather the hours of experience.
        Experience = "experience",
        /// They applied.
        Applied = "applied",
        /// They are to take the exam or meet the panel.
        Exam = "exam",
        /// They have it.
        Certified = "certified",
        /// Not now.
        Paused = "paused",
    }
}

/// Where somebody is on the way to a certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    /// Who.
    pub person: Person,
    /// The code of the credential.
    pub kind: String,
    /// The code of a [`CertificationStage`].
    pub stage: String,
    /// Since when.
    pub since: LocalDate,
}

/// Something to look for in a new coach (S2-9, S0-17).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ready {
    /// Who.
    pub member: MemberId,
    /// Its id in the pack.
    pub item: String,
    /// It is there.
    pub yes: bool,
}

/// A goal of somebody's own growth (S3-21).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// Whose.
    pub member: MemberId,
    /// What they want to learn or become.
    pub words: String,
    /// Who or what helps with it.
    #[serde(default)]
    pub help: String,
    /// By when.
    #[serde(default)]
    pub by: Option<LocalDate>,
    /// The day on which it was reached.
    #[serde(default)]
    pub reached: Option<LocalDate>,
}

impl Goal {
    /// Whether it can be written down.
    pub fn is_whole(&self) -> bool {
        !self.words.trim().is_empty()
            && self.words.len() <= WORDS_LIMIT
            && self.help.len() <= WORDS_LIMIT
    }
}

/// Pairs of mentors and coaches by their entry.
pub fn pairings(
    statements: &[Statement],
    may: impl Fn(&Statement) -> bool,
) -> BTreeMap<RecordId, Entry<Pairing>> {
    matters(statements, MENTOR, own, |statement, _| may(statement))
}

/// Talks by their entry, of pairs that are known, by who is one of the two or may write down anything.
pub fn talks(
    statements: &[Statement],
    may: impl Fn(&Statement, Option<&Talk>) -> bool,
) -> BTreeMap<RecordId, Entry<Talk>> {
    matters(
        statements,
        MENTOR_TALK,
        own,
        |statement, told: &Told<Talk>| may(statement, told.said.as_ref()),
    )
}

/// What somebody was seen to be able to do, by person and competency.
pub fn competencies(
    statements: &[Statement],
    may: impl Fn(&Statement, &Seen) -> bool,
) -> BTreeMap<(Person, String), Entry<Seen>> {
    let key = |_: &Statement, told: &Told<Seen>| {
        let seen = told.said.as_ref()?;
        Some((seen.person, seen.competency.clone()))
    };
    matters(statements, COMPETENCY, key, |statement, told| {
        told.said.as_ref().is_some_and(|seen| may(statement, seen))
    })
}

/// Lead roles by their entry.
pub fn lead_roles(
    statements: &[Statement],
    may: impl Fn(&Statement) -> bool,
) -> BTreeMap<RecordId, Entry<LeadRole>> {
    matters(statements, LEAD_ROLE, own, |statement, _| may(statement))
}

/// Who can be asked to work.
pub fn availabilities(
    statements: &[Statement],
    may: impl Fn(&Statement, &Availability) -> bool,
) -> BTreeMap<MemberId, Entry<Availability>> {
    let key = |_: &Statement, told: &Told<Availability>| Some(told.said.as_ref()?.member);
    matters(statements, AVAILABILITY, key, |statement, told| {
        told.said.as_ref().is_some_and(|said| may(statement, said))
    })
}

/// Where people are on the way to certificates, by person and credential.
pub fn stages(
    statements: &[Statement],
    may: impl Fn(&Statement, &Stage) -> bool,
) -> BTreeMap<(Person, String), Entry<Stage>> {
    let key = |_: &Statement, told: &Told<Stage>| {
        let stage = told.said.as_ref()?;
        Some((stage.person, stage.kind.clone()))
    };
    matters(statements, STAGE, key, |statement, told| {
        told.said
            .as_ref()
            .is_some_and(|stage| may(statement, stage))
    })
}

/// What was found of what to look for, by member and item.
pub fn readiness(
    statements: &[Statement],
    may: impl Fn(&Statement) -> bool,
) -> BTreeMap<(MemberId, String), Entry<Ready>> {
    let key = |_: &Statement, told: &Told<Ready>| {
        let ready = told.said.as_ref()?;
        Some((ready.member, ready.item.clone()))
    };
    matters(statements, READINESS, key, |statement, _| may(statement))
}

/// Goals by their entry.
pub fn goals(
    statements: &[Statement],
    may: impl Fn(&Statement, Option<&Goal>) -> bool,
) -> BTreeMap<RecordId, Entry<Goal>> {
    matters(statements, GOAL, own, |statement, told: &Told<Goal>| {
        may(statement, told.said.as_ref())
    })
}

/// Trained, available and active are three things (S3-6): each is counted by itself, among those who
/// are trained.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pool {
    /// With a training as a coach or a peer on file that holds.
    pub trained: u32,
    /// Of these, who can be asked.
    pub available: u32,
    /// Of these who are trained, who had a contact in the last [`ACTIVE_DAYS`] days; `None` where that
    /// cannot be known.
    pub active: Option<u32>,
}

impl Pool {
    /// Counts it. A person counts once, whatever they completed.
    pub fn of(
        trained: &BTreeSet<Person>,
        available: &BTreeSet<MemberId>,
        active: Option<&BTreeSet<MemberId>>,
    ) -> Self {
        let among = |members: &BTreeSet<MemberId>| {
            let of =
                |person: &&Person| matches!(person, Person::Member(id) if members.contains(id));
            count(trained.iter().filter(of).count())
        };
        Self {
            trained: count(trained.len()),
            available: among(available),
            active: active.map(among),
        }
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
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
    use proptest::prelude::*;

    fn day(text: &str) -> LocalDate {
        LocalDate::parse(text).unwrap()
    }

    fn member(number: u8) -> MemberId {
        MemberId::from_bytes([number; 16])
    }

    #[test]
    fn s3_16_a_pair_talks_in_its_rhythm_from_the_last_talk_on() {
        let mut pair = Pairing {
            mentor: member(1),
            coach: member(2),
            from: day("2026-11-01"),
            until: None,
            every_days: 14,
        };
        let today = day("2026-11-20");
        assert_eq!(pair.next_talk(None, today), Some(day("2026-11-15")));
        let last = Some(day("2026-11-16"));
        assert_eq!(pair.next_talk(last, today), Some(day("2026-11-30")));
        // A talk from before they were a pair does not count.
        let before = Some(day("2026-10-30"));
        assert_eq!(pair.next_talk(before, today), Some(day("2026-11-15")));
        pair.until = Some(day("2026-11-19"));
        assert_eq!(pair.next_talk(last, today), None);
        assert!(pair.is_on(day("2026-11-19")) && !pair.is_on(today));
    }

    #[test]
    fn s3_13_a_competency_counts_only_from_who_may_say_so_and_is_taken_back() {
        let seen = |number: u8, by: u8, over: &[u8], on: Option<&str>| Statement {
            id: RecordId::from_bytes([number; 16]),
            code: COMPETENCY.to_owned(),
            about: None,
            device: DeviceId::from_bytes([by; 16]),
            at: Timestamp::from_millis(0),
            step: u64::from(number),
            body: serde_json::to_string(&Told {
                over: over
                    .iter()
                    .map(|one| RecordId::from_bytes([*one; 16]))
                    .collect(),
                said: Some(Seen {
                    person: Person::Member(member(9)),
                    competency: "listens".to_owned(),
                    on: on.map(day),
                }),
                reason: String::new(),
            })
            .unwrap(),
        };
        // Nobody says it of themselves.
        let may = |statement: &Statement, seen: &Seen| {
            seen.person != Person::Member(MemberId::from_bytes(*statement.device.as_bytes()))
        };
        let key = (Person::Member(member(9)), "listens".to_owned());
        let own = competencies(&[seen(1, 9, &[], Some("2026-11-01"))], may);
        assert!(own.is_empty());
        let all = [seen(1, 1, &[], Some("2026-11-01")), seen(2, 1, &[1], None)];
        assert!(
            competencies(&all[..1], may)[&key]
                .said()
                .unwrap()
                .on
                .is_some()
        );
        assert!(competencies(&all, may)[&key].said().unwrap().on.is_none());
    }

    proptest! {
        /// Trained is never less than available or active, and nobody counts who is not trained.
        #[test]
        fn s3_6_available_and_active_are_counted_among_the_trained(
            trained in prop::collection::btree_set(0..20_u8, 0..20),
            available in prop::collection::btree_set(0..20_u8, 0..20),
            active in prop::collection::btree_set(0..20_u8, 0..20),
        ) {
            let members = |all: &BTreeSet<u8>| all.iter().map(|one| member(*one)).collect();
            let people: BTreeSet<Person> = trained.iter().map(|one| Person::Member(member(*one))).collect();
            let active_members = members(&active);
            let pool = Pool::of(&people, &members(&available), Some(&active_members));
            prop_assert_eq!(pool.trained as usize, trained.len());
            prop_assert_eq!(pool.available as usize, trained.intersection(&available).count());
            prop_assert_eq!(pool.active.unwrap() as usize, trained.intersection(&active).count());
            prop_assert_eq!(Pool::of(&people, &BTreeSet::new(), None).active, None);
        }
    }
}
