//! The coach's private shelf, on this device alone and erased with it.

use handrail_domain::quantity::check_length;
use handrail_domain::record::TEXT_LIMIT;
use handrail_domain::supervision::ItemKind;
use handrail_domain::{Now, RecordId};
use handrail_store::{Read, StoreError};
use serde::{Deserialize, Serialize};

use crate::api::{EngineError, InvalidField, ShelfView, StorageProblem};
use crate::convert::invalid;
use crate::open::Open;

const SHELF: &str = "shelf";
/// The version of what is kept.
const FORMAT: u8 = 1;
/// Most things on it; the oldest goes for the newest.
const MOST: usize = 200;

#[derive(Serialize, Deserialize)]
struct Kept {
    format: u8,
    items: Vec<ShelfView>,
}

/// What is on it, the first first.
///
/// # Errors
/// `Storage` where it cannot be read.
pub fn all(read: &Read<'_>) -> Result<Vec<ShelfView>, EngineError> {
    let damaged = EngineError::Storage(StorageProblem::Damaged);
    let Some(bytes) = read.meta(SHELF)? else {
        return Ok(Vec::new());
    };
    let kept: Kept = serde_json::from_slice(&bytes).map_err(|_| damaged.clone())?;
    if kept.format == FORMAT {
        Ok(kept.items)
    } else {
        Err(damaged)
    }
}

/// Puts something on it.
///
/// # Errors
/// `Invalid` with `Words` for what is too long.
pub fn add(
    open: &mut Open,
    id: RecordId,
    kind: ItemKind,
    words: String,
    now: Now,
) -> Result<(), EngineError> {
    check_length(&words, TEXT_LIMIT).map_err(|_| invalid(InvalidField::Words))?;
    let mut items = all(&open.store.read())?;
    items.push(ShelfView {
        id: id.to_string(),
        kind,
        words,
        at: now.at.millis(),
        lifted: false,
    });
    let over = items.len().saturating_sub(MOST);
    items.drain(..over);
    keep(open, items)
}

/// Takes something off it for good.
///
/// # Errors
/// `NotFound` for what is not on it.
pub fn remove(open: &mut Open, id: &str) -> Result<(), EngineError> {
    let mut items = all(&open.store.read())?;
    let before = items.len();
    items.retain(|one| one.id != id);
    if items.len() == before {
        return Err(EngineError::NotFound);
    }
    keep(open, items)
}

/// Notes that something was brought to supervision.
///
/// # Errors
/// Fails only when the database does.
pub fn lifted(open: &mut Open, id: &str) -> Result<(), EngineError> {
    let mut items = all(&open.store.read())?;
    for one in &mut items {
        one.lifted |= one.id == id;
    }
    keep(open, items)
}

fn keep(open: &mut Open, items: Vec<ShelfView>) -> Result<(), EngineError> {
    let kept = Kept {
        format: FORMAT,
        items,
    };
    let bytes = serde_json::to_vec(&kept).map_err(|_| StoreError::row("meta"))?;
    Ok(open.store.transaction(|tx| tx.set_meta(SHELF, &bytes))?)
}
