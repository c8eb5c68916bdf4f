//! The module in two: what the first screens need, and what may come a little later.
//!
//! The first part keeps the memory, the tables and the data. Where it calls or points to a function of the
//! later part it has a stand-in, which first lets the page fetch that part if it is not there
//! (`assets/web/later.js`) and then calls through the table. The later part, when it arrives, puts its
//! functions into the table.

use anyhow::{Result, ensure};

use crate::arrange::Arranged;

mod choice;
mod contents;
mod first;
mod list;
mod second;

use contents::Contents;
pub use list::List;

/// What the page offers to the stand-ins, as wasm-bindgen names it in the module.
const LOAD: &str = "__wbg_handrailLoadLater_";
/// The module that the later part imports from: the exports of the first.
const FIRST: &str = "first";

/// Both parts.
pub struct Parts {
    pub first: Arranged,
    pub later: Arranged,
}

/// Bytes of a function for which a stand-in is worth while.
pub const SMALLEST: usize = 256;

/// Divides a module by the list of what may come later; functions of fewer bytes than `smallest` stay where
/// early ones need them.
///
/// Fails if the module does not import the page's way to load the later part, and if a line of the list
/// fits no function.
pub fn divide(arranged: &Arranged, list: &List, smallest: usize) -> Result<Parts> {
    let contents = Contents::read(&arranged.module)?;
    ensure!(
        contents.load.is_some(),
        "the module has no way to ask for its later part"
    );
    let fitting = list.fitting(&arranged.names)?;
    let choice = choice::Choice::of(&contents, &fitting, smallest)?;
    let stand_ins: Vec<u32> = choice.stand_ins.keys().copied().collect();
    let names = |numbers: &[u32]| -> Vec<Vec<String>> {
        let name = |number: &u32| {
            let place = (number - contents.imported) as usize;
            arranged.names.get(place).cloned().unwrap_or_default()
        };
        numbers.iter().map(name).collect()
    };
    Ok(Parts {
        first: Arranged {
            module: first::write(&arranged.module, &contents, &choice)?,
            imported: contents.imported,
            names: names(&choice.kept)
                .into_iter()
                .chain(names(&stand_ins).into_iter().map(stand_in))
                .collect(),
        },
        later: Arranged {
            module: second::write(&arranged.module, &contents, &choice)?,
            imported: u32::try_from(choice.shared.len())?,
            names: names(&choice.later),
        },
    })
}

const FUNCTION: char = 'f';
const MEMORY: char = 'm';
const TABLE: char = 't';
const GLOBAL: char = 'g';

fn stand_in(names: Vec<String>) -> Vec<String> {
    let name = |name| format!("stand-in for {name}");
    names.into_iter().map(name).collect()
}

/// The name under which the first part hands over what the later one uses.
fn handed(kind: char, number: u32) -> String {
    format!("+{kind}{number}")
}

/// A function that was expected in a part stands in neither.
#[derive(Debug, thiserror::Error)]
#[error("function {0} stands in neither part of the module")]
struct Nowhere(u32);

#[cfg(test)]
mod tests;
