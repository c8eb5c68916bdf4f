//! What a coach has lived, and the question who of the coaches fits a participant (S0-4, S0-15, S2-7,
//! S3-10, S4-1, S4-4).
//!
//! What a coach has lived is their own health information. It stands in no document: a coach's own
//! device keeps it and tells nobody but them. A question goes to every coach alike, names no
//! participant, and comes back with a yes or with nothing.

use crate::coded::coded;
use crate::id::{MemberId, RecordId};
use crate::program::{Experience, ExperienceOf};
use crate::time::{Now, Timestamp};
use serde::{Deserialize, Serialize};

coded! {
    /// Whose experience it is (S4-1).
    Whose {
        /// The coach's own.
        Own = "own",
        /// That of somebody they love.
        LovedOne = "loved_one",
        /// Both.
        Both = "both",
    }
}

/// One thing that a coach has lived. Nothing may be done with it until the coach says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lived {
    /// What.
    pub what: Experience,
    /// Whose experience it is.
    pub whose: Whose,
    /// The device may mark questions to its coach by it.
    pub may_match: bool,
    /// The coach is ready to say it to a participant.
    pub may_tell: bool,
}

/// Most wishes of one question: a longer list describes a person.
pub const MOST_WISHES: usize = 4;

/// What a participant wishes of a coach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wishes {
    /// What the coach should have lived; any of it.
    pub experience: Vec<Experience>,
    /// Whose experience counts.
    pub of: ExperienceOf,
}

impl Wishes {
    /// Whether it asks for something, each thing once, and for no more than [`MOST_WISHES`].
    pub fn is_whole(&self) -> bool {
        let all = &self.experience;
        let twice = |at: usize| all.iter().skip(at + 1).any(|one| all.get(at) == Some(one));
        (1..=MOST_WISHES).contains(&all.len()) && !(0..all.len()).any(twice)
    }

    /// What of it a coach has lived and lets be used for matching.
    pub fn fitting<'a>(&'a self, lived: &'a [Lived]) -> impl Iterator<Item = &'a Lived> {
        lived.iter().filter(|one| {
            let counts = self.of == ExperienceOf::OwnOrLovedOne || one.whose != Whose::LovedOne;
            one.may_match && counts && self.experience.contains(&one.what)
        })
    }
}

/// Days after which a question is no longer put to anybody.
const OPEN_DAYS: i64 = 14;

/// A question as the document of one coach's caseload holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its id, the same in every caseload.
    pub id: RecordId,
    /// When it was asked.
    pub asked_at: Timestamp,
    /// Who asked.
    pub by: MemberId,
    /// What is wished.
    pub wishes: Wishes,
    /// The coach would like to. Without a yes nothing is known of them.
    pub yes: bool,
    /// Nobody is looked for any more.
    pub over: bool,
}

impl Question {
    /// Whether it is put to the coach.
    pub fn is_open(&self, now: Now) -> bool {
        let last = self.asked_at.plus_minutes(OPEN_DAYS * 24 * 60);
        !self.over && now.at <= last
    }
}

/// Something that is said about a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum QuestionChange {
    /// It is put to the coach. The time is the time of the change.
    Ask {
        /// Who asks.
        by: MemberId,
        /// What is wished.
        wishes: Wishes,
    },
    /// The coach would like to; or takes that back.
    Yes(bool),
    /// Nobody is looked for any more.
    Over,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lived(what: Experience, whose: Whose, may_match: bool) -> Lived {
        Lived {
            what,
            whose,
            may_match,
            may_tell: true,
        }
    }

    fn fitting(wishes: &Wishes, all: &[Lived]) -> Vec<Experience> {
        wishes.fitting(all).map(|one| one.what).collect()
    }

    #[test]
    fn s0_4_only_what_a_coach_lets_be_used_fits_and_s4_1_a_loved_ones_only_where_it_counts() {
        let wishes = |of| Wishes {
            experience: vec![Experience::OverdoseHospital, Experience::CriminalJustice],
            of,
        };
        let all = [
            lived(Experience::OverdoseHospital, Whose::LovedOne, true),
            lived(Experience::CriminalJustice, Whose::Own, false),
            lived(Experience::Trauma, Whose::Own, true),
        ];
        assert_eq!(fitting(&wishes(ExperienceOf::Own), &all), []);
        assert_eq!(
            fitting(&wishes(ExperienceOf::OwnOrLovedOne), &all),
            [Experience::OverdoseHospital]
        );
        let both = [lived(Experience::OverdoseHospital, Whose::Both, true)];
        assert_eq!(
            fitting(&wishes(ExperienceOf::Own), &both),
            [Experience::OverdoseHospital]
        );
    }

    #[test]
    fn s2_7_a_question_asks_for_something_once_and_describes_nobody() {
        let is_whole = |experience: &[Experience]| {
            let wishes = Wishes {
                experience: experience.to_vec(),
                of: ExperienceOf::Own,
            };
            wishes.is_whole()
        };
        assert!(!is_whole(&[]));
        assert!(is_whole(&[Experience::MotherInRecovery]));
        assert!(!is_whole(&[Experience::Trauma, Experience::Trauma]));
        assert!(is_whole(&Experience::ALL[..MOST_WISHES]));
        assert!(!is_whole(&Experience::ALL[..=MOST_WISHES]));
    }
}
