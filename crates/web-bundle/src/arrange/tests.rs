use super::*;
use wasm_encoder::{
    ElementSection, Elements, ExportKind, ExportSection, Function, NameMap, NameSection, RefType,
    TableSection, TableType, TypeSection,
};
use wasmparser::Payload;

/// One function per number or call, all of one type, exported under its name.
enum Body {
    Number(i32),
    Call(u32),
}

fn module(functions: &[(&str, Body)]) -> Vec<u8> {
    let (mut types, mut section) = (TypeSection::new(), FunctionSection::new());
    types.ty().function([], [wasm_encoder::ValType::I32]);
    let (mut exports, mut code, mut names) =
        (ExportSection::new(), CodeSection::new(), NameMap::new());
    for ((name, body), number) in functions.iter().zip(0..) {
        section.function(0);
        exports.export(name, ExportKind::Func, number);
        names.append(number, name);
        let mut function = Function::new([]);
        match body {
            Body::Number(value) => function.instructions().i32_const(*value),
            Body::Call(other) => function.instructions().call(*other),
        };
        function.instructions().end();
        code.function(&function);
    }
    let count = functions.len();
    let mut tables = TableSection::new();
    tables.table(TableType {
        element_type: RefType::FUNCREF,
        table64: false,
        minimum: count as u64,
        maximum: None,
        shared: false,
    });
    let mut elements = ElementSection::new();
    let all: Vec<u32> = (0..).take(count).collect();
    elements.active(
        None,
        &wasm_encoder::ConstExpr::i32_const(0),
        Elements::Functions(all.into()),
    );
    let mut listed = NameSection::new();
    listed.functions(&names);
    let mut module = Module::new();
    module
        .section(&types)
        .section(&section)
        .section(&tables)
        .section(&exports)
        .section(&elements)
        .section(&code)
        .section(&listed);
    module.finish()
}

/// What the function of each exported name gives back, and how many functions the module has.
fn run(module: &[u8]) -> (BTreeMap<String, i32>, usize) {
    let functions = Functions::read(module).unwrap();
    let value = |mut number: u32| loop {
        let body = &functions.bodies[number as usize];
        match body.get_operators_reader().unwrap().read().unwrap() {
            wasmparser::Operator::I32Const { value } => break value,
            wasmparser::Operator::Call { function_index } => number = function_index,
            other => panic!("{other:?}"),
        }
    };
    let mut values = BTreeMap::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::ExportSection(section) = payload.unwrap() {
            for export in section {
                let export = export.unwrap();
                values.insert(export.name.to_owned(), value(export.index));
            }
        }
    }
    (values, functions.bodies.len())
}

fn table(module: &[u8]) -> Vec<u32> {
    let mut places = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::ElementSection(section) = payload.unwrap() {
            for element in section {
                if let wasmparser::ElementItems::Functions(items) = element.unwrap().items {
                    places.extend(items.into_iter().map(Result::unwrap));
                }
            }
        }
    }
    places
}

#[test]
fn every_exported_function_does_what_it_did() {
    let module = module(&[
        ("z::<u8>::clone", Body::Number(7)),
        ("a::run", Body::Call(0)),
        ("b::clone", Body::Number(9)),
        ("a::stop", Body::Call(2)),
    ]);
    let arranged = arrange(&module).unwrap().module;
    assert_eq!(run(&module).0, run(&arranged).0);
}

#[test]
fn equal_functions_become_one_and_so_do_their_callers_while_the_table_keeps_its_places() {
    let module = module(&[
        ("z::second", Body::Number(7)),
        ("a::first", Body::Number(7)),
        ("m::calls_the_second", Body::Call(0)),
        ("m::calls_the_first", Body::Call(1)),
        ("n::other", Body::Number(8)),
    ]);
    let arranged = arrange(&module).unwrap().module;
    let (values, count) = run(&arranged);
    assert_eq!(values, run(&module).0);
    assert_eq!(count, 3);
    let places = table(&arranged);
    assert_eq!(places.len(), 5);
    assert_eq!(places[0], places[1]);
    assert_eq!(places[2], places[3]);
}

#[test]
fn kin_stand_together_and_names_are_not_shipped_but_kept_beside() {
    let module = module(&[
        ("<Card as Shown>::fmt", Body::Number(1)),
        ("walk", Body::Number(2)),
        ("<Bed<u8> as Shown>::fmt[2]", Body::Number(3)),
    ]);
    let Arranged {
        module: arranged,
        names,
        ..
    } = arrange(&module).unwrap();
    let functions = Functions::read(&arranged).unwrap();
    assert!(functions.names.is_empty());
    let places = table(&arranged);
    assert_eq!(places, [0, 2, 1]);
    let names: Vec<&str> = names.iter().map(|names| names[0].as_str()).collect();
    let expected = ["<Card as Shown>::fmt", "<Bed<u8> as Shown>::fmt[2]", "walk"];
    assert_eq!(names, expected);
}

#[test]
fn a_name_loses_types_counters_and_hashes() {
    assert_eq!(
        without_types("core[12ab]::ptr::drop_in_place::<fn() -> u8>"),
        "core::ptr::drop_in_place::"
    );
    assert_eq!(without_types("sqlite3_step"), "sqlite3_step");
    assert_eq!(
        without_types("alloc::vec::Vec<T>::push::h0123456789abcdef"),
        "alloc::vec::Vec::push"
    );
}
