//! How this member is, for them alone (S0-17). It stands in this device's database and in no document:
//! nothing that can be sent knows it, and it is erased with the device.

use handrail_domain::LocalDate;
use handrail_store::{Read, StoreError};
use serde::{Deserialize, Serialize};

use crate::api::{EngineError, InvalidField, StorageProblem, Wellbeing};
use crate::convert::invalid;
use crate::open::Open;

const KEPT: &str = "wellbeing";
/// The version of what is kept.
const FORMAT: u8 = 1;
/// Most days that are kept; older ones go.
const MOST: usize = 120;
/// Longest words of one day, in bytes.
const WORDS_LIMIT: usize = 4_000;

#[derive(Serialize, Deserialize)]
struct Kept {
    format: u8,
    days: Vec<Wellbeing>,
}

/// What this member kept, the newest first.
pub fn kept(read: &Read<'_>) -> Result<Vec<Wellbeing>, EngineError> {
    let damaged = || EngineError::Storage(StorageProblem::Damaged);
    let Some(bytes) = read.meta(KEPT)? else {
        return Ok(Vec::new());
    };
    let kept: Kept = serde_json::from_slice(&bytes).map_err(|_| damaged())?;
    if kept.format == FORMAT {
        Ok(kept.days)
    } else {
        Err(damaged())
    }
}

/// Keeps how it is on a day, in place of what was said that day before.
pub fn keep(open: &mut Open, said: &Wellbeing, today: LocalDate) -> Result<(), EngineError> {
    if said.words.len() > WORDS_LIMIT {
        return Err(invalid(InvalidField::Words));
    }
    if said.on > today {
        return Err(invalid(InvalidField::Date));
    }
    let mut days = kept(&open.store.read())?;
    days.retain(|one| one.on != said.on);
    days.push(said.clone());
    days.sort_by_key(|one| std::cmp::Reverse(one.on));
    days.truncate(MOST);
    write(open, days)
}

/// Forgets all of it.
pub fn forget(open: &mut Open) -> Result<(), EngineError> {
    write(open, Vec::new())
}

fn write(open: &mut Open, days: Vec<Wellbeing>) -> Result<(), EngineError> {
    let kept = Kept {
        format: FORMAT,
        days,
    };
    let bytes = serde_json::to_vec(&kept).map_err(|_| StoreError::row("meta"))?;
    Ok(open.store.transaction(|tx| tx.set_meta(KEPT, &bytes))?)
}
