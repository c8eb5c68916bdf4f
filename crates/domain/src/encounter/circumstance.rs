//! What else is known of a contact, in groups of chips that nobody has to open.

use crate::coded::coded;

coded! {
    /// One circumstance of a contact. The group it belongs to is [`Circumstance::group`].
    Circumstance {
        /// At court together (S2-16, S4-8).
        AlongCourt = "along_court",
        /// At a parenting class (S2-16).
        AlongParentingClass = "along_parenting_class",
        /// At a meeting of a 12-step or other self-help group (S2-16, S4-8).
        AlongSelfHelp = "along_self_help",
        /// At a treatment provider.
        AlongTreatment = "along_treatment",
        /// At a doctor's or in a clinic (S2-16).
        AlongMedical = "along_medical",
        /// At a dentist's (S4-8).
        AlongDental = "along_dental",
        /// At a family resource center (S4-8).
        AlongResourceCenter = "along_resource_center",
        /// At an office for housing, work or benefits (S2-17).
        AlongOffice = "along_office",
        /// For coffee or a walk (S4-8).
        AlongCoffee = "along_coffee",
        /// With paramedics (S3-11).
        WithParamedics = "with_paramedics",
        /// With firefighters (S3-11).
        WithFirefighters = "with_firefighters",
        /// With police (S1-3, S3-11).
        WithPolice = "with_police",
        /// With a mobile crisis team.
        WithCrisisTeam = "with_crisis_team",
        /// With another coach.
        WithCoach = "with_coach",
        /// About child welfare (S2-13).
        AboutChildWelfare = "about_child_welfare",
        /// About a treatment court (S2-13).
        AboutTreatmentCourt = "about_treatment_court",
        /// About juvenile justice (S2-13).
        AboutJuvenileJustice = "about_juvenile_justice",
        /// About probation or parole.
        AboutProbation = "about_probation",
        /// About jail or prison.
        AboutCustody = "about_custody",
        /// About community services such as CCS (S2-13).
        AboutCommunityServices = "about_community_services",
        /// About a clinic or treatment provider.
        AboutClinic = "about_clinic",
        /// It did not come about for want of a ride (S3-22).
        MissedTransport = "missed_transport",
        /// For want of child care.
        MissedChildCare = "missed_child_care",
        /// Because of work.
        MissedWork = "missed_work",
        /// Because of illness.
        MissedIllness = "missed_illness",
        /// For want of a telephone.
        MissedNoPhone = "missed_no_phone",
        /// Intercept 0: community services (S1-13).
        Intercept0 = "intercept_0",
        /// Intercept 1: law enforcement.
        Intercept1 = "intercept_1",
        /// Intercept 2: first hearings and detention.
        Intercept2 = "intercept_2",
        /// Intercept 3: jails and courts.
        Intercept3 = "intercept_3",
        /// Intercept 4: coming home.
        Intercept4 = "intercept_4",
        /// Intercept 5: community supervision.
        Intercept5 = "intercept_5",
    }
}

/// A question that circumstances answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CircumstanceGroup {
    /// What came between, of a contact that did not come about.
    Missed,
    /// Where they went together.
    Along,
    /// Who else came to it.
    With,
    /// Which system it was about.
    About,
    /// At which intercept of the justice system.
    Intercept,
}

impl CircumstanceGroup {
    /// Every group, in the order in which it is offered.
    pub const ALL: [Self; 5] = [
        Self::Missed,
        Self::Along,
        Self::With,
        Self::About,
        Self::Intercept,
    ];

    /// Whether only one of it can hold.
    pub const fn is_one_of(self) -> bool {
        matches!(self, Self::Intercept)
    }
}

impl Circumstance {
    /// The question that it answers.
    pub const fn group(self) -> CircumstanceGroup {
        use CircumstanceGroup as Group;
        match self {
            Self::AlongCourt
            | Self::AlongParentingClass
            | Self::AlongSelfHelp
            | Self::AlongTreatment
            | Self::AlongMedical
            | Self::AlongDental
            | Self::AlongResourceCenter
            | Self::AlongOffice
            | Self::AlongCoffee => Group::Along,
            Self::WithParamedics
            | Self::WithFirefighters
            | Self::WithPolice
            | Self::WithCrisisTeam
            | Self::WithCoach => Group::With,
            Self::AboutChildWelfare
            | Self::AboutTreatmentCourt
            | Self::AboutJuvenileJustice
            | Self::AboutProbation
            | Self::AboutCustody
            | Self::AboutCommunityServices
            | Self::AboutClinic => Group::About,
            Self::MissedTransport
            | Self::MissedChildCare
            | Self::MissedWork
            | Self::MissedIllness
            | Self::MissedNoPhone => Group::Missed,
            Self::Intercept0
            | Self::Intercept1
            | Self::Intercept2
            | Self::Intercept3
            | Self::Intercept4
            | Self::Intercept5 => Group::Intercept,
        }
    }

    /// Whether it can be said of a contact in which the person was reached, or was not: nothing
    /// came between one that came about, and nobody went anywhere with one who was not there.
    pub const fn fits(self, was_reached: bool) -> bool {
        match self.group() {
            CircumstanceGroup::Missed => !was_reached,
            CircumstanceGroup::Along => was_reached,
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s2_13_s2_16_s3_11_s3_22_every_circumstance_answers_one_question_and_is_read_back() {
        for circumstance in Circumstance::ALL {
            let code = circumstance.code();
            assert_eq!(Circumstance::from_code(code), Some(*circumstance));
            let group = format!("{:?}", circumstance.group()).to_lowercase();
            assert!(code.starts_with(&group), "{code} stands in {group}");
        }
    }

    #[test]
    fn s3_22_what_came_between_is_said_only_of_a_contact_that_did_not_come_about() {
        for circumstance in Circumstance::ALL {
            let is_missed = circumstance.group() == CircumstanceGroup::Missed;
            let is_along = circumstance.group() == CircumstanceGroup::Along;
            assert_eq!(circumstance.fits(true), !is_missed);
            assert_eq!(circumstance.fits(false), !is_along);
        }
    }
}
