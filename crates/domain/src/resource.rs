//! The agency's directory of what helps nearby, readable with no signal (S1-1, S1-10, S4-7).

use crate::coded::coded;
use crate::id::RecordId;
use crate::time::LocalDate;
use serde::{Deserialize, Serialize};

coded! {
    /// What an entry of the directory helps with.
    ResourceKind {
        /// Treatment and medication.
        Treatment = "treatment",
        /// A meeting of a 12-step or other self-help group, or a recovery community.
        SelfHelp = "self_help",
        /// Naloxone, test strips, syringe services.
        HarmReduction = "harm_reduction",
        /// Doctors, dentists, hospitals.
        Health = "health",
        /// Housing and shelter.
        Housing = "housing",
        /// Food and clothes.
        Food = "food",
        /// Rides.
        Transport = "transport",
        /// Work, school, benefits.
        Work = "work",
        /// Family, children, pregnancy.
        Family = "family",
        /// Courts and legal help.
        Legal = "legal",
        /// A partner of the agency.
        Partner = "partner",
        /// Anything else.
        Other = "other",
    }
}

/// Days after which what stands there should be looked at again.
pub const LOOK_AGAIN_AFTER_DAYS: i64 = 180;

/// One field of an entry, with its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ResourceField {
    /// What it is called.
    Name(String),
    /// What it helps with.
    Kind(ResourceKind),
    /// Telephone, as dialled; may be empty.
    Phone(String),
    /// Where it is; may be empty.
    Address(String),
    /// Hours, for whom, how to get in; may be empty.
    Words(String),
    /// Where a partner has peers and for whom; may be empty (S1-1).
    Peers(String),
    /// It is support for a partner's own staff, and for nobody else (S1-2).
    OwnStaff(bool),
    /// The day on which somebody made sure of it.
    VerifiedOn(LocalDate),
    /// It is there no more.
    Closed(bool),
}

impl ResourceField {
    /// The field of this name in documents with one of the values that were found there; `None` for
    /// a name or a value that no field here has.
    pub fn chosen(name: &str, value: &str) -> Option<Self> {
        let text = value.to_owned();
        Some(match name {
            "called" => Self::Name(text),
            "helps_with" => Self::Kind(ResourceKind::from_code(value)?),
            "phone" => Self::Phone(text),
            "address" => Self::Address(text),
            "words" => Self::Words(text),
            "peers" => Self::Peers(text),
            "own_staff" => Self::OwnStaff(value == "yes"),
            "closed" => Self::Closed(value == "yes"),
            _ => return None,
        })
    }
}

/// An entry of the directory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resource {
    /// Its id.
    pub id: RecordId,
    /// What it is called.
    pub name: String,
    /// What it helps with.
    pub kind: ResourceKind,
    /// Telephone; may be empty.
    pub phone: String,
    /// Where; may be empty.
    pub address: String,
    /// Hours, for whom, how to get in; may be empty.
    pub words: String,
    /// Where it has peers and for whom; may be empty.
    pub peers: String,
    /// The day on which somebody made sure of it; `None` only when the document does not say.
    pub verified_on: Option<LocalDate>,
    /// Support for a partner's own staff: no participant is linked to it (S1-2).
    pub own_staff: bool,
    /// There no more.
    pub closed: bool,
    /// Fields that two people set differently without knowing of each other, with all that they
    /// said; setting one settles it.
    pub disagreements: Vec<(String, Vec<String>)>,
}
