//! How this member is, for them alone (S0-17). It stands in this device's database and in no document:
//! nothing that can be sent knows it, and it is erased with the device.

use handrail_domain::LocalDate;
use handrail_store::Read;
use serde::{Deserialize, Serialize};

use crate::api::{EngineError, InvalidField, Wellbeing};
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
    let kept = crate::kept::kept(read, KEPT, |kept: &Kept| kept.format == FORMAT)?;
    Ok(kept.map(|kept| kept.days).unwrap_or_default())
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
    crate::kept::keep(open, KEPT, &kept)
}
