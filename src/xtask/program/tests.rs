//! A small program and what becomes of it.

use std::collections::BTreeMap;

use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind, ExportSection,
    Function, FunctionSection, ImportSection, Instruction, MemorySection, MemoryType, Module, NameMap,
    NameSection, RefType, TableSection, TableType, TypeSection,
};
use wasmparser::{Parser, Payload};

use super::linked::{Datum, Linked, Target};
use super::names::Names;
use super::parsed::Program;
use super::pieces;

const NAMES: [&str; 6] = ["log", "start", "shared", "panel", "row", "on_click"];

/// `start` and the way in, `panel`, both call `shared`; `panel` also calls `row` and `log`, and `row` holds a constant
/// that holds `on_click`.
fn program() -> Vec<u8> {
    let calls: [&[u32]; 5] = [&[2], &[], &[2, 4, 0], &[], &[]];
    let mut types = TypeSection::new();
    types.ty().function([], []);
    let mut imports = ImportSection::new();
    imports.import("./script.js", "__wbg_log_1", EntityType::Function(0));
    let mut functions = FunctionSection::new();
    let mut code = CodeSection::new();
    for called in calls {
        functions.function(0);
        let mut body = Function::new([]);
        for &function in called {
            body.instruction(&Instruction::Call(function));
        }
        body.instruction(&Instruction::End);
        code.function(&body);
    }
    let mut tables = TableSection::new();
    tables.table(TableType {
        element_type: RefType::FUNCREF,
        table64: false,
        minimum: 3,
        maximum: None,
        shared: false,
    });
    let mut memories = MemorySection::new();
    memories.memory(MemoryType {
        minimum: 1,
        maximum: None,
        memory64: false,
        shared: false,
        page_size_log2: None,
    });
    let mut exports = ExportSection::new();
    exports.export("start", ExportKind::Func, 1);
    let mut elements = ElementSection::new();
    elements.active(
        None,
        &ConstExpr::i32_const(1),
        Elements::Functions((&[3, 5][..]).into()),
    );
    let mut data = DataSection::new();
    data.active(
        0,
        &ConstExpr::i32_const(100),
        [1, 0, 0, 0, 2, 0, 0, 0, 9, 9, 9, 9],
    );
    let mut naming = NameMap::new();
    for (index, name) in (0..).zip(NAMES) {
        naming.append(index, name);
    }
    let mut names = NameSection::new();
    names.functions(&naming);
    let mut module = Module::new();
    module
        .section(&types)
        .section(&imports)
        .section(&functions)
        .section(&tables)
        .section(&memories)
        .section(&exports)
        .section(&elements)
        .section(&code)
        .section(&data)
        .section(&names);
    module.finish()
}

fn linked() -> Linked {
    let datum = |name: &str, addresses, targets: &[Target]| Datum {
        name: name.to_owned(),
        addresses,
        targets: targets.to_vec(),
    };
    let holds = |name: &str, targets: &[Target]| (name.to_owned(), targets.to_vec());
    Linked {
        functions: BTreeMap::from([
            holds("start", &[Target::Datum(0)]),
            holds("row", &[Target::Datum(1)]),
            holds("shared", &[Target::Datum(2)]),
        ]),
        data: vec![
            datum("the.ENTRIES", 100..104, &[Target::Slot(1)]),
            datum("methods", 104..108, &[Target::Slot(2)]),
            datum("words", 108..112, &[]),
        ],
        others: Vec::new(),
    }
}

#[test]
fn what_only_the_ways_in_lead_to_is_later() {
    let bytes = program();
    let later = Program::read(&bytes)
        .unwrap()
        .later(&linked(), "ENTRIES")
        .unwrap();
    assert_eq!(later.functions.into_iter().collect::<Vec<_>>(), [3, 4, 5]);
    assert_eq!(later.data.into_iter().collect::<Vec<_>>(), [1]);
}

#[test]
fn what_is_held_from_elsewhere_stays() {
    let bytes = program();
    let program = Program::read(&bytes).unwrap();
    let mut linked = linked();
    linked.others.push(Target::Slot(2));
    let later = program.later(&linked, "ENTRIES").unwrap();
    assert_eq!(later.functions.into_iter().collect::<Vec<_>>(), [3, 4]);
    // wasm-bindgen has taken out who held it.
    linked.others.clear();
    linked.functions.insert("gone".to_owned(), vec![Target::Datum(1)]);
    let later = program.later(&linked, "ENTRIES").unwrap();
    assert_eq!(later.functions.into_iter().collect::<Vec<_>>(), [3, 4]);
}

#[test]
fn a_way_in_that_is_used_from_elsewhere_is_refused() {
    let bytes = program();
    let program = Program::read(&bytes).unwrap();
    let mut linked = linked();
    linked
        .functions
        .insert("shared".to_owned(), vec![Target::Slot(1)]);
    let error = program.later(&linked, "ENTRIES").unwrap_err().to_string();
    assert!(error.contains("panel"), "{error}");
    assert!(program.later(&linked, "OTHERS").is_err());
}

#[test]
fn the_pieces_share_what_both_need() {
    let bytes = program();
    let program = Program::read(&bytes).unwrap();
    let linked = linked();
    let later = program.later(&linked, "ENTRIES").unwrap();
    let pieces = pieces::write(&program, &Names::of(&program), &linked, &later).unwrap();

    let first = Program::read(&pieces.first).unwrap();
    assert_eq!(first.imports, ["0"]);
    assert!(first.slots.is_empty());
    assert_eq!(first.segments[0].1.data, [1, 0, 0, 0, 0, 0, 0, 0, 9, 9, 9, 9]);
    let handed: Vec<_> = first.exports.iter().map(|export| export.name).collect();
    // Memory, table, `log` and `shared`.
    assert_eq!(handed, ["start", "0", "1", "2", "3"]);

    let mut taken = Vec::new();
    let mut places = Vec::new();
    for payload in Parser::new(0).parse_all(&pieces.later) {
        match payload.unwrap() {
            Payload::ImportSection(reader) => {
                taken.extend(reader.into_imports().map(|import| import.unwrap().name));
            }
            Payload::DataSection(reader) => {
                places.extend(reader.into_iter().map(|segment| segment.unwrap().data));
            }
            _ => {}
        }
    }
    assert_eq!(taken, ["0", "1", "2", "3"]);
    assert_eq!(places, [[2, 0, 0, 0]]);
}
