//! The key of the words for what belongs to a coach's day besides contacts.

use handrail_engine::api::{Experience, LinkOutcome, SayingState, TieKind, Whose};

/// What somebody has lived.
pub fn experience(experience: Experience) -> &'static str {
    match experience {
        Experience::OverdoseHospital => "experience-overdose-hospital",
        Experience::ParentWhileUsing => "experience-parent-while-using",
        Experience::MotherInRecovery => "experience-mother-in-recovery",
        Experience::FatherInRecovery => "experience-father-in-recovery",
        Experience::SubstanceUse => "experience-substance-use",
        Experience::Medication => "experience-medication",
        Experience::MentalHealth => "experience-mental-health",
        Experience::FamilyDisruption => "experience-family-disruption",
        Experience::LostCustody => "experience-lost-custody",
        Experience::Trauma => "experience-trauma",
        Experience::ChildProtection => "experience-child-protection",
        Experience::JuvenileJustice => "experience-juvenile-justice",
        Experience::CriminalJustice => "experience-criminal-justice",
        Experience::TreatmentCourt => "experience-treatment-court",
    }
}

/// Whose experience it is.
pub fn whose(whose: Whose) -> &'static str {
    match whose {
        Whose::Own => "lived-own",
        Whose::LovedOne => "lived-loved-one",
        Whose::Both => "lived-both",
    }
}

/// What another participant is to this one.
pub fn tie(kind: TieKind) -> &'static str {
    match kind {
        TieKind::Parent => "tie-parent",
        TieKind::Child => "tie-child",
        TieKind::Sibling => "tie-sibling",
        TieKind::Partner => "tie-partner",
        TieKind::Other => "tie-other",
        TieKind::Same => "tie-same",
    }
}

/// How it stands what somebody wants to say.
pub fn saying_state(state: SayingState) -> &'static str {
    match state {
        SayingState::Open => "say-state-open",
        SayingState::Said => "say-state-said",
        SayingState::LetGo => "say-state-let-go",
    }
}

/// What came of a link to a resource.
pub fn link_outcome(outcome: LinkOutcome) -> &'static str {
    match outcome {
        LinkOutcome::Went => "linked-went",
        LinkOutcome::DidNotGo => "linked-did-not-go",
        LinkOutcome::TurnedAway => "linked-turned-away",
        LinkOutcome::NoWord => "linked-no-word",
    }
}
