//! The part that comes later: functions with their places in the table of the first, and texts.

use std::collections::{BTreeMap, HashMap};

use anyhow::{Context, Result, bail};
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, FunctionSection,
    ImportSection, Module, TypeSection,
};
use wasmparser::{Parser, Payload};

use super::choice::Choice;
use super::contents::Contents;
use super::texts::Piece;
use super::{FIRST, FUNCTION, GLOBAL, MEMORY, Nowhere, TABLE, handed};

/// A module that imports everything it shares from the first part.
pub fn write(
    module: &[u8],
    contents: &Contents<'_>,
    choice: &Choice,
    texts: &[Piece<'_>],
) -> Result<Vec<u8>> {
    let all = choice.shared.iter().chain(&choice.later).copied();
    let mut second = Second {
        numbers: all.zip(0..).collect(),
    };
    let mut functions = FunctionSection::new();
    let mut code = CodeSection::new();
    for number in &choice.later {
        functions.function(contents.kind(*number)?);
        let body = contents.bodies.get((number - contents.imported) as usize);
        let body = body.context("a later function has no body")?;
        second.parse_function_body(&mut code, body.clone())?;
    }
    let mut data = DataSection::new();
    for text in texts {
        text.write(&mut data);
    }
    let mut written = Module::new();
    written
        .section(&second.types(module)?)
        .section(&second.imports(contents, choice)?)
        .section(&functions)
        .section(&second.places(contents, choice)?)
        .section(&code)
        .section(&data);
    Ok(written.finish())
}

struct Second {
    /// What each number becomes.
    numbers: HashMap<u32, u32>,
}

impl Second {
    fn types(&mut self, module: &[u8]) -> Result<TypeSection> {
        let mut types = TypeSection::new();
        for payload in Parser::new(0).parse_all(module) {
            if let Payload::TypeSection(section) = payload? {
                self.parse_type_section(&mut types, section)?;
                return Ok(types);
            }
        }
        bail!("the module has no types")
    }

    /// Tables and globals keep their numbers, for all are imported.
    fn imports(&mut self, contents: &Contents<'_>, choice: &Choice) -> Result<ImportSection> {
        let mut imports = ImportSection::new();
        let mut import = |letter, number, what: EntityType| {
            imports.import(FIRST, &handed(letter, number), what);
        };
        for number in &choice.shared {
            let kind = contents.kind(*number)?;
            import(FUNCTION, *number, EntityType::Function(kind));
        }
        for (number, memory) in (0..).zip(&contents.memories) {
            import(MEMORY, number, self.memory_type(*memory)?.into());
        }
        for (number, table) in (0..).zip(contents.tables_with(choice.places_added)) {
            import(TABLE, number, self.table_type(table)?.into());
        }
        for (number, global) in (0..).zip(&contents.globals) {
            import(GLOBAL, number, self.global_type(*global)?.into());
        }
        Ok(imports)
    }

    /// Fills each place that the first part left to a stand-in.
    fn places(&mut self, contents: &Contents<'_>, choice: &Choice) -> Result<ElementSection> {
        let mut places = BTreeMap::new();
        for (number, place) in &choice.stand_ins {
            places.insert(*place, self.function_index(*number)?);
        }
        for (place, number) in &contents.places {
            if choice.stand_ins.contains_key(number) {
                places.insert(*place, self.function_index(*number)?);
            }
        }
        let places: Vec<(u32, u32)> = places.into_iter().collect();
        let mut elements = ElementSection::new();
        for run in places.chunk_by(|before, after| before.0 + 1 == after.0) {
            let start = run.first().map_or(0, |(place, _)| place.cast_signed());
            let functions: Vec<u32> = run.iter().map(|(_, function)| *function).collect();
            let table = (contents.table != 0).then_some(contents.table);
            elements.active(
                table,
                &ConstExpr::i32_const(start),
                Elements::Functions(functions.into()),
            );
        }
        Ok(elements)
    }
}

impl Reencode for Second {
    type Error = Nowhere;

    fn function_index(&mut self, number: u32) -> Result<u32, reencode::Error<Nowhere>> {
        let written = self.numbers.get(&number).copied();
        written.ok_or(reencode::Error::UserError(Nowhere(number)))
    }
}
