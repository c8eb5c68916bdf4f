//! What stands of statements of one kind. Nothing is ever changed: who corrects something says it again
//! and names what it takes the place of. What nobody took the place of stands; where two did so without
//! knowing of each other, both stand and are shown as at odds.

use std::collections::BTreeMap;

use crate::id::{DeviceId, RecordId};
use crate::statement::Statement;
use crate::time::Timestamp;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// What the body of a statement holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told<T> {
    /// Earlier statements on the same matter that its author saw, and whose place it takes.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub over: Vec<RecordId>,
    /// What holds from then on; `None` takes it back.
    pub said: Option<T>,
    /// Why, in words; needed to take something back.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

impl<T> Told<T> {
    /// Something that takes nothing's place.
    pub fn first(said: T) -> Self {
        Self {
            over: Vec::new(),
            said: Some(said),
            reason: String::new(),
        }
    }
}

/// A statement that nothing took the place of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version<T> {
    /// The statement.
    pub id: RecordId,
    /// The device that wrote it.
    pub device: DeviceId,
    /// When, by that device's clock.
    pub at: Timestamp,
    /// What it says; `None` takes the matter back.
    pub said: Option<T>,
    /// Why.
    pub reason: String,
}

/// One matter as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<T> {
    /// The statement with which it began.
    pub first: RecordId,
    /// The device that began it.
    pub begun_by: DeviceId,
    /// When it began.
    pub begun_at: Timestamp,
    /// What nothing took the place of, in the order of all devices. Never empty.
    pub versions: Vec<Version<T>>,
}

impl<T: PartialEq> Entry<T> {
    /// The version that holds: the last one that does not take it back.
    pub fn holds(&self) -> Option<&Version<T>> {
        self.versions.iter().rfind(|one| one.said.is_some())
    }

    /// What holds; `None` where it was taken back.
    pub fn said(&self) -> Option<&T> {
        self.holds()?.said.as_ref()
    }

    /// Whether two said different things without knowing of each other.
    pub fn is_disputed(&self) -> bool {
        let first = self.versions.first().map(|one| &one.said);
        self.versions.iter().any(|one| Some(&one.said) != first)
    }

    /// What the next statement on the matter takes the place of.
    pub fn heads(&self) -> Vec<RecordId> {
        self.versions.iter().map(|one| one.id).collect()
    }
}

/// Every matter of one code, by its key. `statements` are in the order of all devices; `key` says which
/// matter a statement is about, `None` for one that is about none; `may` whether its author may say it.
pub fn matters<T, K>(
    statements: &[Statement],
    code: &str,
    key: impl Fn(&Statement, &Told<T>) -> Option<K>,
    may: impl Fn(&Statement, &Told<T>) -> bool,
) -> BTreeMap<K, Entry<T>>
where
    T: DeserializeOwned + PartialEq,
    K: Ord,
{
    let mut found: BTreeMap<K, Entry<T>> = BTreeMap::new();
    for statement in statements.iter().filter(|one| one.code == code) {
        let Some(told) = statement
            .says::<Told<T>>()
            .filter(|told| may(statement, told))
        else {
            continue;
        };
        let Some(key) = key(statement, &told) else {
            continue;
        };
        let entry = found.entry(key).or_insert_with(|| Entry {
            first: statement.id,
            begun_by: statement.device,
            begun_at: statement.at,
            versions: Vec::new(),
        });
        // Whatever takes something's place was written after it, so it comes later in the order.
        entry
            .versions
            .retain(|known| !told.over.contains(&known.id));
        entry.versions.push(Version {
            id: statement.id,
            device: statement.device,
            at: statement.at,
            said: told.said,
            reason: told.reason,
        });
    }
    found
}

/// The matter that a statement belongs to where each begins with a statement of its own.
pub fn own<T>(statement: &Statement, _told: &Told<T>) -> Option<RecordId> {
    Some(statement.about.unwrap_or(statement.id))
}

/// The same for what is said about something else, such as a decision about a request.
pub fn about<T>(statement: &Statement, _told: &Told<T>) -> Option<RecordId> {
    statement.about
}

#[cfg(test)]
mod tests;
