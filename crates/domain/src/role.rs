//! What a member of the agency does there (field-facts, rule 3).

use serde::{Deserialize, Serialize};

/// A member's role. The number is the one in the signed roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Paid or contracted recovery coach.
    Coach,
    /// Volunteer coach (S3-6).
    VolunteerCoach,
    /// Lead coach or mentor (S3-16).
    Lead,
    /// Supervisor (S4-15).
    Supervisor,
    /// Supervisor who answers after hours (S4-16).
    OnCallSupervisor,
    /// Clinical provider with limited view (S4-22).
    ClinicalProvider,
    /// Program manager: numbers only.
    ProgramManager,
    /// Someone who refers; no access to records.
    Referrer,
    /// Agency IT: devices, no content.
    AgencyIt,
}

impl Role {
    /// Every role, in the order of its number.
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

    /// The number that stands for the role in the roster, 1 to 9.
    pub const fn number(self) -> u8 {
        match self {
            Self::Coach => 1,
            Self::VolunteerCoach => 2,
            Self::Lead => 3,
            Self::Supervisor => 4,
            Self::OnCallSupervisor => 5,
            Self::ClinicalProvider => 6,
            Self::ProgramManager => 7,
            Self::Referrer => 8,
            Self::AgencyIt => 9,
        }
    }

    /// The role with that number, if there is one.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.number() == number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_has_the_number_that_the_roster_uses() {
        for (number, role) in (1..).zip(Role::ALL) {
            assert_eq!(role.number(), number);
            assert_eq!(Role::from_number(number), Some(role));
        }
        assert_eq!(Role::from_number(0), None);
        assert_eq!(Role::from_number(10), None);
    }
}
