use handrail_domain::program::Referrer;
use handrail_domain::{Answer, CallOutStep};
use serde::{Deserialize, Serialize};

/// Most call-outs that are over and are shown.
pub const MOST_CALL_OUTS: usize = 100;

/// An order about a call-out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum CallOutCommand {
    /// The coach is called, now.
    Begin,
    /// Says something about a call-out of one's own.
    Change {
        /// ULID.
        call_out: String,
        /// What.
        change: CallOutInput,
    },
    /// Whoever accepted has this record: the visit is written down there.
    Join {
        /// ULID.
        call_out: String,
        /// Participant, hex.
        participant: String,
        /// Words for the contact; may be empty.
        note: String,
    },
    /// Settles two versions of one field.
    Resolve {
        /// ULID.
        call_out: String,
        /// As in [`CallOutConflict::field`].
        field: String,
        /// As in [`CallOutVersion::value`].
        value: String,
    },
}

/// What is said about a call-out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum CallOutInput {
    /// Where, and in which program; empty clears either.
    Site {
        /// The place.
        site: String,
        /// The program's name.
        program: String,
    },
    /// Who called.
    Caller(Option<Referrer>),
    /// The step is taken now.
    Now(CallOutStep),
    /// The step was taken then, unix ms.
    At(CallOutStep, i64),
    /// The step was not taken after all.
    Undo(CallOutStep),
    /// What came of the offer; `None` takes the answer back.
    Answer(Option<Answer>),
    /// It was begun by mistake, or was not after all.
    TakenBack(bool),
}

/// Whereto coaches were called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallOutsView {
    /// Whether whoever asks has a caseload to keep call-outs in.
    pub may_begin: bool,
    /// One's own that are not finished, the newest first.
    pub open: Vec<CallOutView>,
    /// Everything else that this device reads, the newest first, [`MOST_CALL_OUTS`] at most.
    pub earlier: Vec<CallOutView>,
    /// Places of programs in use that are open today: place and program.
    pub sites: Vec<(String, String)>,
}

/// One call-out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallOutView {
    /// ULID.
    pub id: String,
    /// The coach.
    pub coach: String,
    /// It is one's own.
    pub own: bool,
    /// Where; may be empty.
    pub site: String,
    /// The program's name; may be empty.
    pub program: String,
    /// Who called.
    pub caller: Option<Referrer>,
    /// The steps that were taken, in their order.
    pub steps: Vec<CallOutStepView>,
    /// What came of the offer.
    pub answer: Option<Answer>,
    /// The record of whoever accepted.
    pub person: Option<CallOutPerson>,
    /// From the call to the bedside.
    pub response_minutes: Option<u32>,
    /// From arriving to leaving.
    pub bedside_minutes: Option<u32>,
    /// Nothing more is to be said.
    pub finished: bool,
    /// It was begun by mistake.
    pub taken_back: bool,
    /// Fields on which the coach's devices disagree.
    pub conflicts: Vec<CallOutConflict>,
}

/// A step that was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallOutStepView {
    /// Which.
    pub step: CallOutStep,
    /// When, unix ms.
    pub at: i64,
    /// When that was written down, unix ms; `None` where that was when it happened.
    pub written_later: Option<i64>,
}

/// The record of whoever accepted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallOutPerson {
    /// Hex; empty where the record is not on this device.
    pub participant: String,
    /// As shown; empty where the record is not on this device.
    pub name: String,
    /// ULID of the contact.
    pub contact: String,
}

/// One field, said differently by two devices.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallOutConflict {
    /// Its name in the document.
    pub field: String,
    /// What was said.
    pub versions: Vec<CallOutVersion>,
}

/// One value of a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallOutVersion {
    /// As the document has it.
    pub value: String,
    /// The time that it means, unix ms; `None` for words and codes.
    pub time: Option<i64>,
    /// When it was written, unix ms.
    pub at: i64,
}
