//! That a participant asked for the list of what was told of them, and until when it is answered
//! (42 CFR 2.24: within 30 days; 2.25).

use std::collections::BTreeMap;

use super::body;
use super::fold::{End, Made};
use crate::id::RecordId;
use crate::statement::{Statement, in_order};
use crate::time::LocalDate;
use serde::{Deserialize, Serialize};

/// A participant asked for the list.
pub const ASKED: &str = "accounting_asked";
/// The list was handed over; about what was asked.
pub const ANSWERED: &str = "accounting_answered";
/// What was asked, or that it was answered, was written down by mistake; about that.
pub const TAKEN_BACK: &str = "accounting_taken_back";

/// Days after the day on which it was asked; the last of them is the last day.
const DAYS: i64 = 30;
/// From so many days before the last one it presses.
const PRESSES: i64 = 7;

/// The codes of the statements that [`asked`] reads.
pub const fn asked_codes() -> [&'static str; 3] {
    [ASKED, ANSWERED, TAKEN_BACK]
}

/// Until when what was asked is to be answered, seen from a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerDue {
    /// The last day.
    pub by: LocalDate,
    /// Calendar days until then: 0 on the last day, below that when it is over.
    pub left: i64,
}

impl AnswerDue {
    /// Of something that was asked on a day. Calendar days are counted, whatever the hour and whether a
    /// clock was changed meanwhile: the day on which it was asked is day 0, and day 30 the last one.
    pub fn of(asked_on: LocalDate, today: LocalDate) -> Self {
        let by = asked_on.plus_days(DAYS);
        Self {
            by,
            left: by.days_since(today),
        }
    }

    /// Whether seven days or fewer are left, or none.
    pub const fn presses(self) -> bool {
        self.left <= PRESSES
    }
}

/// The list was handed over.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Answered {
    /// When and how.
    pub end: End,
    /// Its statement.
    pub id: RecordId,
}

/// Somebody asked for the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Its statement.
    pub id: RecordId,
    /// The day on which they asked: day 0.
    pub on: LocalDate,
    /// Written down.
    pub made: Made,
    /// How they asked; may be empty.
    pub words: String,
    /// Handed over: the first time of those that stand.
    pub answered: Option<Answered>,
    /// It was a mistake, and why: nobody asked.
    pub taken_back: Option<End>,
}

impl Asked {
    /// Whether an answer is due.
    pub const fn is_open(&self) -> bool {
        self.answered.is_none() && self.taken_back.is_none()
    }
}

/// What was asked, in the order of its days, out of statements in any order; those with other codes are
/// passed over. Two that were written at once both stand. One whose words a newer version wrote was
/// asked all the same, on the day on which it was written down.
pub fn asked(statements: impl IntoIterator<Item = Statement>) -> Vec<Asked> {
    let mut said: Vec<Statement> = statements.into_iter().collect();
    in_order(&mut said);
    said.dedup_by_key(|one| one.id);
    let mut back: BTreeMap<RecordId, End> = BTreeMap::new();
    for one in said.iter().filter(|one| one.code == TAKEN_BACK) {
        if let Some(about) = one.about {
            back.entry(about).or_insert_with(|| body::end(one));
        }
    }
    let mut answers: BTreeMap<RecordId, Answered> = BTreeMap::new();
    let stand = |one: &&Statement| one.code == ANSWERED && !back.contains_key(&one.id);
    for one in said.iter().filter(stand) {
        let Some(about) = one.about else { continue };
        let (end, id) = (body::end(one), one.id);
        let answer = Answered { end, id };
        let is_first = answers.get(&about).is_none_or(|known| answer < *known);
        if is_first {
            answers.insert(about, answer);
        }
    }
    let requests = said.iter().filter(|one| one.code == ASKED);
    let mut all: Vec<Asked> = requests
        .map(|one| {
            let End {
                on, made, words, ..
            } = body::end(one);
            Asked {
                id: one.id,
                on,
                made,
                words,
                answered: answers.remove(&one.id),
                taken_back: back.get(&one.id).cloned(),
            }
        })
        .collect();
    all.sort_by_key(|one| (one.on, one.made, one.id));
    all
}
