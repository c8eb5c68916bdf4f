//! The part that everything starts with.

use std::collections::HashMap;

use anyhow::{Context, Result};
use wasm_encoder::reencode::{self, Reencode, utils};
use wasm_encoder::{
    CodeSection, DataSection, ExportKind, ExportSection, Function, FunctionSection, Module,
    TableSection,
};
use wasmparser::{
    CodeSectionReader, CustomSectionReader, DataSectionReader, ExportSectionReader, FunctionBody,
    FunctionSectionReader, Parser, TableSectionReader,
};

use super::choice::Choice;
use super::contents::Contents;
use super::texts::Piece;
use super::{FUNCTION, GLOBAL, MEMORY, Nowhere, TABLE, handed};

type Reencoded<T> = Result<T, reencode::Error<Nowhere>>;

/// The module without the later functions, with stand-ins behind the others, and with just this data.
pub fn write(
    module: &[u8],
    contents: &Contents<'_>,
    choice: &Choice,
    data: &[Piece<'_>],
) -> Result<Vec<u8>> {
    let defined = choice.kept.iter().chain(choice.stand_ins.keys()).copied();
    let mut first = First {
        contents,
        choice,
        data,
        numbers: (0..contents.imported).chain(defined).zip(0..).collect(),
    };
    let mut written = Module::new();
    utils::parse_core_module(&mut first, &mut written, Parser::new(0), module)
        .context("the first part of the module cannot be written")?;
    Ok(written.finish())
}

struct First<'a> {
    contents: &'a Contents<'a>,
    choice: &'a Choice,
    data: &'a [Piece<'a>],
    /// What each number becomes; a function of the later part becomes its stand-in.
    numbers: HashMap<u32, u32>,
}

impl First<'_> {
    /// A function of the same type that asks for the later part, then calls what stands in the place.
    fn stand_in(&self, number: u32, place: u32) -> Reencoded<Function> {
        let contents = self.contents;
        let nowhere = || reencode::Error::UserError(Nowhere(number));
        let load = contents.load.ok_or_else(nowhere)?;
        let kind = *contents.types.get(number as usize).ok_or_else(nowhere)?;
        let parameters = *contents.parameters.get(kind as usize).ok_or_else(nowhere)?;
        let mut function = Function::new([]);
        let mut code = function.instructions();
        code.call(load);
        for parameter in 0..parameters {
            code.local_get(parameter);
        }
        code.i32_const(place.cast_signed())
            .call_indirect(contents.table, kind)
            .end();
        Ok(function)
    }
}

impl Reencode for First<'_> {
    type Error = Nowhere;

    fn function_index(&mut self, number: u32) -> Reencoded<u32> {
        let written = self.numbers.get(&number).copied();
        written.ok_or(reencode::Error::UserError(Nowhere(number)))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        _section: FunctionSectionReader<'_>,
    ) -> Reencoded<()> {
        for number in self.choice.kept.iter().chain(self.choice.stand_ins.keys()) {
            let kind = self.contents.types.get(*number as usize);
            functions.function(*kind.ok_or(reencode::Error::UserError(Nowhere(*number)))?);
        }
        Ok(())
    }

    /// With a place for each function that the later part has and an early one calls by number.
    fn parse_table_section(
        &mut self,
        tables: &mut TableSection,
        _section: TableSectionReader<'_>,
    ) -> Reencoded<()> {
        for table in self.contents.tables_with(self.choice.places_added) {
            tables.table(self.table_type(table)?);
        }
        Ok(())
    }

    fn parse_data_section(
        &mut self,
        data: &mut DataSection,
        _section: DataSectionReader<'_>,
    ) -> Reencoded<()> {
        for piece in self.data {
            piece.write(data);
        }
        Ok(())
    }

    fn data_count(&mut self, count: u32) -> Reencoded<u32> {
        Ok(u32::try_from(self.data.len()).unwrap_or(count))
    }

    /// Names and tool notes are not shipped.
    fn parse_custom_section(
        &mut self,
        _module: &mut Module,
        _section: CustomSectionReader<'_>,
    ) -> Reencoded<()> {
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Reencoded<()> {
        utils::parse_export_section(self, exports, section)?;
        for (kind, letter, count) in [
            (ExportKind::Memory, MEMORY, self.contents.memories.len()),
            (ExportKind::Table, TABLE, self.contents.tables.len()),
            (ExportKind::Global, GLOBAL, self.contents.globals.len()),
        ] {
            for (number, _) in (0..).zip(0..count) {
                exports.export(&handed(letter, number), kind, number);
            }
        }
        for number in &self.choice.shared {
            let written = self.function_index(*number)?;
            exports.export(&handed(FUNCTION, *number), ExportKind::Func, written);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Reencoded<()> {
        let bodies: Vec<FunctionBody<'_>> = section.into_iter().collect::<Result<_, _>>()?;
        for number in self.choice.kept.clone() {
            if let Some(body) = bodies.get((number - self.contents.imported) as usize) {
                self.parse_function_body(code, body.clone())?;
            }
        }
        for (number, place) in &self.choice.stand_ins {
            code.function(&self.stand_in(*number, *place)?);
        }
        Ok(())
    }
}
