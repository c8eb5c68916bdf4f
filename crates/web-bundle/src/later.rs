//! The module in two: what the first screens need, and what may come a little later.
//!
//! The first part keeps the memory, the tables and the data but for texts of later screens. Where it calls or points to a function of the
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
mod tables;
mod texts;

use contents::Contents;
pub use list::List;
pub use tables::products;

/// What the page offers to the stand-ins, as wasm-bindgen names it in the module.
const LOAD: &str = "__wbg_handrailLoadLater_";
/// The module that the later part imports from: the exports of the first.
const FIRST: &str = "first";

/// Both parts.
pub struct Parts {
    pub first: Arranged,
    pub later: Arranged,
}

/// Bytes of a function from which a stand-in for it is worth while.
#[derive(Clone, Copy)]
pub struct Least {
    /// Of one that is called by number: it needs a place in the table.
    pub called: usize,
    /// Of one that only the table points to.
    pub pointed_to: usize,
}

impl Least {
    /// About what a stand-in takes; lower ones hardly make the first part smaller.
    pub const SHIPPED: Self = Self {
        called: 40,
        pointed_to: 16,
    };
}

/// Divides a module by the list of what may come later, and with it these texts; smaller functions than `least` stay where early ones
/// need them.
///
/// Fails if the module does not import the page's way to load the later part, if a line of the list fits no
/// function, and if a text does not stand in the module just once.
pub fn divide(arranged: &Arranged, list: &List, texts: &[Vec<u8>], least: Least) -> Result<Parts> {
    let contents = Contents::read(&arranged.module)?;
    ensure!(
        contents.load.is_some(),
        "the module has no way to ask for its later part"
    );
    let fitting = list.fitting(&arranged.names)?;
    let choice = choice::Choice::of(&contents, &fitting, least)?;
    let (data, texts) = texts::divide(&contents.data, texts)?;
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
            module: first::write(&arranged.module, &contents, &choice, &data)?,
            imported: contents.imported,
            names: names(&choice.kept)
                .into_iter()
                .chain(names(&stand_ins).into_iter().map(stand_in))
                .collect(),
        },
        later: Arranged {
            module: second::write(&arranged.module, &contents, &choice, &texts)?,
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
