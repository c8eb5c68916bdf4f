use handrail_domain::LocalDate;
use handrail_domain::barc10::ITEMS;
use handrail_domain::half_year::HalfYear;
use handrail_domain::plan::{PlanFacts, PlanField, PlanKind, Standing};
use serde::{Deserialize, Serialize};

use super::{ConflictView, VoidView};

/// Writes into a participant's plan. Taken back by [`super::Command::VoidMilestone`] with the
/// record of the reply.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum PlanCommand {
    /// Adds an entry.
    Add {
        /// Participant, hex.
        participant: String,
        /// What it is.
        kind: PlanKind,
        /// The goal of a step, ULID; `None` for anything else.
        goal: Option<String>,
        /// What it says.
        fields: Vec<PlanField>,
    },
    /// Changes an entry.
    Change {
        /// Participant, hex.
        participant: String,
        /// ULID.
        entry: String,
        /// Only the fields that change.
        changes: Vec<PlanField>,
    },
    /// Writes down what the participant answered to the BARC-10.
    Barc10 {
        /// Participant, hex.
        participant: String,
        /// The day on which they answered, `YYYY-MM-DD`; not after today.
        on: String,
        /// An answer from 1 to 6 for each item in its order; `None` where one was left out.
        answers: [Option<u8>; ITEMS],
        /// The language of the items, such as `es`.
        language: String,
    },
}

/// A participant's plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlanView {
    /// Participant, hex.
    pub participant: String,
    /// As shown.
    pub name: String,
    /// The language that they speak, as their details say it; may be empty.
    pub language: String,
    /// This member may look and not write.
    pub read_only: bool,
    /// Goals with their steps; what is open first, then by dimension, then the first first.
    pub goals: Vec<GoalView>,
    /// Barriers; what is open first.
    pub barriers: Vec<PlanEntryView>,
    /// What is required of them; what is open first, then by its day.
    pub requirements: Vec<PlanEntryView>,
    /// BARC-10 by day, the first first; what was taken back is left out.
    pub barc10: Vec<Barc10View>,
    /// How they live half a year after they came in, from a month before that on; the newest first.
    pub half_years: Vec<HalfYear>,
    /// Two versions of one field of an entry, until one is chosen.
    pub conflicts: Vec<ConflictView>,
}

/// A goal with its steps.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GoalView {
    /// The goal.
    pub goal: PlanEntryView,
    /// Its steps, the first first.
    pub steps: Vec<PlanEntryView>,
}

/// An entry of the plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlanEntryView {
    /// ULID.
    pub id: String,
    /// What it is.
    pub kind: PlanKind,
    /// In words.
    pub words: String,
    /// What only entries of its kind say.
    pub facts: PlanFacts,
    /// How it stands.
    pub standing: Standing,
    /// Since when.
    pub since: LocalDate,
    /// Who wrote it down.
    pub author: String,
    /// Unix ms it was written down.
    pub recorded_at: i64,
    /// Not valid any more.
    pub voided: Option<VoidView>,
}

/// What a participant answered once.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Barc10View {
    /// ULID.
    pub id: String,
    /// The day.
    pub on: LocalDate,
    /// 10 to 60; `None` when items were left out.
    pub total: Option<u8>,
    /// How many items were answered.
    pub answered: u8,
}
