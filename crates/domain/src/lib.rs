//! What Handrail knows about its field: people, contacts, milestones and duties, and how they are
//! kept as mergeable documents.
//!
//! Everything here is pure. The time of day and randomness come in as arguments, nothing is read
//! from or written to the outside, and no function waits.

pub mod access;
pub mod appointment;
pub mod around;
pub mod barc10;
pub mod billing;
pub mod call_out;
pub mod check_in;
pub mod client_report;
pub mod coach_space;
mod coded;
pub mod concern;
pub mod connection;
pub mod consent;
pub mod crisis;
pub mod desk;
pub mod details;
pub mod document;
pub mod duty;
pub mod emergency;
pub mod encounter;
pub mod group;
pub mod half_year;
pub mod hand_over;
pub mod hold;
pub mod icalendar;
pub mod id;
pub mod import;
pub mod lived;
pub mod measure;
pub mod milestone;
pub mod numbers;
pub mod obligation;
pub mod on_call;
pub mod outreach;
pub mod plan;
pub mod program;
pub mod quantity;
pub mod record;
pub mod referral;
pub mod resemblance;
pub mod resource;
pub mod resource_link;
pub mod retention;
pub mod rights;
pub mod role;
pub mod sample;
pub mod saying;
pub mod search;
pub mod statement;
pub mod supervision;
pub mod suppression;
pub mod tie;
pub mod time;
pub mod workforce;

pub use access::{Access, Guest};
pub use appointment::{Appointment, AppointmentFacts, AppointmentField};
pub use around::AroundPerson;
pub use barc10::Barc10;
pub use call_out::{Answer, CallOut, CallOutChange, CallOutStep};
pub use details::{Detail, ParticipantDetails, SafeContact};
pub use document::ParticipantCommand;
pub use emergency::EmergencyRequest;
pub use encounter::{
    Activity, Circumstance, CircumstanceGroup, Encounter, EncounterChange, EncounterFacts,
    EncounterKind, Late, Outcome, TakenIn,
};
pub use hand_over::HandOver;
pub use hold::{Hold, Lifted};
pub use id::{DeviceId, Incarnation, MemberId, ParticipantId, RecordId};
pub use milestone::{Event, IntakeStatus, Milestone, MilestoneFacts, Step};
pub use plan::{PlanEntry, PlanField, PlanKind};
pub use quantity::{Kits, Miles, Minutes, Note};
pub use role::Role;
pub use time::{LocalDate, Now, TimeOfDay, Timestamp};
