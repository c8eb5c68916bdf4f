//! Between the words of the screens and the types of the domain.

use handrail_domain as domain;
use handrail_protocol::{DocumentId, MemberId};

use crate::api;
use crate::api::{EngineError, InvalidField};

/// Pairs every variant of an api enum with its twin below, both ways.
macro_rules! twins {
    ($to_domain:ident, $to_api:ident, $api:ty, $domain:ty, [$($variant:ident),+ $(,)?]) => {
        pub fn $to_domain(value: $api) -> $domain {
            match value { $(<$api>::$variant => <$domain>::$variant),+ }
        }
        pub fn $to_api(value: $domain) -> $api {
            match value { $(<$domain>::$variant => <$api>::$variant),+ }
        }
    };
}

twins!(
    kind_to_domain,
    kind_to_api,
    api::EncounterKind,
    domain::EncounterKind,
    [
        Bedside,
        Phone,
        Text,
        Video,
        Community,
        Custody,
        Court,
        Appointment,
        Group,
        Other
    ]
);
twins!(
    outcome_to_domain,
    outcome_to_api,
    api::Outcome,
    domain::Outcome,
    [Reached, LeftMessage, NoAnswer, NotThere, DeclinedForNow]
);
twins!(
    status_to_domain,
    status_to_api,
    api::IntakeStatus,
    domain::IntakeStatus,
    [Asked, Tentative, Confirmed]
);

twins!(
    activity_to_domain,
    activity_to_api,
    api::Activity,
    domain::Activity,
    [
        SatWith,
        CheckIn,
        Planning,
        Treatment,
        Medication,
        Resources,
        Advocacy,
        RecoveryCommunity,
        Housing,
        Employment,
        Transportation,
        Court,
        Family,
        LifeSkills,
        Wellness,
        NaloxoneTraining
    ]
);

twins!(
    role_to_protocol,
    role_to_api,
    api::Role,
    handrail_protocol::Role,
    [
        Coach,
        VolunteerCoach,
        Lead,
        Supervisor,
        OnCallSupervisor,
        ClinicalProvider,
        ProgramManager,
        Referrer,
        AgencyIt
    ]
);

/// A role of the signed roster, in the domain's terms.
pub fn role_to_domain(role: handrail_protocol::Role) -> domain::Role {
    use handrail_protocol::Role;
    match role {
        Role::Coach => domain::Role::Coach,
        Role::VolunteerCoach => domain::Role::VolunteerCoach,
        Role::Lead => domain::Role::Lead,
        Role::Supervisor => domain::Role::Supervisor,
        Role::OnCallSupervisor => domain::Role::OnCallSupervisor,
        Role::ClinicalProvider => domain::Role::ClinicalProvider,
        Role::ProgramManager => domain::Role::ProgramManager,
        Role::Referrer => domain::Role::Referrer,
        Role::AgencyIt => domain::Role::AgencyIt,
    }
}

/// Hex of a participant to its document.
pub fn document_id(hex: &str) -> Result<DocumentId, EngineError> {
    hex.parse().map_err(|_| EngineError::NotFound)
}

/// ULID of a record.
pub fn record_id(text: &str) -> Result<domain::RecordId, EngineError> {
    text.parse().map_err(|_| EngineError::NotFound)
}

/// The same person, in the domain's terms.
pub fn domain_member(member: MemberId) -> domain::MemberId {
    domain::MemberId::from_bytes(*member.as_bytes())
}

/// The same person, in the protocol's terms.
pub fn protocol_member(member: domain::MemberId) -> MemberId {
    MemberId::from_bytes(*member.as_bytes())
}

/// A day typed on a screen.
pub fn day(text: &str) -> Result<domain::LocalDate, EngineError> {
    domain::LocalDate::parse(text.trim()).map_err(|_| invalid(InvalidField::Date))
}

/// Refuses a field without a limit to tell.
pub fn invalid(field: InvalidField) -> EngineError {
    EngineError::Invalid { field, limit: None }
}
