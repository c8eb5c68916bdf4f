//! Dated steps on a participant's way that a duty hangs on: discharge and treatment intake (S0-6).

use crate::id::{MemberId, RecordId};
use crate::record::Void;
use crate::time::{LocalDate, Timestamp};
use serde::{Deserialize, Serialize};

/// How firm an intake date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum IntakeStatus {
    /// A date was asked for. Daily contact goes on.
    Asked,
    /// A date was named but not confirmed. Daily contact goes on.
    Tentative,
    /// The clinic confirmed the date. Daily contact has done its work.
    Confirmed,
}

impl IntakeStatus {
    /// Every status, in the order in which they usually follow.
    pub const ALL: [Self; 3] = [Self::Asked, Self::Tentative, Self::Confirmed];

    /// The text that documents hold for it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Tentative => "tentative",
            Self::Confirmed => "confirmed",
        }
    }

    /// The status with that code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }
}

/// The step itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// The person left the hospital.
    Discharge {
        /// On this day.
        on: LocalDate,
    },
    /// Intake into treatment.
    Intake {
        /// How firm it is.
        status: IntakeStatus,
        /// The day of the intake; must be there once confirmed.
        on: Option<LocalDate>,
    },
}

impl Step {
    /// The text that documents hold for the kind of step.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Discharge { .. } => "discharge",
            Self::Intake { .. } => "intake",
        }
    }

    /// The day of the step, where it has one.
    pub const fn on(&self) -> Option<LocalDate> {
        match self {
            Self::Discharge { on } => Some(*on),
            Self::Intake { on, .. } => *on,
        }
    }
}

/// What is stated about one step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MilestoneFacts {
    /// The step.
    pub step: Step,
    /// Where: the hospital or the treatment place. May be empty.
    pub place: String,
}

/// A step as the record shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestone {
    /// Its id.
    pub id: RecordId,
    /// What it says now.
    pub facts: MilestoneFacts,
    /// When it was written down.
    pub recorded_at: Timestamp,
    /// Who wrote it down; `None` only when the document does not say.
    pub recorded_by: Option<MemberId>,
    /// The local day on which an intake got its present status.
    pub status_day: LocalDate,
    /// The local day on which a confirmed intake was last found not to hold after all.
    pub reopened_day: Option<LocalDate>,
    /// Every status that was set at the same time by different people; one when they agree.
    pub statuses: Vec<IntakeStatus>,
    /// Set when it was taken back.
    pub void: Option<Void>,
}
