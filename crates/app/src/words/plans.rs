//! The key of the words for each value of a plan.

use handrail_engine::api::{Area, Dimension, Help, Origin, PlanKind, Scope, Standing};

/// One of SAMHSA's dimensions.
pub fn dimension(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Health => "dimension-health",
        Dimension::Home => "dimension-home",
        Dimension::Purpose => "dimension-purpose",
        Dimension::Community => "dimension-community",
    }
}

/// What a goal is about.
pub fn area(area: Area) -> &'static str {
    match area {
        Area::Treatment => "area-treatment",
        Area::Wellness => "area-wellness",
        Area::HealthyOutlets => "area-healthy-outlets",
        Area::Emotions => "area-emotions",
        Area::Housing => "area-housing",
        Area::Employment => "area-employment",
        Area::DriversLicense => "area-drivers-license",
        Area::Transportation => "area-transportation",
        Area::LifeSkills => "area-life-skills",
        Area::RecoverySupport => "area-recovery-support",
        Area::CommunityLife => "area-community-life",
        Area::Family => "area-family",
        Area::OtherHealth | Area::OtherHome | Area::OtherPurpose | Area::OtherCommunity => {
            "area-other"
        }
    }
}

/// Whose a goal is.
pub fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Own => "origin-own",
        Origin::CourtOrdered => "origin-court",
    }
}

/// Where a barrier is.
pub fn scope(scope: Scope) -> &'static str {
    match scope {
        Scope::Personal => "scope-personal",
        Scope::Environmental => "scope-environmental",
    }
}

/// What a coach does for a step.
pub fn help(help: Help) -> &'static str {
    match help {
        Help::Medication => "help-medication",
        Help::Treatment => "help-treatment",
        Help::Resources => "help-resources",
        Help::Advocacy => "help-advocacy",
    }
}

/// How an entry of a kind stands.
pub fn standing(kind: PlanKind, standing: Standing) -> &'static str {
    match (standing, kind) {
        (Standing::Open, _) => "standing-open",
        (Standing::Working, _) => "standing-working",
        (Standing::Done, PlanKind::Goal) => "standing-reached",
        (Standing::Done, PlanKind::Barrier) => "standing-removed",
        (Standing::Done, _) => "standing-done",
        (Standing::LetGo, PlanKind::Requirement) => "standing-not-required",
        (Standing::LetGo, _) => "standing-let-go",
    }
}

/// What is said when something was brought to its end.
pub fn celebration(kind: PlanKind) -> &'static str {
    match kind {
        PlanKind::Goal => "plan-goal-reached",
        PlanKind::Step => "plan-step-done",
        PlanKind::Barrier => "plan-barrier-removed",
        PlanKind::Requirement => "plan-requirement-done",
    }
}

/// The heading of the form for a new entry, and for one that is changed.
pub fn form(kind: PlanKind, is_new: bool) -> &'static str {
    match (kind, is_new) {
        (PlanKind::Goal, true) => "plan-add-goal",
        (PlanKind::Goal, false) => "plan-change-goal",
        (PlanKind::Step, true) => "plan-add-step",
        (PlanKind::Step, false) => "plan-change-step",
        (PlanKind::Barrier, true) => "plan-add-barrier",
        (PlanKind::Barrier, false) => "plan-change-barrier",
        (PlanKind::Requirement, true) => "plan-add-requirement",
        (PlanKind::Requirement, false) => "plan-change-requirement",
    }
}

/// The label and the hint of the field for its words.
pub fn words_of(kind: PlanKind) -> (&'static str, &'static str) {
    match kind {
        PlanKind::Goal => ("plan-goal-words", "plan-goal-hint"),
        PlanKind::Step => ("plan-step-words", "plan-step-hint"),
        PlanKind::Barrier => ("plan-barrier-words", "plan-barrier-hint"),
        PlanKind::Requirement => ("plan-requirement-words", "plan-requirement-hint"),
    }
}

/// The items of the BARC-10 in their order (Vilsaint 2017). The Spanish is a translation of this
/// app.
pub const BARC10: [&str; 10] = [
    "barc10-item-1",
    "barc10-item-2",
    "barc10-item-3",
    "barc10-item-4",
    "barc10-item-5",
    "barc10-item-6",
    "barc10-item-7",
    "barc10-item-8",
    "barc10-item-9",
    "barc10-item-10",
];
