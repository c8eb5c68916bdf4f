//! Dated steps on a participant's way that a duty hangs on: discharge and treatment intake (S0-6),
//! release, birth, court and the rest.

use crate::coded::coded;
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

coded! {
    /// What a day may stand for, besides discharge and intake. Packs name these codes too.
    Event {
        /// The person came into the program.
        Enrolled = "enrolled",
        /// They said no before they were in any program: nothing more is owed, and the record waits
        /// to be forgotten.
        SaidNo = "said_no",
        /// They left it, for whatever reason.
        LeftProgram = "left_program",
        /// An overdose (S1-9).
        Overdose = "overdose",
        /// They went to the first appointment of their treatment.
        FirstAppointment = "first_appointment",
        /// They were in treatment on that day; somebody looked (S0-8).
        InTreatment = "in_treatment",
        /// They left treatment.
        LeftTreatment = "left_treatment",
        /// A return to use (S4-25).
        ReturnToUse = "return_to_use",
        /// They were connected to treatment again.
        BackInTreatment = "back_in_treatment",
        /// The foundation of recovery was judged to be solid (S0-7).
        SolidFoundation = "solid_foundation",
        /// They have support in the community, which goes on without the program (S0-19).
        CommunitySupport = "community_support",
        /// They were introduced to whoever goes on from here (S0-19).
        HandedOff = "handed_off",
        /// The day on which release from custody is expected (S0-23).
        ReleaseExpected = "release_expected",
        /// They were released.
        Released = "released",
        /// They were in custody again (S0-28).
        BackInCustody = "back_in_custody",
        /// The day on which a child is expected (S0-18).
        DueDate = "due_date",
        /// A child was born.
        Birth = "birth",
        /// A day at court (S2-16).
        CourtDate = "court_date",
        /// An injection of the medication was given (S0-25).
        Injection = "injection",
        /// The injections were ended by whoever gives them.
        InjectionsEnded = "injections_ended",
        /// They had a stable place to live on that day; somebody asked (S0-27).
        Housed = "housed",
        /// They had none.
        NotHoused = "not_housed",
        /// They had work, school or training on that day; somebody asked (S0-27).
        InWork = "in_work",
        /// They had none.
        NotInWork = "not_in_work",
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
    /// Any other day that a duty hangs on.
    Dated {
        /// What the day stands for.
        event: Event,
        /// The day.
        on: LocalDate,
    },
}

impl Step {
    /// The text that documents hold for the kind of step.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Discharge { .. } => "discharge",
            Self::Intake { .. } => "intake",
            Self::Dated { event, .. } => event.code(),
        }
    }

    /// The day of the step, where it has one.
    pub const fn on(&self) -> Option<LocalDate> {
        match self {
            Self::Discharge { on } | Self::Dated { on, .. } => Some(*on),
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
    /// The local day on which an intake got its present status, or any other day was last said.
    pub status_day: LocalDate,
    /// The local day on which a confirmed intake was last found not to hold after all.
    pub reopened_day: Option<LocalDate>,
    /// Every status that was set at the same time by different people; one when they agree.
    pub statuses: Vec<IntakeStatus>,
    /// Set when it was taken back.
    pub void: Option<Void>,
}
