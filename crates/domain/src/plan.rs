//! The plan of a participant: goals with their steps, barriers, and what is required of them
//! (S2-1, S2-14, S2-17 to S2-22).

use crate::coded::coded;
use crate::id::{MemberId, RecordId};
use crate::record::Void;
use crate::time::{LocalDate, Timestamp};
use serde::{Deserialize, Serialize};

coded! {
    /// What an entry of a plan is.
    PlanKind {
        /// Something that the participant wants to reach.
        Goal = "plan_goal",
        /// A step towards a goal.
        Step = "plan_step",
        /// Something that stands in the way.
        Barrier = "plan_barrier",
        /// Something that somebody requires of the participant.
        Requirement = "plan_requirement",
    }
}

coded! {
    /// SAMHSA's four dimensions of recovery.
    Dimension {
        /// Living in a way that supports well-being.
        Health = "health",
        /// A safe and stable place to live.
        Home = "home",
        /// Work, school, what one does with the day.
        Purpose = "purpose",
        /// People who give support, friendship and hope.
        Community = "community",
    }
}

coded! {
    /// What a goal is about; each area is in one dimension.
    Area {
        /// Treatment and medication (S0-14).
        Treatment = "treatment",
        /// Wellness and resilience (S2-15).
        Wellness = "wellness",
        /// Art, nature, exercise, sports, holistic health (S2-20).
        HealthyOutlets = "healthy_outlets",
        /// Feelings and how to show them (S2-21).
        Emotions = "emotions",
        /// Anything else about health.
        OtherHealth = "other_health",
        /// Housing that is safe and adequate (S2-17, S0-27).
        Housing = "housing",
        /// Anything else about home.
        OtherHome = "other_home",
        /// Work (S2-17, S0-27).
        Employment = "employment",
        /// A driver's license (S2-17).
        DriversLicense = "drivers_license",
        /// Getting around (S2-17).
        Transportation = "transportation",
        /// Organizing, budgeting, cooking, deciding (S2-15, S2-19).
        LifeSkills = "life_skills",
        /// Anything else about purpose.
        OtherPurpose = "other_purpose",
        /// Recovery support (S0-27).
        RecoverySupport = "recovery_support",
        /// Taking part in the community (S2-18).
        CommunityLife = "community_life",
        /// Family.
        Family = "family",
        /// Anything else about community.
        OtherCommunity = "other_community",
    }
}

impl Area {
    /// The dimension that it is in.
    pub const fn dimension(self) -> Dimension {
        match self {
            Self::Treatment
            | Self::Wellness
            | Self::HealthyOutlets
            | Self::Emotions
            | Self::OtherHealth => Dimension::Health,
            Self::Housing | Self::OtherHome => Dimension::Home,
            Self::Employment
            | Self::DriversLicense
            | Self::Transportation
            | Self::LifeSkills
            | Self::OtherPurpose => Dimension::Purpose,
            Self::RecoverySupport | Self::CommunityLife | Self::Family | Self::OtherCommunity => {
                Dimension::Community
            }
        }
    }
}

coded! {
    /// Whose a goal is (S2-22).
    Origin {
        /// The participant's own.
        Own = "own",
        /// Ordered by a court. A coach helps with it and never reports on it.
        CourtOrdered = "court_ordered",
    }
}

coded! {
    /// Where a barrier is (S2-1).
    Scope {
        /// In the participant.
        Personal = "personal",
        /// Around them.
        Environmental = "environmental",
    }
}

coded! {
    /// What a coach does for a step (S0-14).
    Help {
        /// Connects to medication.
        Medication = "medication",
        /// Helps to get into treatment.
        Treatment = "treatment",
        /// Gives access to resources.
        Resources = "resources",
        /// Speaks up for care and respect.
        Advocacy = "advocacy",
    }
}

coded! {
    /// How an entry stands.
    Standing {
        /// Nothing came of it yet.
        Open = "open",
        /// A barrier that is being worked on.
        Working = "working",
        /// A goal was reached, a step or requirement done, a barrier removed.
        Done = "done",
        /// It is no longer wanted or required.
        LetGo = "let_go",
    }
}

/// What only entries of a kind say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PlanFacts {
    /// A goal.
    Goal {
        /// What it is about.
        area: Area,
        /// Whose it is.
        origin: Origin,
    },
    /// A step.
    Step {
        /// The goal that it leads to.
        goal: RecordId,
        /// What the coach does for it.
        help: Option<Help>,
        /// The day by which it should be done.
        due: Option<LocalDate>,
    },
    /// A barrier.
    Barrier {
        /// Where it is.
        scope: Scope,
    },
    /// A requirement.
    Requirement {
        /// Who requires it; may be empty.
        source: String,
        /// The day by which it is required.
        due: Option<LocalDate>,
    },
}

/// One field of an entry, with its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PlanField {
    /// What it is, in the participant's own or in plain words.
    Words(String),
    /// What a goal is about.
    Area(Area),
    /// Whose a goal is.
    Origin(Origin),
    /// Where a barrier is.
    Scope(Scope),
    /// Who requires it.
    Source(String),
    /// By which day a step or requirement is to be done.
    Due(Option<LocalDate>),
    /// What the coach does for a step.
    Help(Option<Help>),
    /// How it stands.
    Standing(Standing),
}

impl PlanKind {
    /// How entries of this kind can stand, in the order in which it is offered.
    pub const fn standings(self) -> &'static [Standing] {
        match self {
            Self::Goal | Self::Step | Self::Requirement => {
                &[Standing::Open, Standing::Done, Standing::LetGo]
            }
            Self::Barrier => &[Standing::Open, Standing::Working, Standing::Done],
        }
    }

    /// Whether entries of this kind have such a field and can say this in it.
    pub fn takes(self, field: &PlanField) -> bool {
        match field {
            PlanField::Words(_) => true,
            PlanField::Area(_) | PlanField::Origin(_) => self == Self::Goal,
            PlanField::Scope(_) => self == Self::Barrier,
            PlanField::Source(_) => self == Self::Requirement,
            PlanField::Due(_) => matches!(self, Self::Step | Self::Requirement),
            PlanField::Help(_) => self == Self::Step,
            PlanField::Standing(standing) => self.standings().contains(standing),
        }
    }
}

/// An entry as the record shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanEntry {
    /// Its id.
    pub id: RecordId,
    /// What it is, in words.
    pub words: String,
    /// What only entries of its kind say.
    pub facts: PlanFacts,
    /// How it stands.
    pub standing: Standing,
    /// The local day since when it stands so.
    pub since: LocalDate,
    /// When it was written down.
    pub recorded_at: Timestamp,
    /// Who wrote it down; `None` only when the document does not say.
    pub recorded_by: Option<MemberId>,
    /// Set when it was taken back.
    pub void: Option<Void>,
}

impl PlanEntry {
    /// What it is.
    pub const fn kind(&self) -> PlanKind {
        match self.facts {
            PlanFacts::Goal { .. } => PlanKind::Goal,
            PlanFacts::Step { .. } => PlanKind::Step,
            PlanFacts::Barrier { .. } => PlanKind::Barrier,
            PlanFacts::Requirement { .. } => PlanKind::Requirement,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s2_17_each_dimension_of_recovery_has_areas_and_one_for_anything_else() {
        let of = |dimension| {
            let areas = Area::ALL
                .iter()
                .filter(move |area| area.dimension() == dimension);
            areas.copied().collect::<Vec<_>>()
        };
        for dimension in Dimension::ALL {
            let areas = of(*dimension);
            assert!(areas.len() > 1, "{dimension:?}");
            let last = areas.last().unwrap().code();
            assert_eq!(last, format!("other_{}", dimension.code()));
        }
        // S0-14, S0-27, S2-15, S2-17 to S2-21, each by its name.
        for (area, dimension) in [
            (Area::Treatment, Dimension::Health),
            (Area::Wellness, Dimension::Health),
            (Area::HealthyOutlets, Dimension::Health),
            (Area::Emotions, Dimension::Health),
            (Area::Housing, Dimension::Home),
            (Area::Employment, Dimension::Purpose),
            (Area::DriversLicense, Dimension::Purpose),
            (Area::Transportation, Dimension::Purpose),
            (Area::LifeSkills, Dimension::Purpose),
            (Area::RecoverySupport, Dimension::Community),
            (Area::CommunityLife, Dimension::Community),
            (Area::Family, Dimension::Community),
        ] {
            assert!(of(dimension).contains(&area), "{area:?}");
        }
    }

    #[test]
    fn s2_1_only_a_barrier_is_being_worked_on_and_only_a_goal_is_of_a_court() {
        for kind in PlanKind::ALL {
            let working = kind.takes(&PlanField::Standing(Standing::Working));
            assert_eq!(working, *kind == PlanKind::Barrier);
            let court = kind.takes(&PlanField::Origin(Origin::CourtOrdered));
            assert_eq!(court, *kind == PlanKind::Goal);
        }
    }
}
