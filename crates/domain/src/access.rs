//! Who looked at a participant's record besides those whose caseload it is in.

use crate::id::{DeviceId, MemberId, RecordId};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// Somebody opened a participant's record, or was let into it. It is only ever added, never
/// changed or taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Access {
    /// Which one.
    pub id: RecordId,
    /// On which device. The change itself says so, and items are refused whose changes name another
    /// device than the one that signed.
    pub device: DeviceId,
    /// When, by that device's clock.
    pub at: Timestamp,
    /// Who was let in; `None` when somebody opened the record.
    pub guest: Option<Guest>,
}

/// Somebody who may read one participant's record until an end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guest {
    /// Who.
    pub member: MemberId,
    /// Until when. Not after [`Access::at`]: their reading was ended.
    pub until: Timestamp,
    /// They asked in an emergency, and a device that holds the keys answered by itself.
    pub emergency: bool,
    /// Why; in an emergency in the words of who asked. Empty when it was ended.
    pub reason: String,
}
