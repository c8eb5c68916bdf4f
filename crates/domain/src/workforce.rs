//! The people who work for an agency: what they were trained in, which credentials they hold and until
//! when, what a program asks for, how they grow, and what they are paid back (issue 5.5).
//!
//! Everything here follows from [statements](crate::statement). Facts that are counted stand in the
//! agency's document and say nothing about any participant; what is a coach's own matter, such as money
//! and plans, stands in the document of their caseload.

pub mod card;
pub mod credential;
pub mod growth;
pub mod ledger;
pub mod mileage;
pub mod money;
mod pack;
pub mod payroll;
pub mod requirement;
pub mod rights;
pub mod training;

pub use pack::{Competency, CredentialRule, PackFault, Rate, Topic, WorkforcePack};

use crate::coded::coded;
use crate::id::{MemberId, RecordId};
use serde::{Deserialize, Serialize};

/// Somebody who works for the agency, or is about to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Person {
    /// A member.
    Member(MemberId),
    /// Somebody without a device, such as a peer in custody: their entry in the agency's list.
    Listed(RecordId),
}

coded! {
    /// Why somebody stands in the list without a device.
    ListedAs {
        /// A peer who lives in an institution (S1-5).
        Custody = "custody",
        /// A volunteer who has not joined yet.
        Volunteer = "volunteer",
        /// Somebody of a partner.
        Partner = "partner",
    }
}

/// Somebody without a device, written down by others. Never a participant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedPerson {
    /// Their name or a number, as the place where they are allows.
    pub name: String,
    /// The code of a [`ListedAs`].
    pub kind: String,
    /// The member that they are since they joined.
    #[serde(default)]
    pub joined: Option<MemberId>,
}
