//! Brief Assessment of Recovery Capital, ten items (BARC-10). Freely available, no permission
//! needed (PhenX protocol 590502). Vilsaint et al. 2017, Drug and Alcohol Dependence 177:71–76.

use crate::id::{MemberId, RecordId};
use crate::record::Void;
use crate::time::{LocalDate, Timestamp};
use serde::{Deserialize, Serialize};

/// How many items there are.
pub const ITEMS: usize = 10;
/// The least that an answer can be: strongly disagree.
pub const LEAST: u8 = 1;
/// The most that an answer can be: strongly agree.
pub const MOST: u8 = 6;
/// The total that went with sustained remission of more than a year (Vilsaint 2017). It says
/// something about many people and nothing about one.
pub const CUT_OFF: u8 = 47;

/// The participant's answers in the order of the items, each [`LEAST`] to [`MOST`]; `None` where
/// they left one out. At least one is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers([Option<u8>; ITEMS]);

/// An answer that is not on the scale, or no answer at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("answer at least one statement, each from 1 to 6")]
pub struct NotAnswers;

impl Answers {
    /// Takes answers.
    ///
    /// # Errors
    /// [`NotAnswers`] when one is not on the scale, or none is there.
    pub fn new(answers: [Option<u8>; ITEMS]) -> Result<Self, NotAnswers> {
        let mut given = answers.iter().flatten().peekable();
        if given.peek().is_none() || !given.all(|answer| (LEAST..=MOST).contains(answer)) {
            return Err(NotAnswers);
        }
        Ok(Self(answers))
    }

    /// Each answer, in the order of the items.
    pub const fn each(&self) -> &[Option<u8>; ITEMS] {
        &self.0
    }

    /// The sum, 10 to 60; `None` if any item was left out.
    pub fn total(&self) -> Option<u8> {
        self.0
            .iter()
            .try_fold(0, |sum, answer| answer.map(|answer| sum + answer))
    }
}

/// Answers as the record shows them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Barc10 {
    /// Its id.
    pub id: RecordId,
    /// The day on which the participant answered.
    pub on: LocalDate,
    /// What they answered.
    pub answers: Answers,
    /// The language that they read or heard it in, such as `es`.
    pub language: String,
    /// When it was written down.
    pub recorded_at: Timestamp,
    /// Who wrote it down; `None` only when the document does not say.
    pub recorded_by: Option<MemberId>,
    /// Set when it was taken back.
    pub void: Option<Void>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(first: u8, rest: u8) -> Answers {
        let mut all = [Some(rest); ITEMS];
        all[0] = Some(first);
        Answers::new(all).unwrap()
    }

    #[test]
    fn s2_15_a_total_is_46_or_47_and_there_is_none_with_an_item_missing() {
        assert_eq!(answers(1, 5).total(), Some(46));
        assert_eq!(answers(2, 5).total(), Some(CUT_OFF));
        assert_eq!(answers(LEAST, LEAST).total(), Some(10));
        assert_eq!(answers(MOST, MOST).total(), Some(60));
        for missing in 0..ITEMS {
            let mut all = [Some(5); ITEMS];
            all[missing] = None;
            assert_eq!(Answers::new(all).unwrap().total(), None);
        }
    }

    #[test]
    fn an_answer_off_the_scale_is_refused_and_so_is_no_answer_at_all() {
        for wrong in [0, 7, 255] {
            let mut all = [Some(3); ITEMS];
            all[9] = Some(wrong);
            assert_eq!(Answers::new(all), Err(NotAnswers));
        }
        assert_eq!(Answers::new([None; ITEMS]), Err(NotAnswers));
    }
}
