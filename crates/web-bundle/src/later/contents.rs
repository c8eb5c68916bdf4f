//! What the module holds, as far as dividing it needs to know.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};
use wasmparser::{
    CompositeInnerType, ConstExpr, DataKind, ElementItems, ElementKind, ExternalKind, FunctionBody,
    GlobalType, MemoryType, Operator, Parser, Payload, TableType, TypeRef,
};

use super::LOAD;
use super::texts::Piece;

/// Functions are told by their number, those of JavaScript first.
#[derive(Default)]
pub struct Contents<'a> {
    pub imported: u32,
    /// Imported: asks the page for the later part.
    pub load: Option<u32>,
    /// Number of parameters by number of type.
    pub parameters: Vec<u32>,
    /// The type of each function.
    pub types: Vec<u32>,
    pub bodies: Vec<FunctionBody<'a>>,
    pub exported: BTreeSet<u32>,
    pub memories: Vec<MemoryType>,
    pub tables: Vec<TableType>,
    pub globals: Vec<GlobalType>,
    /// The table that functions are called through.
    pub table: u32,
    /// What stands in which place of it.
    pub places: BTreeMap<u32, u32>,
    /// What stands in memory from the start.
    pub data: Vec<Piece<'a>>,
}

impl<'a> Contents<'a> {
    pub fn read(module: &'a [u8]) -> Result<Self> {
        let mut contents = Self::default();
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::TypeSection(section) => {
                    for group in section {
                        for kind in group?.types() {
                            let CompositeInnerType::Func(function) = &kind.composite_type.inner
                            else {
                                bail!("the module has a type that is no function's");
                            };
                            contents
                                .parameters
                                .push(u32::try_from(function.params().len())?);
                        }
                    }
                }
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        let import = import?;
                        let TypeRef::Func(kind) = import.ty else {
                            bail!("the module imports `{}`, which is no function", import.name);
                        };
                        if import.name.starts_with(LOAD) {
                            contents.load = Some(contents.imported);
                        }
                        contents.imported += 1;
                        contents.types.push(kind);
                    }
                }
                Payload::FunctionSection(section) => {
                    for kind in section {
                        contents.types.push(kind?);
                    }
                }
                Payload::TableSection(section) => {
                    for table in section {
                        contents.tables.push(table?.ty);
                    }
                }
                Payload::MemorySection(section) => {
                    contents.memories = section.into_iter().collect::<Result<_, _>>()?;
                }
                Payload::GlobalSection(section) => {
                    for global in section {
                        contents.globals.push(global?.ty);
                    }
                }
                Payload::ExportSection(section) => {
                    for export in section {
                        let export = export?;
                        if export.kind == ExternalKind::Func {
                            contents.exported.insert(export.index);
                        }
                    }
                }
                Payload::StartSection { func, .. } => {
                    contents.exported.insert(func);
                }
                Payload::ElementSection(section) => {
                    for element in section {
                        contents.read_places(element?)?;
                    }
                }
                Payload::CodeSectionEntry(body) => contents.bodies.push(body),
                Payload::DataSection(section) => {
                    for data in section {
                        let data = data?;
                        let DataKind::Active {
                            memory_index,
                            offset_expr,
                        } = data.kind
                        else {
                            bail!("the module fills its memory by itself");
                        };
                        contents.data.push(Piece {
                            memory: memory_index,
                            address: constant(&offset_expr)?,
                            bytes: data.data,
                        });
                    }
                }
                _ => {}
            }
        }
        Ok(contents)
    }

    /// Takes in what one element puts into the table.
    pub fn read_places(&mut self, element: wasmparser::Element<'_>) -> Result<()> {
        let ElementKind::Active {
            table_index,
            offset_expr,
        } = element.kind
        else {
            bail!("the module fills its table by itself");
        };
        self.table = table_index.unwrap_or(0);
        let start = constant(&offset_expr)?;
        let ElementItems::Functions(functions) = element.items else {
            bail!("the module's table holds more than functions");
        };
        for (place, function) in (start..).zip(functions) {
            self.places.insert(place, function?);
        }
        Ok(())
    }

    /// Places in the table that functions are called through.
    pub fn table_size(&self) -> Result<u32> {
        let table = self.tables.get(self.table as usize);
        Ok(u32::try_from(
            table.context("the module has no table")?.initial,
        )?)
    }

    /// The tables, the one for functions with so many places more.
    pub fn tables_with(&self, places_added: u32) -> Vec<TableType> {
        let mut tables = self.tables.clone();
        if let Some(table) = tables.get_mut(self.table as usize) {
            table.initial += u64::from(places_added);
            table.maximum = table.maximum.map(|most| most + u64::from(places_added));
        }
        tables
    }

    /// Everything that the function calls or points to by number.
    pub fn called_by(&self, number: u32) -> Result<BTreeSet<u32>> {
        let mut called = BTreeSet::new();
        let Some(body) = number
            .checked_sub(self.imported)
            .and_then(|place| self.bodies.get(place as usize))
        else {
            return Ok(called);
        };
        for operator in body.get_operators_reader()? {
            match operator? {
                Operator::Call { function_index }
                | Operator::ReturnCall { function_index }
                | Operator::RefFunc { function_index } => {
                    called.insert(function_index);
                }
                _ => {}
            }
        }
        Ok(called)
    }

    /// The type of a function.
    pub fn kind(&self, number: u32) -> Result<u32> {
        let kind = self.types.get(number as usize).copied();
        kind.with_context(|| format!("function {number} has no type"))
    }
}

/// The number that is written there.
fn constant(expression: &ConstExpr<'_>) -> Result<u32> {
    let Operator::I32Const { value } = expression.get_operators_reader().read()? else {
        bail!("the module's table or memory begins at a place that is not told");
    };
    Ok(value.cast_unsigned())
}
