//! Half-written forms.

use crate::api::{EngineError, InvalidField, Reply};
use crate::open::Open;

/// Largest draft, in bytes: a note of the longest kind and the chips.
const DRAFT_LIMIT: usize = 256 * 1024;

/// Keeps a half-written form.
pub(super) fn save_draft(
    open: &mut Open,
    key: &str,
    json: &str,
    at: i64,
) -> Result<Reply, EngineError> {
    if key.len() > 200 || json.len() > DRAFT_LIMIT {
        return Err(EngineError::Invalid {
            field: InvalidField::Draft,
            limit: u32::try_from(DRAFT_LIMIT).ok(),
        });
    }
    open.store.transaction(|tx| tx.put_draft(key, json, at))?;
    Ok(Reply::Done)
}
