//! Writes the second piece of a program.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::ops::Range;

use anyhow::{Context, Result};
use wasm_encoder::reencode::{Error, Reencode, RoundtripReencoder};
use wasm_encoder::{
    CodeSection, ConstExpr, CustomSection, DataSection, EntityType, ExportKind, FunctionSection,
    ImportSection, Module, RawSection,
};

use super::parsed::{FEATURES, Parts, Program};
use super::pieces::{Shared, table};

/// What it calls the first piece; `browser::chunk` in the application hands it that under this name.
const FIRST: &str = "main";

/// Writes the later piece: the functions and data that the first lacks.
pub(super) fn write(
    program: &Program,
    later: &Parts,
    shared: &Shared,
    moved: &[Range<u32>],
) -> Result<Vec<u8>> {
    let order = shared.functions.iter().chain(&later.functions);
    let mut writer = Second {
        indices: (0..).zip(order).map(|(new, &old)| (old, new)).collect(),
    };
    let mut module = Module::new();
    module.section(&RawSection {
        id: wasm_encoder::SectionId::Type as u8,
        data: program.types,
    });
    module.section(&imports(program, shared)?);
    let mut functions = FunctionSection::new();
    let mut code = CodeSection::new();
    for &function in &later.functions {
        functions.function(kind(program, function)?);
        let body = program.body(function).context("a function has no body")?.clone();
        writer
            .parse_function_body(&mut code, body)
            .context("the later piece cannot be written")?;
    }
    module.section(&functions);
    module.section(&table(program.slots.iter().filter_map(|(&slot, function)| {
        let own = later.functions.contains(function);
        writer
            .indices
            .get(function)
            .filter(|_| own)
            .map(|&new| (slot, new))
    })));
    module.section(&code);
    module.section(&data(program, moved));
    module.section(&CustomSection {
        name: FEATURES.into(),
        data: program.features.into(),
    });
    Ok(module.finish())
}

fn imports(program: &Program, shared: &Shared) -> Result<ImportSection> {
    let mut imports = ImportSection::new();
    let mut same = RoundtripReencoder;
    let unwritable = "a type cannot be written";
    for (name, shape, index) in shared.named() {
        let place = usize::try_from(index)?;
        let entity = match shape {
            ExportKind::Memory => {
                let memory = program.memories.get(place).context(unwritable)?;
                EntityType::Memory(same.memory_type(*memory).context(unwritable)?)
            }
            ExportKind::Table => {
                let table = program.tables.get(place).context(unwritable)?;
                EntityType::Table(same.table_type(*table).context(unwritable)?)
            }
            ExportKind::Global => {
                let global = program.globals.get(place).context(unwritable)?;
                EntityType::Global(same.global_type(*global).context(unwritable)?)
            }
            _ => EntityType::Function(kind(program, index)?),
        };
        imports.import(FIRST, &name, entity);
    }
    Ok(imports)
}

fn kind(program: &Program, function: u32) -> Result<u32> {
    let kind = program.functions.get(usize::try_from(function)?);
    kind.copied().context("a function has no type")
}

fn data(program: &Program, moved: &[Range<u32>]) -> DataSection {
    let mut section = DataSection::new();
    for (first, segment) in &program.segments {
        for range in moved {
            // Variables that begin as zero stand in no segment.
            let from = range.start.max(*first);
            let bytes: Vec<u8> = (*first..)
                .zip(segment.data)
                .filter(|(address, _)| range.contains(address))
                .map(|(_, &byte)| byte)
                .collect();
            if bytes.iter().any(|&byte| byte != 0) {
                section.active(0, &ConstExpr::i32_const(from.cast_signed()), bytes);
            }
        }
    }
    section
}

/// Writes the functions of the later piece under their indices there.
struct Second {
    indices: BTreeMap<u32, u32>,
}

impl Reencode for Second {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        let index = self.indices.get(&function).copied();
        index.ok_or(Error::InvalidConstExpr)
    }
}
