//! The words for what is handed over without the relay.

use handrail_engine::api::ParcelProblem;

/// Why a parcel cannot be taken: a part of its own, so that its words come with the later screens.
#[inline(never)]
pub fn problem(problem: ParcelProblem) -> &'static str {
    match problem {
        ParcelProblem::NotAParcel => "parcel-problem-other-file",
        ParcelProblem::Newer => "parcel-problem-newer",
        ParcelProblem::TooLarge => "parcel-problem-too-large",
        ParcelProblem::OtherAgency => "parcel-problem-other-agency",
        ParcelProblem::KeyNotHere => "parcel-problem-key-not-here",
        ParcelProblem::KeyGone => "parcel-problem-key-gone",
        ParcelProblem::Damaged => "parcel-problem-damaged",
    }
}
