//! What a device keeps for its member alone: it stands in the device's database and in no document, and is
//! erased with the device. Beside it, lists of ids that wait.

use handrail_store::{Read, StoreError};
use serde::{Serialize, de::DeserializeOwned};

use crate::api::{EngineError, StorageProblem};
use crate::open::Open;

/// Bytes in an id.
const ID: usize = 16;

/// What is kept under a key; `None` where nothing is.
///
/// # Errors
/// `Storage` for what this version cannot read or does not know.
pub fn kept<K: DeserializeOwned>(
    read: &Read<'_>,
    key: &str,
    is_known: impl Fn(&K) -> bool,
) -> Result<Option<K>, EngineError> {
    let damaged = || EngineError::Storage(StorageProblem::Damaged);
    let Some(bytes) = read.meta(key)? else {
        return Ok(None);
    };
    let kept: K = serde_json::from_slice(&bytes).map_err(|_| damaged())?;
    if is_known(&kept) {
        Ok(Some(kept))
    } else {
        Err(damaged())
    }
}

/// Keeps something under a key, in place of what was there.
///
/// # Errors
/// Fails only when the database does.
pub fn keep<K: Serialize>(open: &mut Open, key: &str, kept: &K) -> Result<(), EngineError> {
    let bytes = serde_json::to_vec(kept).map_err(|_| StoreError::row("meta"))?;
    Ok(open.store.transaction(|tx| tx.set_meta(key, &bytes))?)
}

/// The ids that wait under a key, in the order in which they were put there.
///
/// # Errors
/// Fails only when the database does.
pub fn ids<T>(
    read: &Read<'_>,
    key: &str,
    id: fn(&[u8]) -> Option<T>,
) -> Result<Vec<T>, StoreError> {
    let bytes = read.meta(key)?;
    let each = bytes.iter().flat_map(|bytes| bytes.chunks_exact(ID));
    Ok(each.filter_map(id).collect())
}
