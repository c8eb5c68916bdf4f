use handrail_domain::LocalDate;
use handrail_domain::appointment::{AppointmentFacts, AppointmentField, AppointmentKind, Slot};
use handrail_domain::milestone::Event;
use handrail_domain::plan::PlanKind;
use serde::{Deserialize, Serialize};

use super::{ConflictView, EncounterKind, GroupDue, IntakeStatus};

/// Writes an appointment down. Taken back by [`super::Command::VoidMilestone`] with the record of
/// the reply.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum AppointmentCommand {
    /// Adds one.
    Add {
        /// Participant, hex.
        participant: String,
        /// What is known of it.
        fields: Vec<AppointmentField>,
    },
    /// Changes one, moves it, or says what became of it.
    Change {
        /// Participant, hex.
        participant: String,
        /// ULID.
        appointment: String,
        /// Only the fields that change.
        changes: Vec<AppointmentField>,
    },
}

/// What has a day or an hour.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AgendaView {
    /// Local day.
    pub today: LocalDate,
    /// Participants for whom an appointment may be written down here, hex and as shown, by name.
    pub people: Vec<(String, String)>,
    /// Appointments that have begun and of which nobody said what became of them, the first first.
    pub begun: Vec<AgendaRow>,
    /// What is to come, the first first; twice what two people moved to different times.
    pub coming: Vec<AgendaRow>,
    /// Meetings to come of groups in which this member has a part, the first first; empty for one
    /// participant's calendar.
    pub groups: Vec<GroupDue>,
    /// Appointments of late of which somebody said what became of them, the last first.
    pub done: Vec<AgendaRow>,
    /// Participant, hex, and what two people wrote at once of an appointment above.
    pub conflicts: Vec<(String, ConflictView)>,
}

/// One thing with a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AgendaRow {
    /// Participant, hex.
    pub participant: String,
    /// Preferred name.
    pub name: String,
    /// Whose caseload.
    pub coach: String,
    /// Own caseload, or one that this member covers.
    pub own: bool,
    /// When.
    pub slot: Slot,
    /// What.
    pub what: AgendaWhat,
    /// The record that it comes from.
    pub record: String,
    /// Two devices disagree on how firm it is; it is shown as what is less firm.
    pub disagree: bool,
}

/// What has a day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum AgendaWhat {
    /// An appointment.
    Appointment {
        /// ULID.
        id: String,
        /// What is said of it.
        facts: Box<AppointmentFacts>,
    },
    /// An important date.
    Milestone(Event),
    /// An intake into treatment.
    Intake(IntakeStatus),
    /// A step of a plan, or what is required of the participant.
    Due {
        /// Which of the two.
        kind: PlanKind,
        /// In words.
        words: String,
    },
}

/// How a contact is made by going along to an appointment of this kind.
pub fn contact_of(kind: AppointmentKind) -> EncounterKind {
    crate::convert::kind_to_api(kind.contact())
}
