//! The order of the functions in the module: kin side by side, of equals only one.
//!
//! wasm-bindgen writes functions by size. Compression finds more to repeat where what was made from one
//! source for different types stands together, and a browser compiles either order while it loads.

use std::collections::{BTreeMap, HashMap};
use std::convert::Infallible;
use std::fmt::Write;

use anyhow::{Context, Result};
use wasm_encoder::reencode::{self, Reencode, utils};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{
    CodeSectionReader, CustomSectionReader, FunctionBody, FunctionSectionReader, Parser,
};

mod functions;

use functions::{Functions, without_types};

type Reencoded<T> = Result<T, reencode::Error<Infallible>>;

/// The same module, smaller once compressed: functions in the order of their names without types, a
/// function that equals another left out, and nothing but code and data.
///
/// Functions without a name keep their place before the others. Addresses of functions (places in the
/// table) stay as they are, also of two that are now one.
pub fn arrange(module: &[u8]) -> Result<Arranged> {
    let functions = Functions::read(module)?;
    let mut plan = Plan::unchanged(functions.imported, functions.types.len());
    while plan.merge(&functions)? {}
    plan.sort(&functions);
    let mut arranged = Module::new();
    utils::parse_core_module(&mut plan, &mut arranged, Parser::new(0), module)
        .context("the functions of the module cannot be put in order")?;
    Ok(Arranged {
        module: arranged.finish(),
        imported: functions.imported,
        names: plan.names(&functions),
    })
}

/// A module without names, and what its functions were called.
pub struct Arranged {
    pub module: Vec<u8>,
    /// How many functions it imports; those it defines are numbered from there.
    pub imported: u32,
    /// Of each function that the module defines, with types, in its order; more than one where functions
    /// that were equal are one now.
    pub names: Vec<Vec<String>>,
}

impl Arranged {
    /// What each number was called, a line for each: a browser that tells where the app broke off tells
    /// numbers.
    pub fn symbols(&self) -> String {
        let mut lines = String::new();
        for (number, names) in (self.imported..).zip(&self.names) {
            let name = names.first().map_or("?", String::as_str);
            let _written_to_memory = writeln!(lines, "{number} {name}");
        }
        lines
    }
}

/// Which functions are written, in which order, and what each old number becomes.
struct Plan {
    imported: u32,
    order: Vec<u32>,
    numbers: Vec<u32>,
}

impl Plan {
    fn unchanged(imported: u32, defined: usize) -> Self {
        let end = imported + u32::try_from(defined).unwrap_or(u32::MAX);
        Self {
            imported,
            order: (imported..end).collect(),
            numbers: (0..end).collect(),
        }
    }

    /// Lets calls of a function go to the first that equals it; false if there was none left.
    fn merge(&mut self, functions: &Functions<'_>) -> Result<bool> {
        let mut first: BTreeMap<(u32, Vec<u8>), u32> = BTreeMap::new();
        let mut merged = HashMap::new();
        for number in self.order.clone() {
            let place = self.place(number);
            let (Some(kind), Some(body)) =
                (functions.types.get(place), functions.bodies.get(place))
            else {
                continue;
            };
            let mut code = CodeSection::new();
            self.parse_function_body(&mut code, body.clone())
                .context("a function of the module cannot be read")?;
            let mut bytes = Vec::new();
            wasm_encoder::Encode::encode(&code, &mut bytes);
            let kept = *first.entry((*kind, bytes)).or_insert(number);
            if kept != number {
                merged.insert(number, kept);
            }
        }
        self.order.retain(|number| !merged.contains_key(number));
        for number in &mut self.numbers {
            if let Some(kept) = merged.get(number) {
                *number = *kept;
            }
        }
        Ok(!merged.is_empty())
    }

    fn sort(&mut self, functions: &Functions<'_>) {
        let imported = self.imported;
        self.order.sort_by_cached_key(|number| {
            let body = functions
                .bodies
                .get((number - imported) as usize)
                .map_or(&[][..], FunctionBody::as_bytes);
            let name = functions.names.get(number);
            (name.map(|name| without_types(name)), body)
        });
        let fresh: HashMap<u32, u32> = self.order.iter().copied().zip(imported..).collect();
        for number in &mut self.numbers {
            *number = fresh.get(number).copied().unwrap_or(*number);
        }
    }

    fn names(&self, functions: &Functions<'_>) -> Vec<Vec<String>> {
        let mut names = vec![Vec::new(); self.order.len()];
        for (old, number) in (0..).zip(&self.numbers) {
            let written = number.checked_sub(self.imported);
            let listed = written.and_then(|place| names.get_mut(place as usize));
            if let (Some(listed), Some(name)) = (listed, functions.names.get(&old)) {
                listed.push(name.clone());
            }
        }
        names
    }

    fn place(&self, number: u32) -> usize {
        (number - self.imported) as usize
    }
}

impl Reencode for Plan {
    type Error = Infallible;

    fn function_index(&mut self, number: u32) -> Reencoded<u32> {
        let fresh = self.numbers.get(number as usize).copied();
        Ok(fresh.unwrap_or(number))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Reencoded<()> {
        let types: Vec<u32> = section.into_iter().collect::<Result<_, _>>()?;
        for number in &self.order {
            if let Some(kind) = types.get(self.place(*number)) {
                functions.function(*kind);
            }
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Reencoded<()> {
        let bodies: Vec<FunctionBody<'_>> = section.into_iter().collect::<Result<_, _>>()?;
        for number in self.order.clone() {
            if let Some(body) = bodies.get(self.place(number)) {
                self.parse_function_body(code, body.clone())?;
            }
        }
        Ok(())
    }

    /// Names and tool notes are not shipped.
    fn parse_custom_section(
        &mut self,
        _module: &mut Module,
        _section: CustomSectionReader<'_>,
    ) -> Reencoded<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests;
