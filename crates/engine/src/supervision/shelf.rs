//! The coach's private shelf, on this device alone and erased with it.

use handrail_domain::quantity::check_length;
use handrail_domain::record::TEXT_LIMIT;
use handrail_domain::supervision::ItemKind;
use handrail_domain::{Now, RecordId};
use handrail_store::Read;
use serde::{Deserialize, Serialize};

use crate::api::{EngineError, InvalidField, ShelfView};
use crate::convert::invalid;
use crate::kept;
use crate::open::Open;

const SHELF: &str = "shelf";
/// The version of what is kept.
const FORMAT: u8 = 1;
/// Most things on it. For the newest the oldest goes that was brought to supervision, and stands there;
/// only where none was, the oldest of all.
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
    let kept = kept::kept(read, SHELF, |kept: &Kept| kept.format == FORMAT)?;
    Ok(kept.map(|kept| kept.items).unwrap_or_default())
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
    while items.len() > MOST {
        let lifted = items.iter().position(|one| one.lifted);
        items.remove(lifted.unwrap_or(0));
    }
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
    kept::keep(open, SHELF, &kept)
}
