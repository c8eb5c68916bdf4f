//! The people around a participant: their circle of support, and professionals of each system
//! (S1-23, S2-6, S2-11, S4-24).

use crate::coded::coded;
use crate::id::{MemberId, RecordId};
use crate::record::Void;
use crate::time::{LocalDate, Timestamp};
use serde::{Deserialize, Serialize};

coded! {
    /// What somebody is to the participant.
    Relation {
        /// A parent, child, brother, sister or other relative.
        Family = "family",
        /// A partner.
        Partner = "partner",
        /// A friend.
        Friend = "friend",
        /// A sponsor.
        Sponsor = "sponsor",
        /// Somebody else in recovery.
        Peer = "peer",
        /// Of a community of faith.
        Faith = "faith",
        /// Anybody else whom they trust.
        OtherSupport = "other_support",
        /// A clinic or treatment provider.
        Clinic = "clinic",
        /// Child welfare.
        ChildWelfare = "child_welfare",
        /// A treatment court.
        TreatmentCourt = "treatment_court",
        /// Comprehensive community services (CCS).
        CommunityServices = "community_services",
        /// Probation or parole.
        Probation = "probation",
        /// A jail or prison.
        Custody = "custody",
        /// Housing, work or benefits.
        Services = "services",
        /// Another professional.
        OtherProfessional = "other_professional",
    }
}

impl Relation {
    /// Whether it is a professional, in whose system a signed consent says what may be told.
    pub const fn is_professional(self) -> bool {
        matches!(
            self,
            Self::Clinic
                | Self::ChildWelfare
                | Self::TreatmentCourt
                | Self::CommunityServices
                | Self::Probation
                | Self::Custody
                | Self::Services
                | Self::OtherProfessional
        )
    }
}

coded! {
    /// How the participant and somebody around them are in touch. It says nothing about the
    /// coach, whose link goes on whatever happens to another (S4-24).
    Link {
        /// They are in touch.
        InTouch = "in_touch",
        /// They lost touch and may find it again.
        Lapsed = "lapsed",
        /// It is over.
        Ended = "ended",
    }
}

/// One field of somebody around a participant, with its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum AroundField {
    /// Their name.
    Name(String),
    /// What they are to the participant.
    Relation(Relation),
    /// Their telephone, as dialled; may be empty.
    Phone(String),
    /// What is good to know; may be empty.
    Words(String),
    /// How the two are in touch.
    Link(Link),
}

/// Somebody around a participant, as the record shows them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AroundPerson {
    /// Id of the record.
    pub id: RecordId,
    /// Their name.
    pub name: String,
    /// What they are to the participant.
    pub relation: Relation,
    /// Their telephone; may be empty.
    pub phone: String,
    /// What is good to know; may be empty.
    pub words: String,
    /// How the two are in touch.
    pub link: Link,
    /// The local day since when it is so.
    pub since: LocalDate,
    /// When they were written down.
    pub recorded_at: Timestamp,
    /// Who wrote them down; `None` only when the document does not say.
    pub recorded_by: Option<MemberId>,
    /// Set when they were taken back.
    pub void: Option<Void>,
}
