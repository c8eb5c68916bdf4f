//! A participant goes from one coach to another.

use serde::{Deserialize, Serialize};

use crate::id::{DeviceId, MemberId, RecordId};
use crate::time::Timestamp;

/// That a participant was handed over, as it was written down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandOver {
    /// Its id.
    pub id: RecordId,
    /// To this coach.
    pub to: MemberId,
    /// By whom; `None` only when the document does not say.
    pub by: Option<MemberId>,
    /// The device that wrote it; the signature of the item around it proves that.
    pub device: DeviceId,
    /// When, by the clock of the device that wrote it.
    pub at: Timestamp,
    /// Why; may be empty.
    pub reason: String,
}
