//! Which training must be on file before somebody is given to a coach, and exceptions from that, with
//! their reasons (S2-2). Nothing is required until an agency says so.

use super::credential::{Credential, Field, fields};
use super::ledger::{Entry, Told, matters, own};
use super::pack::WorkforcePack;
use super::training::TrainingKind;
use crate::id::{MemberId, RecordId};
use crate::statement::Statement;
use crate::time::LocalDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The code of what a program asks for, in the agency's document; the body is a [`Told`] of [`Requirement`].
pub const REQUIREMENT: &str = "training-required";
/// The code of an exception, in the document of the coach's caseload; a [`Told`] of [`Exception`].
pub const EXCEPTION: &str = "training-exception";

/// What a coach needs before somebody of a program is given to them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requirement {
    /// The program, by the id of its pack; empty: everybody, whatever their program.
    pub program: String,
    /// Codes of [`TrainingKind`]s and [`Field`]s, all of which are needed; none: nothing is required.
    pub needs: Vec<String>,
}

impl Requirement {
    /// Whether each need is one that this version knows.
    pub fn is_whole(&self) -> bool {
        let known = |need: &String| {
            Field::from_code(need).is_some() || TrainingKind::from_code(need).is_some()
        };
        self.needs.len() <= 10 && self.needs.iter().all(known)
    }
}

/// A coach may be given somebody without what is required.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Exception {
    /// The coach.
    pub coach: MemberId,
    /// The program, as [`Requirement::program`].
    pub program: String,
    /// The last day; none: until it is taken back.
    #[serde(default)]
    pub until: Option<LocalDate>,
}

/// What each program asks for. Where two said different things without knowing of each other, all of
/// it is required until somebody settles it.
pub fn requirements(
    statements: &[Statement],
    may: impl Fn(&Statement) -> bool,
) -> BTreeMap<String, Entry<Requirement>> {
    let key = |_: &Statement, told: &Told<Requirement>| Some(told.said.as_ref()?.program.clone());
    matters(statements, REQUIREMENT, key, |statement, _| may(statement))
}

/// Exceptions by the statement with which each began. One without a reason is none.
pub fn exceptions(
    statements: &[Statement],
    may: impl Fn(&Statement) -> bool,
) -> BTreeMap<RecordId, Entry<Exception>> {
    matters(
        statements,
        EXCEPTION,
        own,
        |statement, told: &Told<Exception>| may(statement) && !told.reason.trim().is_empty(),
    )
}

/// What is required of a coach for somebody of a program: what everybody needs, and what the program does.
pub fn needed(all: &BTreeMap<String, Entry<Requirement>>, program: &str) -> Vec<String> {
    let mut needs: Vec<String> = Vec::new();
    let mut add = |program: &str| {
        let versions = all
            .get(program)
            .into_iter()
            .flat_map(|entry| &entry.versions);
        for need in versions
            .filter_map(|one| one.said.as_ref())
            .flat_map(|one| &one.needs)
        {
            if !needs.contains(need) {
                needs.push(need.clone());
            }
        }
    };
    add("");
    if !program.is_empty() {
        add(program);
    }
    needs
}

/// What of it is not on file, or does not hold any more.
pub fn missing(
    pack: &WorkforcePack,
    needs: &[String],
    held: &[Credential],
    done: &[&str],
) -> Vec<String> {
    let proven = fields(pack, held);
    let has = |need: &String| match Field::from_code(need) {
        // A training of that name counts as what it is, too.
        Some(field) if proven.contains(&field) => true,
        _ => {
            let credential = held.iter().find(|one| one.kind == *need);
            credential.map_or_else(|| done.contains(&need.as_str()), Credential::holds)
        }
    };
    needs.iter().filter(|need| !has(need)).cloned().collect()
}

/// Whether a coach is excepted for a program on a day.
pub fn is_excepted(
    all: &BTreeMap<RecordId, Entry<Exception>>,
    coach: MemberId,
    program: &str,
    today: LocalDate,
) -> bool {
    all.values().filter_map(Entry::said).any(|one| {
        one.coach == coach
            && (one.program.is_empty() || one.program == program)
            && one.until.is_none_or(|until| today <= until)
    })
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
    use crate::workforce::credential::CredentialState as State;

    fn requires(number: u8, step: u64, over: &[u8], program: &str, needs: &[&str]) -> Statement {
        let id = |number: u8| RecordId::from_bytes([number; 16]);
        let told = Told {
            over: over.iter().map(|one| id(*one)).collect(),
            said: Some(Requirement {
                program: program.to_owned(),
                needs: needs.iter().map(|need| (*need).to_owned()).collect(),
            }),
            reason: String::new(),
        };
        Statement {
            id: id(number),
            code: REQUIREMENT.to_owned(),
            about: None,
            device: DeviceId::from_bytes([number; 16]),
            at: Timestamp::from_millis(0),
            step,
            body: serde_json::to_string(&told).unwrap(),
        }
    }

    fn at(text: &str) -> LocalDate {
        LocalDate::parse(text).unwrap()
    }

    #[test]
    fn s2_2_nothing_is_required_until_it_is_said_and_a_program_adds_to_what_everybody_needs() {
        assert_eq!(
            needed(&requirements(&[], |_| true), "jail"),
            Vec::<String>::new()
        );
        let said = [
            requires(1, 1, &[], "", &["recovery_coaching"]),
            requires(2, 2, &[], "jail", &["naloxone", "recovery_coaching"]),
        ];
        let all = requirements(&said, |_| true);
        assert_eq!(needed(&all, "jail"), ["recovery_coaching", "naloxone"]);
        assert_eq!(needed(&all, "hospital"), ["recovery_coaching"]);
        let over = [said[0].clone(), requires(3, 2, &[1], "", &[])];
        assert!(needed(&requirements(&over, |_| true), "hospital").is_empty());
    }

    #[test]
    fn s2_2_where_two_say_different_things_at_once_both_are_required() {
        let said = [
            requires(1, 1, &[], "", &["naloxone"]),
            requires(2, 1, &[], "", &["cpr"]),
        ];
        let all = requirements(&said, |_| true);
        assert_eq!(needed(&all, ""), ["naloxone", "cpr"]);
        assert!(all[""].is_disputed());
    }

    #[test]
    fn s2_2_what_does_not_hold_any_more_is_missing() {
        let pack = WorkforcePack::shipped().unwrap();
        let needs = ["peer_support", "recovery_coach_academy", "own"].map(str::to_owned);
        let credential = |kind: &str, state| Credential {
            kind: kind.to_owned(),
            on: at("2024-05-01"),
            until: None,
            state,
            learning: None,
            verified: true,
        };
        let held = [
            credential("certified_peer_specialist", State::EndsSoon { days: 3 }),
            credential("recovery_coach_academy", State::Holds),
        ];
        assert_eq!(
            missing(&pack, &needs, &held, &["own"]),
            Vec::<String>::new()
        );
        assert_eq!(missing(&pack, &needs, &held, &[]), ["own"]);
        let ended = [credential(
            "certified_peer_specialist",
            State::Ended { days: 1 },
        )];
        assert_eq!(
            missing(&pack, &needs, &ended, &["certified_peer_specialist", "own"]),
            ["peer_support", "recovery_coach_academy"]
        );
    }

    #[test]
    fn s2_2_an_exception_needs_a_reason_and_ends() {
        let coach = MemberId::from_bytes([5; 16]);
        let except = |reason: &str| {
            let mut statement = requires(1, 1, &[], "", &[]);
            statement.code = EXCEPTION.to_owned();
            statement.body = serde_json::to_string(&Told {
                over: Vec::new(),
                said: Some(Exception {
                    coach,
                    program: "jail".to_owned(),
                    until: Some(at("2026-12-31")),
                }),
                reason: reason.to_owned(),
            })
            .unwrap();
            exceptions(&[statement], |_| true)
        };
        assert!(except(" ").is_empty());
        let all = except("Academy begins in January; Dana goes along");
        let is = |program, today| is_excepted(&all, coach, program, at(today));
        assert!(is("jail", "2026-12-31"));
        assert!(!is("jail", "2027-01-01") && !is("hospital", "2026-12-31"));
        let other = MemberId::from_bytes([6; 16]);
        assert!(!is_excepted(&all, other, "jail", at("2026-12-31")));
    }
}
