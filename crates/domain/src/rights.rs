//! What each role may author, and what no coach ever authors (S3-16, S4-19, S4-22, S4-23).
//!
//! A coach helps and never enforces. For a sanction, a test's result, a report on how somebody keeps to
//! a court's order or a discharge for not keeping to rules there is no order and no statement at all;
//! what belongs to clinical roles is counted only from them. Both sides ask here: the device that
//! writes, and every device that reads what another wrote.

use crate::coded::coded;
use crate::id::{MemberId, RecordId};
use crate::role::Role;
use crate::statement::Statement;
use crate::time::Timestamp;

coded! {
    /// What an order or a statement authors.
    Deed {
        /// The everyday work: contacts, plans, appointments, groups, consents.
        Everyday = "everyday",
        /// Who is in the agency, what they read, which rules hold.
        RunAgency = "run_agency",
        /// Says that something is off, or adds words to that.
        Raise = "raise",
        /// Reports to the authorities oneself, as the law may ask of anybody.
        OwnReport = "own_report",
        /// Says that a concern was seen.
        See = "see",
        /// Decides what is done about a concern.
        Decide = "decide",
        /// Says that the participant was told.
        Told = "told",
        /// Says who is asked in which order, and which line takes reports.
        SetConcerns = "set_concerns",
        /// A message about the level of care.
        CareLevel = "care_level",
        /// A report to child protection as part of the routine.
        LegalReport = "legal_report",
        /// Writes down an hour of supervision, or signs it.
        Supervise = "supervise",
        /// Brings something to the next supervision.
        BringUp = "bring_up",
        /// Says something among coaches, or takes one's own back.
        AmongCoaches = "among_coaches",
        /// Puts away what somebody said among coaches.
        PutAway = "put_away",
        /// A sanction.
        Sanction = "sanction",
        /// A test's result.
        TestResult = "test_result",
        /// A report on how somebody keeps to a court's order.
        CourtReport = "court_report",
        /// A discharge for not keeping to rules.
        ForcedDischarge = "forced_discharge",
    }
}

/// What nobody authors in this app, whatever their role: there is no way to.
pub const NOBODYS: [Deed; 4] = [
    Deed::Sanction,
    Deed::TestResult,
    Deed::CourtReport,
    Deed::ForcedDischarge,
];

/// What a coach never authors.
pub const NEVER_A_COACH: [Deed; 9] = [
    Deed::See,
    Deed::Decide,
    Deed::Told,
    Deed::CareLevel,
    Deed::LegalReport,
    Deed::Sanction,
    Deed::TestResult,
    Deed::CourtReport,
    Deed::ForcedDischarge,
];

impl Deed {
    /// What a statement of a code authors; `None` for codes that this version does not know.
    pub fn of_code(code: &str) -> Option<Self> {
        use crate::{coach_space, concern, consent, desk, supervision};
        Some(match code {
            concern::RAISED | concern::ADDED | concern::BACK => Self::Raise,
            concern::OWN_REPORT => Self::OwnReport,
            concern::SEEN => Self::See,
            concern::DECIDED => Self::Decide,
            concern::TOLD => Self::Told,
            concern::CHAIN | concern::LINES => Self::SetConcerns,
            desk::CARE_LEVEL | desk::TOLD => Self::CareLevel,
            desk::LEGAL_REPORT => Self::LegalReport,
            coach_space::SAID | coach_space::BACK => Self::AmongCoaches,
            coach_space::PUT_AWAY => Self::PutAway,
            supervision::HELD | supervision::SIGNED | supervision::BACK => Self::Supervise,
            supervision::BROUGHT => Self::BringUp,
            consent::GIVEN
            | consent::REVOKED
            | consent::ENDED
            | consent::DISCLOSED
            | consent::ASKED
            | consent::ANSWERED
            | consent::TAKEN_BACK => Self::Everyday,
            consent::NO_PART2 => Self::RunAgency,
            _ => return None,
        })
    }
}

/// Whether people of a role may author something.
pub fn may(role: Role, deed: Deed) -> bool {
    let coaches = matches!(role, Role::Coach | Role::VolunteerCoach | Role::Lead);
    let supervises = matches!(role, Role::Supervisor | Role::OnCallSupervisor);
    match deed {
        Deed::Everyday | Deed::Supervise | Deed::BringUp | Deed::AmongCoaches => {
            coaches || supervises
        }
        Deed::PutAway => supervises || role == Role::Lead,
        Deed::Raise | Deed::OwnReport => coaches || supervises || role == Role::ClinicalProvider,
        Deed::See | Deed::Decide | Deed::Told => supervises,
        Deed::RunAgency | Deed::SetConcerns => role == Role::Supervisor,
        Deed::CareLevel | Deed::LegalReport => {
            matches!(role, Role::Supervisor | Role::ClinicalProvider)
        }
        Deed::Sanction | Deed::TestResult | Deed::CourtReport | Deed::ForcedDischarge => false,
    }
}

/// A statement with who wrote it, as the roster says it.
#[derive(Debug, Clone, Copy)]
pub struct Said<'a> {
    /// The statement.
    pub statement: &'a Statement,
    /// Whose device wrote it; `None` for one that the roster does not know.
    pub by: Option<MemberId>,
    /// What they are; a right that they ever held counts for what they wrote.
    pub role: Option<Role>,
}

impl Said<'_> {
    /// Its author, if they may say it.
    pub fn rightful(&self) -> Option<MemberId> {
        let deed = Deed::of_code(&self.statement.code)?;
        self.by
            .filter(|_| self.role.is_some_and(|role| may(role, deed)))
    }

    /// What supervisors are shown of a statement that does not count.
    pub fn aside(&self) -> SetAside {
        SetAside {
            id: self.statement.id,
            code: self.statement.code.clone(),
            by: self.by,
            at: self.statement.at,
        }
    }
}

/// A statement that its author may not make. It is kept, and counts for nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Its id.
    pub id: RecordId,
    /// What it would have said.
    pub code: String,
    /// Who wrote it.
    pub by: Option<MemberId>,
    /// When, by their clock.
    pub at: Timestamp,
}
