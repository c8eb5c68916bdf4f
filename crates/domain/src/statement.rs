//! Statements: something that a member says once and for good. What follows from them is worked out
//! by whoever reads them, in the same way on every device: nothing is changed or taken away, a
//! correction is one more statement.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::id::{DeviceId, RecordId};
use crate::time::Timestamp;

/// Longest text of a statement, in bytes.
pub const BODY_LIMIT: usize = 64 * 1024;

/// A statement as a document holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Its id.
    pub id: RecordId,
    /// What kind of thing it says, such as `concern`; a word of its feature.
    pub code: String,
    /// The earlier statement, or other record, that it is about.
    pub about: Option<RecordId>,
    /// The device that wrote it; the signature of the item that brought it proves that.
    pub device: DeviceId,
    /// When, by that device's clock.
    pub at: Timestamp,
    /// Its place in the history: greater than that of everything its writer had seen.
    pub step: u64,
    /// What it says, as JSON.
    pub body: String,
}

impl Statement {
    /// What it says; `None` when it cannot be read, as with one of a later version.
    pub fn says<T: DeserializeOwned>(&self) -> Option<T> {
        serde_json::from_str(&self.body).ok()
    }
}

/// A statement to be written down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, serde::Deserialize)]
pub struct NewStatement {
    /// A fresh id.
    pub id: RecordId,
    /// As [`Statement::code`].
    pub code: String,
    /// As [`Statement::about`].
    pub about: Option<RecordId>,
    /// As [`Statement::body`].
    pub body: String,
}

impl NewStatement {
    /// A statement that says `body`. What cannot be written as JSON says nothing, and is refused by
    /// the document.
    pub fn new(id: RecordId, code: &str, about: Option<RecordId>, body: &impl Serialize) -> Self {
        Self {
            id,
            code: code.to_owned(),
            about,
            body: serde_json::to_string(body).unwrap_or_default(),
        }
    }
}

/// Puts statements into the one order that all devices agree on: each after those that its writer
/// had seen, whatever the clocks said.
pub fn in_order(statements: &mut [Statement]) {
    statements.sort_by_key(|one| (one.step, one.device, one.id));
}
