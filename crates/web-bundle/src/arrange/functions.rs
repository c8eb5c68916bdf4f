//! What the module says of its functions.

use std::collections::HashMap;

use anyhow::Result;
use wasmparser::{CustomSectionReader, FunctionBody, KnownCustom, Name, Parser, Payload, TypeRef};

/// What the module defines. Numbers below `imported` are functions of JavaScript.
pub struct Functions<'a> {
    pub imported: u32,
    pub types: Vec<u32>,
    pub bodies: Vec<FunctionBody<'a>>,
    /// By the function's number, without the hashes of crates.
    pub names: HashMap<u32, String>,
}

impl<'a> Functions<'a> {
    pub fn read(module: &'a [u8]) -> Result<Self> {
        let mut functions = Self {
            imported: 0,
            types: Vec::new(),
            bodies: Vec::new(),
            names: HashMap::new(),
        };
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::ImportSection(section) => {
                    for import in section.into_imports() {
                        functions.imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                    }
                }
                Payload::FunctionSection(section) => {
                    functions.types = section.into_iter().collect::<Result<_, _>>()?;
                }
                Payload::CodeSectionEntry(body) => functions.bodies.push(body),
                Payload::CustomSection(section) => functions.read_names(&section)?,
                _ => {}
            }
        }
        Ok(functions)
    }

    fn read_names(&mut self, section: &CustomSectionReader<'_>) -> Result<()> {
        let KnownCustom::Name(lists) = section.as_known() else {
            return Ok(());
        };
        for list in lists {
            if let Name::Function(names) = list? {
                for naming in names {
                    let naming = naming?;
                    self.names.insert(naming.index, without_hashes(naming.name));
                }
            }
        }
        Ok(())
    }
}

/// `core[0123456789abcdef]::ptr` is `core::ptr`.
fn without_hashes(name: &str) -> String {
    let mut kept = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('[') {
        kept.push_str(before);
        rest = match after.split_once(']') {
            Some((hash, after))
                if hash.len() > 4 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) =>
            {
                after
            }
            _ => {
                kept.push('[');
                after
            }
        };
    }
    kept.push_str(rest);
    kept
}

/// `<Vec<u8> as Clone>::clone[3]` is kin of every other `::clone`.
pub fn without_types(name: &str) -> String {
    let mut depth = 0_usize;
    let mut before = ' ';
    let mut kept = String::new();
    for letter in name.chars() {
        match letter {
            '<' | '[' => depth += 1,
            '>' if before == '-' => {}
            '>' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => kept.push(letter),
            _ => {}
        }
        before = letter;
    }
    match kept.rsplit_once("::h") {
        Some((path, hash)) if hash.len() == 16 => path.to_owned(),
        _ => kept,
    }
}
