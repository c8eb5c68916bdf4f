//! A legal hold: a record must be kept, whatever the rules of retention say (issue 3.8).

use serde::{Deserialize, Serialize};

use crate::id::{DeviceId, MemberId, RecordId};
use crate::time::Timestamp;

/// A hold, as it was written down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    /// Its id.
    pub id: RecordId,
    /// By whom; `None` only when the document does not say.
    pub by: Option<MemberId>,
    /// When, by the clock of the device that wrote it.
    pub at: Timestamp,
    /// Why.
    pub reason: String,
    /// What was written about its end, the first first. Whether one of them counts follows from
    /// who wrote it: only a supervisor ends a hold.
    pub lifted: Vec<Lifted>,
}

/// Somebody wrote that a hold ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lifted {
    /// Whom the document names; `None` only when it does not say.
    pub by: Option<MemberId>,
    /// The device that wrote it, which nobody can claim to be: the signature of the item that
    /// brought it proves that.
    pub device: DeviceId,
    /// When.
    pub at: Timestamp,
    /// Why.
    pub reason: String,
}
