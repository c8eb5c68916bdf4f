//! Who of an agency may say what about the people who work there. It is looked at when something is
//! written, and again when it is read: what somebody may not say is not counted.

use super::{card, growth, mileage, money, requirement, training};
use crate::id::MemberId;
use crate::role::Role;

/// Whether somebody's word counts about people's work: the people who run it, with or without a view of
/// participants.
pub const fn runs(role: Role) -> bool {
    supervises(role) || matches!(role, Role::ProgramManager)
}

/// Whether somebody supervises coaches.
pub const fn supervises(role: Role) -> bool {
    matches!(role, Role::Supervisor | Role::OnCallSupervisor)
}

/// Whether the author of a statement under `code` about the work of `of` may make it; `of` is `None`
/// where it is about no member. Nobody decides about their own money, competencies or exceptions.
pub fn may_say(code: &str, role: Role, author: MemberId, of: Option<MemberId>) -> bool {
    let own = of == Some(author);
    match code {
        training::TRAINING | growth::STAGE | growth::AVAILABILITY => own || runs(role),
        training::LISTED | training::OFFER | requirement::REQUIREMENT | mileage::OWN_RATE => {
            runs(role)
        }
        growth::MENTOR | growth::LEAD_ROLE | card::CARD_DRAFT => supervises(role),
        growth::MENTOR_TALK | growth::GOAL => own || supervises(role),
        growth::COMPETENCY | growth::READINESS | requirement::EXCEPTION | money::DECISION => {
            supervises(role) && !own
        }
        money::STIPEND | mileage::CLAIM | card::CARD => own,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CODES: [&str; 15] = [
        training::TRAINING,
        training::LISTED,
        training::OFFER,
        requirement::REQUIREMENT,
        requirement::EXCEPTION,
        growth::COMPETENCY,
        growth::MENTOR,
        growth::MENTOR_TALK,
        growth::LEAD_ROLE,
        growth::AVAILABILITY,
        growth::STAGE,
        growth::READINESS,
        growth::GOAL,
        money::STIPEND,
        money::DECISION,
    ];

    #[test]
    fn s3_14_nobody_decides_about_their_own_and_a_coach_about_nobody() {
        let (one, other) = (MemberId::from_bytes([1; 16]), MemberId::from_bytes([2; 16]));
        let decisions = [
            money::DECISION,
            requirement::EXCEPTION,
            growth::COMPETENCY,
            growth::READINESS,
        ];
        for role in Role::ALL {
            for code in decisions {
                assert!(!may_say(code, role, one, Some(one)), "{role:?} {code}");
                let may = may_say(code, role, one, Some(other));
                assert_eq!(may, supervises(role), "{role:?} {code}");
            }
            // Money is asked for by whom it is for, and by nobody else.
            for code in [money::STIPEND, mileage::CLAIM, card::CARD] {
                assert!(may_say(code, role, one, Some(one)));
                assert!(!may_say(code, role, one, Some(other)));
            }
        }
    }

    #[test]
    fn a_coach_says_nothing_about_other_peoples_work_and_no_code_is_free_for_all() {
        let (one, other) = (MemberId::from_bytes([1; 16]), MemberId::from_bytes([2; 16]));
        let outside = [Role::Referrer, Role::AgencyIt, Role::ClinicalProvider];
        let coaches = [Role::Coach, Role::VolunteerCoach, Role::Lead];
        for code in CODES {
            for role in outside.into_iter().chain(coaches) {
                assert!(!may_say(code, role, one, Some(other)), "{role:?} {code}");
                assert!(!may_say(code, role, one, None), "{role:?} {code}");
            }
        }
        assert!(!may_say("unknown", Role::Supervisor, one, Some(one)));
    }
}
