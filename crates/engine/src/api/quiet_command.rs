use serde::{Deserialize, Serialize};

/// Keeps what is owed quiet; nothing is closed by it. It is shown again by its day, or by
/// [`super::Command::VoidMilestone`] with the record of the reply.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum QuietCommand {
    /// Puts one thing off.
    PutOff {
        /// Participant, hex.
        participant: String,
        /// What.
        kind: super::ObligationKind,
        /// [`super::Obligation::anchor`] of it, as a day.
        anchor: String,
        /// Shown again from this day on, within 14 days.
        until: String,
        /// Why.
        reason: String,
    },
    /// Mutes a participant.
    Mute {
        /// Participant, hex.
        participant: String,
        /// Shown again from this day on; `None`: until it is taken back.
        until: Option<String>,
        /// Why.
        reason: String,
    },
}
