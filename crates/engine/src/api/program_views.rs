use handrail_domain::LocalDate;
use handrail_domain::program::ProgramPack;
use serde::{Deserialize, Serialize};

use super::ObligationKind;

/// Most participants that a preview names.
pub const MOST_PROGRAM_CHANGES: usize = 200;

/// The programs of the agency, and packs to begin with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProgramsView {
    /// Whether whoever asks may change them.
    pub may_change: bool,
    /// In use, in the order in which they were added.
    pub in_use: Vec<ProgramView>,
    /// Packs of the app that are not in use.
    pub samples: Vec<ProgramView>,
}

/// A program as it stands today.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProgramView {
    /// As the agency calls it; of a pack that is not in use, empty.
    pub name: String,
    /// What it says today, the agency's own changes in it.
    pub pack: ProgramPack,
    /// The pack that it began with, as text.
    pub text: String,
    /// Participants whose program is called so, of those that this device reads.
    pub people: u32,
    /// The agency's own changes that are in force or to come.
    pub changes: Vec<ProgramChangeView>,
}

/// One change of an agency to a program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramChangeView {
    /// The first day.
    pub from: LocalDate,
    /// The part, as `duty:daily`.
    pub part: String,
    /// Two devices say something else about it.
    pub disagree: bool,
    /// Why it cannot be used; it then changes nothing.
    pub fault: Option<ProgramFault>,
}

/// What is to be mended in a program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramFault {
    /// What is wrong, such as `twice`.
    pub what: String,
    /// The part that it is about.
    pub part: String,
    /// The field, the other part, or what was found.
    pub detail: String,
    /// Line of the text, or the largest number; 0 where there is none.
    pub number: u32,
    /// Column in the line; 0 where there is none.
    pub column: u32,
}

/// What somebody would put to use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ProgramDraft {
    /// A pack as text.
    Text(String),
    /// A pack of the app, by its id.
    Sample(String),
    /// Other numbers for one duty of a program in use.
    Duty {
        /// Id of the program's pack.
        program: String,
        /// The first day, `YYYY-MM-DD`.
        from: String,
        /// Id of the duty.
        duty: String,
        /// A number for each field that is to change: `every_days`, `days`, `months`, `lead_days`,
        /// `judge_after_days`; for step n from 0 `step-n-every`, `step-n-for`.
        numbers: Vec<(String, u16)>,
    },
}

/// What a draft would change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ProgramPreviewView {
    /// What is to be mended first; then nothing else is told.
    pub fault: Option<ProgramFault>,
    /// What the program would say; `None` with a fault.
    pub pack: Option<ProgramPack>,
    /// A program of that id is in use, and would say this from now on.
    pub replaces: bool,
    /// Participants in it.
    pub people: u32,
    /// Those to whom something else would be owed, [`MOST_PROGRAM_CHANGES`] at most.
    pub changes: Vec<ProgramEffectView>,
    /// Participants to whom something else would be owed, named above or not.
    pub changed: u32,
}

/// What would change for one participant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramEffectView {
    /// Hex.
    pub participant: String,
    /// As shown.
    pub name: String,
    /// Whose caseload.
    pub coach: String,
    /// What is owed now and would not be any more, or not on this day.
    pub no_longer: Vec<ObligationKind>,
    /// What would be owed and is not now.
    pub newly: Vec<ObligationKind>,
    /// What stays with other days.
    pub other_days: Vec<ObligationKind>,
}
