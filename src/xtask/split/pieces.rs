//! Writes the two pieces of a program.
//!
//! Both share memory, tables and global variables, which belong to the first. The later one brings its functions,
//! puts those whose address is held into their slots of the table, and its data to their places in memory.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::ops::Range;

use anyhow::{Context, Result};
use wasm_encoder::reencode::{Error, Reencode, RoundtripReencoder, utils};
use wasm_encoder::{
    CodeSection, ConstExpr, CustomSection, DataSection, ElementSection, Elements, EntityType, ExportKind,
    ExportSection, Function, FunctionSection, ImportSection, Instruction, Module, RawSection,
};
use wasmparser::{FunctionBody, Parser};

use super::linked::Linked;
use super::program::{FEATURES, Parts, Program};

/// What the later piece calls the first.
const FIRST: &str = "main";

/// A program in two pieces.
pub(super) struct Pieces {
    pub(super) first: Vec<u8>,
    pub(super) later: Vec<u8>,
}

/// Splits a program.
pub(super) fn write(program: &Program, linked: &Linked, later: &Parts) -> Result<Pieces> {
    let shared = Shared::of(program, later)?;
    let moved = moved(linked, later);
    Ok(Pieces {
        first: first(program, later, &shared, &moved)?,
        later: second(program, later, &shared, &moved)?,
    })
}

/// What the first piece hands to the later one, in the order of its imports.
struct Shared {
    items: Vec<(ExportKind, u32)>,
    functions: Vec<u32>,
}

impl Shared {
    fn of(program: &Program, later: &Parts) -> Result<Self> {
        let mut called = BTreeSet::new();
        for &function in &later.functions {
            called.extend(program.calls(function)?);
        }
        let functions: Vec<u32> = called.difference(&later.functions).copied().collect();
        let count = |number: usize| 0..u32::try_from(number).unwrap_or(u32::MAX);
        let kinds = [
            (ExportKind::Memory, program.memories.len()),
            (ExportKind::Table, program.tables.len()),
            (ExportKind::Global, program.globals.len()),
        ];
        let mut items: Vec<(ExportKind, u32)> = kinds
            .into_iter()
            .flat_map(|(kind, number)| count(number).map(move |index| (kind, index)))
            .collect();
        items.extend(functions.iter().map(|&function| (ExportKind::Func, function)));
        Ok(Self { items, functions })
    }

    /// The items with the names that they are handed over by; no name of wasm-bindgen's is like them.
    fn named(&self) -> impl Iterator<Item = (String, ExportKind, u32)> {
        self.items
            .iter()
            .enumerate()
            .map(|(place, &(kind, index))| (format!("{place}"), kind, index))
    }
}

/// The addresses of the data that go to the later piece: no two ranges touch.
fn moved(linked: &Linked, later: &Parts) -> Vec<Range<u32>> {
    // Names can share their data, or parts of them, with names that stay.
    let kept: Vec<Range<u32>> = united(
        linked
            .data
            .iter()
            .enumerate()
            .filter(|(place, _)| !later.data.contains(place))
            .map(|(_, datum)| datum.addresses.clone()),
    );
    let wanted = united(
        later
            .data
            .iter()
            .filter_map(|&place| linked.data.get(place))
            .map(|datum| datum.addresses.clone()),
    );
    let mut moved = Vec::new();
    for mut range in wanted {
        for stays in kept
            .iter()
            .filter(|stays| stays.end > range.start && stays.start < range.end)
            .collect::<Vec<_>>()
        {
            if stays.start > range.start {
                moved.push(range.start..stays.start);
            }
            range.start = stays.end.min(range.end);
        }
        if !range.is_empty() {
            moved.push(range);
        }
    }
    moved
}

fn united(ranges: impl Iterator<Item = Range<u32>>) -> Vec<Range<u32>> {
    let mut sorted: Vec<Range<u32>> = ranges.collect();
    sorted.sort_by_key(|range| range.start);
    let mut united: Vec<Range<u32>> = Vec::new();
    for range in sorted {
        match united.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => united.push(range),
        }
    }
    united
}

/// Writes the runs of neighbouring slots.
fn table(slots: impl Iterator<Item = (u32, u32)>) -> ElementSection {
    let mut runs: Vec<(u32, Vec<u32>)> = Vec::new();
    let mut next = None;
    for (slot, function) in slots {
        match runs.last_mut().filter(|_| next == Some(slot)) {
            Some((_, run)) => run.push(function),
            None => runs.push((slot, vec![function])),
        }
        next = slot.checked_add(1);
    }
    let mut section = ElementSection::new();
    for (slot, run) in runs {
        let offset = ConstExpr::i32_const(slot.cast_signed());
        section.active(None, &offset, Elements::Functions(run.into()));
    }
    section
}

fn first(program: &Program, later: &Parts, shared: &Shared, moved: &[Range<u32>]) -> Result<Vec<u8>> {
    let mut writer = First {
        program,
        later,
        shared,
        moved,
        next: u32::try_from(program.imported())?,
    };
    let mut module = Module::new();
    utils::parse_core_module(&mut writer, &mut module, Parser::new(0), program.bytes)
        .context("the first piece cannot be written")?;
    Ok(module.finish())
}

/// Writes the first piece: the program with holes, and with the names of what it hands over. The optimiser takes out
/// what nobody calls any more.
struct First<'a> {
    program: &'a Program<'a>,
    later: &'a Parts,
    shared: &'a Shared,
    moved: &'a [Range<u32>],
    /// The index of the function whose body comes next.
    next: u32,
}

impl Reencode for First<'_> {
    type Error = Infallible;

    fn parse_function_body(&mut self, code: &mut CodeSection, body: FunctionBody<'_>) -> Result<(), Error> {
        let function = self.next;
        self.next += 1;
        if !self.later.functions.contains(&function) {
            return utils::parse_function_body(self, code, body);
        }
        let mut hole = Function::new([]);
        hole.instruction(&Instruction::Unreachable);
        hole.instruction(&Instruction::End);
        code.function(&hole);
        Ok(())
    }

    fn parse_element_section(
        &mut self,
        elements: &mut ElementSection,
        _section: wasmparser::ElementSectionReader<'_>,
    ) -> Result<(), Error> {
        let slots = self
            .program
            .slots
            .iter()
            .map(|(&slot, &function)| (slot, function));
        *elements = table(slots.filter(|(_, function)| !self.later.functions.contains(function)));
        Ok(())
    }

    fn parse_data_section(
        &mut self,
        data: &mut DataSection,
        _section: wasmparser::DataSectionReader<'_>,
    ) -> Result<(), Error> {
        for (address, segment) in &self.program.segments {
            let bytes = (*address..).zip(segment.data).map(|(address, &byte)| {
                let gone = self.moved.iter().any(|range| range.contains(&address));
                if gone { 0 } else { byte }
            });
            let bytes: Vec<u8> = bytes.collect();
            data.active(0, &ConstExpr::i32_const(address.cast_signed()), bytes);
        }
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: wasmparser::ExportSectionReader<'_>,
    ) -> Result<(), Error> {
        utils::parse_export_section(self, exports, section)?;
        for (name, kind, index) in self.shared.named() {
            exports.export(&name, kind, index);
        }
        Ok(())
    }

    fn parse_custom_section(
        &mut self,
        module: &mut Module,
        section: wasmparser::CustomSectionReader<'_>,
    ) -> Result<(), Error> {
        // What it says of places in the file has not been true since wasm-bindgen.
        if section.name() == "linking" || section.name().starts_with("reloc.") {
            return Ok(());
        }
        utils::parse_custom_section(self, module, section)
    }
}

fn second(program: &Program, later: &Parts, shared: &Shared, moved: &[Range<u32>]) -> Result<Vec<u8>> {
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
