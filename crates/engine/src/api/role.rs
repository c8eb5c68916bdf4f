use serde::{Deserialize, Serialize};

/// What a member of the agency is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Carries a caseload.
    Coach,
    /// Carries a caseload, unpaid.
    VolunteerCoach,
    /// Carries a caseload and guides other coaches.
    Lead,
    /// Reads the team's caseloads; administers the agency.
    Supervisor,
    /// Reads the team's caseloads when somebody calls after hours.
    OnCallSupervisor,
    /// Reads what is shared with them.
    ClinicalProvider,
    /// Numbers only.
    ProgramManager,
    /// Sends people to the agency; reads nothing.
    Referrer,
    /// Devices and the relay; reads nothing.
    AgencyIt,
}

impl Role {
    /// Every role, in the order in which it is offered.
    pub const ALL: [Self; 9] = [
        Self::Coach,
        Self::VolunteerCoach,
        Self::Lead,
        Self::Supervisor,
        Self::OnCallSupervisor,
        Self::ClinicalProvider,
        Self::ProgramManager,
        Self::Referrer,
        Self::AgencyIt,
    ];

    /// Whether people of this role read every caseload.
    pub fn is_supervisor(self) -> bool {
        matches!(self, Self::Supervisor | Self::OnCallSupervisor)
    }

    /// Whether people of this role have a caseload of their own.
    pub fn has_caseload(self) -> bool {
        matches!(self, Self::Coach | Self::VolunteerCoach | Self::Lead) || self.is_supervisor()
    }
}
