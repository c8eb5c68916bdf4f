//! Who looked at a participant's record besides those whose caseload it is in.

use crate::id::{DeviceId, RecordId};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// Somebody opened a participant's record. It is only ever added, never changed or taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Access {
    /// Which one.
    pub id: RecordId,
    /// On which device. The change itself says so, and items are refused whose changes name another
    /// device than the one that signed.
    pub device: DeviceId,
    /// When, by that device's clock.
    pub at: Timestamp,
}
