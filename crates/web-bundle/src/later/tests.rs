use super::*;
use std::collections::BTreeMap;
use wasmparser::{ExternalKind, Operator, Parser, Payload, TypeRef, Validator};

/// The early function calls the late one through the table, the late one what only it calls and what both
/// call.
const WHOLE: &str = r#"(module
    (type (func (param i32) (result i32)))
    (import "wbg" "__wbg_handrailLoadLater_0123456789abcdef" (func $load))
    (import "wbg" "__wbg_say" (func $say))
    (table 3 3 funcref)
    (table 4 externref)
    (memory 1)
    (global (mut i32) (i32.const 65536))
    (func $early (type 0)
        (call_indirect (type 0) (call $common (local.get 0)) (i32.const 1)))
    (func $common (type 0) (local.get 0))
    (func $late (type 0) (call $say) (call $below_late (call $common (local.get 0))))
    (func $below_late (type 0) (global.get 0))
    (func $pointed (type 0) (i32.const 7))
    (export "early" (func $early))
    (elem (i32.const 0) func $pointed $late $common)
    (data (i32.const 1024) "early, late, and early")
)"#;
const NAMES: [&str; 5] = [
    "app::today::Today",
    "core::common",
    "app::team::Team",
    "app::help::below_late",
    "<app::team::Row as Fn>::call",
];

fn whole() -> Arranged {
    Arranged {
        module: wat::parse_str(WHOLE).unwrap(),
        imported: 2,
        names: NAMES.map(|name| vec![name.to_owned()]).to_vec(),
    }
}

/// The first name of each function.
fn names(part: &Arranged) -> Vec<&str> {
    part.names.iter().map(|names| names[0].as_str()).collect()
}

/// As many bytes either way.
fn of(least: usize) -> Least {
    Least {
        called: least,
        pointed_to: least,
    }
}

fn divided(list: &str) -> Parts {
    divide(&whole(), &List::parse(list), &[], of(0)).unwrap()
}

/// Names of the functions that the module exports or imports.
fn crossing(module: &[u8]) -> (Vec<String>, Vec<String>) {
    let (mut exports, mut imports) = (Vec::new(), Vec::new());
    for payload in Parser::new(0).parse_all(module) {
        match payload.unwrap() {
            Payload::ExportSection(section) => exports.extend(
                section
                    .into_iter()
                    .map(Result::unwrap)
                    .filter(|export| export.kind == ExternalKind::Func)
                    .map(|export| export.name.to_owned()),
            ),
            Payload::ImportSection(section) => imports.extend(
                section
                    .into_imports()
                    .map(Result::unwrap)
                    .filter(|import| matches!(import.ty, TypeRef::Func(_)))
                    .map(|import| import.name.to_owned()),
            ),
            _ => {}
        }
    }
    (exports, imports)
}

/// Places of the table that the module fills, with the function that it puts there.
fn filled(module: &[u8]) -> Vec<(u32, u32)> {
    let mut contents = Contents::default();
    for payload in Parser::new(0).parse_all(module) {
        if let Payload::ElementSection(section) = payload.unwrap() {
            for element in section {
                contents.read_places(element.unwrap()).unwrap();
            }
        }
    }
    contents.places.into_iter().collect()
}

#[test]
fn both_parts_are_valid_and_every_function_stands_in_one_of_them() {
    let parts = divided("app::team");
    for part in [&parts.first, &parts.later] {
        Validator::new().validate_all(&part.module).unwrap();
    }
    assert_eq!(
        names(&parts.first),
        [
            "app::today::Today",
            "core::common",
            "stand-in for app::team::Team",
            "stand-in for <app::team::Row as Fn>::call",
        ]
    );
    assert_eq!(
        names(&parts.later),
        [
            "app::team::Team",
            "app::help::below_late",
            "<app::team::Row as Fn>::call"
        ]
    );
}

#[test]
fn the_later_part_imports_just_what_it_calls_from_the_first() {
    let parts = divided("app::team");
    let (exports, _) = crossing(&parts.first.module);
    let (_, imports) = crossing(&parts.later.module);
    assert_eq!(imports, ["+f1", "+f3"]);
    assert_eq!(exports, ["early", "+f1", "+f3"]);
}

#[test]
fn a_stand_in_asks_for_the_part_and_then_calls_by_the_place_that_the_part_fills() {
    let parts = divided("app::team");
    let first = Contents::read(&parts.first.module).unwrap();
    // Behind the two that stayed: for $late and for $pointed.
    for (stand_in, place) in [(2_usize, 1), (3, 0)] {
        let body = &first.bodies[stand_in];
        let operators: Vec<Operator<'_>> = body
            .get_operators_reader()
            .unwrap()
            .into_iter()
            .map(Result::unwrap)
            .collect();
        assert!(matches!(operators[0], Operator::Call { function_index: 0 }));
        assert!(matches!(operators[2], Operator::I32Const { value } if value == place));
    }
    // Behind the two of JavaScript.
    assert_eq!(first.places, BTreeMap::from([(0, 5), (1, 4), (2, 3)]));
    // In the later part: $late, then $below_late, then $pointed, behind the two that are imported.
    assert_eq!(filled(&parts.later.module), [(0, 4), (1, 2)]);
}

#[test]
fn what_an_early_function_calls_by_number_comes_later_through_a_place_of_its_own() {
    let parts = divided("app::help::below_late");
    for part in [&parts.first, &parts.later] {
        Validator::new().validate_all(&part.module).unwrap();
    }
    assert_eq!(names(&parts.later), ["app::help::below_late"]);
    assert!(names(&parts.first).contains(&"stand-in for app::help::below_late"));
    let first = Contents::read(&parts.first.module).unwrap();
    assert_eq!(first.table_size().unwrap(), 4);
    // $late, behind the two of JavaScript and the two before it, calls the stand-in, which is last.
    assert!(first.called_by(4).unwrap().contains(&6));
    // The places that were there are filled from the start; the new one by the later part alone.
    assert_eq!(first.places, BTreeMap::from([(0, 5), (1, 4), (2, 3)]));
    assert_eq!(filled(&parts.later.module), [(3, 0)]);
}

#[test]
fn a_function_smaller_than_a_stand_in_stays_where_early_ones_need_it() {
    let list = List::parse("app::team\napp::help");
    let whole = whole();
    let contents = Contents::read(&whole.module).unwrap();
    // $late has the largest body.
    let largest = contents.bodies[2].range().len();
    let parts = divide(&whole, &list, &[], of(largest)).unwrap();
    assert_eq!(
        names(&parts.later),
        ["app::team::Team", "app::help::below_late"]
    );
    let parts = divide(&whole, &list, &[], of(largest + 1)).unwrap();
    assert_eq!(names(&parts.later), [""; 0]);
}

/// What the module puts into memory, and where.
fn data(module: &[u8]) -> Vec<(u32, String)> {
    let contents = Contents::read(module).unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let pieces = contents.data.iter();
    pieces
        .map(|piece| (piece.address, text(piece.bytes)))
        .collect()
}

#[test]
fn a_text_comes_later_to_the_address_where_it_stood() {
    let list = List::parse("app::team");
    let parts = divide(&whole(), &list, &[b"late, ".to_vec()], of(0)).unwrap();
    for part in [&parts.first, &parts.later] {
        Validator::new().validate_all(&part.module).unwrap();
    }
    let kept = [(1024, "early, "), (1037, "and early")];
    let kept = kept.map(|(address, text)| (address, text.to_owned()));
    assert_eq!(data(&parts.first.module), kept);
    let mut sections = Parser::new(0).parse_all(&parts.later.module);
    let later = sections.find_map(|payload| match payload.unwrap() {
        Payload::DataSection(section) => Some(section.into_iter().next().unwrap().unwrap().data),
        _ => None,
    });
    assert_eq!(later, Some(b"late, ".as_slice()));
}

#[test]
fn a_text_that_is_missing_or_stands_there_twice_is_refused() {
    let list = List::parse("app::team");
    for (text, why) in [("tardy", "not in the module"), ("early", "twice")] {
        let refused = divide(&whole(), &list, &[text.into()], of(0))
            .err()
            .unwrap();
        assert!(refused.to_string().contains(why), "{refused}");
    }
}

#[test]
fn an_exported_function_stays_whatever_the_list_says() {
    let parts = divided("app::today\napp::team");
    assert!(names(&parts.first).contains(&"app::today::Today"));
}

#[test]
fn of_two_lines_that_fit_the_longer_decides_and_remarks_are_no_lines() {
    let parts = divided("# screens\napp::team\n!app::team::Row # shown early");
    assert!(names(&parts.first).contains(&"<app::team::Row as Fn>::call"));
    assert!(names(&parts.later).contains(&"app::team::Team"));
}

#[test]
fn a_line_fits_whole_words_only_and_one_that_fits_nothing_is_refused() {
    assert_eq!(
        names(&divided("app::tea*").later),
        names(&divided("app::team").later)
    );
    let refused = divide(&whole(), &List::parse("app::tea"), &[], of(0))
        .err()
        .unwrap();
    assert!(refused.to_string().contains("app::tea"), "{refused}");
}

#[test]
fn a_module_that_cannot_ask_for_its_later_part_is_not_divided() {
    let mut arranged = whole();
    let text = WHOLE.replace("handrailLoadLater", "other");
    arranged.module = wat::parse_str(text).unwrap();
    assert!(divide(&arranged, &List::parse("app::team"), &[], of(0)).is_err());
}

#[test]
fn a_function_that_is_one_with_an_early_one_is_early() {
    let mut whole = whole();
    whole.names[4].push("app::today::Row::call".to_owned());
    let parts = divide(&whole, &List::parse("app::team"), &[], of(0)).unwrap();
    assert!(names(&parts.first).contains(&"<app::team::Row as Fn>::call"));
}
