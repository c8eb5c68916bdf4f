//! A call-out: a coach is called to somebody, goes there, and offers to connect (S0-2, S0-3, S0-5).
//!
//! It says nothing about the person: no name and no free words about them. Whoever accepts has a
//! record of their own, which the call-out then names. Of whoever declines nothing else remains.

use crate::coded::coded;
use crate::id::{ParticipantId, RecordId};
use crate::program::Referrer;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

coded! {
    /// A step of a call-out whose time is kept, in the order in which they follow.
    CallOutStep {
        /// Somebody called for a coach (S0-2).
        Called = "called",
        /// The coach took the call.
        Accepted = "accepted",
        /// The coach set out.
        OnMyWay = "on_my_way",
        /// The coach is with the person.
        Arrived = "arrived",
        /// The coach offered to connect (S0-3).
        Offered = "offered",
        /// The coach left.
        Left = "left",
    }
}

coded! {
    /// What came of the offer (S0-3).
    Answer {
        /// The person wants to connect.
        Accepted = "accepted",
        /// Not now; they may be called later.
        CallBack = "call_back",
        /// They do not want to.
        Declined = "declined",
        /// They were asleep.
        Asleep = "asleep",
        /// They could not answer.
        Unable = "unable",
        /// They left before it was offered.
        LeftEarly = "left_early",
        /// The coach did not get to meet them, or the call was called off.
        NotMet = "not_met",
    }
}

impl Answer {
    /// Whether the matter ends with it, and with nothing to remember about the person: whoever
    /// accepted is written down in a record, and who may be called later is still open.
    pub const fn ends_it(self) -> bool {
        !matches!(self, Self::Accepted | Self::CallBack)
    }
}

/// In place of whoever accepted. Their record is found by the contact in it, so that no id of theirs
/// stays here once they are forgotten; earlier versions wrote the id.
pub const FOUND_BY_CONTACT: ParticipantId = ParticipantId::from_bytes([0; 16]);

/// When a step was taken, and when that was written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepTime {
    /// When it was taken.
    pub at: Timestamp,
    /// When that was written down; later than `at` where it was filled in or corrected.
    pub written_at: Timestamp,
}

impl StepTime {
    /// Minutes after which a time counts as written later.
    const PROMPT_MINUTES: i64 = 2;

    /// Whether it was not written down when it happened.
    pub fn is_written_later(self) -> bool {
        self.written_at > self.at.plus_minutes(Self::PROMPT_MINUTES)
    }
}

/// A call-out as the document of the caseload says it now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallOut {
    /// Its id.
    pub id: RecordId,
    /// Where the coach is called to; empty until that is said.
    pub site: String,
    /// The name of the program it belongs to; empty where none was said.
    pub program: String,
    /// Who called.
    pub caller: Option<Referrer>,
    /// The steps that were taken, in their order.
    pub steps: Vec<(CallOutStep, StepTime)>,
    /// What came of the offer.
    pub answer: Option<Answer>,
    /// The record of whoever accepted, or [`FOUND_BY_CONTACT`], with the contact that was written down
    /// there.
    pub person: Option<(ParticipantId, RecordId)>,
    /// It was begun by mistake.
    pub taken_back: bool,
}

impl CallOut {
    /// When a step was taken.
    pub fn step(&self, step: CallOutStep) -> Option<StepTime> {
        let found = self.steps.iter().find(|(known, _)| *known == step);
        found.map(|(_, time)| *time)
    }

    /// Whole minutes from one step to another; `None` where one of them is missing, or they are
    /// the wrong way round.
    pub fn minutes(&self, from: CallOutStep, to: CallOutStep) -> Option<u32> {
        let (from, to) = (self.step(from)?.at, self.step(to)?.at);
        let between = to.millis().checked_sub(from.millis())?;
        // A time that was filled in has no seconds.
        let between = if between > -60_000 {
            between.max(0)
        } else {
            between
        };
        u32::try_from(between.div_euclid(60_000)).ok()
    }

    /// How long it took from the call to the bedside, in minutes.
    pub fn response_minutes(&self) -> Option<u32> {
        self.minutes(CallOutStep::Called, CallOutStep::Arrived)
    }

    /// Whether nothing more is to be said: an answer, and the coach has left or never got there.
    /// Whoever accepted also has a record.
    pub fn is_finished(&self) -> bool {
        let gone = self.step(CallOutStep::Left).is_some();
        self.taken_back
            || match self.answer {
                None | Some(Answer::CallBack) => false,
                Some(Answer::NotMet) => true,
                Some(Answer::Accepted) => gone && self.person.is_some(),
                Some(_) => gone,
            }
    }

    /// Whether a step may have been taken then: after the ones before it, before the ones after
    /// it, and not after `now` or, where a clock was set back, the last step. To the minute.
    pub fn fits(&self, step: CallOutStep, at: Timestamp, now: Timestamp) -> bool {
        let minute = |at: Timestamp| at.millis().div_euclid(60_000);
        let last = self.steps.iter().map(|(_, time)| time.at).max();
        let (at, last) = (minute(at), minute(last.map_or(now, |last| last.max(now))));
        at <= last
            && self
                .steps
                .iter()
                .all(|(other, time)| match other.cmp(&step) {
                    std::cmp::Ordering::Less => minute(time.at) <= at,
                    std::cmp::Ordering::Equal => true,
                    std::cmp::Ordering::Greater => at <= minute(time.at),
                })
    }
}

/// One thing that is said about a call-out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum CallOutChange {
    /// Where; empty clears it.
    Site(String),
    /// The program's name; empty clears it.
    Program(String),
    /// Who called.
    Caller(Option<Referrer>),
    /// When a step was taken; `None` takes the step back.
    Step(CallOutStep, Option<Timestamp>),
    /// What came of the offer; `None` takes the answer back.
    Answer(Option<Answer>),
    /// The record of whoever accepted, and the contact in it.
    Person(ParticipantId, RecordId),
    /// It was begun by mistake, or was not after all.
    TakenBack(bool),
}
